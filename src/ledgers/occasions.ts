import type { Claim, Edtf, Filler } from '../model/index.ts';
import { datesOverlap } from '../text/index.ts';

/** A meeting, visit or call with the claims that it is told by. */
export interface Occasion {
  readonly id: string;
  readonly claims: readonly Claim[];
  /** Who is said to have taken part, mediators included. */
  readonly people: ReadonlySet<string>;
  readonly date: Edtf | null;
}

/** Some two sentences of reporting, in characters: what stands further off is told of something else. */
export const NEAR = 350;

const fillersOf = (claim: Claim, roles: readonly string[]): readonly Filler[] =>
  roles.flatMap((role) => claim.roles[role] ?? []);

/** Characters between the quotes of two claims of one document, 0 where they overlap; null where they are of two documents. */
export const distanceBetween = (a: Claim, b: Claim): number | null => {
  let least: number | null = null;
  for (const one of a.evidence) {
    for (const other of b.evidence) {
      if (one.document !== other.document) continue;
      const gap = Math.max(0, one.start - other.end, other.start - one.end);
      if (least === null || gap < least) least = gap;
    }
  }
  return least;
};

const isToldBefore = ({ claims }: Occasion, claim: Claim): boolean =>
  claims.some(({ evidence }) =>
    evidence.some(({ document, start }) =>
      claim.evidence.some((own) => own.document === document && start <= own.start),
    ),
  );

/** Meetings by what is told near them. */
export class Occasions {
  readonly #byDocument = new Map<string, Occasion[]>();

  constructor(occasions: readonly Occasion[]) {
    for (const occasion of occasions) {
      for (const document of new Set(occasion.claims.map((claim) => claim.document))) {
        const known = this.#byDocument.get(document);
        if (known === undefined) this.#byDocument.set(document, [occasion]);
        else known.push(occasion);
      }
    }
  }

  /** Those that the claim's document tells of, on dates that the claim leaves room for, with how far off they are told. */
  around(claim: Claim): readonly { readonly occasion: Occasion; readonly distance: number }[] {
    return (this.#byDocument.get(claim.document) ?? []).flatMap((occasion) => {
      if (claim.date !== null && occasion.date !== null && datesOverlap(claim.date, occasion.date) === false) return [];
      const distances = occasion.claims.flatMap((one) => distanceBetween(claim, one) ?? []);
      return distances.length === 0 ? [] : [{ occasion, distance: Math.min(...distances) }];
    });
  }

  /**
   * The meeting that a claim is told of: the one whose words it stands among, else one of its own people within two sentences.
   * Where two are as near, the one with more of the people; null where that leaves two, or none.
   *
   * @param roles Roles of the claim whose fillers should have been there.
   * @param isOfMeeting The claim itself says that it is about a meeting ("these talks"): then the nearest that was told before will
   *   do, whoever was there.
   */
  nearest(claim: Claim, roles: readonly string[], isOfMeeting = false): Occasion | null {
    const named = new Set(fillersOf(claim, roles).flatMap(({ entity }) => entity ?? []));
    const ranked = this.around(claim)
      .filter(({ distance }) => distance <= NEAR)
      .map((one) => ({ ...one, shared: [...named].filter((id) => one.occasion.people.has(id)).length }))
      .filter(
        ({ occasion, distance, shared }) =>
          shared > 0 || (isOfMeeting && isToldBefore(occasion, claim)) || (named.size === 0 && distance === 0),
      )
      .sort(
        (a, b) =>
          Number(a.distance > 0) - Number(b.distance > 0) ||
          b.shared - a.shared ||
          a.distance - b.distance ||
          b.occasion.people.size - a.occasion.people.size,
      );
    const [first, second] = ranked;
    if (first === undefined) return null;
    const isOpen =
      second !== undefined &&
      second.distance === first.distance &&
      second.shared === first.shared &&
      second.occasion !== first.occasion &&
      // Told in one sentence of some of the same people: the one of them all.
      ![...second.occasion.people].every((id) => first.occasion.people.has(id));
    return isOpen ? null : first.occasion;
  }
}

/** Words for what people meet at, as the matter that somebody was told of or not. */
export const MEETING_WORDS =
  /\b(?:meetings?|talks|visits?|trips?|calls?|dinners?|lunch(?:es)?|breakfasts?|summits?|negotiations?|conversations?|discussions?|sessions?|encounters?|contacts?|gatherings?)\b/i;
