import type { ReadingAnswer } from '../../../src/serve/index.ts';
import type { Stretch } from '../../core/text/segments.ts';
import type { OpenedReading } from './reading-query.ts';

/** What can be laid over a text. */
export const LAYERS = ['mentions', 'attribution', 'frames', 'times', 'blocks', 'claims'] as const;
export type Layer = (typeof LAYERS)[number];

export const LAYER_WORDS: Readonly<Record<Layer, string>> = {
  mentions: 'names',
  attribution: 'who says so',
  frames: 'events and roles',
  times: 'times',
  blocks: 'blocks',
  claims: 'claims',
};

/** Letters that stand behind mentions: their kinds can be told apart without looking at the line under them. */
export const TYPE_LETTERS: Readonly<Record<ReadingAnswer['mentions'][number]['type'], readonly [string, string]>> = {
  person: ['P', 'person'],
  organization: ['O', 'organization'],
  publicBody: ['B', 'public body'],
  place: ['L', 'place'],
  facility: ['F', 'building or site'],
  group: ['G', 'group'],
  asset: ['A', 'asset'],
  instrument: ['I', 'plan, law, contract'],
  money: ['M', 'money'],
};

/** Something that is said of a stretch of text. */
export interface Mark extends Stretch {
  readonly layer: Exclude<Layer, 'blocks'> | 'control' | 'speaker' | 'at' | 'edited';
  /** Of an attribution source, cue or content; of a frame trigger or role; else empty. */
  readonly part: string;
  /** Id of the mention, attribution, claim, ... it is of. */
  readonly id: string;
  /** Shown in small print behind it, or before a trigger. */
  readonly label: string;
  readonly origin: string | null;
  /** How many attributions it stands within. */
  readonly depth: number;
  readonly isAgainst: boolean;
  /** Nothing more of the same follows: where its label stands. */
  readonly isLast: boolean;
}

type Said = Partial<Mark> & Pick<Mark, 'start' | 'end' | 'layer' | 'id'>;
const mark = (said: Said): Mark => ({
  part: '',
  label: '',
  origin: null,
  depth: 0,
  isAgainst: false,
  isLast: true,
  ...said,
});

/** How many attributions each stands within; one that would stand within itself counts as outermost. */
const depthsOf = (attributions: ReadingAnswer['attributions']): ReadonlyMap<string, number> => {
  const within = new Map(attributions.map(({ id, within }) => [id, within]));
  const depth = (id: string, seen: number): number => {
    const outer = within.get(id) ?? null;
    return outer === null || seen > 20 ? 0 : 1 + depth(outer, seen + 1);
  };
  return new Map(attributions.map(({ id }) => [id, depth(id, 0)]));
};

/** All that is said of the text of a document, whatever is switched on. Notes are numbered from 1 in the order they come. */
export const marksOf = (reading: OpenedReading): readonly Mark[] => {
  const marks: Mark[] = [];
  const only = reading.origins.length === 1 ? (reading.origins[0]?.id ?? null) : null;
  const depths = depthsOf(reading.attributions);
  for (const { id, source, cue, content, origins, polarity } of reading.attributions)
    for (const [part, pieces] of [
      ['content', content],
      ['source', source],
      ['cue', cue],
    ] as const)
      for (const [start, end] of pieces)
        marks.push(
          mark({
            start,
            end,
            layer: 'attribution',
            id,
            part,
            origin: origins[0] ?? only,
            depth: Math.min(depths.get(id) ?? 0, 2),
            isAgainst: polarity === 'negative',
          }),
        );
  for (const [index, { id, spans, polarity, origins }] of reading.notes.entries())
    for (const [at, [start, end]] of spans.entries())
      marks.push(
        mark({
          start,
          end,
          layer: 'claims',
          id,
          label: String(index + 1),
          origin: origins[0] ?? null,
          isAgainst: polarity === 'negative',
          isLast: at === spans.length - 1,
        }),
      );
  for (const { id, start, end, type } of reading.mentions)
    marks.push(mark({ start, end, layer: 'mentions', id, part: type, label: TYPE_LETTERS[type][0] }));
  for (const { id, start, end, words } of reading.times)
    marks.push(mark({ start, end, layer: 'times', id, label: words ?? 'not placed' }));
  for (const { id, type, trigger, roles, polarity } of reading.frames) {
    const isAgainst = polarity === 'negative';
    marks.push(
      mark({ start: trigger[0], end: trigger[1], layer: 'frames', id, part: 'trigger', label: type, isAgainst }),
    );
    for (const [role, pieces] of Object.entries(roles))
      for (const [start, end] of pieces)
        marks.push(mark({ start, end, layer: 'frames', id, part: 'role', label: role }));
  }
  for (const { speaker } of reading.blocks)
    if (speaker !== null) marks.push(mark({ start: speaker[0], end: speaker[1], layer: 'speaker', id: 'speaker' }));
  for (const { start, end, name } of reading.controls)
    marks.push(mark({ start, end, layer: 'control', id: 'control', label: name }));
  return marks;
};

/** Who says what stands at an attribution, in the words of the document: innermost first, the outlet last. */
export const chainWords = (reading: ReadingAnswer, id: string): readonly string[] => {
  const words: string[] = [];
  let next: string | null = id;
  for (let hops = 0; next !== null && hops < 20; hops++) {
    const found = reading.attributions.find((one) => one.id === next);
    if (found === undefined) break;
    const source = found.source.map(([start, end]) => reading.text.slice(start, end)).join(' … ');
    words.push(source === '' ? 'source not named' : source);
    next = found.within;
  }
  words.push(reading.document.outlet ?? 'this document');
  return words;
};

/** The innermost attribution at a place; null where the document itself speaks. */
export const attributionAt = (reading: ReadingAnswer, at: number): string | null => {
  const depths = depthsOf(reading.attributions);
  const holding = reading.attributions.filter(({ source, cue, content }) =>
    [...source, ...cue, ...content].some(([start, end]) => start <= at && at < end),
  );
  return [...holding].sort((a, b) => (depths.get(b.id) ?? 0) - (depths.get(a.id) ?? 0))[0]?.id ?? null;
};
