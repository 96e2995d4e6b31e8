import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { EntityPage } from '../../../src/serve/index.ts';
import { RuleText } from '../../components/rule-text.tsx';
import { placeOf } from '../../core/places.ts';
import { counted } from '../../core/signed.ts';

const In = ({
  documents,
  total,
}: {
  readonly documents: EntityPage['names'][number]['in'];
  readonly total: number;
}): ReactNode => (
  <span className="small dim">
    {documents.map(({ id, where }, index) => (
      <span key={id}>
        {index > 0 ? ' · ' : ''}
        <Link {...placeOf('documents', id)}>{where}</Link>
      </span>
    ))}
    {total > documents.length ? ` and ${total - documents.length} more` : ''}
  </span>
);

/** Every spelling with how often and where, and the descriptions that were taken to mean it. */
export const Spellings = ({ page }: { readonly page: EntityPage }): ReactNode => {
  const { names, moreNames, descriptions, moreDescriptions } = page;
  return (
    <>
      <section>
        <h2>Spelled</h2>
        {names.length === 0 ? <p className="dim">Described, and never named.</p> : null}
        <table className="spelled">
          <caption className="hidden">Spellings, how often, and where</caption>
          <thead className="hidden">
            <tr>
              <th scope="col">Spelling and documents</th>
              <th scope="col">Times</th>
            </tr>
          </thead>
          <tbody>
            {names.map((name) => (
              <tr key={name.text}>
                <td>
                  <bdi className="spelling">{name.text}</bdi>
                  <In documents={name.in} total={name.documents} />
                </td>
                <td className="number">{name.count.toLocaleString('en-GB')}×</td>
              </tr>
            ))}
          </tbody>
        </table>
        {moreNames > 0 ? <p className="small dim">and {counted(moreNames, 'spelling')} more</p> : null}
      </section>
      {descriptions.length === 0 ? null : (
        <section>
          <h2>Described as</h2>
          <ul className="described">
            {descriptions.map((one) => (
              <li key={one.text}>
                <bdi className="spelling">{one.text}</bdi>
                <In documents={one.in} total={one.documents} />
              </li>
            ))}
          </ul>
          {moreDescriptions > 0 ? <p className="small dim">and {moreDescriptions} more</p> : null}
        </section>
      )}
    </>
  );
};

/** Why names were taken for one bearer, and who of a like name was kept apart. */
export const Joined = ({ page }: { readonly page: EntityPage }): ReactNode => {
  const { joined, moreJoined, apart } = page;
  return (
    <>
      {joined.length === 0 ? null : (
        <section>
          <h2>Why these are one</h2>
          <ul className="joined">
            {joined.map((reason) => (
              <Reason key={`${reason.rule} ${reason.text}`} {...reason} />
            ))}
          </ul>
          {moreJoined > 0 ? <p className="small dim">and {moreJoined} more reasons</p> : null}
        </section>
      )}
      {apart.length === 0 ? null : (
        <section>
          <h2>Kept apart from</h2>
          <ul className="joined">
            {apart.map((line) => (
              <li key={line.id}>
                <Link {...placeOf('entities', line.id)}>{line.text}</Link>{' '}
                <span className="small dim">
                  {[line.aside, counted(line.documents.length, 'document')].filter(Boolean).join(' · ')}
                </span>
              </li>
            ))}
          </ul>
          <p className="small dim">Of a like name. If two are one, or one is two, say so above.</p>
        </section>
      )}
    </>
  );
};

const Reason = ({ rule, text }: { readonly rule: string | null; readonly text: string }): ReactNode => {
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      {rule === null ? null : (
        <button
          type="button"
          className="rule"
          aria-expanded={isOpen}
          title={`What rule ${rule} says`}
          onClick={() => setOpen(!isOpen)}
        >
          {rule}
        </button>
      )}{' '}
      {text}
      {isOpen && rule !== null ? <RuleText number={rule} id={`rule-${rule}`} /> : null}
    </li>
  );
};
