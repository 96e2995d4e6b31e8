import { listLedgers } from './ledgers/index.ts';
import { byText, CASE_LISTS, type Case, type Decision } from './model/index.ts';
import { type ReadDocument, resolve } from './resolve/index.ts';
import { weigh } from './weigh/index.ts';

/** Every list by id, so that the bytes of an export do not depend on how a room happened to order its list. */
const ordered = (made: Case): Case => {
  const lists = CASE_LISTS.map((list) => {
    const items: readonly { readonly id: string }[] = made[list];
    return [list, [...items].sort((a, b) => byText(a.id, b.id))] as const;
  });
  return { ...made, ...Object.fromEntries(lists) };
};

/**
 * Makes the case of a pile of readings: who there is, where reporting comes from, what is claimed, how it weighs.
 *
 * @param decisions The analysts' journal.
 *
 * Pure, and the same to the byte in whatever order the documents come and however often one is handed in (law 3). Every
 * list is ordered by id.
 */
export const buildCase = (inputs: readonly ReadDocument[], decisions: readonly Decision[] = []): Case => {
  const resolved = resolve(inputs, decisions);
  const weighed = weigh(resolved);
  const { documents, origins, entities } = resolved;
  const { claims, findings, contradictions } = weighed;
  const { meetings, proposals, stances, deals, sanctions, waivers, ties, interests } = listLedgers(resolved, weighed);
  return ordered({
    format: 'backchannel-case/1',
    documents,
    origins,
    entities,
    meetings,
    proposals,
    stances,
    deals,
    sanctions,
    waivers,
    ties,
    claims,
    findings,
    contradictions,
    interests,
    decisions: resolved.decisions,
  });
};
