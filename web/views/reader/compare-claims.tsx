import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CompareAnswer, ComparedClaim, ComparedPair } from '../../../src/serve/index.ts';
import { Chain } from '../../components/chain.tsx';
import { PlainText } from '../../components/plain-text.tsx';
import { type DifferingPiece, wordDifferences } from '../../core/text/word-differences.ts';

const RELATION_WORDS: Readonly<Record<NonNullable<ComparedPair['relation']>, string>> = {
  restates: 'told again, from the same origin',
  corroborates: 'corroborated: another origin',
  contradicts: 'they exclude each other',
  denies: 'one denies it',
};

const Quoted = ({
  quote,
  pieces,
}: {
  readonly quote: string;
  readonly pieces: readonly DifferingPiece[] | null;
}): ReactNode => {
  if (pieces === null) return <PlainText text={quote} />;
  let at = 0;
  return pieces.map(({ text, isOwn }) => {
    const key = at;
    at += text.length;
    return isOwn ? (
      <mark key={key}>
        <PlainText text={text} />
      </mark>
    ) : (
      <PlainText key={key} text={text} />
    );
  });
};

const Told = ({
  claim,
  pieces,
  number,
}: {
  readonly claim: ComparedClaim | null;
  readonly pieces: readonly DifferingPiece[] | null;
  readonly number: number;
}): ReactNode =>
  claim === null ? (
    <div className="told absent dim">does not say so</div>
  ) : (
    <div className="told">
      <p className="words" dir="auto">
        <span className="number">{number}</span> “<Quoted quote={claim.quote} pieces={pieces} />”
      </p>
      <p className="small dim">
        <Chain links={claim.chain} isAgainst={claim.polarity === 'negative'} />
        {claim.certainty === 'certain' || claim.certainty === 'underspecified' ? '' : ` · ${claim.certainty}`}
      </p>
    </div>
  );

const Details = ({ only, who }: { readonly only: readonly string[]; readonly who: string }): ReactNode =>
  only.length === 0 ? null : (
    <p className="small">
      only {who}: {only.join('; ')}
    </p>
  );

const Pair = ({
  pair,
  number,
  show,
}: {
  readonly pair: ComparedPair;
  readonly number: number;
  readonly show: (a: number | null, b: number | null) => void;
}): ReactNode => {
  const { a, b, relation, onlyA, onlyB, reasons } = pair;
  const differing = a !== null && b !== null ? wordDifferences(a.quote, b.quote) : null;
  const claim = a ?? b;
  return (
    <li className={relation === 'contradicts' || relation === 'denies' ? 'against' : ''}>
      <p className="what">
        <Link to={`/claims/${claim?.id}`}>{claim?.text}</Link>{' '}
        {relation === null ? null : (
          <span
            className={`tag ${relation === 'contradicts' || relation === 'denies' ? 'against' : ''}`}
            title={reasons.join('; ')}
          >
            {RELATION_WORDS[relation]}
          </span>
        )}{' '}
        <button
          type="button"
          className="quiet no-print"
          onClick={() => show(a?.spans[0]?.[0] ?? null, b?.spans[0]?.[0] ?? null)}
        >
          in the texts
        </button>
      </p>
      <div className="two">
        <Told claim={a} pieces={differing?.[0] ?? null} number={number} />
        <Told claim={b} pieces={differing?.[1] ?? null} number={number} />
        <Details only={onlyA} who="left" />
        <Details only={onlyB} who="right" />
      </div>
    </li>
  );
};

/** What both say of it, each beside the other with the words marked that differ; then what one says alone. */
export const CompareClaims = ({
  data,
  show,
}: {
  readonly data: CompareAnswer;
  readonly show: (a: number | null, b: number | null) => void;
}): ReactNode => {
  const numbered = data.pairs.map((pair, index) => ({ pair, number: index + 1 }));
  const groups = [
    ['Both', numbered.filter(({ pair }) => pair.a !== null && pair.b !== null)],
    ['Only on the left', numbered.filter(({ pair }) => pair.b === null)],
    ['Only on the right', numbered.filter(({ pair }) => pair.a === null)],
  ] as const;
  return (
    <>
      {data.pairs.length === 0 ? <p className="dim">The two have no claim on it.</p> : null}
      {groups.map(([title, own]) =>
        own.length === 0 ? null : (
          <section key={title}>
            <h2>{title}</h2>
            <ol className="pairs">
              {own.map(({ pair, number }) => (
                <Pair key={`${pair.a?.id} ${pair.b?.id}`} pair={pair} number={number} show={show} />
              ))}
            </ol>
          </section>
        ),
      )}
      {data.aloneA + data.aloneB === 0 ? null : (
        <p className="small dim">
          Of things that the other does not tell of at all, the left has {data.aloneA} and the right {data.aloneB}{' '}
          claims.
        </p>
      )}
    </>
  );
};
