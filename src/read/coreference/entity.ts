import type { Mention, MentionType } from '../../model/index.ts';

export type Gender = 'male' | 'female';

/** A mention with its place among the document's words. */
export interface Placed {
  readonly mention: Mention;
  /** Number in the list of mentions. */
  readonly index: number;
  readonly sentence: number;
  /** Tokens `[first, last)`. */
  readonly first: number;
  readonly last: number;
  /** Last token of its head. */
  readonly headAt: number;
  /** Words of its head. */
  readonly head: string;
  /** Number of the quotation it stands in, or null. */
  readonly quote: number | null;
  /** Smallest mention around it, or null. */
  readonly outer: number | null;
}

/** What is known so far of one thing that a document speaks of. Grows while mentions are linked. */
export interface Entity {
  readonly id: number;
  type: MentionType;
  readonly names: string[];
  /** Nouns it is described by: of its posts, and the last word of its names. In lower case and singular. */
  readonly nouns: Set<string>;
  readonly sides: string[];
  gender: Gender | null;
  readonly mentions: Placed[];
}

/** Keeps entities and which mention belongs to which. */
export class Cast {
  readonly entities: Entity[] = [];
  readonly #of = new Map<number, Entity>();
  readonly #byHead = new Map<number, Entity>();

  of(mention: Placed): Entity | undefined {
    return this.#of.get(mention.index);
  }

  ofIndex(index: number): Entity | undefined {
    return this.#of.get(index);
  }

  /** The entity of the mention headed by this token. */
  ofHead(token: number): Entity | undefined {
    return this.#byHead.get(token);
  }

  begin(mention: Placed): Entity {
    const entity: Entity = {
      id: this.entities.length,
      type: mention.mention.type,
      names: [],
      nouns: new Set(),
      sides: [],
      gender: null,
      mentions: [],
    };
    this.entities.push(entity);
    this.join(entity, mention);
    return entity;
  }

  join(entity: Entity, mention: Placed): void {
    entity.mentions.push(mention);
    this.#of.set(mention.index, entity);
    this.#byHead.set(mention.headAt, entity);
  }
}
