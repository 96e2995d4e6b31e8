import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { SupposedAnswer } from '../../../src/serve/index.ts';
import { useCase } from '../../core/case.ts';
import { placeOf } from '../../core/places.ts';
import { Quotes } from './quotes.tsx';
import { StateMark } from './state-mark.tsx';

type Named = SupposedAnswer['holds'][number];

const said = (ones: readonly Named[]): string => ones.map(({ text }) => `“${text}”`).join(' and ');

const STATES = { free: 'free', blocked: 'blocked', waiting: 'waiting', over: 'over' } as const;

const whyOf = ({ after, failing, open, met, stage }: SupposedAnswer['deals'][number]): string => {
  if (after === 'over') return `told to be ${stage ?? 'over'} already`;
  if (failing.length > 0) return `fails: ${said(failing)}`;
  if (open.length > 0) return `still open: ${said(open)}`;
  return `all that it hangs on holds: ${said(met)}`;
};

const CHANGES = { opens: 'opens', closes: 'closes', stays: 'stays as it is' } as const;

/** Each step from what is supposed, with its reason and its quotes. */
export const WhatFollows = ({ answer }: { readonly answer: SupposedAnswer }): ReactNode => {
  const { counts } = useCase();
  const hanging = answer.counts.opens + answer.counts.closes + answer.counts.stays;
  return (
    <div className="follows">
      <section aria-label="Step by step">
        <h2>Step by step</h2>
        <ol className="steps">
          {answer.steps.map(({ condition, becomes, because, evidence }) => (
            <li key={condition.id}>
              <p className="said">
                <StateMark word={becomes === 'nearer' ? 'open' : becomes} />
                {because === null ? (
                  <>
                    Supposed: “{condition.text}” {becomes}.
                  </>
                ) : becomes === 'fails' ? (
                  <>
                    So “{condition.text}” fails: it hangs on {said(because)}.
                  </>
                ) : (
                  <>
                    So nothing that is told stands in the way of “{condition.text}”: it hangs on {said(because)}. It
                    stays open.
                  </>
                )}
              </p>
              <Quotes evidence={evidence} />
            </li>
          ))}
        </ol>
      </section>
      <section aria-label="What becomes of the deals">
        <h2>What becomes of the deals</h2>
        <ul className="steps">
          {answer.deals.map((one) => (
            <li key={one.deal.id}>
              <p className="said">
                <StateMark word={STATES[one.after]} />
                <Link {...placeOf('deals', one.deal.id)}>{one.deal.text}</Link> {CHANGES[one.change]}
              </p>
              <p className="small dim">{whyOf(one)}</p>
              {one.change === 'stays' ? null : <Quotes evidence={one.evidence} />}
            </li>
          ))}
        </ul>
        {hanging > answer.deals.length ? (
          <p className="small dim">and {hanging - answer.deals.length} more that stay as they are</p>
        ) : null}
      </section>
      <section aria-label="Who would gain">
        <h2>Who would gain, as told</h2>
        {answer.gains.length === 0 ? <p className="dim">Nobody is told to gain from this alone.</p> : null}
        <ul className="steps">
          {answer.gains.map(({ who, kind, row, evidence }) => (
            <li key={`${who.id} ${row.id}`}>
              <p className="said">
                <Link {...placeOf(who.list, who.id)}>{who.text}</Link>:{' '}
                {kind === 'relief' ? 'relief from sanctions' : `a part in ${row.text}`}
              </p>
              <Quotes evidence={evidence} />
            </li>
          ))}
        </ul>
        {answer.interests.length === 0 ? null : (
          <p>
            {answer.interests.length} of {counts['interests'] ?? 0} paths of ties lead to those who gain from a deal
            that opens:{' '}
            <Link {...placeOf('interests', answer.interests[0] ?? '')} search={{} as never}>
              patterns to check
            </Link>
            .
          </p>
        )}
        <p className="small dim">
          Whether a deal whose way is free is made is not told. Nothing of the case is changed by supposing.
        </p>
      </section>
    </div>
  );
};
