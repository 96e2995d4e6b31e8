import type { BlockKind, Span } from '../../model/index.ts';
import type { Paragraph } from './paragraphs.ts';

/** A sentence, roughly: the smallest stretch that is given a kind. `kind` is null while nothing is known. */
export interface Unit {
  start: number;
  end: number;
  /** The words that cues are looked for in: at most `PROBE` characters, so that cost does not grow with one endless line. */
  readonly probe: string;
  readonly paragraph: number;
  kind: BlockKind | null;
  speaker: Span | null;
}

export const PROBE = 600;

// Bounded repeats: a long run of quotation marks or spaces cannot make the search go back and forth.
const BREAK = /[.!?…]["'”’»)\]]{0,3}\s{1,8}(?=["'“‘«([]{0,2}[\p{Lu}\p{N}©])/gu;
const ABBREVIATION =
  /(?:^|[\s("“'’‘.-])(?:\p{Lu}|Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Hon|Gen|Col|Lt|Maj|Capt|Sgt|Adm|Gov|Sen|Rep|Pres|Amb|St|Jr|Sr|vs|No|Nos|Fig|Art|pp?|ca|cf|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|e\.g|i\.e)\.$/u;

/** Splits one paragraph into sentences by a cheap rule; the sentences proper are found by a later stage. */
export const splitUnits = (paragraph: Paragraph, index: number, text: string): Unit[] => {
  const units: Unit[] = [];
  const push = (start: number, end: number): void => {
    units.push({
      start,
      end,
      probe: text.slice(start, Math.min(end, start + PROBE)),
      paragraph: index,
      kind: null,
      speaker: null,
    });
  };
  let from = 0;
  for (const match of paragraph.text.matchAll(BREAK)) {
    const stop = match.index + match[0].trimEnd().length;
    if (
      match[0].startsWith('.') &&
      ABBREVIATION.test(paragraph.text.slice(Math.max(from, match.index - 8), match.index + 1))
    )
      continue;
    push(paragraph.start + from, paragraph.start + stop);
    from = match.index + match[0].length;
  }
  if (from < paragraph.text.length) push(paragraph.start + from, paragraph.end);
  return units;
};

/** Cuts a unit in two at `at` (an offset of the document); white space around the cut belongs to neither. */
export const cutUnit = (units: Unit[], index: number, at: number, text: string): void => {
  const unit = units[index];
  if (!unit || at <= unit.start || at >= unit.end) return;
  let end = at;
  while (end > unit.start && /\s/u.test(text[end - 1] ?? '')) end -= 1;
  let start = at;
  while (start < unit.end && /\s/u.test(text[start] ?? '')) start += 1;
  if (end <= unit.start || start >= unit.end) return;
  const probe = (from: number, to: number): string => text.slice(from, Math.min(to, from + PROBE));
  units.splice(
    index,
    1,
    { ...unit, end, probe: probe(unit.start, end) },
    { ...unit, start, probe: probe(start, unit.end) },
  );
};
