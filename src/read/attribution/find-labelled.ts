import type { Span } from '../../model/index.ts';
import type { AttributionInput, Draft } from './cue.ts';

const SAID = {
  kind: 'say',
  polarity: 'positive',
  certainty: 'underspecified',
  tense: 'non-future',
} as const;

/** "JANE DOE: …": what a labelled speaker of a transcript says. */
export const findTurnAttributions = (known: AttributionInput): readonly Draft[] =>
  known.blocks.flatMap((block): Draft[] => {
    const speaker = block.speaker;
    if (block.kind !== 'turn' || speaker == null) return [];
    const content = trim(known.text, speaker[1], block.end);
    if (content === null) return [];
    return [{ ...SAID, source: [speaker], cue: [], content: [content], speech: 'direct', sourceKind: 'named' }];
  });

const COLON = /^\s*(?<source>[^:–—"“”.?!]{2,60}):\s+(?<content>\S.{14,})$/su;
const DASH = /^\s*(?<content>\S.{14,}?)\s+[–—-]\s+(?<source>[^–—:]{2,50}?)\s*$/su;
/** A label in a headline that is no source: "Live:", "Exclusive:". */
const LABEL =
  /^(?:live|exclusive|analysis|opinion|explainer|update|updated|breaking|watch|video|podcast|interview|profile|correction|fact[- ]check|q&a|timeline|in brief|news|world|politics|business|editorial|comment|feature|special report)$/i;

/** "Envoys to meet in Lorne – Meridian", "Veld: no deal without sanctions relief": headlines with their source. */
export const findHeadlineAttributions = (known: AttributionInput): readonly Draft[] =>
  known.blocks.flatMap((block): Draft[] => {
    if (block.kind !== 'headline') return [];
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
    return [{ ...SAID, source: [spans[0]], cue: [], content: [spans[1]], speech: 'indirect', sourceKind: 'named' }];
  });

/** 'Its chairwoman, Tove Islip: "…"' and '"…" – Tove Islip': a quote whose only cue is a mark beside a name. */
export const findMarkedAttributions = (known: AttributionInput, taken: ReadonlySet<number>): readonly Draft[] => {
  const names = known.mentions.filter(
    (mention) => mention.form !== 'pronoun' && mention.type !== 'place' && mention.type !== 'money',
  );
  let at = 0;
  return known.quotes.flatMap((quote): Draft[] => {
    while (at < names.length && (names[at]?.end ?? 0) < quote.start - 40) at++;
    if (quote.scare || taken.has(quote.start)) return [];
    for (let i = at; i < names.length; i++) {
      const name = names[i];
      if (name === undefined || name.start > quote.end + 12) break;
      const before =
        name.end <= quote.start && /^\s*(?:\([^)]{1,30}\)\s*)?:\s*$/.test(known.text.slice(name.end, quote.start));
      const after = name.start >= quote.end && /^\s*[―—–-]{1,2}\s*$/.test(known.text.slice(quote.end, name.start));
      if (!before && !after) continue;
      const kind = name.form === 'name' ? 'named' : 'unnamed';
      return [
        {
          ...SAID,
          source: [[name.start, name.end]],
          cue: [],
          content: [[quote.start, quote.end]],
          speech: 'direct',
          sourceKind: kind,
        },
      ];
    }
    return [];
  });
};

const trim = (text: string, start: number, end: number): Span | null => {
  let first = start;
  let last = end;
  while (first < last && /\s/.test(text[first] ?? '')) first++;
  while (last > first && /\s/.test(text[last - 1] ?? '')) last--;
  return last - first < 2 ? null : [first, last];
};
