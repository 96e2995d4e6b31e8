import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { StageShare } from '../stage-times.ts';
import { builtFile } from './built.ts';
import type { Latency, LongText, Pile } from './measures.ts';
import type { OddKind } from './odd-texts.ts';

interface Asked {
  readonly latency: readonly [{ readonly words: number; readonly articles: number; readonly threads: number }, Latency];
  readonly pile: readonly [{ readonly documents: number; readonly workers: number }, Pile];
  readonly long: readonly [
    { readonly megabytes: number; readonly kind: OddKind | 'reporting'; readonly threads: number },
    LongText,
  ];
  readonly stages: readonly [{ readonly folder: string; readonly documents: number }, readonly StageShare[]];
}

/** Measures in a process of its own, so that memory is that measure's alone. */
export const measureApart = <N extends keyof Asked>(name: N, ask: Asked[N][0]): Asked[N][1] => {
  const file = fileURLToPath(new URL('measure.ts', import.meta.url));
  const printed = execFileSync(process.execPath, ['--import', 'tsx', file, name, JSON.stringify(ask)], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '') as Asked[N][1];
};

/** Time from the start of a process until a reader is ready in it, and the process' memory then. */
export interface Start {
  readonly milliseconds: number;
  /** Of the processor. */
  readonly cpuMilliseconds: number;
  readonly megabytes: number;
}

/** Starts a process that opens a reader of the compiled product and ends. Time is counted from before the process is there. */
export const measureStart = (threads: number): Start => {
  const script = `
    const { openReader } = await import(${JSON.stringify(builtFile('read-one.js'))});
    const reader = await openReader({ threads: ${threads} });
    const { user, system } = process.cpuUsage();
    const { maxRSS } = process.resourceUsage();
    console.log(JSON.stringify({ at: Date.now(), cpu: (user + system) / 1000, kilobytes: maxRSS }));
    process.exit(0);`;
  const begun = Date.now();
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  if (stdout === '') throw new Error(`Expected a reader to open: ${stderr}`);
  const { at, cpu, kilobytes } = JSON.parse(stdout) as Readonly<Record<'at' | 'cpu' | 'kilobytes', number>>;
  return { milliseconds: at - begun, cpuMilliseconds: cpu, megabytes: Math.round(kilobytes / 1024) };
};
