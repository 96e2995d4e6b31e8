import {
  byText,
  type Case,
  type CaseDocument,
  type ChainLink,
  type Claim,
  type Document,
  type Entity,
  type Evidence,
  type Finding,
  type LedgerDefinitions,
  type Origin,
} from '../model/index.ts';
import { dealName } from './deal-name.ts';
import { oneLine } from './words.ts';

const byId = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((one) => [one.id, one]));

/** A case's lists by id, and the words in which a brief names what they hold. */
export class CaseLookup {
  readonly case: Case;
  /** How the beat has its ledgers printed. */
  readonly ledgers: LedgerDefinitions;
  readonly texts: ReadonlyMap<string, Document>;
  readonly documents: ReadonlyMap<string, CaseDocument>;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly findings: ReadonlyMap<string, Finding>;
  /** Those with most documents first. */
  readonly origins: readonly Origin[];
  readonly #rank: ReadonlyMap<string, number>;
  readonly #folder: string;
  /** Words for rows that others name. */
  readonly #rows: ReadonlyMap<string, string>;

  constructor(case_: Case, documents: readonly Document[], ledgers: LedgerDefinitions = {}) {
    this.case = case_;
    this.ledgers = ledgers;
    this.texts = byId(documents);
    this.documents = byId(case_.documents);
    this.entities = byId(case_.entities);
    this.claims = byId(case_.claims);
    this.findings = byId(case_.findings);
    this.origins = [...case_.origins].sort(
      (a, b) => b.documents.length - a.documents.length || byText(a.name, b.name) || byText(a.id, b.id),
    );
    this.#folder = sharedFolder(case_.documents.map((document) => document.path));
    this.#rows = new Map([
      ...case_.proposals.map(({ id, name }) => [id, name] as const),
      ...case_.conditions.map(({ id, text }) => [id, text] as const),
      ...case_.deals.map((deal) => [deal.id, dealName(this, deal)] as const),
      ...case_.stances.map(({ id, party, stance, about }) => [id, `${this.name(party)}: ${stance} ${about}`] as const),
      ...case_.sanctions.map(({ id, target }) => [id, `sanctions on ${this.name(target)}`] as const),
      ...case_.waivers.map(
        (row) => [row.id, `waiver for ${row.for === null ? 'somebody not named' : this.name(row.for)}`] as const,
      ),
      ...case_.meetings.map(
        ({ id, kind, participants }) => [id, `${kind}: ${this.names(participants).join(', ')}`] as const,
      ),
    ]);
    this.#rank = new Map(this.origins.map((origin, index) => [origin.id, index]));
  }

  name(entity: string): string {
    return oneLine(this.entities.get(entity)?.name ?? entity);
  }

  names(entities: readonly string[]): readonly string[] {
    return entities.map((entity) => this.name(entity));
  }

  /** What an id of any kind is called; null for words that are no id, and for what has no name. */
  nameOf(id: string): string | null {
    const named = this.entities.get(id)?.name ?? this.documents.get(id)?.title ?? this.#rows.get(id) ?? null;
    return named === null || named === '' ? null : oneLine(named);
  }

  claimsOf(ids: readonly string[]): readonly Claim[] {
    return ids.flatMap((id) => this.claims.get(id) ?? []);
  }

  finding(id: string | null): Finding | null {
    return id === null ? null : (this.findings.get(id) ?? null);
  }

  /** A document's path without the folder that all documents share: a brief does not tell where on a machine they lie. */
  path(document: string): string {
    return oneLine((this.documents.get(document)?.path ?? document).slice(this.#folder.length));
  }

  outlet(document: string): string {
    return oneLine(this.documents.get(document)?.outlet ?? 'outlet not stated');
  }

  /** The chain of a claim in words, innermost speaker first, the document's outlet last. Never empty. */
  links(claim: Claim): readonly string[] {
    const words = claim.chain.map(linkWords);
    return claim.chain.at(-1)?.kind === 'outlet' ? words : [...words, this.outlet(claim.document)];
  }

  /** Known origins in the brief's order, each once. */
  inOrder(origins: Iterable<string>): readonly string[] {
    return [...new Set(origins)]
      .filter((id) => this.#rank.has(id))
      .sort((a, b) => (this.#rank.get(a) ?? 0) - (this.#rank.get(b) ?? 0));
  }

  originsOf(document: string): readonly string[] {
    return this.inOrder(this.documents.get(document)?.origins ?? []);
  }

  /** The claim of those given whose quote holds this place, if there is one: its chain is the chain of the quote. */
  claimAt(place: Evidence, claims: readonly Claim[]): Claim | null {
    const holds = (claim: Claim): boolean =>
      claim.document === place.document &&
      claim.evidence.some((one) => one.document === place.document && one.start <= place.start && one.end >= place.end);
    return claims.find(holds) ?? null;
  }
}

/** The longest beginning of all paths that ends with a slash; empty when there is none. */
const sharedFolder = (paths: readonly string[]): string => {
  let shared = paths[0] ?? '';
  for (const path of paths) {
    let end = 0;
    while (end < shared.length && shared[end] === path[end]) end++;
    shared = shared.slice(0, end);
  }
  return shared.slice(0, shared.lastIndexOf('/') + 1);
};

const linkWords = (link: ChainLink): string => {
  const name = oneLine(link.name);
  if (link.kind !== 'unknown') return name === '' ? 'source not named' : name;
  return name === '' ? 'source not named' : `source not named (“${name}”)`;
};
