import type { Attribution, Frame, Span } from '../model/index.ts';
import type { Derivation, OriginPath } from './derive-origins.ts';
import { evidenceAt, type Leaf, mentionAt, wordsAt } from './pile.ts';
import type { AskBearers, AskOrigins } from './questions.ts';
import type { Bearer } from './resolve-entities.ts';
import type { Sourcing } from './sourcing.ts';

/** The attributions around a frame, innermost first. */
export const attributionsAround = (leaf: Leaf, frame: Frame): readonly Attribution[] => {
  const byId = new Map(leaf.reading.attributions.map((one) => [one.id, one]));
  const around: Attribution[] = [];
  let id = frame.attribution;
  while (id !== null) {
    const one = byId.get(id);
    if (one === undefined || around.includes(one)) break;
    around.push(one);
    id = one.within;
  }
  return around;
};

/** "The newspaper", "the report", "the newspaper's sources": an outlet that was named before. */
const THE_OUTLET =
  /^(?:the|this|that|its)\s+(?:[\p{Ll}-]+\s+)?(?:newspaper|paper|daily|magazine|agency|outlet|publication|broadcaster|channel|report|investigation|article|site|website|portal|weekly|journalists)(?:['’]s\s+(?:report|investigation|article|journalists|reporters))?$/iu;

/** The bearer that a source denotes, "the newspaper" being the outlet cited last before it; null for an unnamed one. */
export const bearerOfSource = (
  leaf: Leaf,
  bearers: Pick<AskBearers, 'ofChain'>,
  sourcing: Sourcing,
  source: readonly Span[],
): Bearer | null => {
  for (const span of source) {
    const mention = mentionAt(leaf, span);
    const bearer = mention === null ? null : bearers.ofChain(leaf.document.id, mention.chain);
    if (bearer !== null) return bearer;
    if (!THE_OUTLET.test(wordsAt(leaf, span).replace(/\s+/g, ' ').trim())) continue;
    const before = sourcing.cited.filter((one) => one.span[0] < span[0] && one.kind !== 'earlier');
    const outlets = new Set(before.map((one) => one.outlet));
    const last = before.at(-1)?.outlet ?? null;
    // "The agency" after two agencies may be either.
    if (last !== null && outlets.size === 1) return last;
  }
  return null;
};

const isInside = (inner: Span, outer: Span): boolean => inner[0] >= outer[0] && inner[1] <= outer[1];

/**
 * Where a passage comes from (rule O10): the outlet nearest outward among those who are said to say it; else the outlet
 * cited in the very sentence; else the document's own voice where it speaks of it; else what the document as a whole rests on.
 */
export const passageOrigins = (
  leaf: Leaf,
  frame: Frame,
  asked: AskBearers & AskOrigins,
  sourcing: Sourcing,
  whole: Derivation,
): readonly OriginPath[] => {
  const cited = new Map(sourcing.cited.map((one) => [one.outlet.id, one]));
  const own = (): readonly OriginPath[] => {
    const outlet = sourcing.ownElsewhere[0] ?? sourcing.own;
    if (outlet === null || whole.basis === 'own' || whole.basis === 'implied') return whole.paths;
    const voice = evidenceAt(leaf, sourcing.ownVoice.find((extent) => isInside(frame.trigger, extent)) ?? frame.extent);
    return [
      {
        origin: asked.originOf(outlet, leaf.document.id),
        links: [outlet],
        form: 'stated',
        reason: `O10: in this passage it speaks of its own reporting (${outlet.name})`,
        evidence: voice === null ? [] : [voice],
      },
    ];
  };
  for (const attribution of attributionsAround(leaf, frame)) {
    const source = bearerOfSource(leaf, asked, sourcing, attribution.source);
    if (source === null) continue;
    const one = cited.get(source.id);
    if (one !== undefined) return fromWhole(whole, asked.follow(one, leaf.document.id));
    if (source === sourcing.own || sourcing.ownElsewhere.includes(source)) return own();
  }
  const around = sourcing.cited
    .filter((one) => isInside(frame.trigger, one.extent))
    .sort((a, b) => a.extent[1] - a.extent[0] - (b.extent[1] - b.extent[0]) || a.extent[0] - b.extent[0]);
  const rooted = around.filter((one) => !around.some((other) => other.by === one.outlet));
  if (rooted.length > 0)
    return fromWhole(
      whole,
      rooted.flatMap((one) => asked.follow(one, leaf.document.id)),
    );
  if (sourcing.ownVoice.some((extent) => isInside(frame.trigger, extent))) return own();
  const copied = whole.copied?.find(({ extent }) => isInside(frame.trigger, extent));
  if (copied !== undefined) return copied.paths;
  return whole.paths;
};

/** The whole document's path to the same origin is kept where there is one, since it may be the fuller. */
const fromWhole = (whole: Derivation, paths: readonly OriginPath[]): readonly OriginPath[] => {
  const seen = new Map<string, OriginPath>();
  for (const path of paths) {
    const same = whole.paths.find((one) => one.origin.id === path.origin.id);
    seen.set(path.origin.id, same ?? path);
  }
  return [...seen.values()].sort((a, b) => (a.origin.id < b.origin.id ? -1 : 1));
};
