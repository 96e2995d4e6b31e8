import { basename } from 'node:path';
import type { Case } from '../../src/model/index.ts';
import type { Place } from './answers.ts';
import { fold, type Ground, locate, matchEntities, type Score, touches } from './ground.ts';
import { scoreEntities } from './score-entities.ts';
import { scoreLedgers } from './score-ledgers.ts';
import { scoreOrigins } from './score-origins.ts';

/** Scores every kind of a case against its known answers. */
export const scoreCase = (ground: Ground): readonly Score[] => {
  const matched = matchEntities(ground);
  return [
    ...scoreEntities(ground, matched),
    scoreOrigins(
      ground.answers,
      new Map(ground.case.documents.map((document) => [basename(document.path), document.origins])),
    ),
    scoreChains(ground),
    ...scoreLedgers(ground),
    contradictions(ground),
    traps(ground),
    blocks(ground),
  ];
};

/** Who is at the inner end of the chain of a quote. */
const scoreChains = (ground: Ground): Score => {
  const shortfalls: string[] = [];
  let found = 0;
  for (const known of ground.answers.chains) {
    const at = locate(ground, known);
    const reading = ground.readings.find((one) => one.document.id === at?.id);
    const document = ground.documents.find((one) => one.id === at?.id);
    const wanted = fold((known.chain[0] ?? '').replace(/^unnamed:\s*/, ''));
    if (at === null || reading === undefined || document === undefined) {
      shortfalls.push(`text not kept: ${known.document}: ${known.quote.slice(0, 80)}`);
      continue;
    }
    const covering = reading.attributions.filter((a) =>
      a.content.some(([s, e]) => Math.min(e, at.end) - Math.max(s, at.start) > (at.end - at.start) / 2),
    );
    const sources = covering.flatMap((a) => a.source.map(([s, e]) => nameOf(ground, reading, document.text, s, e)));
    const outlet = fold(document.outlet ?? '');
    const right =
      sources.some((source) => alike(source, wanted)) ||
      (covering.length === 0 && (alike(outlet, wanted) || citedIn(ground, known).some((c) => alike(c, wanted))));
    if (right) found++;
    else
      shortfalls.push(
        `${known.document}: wanted "${known.chain[0]}", told ${sources.length === 0 ? 'nobody' : sources.join(' | ')}: ${known.quote.slice(0, 70)}`,
      );
  }
  return {
    kind: 'innermost source of a quote',
    known: ground.answers.chains.length,
    found,
    made: null,
    right: null,
    shortfalls,
  };
};

const citedIn = (ground: Ground, place: Place): readonly string[] => {
  const document = ground.case.documents.find((d) => basename(d.path) === place.document);
  return (document?.chain ?? []).flatMap((chain) => chain.links.map(fold));
};

/** The full name behind a source span, through its chain of mentions. */
const nameOf = (
  ground: Ground,
  reading: Ground['readings'][number],
  text: string,
  start: number,
  end: number,
): string => {
  const mention = reading.mentions.find((m) => m.start >= start - 1 && m.end <= end + 1);
  const named = reading.mentions
    .filter((m) => m.chain === mention?.chain && m.form === 'name')
    .sort((a, b) => b.end - b.start - (a.end - a.start))[0];
  const own = named === undefined ? '' : text.slice(named.head[0], named.head[1]);
  const entity = ground.case.entities.find((e) => e.names.some((name) => name.text === own));
  return fold([text.slice(start, end), own, entity?.name ?? ''].join(' '));
};

/** Most words of the wanted name stand in what was told. */
const alike = (told: string, wanted: string): boolean => {
  const words = wanted
    .split(' ')
    .filter(
      (word) => word.length > 2 && !['the', 'with', 'two', 'three', 'and', 'for', 'who', 'unnamed'].includes(word),
    );
  if (words.length === 0) return false;
  const have = new Set(told.split(' '));
  return words.filter((word) => have.has(word)).length >= Math.max(1, Math.ceil(words.length / 2));
};

const contradictions = (ground: Ground): Score => {
  const { answers, case: made } = ground;
  const hit = (k: (typeof answers.contradictions)[number], c: Case['contradictions'][number]): boolean =>
    k.kind === c.kind && k.values.filter((value) => touches(ground, c.evidence, value.evidence)).length >= 2;
  // One that is explained (two drafts, a price with freight) is right to find and may be missed.
  const asked = answers.contradictions.filter((k) => k.explained == null);
  const missing = asked.filter((k) => !made.contradictions.some((c) => hit(k, c)));
  const wrong = made.contradictions.filter((c) => !answers.contradictions.some((k) => hit(k, c)));
  return {
    kind: 'contradictions',
    known: asked.length,
    found: asked.length - missing.length,
    made: made.contradictions.length,
    right: made.contradictions.length - wrong.length,
    shortfalls: [
      ...missing.map((k) => `missed ${k.kind}: ${k.about.slice(0, 120)}`),
      ...wrong.map(
        (c) => `not among the known: ${c.kind}: ${c.values.map((v) => v.value.slice(0, 60)).join(' against ')}`,
      ),
    ],
  };
};

/** Traps that can be judged from the case alone: what must not be asserted of a passage. `known` counts those; `found` those avoided. */
const traps = (ground: Ground): Score => {
  const shortfalls: string[] = [];
  let known = 0;
  for (const trap of ground.answers.traps) {
    const at = locate(ground, trap);
    if (at === null) continue;
    const inside = ground.case.claims.filter((c) =>
      c.evidence.some((e) => e.document === at.id && e.start < at.end && at.start < e.end),
    );
    const bad = inside.filter((claim) => {
      const positive = claim.polarity === 'positive';
      if (trap.kind === 'no-evidence' || trap.kind === 'denial')
        return (
          positive &&
          claim.status === 'held' &&
          claim.certainty === 'certain' &&
          claim.type !== 'tie' &&
          claim.type !== 'stance' &&
          claim.type !== 'denial'
        );
      if (trap.kind === 'plan' || trap.kind === 'hypothetical')
        return positive && claim.status === 'held' && ['meeting', 'call', 'visit', 'deal'].includes(claim.type);
      return ['advert', 'credit', 'repeat', 'related'].includes(trap.kind);
    });
    if (!['no-evidence', 'denial', 'plan', 'hypothetical', 'advert', 'credit', 'repeat', 'related'].includes(trap.kind))
      continue;
    known++;
    if (bad.length > 0)
      shortfalls.push(`${trap.kind}: ${trap.document}: "${trap.quote.slice(0, 80)}" → ${bad[0]?.text}`);
  }
  return { kind: 'traps avoided', known, found: known - shortfalls.length, made: null, right: null, shortfalls };
};

const blocks = (ground: Ground): Score => {
  const shortfalls: string[] = [];
  let known = 0;
  for (const block of ground.answers.blocks) {
    const at = locate(ground, block);
    if (at === null) continue;
    known++;
    const reading = ground.readings.find((one) => one.document.id === at.id);
    const all = reading?.blocks.filter((b) => b.start < at.end && at.start < b.end).map((b) => b.kind) ?? [];
    const repeated = block.kind === 'repeat' && reading?.blocks.some((b) => b.kind === 'repeat');
    if (!all.includes(block.kind as never) && repeated !== true)
      shortfalls.push(
        `${block.kind} told as ${[...new Set(all)].join(', ')}: ${block.document}: ${block.quote.slice(0, 70)}`,
      );
  }
  return { kind: 'blocks', known, found: known - shortfalls.length, made: null, right: null, shortfalls };
};
