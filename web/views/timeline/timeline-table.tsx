import type { ReactNode } from 'react';
import type { TimelineAnswer, TimelineItem } from '../../../src/serve/index.ts';
import { OriginChips } from '../../components/origin-chip.tsx';
import { StandingMark } from '../../components/standing-mark.tsx';
import type { TimeWindow } from '../../core/time-window.ts';
import { LANE_WORDS } from './use-timeline.ts';

const isSeen = ({ start, end }: TimelineItem, { first, last }: TimeWindow): boolean =>
  (start ?? -Infinity) < last && (end ?? Infinity) > first;

/** The same as the picture, in rows: by lane, in the order of time. */
export const TimelineTable = ({
  data,
  window,
  here,
  open,
}: {
  readonly data: TimelineAnswer;
  readonly window: TimeWindow;
  readonly here: string | null;
  readonly open: (item: TimelineItem) => void;
}): ReactNode => (
  <div className="time-table">
    {data.lanes.map((lane) => {
      const items = lane.items.filter((item) => isSeen(item, window));
      if (items.length === 0) return null;
      return (
        <section key={lane.lane}>
          <h2 id={`lane-${lane.lane}`}>{LANE_WORDS[lane.lane]}</h2>
          {lane.isWhole ? null : (
            <p className="dim">
              The {items.length} weightiest of {lane.within.toLocaleString('en-GB')} in this time and beside it. Zoom in
              for all.
            </p>
          )}
          <table aria-labelledby={`lane-${lane.lane}`}>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">What</th>
                <th scope="col">How far</th>
                <th scope="col">Standing</th>
                <th scope="col">Origins</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={item.key} aria-current={here === item.key ? 'true' : undefined} data-key={item.key}>
                  <td className="when">
                    {item.when}
                    {item.others.map((other) => (
                      <span key={other.when} className="doubt">
                        others say {other.when}
                      </span>
                    ))}
                  </td>
                  <td>
                    <button type="button" className="said-link" onClick={() => open(item)}>
                      {item.text}
                    </button>
                  </td>
                  <td>{item.state}</td>
                  <td className="standing">
                    <StandingMark standing={item.standing} isWorded />
                  </td>
                  <td>
                    <OriginChips ids={item.origins} most={2} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      );
    })}
  </div>
);
