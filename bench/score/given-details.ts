import type { Answers, KnownClaim, Place } from './answers.ts';

const TIES: ReadonlySet<string> = new Set(['tie', 'ownership', 'appointment']);
const MEETINGS: ReadonlySet<string> = new Set(['meeting', 'visit', 'call']);
const DEALS: ReadonlySet<string> = new Set(['deal', 'offer']);
/** How far from a deal a condition of the same line may stand and still be of its sentence, in code units. */
const NEAR = 400;

/** What the ledgers of the answers say of a claim beyond its own lines: roles, properties and conditions that reading would find. */
export interface Details {
  readonly roles: Readonly<Record<string, readonly string[]>>;
  readonly properties: Readonly<Record<string, string>>;
  readonly conditions: readonly { readonly text: string; readonly form: 'stated' | 'implied'; readonly place: Place }[];
}

/**
 * The details that a perfect reading of each claim's own words would give: since when a tie holds and through whom, what a
 * sum is of, the condition in the sentence of a deal. Taken from rows of the answers that stand on the same words.
 */
export class GivenDetails {
  readonly #answers: Answers;
  readonly #texts: ReadonlyMap<string, string>;

  /** @param texts The documents' texts by file name. */
  constructor(answers: Answers, texts: ReadonlyMap<string, string>) {
    this.#answers = answers;
    this.#texts = texts;
  }

  of(claim: KnownClaim): Details {
    return {
      roles: this.#roles(claim),
      properties: this.#properties(claim),
      conditions: DEALS.has(claim.type) ? this.#conditions(claim) : [],
    };
  }

  #at({ document, quote }: Place): number {
    return this.#texts.get(document)?.indexOf(quote) ?? -1;
  }

  #overlaps(a: Place, b: Place): boolean {
    if (a.document !== b.document) return false;
    const [one, other] = [this.#at(a), this.#at(b)];
    return one >= 0 && other >= 0 && one < other + b.quote.length && other < one + a.quote.length;
  }

  #roles(claim: KnownClaim): Details['roles'] {
    if (MEETINGS.has(claim.type)) {
      const between = this.#answers.meetings.find(({ id }) => id === claim.event)?.mediators ?? [];
      const mediator = between.filter((id) => Object.values(claim.roles).flat().includes(id));
      return mediator.length === 0 ? {} : { mediator };
    }
    if (claim.type === 'ownership') {
      const via = this.#tiesOf(claim).flatMap((tie) => tie.via ?? []);
      return via.length === 0 ? {} : { via };
    }
    if (claim.type === 'sanction' && claim.properties?.['removal'] === undefined) {
      const row = this.#answers.sanctions.find((one) => one.evidence.some((place) => this.#overlaps(place, claim)));
      const reason = row?.reason;
      // Only where the reason's own words are in this document near by; a rewrite that leaves it out does not tell it.
      const near = reason == null ? -1 : (this.#texts.get(claim.document)?.indexOf(reason) ?? -1);
      return near >= 0 && Math.abs(near - this.#at(claim)) < NEAR ? { reason: [`words:${reason}`] } : {};
    }
    return {};
  }

  #tiesOf(claim: KnownClaim): Answers['ties'] {
    const ends = new Set(Object.values(claim.roles).flat());
    return this.#answers.ties.filter(
      (tie) => tie.between.every((end) => ends.has(end)) && tie.evidence.some((place) => this.#overlaps(place, claim)),
    );
  }

  #properties(claim: KnownClaim): Details['properties'] {
    if (TIES.has(claim.type)) {
      const [tie] = this.#tiesOf(claim);
      return {
        ...(tie?.validFrom == null ? {} : { from: tie.validFrom }),
        ...(tie?.validTo == null ? {} : { until: tie.validTo }),
      };
    }
    if (!DEALS.has(claim.type) || claim.roles['amount'] === undefined) return {};
    const amounts = this.#answers.deals.flatMap((deal) => deal.amounts ?? []);
    const sum = amounts.find((one) => one.evidence.some((place) => this.#overlaps(place, claim)));
    return sum === undefined ? {} : { amountOf: sum.of };
  }

  #conditions(claim: KnownClaim): Details['conditions'] {
    const at = this.#at(claim);
    const text = this.#texts.get(claim.document) ?? '';
    if (at < 0) return [];
    return (this.#answers.conditions ?? [])
      .filter(({ deals, status }) => status !== 'denied' && deals.includes(claim.event))
      .flatMap(({ form, evidence }) =>
        evidence
          .filter((place) => {
            const there = this.#at(place);
            const [start, end] = [Math.min(at, there), Math.max(at, there)];
            return (
              place.document === claim.document &&
              there >= 0 &&
              end - start < NEAR &&
              !/\n|[.!?]["”»]?\s/.test(text.slice(start, end))
            );
          })
          .map((place) => ({ text: place.quote, form, place })),
      );
  }
}
