import {
  byText,
  type CaseDecision,
  type Claim,
  type Decision,
  type Entity,
  InformationCredibility,
  type Origin,
  SourceReliability,
  type Supposition,
} from '../../model/index.ts';
import { foldName } from '../../text/index.ts';
import type { Bearers } from '../resolve-entities.ts';
import { byDocument, claimsAt } from './claims-at.ts';
import { placeOf } from './find-place.ts';
import type { FindChain } from './judged-chains.ts';
import type { JudgedClaim, Rating, Settled } from './settle-decisions.ts';

/** What decisions are applied to, and what is needed to say what became of each. */
export interface Judged {
  readonly origins: readonly Origin[];
  readonly entities: readonly Entity[];
  readonly claims: readonly Claim[];
}

const foldedNames = (item: Origin | Entity): readonly string[] =>
  [item.name, ...('names' in item ? item.names.map(({ text }) => text) : [])].map(foldName);

const judgementOf = (all: readonly JudgedClaim[]): Claim['judgement'] => {
  const verdicts = new Set(all.map(({ verdict }) => verdict));
  const [only] = verdicts;
  if (only === undefined) return null;
  return {
    verdict: verdicts.size === 1 ? only : 'unsure',
    reasons: all.map(({ reason }) => reason).sort(byText),
    decisions: [...new Set(all.flatMap(({ decisions }) => decisions))].sort(byText),
  };
};

const worst = (all: readonly Rating[]): Rating | null => all.toSorted((a, b) => byText(b.grade, a.grade))[0] ?? null;

/** Marks what was judged and rated (rules D6 and D7). Items that nobody judged stay the same objects. */
export const applyDecisions = (judged: Judged, settled: Settled): Judged => {
  if (settled.claims.length + settled.ratings.length === 0) return judged;
  const claims = byDocument(judged.claims);
  const judgements = new Map<string, JudgedClaim[]>();
  for (const one of settled.claims)
    for (const claim of claimsAt(claims, one)) judgements.set(claim.id, [...(judgements.get(claim.id) ?? []), one]);
  const credibilities = new Map<string, Rating[]>();
  const sources = new Map<string, Rating>();
  for (const rating of settled.ratings) {
    const { subject } = rating;
    if (subject.kind === 'source') sources.set(foldName(subject.name), rating);
    else
      for (const claim of claimsAt(claims, subject))
        credibilities.set(claim.id, [...(credibilities.get(claim.id) ?? []), rating]);
  }
  const rate = <Item extends Origin | Entity>(item: Item): Item => {
    const rating = worst(foldedNames(item).flatMap((name) => sources.get(name) ?? []));
    if (rating === null) return item;
    const { grade, reason, decisions } = rating;
    return { ...item, sourceReliability: { grade: SourceReliability.parse(grade), reasons: [reason], decisions } };
  };
  return {
    origins: judged.origins.map(rate),
    entities: judged.entities.map(rate),
    claims: judged.claims.map((claim) => {
      const judgement = judgementOf(judgements.get(claim.id) ?? []);
      const rating = worst(credibilities.get(claim.id) ?? []);
      if (judgement === null && rating === null) return claim;
      const informationCredibility =
        rating === null
          ? null
          : {
              grade: InformationCredibility.parse(rating.grade),
              reasons: [rating.reason],
              decisions: rating.decisions,
            };
      return { ...claim, judgement, informationCredibility };
    }),
  };
};

/** The journal as it bears on the case: what became of each entry, and the items that it is about now. */
export const listDecisions = (
  journal: readonly Decision[],
  settled: Settled,
  find: FindChain,
  bearers: Bearers,
  judged: Judged,
  documents: ReadonlyMap<string, string>,
): readonly CaseDecision[] => {
  const claims = byDocument(judged.claims);
  const named = new Map<string, Set<string>>();
  for (const item of [...judged.origins, ...judged.entities])
    for (const name of foldedNames(item)) named.set(name, (named.get(name) ?? new Set()).add(item.id));
  const itemsOf = (subject: Decision['subjects'][number], kind: Decision['kind']): readonly string[] => {
    switch (subject.kind) {
      case 'mention': {
        const at = find(subject.evidence);
        const bearer = at === null ? null : bearers.ofChain(at.leaf, at.chain);
        if (bearer?.entity != null) return [bearer.id];
        // A note may be on any passage, whoever it names.
        const { document } = subject.evidence;
        const text = documents.get(document);
        return kind === 'note' && text !== undefined && placeOf(text, subject.evidence) !== null ? [document] : [];
      }
      case 'claim':
        return claimsAt(claims, subject).map(({ id }) => id);
      case 'source':
        return [...(named.get(foldName(subject.name)) ?? [])];
      case 'document':
        return documents.has(subject.document) ? [subject.document] : [];
      case 'decision':
        return settled.states.has(subject.decision) ? [subject.decision] : [];
      case 'listed':
        // Lists are no part of a case.
        return [];
    }
  };
  const once = new Map(journal.map((decision) => [decision.id, decision]));
  return [...once.values()]
    .map((decision): CaseDecision => {
      const { state, reason } = settled.states.get(decision.id) ?? { state: 'standing' as const, reason: null };
      const items = decision.subjects.map((subject) => itemsOf(subject, decision.kind));
      const overruled = bearers.overruled.get(decision.id);
      const isLost =
        items.some((ids, at) => ids.length === 0 && decision.subjects[at]?.kind !== 'listed') && state === 'standing';
      const places = decision.subjects.flatMap((subject) =>
        'evidence' in subject && documents.get(subject.evidence.document) !== undefined ? [subject.evidence] : [],
      );
      return {
        ...decision,
        state: overruled !== undefined && state === 'standing' ? 'overruled' : isLost ? 'without-place' : state,
        items: [...new Set(items.flat())].sort(byText),
        reasons: [
          ...(reason === null ? [] : [reason]),
          ...(overruled === undefined ? [] : [overruled]),
          ...(isLost ? ['D4: something that it is about is not in this case, or is read otherwise now'] : []),
        ],
        // Only words that still stand there: every quote of a case can be checked.
        evidence: places.filter(
          ({ document, start, end, quote }) => documents.get(document)?.slice(start, end) === quote,
        ),
      };
    })
    .sort((a, b) => byText(a.id, b.id));
};

/** The hypotheses with the claims of the case that were held against them; a place that is no claim any more is left out. */
export const listSuppositions = (settled: Settled, judged: Judged): readonly Supposition[] => {
  if (settled.hypotheses.length === 0) return [];
  const claims = byDocument(judged.claims);
  return settled.hypotheses.map(({ id, text, by, cells }) => ({
    id,
    text,
    by,
    cells: cells.flatMap(({ value, reason, decisions, ...place }) => {
      const at = claimsAt(claims, place).map((claim) => claim.id);
      return at.length === 0 ? [] : [{ claims: at, value, reason, decisions }];
    }),
  }));
};
