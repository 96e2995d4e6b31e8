import { basename } from 'node:path';
import type {
  CaseDocument,
  ChainLink,
  Claim,
  Document,
  Entity,
  Evidence,
  Filler,
  Resolved,
} from '../../src/model/index.ts';
import { findTimes } from '../../src/read/times/index.ts';
import { findHappenings } from '../../src/resolve/index.ts';
import type { Answers, KnownClaim, KnownEntity, Place } from './answers.ts';
import { GivenDetails } from './given-details.ts';
import { fold, locate } from './ground.ts';

const WORDS = 'words:';
const UNNAMED = /^unnamed:\s*/;

/** What resolving would hand to weighing if reading, names and origins had all come out right. */
export interface KnownCase {
  readonly resolved: Resolved;
  /** Claims whose quote is not in the text that was kept. */
  readonly lost: readonly string[];
}

/**
 * Makes the known claims of a case into claims as the product has them, grouped by the product's own grouping.
 *
 * Ids of claims, entities and origins are those of the answers. Claims without a place in the kept text have no evidence.
 */
export const knownCase = (answers: Answers, documents: readonly Document[]): KnownCase => {
  const maker = new Maker(answers, documents);
  const told = answers.claims ?? [];
  const claims = told.map((known) => maker.claim(known)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const happenings = findHappenings(
    claims,
    (id) => (answers.entities.find((one) => one.id === id)?.type ?? null) as Entity['type'] | null,
  );
  const eventOf = new Map(happenings.flatMap(({ id, claims: ids }) => ids.map((claim) => [claim, id] as const)));
  return {
    resolved: {
      documents: documents.map((document) => maker.document(document)),
      origins: maker.origins(),
      entities: answers.entities.map((entity) => maker.entity(entity, told)),
      claims: claims.map((claim) => ({ ...claim, event: eventOf.get(claim.id) ?? null })),
      happenings,
      decisions: [],
      suppositions: [],
    },
    lost: claims.filter((claim) => claim.evidence.length === 0).map((claim) => claim.id),
  };
};

class Maker {
  readonly #answers: Answers;
  readonly #documents: readonly Document[];
  readonly #idOf: ReadonlyMap<string, string>;
  readonly #entities: ReadonlyMap<string, KnownEntity>;
  readonly #byName: ReadonlyMap<string, string>;
  readonly #details: GivenDetails;

  constructor(answers: Answers, documents: readonly Document[]) {
    this.#answers = answers;
    this.#documents = documents;
    this.#details = new GivenDetails(
      answers,
      new Map(documents.map((document) => [basename(document.path), document.text])),
    );
    this.#idOf = new Map(documents.map((document) => [basename(document.path), document.id]));
    this.#entities = new Map(answers.entities.map((entity) => [entity.id, entity]));
    this.#byName = new Map(
      answers.entities.flatMap((entity) =>
        [entity.name, ...entity.names.map((one) => one.text)].map((name) => [fold(name), entity.id] as const),
      ),
    );
  }

  claim(known: KnownClaim): Claim {
    const details = this.#details.of(known);
    const roles = Object.fromEntries(
      Object.entries({ ...details.roles, ...known.roles })
        .map(([role, list]) => [role, list.map((one) => this.#filler(one))] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
    return {
      id: known.id,
      document: this.#idOf.get(known.document) ?? known.document,
      type: known.type,
      text: [known.polarity === 'negative' ? 'No' : '', known.type, ...Object.values(roles).flatMap(namesOf)]
        .filter((word) => word !== '')
        .join(' '),
      roles,
      properties: { ...details.properties, ...known.properties },
      chain: known.chain.map((link, index) => this.#link(link, index === known.chain.length - 1)),
      origins: known.origins,
      polarity: known.polarity,
      certainty: known.certainty,
      tense: ['planned', 'postponed', 'hypothetical'].includes(known.status) ? 'future' : 'non-future',
      status: known.status,
      date: known.date,
      dateWords: known.dateWords,
      duration: known.duration === null ? null : isoOf(known.duration),
      conditions: details.conditions.map(({ text, form, place }) => ({ text, form, evidence: this.#evidence(place) })),
      relations: [],
      event: null,
      judgement: null,
      informationCredibility: null,
      corrected: null,
      evidence: this.#evidence(known),
    };
  }

  document(document: Document): CaseDocument {
    const known = this.#answers.documents.find(({ path }) => path === basename(document.path));
    return {
      id: document.id,
      path: document.path,
      paths: document.paths,
      sha256: document.sha256,
      mediaType: document.mediaType,
      language: 'en',
      unread: { share: 0, languages: [] },
      title: document.title,
      outlet: known?.outlet ?? document.outlet,
      byline: document.byline,
      published: known?.published ?? document.published,
      modified: null,
      url: null,
      found: {},
      stated: [],
      origins: known?.origins ?? [],
      chain: [],
      again: [],
      evidence: [],
    };
  }

  origins(): Resolved['origins'] {
    return this.#answers.origins.map(({ id, name, documents }) => ({
      id,
      name,
      kind: 'outlet',
      entity: this.#byName.get(fold(name)) ?? null,
      documents: documents.flatMap((path) => this.#idOf.get(path) ?? []),
      form: 'stated',
      sourceReliability: null,
      reasons: [],
      evidence: [],
    }));
  }

  entity(known: KnownEntity, claims: readonly KnownClaim[]): Entity {
    const place = (paths: readonly string[]): readonly string[] => paths.flatMap((path) => this.#idOf.get(path) ?? []);
    return {
      id: known.id,
      type: known.type as Entity['type'],
      name: known.name,
      names: known.names.map(({ text, documents }) => ({ text, documents: place(documents), count: documents.length })),
      descriptions: [],
      roles: this.#posts(known.id, claims),
      sides: [],
      sourceReliability: null,
      reasons: [],
      evidence: [],
    };
  }

  /** Posts as the claims tell them; what a reading would have found stated with the name. */
  #posts(id: string, claims: readonly KnownClaim[]): Entity['roles'] {
    const posts = new Map<string, KnownClaim[]>();
    for (const claim of claims) {
      if (claim.polarity === 'negative') continue;
      const isHeld = claim.type === 'appointment' && claim.properties?.['status'] !== 'dismissed';
      const isTied = claim.type === 'tie' && claim.properties?.['kind'] === 'employment';
      const words = isHeld && claim.roles['person']?.includes(id) ? claim.roles['post'] : undefined;
      const tied = isTied && claim.roles['from']?.includes(id) ? claim.properties?.['words'] : undefined;
      const post = words?.[0] === undefined ? tied : this.#filler(words[0]).text;
      if (post !== undefined) posts.set(post, [...(posts.get(post) ?? []), claim]);
    }
    return [...posts].map(([text, told]) => ({
      text,
      documents: [...new Set(told.flatMap(({ document }) => this.#idOf.get(document) ?? []))],
      evidence: told.flatMap((claim) => this.claim(claim).evidence),
    }));
  }

  #evidence(place: Place): readonly Evidence[] {
    const at = locate({ documents: this.#documents }, place);
    const text = this.#documents.find(({ id }) => id === at?.id)?.text ?? '';
    if (at === null) return [];
    return [{ document: at.id, start: at.start, end: at.end, quote: text.slice(at.start, at.end) }];
  }

  #filler(told: string): Filler {
    if (told.startsWith(WORDS)) return { text: told.slice(WORDS.length).trim(), entity: null };
    return { text: this.#entities.get(told)?.name ?? told, entity: told };
  }

  #link(name: string, isLast: boolean): ChainLink {
    const entity = this.#byName.get(fold(name)) ?? null;
    if (UNNAMED.test(name)) {
      return { name: name.replace(UNNAMED, ''), kind: 'unnamed', entity: null, descriptors: [] };
    }
    const isOutlet = isLast || this.#answers.origins.some((origin) => fold(origin.name) === fold(name));
    return { name, kind: isOutlet ? 'outlet' : 'named', entity, descriptors: [] };
  }
}

const namesOf = (fillers: readonly Filler[]): readonly string[] => fillers.map(({ text }) => text);

/** "About seven hours" as the reader writes it, `~PT7H`; null when the words give no amount, or several. */
export const isoOf = (words: string): string | null => {
  if (/^~?P[\dT]/.test(words)) return words;
  const text = words.toLowerCase();
  const found = findTimes(text, [{ start: 0, end: text.length }], null).flatMap((time) => time.duration ?? []);
  return found.length === 1 ? (found[0] ?? null) : null;
};
