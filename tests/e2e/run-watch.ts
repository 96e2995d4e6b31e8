// Runs the command line of the checkout with a clock of its own: time goes WATCH_SPEED times as fast, counted from WATCH_EPOCH, and
// servers of this machine need not be spared.
import { machineClock } from '../../src/acquire/index.ts';
import type { WatchTrial } from '../../src/cli/commands/watch.ts';
import { run } from '../../src/cli/main.ts';
import { processTerminal } from '../../src/cli/terminal.ts';

const speed = Number(process.env.WATCH_SPEED ?? 1);
const epoch = Number(process.env.WATCH_EPOCH ?? Date.now());

const watchTrial: WatchTrial = {
  clock: {
    now: () => epoch + (Date.now() - epoch) * speed,
    wait: (durationMs, signal) => machineClock.wait(Math.max(5, durationMs / speed), signal),
  },
  hostGapMs: 1,
};

const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
const terminal = processTerminal(process.stdout, process.stderr, process.env);
process.exitCode = await run({ argv: process.argv.slice(2), terminal, signal: stop.signal, watchTrial });
