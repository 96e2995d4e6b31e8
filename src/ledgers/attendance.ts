import { byText, type Claim, type Meeting } from '../model/index.ts';
import { entitiesIn } from './rows.ts';

type Attendance = Meeting['attendance'][number];

/** Roles of those who were there. */
export const PRESENT = ['participant', 'visitor', 'host', 'mediator'] as const;

/**
 * Who is said to have been there and who is said not to have been, a line a person or body, ordered by id.
 *
 * @param denials Claims that it took place, or that somebody was there, is denied.
 * @param beside Participants that the ledger does not list although a claim names them (a state beside its people).
 */
export const listAttendance = (
  claims: readonly Claim[],
  denials: readonly Claim[],
  beside: ReadonlySet<string>,
): readonly Attendance[] => {
  const who = [...new Set(entitiesIn([...claims, ...denials], ...PRESENT))].sort(byText);
  return who.flatMap((id): readonly Attendance[] => {
    const yes = claims.filter((claim) => entitiesIn([claim], ...PRESENT).includes(id));
    const no = denials.filter((claim) => entitiesIn([claim], ...PRESENT).includes(id));
    if (beside.has(id) && no.length === 0) return [];
    return [
      {
        who: id,
        status: no.length === 0 ? 'told' : yes.length === 0 ? 'denied' : 'disputed',
        claims: yes.map((claim) => claim.id),
        denials: no.map((claim) => claim.id),
        evidence: [...yes, ...no].flatMap((claim) => claim.evidence),
      },
    ];
  });
};
