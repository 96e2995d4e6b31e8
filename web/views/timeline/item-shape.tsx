import { memo, type ReactNode } from 'react';
import type { CaseHead, TimelineItem } from '../../../src/serve/index.ts';
import { STANDING_WORDS } from '../../components/standing-mark.tsx';
import { colourClass } from '../../core/case.ts';
import { type Band, MARK, type PlacedItem, ROW } from './pack-lane.ts';

const BAND = 17;

/** Everything that the picture shows of an item, in words. */
export const wordsOf = (item: TimelineItem): string =>
  [
    item.text,
    item.when ?? 'no date',
    ...item.others.map(({ when }) => `others say ${when}`),
    ...(item.state === null ? [] : [item.state]),
    item.standing === null ? 'not weighed' : STANDING_WORDS[item.standing],
  ].join(' · ');

/** The mark of how something stands; hollow where it is not said to be done. */
const Mark = ({ item, x, y }: { readonly item: TimelineItem; readonly x: number; readonly y: number }): ReactNode => {
  const r = MARK / 2 - 1;
  const { standing, isOpen } = item;
  if (standing === 'denied' || standing === 'corrected')
    return (
      <>
        <circle cx={x} cy={y} r={r} className="mark-ring mark-ground" />
        <path
          d={`M${x - 4.5} ${y + 1.5}l6-6M${x - 3} ${y + 4.5}l7.5-7.5M${x + 0.5} ${y + 5}l4.5-4.5`}
          className="mark-line"
        />
      </>
    );
  if (standing === 'disputed')
    return (
      <path
        d={`M${x} ${y - r - 1}l${r + 1} ${r + 1}l${-r - 1} ${r + 1}l${-r - 1} ${-r - 1}z`}
        className="mark-ring mark-ground"
      />
    );
  if (isOpen) return <circle cx={x} cy={y} r={r} className="mark-ring mark-ground" />;
  if (standing === 'corroborated') return <circle cx={x} cy={y} r={r + 0.5} className="mark-full" />;
  if (standing === 'single-origin')
    return (
      <>
        <circle cx={x} cy={y} r={r} className="mark-ring mark-ground" />
        <path d={`M${x} ${y - r}a${r} ${r} 0 0 0 0 ${2 * r}z`} className="mark-full" />
      </>
    );
  return <circle cx={x} cy={y} r={r} className="mark-ring mark-ground dashed" />;
};

const maskOf = (band: Band, isAbout: boolean): string | undefined => {
  if (isAbout || (band.isOpenStart && band.isOpenEnd)) return 'url(#time-soft)';
  if (band.isOpenStart) return 'url(#time-fade-start)';
  return band.isOpenEnd ? 'url(#time-fade-end)' : undefined;
};

const BandShape = ({
  band,
  item,
  y,
  left,
  right,
  isOther = false,
}: {
  readonly band: Band;
  readonly item: TimelineItem;
  readonly y: number;
  /** What is seen; a band that reaches far beyond it is cut, so that it fades where it can be seen. */
  readonly left: number;
  readonly right: number;
  readonly isOther?: boolean;
}): ReactNode => {
  const x0 = Math.max(band.x0, band.isOpenStart ? left : left - 60);
  const x1 = Math.min(band.x1, band.isOpenEnd ? right : right + 60);
  if (x1 <= x0) return null;
  const high = isOther ? 9 : BAND;
  return (
    <rect
      x={x0}
      y={y - high / 2}
      width={x1 - x0}
      height={high}
      rx={Math.min(high / 2, (x1 - x0) / 2)}
      mask={maskOf(band, item.isAbout)}
      className={isOther ? 'band-other' : item.isOpen ? 'band open' : 'band'}
    />
  );
};

const middleOf = ({ x0, x1 }: Band): number => (x0 + x1) / 2;

export interface ItemShapeProps {
  readonly placed: PlacedItem;
  readonly head: CaseHead;
  readonly top: number;
  readonly left: number;
  readonly right: number;
  readonly isHere: boolean;
  readonly isTabStop: boolean;
  readonly isOut: boolean;
  readonly open: (item: TimelineItem) => void;
}

/** A thing in its lane: a band as wide as its date is vague, its mark, its words, and the dates that others give. */
export const ItemShape = memo(
  ({ placed, head, top, left, right, isHere, isTabStop, isOut, open }: ItemShapeProps): ReactNode => {
    const { item, band, others, row, label, labelWidth, isInside } = placed;
    const y = top + row * ROW + ROW / 2;
    const slid = isInside ? Math.min(Math.max(band.x0, left), band.x1 - labelWidth - MARK - 24) : band.x0;
    const markX = band.isPoint
      ? middleOf(band)
      : Math.max(slid + MARK / 2 + 2, band.x0 + Math.min(MARK / 2 + 2, (band.x1 - band.x0) / 2));
    const textX = isInside ? slid + MARK + 8 : placed.labelX;
    const words = wordsOf(item);
    return (
      // biome-ignore lint/a11y/useSemanticElements: there are no buttons in SVG
      <g
        role="button"
        tabIndex={isTabStop ? 0 : -1}
        aria-label={words}
        aria-pressed={isHere}
        data-key={item.key}
        className={`item ${colourClass(head, item.origins[0])} ${isHere ? 'here' : ''} ${isOut ? 'out' : ''}`}
        onClick={() => open(item)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          open(item);
        }}
      >
        <title>{words}</title>
        <rect
          x={Math.max(left - 20, Math.min(markX - MARK / 2, textX) - 5)}
          y={y - 12}
          width={Math.max(MARK, textX + labelWidth - markX + MARK / 2) + 10}
          height={24}
          rx={5}
          className="hit"
        />
        {others.map((other) => (
          <g key={`${other.x0} ${other.x1}`}>
            <path d={`M${middleOf(band)} ${y}H${middleOf(other)}`} className="doubt" />
            {other.isPoint ? (
              <circle cx={middleOf(other)} cy={y} r={4} className="other-point" />
            ) : (
              <BandShape band={other} item={item} y={y} left={left} right={right} isOther />
            )}
          </g>
        ))}
        {band.isPoint ? null : <BandShape band={band} item={item} y={y} left={left} right={right} />}
        <Mark item={item} x={markX} y={y} />
        {label === '' ? null : (
          <text x={textX} y={y + 4.4}>
            {label}
          </text>
        )}
      </g>
    );
  },
);
