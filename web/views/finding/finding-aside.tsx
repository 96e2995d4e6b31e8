import { type ReactNode, useId, useState } from 'react';
import type { FindingPage } from '../../../src/serve/index.ts';
import { RuleText } from '../../components/rule-text.tsx';

type Credibility = FindingPage['credibility'];

/** How credible a finding is: its grade in words, and the ladder down which it was read, so that a reader sees where it stopped. */
export const CredibilityLadder = ({ credibility }: { readonly credibility: Credibility }): ReactNode => {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const stop = credibility.steps.findIndex(({ holds }) => holds);
  return (
    <>
      <p className="grade">
        <b>{credibility.grade}</b> <span>{credibility.words}</span>
      </p>
      <p className="small dim">
        {credibility.by === 'analysts'
          ? `As analysts graded it; the arithmetic alone comes to ${credibility.derived}.`
          : 'As the arithmetic has it, before analysts’ grades; gone down until a step holds.'}{' '}
        <button type="button" className="rule" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          W31
        </button>
      </p>
      {isOpen ? <RuleText number="W31" id={id} /> : null}
      <ol className="ladder">
        {credibility.steps.map((step, index) => (
          <li
            key={`${step.grade} ${step.needs}`}
            className={index === stop ? 'here' : index < stop ? 'passed' : 'below'}
            aria-current={index === stop ? 'step' : undefined}
          >
            <b>{step.grade}</b>
            <span>
              {step.needs}
              <span className="small dim"> – {step.words}</span>
            </span>
            <span className="small dim">{index < stop ? 'no' : index === stop ? 'holds' : ''}</span>
          </li>
        ))}
      </ol>
      {credibility.by === 'analysts'
        ? credibility.reasons.map((reason) => (
            <p key={reason} className="small">
              {reason}
            </p>
          ))
        : null}
    </>
  );
};

const RELIABILITY: Readonly<Record<string, string>> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'nobody has rated it',
};

/** The other axis: how reliable each origin is, as analysts rated it. */
export const Reliability = ({ reliability }: { readonly reliability: FindingPage['reliability'] }): ReactNode => (
  <table className="reliability">
    <caption className="hidden">How reliable each origin is</caption>
    <thead className="hidden">
      <tr>
        <th scope="col">Origin</th>
        <th scope="col">Grade</th>
        <th scope="col">In words</th>
      </tr>
    </thead>
    <tbody>
      {reliability.map(({ origin, name, grade, reasons }) => (
        <tr key={origin}>
          <td>{name}</td>
          <td>
            <b>{grade}</b>
          </td>
          <td className="small dim">
            {RELIABILITY[grade]}
            {reasons.length === 0 ? '' : `: ${reasons.join('; ')}`}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
