import type { BigIntStats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Round } from './watch-round.ts';
import type { FileState, SourceMemory } from './watch-state.ts';

const stateOf = async (path: string): Promise<FileState | null> => {
  let found: BigIntStats;
  try {
    found = await stat(path, { bigint: true });
  } catch {
    return null;
  }
  return { size: Number(found.size), modifiedMs: Number(found.mtimeNs) / 1e6 };
};

const isSame = (a: FileState | undefined, b: FileState): boolean =>
  a !== undefined && a.size === b.size && a.modifiedMs === b.modifiedMs;

/** A folder or file that is gone is told so after this many looks in a row: programs that save often put a new one in its place. */
const SILENT_AFTER = 2;

/**
 * Looks at a folder or file again and again. What is new or has changed is taken once two looks in a row find it the same, so that
 * nothing is read while it is still being written.
 */
export class FilesLook {
  readonly #memory: SourceMemory;
  readonly #isOwn: (path: string) => boolean;
  /** Files that were otherwise than remembered in the last look. */
  #pending = new Map<string, FileState>();
  #missing = new Set<string>();
  readonly #told = new Set<string>();

  /** @param own Files that are never read: the case itself and what is written of it. */
  constructor(memory: SourceMemory, own: readonly string[]) {
    this.#memory = memory;
    const paths = new Set(own.map((path) => resolve(path)));
    this.#isOwn = (path) => paths.has(resolve(path));
  }

  /** @returns Whether something is there that the next look may take, so that it is worth to come again soon. */
  async look(round: Round): Promise<boolean> {
    const memory = this.#memory;
    const { source, state } = memory;
    if ((await stateOf(source)) === null) {
      const failures = state.failures + 1;
      const isSilent = state.isSilent || failures >= SILENT_AFTER;
      if (isSilent && !state.isSilent)
        round.tell({
          kind: 'silent',
          source,
          place: source,
          text: `There is nothing at ${source} any more; what was read of it stays in the case`,
          turn: String(state.turns + 1),
        });
      round.source(memory, { failures, isSilent, turns: state.turns + (isSilent && !state.isSilent ? 1 : 0) });
      return false;
    }
    if (state.isSilent)
      round.tell({ kind: 'back', source, place: source, text: `${source} is there again`, turn: String(state.turns) });
    const isWaiting = await this.#lookInside(round);
    if (!isWaiting || state.failures > 0 || state.isSilent)
      round.source(memory, { failures: 0, isSilent: false, begun: state.begun || !isWaiting });
    return isWaiting;
  }

  async #lookInside(round: Round): Promise<boolean> {
    const { findInputs } = await import('./acquire/index.ts');
    const memory = this.#memory;
    const { source } = memory;
    const inputs = await findInputs([source]);
    for (const refusal of inputs.refusals) {
      if (this.#told.has(refusal.path) || this.#isOwn(refusal.path)) continue;
      this.#told.add(refusal.path);
      round.refusals.push(refusal);
    }
    const pending = new Map<string, FileState>();
    const there = new Set<string>();
    for (const path of inputs.files) {
      if (this.#isOwn(path)) continue;
      const now = await stateOf(path);
      if (now === null) continue;
      there.add(path);
      if (isSame(memory.files.get(path), now)) continue;
      if (!isSame(this.#pending.get(path), now)) {
        pending.set(path, now);
        continue;
      }
      round.takings.push({ kind: 'file', source, path });
      round.file(memory, path, now);
    }
    this.#pending = pending;
    this.#tellRemoved(
      round,
      there,
      inputs.refusals.map(({ path }) => path),
    );
    return pending.size > 0;
  }

  #tellRemoved(round: Round, there: ReadonlySet<string>, unseen: readonly string[]): void {
    const memory = this.#memory;
    const missing = new Set<string>();
    for (const path of memory.files.keys()) {
      // What lies in a folder that cannot be looked into may still be there.
      if (there.has(path) || unseen.some((folder) => path === folder || path.startsWith(`${folder}/`))) continue;
      if (!this.#missing.has(path)) {
        missing.add(path);
        continue;
      }
      round.file(memory, path, null);
      round.tell({
        kind: 'removed',
        source: memory.source,
        place: path,
        text: `The file ${path} is no longer there; what was read of it stays in the case`,
        turn: round.at,
      });
    }
    this.#missing = missing;
  }

  /** Whether a file was missing in the last look, which the next one settles. */
  get isUnsettled(): boolean {
    return this.#missing.size > 0;
  }
}
