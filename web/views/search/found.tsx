import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { SearchGroup, SearchHit } from '../../../src/serve/index.ts';
import { OriginChips } from '../../components/origin-chip.tsx';
import { PlainText } from '../../components/plain-text.tsx';
import { StandingMark } from '../../components/standing-mark.tsx';
import { placeOf } from '../../core/places.ts';
import { type MarkedPiece, markWords } from '../../core/text/mark-words.ts';

/** What the lists are called where their hits stand. */
export const LIST_WORDS: Readonly<Record<string, string>> = {
  documents: 'documents',
  entities: 'people, bodies',
  findings: 'findings',
  meetings: 'meetings',
  proposals: 'proposals',
  stances: 'stances',
  deals: 'deals',
  conditions: 'conditions',
  money: 'money',
  sanctions: 'sanctions',
  waivers: 'waivers',
  ties: 'ties',
  tables: 'other ledgers',
  interests: 'interests',
  contradictions: 'contradictions',
  claims: 'claims',
  origins: 'origins',
  gaps: 'gaps',
  hypotheses: 'hypotheses',
  decisions: 'decisions',
};

const Marked = ({ pieces }: { readonly pieces: readonly MarkedPiece[] }): ReactNode => {
  let at = 0;
  return pieces.map(({ text, isMatch }) => {
    const key = at;
    at += text.length;
    return isMatch ? (
      <mark key={key}>
        <PlainText text={text} />
      </mark>
    ) : (
      <PlainText key={key} text={text} />
    );
  });
};

const DocumentFound = ({ hit }: { readonly hit: SearchHit }): ReactNode => {
  const { line, title, passages } = hit;
  return (
    <li>
      <Link to={`/documents/${line.id}`} className="hit said" dir="auto">
        {title === null ? <PlainText text={line.text} /> : <Marked pieces={title} />}
      </Link>
      <p className="facts">
        {[line.aside ?? 'outlet not told', line.when ?? 'no date'].join(' · ')}{' '}
        <OriginChips ids={line.origins} most={3} />
      </p>
      {passages.map(({ start, end, matches, pieces }) => {
        const [first] = matches;
        const at = first === undefined ? `${start}-${end}` : `${first[0]}-${first[1]}`;
        return (
          <Link key={start} to={`/documents/${line.id}`} search={{ at } as never} className="hit passage" dir="auto">
            {start === 0 ? '' : '… '}
            <Marked pieces={pieces} />
            {' …'}
          </Link>
        );
      })}
    </li>
  );
};

const ItemFound = ({ hit, typed }: { readonly hit: SearchHit; readonly typed: string }): ReactNode => {
  const { line } = hit;
  return (
    <li className="item">
      {line.standing === null ? null : <StandingMark standing={line.standing} />}
      <span>
        <Link {...(placeOf(line.list, line.id) as { to: string })} className="hit said" dir="auto">
          <Marked pieces={markWords(line.text, typed)} />
        </Link>
        <span className="facts">
          {[line.kind, line.when, line.aside, line.documents.length > 1 ? `${line.documents.length} documents` : null]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
    </li>
  );
};

/** What was found in one list. */
export const Found = ({
  group,
  typed,
  only,
  show,
}: {
  readonly group: SearchGroup;
  readonly typed: string;
  readonly only: string | null;
  readonly show: (list: string) => void;
}): ReactNode => {
  const { list, total, isTotalExact, hits } = group;
  const words = LIST_WORDS[list] ?? list;
  return (
    <section className={`found ${list}`}>
      <h2>{words}</h2>
      <ul>
        {hits.map((hit) =>
          list === 'documents' ? (
            <DocumentFound key={hit.line.id} hit={hit} />
          ) : (
            <ItemFound key={hit.line.id} hit={hit} typed={typed} />
          ),
        )}
      </ul>
      {only === null && (total > hits.length || !isTotalExact) ? (
        <button type="button" className="quiet" onClick={() => show(list)}>
          all {total.toLocaleString('en-GB')}
          {isTotalExact ? '' : '+'} {words}
        </button>
      ) : null}
    </section>
  );
};
