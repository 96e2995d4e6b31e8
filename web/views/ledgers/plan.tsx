import type { ReactNode } from 'react';
import type { StancesAnswer } from '../../../src/serve/index.ts';
import { OriginChips } from '../../components/origin-chip.tsx';
import { DateMark } from './date-mark.tsx';
import { Names } from './names.tsx';
import { Quotes } from './quotes.tsx';

type PlanAnswer = StancesAnswer['plans'][number];

/** A plan: who is said to have made it, each side's words next to the others' and never a winner; its versions, and what changed. */
export const Plan = ({ plan }: { readonly plan: PlanAnswer }): ReactNode => (
  <section className="plan-told" aria-label={plan.text}>
    <h3 dir="auto">
      {plan.text}
      {plan.points.length === 0 ? null : (
        <span className="small dim"> said to have {plan.points.join(' or ')} points</span>
      )}
    </h3>
    <h2>Who made it, as each side claims</h2>
    {plan.authorship.length === 0 ? <p className="none">nobody is told to have made it</p> : null}
    <div className="sides">
      {plan.authorship.map((side) => (
        <div key={`${side.claimedBy} ${side.by.map(({ id }) => id).join()} ${side.unnamed.join()}`} className="side">
          <p className="said">
            {side.isDenied ? <span className="tag against">denied</span> : null}{' '}
            <Names ids={side.by} described={side.unnamed} />
          </p>
          <p className="small dim">{side.claimedBy === null ? 'who says so is not told' : `says ${side.claimedBy}`}</p>
          <p>
            <OriginChips ids={side.origins} />
          </p>
          <Quotes evidence={side.evidence} />
        </div>
      ))}
    </div>
    <div className="two">
      <div>
        <h2>Versions</h2>
        {plan.versions.length === 0 ? <p className="none">no versions are told apart</p> : null}
        <ol className="versions">
          {plan.versions.map((version) => (
            <li key={version.id}>
              <span className="said">{version.text}</span>
              <span className="small dim">
                {version.date === null ? ' no date told' : null}
                {version.date === null ? null : (
                  <>
                    {' '}
                    <DateMark date={version.date} /> {version.when}
                  </>
                )}
                {version.points === null ? '' : ` · ${version.points} points`}
                {version.by.length === 0 ? null : (
                  <>
                    {' '}
                    · by <Names ids={version.by} />
                  </>
                )}
              </span>
              <Quotes evidence={version.evidence} />
            </li>
          ))}
        </ol>
      </div>
      <div>
        <h2>What changed, and how it went round</h2>
        {plan.changes.length + plan.handed.length === 0 ? <p className="none">nothing told</p> : null}
        <ol className="versions">
          {plan.changes.map((change) => (
            <li key={`${change.from} ${change.to} ${change.what}`}>
              <span className="said">{change.what}</span>
              <span className="small dim">
                {' '}
                {[
                  change.from === null ? null : `from the ${change.from}`,
                  change.to === null ? null : `to the ${change.to}`,
                ]
                  .filter(Boolean)
                  .join(' ')}
              </span>
              <Quotes evidence={change.evidence} />
            </li>
          ))}
          {plan.handed.map((step) => (
            <li key={`${step.from.map(({ id }) => id).join()} ${step.to.map(({ id }) => id).join()} ${step.date}`}>
              {step.isDenied ? <span className="tag against">denied</span> : null} handed over
              {step.from.length === 0 ? null : (
                <>
                  {' '}
                  by <Names ids={step.from} />
                </>
              )}
              {step.to.length === 0 ? null : (
                <>
                  {' '}
                  to <Names ids={step.to} />
                </>
              )}
              {step.date === null ? null : (
                <span className="small dim">
                  {' '}
                  <DateMark date={step.date} /> {step.when}
                </span>
              )}
              <Quotes evidence={step.evidence} />
            </li>
          ))}
        </ol>
      </div>
    </div>
  </section>
);
