import { listLedgers } from './ledgers/index.ts';
import {
  asBefore,
  byText,
  CASE_LISTS,
  type Case,
  type CaseList,
  type Decision,
  type Resolved,
  Steady,
} from './model/index.ts';
import { type ReadDocument, Resolver } from './resolve/index.ts';
import { listGaps, Weigher } from './weigh/index.ts';

/** Every list by id, so that the bytes of an export do not depend on how a room happened to order its list. */
const ordered = (made: Case): Case => {
  const lists = CASE_LISTS.map((list) => {
    const items: readonly { readonly id: string }[] = made[list];
    return [list, [...items].sort((a, b) => byText(a.id, b.id))] as const;
  });
  return { ...made, ...Object.fromEntries(lists) };
};

/** Weighs what was resolved and lists it as a case. */
export const caseOf = (resolved: Resolved, weigher: Weigher = new Weigher()): Case => {
  const weighed = weigher.weigh(resolved);
  const { documents, origins, entities, decisions } = resolved;
  const { claims, findings, contradictions, hypotheses } = weighed;
  const ledgers = listLedgers(resolved, weighed);
  const made: Case = {
    format: 'backchannel-case/1',
    documents,
    origins,
    entities,
    claims,
    findings,
    contradictions,
    ...ledgers,
    gaps: [],
    hypotheses,
    decisions,
  };
  return ordered({ ...made, gaps: listGaps(made) });
};

type Items = readonly { readonly id: string }[];

/**
 * Makes the case of readings that come one after another: what was worked out for one case is kept for the next, so that a
 * document more costs what it touches and not what the pile has cost. What comes out is the same to the byte as a rebuild from
 * the same readings, and whatever did not change is the same object as in the case before.
 *
 * For as long as a process lives; it holds the readings and what was made of them, in proportion to the case.
 *
 * @see docs/decisions: the case is kept up to date, not made anew.
 */
export class CaseBuilder {
  readonly #resolver = new Resolver();
  readonly #weigher = new Weigher();
  readonly #readings = new Map<string, ReadDocument[]>();
  readonly #lists = new Map<CaseList, Steady<string, unknown>>();

  /** Adds documents with their readings. One that is known adds nothing; of two readings of one document the later reader's counts. */
  add(inputs: readonly ReadDocument[]): void {
    for (const input of inputs) {
      const { id } = input.document;
      const known = this.#readings.get(id);
      if (known === undefined) this.#readings.set(id, [input]);
      else if (!known.some((one) => asBefore(one, input) === one)) known.push(input);
    }
  }

  /** Puts readings in the place of all that was added of these documents: they were read again. */
  replace(inputs: readonly ReadDocument[]): void {
    this.remove(inputs.map(({ document }) => document.id));
    this.add(inputs);
  }

  /** Takes documents out, by id. */
  remove(documents: readonly string[]): void {
    for (const id of documents) this.#readings.delete(id);
  }

  /** The case of what was added. @param decisions The analysts' journal. */
  case(decisions: readonly Decision[] = []): Case {
    const made = caseOf(this.#resolver.resolve([...this.#readings.values()].flat(), decisions), this.#weigher);
    return { ...made, ...Object.fromEntries(CASE_LISTS.map((list) => [list, this.#steady(list, made[list])])) };
  }

  #steady(list: CaseList, items: Items): Items {
    const steady = this.#lists.get(list) ?? new Steady<string, Items[number]>();
    this.#lists.set(list, steady);
    steady.begin();
    return items.map((item) => steady.put(item.id, item) as Items[number]);
  }
}

/**
 * Makes the case of a pile of readings: who there is, where reporting comes from, what is claimed, how it weighs.
 *
 * @param decisions The analysts' journal.
 *
 * Pure, and the same to the byte in whatever order the documents come and however often one is handed in (law 3). Every
 * list is ordered by id.
 */
export const buildCase = (inputs: readonly ReadDocument[], decisions: readonly Decision[] = []): Case => {
  const builder = new CaseBuilder();
  builder.add(inputs);
  return builder.case(decisions);
};
