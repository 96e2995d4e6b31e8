import { byText, type CaseDocument, type Entity } from '../model/index.ts';

/** Whom a part is of, see {@link Personas.of}. */
export const entityOf = (part: string): string => part.split('\n')[0] ?? part;

/** Classes of others that tell who somebody is when named beside: whole states and ministries are named beside everybody. */
const COMPANY: ReadonlySet<Entity['type']> = new Set(['person', 'organization', 'group']);

/**
 * Keeps people apart who may share no more than a name.
 *
 * Identity joins one full name across documents unless something speaks against it (S2, S4). That is enough to list somebody,
 * not to lead a path through: one half of it may be of a namesake. Here the documents that name a person fall into parts; two
 * documents are of one part if more than the name ties them: they name another person, company or group with it, give the
 * same post in two words or more, share a known origin, or if an analyst decided that it is one person (D5). A path goes on
 * only within a part. Others than people are one part each.
 */
export class Personas {
  readonly #entities: ReadonlyMap<string, Entity>;
  readonly #documents: ReadonlyMap<string, CaseDocument>;
  /** By document, the others named there that tell who somebody is. */
  readonly #company = new Map<string, string[]>();
  readonly #parts = new Map<string, ReadonlyMap<string, string>>();

  /** @param outlets Entities that pass reporting on; being quoted by one tells nothing of who somebody is. */
  constructor(
    entities: ReadonlyMap<string, Entity>,
    documents: ReadonlyMap<string, CaseDocument>,
    outlets: ReadonlySet<string>,
  ) {
    this.#entities = entities;
    this.#documents = documents;
    for (const entity of entities.values()) {
      if (!COMPANY.has(entity.type) || outlets.has(entity.id)) continue;
      for (const document of documentsOf(entity)) {
        const known = this.#company.get(document);
        if (known === undefined) this.#company.set(document, [entity.id]);
        else known.push(entity.id);
      }
    }
  }

  /** Which parts of an entity these documents speak of, ordered. A part is named by its entity and its first document. */
  of(entity: string, documents: Iterable<string>): readonly string[] {
    const one = this.#entities.get(entity);
    if (one?.type !== 'person') return [entity];
    const parts = this.#partsOf(one);
    return [...new Set([...documents].map((document) => `${entity}\n${parts.get(document) ?? document}`))].sort(byText);
  }

  #partsOf(entity: Entity): ReadonlyMap<string, string> {
    const known = this.#parts.get(entity.id);
    if (known !== undefined) return known;
    const documents = [...documentsOf(entity)].sort(byText);
    const roots = new Map(documents.map((document) => [document, document]));
    const rootOf = (document: string): string => {
      let at = document;
      for (let up = roots.get(at); up !== undefined && up !== at; up = roots.get(at)) at = up;
      return at;
    };
    let left = roots.size;
    const first = new Map<string, string>();
    // The first document of a part is its root, in whatever order they are joined.
    for (const [document, by] of this.#bondsOf(entity, documents)) {
      if (left <= 1) break;
      const other = first.get(by);
      if (other === undefined) first.set(by, document);
      const [low = document, high = document] = [rootOf(document), rootOf(other ?? document)].sort(byText);
      if (low === high) continue;
      roots.set(high, low);
      left--;
    }
    const parts = new Map([...roots.keys()].map((document) => [document, rootOf(document)]));
    this.#parts.set(entity.id, parts);
    return parts;
  }

  /** What ties documents that name somebody: those with a like bond speak of one person. */
  *#bondsOf(entity: Entity, documents: readonly string[]): Generator<readonly [document: string, by: string]> {
    if (entity.reasons.some((reason) => reason.startsWith('D5')))
      for (const document of documents) yield [document, 'decided'];
    for (const { text, documents: told } of entity.roles)
      if (/\S\s+\S/.test(text)) for (const document of told) yield [document, `as ${text.toLowerCase()}`];
    for (const document of documents)
      for (const origin of this.#documents.get(document)?.origins ?? []) yield [document, `from ${origin}`];
    for (const document of documents)
      for (const other of this.#company.get(document) ?? []) if (other !== entity.id) yield [document, `with ${other}`];
  }
}

const documentsOf = (entity: Entity): ReadonlySet<string> =>
  new Set([
    ...entity.names.flatMap(({ documents }) => documents),
    ...entity.descriptions.flatMap(({ documents }) => documents),
  ]);
