import type { Entity } from '../model/index.ts';

/** A name or description of an entity in words. */
export interface NamedAt {
  readonly entity: string;
  readonly type: Entity['type'];
  readonly start: number;
  readonly end: number;
}

/** Shorter ones are too often something else. */
const SHORTEST = 2;

/**
 * Finds in words of a document whom they name, by the names and descriptions that this document has for them. What stands for two
 * there names neither.
 */
export class NamesInText {
  readonly #byDocument = new Map<string, Map<string, Entity | null>>();

  /** @param documents Those in whose words names will be looked for. */
  constructor(entities: readonly Entity[], documents: ReadonlySet<string>) {
    for (const entity of entities)
      for (const { text, documents: own } of [...entity.names, ...entity.descriptions])
        for (const document of own) if (documents.has(document)) this.#put(document, text, entity);
  }

  /** In text order, the longest first where they overlap, never overlapping. */
  find(document: string, words: string): readonly NamedAt[] {
    const found: NamedAt[] = [];
    for (const [name, entity] of this.#byDocument.get(document) ?? []) {
      if (entity === null) continue;
      for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + 1)) {
        const end = at + name.length;
        if (isWord(words[at - 1]) || isWord(words[end])) continue;
        found.push({ entity: entity.id, type: entity.type, start: at, end });
      }
    }
    const ordered = found.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
    const kept: NamedAt[] = [];
    for (const one of ordered)
      if (!kept.some((other) => one.start < other.end && other.start < one.end)) kept.push(one);
    return kept.sort((a, b) => a.start - b.start);
  }

  #put(document: string, text: string, entity: Entity): void {
    const name = text.replace(/\s+/g, ' ').trim();
    // A description counts with its article only: "the fund" is one fund, "fund" any.
    if (name.length < SHORTEST || PRONOUN.test(name)) return;
    const names = this.#byDocument.get(document) ?? new Map<string, Entity | null>();
    const known = names.get(name);
    names.set(name, known === undefined || known?.id === entity.id ? entity : null);
    this.#byDocument.set(document, names);
  }
}

const PRONOUN = /^(?:he|she|it|they|him|her|them|his|its|their|who|which|that|this|we|us|our|i|you|one|both)$/i;
const isWord = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
