import type { Span } from '../../model/index.ts';
import { type AttributionInput, type Draft, SAID } from './draft.ts';
import { outermost, overlapping } from './places.ts';

/** Labels are plain marks; a guess, since no corpus has them. */
const LABELLED = 0.95;
const MARKED = 0.8;
/** Farthest before a quote that the name of its speaker ends: "Tove Islip, leaving by the side door: …". */
const ASIDE = 80;

/** "JANE DOE: …": what a labelled speaker of a transcript says. */
export const findTurnAttributions = (known: AttributionInput): readonly Draft[] =>
  known.blocks.flatMap((block): Draft[] => {
    const speaker = block.speaker;
    if (block.kind !== 'turn' || speaker == null) return [];
    const content = trim(known.text, speaker[1], block.end);
    if (content === null) return [];
    return [{ source: speaker, cue: null, content: [content], confidence: LABELLED, class: SAID }];
  });

const COLON = /^\s*(?<source>[^:–—"“”.?!]{2,60}):\s+(?<content>\S.{14,})$/su;
const DASH = /^\s*(?<content>\S.{14,}?)\s+[–—-]\s+(?<source>[^–—:]{2,50}?)\s*$/su;
/** A label in a headline that is no source: "Live:", "Exclusive:". */
const LABEL =
  /^(?:live|exclusive|analysis|opinion|explainer|update|updated|breaking|watch|video|podcast|interview|profile|correction|fact[- ]check|q&a|timeline|in brief|news|world|politics|business|editorial|comment|feature|special report)$/i;

/** "Envoys to meet in Lorne – Meridian", "Veld: no deal without sanctions relief": headlines with their source. */
export const findHeadlineAttributions = (known: AttributionInput, told: readonly Draft[]): readonly Draft[] => {
  const taken = placesOf(told);
  return known.blocks.flatMap((block): Draft[] => {
    if (block.kind !== 'headline' || overlapping(taken, [block.start, block.end]).length > 0) return [];
    const line = known.text.slice(block.start, block.end);
    const match = DASH.exec(line) ?? COLON.exec(line);
    const source = match?.groups?.source;
    const content = match?.groups?.content;
    if (source === undefined || content === undefined || LABEL.test(source.trim())) return [];
    const start =
      block.start +
      line.indexOf(source, line.lastIndexOf(source) > line.indexOf(content) ? line.lastIndexOf(source) : 0);
    const from = block.start + line.indexOf(content);
    const named = known.mentions.some((m) => m.start < start + source.length && m.end > start && m.form === 'name');
    const outlet = known.document.outlet;
    if (!named || (outlet !== null && source.trim().toLowerCase() === outlet.toLowerCase())) return [];
    const spans: readonly [Span | null, Span | null] = [
      trim(known.text, start, start + source.length),
      trim(known.text, from, from + content.length),
    ];
    if (spans[0] === null || spans[1] === null) return [];
    return [{ source: spans[0], cue: null, content: [spans[1]], confidence: MARKED, class: SAID }];
  });
};

/** 'Its chairwoman, Tove Islip: "…"' and '"…" – Tove Islip': a quote whose only cue is a mark beside a name. */
export const findMarkedAttributions = (known: AttributionInput, told: readonly Draft[]): readonly Draft[] => {
  const taken = placesOf(told);
  const names = known.mentions.filter(
    (mention) => mention.form !== 'pronoun' && mention.type !== 'place' && mention.type !== 'money',
  );
  let at = 0;
  return known.quotes.flatMap((quote): Draft[] => {
    while (at < names.length && (names[at]?.end ?? 0) < quote.start - ASIDE) at++;
    if (quote.scare || overlapping(taken, [quote.start, quote.end]).length > 0) return [];
    for (let i = at; i < names.length; i++) {
      const name = names[i];
      if (name === undefined || name.start > quote.end + 12) break;
      const between = name.end <= quote.start ? known.text.slice(name.end, quote.start) : '';
      const behind = name.start >= quote.end ? known.text.slice(quote.end, name.start) : '';
      const mark = /^\s*(?:\([^)]{1,30}\)\s*|,[^:.!?\n"“”]{1,60})?(:)\s*$/d.exec(between)?.indices?.[1];
      const dash = /^\s*([―—–-]{1,2})\s*$/d.exec(behind)?.indices?.[1];
      const cue = mark?.map((at) => name.end + at) ?? dash?.map((at) => quote.end + at);
      if (cue === undefined) continue;
      return [
        {
          source: [name.start, name.end],
          cue: [cue[0] ?? 0, cue[1] ?? 0],
          content: [[quote.start, quote.end]],
          confidence: MARKED,
          class: SAID,
        },
      ];
    }
    return [];
  });
};

/** Where something is said already. */
const placesOf = (told: readonly Draft[]): readonly { readonly start: number; readonly end: number }[] =>
  outermost(told.flatMap(({ content }) => content.map(([start, end]) => ({ start, end }))));

const trim = (text: string, start: number, end: number): Span | null => {
  let first = start;
  let last = end;
  while (first < last && /\s/.test(text[first] ?? '')) first++;
  while (last > first && /\s/.test(text[last - 1] ?? '')) last--;
  return last - first < 2 ? null : [first, last];
};
