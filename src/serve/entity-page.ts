import type { Entity, Evidence, Line, Tie } from '../model/index.ts';
import { sayTime } from '../publish/index.ts';
import { claimsAbout, claimsByName, linesByEntity } from './case-index.ts';
import type { Snapshot } from './case-look.ts';
import { type ClaimCard, cardsOf, whereOf } from './claim-cards.ts';
import type { EntityPage } from './entity-shapes.ts';

const MOST_NAMES = 40;
const MOST_ROLES = 20;
const MOST_REASONS = 40;
const MOST_TIES = 60;
const MOST_ROWS = 8;
const MOST_DOCUMENTS = 40;
const FIRST_CLAIMS = 12;
const MOST_PLACES = 2;

const PARTS = ['meetings', 'proposals', 'stances', 'deals', 'sanctions', 'waivers', 'interests', 'findings'] as const;

/** Claims that a person or body said, or in which it has a role, in the order in which they are shown: by day, then by id. */
export const claimsOfEntity = async (
  now: Snapshot,
  entity: Entity,
  as: 'said' | 'about' | 'through',
): Promise<readonly string[]> => {
  if (as === 'about') return (await claimsAbout(now)).get(entity.id) ?? [];
  const byName = (await claimsByName(now))[as].get(entity.name) ?? [];
  const bearers = (await now.lines('entities')).filter(({ text }) => text === entity.name).length;
  if (bearers < 2) return byName;
  // Two bear the name: who is meant stands with the claim.
  const claims = await now.items('claims', byName);
  return claims
    .filter(({ chain }) =>
      (as === 'said' ? chain.slice(0, 1) : chain.slice(1)).some((link) => link.entity === entity.id),
    )
    .map(({ id }) => id);
};

/** The claims with some ids as cards. */
export const cardsWith = async (now: Snapshot, ids: readonly string[]): Promise<readonly ClaimCard[]> => {
  const claims = await now.items('claims', ids);
  return cardsOf(now, claims, claims, null);
};

const spanOf = (lines: readonly (Line | null)[]): { readonly from: number; readonly to: number } | null => {
  const [from, to] = [lines.flatMap((line) => line?.from ?? []), lines.flatMap((line) => line?.to ?? [])];
  return from.length === 0 || to.length === 0 ? null : { from: Math.min(...from), to: Math.max(...to) };
};

class Places {
  readonly #now: Snapshot;

  constructor(now: Snapshot) {
    this.#now = now;
  }

  async of(evidence: readonly Evidence[]): Promise<{ evidence: Evidence; where: string }[]> {
    const shown = evidence.slice(0, MOST_PLACES);
    return Promise.all(
      shown.map(async (one) => ({ evidence: one, where: whereOf(await this.#now.line(one.document), one.document) })),
    );
  }

  documents(ids: readonly string[], most = 3): Promise<{ id: string; where: string }[]> {
    return Promise.all(ids.slice(0, most).map(async (id) => ({ id, where: whereOf(await this.#now.line(id), id) })));
  }
}

const rolesOf = async (now: Snapshot, { roles }: Entity, places: Places): Promise<EntityPage['roles']> => {
  const merged = new Map<string, { text: string; documents: Set<string>; evidence: Evidence[] }>();
  for (const { text, documents, evidence } of roles) {
    const key = text.toLowerCase();
    const known = merged.get(key) ?? { text, documents: new Set<string>(), evidence: [] };
    for (const id of documents) known.documents.add(id);
    known.evidence.push(...evidence);
    merged.set(key, known);
  }
  return Promise.all(
    [...merged.values()]
      .sort((a, b) => b.documents.size - a.documents.size || (a.text < b.text ? -1 : 1))
      .slice(0, MOST_ROLES)
      .map(async ({ text, documents, evidence }) => {
        const lines = await Promise.all([...documents].map((id) => now.line(id)));
        const dated = lines.filter((line) => line?.from != null).sort((a, b) => (a?.from ?? 0) - (b?.from ?? 0));
        const [first, last] = [dated[0]?.when ?? null, dated.at(-1)?.when ?? null];
        return {
          text,
          documents: documents.size,
          told: first === null ? null : first === last ? first : `${first} to ${last}`,
          days: spanOf(lines),
          places: await places.of(evidence),
        };
      }),
  );
};

/** "S2: “A”, “B”: spellings of one name" as the rule's number and the rest. */
const reasonOf = (reason: string): { rule: string | null; text: string } => {
  const found = /^([A-Z]\d+): (.+)$/s.exec(reason);
  return found === null ? { rule: null, text: reason } : { rule: found[1] ?? null, text: found[2] ?? '' };
};

/** Others of the same kind that share the last word of a name. */
const namesakesOf = async (now: Snapshot, { id, type, name }: Entity): Promise<readonly Line[]> => {
  const last = name.toLowerCase().split(/\s+/).at(-1) ?? '';
  if (last.length < 3) return [];
  return (await now.lines('entities'))
    .filter((line) => line.kind === type && line.id !== id && line.text.toLowerCase().split(/\s+/).includes(last))
    .sort((a, b) => b.documents.length - a.documents.length)
    .slice(0, MOST_ROWS);
};

const tiesOf = async (
  now: Snapshot,
  entity: Entity,
  lines: readonly Line[],
  places: Places,
): Promise<EntityPage['ties']> => {
  const ordered = [...lines]
    .sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0) || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_TIES);
  const byId = new Map(ordered.map((line) => [line.id, line]));
  const ties = await now.items(
    'ties',
    ordered.map(({ id }) => id),
  );
  return Promise.all(
    ties.map(async (tie: Tie) => {
      const isOut = tie.from === entity.id;
      const other = isOut ? tie.to : tie.from;
      const line = byId.get(tie.id) as Line;
      const [place] = await places.of(tie.evidence);
      return {
        line,
        kind: tie.kind,
        words: tie.words,
        other: { id: other, name: (await now.line(other))?.text ?? other },
        isOut,
        isDenied: tie.polarity === 'negative',
        isEnded: tie.ended,
        share: tie.share,
        since: tie.validFrom === null ? null : sayTime(tie.validFrom),
        until: tie.validTo === null ? null : sayTime(tie.validTo),
        days: line.from === null && line.to === null ? null : { from: line.from, to: line.to },
        place: place ?? null,
      };
    }),
  );
};

/** Puts the page of an entity together. */
export const makeEntityPage = async (now: Snapshot, entity: Entity): Promise<EntityPage> => {
  const places = new Places(now);
  const [line, said, about, through, ties] = await Promise.all([
    now.line(entity.id),
    claimsOfEntity(now, entity, 'said'),
    claimsOfEntity(now, entity, 'about'),
    claimsOfEntity(now, entity, 'through'),
    linesByEntity(now, 'ties'),
  ]);
  const parts: Record<string, { total: number; lines: Line[] }> = {};
  for (const list of PARTS) {
    const own = (await linesByEntity(now, list)).get(entity.id) ?? [];
    if (own.length === 0) continue;
    const ordered = [...own].sort(
      (a, b) => (b.weight ?? 0) - (a.weight ?? 0) || (a.from ?? 0) - (b.from ?? 0) || (a.id < b.id ? -1 : 1),
    );
    parts[list] = { total: own.length, lines: ordered.slice(0, MOST_ROWS) };
  }
  const names = [...entity.names].sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
  const descriptions = [...entity.descriptions].sort((a, b) => b.documents.length - a.documents.length);
  const documents = (await Promise.all((line?.documents ?? []).map((id) => now.line(id)))).flatMap((one) => one ?? []);
  const ownTies = ties.get(entity.id) ?? [];
  const origin = (await now.list('origins')).find((one) => one.entity === entity.id) ?? null;
  const rating = entity.sourceReliability ?? origin?.sourceReliability ?? null;
  const roleCount = new Set(entity.roles.map(({ text }) => text.toLowerCase())).size;
  return {
    digest: now.digest,
    id: entity.id,
    type: entity.type,
    name: entity.name,
    isNamed: entity.names.length > 0,
    names: await Promise.all(
      names.slice(0, MOST_NAMES).map(async ({ text, count, documents: ids }) => ({
        text,
        count,
        documents: ids.length,
        in: await places.documents(ids),
      })),
    ),
    moreNames: Math.max(0, names.length - MOST_NAMES),
    descriptions: await Promise.all(
      descriptions.slice(0, MOST_NAMES).map(async ({ text, documents: ids }) => ({
        text,
        documents: ids.length,
        in: await places.documents(ids),
      })),
    ),
    moreDescriptions: Math.max(0, descriptions.length - MOST_NAMES),
    roles: await rolesOf(now, entity, places),
    moreRoles: Math.max(0, roleCount - MOST_ROLES),
    sides: [...entity.sides],
    joined: entity.reasons.slice(0, MOST_REASONS).map(reasonOf),
    moreJoined: Math.max(0, entity.reasons.length - MOST_REASONS),
    apart: [...(await namesakesOf(now, entity))],
    ties: await tiesOf(now, entity, ownTies, places),
    moreTies: Math.max(0, ownTies.length - MOST_TIES),
    parts,
    said: { total: said.length, claims: [...(await cardsWith(now, said.slice(0, FIRST_CLAIMS)))] },
    about: { total: about.length, claims: [...(await cardsWith(now, about.slice(0, FIRST_CLAIMS)))] },
    through: through.length,
    documents: {
      total: documents.length,
      lines: documents
        .sort((a, b) => (a.from ?? Number.MAX_SAFE_INTEGER) - (b.from ?? Number.MAX_SAFE_INTEGER))
        .slice(0, MOST_DOCUMENTS),
    },
    origin: origin?.id ?? null,
    reliability: rating === null ? null : { grade: rating.grade, reasons: [...rating.reasons] },
  };
};
