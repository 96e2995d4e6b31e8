import { byText, contentId, type Evidence, type Form, type Origin } from '../model/index.ts';
import { byDate } from '../text/index.ts';
import { evidenceAt, type Leaf, wordsAt } from './pile.ts';
import { companyKey } from './profile.ts';
import type { Bearer, Bearers } from './resolve-entities.ts';
import { type Cited, mainCited, type Sourcing } from './sourcing.ts';

/** Who or what an origin is, before its documents are gathered. */
export type OriginName = Pick<Origin, 'id' | 'name' | 'kind' | 'entity'>;

/** How a report came from its origin to a document. */
export interface OriginPath {
  readonly origin: OriginName;
  /** Those who passed it on, the origin's own outlet first, this document's outlet last. */
  readonly links: readonly Bearer[];
  readonly form: Form;
  readonly reason: string;
  readonly evidence: readonly Evidence[];
}

/** What a document's reporting derives from; `basis` says on what ground. */
export interface Derivation {
  readonly basis: 'cited' | 'own' | 'implied' | 'statement' | 'unknown';
  /** Ordered by origin id, one for each origin. Empty when unknown. */
  readonly paths: readonly OriginPath[];
}

/** The origin that an outlet, body or person stands for. */
export const originOf = (bearer: Bearer, kind: Origin['kind'] = 'outlet'): OriginName => ({
  id: contentId('origin', bearer.id),
  name: bearer.name,
  kind,
  entity: bearer.entity?.id ?? null,
});

const onePerOrigin = (paths: readonly OriginPath[]): readonly OriginPath[] => {
  const byOrigin = new Map<string, OriginPath>();
  for (const path of paths) {
    const known = byOrigin.get(path.origin.id);
    if (known === undefined) byOrigin.set(path.origin.id, path);
    // The fuller way: that a report came through another is said once, the outlet at its root many times.
    else
      byOrigin.set(path.origin.id, {
        ...(path.links.length > known.links.length ? path : known),
        evidence: [...known.evidence, ...path.evidence],
      });
  }
  return [...byOrigin.values()].sort((a, b) => byText(a.origin.id, b.origin.id));
};

const withoutRepeats = (links: readonly (Bearer | null)[]): readonly Bearer[] => {
  const kept: Bearer[] = [];
  for (const link of links) if (link !== null && !kept.includes(link)) kept.push(link);
  return kept;
};

/** Names of persons and bodies that two reports of one story share at least. */
const SHARED_FOR_STORY = 2;

/** Derives what each document's reporting rests on (rules O1 to O7). */
export class OriginFinder {
  readonly #pile: readonly Leaf[];
  readonly #sourcing: readonly Sourcing[];
  readonly #byOutlet: ReadonlyMap<string, readonly number[]>;
  readonly #company: readonly ReadonlySet<string>[];
  readonly #known = new Map<number, Derivation>();
  readonly #open = new Set<number>();

  constructor(pile: readonly Leaf[], sourcing: readonly Sourcing[], bearers: Bearers) {
    this.#pile = pile;
    this.#sourcing = sourcing;
    const byOutlet = new Map<string, number[]>();
    sourcing.forEach((one, index) => {
      for (const outlet of withoutRepeats([one.own, ...one.ownElsewhere])) {
        byOutlet.set(outlet.id, [...(byOutlet.get(outlet.id) ?? []), index]);
      }
    });
    this.#byOutlet = byOutlet;
    const company = pile.map(() => new Set<string>());
    for (const bearer of bearers.bearers) {
      for (const local of bearer.locals) if (companyKey(local) !== null) company[local.leaf]?.add(bearer.id);
    }
    this.#company = company;
  }

  /** What a document derives from. */
  derive(index: number): Derivation {
    const known = this.#known.get(index);
    if (known !== undefined) return known;
    // Outlets that cite one another in a ring have no root to follow: each stands for itself.
    if (this.#open.has(index)) return { basis: 'unknown', paths: [] };
    this.#open.add(index);
    const derivation = this.#derive(index);
    this.#open.delete(index);
    this.#known.set(index, derivation);
    return derivation;
  }

  /**
   * The root behind a cited outlet: where the pile holds that outlet's own report of the story and it rests on another's,
   * that other's (rule O5); else the outlet itself (rule O1).
   */
  follow(cited: Cited, index: number): readonly OriginPath[] {
    const leaf = this.#pile[index];
    const own = this.#sourcing[index]?.own ?? null;
    const evidence = leaf === undefined ? null : evidenceAt(leaf, cited.extent);
    const tail = withoutRepeats([cited.outlet, cited.by, own]);
    const base = { form: 'stated' as const, evidence: evidence === null ? [] : [evidence] };
    const reports = this.#reportsOf(cited.outlet, index).map((other) => this.derive(other));
    const isFirstHand = reports.some(
      ({ basis, paths }) =>
        basis === 'own' ||
        basis === 'implied' ||
        basis === 'unknown' ||
        paths.some((path) => path.origin.id === originOf(cited.outlet).id),
    );
    if (reports.length === 0 || isFirstHand) {
      const rule = cited.by === null ? 'O1' : 'O2';
      const way = cited.by === null ? '' : ` by way of ${cited.by.name}`;
      return [
        { ...base, origin: originOf(cited.outlet), links: tail, reason: `${rule}: cites ${cited.outlet.name}${way}` },
      ];
    }
    return reports.flatMap(({ paths }) =>
      paths.map((path) => ({
        ...base,
        origin: path.origin,
        links: withoutRepeats([...path.links, ...tail]),
        reason: `O5: cites ${cited.outlet.name}, whose report rests on ${path.origin.name}`,
      })),
    );
  }

  /** Reports of an outlet on the same story, not younger than the document that cites it. */
  #reportsOf(outlet: Bearer, index: number): readonly number[] {
    const here = this.#company[index] ?? new Set<string>();
    const date = this.#pile[index]?.document.published ?? null;
    return (this.#byOutlet.get(outlet.id) ?? []).filter((other) => {
      if (other === index) return false;
      const published = this.#pile[other]?.document.published ?? null;
      if (date !== null && published !== null && byDate(published, date) > 0) return false;
      let shared = 0;
      for (const id of this.#company[other] ?? []) if (here.has(id) && id !== outlet.id) shared++;
      return shared >= SHARED_FOR_STORY;
    });
  }

  #derive(index: number): Derivation {
    const [leaf, sourcing] = [this.#pile[index], this.#sourcing[index]];
    if (leaf === undefined || sourcing === undefined) return { basis: 'unknown', paths: [] };
    const { cited, firmness } = mainCited(leaf, sourcing);
    if (firmness === 'firm' && cited.length > 0) return this.#fromCited(cited, index);
    if (sourcing.statementOf !== null) return statement(sourcing.statementOf);
    const first = sourcing.ownElsewhere[0] ?? sourcing.own;
    if (first !== null && speaksOfOwnReporting(leaf, sourcing)) return ownReport(leaf, sourcing, first);
    if (firmness === 'lead' && cited.length > 0) return this.#fromCited(cited, index);
    const implied = impliedOwn(leaf, sourcing);
    if (implied !== null) return implied;
    return cited.length > 0 ? this.#fromCited(cited, index) : { basis: 'unknown', paths: [] };
  }

  #fromCited(cited: readonly Cited[], index: number): Derivation {
    return { basis: 'cited', paths: onePerOrigin(cited.flatMap((one) => this.follow(one, index))) };
  }
}

/** It says so, or is signed as an agency's dispatch from a place. */
const speaksOfOwnReporting = (leaf: Leaf, sourcing: Sourcing): boolean =>
  sourcing.ownVoice.length > 0 ||
  (sourcing.own !== null &&
    leaf.reading.blocks.some(
      (block) => block.kind === 'dateline' && wordsAt(leaf, [block.start, block.end]).includes('('),
    ) &&
    hasSources(leaf));

const statement = (body: Bearer): Derivation => ({
  basis: 'statement',
  paths: [
    {
      origin: originOf(body, 'body'),
      links: [body],
      form: 'stated',
      reason: `O7: a statement of ${body.name} itself`,
      evidence: body.entity?.evidence.slice(0, 1) ?? [],
    },
  ],
});

const ownReport = (leaf: Leaf, sourcing: Sourcing, outlet: Bearer): Derivation => ({
  basis: 'own',
  paths: [
    {
      origin: originOf(outlet),
      links: withoutRepeats([outlet, sourcing.own]),
      form: 'stated',
      reason: `O3: speaks of its own reporting (${outlet.name})`,
      evidence: sourcing.ownVoice.slice(0, 1).flatMap((span) => evidenceAt(leaf, span) ?? []),
    },
  ],
});

const hasSources = (leaf: Leaf): boolean =>
  leaf.reading.attributions.some(
    (one) => one.sourceKind === 'named' || one.sourceKind === 'unnamed' || one.sourceKind === 'pronoun',
  );

/** An own report that is not called one: outlet or byline known, people who told it named or described, nobody cited (rule O6). */
const impliedOwn = (leaf: Leaf, sourcing: Sourcing): Derivation | null => {
  const { byline, id } = leaf.document;
  const hasBlock = (kind: 'dateline' | 'byline'): boolean => leaf.reading.blocks.some((block) => block.kind === kind);
  const isSigned = byline !== null || hasBlock('byline') || hasBlock('dateline');
  if (!hasSources(leaf) || !isSigned || (sourcing.own === null && byline === null)) return null;
  const origin: OriginName =
    sourcing.own === null
      ? { id: contentId('origin', 'byline', byline ?? id), name: byline ?? id, kind: 'person', entity: null }
      : originOf(sourcing.own);
  return {
    basis: 'implied',
    paths: [
      {
        origin,
        links: withoutRepeats([sourcing.own]),
        form: 'implied',
        reason: `O6: cites nobody, is signed and names or describes who told it (${origin.name})`,
        evidence: [],
      },
    ],
  };
};
