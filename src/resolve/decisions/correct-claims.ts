import { byText, type Claim, type Correction, type Evidence, type Filler, Kept } from '../../model/index.ts';
import { foldName } from '../../text/index.ts';
import type { DraftClaim } from '../make-claims.ts';
import { renderClaim } from '../render-claim.ts';
import type { Bearer } from '../resolve-entities.ts';
import { byDocument, claimsAt } from './claims-at.ts';
import type { Corrected } from './settle-decisions.ts';

/** Whom the words at a place denote in the case as it is now; null for nobody who is named. */
export type FindBearer = (evidence: Evidence) => Bearer | null;

const fieldOf = (correction: Correction): string => (correction.field === 'date' ? 'date' : correction.role);

/** A name that a mention of the decision stands behind is whom that mention denotes now; any other words stay words. */
const fillersOf = (
  words: readonly string[],
  mentions: readonly Evidence[],
  bearerAt: FindBearer,
): readonly Filler[] => {
  const left = [...mentions];
  return words.map((text): Filler => {
    const at = left.findIndex(({ quote }) => foldName(quote) === foldName(text));
    const [mention] = at < 0 ? [] : left.splice(at, 1);
    const bearer = mention === undefined ? null : bearerAt(mention);
    return bearer?.entity == null ? { text, entity: null } : { text: bearer.name, entity: bearer.entity.id };
  });
};

const textOf = (fillers: readonly Filler[] | undefined): string | null =>
  fillers === undefined || fillers.length === 0 ? null : fillers.map(({ text }) => text).join('; ');

/** What is to be put into a claim, with the fillers as they are in the case now. */
interface Change {
  readonly field: string;
  readonly date: string | null;
  readonly fillers: readonly Filler[];
  readonly reason: string;
  readonly decisions: readonly string[];
}

const correct = ({ claim, negation, paths }: DraftClaim, changes: readonly Change[]): DraftClaim => {
  const roles: Record<string, readonly Filler[]> = { ...claim.roles };
  let { date } = claim;
  const said = changes.map(({ field, date: day, fillers }) => {
    if (field === 'date') {
      const was = date;
      date = day;
      return { field, was, is: day };
    }
    const was = textOf(roles[field]);
    if (fillers.length === 0) delete roles[field];
    else roles[field] = fillers;
    return { field, was, is: textOf(fillers) };
  });
  const corrected: Claim['corrected'] = {
    text: claim.text,
    changes: said,
    reasons: changes.map(
      ({ reason }, at) =>
        `${reason} (${said[at]?.field}: was ${said[at]?.was ?? 'not told'}, is ${said[at]?.is ?? 'not told'})`,
    ),
    decisions: [...new Set(changes.flatMap(({ decisions }) => decisions))].sort(byText),
  };
  const ordered = Object.fromEntries(Object.entries(roles).sort(([a], [b]) => byText(a, b)));
  const made = { ...claim, roles: ordered, date, corrected };
  return { claim: { ...made, text: renderClaim(made, negation) }, negation, paths };
};

/**
 * Puts what analysts corrected into claims (rule D10), before claims are taken together: the reading stays as it is, and the claim
 * says what it was. Claims that nobody corrected stay the same objects, corrected ones for as long as nothing of it changes.
 */
export class ClaimCorrector {
  readonly #made = new Kept<DraftClaim, object, DraftClaim>();

  correct(
    drafts: readonly DraftClaim[],
    corrections: readonly Corrected[],
    bearerAt: FindBearer,
  ): readonly DraftClaim[] {
    this.#made.begin({});
    if (corrections.length === 0) return drafts;
    const claims = byDocument(drafts.map(({ claim }) => claim));
    const found = new Map<string, Map<string, Corrected>>();
    // What was decided last stands where a claim was told otherwise in the meantime, so that two entries are about one field of it.
    for (const one of corrections.toSorted((a, b) => byText(a.at, b.at) || byText(a.reason, b.reason)))
      for (const { id } of claimsAt(claims, one.subject)) {
        const known = found.get(id) ?? new Map<string, Corrected>();
        found.set(id, known.set(fieldOf(one.correction), one));
      }
    return drafts.map((draft) => {
      const own = found.get(draft.claim.id);
      if (own === undefined) return draft;
      const changes = [...own]
        .map(([field, { correction, mentions, reason, decisions }]): Change => {
          const fillers = correction.field === 'role' ? fillersOf(correction.fillers, mentions, bearerAt) : [];
          return { field, date: correction.field === 'date' ? correction.date : null, fillers, reason, decisions };
        })
        .sort((a, b) => byText(a.field, b.field));
      return this.#made.of(draft, [JSON.stringify(changes)], () => correct(draft, changes));
    });
  }
}
