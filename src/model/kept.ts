/** Functions of up to two arguments by which a rule asks the rest of the case. Arguments and answers are compared by identity. */
export type Questions<Q> = { readonly [Name in keyof Q]: (one: never, two: never) => unknown };

type Question = (one: unknown, two: unknown) => unknown;

interface Entry<Made> {
  readonly inputs: readonly unknown[];
  /** What was asked while it was made: number of the question, its two arguments, the answer; four places each. */
  readonly asked: readonly unknown[];
  readonly made: Made;
  run: number;
}

/**
 * Keeps what a rule made of each item, with what the rule asked the rest of the case while it did, and gives it again as long
 * as the item, the inputs and every answer are the same.
 *
 * So a rule stays a pure function of what it is handed and of what it asks, and need not know what its result depends on: that
 * is written down while it runs. Whatever else it read would be missed, so it must get all it needs through its arguments. An
 * answer that is another object with the same content only costs making the result once more.
 *
 * @see U. Acar, "Self-adjusting computation", 2005; build systems call it a verifying trace.
 */
export class Kept<Item, Q extends Questions<Q>, Made> {
  readonly #entries = new Map<Item, Entry<Made>>();
  #names: readonly string[] = [];
  #questions: readonly Question[] = [];
  #recording: Q | null = null;
  #log: unknown[] = [];
  #run = 0;
  #used = 0;

  /** Begins a run: the questions as they are answered now. Results that the last run did not use are let go. */
  begin(questions: Q): void {
    if (this.#entries.size > 2 * this.#used)
      for (const [item, entry] of this.#entries) if (entry.run !== this.#run) this.#entries.delete(item);
    this.#run++;
    this.#used = 0;
    this.#names = Object.keys(questions);
    this.#questions = this.#names.map((name) => questions[name as keyof Q] as unknown as Question);
    this.#recording = Object.fromEntries(
      this.#names.map((name, number) => [
        name,
        (one: unknown, two: unknown): unknown => {
          const answer = this.#questions[number]?.(one, two);
          this.#log.push(number, one, two, answer);
          return answer;
        },
      ]),
    ) as unknown as Q;
  }

  /** What the rule makes of the item, made now or in an earlier run. */
  of(item: Item, inputs: readonly unknown[], rule: (questions: Q) => Made): Made {
    this.#used++;
    const known = this.#entries.get(item);
    if (known !== undefined && areSameObjects(known.inputs, inputs) && this.#isAnsweredAsBefore(known)) {
      known.run = this.#run;
      return known.made;
    }
    if (this.#recording === null) throw new Error('Expected a run that has begun.');
    const outer = this.#log;
    this.#log = [];
    const made = rule(this.#recording);
    this.#entries.set(item, { inputs, asked: this.#log, made, run: this.#run });
    this.#log = outer;
    return made;
  }

  #isAnsweredAsBefore({ asked }: Entry<Made>): boolean {
    for (let at = 0; at < asked.length; at += 4) {
      const question = this.#questions[asked[at] as number];
      if (question === undefined || question(asked[at + 1], asked[at + 2]) !== asked[at + 3]) return false;
    }
    return true;
  }
}

const isSame = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    for (let at = 0; at < a.length; at++) if (!isSame(a[at], b[at])) return false;
    return true;
  }
  if (Array.isArray(b) || Object.getPrototypeOf(a) !== Object.prototype) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  for (const key of keys)
    if (!Object.hasOwn(b, key) || !isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
      return false;
  return true;
};

/**
 * The value that was there before where the new one has the same content, so that what depends on it is not made again; else
 * the new one. Plain objects and lists are compared by content, anything else by identity.
 */
export const asBefore = <T>(before: T | undefined, now: T): T =>
  before !== undefined && isSame(before, now) ? before : now;

/** Values by key, of which those that did not change since the last run stay the same objects. */
export class Steady<Key, T> {
  #before: ReadonlyMap<Key, T> = new Map();
  #now = new Map<Key, T>();

  begin(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }

  /** The value that the key had in the last run where it is the same, by content unless told otherwise; else this one. */
  put(key: Key, value: T, isSameAs: (before: T, now: T) => boolean = isSame): T {
    const before = this.#before.get(key);
    const kept = before !== undefined && isSameAs(before, value) ? before : value;
    this.#now.set(key, kept);
    return kept;
  }
}

/** Whether two lists hold the same objects in the same order. */
export const areSameObjects = (a: readonly unknown[], b: readonly unknown[]): boolean => {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
};
