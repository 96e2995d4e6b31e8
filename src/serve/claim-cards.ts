import { z } from '@hono/zod-openapi';
import { Certainty, ChainLink, type Claim, Evidence, type Finding, Form, type Line, Tense } from '../model/index.ts';
import { sayDatesIn, sayTime } from '../publish/index.ts';
import type { Snapshot } from './case-look.ts';

/** Quotes of one claim that are given; the rest is counted. */
const MOST_QUOTES = 4;
const MOST_OTHERS = 4;

const Place = z.object({
  evidence: Evidence,
  where: z.string().describe('Outlet and day of the document, and the page, row or time where that is told'),
});

/** A claim as a page shows it: said in words, with what it adds beside others. */
export const ClaimCard = z
  .object({
    id: z.string(),
    side: z.enum(['favour', 'against', 'rejected']).describe('How it stands to the finding it was asked for'),
    type: z.string(),
    text: z.string(),
    chain: z.array(ChainLink),
    origins: z.array(z.string()),
    document: z.string(),
    where: z.string(),
    title: z.string(),
    certainty: Certainty,
    tense: Tense,
    status: z.string(),
    when: z.string().nullable().describe('Its date in words'),
    dateWords: z.string().nullable().describe('The words of the text for it'),
    lasts: z.string().nullable(),
    judged: z.enum(['positive', 'negative', 'unsure']).nullable(),
    grade: z.string().nullable().describe('1 to 6 as analysts graded it'),
    reasons: z.array(z.string()).describe('Of judgement, grade and what was corrected'),
    corrected: z
      .array(z.object({ field: z.string(), was: z.string().nullable(), is: z.string().nullable() }))
      .describe('What analysts corrected in it, beside what was read'),
    conditions: z.array(z.object({ text: z.string(), form: Form })),
    counts: z
      .array(z.object({ line: z.int(), rule: z.string(), value: z.int() }))
      .describe('Lines of the finding’s sum that are of it, by their number from 1'),
    beside: z
      .object({ claim: z.string(), where: z.string(), adds: z.array(z.string()), lacks: z.array(z.string()) })
      .nullable()
      .describe('What it gives and leaves out beside the telling of its origin that it restates'),
    others: z
      .array(
        z.object({ kind: z.enum(['contradicts', 'denies']), claim: z.string(), text: z.string(), where: z.string() }),
      )
      .describe('Claims of the same thing that it cannot stand beside'),
    restates: z.int(),
    corroborates: z.int(),
    places: z.array(Place),
    more: z.int().describe('Quotes left out'),
  })
  .openapi('ClaimCard');
export type ClaimCard = z.infer<typeof ClaimCard>;

/** "Harbour Post, 17 May 2031": what a document is called beside its quotes. */
export const whereOf = (line: Line | null, id: string): string =>
  line === null ? id : [line.aside ?? line.text, line.when].filter((part) => part !== null && part !== '').join(', ');

type Relation = Claim['relations'][number];

interface Related {
  readonly to: string;
  readonly relation: Relation;
  /** It stands with the other claim: what that one adds, this one lacks. */
  readonly isTurned: boolean;
}

/** Relations between claims in both directions: a case lists each pair once. */
class Relations {
  readonly #of = new Map<string, Map<string, Related>>();

  /** @param wanted Claims whose relations are asked for: hundreds of claims of one thing have a hundred thousand. */
  constructor(claims: readonly Claim[], wanted: ReadonlySet<string>) {
    for (const { id, relations } of claims) {
      const isWanted = wanted.has(id);
      for (const relation of relations) {
        if (isWanted) this.#add(id, { to: relation.claim, relation, isTurned: false });
        if (wanted.has(relation.claim)) this.#add(relation.claim, { to: id, relation, isTurned: true });
      }
    }
  }

  #add(from: string, related: Related): void {
    const known = this.#of.get(from) ?? new Map<string, Related>();
    const key = `${related.relation.kind} ${related.to}`;
    if (!known.has(key)) known.set(key, related);
    this.#of.set(from, known);
  }

  all(id: string): readonly Related[] {
    return [...(this.#of.get(id)?.values() ?? [])];
  }

  find(id: string, kind: Relation['kind'], to: string): Related | null {
    return this.#of.get(id)?.get(`${kind} ${to}`) ?? null;
  }
}

/** The telling that others of its origin are held against: that of the origin itself, the earliest, that which counts. */
const firstTellings = (
  claims: readonly Claim[],
  documents: ReadonlyMap<string, Line | null>,
  nameOf: (origin: string) => string,
  isCounted: (claim: Claim) => boolean,
): ReadonlyMap<string, Claim> => {
  const first = new Map<string, Claim>();
  const key = (claim: Claim, origin: string): string => {
    const outlet = claim.chain.at(-1)?.name ?? '';
    const day = documents.get(claim.document)?.from ?? 9_999_999;
    return `${outlet === nameOf(origin) ? 0 : 1} ${String(day).padStart(8, '0')} ${isCounted(claim) ? 0 : 1} ${claim.chain.length} ${claim.id}`;
  };
  for (const claim of claims)
    for (const origin of claim.origins) {
      const known = first.get(origin);
      if (known === undefined || key(claim, origin) < key(known, origin)) first.set(origin, claim);
    }
  return first;
};

/** The lines of every document that some claims stand on. */
const documentsOf = async (now: Snapshot, claims: readonly Claim[]): Promise<ReadonlyMap<string, Line | null>> => {
  const ids = new Set(claims.flatMap(({ document, evidence }) => [document, ...evidence.map((one) => one.document)]));
  return new Map(await Promise.all([...ids].map(async (id) => [id, await now.line(id)] as const)));
};

/**
 * Makes cards of claims, in the order in which they are handed in.
 *
 * @param all Claims among which relations are looked for; those of the same thing.
 * @param shown Claims of which cards are made.
 * @param finding What they are of: says on which side each stands and what counts for how much.
 */
export const cardsOf = async (
  now: Snapshot,
  all: readonly Claim[],
  shown: readonly Claim[],
  finding: Finding | null,
): Promise<readonly ClaimCard[]> => {
  const documents = await documentsOf(now, all);
  const byId = new Map(all.map((claim) => [claim.id, claim]));
  const origins = new Map((await now.lines('origins')).map(({ id, text }) => [id, text]));
  const relations = new Relations(all, new Set(shown.map(({ id }) => id)));
  const denials = new Set(finding?.denials ?? []);
  const rejected = new Set(finding?.rejected ?? []);
  const lines = new Map<string, ClaimCard['counts']>();
  for (const [index, { rule, value, claims }] of (finding?.weight.lines ?? []).entries())
    for (const claim of claims) lines.set(claim, [...(lines.get(claim) ?? []), { line: index + 1, rule, value }]);
  const first = firstTellings(
    all,
    documents,
    (origin) => origins.get(origin) ?? '',
    ({ id }) => lines.has(id),
  );
  const quoted = new Map<string, ClaimCard['places']>();
  for (const { id, evidence } of shown) {
    const places = evidence.slice(0, MOST_QUOTES).map(async (one) => {
      const where = whereOf(documents.get(one.document) ?? null, one.document);
      return { evidence: one, where: [where, await now.place(one)].filter((part) => part !== null).join(', ') };
    });
    quoted.set(id, await Promise.all(places));
  }
  const whereIs = (document: string): string => whereOf(documents.get(document) ?? null, document);
  const sideOf = ({ id, polarity }: Claim): ClaimCard['side'] =>
    rejected.has(id)
      ? 'rejected'
      : denials.has(id) || (finding === null && polarity === 'negative')
        ? 'against'
        : 'favour';

  const besideOf = (claim: Claim): ClaimCard['beside'] => {
    for (const origin of claim.origins) {
      const base = first.get(origin);
      if (base === undefined || base.id === claim.id) continue;
      const found = relations.find(claim.id, 'restates', base.id);
      if (found === null) continue;
      const { adds, lacks } = found.relation;
      const said = (details: readonly string[]): string[] => details.map(sayDetail);
      return {
        claim: base.id,
        where: whereIs(base.document),
        adds: said(found.isTurned ? lacks : adds),
        lacks: said(found.isTurned ? adds : lacks),
      };
    }
    return null;
  };

  return shown.map((claim): ClaimCard => {
    const own = relations.all(claim.id);
    const others = own.flatMap(({ to, relation }) => {
      const other = byId.get(to);
      if (other === undefined || (relation.kind !== 'contradicts' && relation.kind !== 'denies')) return [];
      return [{ kind: relation.kind, claim: to, text: sayDatesIn(other.text), where: whereIs(other.document) }];
    });
    const line = documents.get(claim.document) ?? null;
    return {
      id: claim.id,
      side: sideOf(claim),
      type: claim.type,
      text: sayDatesIn(claim.text),
      chain: [...claim.chain],
      origins: [...claim.origins],
      document: claim.document,
      where: whereOf(line, claim.document),
      title: line?.text ?? claim.document,
      certainty: claim.certainty,
      tense: claim.tense,
      status: claim.status,
      when: claim.date === null ? null : sayTime(claim.date),
      dateWords: claim.dateWords,
      lasts: claim.duration === null ? null : sayTime(claim.duration),
      judged: claim.judgement?.verdict ?? null,
      grade: claim.informationCredibility?.grade ?? null,
      reasons: [
        ...(claim.judgement?.reasons ?? []),
        ...(claim.informationCredibility?.reasons ?? []),
        ...(claim.corrected?.reasons ?? []),
      ],
      corrected: (claim.corrected?.changes ?? []).map(({ field, was, is }) => ({
        field,
        was: was === null ? null : sayTime(was),
        is: is === null ? null : sayTime(is),
      })),
      conditions: claim.conditions.map(({ text, form }) => ({ text, form })),
      counts: lines.get(claim.id) ?? [],
      beside: besideOf(claim),
      others: others.slice(0, MOST_OTHERS),
      restates: own.filter(({ relation }) => relation.kind === 'restates').length,
      corroborates: own.filter(({ relation }) => relation.kind === 'corroborates').length,
      places: quoted.get(claim.id) ?? [],
      more: Math.max(0, claim.evidence.length - MOST_QUOTES),
    };
  });
};

/** "date: 2031-05" as "date: May 2031"; other details as they are. */
const sayDetail = (detail: string): string => {
  const found = /^([^:]+): (.+)$/s.exec(detail);
  return found === null ? detail : `${found[1]}: ${sayTime(found[2] ?? '')}`;
};
