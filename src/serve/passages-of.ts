import type { CaseHost } from '../case-host.ts';
import type { Claim, Evidence } from '../model/index.ts';
import type { Snapshot } from './case-look.ts';
import { chainsOf } from './chains-of.ts';
import type { Question } from './review-questions.ts';
import type { Passage } from './review-shapes.ts';

/** Text around a quote, in UTF-16 code units, before it is cut at a line or a sentence. */
const AROUND = 700;
const PASSAGES = 4;

interface Place {
  readonly evidence: Evidence;
  readonly label: string | null;
  readonly claim: Claim | null;
}

/** Where a stretch of text may begin: after the last line end or sentence end before what is near. */
const cutStart = (text: string): string => {
  const at = /\n\s*\n|(?<=[.!?”"])\s+/.exec(text);
  return at === null || at.index > text.length / 2 ? text.replace(/^\S*\s/, '') : text.slice(at.index + at[0].length);
};
const cutEnd = (text: string): string => {
  const ends = [...text.matchAll(/[.!?]["”]?(?=\s)|\n\s*\n/g)].map(({ index, 0: { length } }) => index + length);
  const last = ends.findLast((end) => end > text.length / 2);
  return last === undefined ? text.replace(/\s\S*$/, '') : text.slice(0, last);
};

const passageOf = async (host: CaseHost, now: Snapshot, { evidence, label, claim }: Place): Promise<Passage | null> => {
  const { document: id, start, end } = evidence;
  const document = await host.store.document(id);
  if (document === null) return null;
  const { text } = document;
  const line = await now.line(id);
  const [from, to] = [Math.max(0, start - AROUND), Math.min(text.length, end + AROUND)];
  const [before, after] = [text.slice(from, start), text.slice(end, to)];
  return {
    document: id,
    title: line?.text ?? id,
    outlet: line?.aside ?? null,
    when: line?.when ?? null,
    origins: [...(claim?.origins ?? line?.origins ?? [])],
    label,
    before: from === 0 ? before : cutStart(before),
    quote: text.slice(start, end),
    after: to === text.length ? after : cutEnd(after),
    start,
    end,
    said:
      claim === null
        ? { chains: [], more: 0 }
        : await chainsOf(now, [claim], new Set(claim.polarity === 'negative' ? [claim.id] : []), 1),
    claim: claim?.id ?? null,
  };
};

const placeIn = (text: string): Pick<Evidence, 'document' | 'start' | 'end'> => {
  const [, document = '', start, end] = /^(.+)@(\d+)-(\d+)$/.exec(text) ?? [];
  return { document, start: Number(start), end: Number(end) };
};

const ofClaims = (claims: readonly Claim[], label: string | null = null): readonly Place[] =>
  claims.flatMap((claim) => {
    const [evidence] = claim.evidence;
    return evidence === undefined ? [] : [{ evidence, label, claim }];
  });

const placesOf = async (now: Snapshot, { kind, subject, other, leads }: Question): Promise<readonly Place[]> => {
  if (kind === 'contradiction') {
    const found = await now.item('contradictions', leads.id);
    const sides = (found?.values ?? []).map(async ({ value, claims, evidence }) => {
      const told = ofClaims(await now.items('claims', claims.slice(0, 1)), value);
      return told.length > 0 ? told : evidence.slice(0, 1).map((one) => ({ evidence: one, label: value, claim: null }));
    });
    return (await Promise.all(sides)).flat();
  }
  if (subject.list === 'passages')
    return [subject, ...(other === null ? [] : [other])].map(({ id, text }) => ({
      evidence: { ...placeIn(id), quote: text },
      label: text,
      claim: null,
    }));
  if (subject.list === 'claims') return ofClaims(await now.items('claims', [subject.id]));
  if (subject.list === 'findings') {
    const finding = await now.item('findings', subject.id);
    return ofClaims(await now.items('claims', (finding?.claims ?? []).slice(0, PASSAGES)));
  }
  const list = subject.list === 'origins' ? 'origins' : 'entities';
  const items = await now.items(list, [subject.id, ...(other === null ? [] : [other.id])]);
  return items.flatMap(({ name, evidence }) =>
    evidence.slice(0, other === null ? 2 : 1).map((one) => ({ evidence: one, label: name, claim: null })),
  );
};

/** The documents around what a question is about. */
export const passagesOf = async (host: CaseHost, now: Snapshot, question: Question): Promise<readonly Passage[]> => {
  const places = (await placesOf(now, question)).slice(0, PASSAGES);
  const found = await Promise.all(places.map((place) => passageOf(host, now, place)));
  return found.flatMap((passage) => passage ?? []);
};
