import { beatOfReader, type LedgerDefinitions, nameOfBeat } from './model/index.ts';
import type { CaseStore } from './store/index.ts';

/**
 * How the ledgers of a case are printed: as the case file keeps it of the beats that its documents were read with.
 *
 * A case does not depend on it, so it is asked for when something is printed. Where nothing is kept (an older file), and for a
 * ledger of which the beat says nothing, as the beat that is shipped has it.
 */
export const ledgersOf = async (store: CaseStore): Promise<LedgerDefinitions> => {
  const used = new Set((await store.entries()).map(({ reader }) => beatOfReader(reader)));
  const kept = (await store.beats()).filter(({ id }) => used.has(id));
  const ledgers: LedgerDefinitions = Object.assign({}, ...kept.map((beat) => beat.ledgers));
  if (kept.length > 0) return ledgers;
  // Loaded only here: the room brings the network's library with it.
  const { DEFAULT_BEAT, loadBeat } = await import('./read/index.ts');
  return { ...loadBeat(DEFAULT_BEAT).ledgers, ...ledgers };
};

/** Names of the beats that the documents of a case were read with: one, unless a reading with another was stopped half way. */
export const beatsOf = async (store: CaseStore): Promise<readonly string[]> =>
  [...new Set((await store.entries()).map(({ reader }) => nameOfBeat(beatOfReader(reader))))].sort();
