import { byText, contentId, type Evidence, type Form, type Origin, type Span } from '../model/index.ts';
import { byDate } from '../text/index.ts';
import { evidenceAt, type Leaf, wordsAt } from './pile.ts';
import { companyKey } from './profile.ts';
import type { Bearer, Bearers } from './resolve-entities.ts';
import { type Cited, mainCited, passingCited, type Sourcing } from './sourcing.ts';

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
  /** Passages in another document's words, in text order (rule O20). */
  readonly copied?: readonly CopiedPassage[];
}

/** A passage that a document has from another of the pile, and what it rests on there. */
export interface CopiedPassage {
  readonly extent: Span;
  /** Never empty. */
  readonly paths: readonly OriginPath[];
}

/** The origin that an outlet, body or person is on the story of a document (by its place in the pile): see {@link OriginNames}. */
export type OriginOf = (bearer: Bearer, index: number, kind?: Origin['kind']) => OriginName;

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
/** A name in more of an outlet's reports than this does not tell one of its stories from another. */
const COMMON_NAME = 200;

interface Direct {
  readonly basis: Derivation['basis'];
  readonly cited: readonly Cited[];
  readonly paths: readonly OriginPath[];
}

const UNKNOWN: Derivation = { basis: 'unknown', paths: [] };

/** Derives what each document's reporting rests on (rules O1 to O7). */
export class OriginFinder {
  readonly #pile: readonly Leaf[];
  readonly #sourcing: readonly Sourcing[];
  readonly #originOf: OriginOf;
  /** Documents of an outlet by whom they name. */
  readonly #byOutlet = new Map<string, Map<string, number[]>>();
  readonly #company: readonly ReadonlySet<string>[];
  readonly #known = new Map<number, Derivation>();
  /** Documents that cite an origin, by its id. */
  readonly #citedBy = new Map<string, Set<number>>();
  /** Reports of an outlet on the story of a document, by the document and the outlet: asked for at every passage. */
  readonly #reports = new Map<string, readonly number[]>();

  constructor(pile: readonly Leaf[], sourcing: readonly Sourcing[], bearers: Bearers, originOf: OriginOf) {
    this.#originOf = originOf;
    this.#pile = pile;
    this.#sourcing = sourcing;
    const at = new Map(pile.map((leaf, index) => [leaf.document.id, index]));
    const company = pile.map(() => new Set<string>());
    for (const bearer of bearers.bearers) {
      for (const local of bearers.wholeOf(bearer).locals)
        if (companyKey(local) !== null) company[at.get(local.leaf) ?? -1]?.add(bearer.id);
    }
    this.#company = company;
    sourcing.forEach((one, index) => {
      for (const outlet of withoutRepeats([one.own, one.copyOf, ...one.ownElsewhere])) {
        const byName = this.#byOutlet.get(outlet.id) ?? new Map<string, number[]>();
        for (const id of company[index] ?? []) {
          const known = byName.get(id);
          if (known === undefined) byName.set(id, [index]);
          else known.push(index);
        }
        this.#byOutlet.set(outlet.id, byName);
      }
    });
    sourcing.forEach((one, index) => {
      for (const { kind, outlet, isStatement } of one.cited) {
        if (kind === 'earlier' || isStatement) continue;
        const { id } = originOf(outlet, index);
        const known = this.#citedBy.get(id);
        if (known === undefined) this.#citedBy.set(id, new Set([index]));
        else known.add(index);
      }
    });
    this.#settleAll();
  }

  /** What a document derives from. */
  derive(index: number): Derivation {
    return this.#known.get(index) ?? UNKNOWN;
  }

  /**
   * All that a document rests on, in whole or in passages (rule O14): beside its derivation the outlets that it cites further
   * down. A statement is its body's word alone.
   */
  deriveAll(index: number, whole: Derivation): readonly OriginPath[] {
    const [leaf, sourcing] = [this.#pile[index], this.#sourcing[index]];
    if (leaf === undefined || sourcing === undefined || whole.basis === 'statement') return whole.paths;
    const own = sourcing.ownElsewhere[0] ?? sourcing.own;
    const passing = [
      ...(whole.copied ?? []).flatMap(({ paths }) => paths),
      ...passingCited(leaf, sourcing).flatMap((one) => this.follow(one, index)),
      ...(own !== null && findsOutItself(leaf, sourcing)
        ? ownReport(leaf, sourcing, this.#originOf(own, index), own).paths
        : []),
    ];
    const known = new Set(whole.paths.map((path) => path.origin.id));
    return onePerOrigin([...whole.paths, ...passing.filter((path) => !known.has(path.origin.id))]);
  }

  /**
   * The root behind a cited outlet: where the pile holds that outlet's own report of the story and it rests on another's,
   * that other's (rule O5); else the outlet itself (rule O1).
   */
  follow(cited: Cited, index: number): readonly OriginPath[] {
    const leaf = this.#pile[index];
    const { own = null, copyOf = null } = this.#sourcing[index] ?? {};
    const evidence = leaf === undefined ? null : evidenceAt(leaf, cited.extent);
    const tail = withoutRepeats([cited.outlet, cited.by, copyOf, own]);
    const base = { form: 'stated' as const, evidence: evidence === null ? [] : [evidence] };
    if (cited.isStatement)
      return [
        {
          ...base,
          origin: this.#originOf(cited.outlet, index, 'body'),
          links: tail,
          reason: `O15: passes on a statement of ${cited.outlet.name}`,
        },
      ];
    const root = this.#originOf(cited.outlet, index);
    const reports = this.#reportsOf(cited.outlet, index).flatMap((other) => this.#known.get(other) ?? []);
    const isFirstHand = ({ basis, paths }: Derivation): boolean =>
      basis === 'own' || basis === 'implied' || basis === 'unknown' || paths.some((path) => path.origin.id === root.id);
    if (cited.isTold || reports.length === 0 || reports.some(isFirstHand)) {
      const rule = cited.by === null ? 'O1' : 'O2';
      const way = cited.by === null ? '' : ` by way of ${cited.by.name}`;
      return [{ ...base, origin: root, links: tail, reason: `${rule}: cites ${cited.outlet.name}${way}` }];
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
    const key = `${index} ${outlet.id}`;
    const known = this.#reports.get(key);
    if (known !== undefined) return known;
    const found = this.#findReports(outlet, index);
    this.#reports.set(key, found);
    return found;
  }

  #findReports(outlet: Bearer, index: number): readonly number[] {
    const byName = this.#byOutlet.get(outlet.id);
    if (byName === undefined) return [];
    const shared = new Map<number, number>();
    for (const id of this.#company[index] ?? []) {
      const reports = id === outlet.id ? [] : (byName.get(id) ?? []);
      if (reports.length > COMMON_NAME) continue;
      for (const other of reports) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    const date = this.#pile[index]?.document.published ?? null;
    return [...shared]
      .filter(([other, count]) => {
        if (other === index || count < SHARED_FOR_STORY) return false;
        const published = this.#pile[other]?.document.published ?? null;
        return date === null || published === null || byDate(published, date) <= 0;
      })
      .map(([other]) => other)
      .sort((a, b) => a - b);
  }

  /** From the reports that rest on nobody outward to those that cite them, so that each finds its root already known. */
  #settleAll(): void {
    const direct = this.#pile.map((_, index) => this.#direct(index));
    const waiting = new Map<number, number>();
    const dependents = new Map<number, number[]>();
    const ready: number[] = [];
    direct.forEach(({ cited }, index) => {
      const needs = new Set(cited.flatMap((one) => this.#reportsOf(one.outlet, index)));
      for (const need of needs) {
        const known = dependents.get(need);
        if (known === undefined) dependents.set(need, [index]);
        else known.push(index);
      }
      if (needs.size === 0) ready.push(index);
      else waiting.set(index, needs.size);
    });
    const settle = (index: number): void => {
      const { basis, cited, paths } = direct[index] ?? { ...UNKNOWN, cited: [] };
      const found = cited.length === 0 ? paths : onePerOrigin(cited.flatMap((one) => this.follow(one, index)));
      this.#known.set(index, { basis, paths: found });
      for (const dependent of dependents.get(index) ?? []) {
        const left = (waiting.get(dependent) ?? 0) - 1;
        if (left > 0) waiting.set(dependent, left);
        else if (waiting.delete(dependent)) ready.push(dependent);
      }
    };
    for (;;) {
      for (let next = ready.shift(); next !== undefined; next = ready.shift()) if (!this.#known.has(next)) settle(next);
      // What still waits cites in a ring: the smallest is taken at its word, and the others follow it.
      const first = waiting.keys().next().value;
      if (first === undefined) return;
      waiting.delete(first);
      ready.push(first);
    }
  }

  /** Whether another document passes on what an origin found out. */
  #isCited(origin: string, index: number): boolean {
    const by = this.#citedBy.get(origin);
    return by !== undefined && (by.size > 1 || !by.has(index));
  }

  #direct(index: number): Direct {
    const [leaf, sourcing] = [this.#pile[index], this.#sourcing[index]];
    if (leaf === undefined || sourcing === undefined) return { ...UNKNOWN, cited: [] };
    const { cited, firmness, isAtOnce } = mainCited(leaf, sourcing);
    if (sourcing.copyOf !== null && sourcing.statementOf === null && !isAtOnce)
      return { ...copyOf(leaf, sourcing, this.#originOf(sourcing.copyOf, index), sourcing.copyOf), cited: [] };
    if (firmness === 'firm' && isAtOnce && cited.length > 0) return { basis: 'cited', cited, paths: [] };
    if (sourcing.statementOf !== null)
      return {
        ...statement(leaf, this.#originOf(sourcing.statementOf, index, 'body'), sourcing.statementOf),
        cited: [],
      };
    const first = sourcing.ownElsewhere[0] ?? sourcing.own;
    if (first !== null && speaksOfOwnReporting(leaf, sourcing))
      return { ...ownReport(leaf, sourcing, this.#originOf(first, index), first), cited: [] };
    if (firmness !== 'passing' && cited.length > 0) return { basis: 'cited', cited, paths: [] };
    const own = sourcing.own === null ? null : this.#originOf(sourcing.own, index);
    const implied = impliedOwn(leaf, sourcing, own);
    if (implied !== null) return { ...implied, cited: [] };
    if (cited.length === 0 && own !== null && sourcing.own !== null && this.#isCited(own.id, index) && !isOpinion(leaf))
      return { ...citedByOthers(leaf, own, sourcing.own), cited: [] };
    return cited.length > 0 ? { basis: 'cited', cited, paths: [] } : { ...UNKNOWN, cited: [] };
  }
}

/** Words of finding something out: "as we wrote" and "we asked" find nothing. */
const FINDING =
  /\b(?:told|tells|telling|seen|saw|read|reviewed|obtained|learn(?:ed|t)|found|spoke|spoken|met|showed|shown|heard|answered|confirmed|verified|interview(?:ed)?|wrote (?:to )?(?:me|us)|message|in writing|investigation)\b/i;

/** Turns from which on a text is a conversation, and not a report with a quotation or two set apart. */
const LEAST_TURNS = 6;

/** It tells of something that it found out itself. An opinion is made of what others did, but for what its writer was told. */
const findsOutItself = (leaf: Leaf, sourcing: Sourcing): boolean =>
  // What is said in a studio is found out there.
  (sourcing.own !== null && leaf.reading.blocks.filter(({ kind }) => kind === 'turn').length >= LEAST_TURNS) ||
  sourcing.ownVoice.some((extent) => {
    const words = wordsAt(leaf, extent);
    return isOpinion(leaf) ? /\b(?:told|tells) (?:me|us)\b/i.test(words) : FINDING.test(words);
  });

/** It says so, or is signed as an agency's dispatch from a place. */
const speaksOfOwnReporting = (leaf: Leaf, sourcing: Sourcing): boolean =>
  (sourcing.ownVoice.length > 0 && !isOpinion(leaf)) ||
  findsOutItself(leaf, sourcing) ||
  (sourcing.own !== null &&
    leaf.reading.blocks.some(
      (block) => block.kind === 'dateline' && wordsAt(leaf, [block.start, block.end]).includes('('),
    ) &&
    hasSources(leaf));

const statement = (leaf: Leaf, origin: OriginName, body: Bearer): Derivation => ({
  basis: 'statement',
  paths: [
    {
      origin,
      links: [body],
      form: 'stated',
      reason: `O7: a statement of ${body.name} itself`,
      evidence: signature(leaf, body.name),
    },
  ],
});

/** A text that is an agency's or another outlet's copy, printed by its outlet or standing alone (rules O13, O23). */
const copyOf = (leaf: Leaf, sourcing: Sourcing, origin: OriginName, outlet: Bearer): Derivation => {
  const place = sourcing.copyPlace === null ? null : evidenceAt(leaf, sourcing.copyPlace);
  return {
    basis: 'own',
    paths: [
      {
        origin,
        links: withoutRepeats([outlet, sourcing.own]),
        form: 'stated',
        reason:
          sourcing.copyBy === 'address'
            ? `O23: gives an address of ${outlet.name} as that of its original`
            : `O13: is signed as a dispatch or copy of ${outlet.name}`,
        evidence: place === null ? signature(leaf, outlet.name) : [place],
      },
    ],
  };
};

/** Where it speaks of its own reporting; else where it signs. */
const ownWords = (leaf: Leaf, sourcing: Sourcing, outlet: Bearer): readonly Evidence[] => {
  const said = sourcing.ownVoice.slice(0, 1).flatMap((span) => evidenceAt(leaf, span) ?? []);
  return said.length > 0 ? said : signature(leaf, outlet.name);
};

const ownReport = (leaf: Leaf, sourcing: Sourcing, origin: OriginName, outlet: Bearer): Derivation => ({
  basis: 'own',
  paths: [
    {
      origin,
      links: withoutRepeats([outlet, sourcing.own]),
      form: 'stated',
      reason: `O3: speaks of its own reporting (${outlet.name})`,
      evidence: ownWords(leaf, sourcing, outlet),
    },
  ],
});

/** A report that nobody would know whence it is, but that others cite (rule O18). */
const citedByOthers = (leaf: Leaf, origin: OriginName, outlet: Bearer): Derivation => ({
  basis: 'implied',
  paths: [
    {
      origin,
      links: [outlet],
      form: 'implied',
      reason: `O18: cites nobody, and others cite ${origin.name} on the story`,
      evidence: signature(leaf, outlet.name),
    },
  ],
});

const hasSources = (leaf: Leaf): boolean =>
  leaf.reading.attributions.some(
    (one) => one.sourceKind === 'named' || one.sourceKind === 'unnamed' || one.sourceKind === 'pronoun',
  );

const OPINION =
  /^(?:opinions?|comment(?:ary)?|column(?:ist)?|editorial|op-?ed|viewpoint|leader|letters?(?: to the editor)?|guest essay|perspective)s?$/i;
const HEAD_LINES = 6;

/** A text that heads itself as opinion: it supposes on what others reported. */
const isOpinion = (leaf: Leaf): boolean =>
  leaf.document.text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, HEAD_LINES)
    .some((line) => line.split(/[|/·•:]/).some((piece) => OPINION.test(piece.trim())));

/** The head of a page, where it says whose it is. */
const HEAD = 600;

/** What an origin stands on that no sentence tells: where the document signs (name, byline, dateline), else its first sentence. */
const signature = (leaf: Leaf, name: string | null = null): readonly Evidence[] => {
  const written = name === null ? -1 : leaf.document.text.slice(0, HEAD).indexOf(name);
  const signed = ['outlet', 'syndicated', 'byline'].map(
    (field) => leaf.document.found.find((fact) => fact.field === field && fact.span !== null)?.span ?? null,
  );
  const block = leaf.reading.blocks.find(({ kind }) => kind === 'dateline' || kind === 'byline');
  const places = [
    ...(written < 0 || name === null ? [] : [[written, written + name.length] as Span]),
    ...signed.filter((span) => span !== null),
    ...(block === undefined ? [] : [[block.start, block.end] as Span]),
    ...leaf.reading.sentences.slice(0, 1),
  ];
  const first = places[0];
  const evidence = first === undefined ? null : evidenceAt(leaf, first);
  return evidence === null ? [] : [evidence];
};

/** An own report that is not called one: outlet or byline known, people who told it named or described, nobody cited (rule O6). */
const impliedOwn = (leaf: Leaf, sourcing: Sourcing, own: OriginName | null): Derivation | null => {
  const { byline, id } = leaf.document;
  const hasBlock = (kind: 'dateline' | 'byline'): boolean => leaf.reading.blocks.some((block) => block.kind === kind);
  const isSigned = byline !== null || hasBlock('byline') || hasBlock('dateline');
  if (isOpinion(leaf)) return null;
  if (!hasSources(leaf) || !isSigned || (sourcing.own === null && byline === null)) return null;
  const origin: OriginName = own ?? {
    id: contentId('origin', 'byline', byline ?? id),
    name: byline ?? id,
    kind: 'person',
    entity: null,
  };
  return {
    basis: 'implied',
    paths: [
      {
        origin,
        links: withoutRepeats([sourcing.own]),
        form: 'implied',
        reason: `O6: cites nobody, is signed and names or describes who told it (${origin.name})`,
        evidence: signature(leaf),
      },
    ],
  };
};
