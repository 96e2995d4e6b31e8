import type { CaseStore } from './store/index.ts';

/** Two numbers that threads share: how many calls of the store are under way, and whether the thread is to be ended. */
export type GuardState = Int32Array<SharedArrayBuffer>;

const UNDER_WAY = 0;
const IS_ENDING = 1;

export const newGuardState = (): GuardState => new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));

/** Waits, once the thread is to be ended, for that: nothing more is begun in it, unless something that is under way may need it. */
const enter = (state: GuardState): void => {
  const underWay = Atomics.add(state, UNDER_WAY, 1);
  if (Atomics.load(state, IS_ENDING) === 0 || underWay > 0) return;
  Atomics.sub(state, UNDER_WAY, 1);
  Atomics.wait(state, IS_ENDING, 1);
};

const leave = (state: GuardState): void => void Atomics.sub(state, UNDER_WAY, 1);

const isIterable = (made: unknown): made is AsyncIterable<unknown> =>
  typeof made === 'object' && made !== null && Symbol.asyncIterator in made;

async function* guardedItems(items: AsyncIterable<unknown>, state: GuardState): AsyncGenerator<unknown> {
  const iterator = items[Symbol.asyncIterator]();
  for (;;) {
    enter(state);
    let next: IteratorResult<unknown>;
    try {
      next = await iterator.next();
    } finally {
      leave(state);
    }
    if (next.done) return;
    yield next.value;
  }
}

/**
 * A store whose calls are counted while they are under way.
 *
 * A thread that is ended within a call of SQLite takes the whole process with it, since the binding cannot throw there
 * (@photostructure/sqlite 1.2.1); between calls it may be ended at any moment.
 */
export const guardStore = (store: CaseStore, state: GuardState): CaseStore =>
  new Proxy(store, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return (...given: readonly unknown[]): unknown => {
        enter(state);
        let made: unknown;
        try {
          made = Reflect.apply(member, target, given);
        } catch (error) {
          leave(state);
          throw error;
        }
        if (isIterable(made)) {
          leave(state);
          return guardedItems(made, state);
        }
        if (made instanceof Promise) return made.finally(() => leave(state));
        leave(state);
        return made;
      };
    },
  });

/** Resolves when no call is under way, and lets none begin. */
export const quiet = async (state: GuardState): Promise<void> => {
  Atomics.store(state, IS_ENDING, 1);
  while (Atomics.load(state, UNDER_WAY) > 0) await new Promise((resolve) => setTimeout(resolve, 5));
};
