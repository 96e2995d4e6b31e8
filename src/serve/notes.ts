import {
  byText,
  type Claim,
  type ClaimRelation,
  type Contradiction,
  type Finding,
  type Reading,
} from '../model/index.ts';
import { sayDatesIn, sayTime } from '../publish/index.ts';
import { linesOfDocument } from './by-document.ts';
import type { Snapshot } from './case-look.ts';
import type { Note, NoteRelation } from './reading-shapes.ts';

/** Of a thing that hundreds of documents tell, as many claims are looked at beside those of the document itself. */
const MOST_MATES = 40;
const MOST_NAMED = 20;

/** The claims of a document, the findings they are of, and the contradictions they take part in. */
export interface Standing {
  readonly claims: readonly Claim[];
  readonly findings: readonly Finding[];
  readonly contradictions: readonly Contradiction[];
}

/** What a case has on a document. */
export const standingOf = async (now: Snapshot, document: string): Promise<Standing> => {
  const ids = async (list: 'claims' | 'findings' | 'contradictions') =>
    (await linesOfDocument(now, list, document)).map(({ id }) => id);
  const [claims, findings, contradictions] = await Promise.all([
    ids('claims').then((found) => now.items('claims', found)),
    ids('findings').then((found) => now.items('findings', found)),
    ids('contradictions').then((found) => now.items('contradictions', found)),
  ]);
  return { claims, findings, contradictions };
};

/** A relation of two claims, as the one that is asked about has it. */
interface Related {
  readonly kind: ClaimRelation;
  readonly other: string;
}

/** Relations of some claims with others, whichever of the two carries it: each pair is told once in a case. */
const relationsOf = async (
  now: Snapshot,
  { claims, findings }: Standing,
): Promise<ReadonlyMap<string, readonly Related[]>> => {
  const own = new Set(claims.map(({ id }) => id));
  const found = new Map<string, Related[]>();
  const add = (claim: string, kind: ClaimRelation, other: string): void => {
    const known = found.get(claim) ?? [];
    if (!known.some((one) => one.kind === kind && one.other === other)) known.push({ kind, other });
    found.set(claim, known);
  };
  const mates = new Set(
    findings.flatMap((finding) =>
      [...finding.claims, ...finding.denials].filter((id) => !own.has(id)).slice(0, MOST_MATES),
    ),
  );
  for (const claim of claims) for (const { kind, claim: other } of claim.relations) add(claim.id, kind, other);
  for (const mate of await now.items('claims', [...mates]))
    for (const { kind, claim } of mate.relations) if (own.has(claim)) add(claim, kind, mate.id);
  return found;
};

const KINDS: readonly ClaimRelation[] = ['corroborates', 'restates', 'contradicts', 'denies'];

const takenTogether = async (
  now: Snapshot,
  document: string,
  related: readonly Related[],
): Promise<readonly NoteRelation[]> => {
  const made: NoteRelation[] = [];
  for (const kind of KINDS) {
    const lines = await Promise.all(related.filter((one) => one.kind === kind).map(({ other }) => now.line(other)));
    const documents = new Set(lines.flatMap((line) => line?.documents ?? []).filter((id) => id !== document));
    if (documents.size === 0) continue;
    const origins = new Set(lines.flatMap((line) => line?.origins ?? []));
    made.push({
      kind,
      documents: [...documents].sort(byText).slice(0, MOST_NAMED),
      count: documents.size,
      origins: [...origins].sort(byText),
    });
  }
  return made;
};

/** The frame that a claim was made of: of its type, stated by its quote; the first of those that say the same. */
const frameOf = (claim: Claim, frames: Reading['frames'], taken: Set<string>): string | null => {
  const fits = frames.filter(
    ({ type, extent, polarity }) =>
      type === claim.type &&
      polarity === claim.polarity &&
      claim.evidence.some(({ start, end }) => start <= extent[0] && extent[1] <= end),
  );
  const found = fits.find(({ id }) => !taken.has(id)) ?? fits[0];
  if (found !== undefined) taken.add(found.id);
  return found?.id ?? null;
};

/** The claims of a document as notes in its margin, in text order. */
export const notesOf = async (
  now: Snapshot,
  document: string,
  standing: Standing,
  reading: Reading,
): Promise<readonly Note[]> => {
  const relations = await relationsOf(now, standing);
  const findingOf = new Map<string, Finding>();
  for (const finding of standing.findings)
    for (const id of [...finding.claims, ...finding.denials, ...finding.rejected]) findingOf.set(id, finding);
  const against = new Map<string, string[]>();
  for (const { id, values } of standing.contradictions)
    for (const claim of values.flatMap(({ claims }) => claims)) against.set(claim, [...(against.get(claim) ?? []), id]);
  const taken = new Set<string>();
  const notes: Note[] = [];
  for (const claim of standing.claims) {
    const spans = claim.evidence
      .filter((evidence) => evidence.document === document)
      .map(({ start, end }) => [start, end] as const)
      .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    if (spans.length === 0) continue;
    const finding = findingOf.get(claim.id);
    const event = claim.event === null ? null : await now.line(claim.event);
    notes.push({
      id: claim.id,
      type: claim.type,
      text: sayDatesIn(claim.text),
      chain: claim.chain,
      origins: claim.origins,
      polarity: claim.polarity,
      certainty: claim.certainty,
      tense: claim.tense,
      status: claim.status,
      when: claim.date === null ? null : sayTime(claim.date),
      conditions: claim.conditions.map(({ text }) => text),
      spans: spans.map(([start, end]) => [start, end]),
      judged: claim.judgement?.verdict ?? null,
      event: event === null ? null : { list: event.list, id: event.id },
      finding:
        finding === undefined ? null : { id: finding.id, text: sayDatesIn(finding.text), standing: finding.status },
      relations: await takenTogether(now, document, relations.get(claim.id) ?? []),
      contradictions: against.get(claim.id) ?? [],
      frame: frameOf(claim, reading.frames, taken),
    });
  }
  const startOf = ({ spans }: Note): readonly [number, number] => spans[0] ?? [0, 0];
  return notes.sort((a, b) => startOf(a)[0] - startOf(b)[0] || startOf(a)[1] - startOf(b)[1] || byText(a.id, b.id));
};
