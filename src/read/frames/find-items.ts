import type { Frame, Span } from '../../model/index.ts';
import { type FrameDefinition, typeOf } from '../beats/index.ts';
import type { Chunk } from './chunks.ts';
import { type Contents, propertiesIn } from './contents.ts';
import { splitWords } from './find-triggers.ts';
import type { Scene } from './scene.ts';
import { endAt } from './words-at.ts';

/** "Article 4.", "**Point 2.**", "3)", "- ", at the head of a line. */
const LABEL =
  /^[ \t]*(?:[-*•–—][ \t]+)?(?:\*\*|__)?(?:(?<word>Articles?|Art\.|Points?|Clauses?|Paragraphs?|Sections?|Items?|Principles?)[ \t]+(?:\d{1,3}|[IVX]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten)(?=[.):*_]|[ \t]*[–—])|(?<number>\d{1,2})(?=[.)]))[.):*_]*[ \t–—-]*(?=\S)/iu;
const BULLET = /^[ \t]*[-*•–—][ \t]+(?=\S)/u;

/** What a line or heading that announces such a list says beside the text's own noun. */
const ANNOUNCES =
  /\b(?:says?|said|reads?|read|contains?|includes?|included|points?|provisions?|terms|text|full|following|follows?|contents?|articles?|calls? for|provides?|proposes?|proposed|envisages?|stipulates?|sets? out|demands?|key|main|elements|in it|would)\b/i;

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Item {
  readonly line: Line;
  /** Where its own words begin. */
  readonly from: number;
  readonly kind: 'word' | 'number' | 'bullet';
}

const linesOf = (text: string): readonly Line[] => {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') lines.push({ start, end: start + line.length, text: line });
    start += line.length + 1;
  }
  return lines;
};

const itemOf = (line: Line): Item | null => {
  const label = LABEL.exec(line.text);
  if (label !== null)
    return { line, from: line.start + label[0].length, kind: label.groups?.word === undefined ? 'number' : 'word' };
  const bullet = BULLET.exec(line.text);
  return bullet === null ? null : { line, from: line.start + bullet[0].length, kind: 'bullet' };
};

/** Words of an item: its first sentence, or the line. */
const MOST = 400;
/** An item has at least a noun and a verb, or a noun and what is to become of it. */
const LEAST = 3;
/** In characters: how far before its points a plan may have been named. */
const NEAR = 2500;

/**
 * The items of a list that is announced as the contents of a plan: numbered articles and points wherever a plan is spoken of before;
 * bare numbers and bullets only behind a line that announces them ("The draft contains the following points:").
 */
export const findItems = (
  scene: Scene,
  definition: FrameDefinition,
  contents: Contents,
  told: readonly Frame[],
): readonly Frame[] => {
  const words = definition.roles[contents.of]?.words ?? [];
  const lines = linesOf(scene.known.text);
  const items = lines.map(itemOf);
  const frames: Frame[] = [];
  for (let i = 0; i < lines.length; i++) {
    const first = items[i];
    if (first == null) continue;
    let last = i;
    while (items[last + 1]?.kind === first.kind) last++;
    const list = items.slice(i, last + 1).flatMap((item) => item ?? []);
    i = last;
    if (list.length < 2) continue;
    const thing = announced(scene, words, lines[i - list.length] ?? null, first);
    if (thing === null) continue;
    for (const item of list) {
      const span = spanOf(scene, item);
      if (span === null || told.some(({ trigger }) => trigger[0] >= span[0] && trigger[1] <= span[1])) continue;
      frames.push(frameOf(scene, definition, contents, thing, span));
    }
  }
  return frames;
};

/** The plan whose contents a list gives. */
const announced = (scene: Scene, words: readonly string[], before: Line | null, first: Item): Chunk | null => {
  const at = scene.tokenFrom(first.line.start);
  const found = nearest(scene, words, at);
  if (found === null || first.line.start - scene.span(found.first, found.last)[1] > NEAR) return null;
  if (first.kind === 'word') return found;
  if (before === null) return null;
  const said = before.text.trim();
  const isLead = said.endsWith(':') || (said.length <= 80 && !/[.!?,;]$/.test(said));
  const [, end] = scene.span(found.first, found.last);
  return isLead && end > before.start && ANNOUNCES.test(said) ? found : null;
};

const nearest = (scene: Scene, words: readonly string[], at: number): Chunk | null => {
  for (let sentence = (scene.tokens[at]?.sentence ?? 0) - 1; sentence >= 0; sentence--) {
    const found = scene.chunksOf(sentence).findLast((chunk) => words.some((word) => isCalled(scene, chunk, word)));
    if (found !== undefined) return found;
  }
  return null;
};

/** Not a point or article of it, which may be a newspaper's. */
const isCalled = (scene: Scene, { head }: Chunk, word: string): boolean => {
  const parts = splitWords(word);
  return parts.at(-1) !== '#' && !/^(?:clause|provision|licence|license|deal)$/.test(word) && endAt(scene, parts, head);
};

const spanOf = (scene: Scene, { line, from }: Item): Span | null => {
  const first = scene.tokenFrom(from);
  const start = scene.tokens[first]?.start ?? -1;
  if (start < from || start >= line.end) return null;
  const words = scene.known.text.slice(start, line.end);
  const stop = /[.;!?](?=["”»*_]*(?:\s|$))/u.exec(words)?.index ?? words.length;
  const end = start + Math.min(stop, words.trimEnd().length);
  const count = scene.tokenFrom(end) - first;
  return count < LEAST || end - start > MOST ? null : [start, end];
};

const frameOf = (
  scene: Scene,
  definition: FrameDefinition,
  { of, part }: Contents,
  thing: Chunk,
  span: Span,
): Frame => ({
  id: '',
  type: typeOf(definition),
  trigger: span,
  extent: span,
  roles: { [of]: [scene.span(thing.first, thing.last)], [part]: [span] },
  properties: { ...propertiesIn(scene, definition, span), ...formOf(scene.known.text.slice(...span)) },
  polarity: 'positive',
  certainty: 'certain',
  tense: 'non-future',
  status: 'held',
  attribution: scene.attributionAt(span)?.id ?? null,
  time: null,
  duration: null,
  conditions: [],
  rule: `${definition.frame}/items`,
  confidence: 0.8,
});

/** What is to be as only a text itself says it: "shall", or between marks of quotation. */
const formOf = (words: string): Record<string, string> =>
  /\bshall\b/i.test(words) || /^["“«„].*["”»“]$/u.test(words) ? { form: 'quoted' } : {};
