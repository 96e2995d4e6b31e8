import type { Claim } from '../model/index.ts';
import { isDateWithin } from '../text/index.ts';

/** Properties that a reader of two accounts wants to see beside roles, date and length. */
const PROPERTIES = ['channel', 'points', 'version', 'act', 'stage', 'form'] as const;

/**
 * Which details an account adds to another of the same thing (SPEC.md, rule W42): fillers that the other does not name, a date where it
 * gives none or a wider one, a length, a way. "place: Tirzan", in the order of the roles' names; empty where it adds nothing.
 */
export const addedDetails = (claim: Claim, to: Claim): readonly string[] => {
  const added: string[] = [];
  if (claim.date !== null && (to.date === null || (claim.date !== to.date && isDateWithin(claim.date, to.date))))
    added.push(`date: ${claim.date}`);
  if (claim.duration !== null && to.duration === null) added.push(`duration: ${claim.duration}`);
  for (const [role, fillers] of Object.entries(claim.roles)) {
    const told = to.roles[role] ?? [];
    for (const { text, entity } of fillers) {
      // Words for somebody add nothing to a name: they may mean the same person.
      const isTold = entity === null ? told.length > 0 : told.some((other) => other.entity === entity);
      if (!isTold) added.push(`${role}: ${text}`);
    }
  }
  for (const property of PROPERTIES) {
    const value = claim.properties[property];
    if (value !== undefined && to.properties[property] === undefined) added.push(`${property}: ${value}`);
  }
  return added.length === 0 ? NOTHING : added;
};

const NOTHING: readonly string[] = [];
