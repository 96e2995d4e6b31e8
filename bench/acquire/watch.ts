// An hour of changes on a folder and a feed, watched by a process that is killed again and again: is the case the one that is made at
// once, and was everything told? Usage: npm run bench:watch -- [STEPS] [STEP-MS] [SEED]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simulate } from '../../tests/watch-simulation.ts';
import { WatchWorld } from '../../tests/watch-world.ts';

const [steps = 60, stepMs = 2000, seed = 7] = process.argv.slice(2).map(Number);
/** Sixty times as fast: a minute of this machine is an hour of the watch. */
const SPEED = 60;

const root = mkdtempSync(join(tmpdir(), 'backchannel-watch-'));
const world = new WatchWorld(join(root, 'pile'));
await world.open();
try {
  const result = await simulate(
    world,
    { case: join(root, 'watched.case'), feed: join(root, 'told.atom'), reference: join(root, 'at-once.case') },
    { speed: SPEED, steps, stepMs, killWithinMs: 25_000, seed, say: (line) => console.error(line) },
  );
  const { notices, ...rest } = result;
  const kinds: Record<string, number> = {};
  for (const { kind } of notices) kinds[kind] = (kinds[kind] ?? 0) + 1;
  const simulatedMinutes = Math.round((result.seconds * SPEED) / 60);
  console.log(JSON.stringify({ ...rest, simulatedMinutes, notices: notices.length, kinds }, null, 2));
  const { told, missing, difference } = result;
  const isRight = difference === null && missing.length === 0 && told.twiceInStore + told.twiceInFeed === 0;
  process.exitCode = isRight && told.neverPrinted === 0 ? 0 : 1;
} finally {
  await world.close();
  rmSync(root, { recursive: true, force: true });
}
