import { beatsOf } from './beat-ledgers.ts';
import { BackchannelError } from './model/index.ts';
import type { CaseStore } from './store/index.ts';

/** The beat that a case is read on with. */
export interface SettledBeat {
  /** Name of a shipped beat, or the folder of another. */
  readonly beat: string;
  readonly name: string;
  /** Names of other beats that documents of the case were read with: these are read again. */
  readonly instead: readonly string[];
}

/**
 * Settles with which beat a case is read on: the one that it has, unless another is asked for by name. A case is never read with two
 * beats.
 *
 * @param asked Name of a shipped beat, or the folder of another. Of a beat of somebody's own a case knows only the name.
 * @throws BackchannelError `read/other-beat` when the case was read with one whose folder was not given; `read/no-beat` when there is no such folder.
 */
export const settleBeat = async (store: CaseStore, asked?: string): Promise<SettledBeat> => {
  const { DEFAULT_BEAT, loadBeat, shippedBeats } = await import('./read/index.ts');
  const before = await beatsOf(store);
  if (asked !== undefined) {
    const { name } = loadBeat(asked);
    return { beat: asked, name, instead: before.filter((one) => one !== name) };
  }
  const [own = DEFAULT_BEAT, ...more] = before;
  if (more.length === 0 && shippedBeats().includes(own)) return { beat: own, name: own, instead: [] };
  const was = before.map((one) => `"${one}"`).join(' and ');
  throw new BackchannelError(
    'read/other-beat',
    `Expected --beat for ${store.place}, since it was read with the beat ${was}, found none.`,
    {
      place: store.place,
      next: `To go on with it, start again with --beat ${own} (a beat of your own by its folder). To read all of it again with another: --beat ${own === DEFAULT_BEAT ? (more[0] ?? own) : DEFAULT_BEAT}.`,
    },
  );
};
