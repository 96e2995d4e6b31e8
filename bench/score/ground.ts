import { basename, relative, resolve } from 'node:path';
import type { Case, Document, Evidence, Reading } from '../../src/model/index.ts';
import type { Answers, Place } from './answers.ts';

/** What is compared: the case as built, with its documents and readings, and what is known of it. */
export interface Ground {
  readonly answers: Answers;
  readonly case: Case;
  readonly documents: readonly Document[];
  readonly readings: readonly Reading[];
}

/** One line of the score: how many there are, how many were found, how many of those found are right. */
export interface Score {
  readonly kind: string;
  readonly known: number;
  readonly found: number;
  /** Of what the case holds of this kind; null where precision cannot be told from the known answers. */
  readonly made: number | null;
  readonly right: number | null;
  readonly shortfalls: readonly string[];
}

export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Where a quote stands in the stored text of its document; white space may differ. Null when the text was not kept. */
export const locate = (
  ground: Pick<Ground, 'documents'>,
  place: Place,
): { readonly id: string; readonly start: number; readonly end: number } | null => {
  const document = ground.documents.find((one) => basename(one.path) === place.document);
  if (document === undefined) return null;
  const pattern = place.quote
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+');
  const match = new RegExp(pattern, 'u').exec(document.text);
  return match === null ? null : { id: document.id, start: match.index, end: match.index + match[0].length };
};

/** Whether any evidence touches any of the places. */
export const touches = (ground: Ground, evidence: readonly Evidence[], places: readonly Place[]): boolean =>
  places.some((place) => {
    const at = locate(ground, place);
    return at !== null && evidence.some((e) => e.document === at.id && e.start < at.end && at.start < e.end);
  });

/** Known entity → entities of the case that carry one of its names, most shared names first. */
export const matchEntities = (ground: Ground): ReadonlyMap<string, readonly string[]> => {
  const byName = new Map<string, string[]>();
  for (const entity of ground.case.entities) {
    for (const { text } of entity.names) byName.set(fold(text), [...(byName.get(fold(text)) ?? []), entity.id]);
  }
  return new Map(
    ground.answers.entities.map((known) => {
      const votes = new Map<string, number>();
      for (const { text } of known.names)
        for (const id of byName.get(fold(text)) ?? []) votes.set(id, (votes.get(id) ?? 0) + 1);
      return [known.id, [...votes].sort((a, b) => b[1] - a[1]).map(([id]) => id)] as const;
    }),
  );
};

/** Whether a case lies in the folder of held-out cases: its totals may be read, its misses may not. */
export const isHeldOut = (folder: string, held: string): boolean =>
  !/^\.\.(?:[\\/]|$)/.test(relative(resolve(held), resolve(folder)));
