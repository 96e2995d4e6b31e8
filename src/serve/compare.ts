import { editsBetween } from '../backchannel.ts';
import type { CaseHost } from '../case-host.ts';
import { byText, type CaseList, type Contradiction, type Line } from '../model/index.ts';
import type { Snapshot } from './case-look.ts';
import type { CompareAnswer } from './compare-shapes.ts';
import { type Standing, standingOf } from './notes.ts';
import { pairClaims } from './pair-claims.ts';
import { documentMarks } from './reading.ts';
import { notFound } from './serve-error.ts';

const MOST = 300;
/** Ledgers whose rows are things that happen: what documents are first compared on. */
const HAPPENINGS: readonly CaseList[] = ['meetings', 'deals', 'proposals', 'waivers', 'sanctions'];

export interface CompareRequest {
  readonly event: string | null;
  readonly a: string | null;
  readonly b: string | null;
}

/** The event that most documents tell: where nobody has said yet what to compare. */
const mostTold = (now: Snapshot): Promise<Line | null> =>
  now.work('most told', async () => {
    let most: Line | null = null;
    for (const ledger of HAPPENINGS)
      for (const line of await now.lines(ledger))
        if (line.documents.length > Math.max(1, most?.documents.length ?? 0)) most = line;
    return most;
  });

/** What is compared on: a row as it is shown, and what claims of it name as their event. */
interface Told {
  readonly line: Line;
  readonly event: string;
}

/** A row of a ledger by its id, or by that of its finding; what no ledger lists is shown as its finding. */
const toldOf = async (now: Snapshot, id: string): Promise<Told | null> => {
  const line = await now.line(id);
  if (line === null) return null;
  if (line.list !== 'findings') return { line, event: id };
  const event = (await now.item('findings', id))?.event ?? null;
  return event === null ? null : { line: (await now.line(event)) ?? line, event };
};

const eventsOf = ({ claims }: Standing): ReadonlySet<string> => new Set(claims.flatMap(({ event }) => event ?? []));

/** Documents that tell what a document tells, those with most in common first. */
const companions = async (now: Snapshot, own: ReadonlySet<string>, not: string): Promise<readonly string[]> => {
  const shared = new Map<string, number>();
  for (const event of own)
    for (const document of (await now.line(event))?.documents ?? [])
      if (document !== not) shared.set(document, (shared.get(document) ?? 0) + 1);
  return [...shared].sort(([x, m], [y, n]) => n - m || byText(x, y)).map(([id]) => id);
};

const sides = (
  contradictions: readonly Contradiction[],
  ofA: Standing,
  ofB: Standing,
  isTold: (event: string | null) => boolean,
): CompareAnswer['contradictions'] => {
  const [a, b] = [ofA, ofB].map(
    ({ claims }) => new Set(claims.filter(({ event }) => isTold(event)).map(({ id }) => id)),
  );
  return contradictions.flatMap(({ id, kind, about, values }) => {
    const told = values.map(({ value, claims }) => ({
      value,
      isInA: claims.some((claim) => a?.has(claim)),
      isInB: claims.some((claim) => b?.has(claim)),
    }));
    const isBetween = told.some((one) => one.isInA && told.some((other) => other !== one && other.isInB));
    return isBetween ? [{ id, kind, about, values: told.filter(({ isInA, isInB }) => isInA || isInB) }] : [];
  });
};

/** Kinds of the same thing again whose texts are told apart word by word. */
const EDITED: ReadonlySet<string> = new Set(['same-text', 'version', 'copy']);

const editsOf = async (host: CaseHost, now: Snapshot, a: string, b: string): Promise<CompareAnswer['edits']> => {
  const again = (await now.item('documents', a))?.again.find(({ document }) => document === b);
  if (again === undefined || !EDITED.has(again.kind)) return null;
  const edits = await editsBetween(host.store, a, b);
  return edits === null ? null : { a: edits.onlyFirst, b: edits.onlySecond };
};

/** Sets two documents beside each other; what was left open is chosen: the other with most in common, what is told most. */
export const compareDocuments = async (
  host: CaseHost,
  now: Snapshot,
  request: CompareRequest,
): Promise<CompareAnswer> => {
  const isOpen = request.event === null && request.a === null && request.b === null;
  const asked = isOpen ? ((await mostTold(now))?.id ?? null) : request.event;
  const told = asked === null ? null : await toldOf(now, asked);
  if (asked !== null && told === null) throw notFound('an event', asked);
  const event = told?.line ?? null;
  const [first] = request.a === null && request.b === null ? (event?.documents ?? []) : [];
  const known = request.a ?? request.b ?? first ?? null;
  const empty: CompareAnswer = {
    digest: now.digest,
    event,
    a: null,
    b: null,
    events: [],
    documents: [],
    moreDocuments: 0,
    shared: [],
    pairs: [],
    aloneA: 0,
    aloneB: 0,
    edits: null,
    contradictions: [],
  };
  if (known === null) return empty;
  const knownStanding = await standingOf(now, known);
  const near =
    event === null
      ? await companions(now, eventsOf(knownStanding), known)
      : event.documents.filter((id) => id !== known);
  const a = request.a ?? (request.b === null ? known : (near[0] ?? null));
  const b = request.b ?? near.find((id) => id !== a) ?? null;
  const offered = [...new Set([a, b, ...near].flatMap((id) => id ?? []))];
  const marks = await documentMarks(now, offered.slice(0, MOST));
  const telling = (id: string | null) => {
    const mark = id === null ? undefined : marks[id];
    if (id !== null && mark === undefined) throw notFound('a document', id);
    return mark === undefined || id === null ? null : { id, ...mark };
  };
  const documents = Object.keys(marks).flatMap((id) => telling(id) ?? []);
  const [markA, markB] = [telling(a), telling(b)];
  const base = { ...empty, a: markA, b: markB, documents, moreDocuments: Math.max(0, offered.length - MOST) };
  if (a === null || b === null) return base;
  const [ofA, ofB] = await Promise.all([standingOf(now, a), standingOf(now, b)]);
  const [toldA, toldB] = [eventsOf(ofA), eventsOf(ofB)];
  const both = [...toldA].filter((id) => toldB.has(id)).sort(byText);
  const isTold = (id: string | null): boolean =>
    id !== null && (told === null ? toldA.has(id) && toldB.has(id) : id === told.event);
  const lines = await Promise.all(both.slice(0, MOST).map((id) => now.line(id)));
  return {
    ...base,
    events: lines.flatMap((line) => line ?? []),
    shared: markA?.origins.filter((origin) => markB?.origins.includes(origin)) ?? [],
    pairs: pairClaims([a, b], [ofA, ofB], isTold),
    aloneA: ofA.claims.filter(({ event: id }) => id === null || !toldB.has(id)).length,
    aloneB: ofB.claims.filter(({ event: id }) => id === null || !toldA.has(id)).length,
    edits: await editsOf(host, now, a, b),
    contradictions: sides(ofA.contradictions, ofA, ofB, event === null ? () => true : isTold),
  };
};
