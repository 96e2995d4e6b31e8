import type { Span } from '../../model/index.ts';
import { describeSource } from '../../text/index.ts';
import type { Sentence } from '../known.ts';
import type { AttributionInput, Draft } from './draft.ts';
import { apart, firstEndingAfter, outermost, overlaps, trimmed } from './places.ts';

/** Words by which one who reports names whom it has it from. */
const CITING = /^(?:citing|quoting)$/;
/** The same with a relative: "which in turn cited". */
const CITED = /^(?:cites|cited|quotes|quoted)$/;
const RELATIVE = /^(?:which|who|that)$/;
/** Who can be cited as a speaker: not a number, an article of a law or a reason. */
const SPEAKERS = new Set(['person', 'organization', 'publicBody', 'group']);
const PRONOUN = /^(?:I|we|you|he|she|it|they|him|her|them|us|me|his|its|their|our|my|your)$/i;
const PAPERS =
  /\b(?:documents?|records?|filings?|e-?mails?|letters?|memos?|drafts?|reports?|messages?|papers?|people)$/i;
/** How much less sure than the attribution whose content it shares; a guess, since no corpus nests them. */
const SHARE = 0.9;
/** Where a description ends, and the most words of one. */
const STOPS = /^(?:[,;:.!?—–]|that|who|which|said|says)$/;
const MOST_WORDS = 14;

/**
 * "The Meridian, citing two officials, said …": the officials are who the Meridian has it from, and the content is the same.
 * "…, citing the Herald, which quoted three people": each passes on the words of the next.
 *
 * PolNeAR does not label this, so that the network takes whoever is cited for what is said. Returns the drafts without what it
 * took so, and with the chains.
 */
export const findCited = (known: AttributionInput, drafts: readonly Draft[]): readonly Draft[] => {
  const speakers = speakersOf(known);
  const bySentence = new Map<number, Draft[]>();
  for (const draft of drafts) {
    const at = firstEndingAfter(known.sentences, (draft.cue ?? draft.source ?? [0])[0]);
    bySentence.set(at, [...(bySentence.get(at) ?? []), draft]);
  }
  // What a draft became: cut where it took whoever is cited for what is said, null where it was nothing else.
  const changed = new Map<Draft, Draft | null>();
  const found: Draft[] = [];
  known.sentences.forEach((sentence, number) => {
    const here = bySentence.get(number) ?? [];
    let passes: Draft | null = null;
    for (const cue of citingIn(known, sentence)) {
      const mistaken = here.filter((draft) => draft.cue !== null && overlaps(draft.cue, cue));
      const main = mainOf(
        here.filter((draft) => !mistaken.includes(draft)),
        cue,
      );
      const cited = speakerBehind(speakers, cue[1]) ?? describedBehind(known, cue[1]);
      if (main === null || cited === null) continue;
      for (const draft of mistaken) changed.set(draft, null);
      const whole = changed.get(main) ?? main;
      const content = without(known.text, whole.content, [cue[0], cited[1]]);
      if (content.length === 0) continue;
      const under = content === whole.content ? whole : { ...whole, content };
      changed.set(main, under);
      passes = {
        source: cited,
        cue,
        content: under.content,
        confidence: (passes ?? under).confidence * SHARE,
        under: passes ?? under,
      };
      found.push(passes);
    }
  });
  const settled = (draft: Draft): Draft | null => (changed.has(draft) ? (changed.get(draft) ?? null) : draft);
  return [...drafts.map(settled).filter((draft) => draft !== null), ...found];
};

/** People, bodies and papers that may be cited: mentions, and what the network takes for a person or a body. */
const speakersOf = (known: AttributionInput): readonly { readonly start: number; readonly end: number }[] => {
  const mentions = known.mentions.filter(
    ({ type, form, head }) =>
      form !== 'pronoun' && (SPEAKERS.has(type) || PAPERS.test(known.text.slice(head[0], head[1]))),
  );
  const spans = known.recognised.spans.filter(
    ({ type, start, end }) =>
      (type === 'person' || type === 'organization') && !PRONOUN.test(known.text.slice(start, end)),
  );
  return outermost([...mentions, ...spans].map(({ start, end }) => ({ start, end })));
};

const EDGE = /[\s,;:.]/;

const without = (text: string, content: readonly Span[], gap: Span): readonly Span[] =>
  content.some((span) => overlaps(span, gap))
    ? apart(content, [gap])
        .map((span) => trimmed(text, span, EDGE))
        .filter((span) => span !== null)
    : content;

const citingIn = (known: AttributionInput, { first, last }: Sentence): readonly Span[] => {
  const found: Span[] = [];
  for (let i = first; i < last; i++) {
    const token = known.tokens[i];
    if (token === undefined) continue;
    const relative = (back: number): boolean => RELATIVE.test(known.tokens[i - back]?.lower ?? '');
    const isCited = CITED.test(token.lower) && (relative(1) || relative(2) || relative(3));
    if (CITING.test(token.lower) || isCited) found.push([token.start, token.end]);
  }
  return found;
};

/** The attribution of the sentence that stands last before the citing, or else first behind it. */
const mainOf = (here: readonly Draft[], [start]: Span): Draft | null => {
  let best: Draft | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (const draft of here) {
    if (draft.source === null) continue;
    const place = Math.min(draft.source[0], draft.cue?.[0] ?? draft.source[0]);
    const away = place < start ? start - place : 1e6 + place - start;
    if (away < distance) [best, distance] = [draft, away];
  }
  return best;
};

const speakerBehind = (speakers: ReturnType<typeof speakersOf>, offset: number): Span | null => {
  const next = speakers[firstEndingAfter(speakers, offset)];
  // An article and a word for what it is may stand between: "citing the newspaper Lantern".
  return next !== undefined && next.start >= offset && next.start - offset <= 16 ? [next.start, next.end] : null;
};

/** "citing a person close to the fund, …" where no mention is: words up to a comma that describe a source by what it is. */
const describedBehind = (known: AttributionInput, offset: number): Span | null => {
  const first = firstEndingAfter(known.tokens, offset);
  let last = first;
  while (last < first + MOST_WORDS && !STOPS.test(known.tokens[last]?.lower ?? '.')) last++;
  const words = known.tokens.slice(first, last);
  const isSource = words.some(({ pos, lower }) => pos === 'NOUN' && describeSource(lower).length > 0);
  const [start, end] = [words[0]?.start, words.at(-1)?.end];
  return isSource && start !== undefined && end !== undefined ? [start, end] : null;
};
