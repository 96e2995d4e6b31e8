import { escapeHtml } from './html-text.ts';
import {
  type Band,
  DAY,
  layOutNarrow,
  layOutWide,
  type PlacedItem,
  type TimelinePicture,
  textWidth,
} from './lay-out-timeline.ts';
import { ORIGIN_COLOURS, originFill } from './marks.ts';
import { STANDING_WORDS } from './standing.ts';
import type { Lane, Timeline } from './timeline.ts';

const WIDE = 900;
const GUTTER = 112;
const NARROW = 346;
const BAND = 17;
/** More origins than this in one band cannot be told apart. */
const STRIPS = 4;

type RankOf = (origin: string) => number;

/**
 * The timeline as two inline pictures, one for wide pages and paper, one for narrow screens (the style sheet shows one).
 * Empty when nothing is dated.
 */
export const drawTimeline = (timeline: Timeline, rankOf: RankOf): string => {
  const wide = layOutWide(timeline, WIDE, GUTTER);
  const narrow = layOutNarrow(timeline, NARROW);
  if (wide === null || narrow === null) return '';
  return `<div class="time wide">${picture(wide, rankOf, 'w')}</div>\n<div class="time narrow">${picture(narrow, rankOf, 'n')}</div>`;
};

const picture = (layout: TimelinePicture, rankOf: RankOf, key: 'w' | 'n'): string => {
  const { width, height, axis, ticks, lanes } = layout;
  const grid = ticks.map(({ x }) => `M${x} ${axis}V${height}`).join('');
  const labels = ticks
    .filter(({ x, label }) => x + textWidth(label) < width)
    .map(({ x, label }) => `<text x="${x + 3}" y="${axis - 11}" class="tick">${label}</text>`)
    .join('');
  const count = lanes.reduce((sum, lane) => sum + lane.items.length, 0);
  const drawn = lanes.map(({ lane, y, items }) => {
    const rule = `<path d="M0 ${y}H${width}" class="rule"/>`;
    return `<g>${rule}${laneName(lane, y, key)}${items.map((item, index) => drawItem(item, rankOf, `${key}${y}-${index}`, key)).join('')}</g>`;
  });
  return [
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="t-${key}">`,
    `<title id="t-${key}">Timeline of ${count} dated entries; each is listed below</title>`,
    `<path d="${grid}" class="grid"/>${labels}${drawn.join('')}<path d="M0 ${height - 0.5}H${width}" class="rule"/></svg>`,
  ].join('');
};

/** A lane's name, on two lines where it stands in the gutter. */
const laneName = (lane: Lane, y: number, key: 'w' | 'n'): string => {
  if (key === 'n') return `<text x="0" y="${y + 18}" class="lane">${lane}</text>`;
  const [first, second] = lane.split(' and ');
  const rest = second === undefined ? '' : `<tspan x="0" dy="15">and ${second}</tspan>`;
  return `<text x="0" y="${y + 28}" class="lane">${first}${rest}</text>`;
};

const drawItem = (placed: PlacedItem, rankOf: RankOf, id: string, key: 'w' | 'n'): string => {
  const { item, band, others, y, label, when, textX, anchor, markX } = placed;
  const bandY = key === 'w' ? y : y + 15;
  const standing = item.standing === null ? 'not weighed' : STANDING_WORDS[item.standing];
  const elsewhere = item.others.map((other) => `; others say ${other.when}`).join('');
  const title = `${item.label}, ${item.when ?? 'no date'} (${item.status}; ${standing}${elsewhere})`;
  const dayX = (band.x0 + band.x1) / 2;
  const markY = key === 'w' ? y : y - 4;
  const mark =
    item.standing === null
      ? ''
      : `<use href="#m-${item.standing}" x="${markX - 7.5}" y="${markY - 7.5}" width="15" height="15" class="s-${item.standing}"/>`;
  const textY = key === 'w' ? y + 4.5 : y;
  const words = `<text x="${textX}" y="${textY}"${anchor === 'end' ? ' text-anchor="end"' : ''}>${escapeHtml(label)}<tspan class="dim"> · ${escapeHtml(when)}</tspan></text>`;
  const shape = band.isDay
    ? dayShape(dayX, bandY, item.origins.map(rankOf), id)
    : bandShape(band, bandY, item.origins.map(rankOf), item.isOpen, id);
  const doubts = others.map((other) => otherShape(other, band, bandY)).join('');
  return `<g><title>${escapeHtml(title)}</title>${doubts}${shape}${mark}${words}</g>`;
};

/** A band with a strip for each origin; only outlined when no origin is known; a dashed edge for what is not said to be done. */
const bandShape = (band: Band, y: number, ranks: readonly number[], isOpen: boolean, id: string): string => {
  const { x0, x1, isOpenStart, isOpenEnd } = band;
  const [top, width] = [y - BAND / 2, x1 - x0];
  const radius = isOpenStart || isOpenEnd ? 0 : Math.min(BAND / 2, width / 2);
  const box = `x="${x0}" y="${top}" width="${r(width)}" height="${BAND}" rx="${r(radius)}"`;
  const clip =
    ranks.length === 0
      ? ''
      : `<clipPath id="c-${id}"><rect ${box}/></clipPath><g clip-path="url(#c-${id})">${strips(band, y, BAND, ranks)}</g>`;
  return `${clip}<rect ${box} class="band${isOpen ? ' open' : ''}"/>`;
};

/** A day: a disc in the origins' colours, behind its mark. */
const dayShape = (x: number, y: number, ranks: readonly number[], id: string): string => {
  const band = { x0: x - DAY, x1: x + DAY };
  return `<clipPath id="c-${id}"><circle cx="${r(x)}" cy="${y}" r="${DAY}"/></clipPath><g clip-path="url(#c-${id})">${strips(band, y, DAY * 2, ranks)}</g>`;
};

/** A strip of each origin's colour, one above the other. */
const strips = ({ x0, x1 }: Pick<Band, 'x0' | 'x1'>, y: number, height: number, ranks: readonly number[]): string =>
  ranks
    .slice(0, STRIPS)
    .map((rank, index, all) => {
      const part = height / all.length;
      const faint = rank < ORIGIN_COLOURS ? ' fill-opacity=".32"' : '';
      return `<rect x="${r(x0)}" y="${r(y - height / 2 + index * part)}" width="${r(x1 - x0)}" height="${r(part)}" fill="${originFill(rank)}"${faint}/>`;
    })
    .join('');

/** A date that others give instead, tied to this one by a thin dashed line. */
const otherShape = (other: Band, band: Band, y: number): string => {
  const [from, to] = [(band.x0 + band.x1) / 2, (other.x0 + other.x1) / 2];
  // Too near to be told apart in the picture; the words name both.
  if (Math.abs(to - from) < DAY + 5) return '';
  const tie = `<path d="M${r(from)} ${y}H${r(to)}" class="doubt"/>`;
  return other.isDay
    ? `${tie}<path d="M${r(to)} ${y - 6}l6 6-6 6-6-6z" class="doubt solid"/>`
    : `${tie}<rect x="${other.x0}" y="${y - 6}" width="${r(other.x1 - other.x0)}" height="12" rx="6" class="doubt"/>`;
};

const r = (value: number): number => Math.round(value * 10) / 10;
