import { availableParallelism } from 'node:os';
import { newBeat, testBeat } from '../../backchannel.ts';
import { BackchannelError } from '../../model/index.ts';
import { plain } from '../plain.ts';
import type { Terminal } from '../terminal.ts';
import { count } from './read.ts';

/** `beat check DIR`: every fault on a line; 1 when there are any. */
export const beatCheckCommand = async (folder: string, terminal: Terminal): Promise<number> => {
  const { checkBeat, sayProblem } = await import('../../read/index.ts');
  const { beat, problems } = checkBeat(folder);
  for (const problem of problems) terminal.err(plain(sayProblem(problem)));
  if (beat === null) {
    await terminal.out(`${plain(folder)}: ${count(problems.length, 'fault')}.\n`);
    return 1;
  }
  const { name, frames, own, ledgers } = beat;
  const examples = frames
    .filter(({ frame }) => own.includes(frame))
    .reduce((sum, { examples: { finds, ...rest } }) => sum + finds.length + rest['finds-nothing'].length, 0);
  const taken = frames.length - own.length;
  await terminal.out(
    `${plain(folder)}: the beat "${name}" is in order: ${count(own.length, 'frame')}${taken > 0 ? ` of its own and ${taken} taken over` : ''}, ${count(examples, 'example')}, ${count(Object.keys(ledgers).length, 'ledger')}.\n`,
  );
  if (terminal.isInteractive) await terminal.out(`Next: backchannel beat test ${plain(folder)}\n`);
  return 0;
};

/** `beat test DIR`: reads the examples; each that comes out otherwise with what was found in it; 1 when there are any. */
export const beatTestCommand = async (
  folder: string,
  flags: { readonly frame?: readonly string[] },
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> => {
  const { checkBeat, sayProblem } = await import('../../read/index.ts');
  const { beat, problems } = checkBeat(folder);
  if (beat === null) {
    for (const problem of problems) terminal.err(plain(sayProblem(problem)));
    await terminal.out(`${plain(folder)}: ${count(problems.length, 'fault')}; no example was read.\n`);
    return 1;
  }
  const names = beat.frames.map(({ frame }) => frame);
  const unknown = (flags.frame ?? []).find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new BackchannelError('cli/usage', `Expected a frame of the beat after --frame, found ${unknown}.`, {
      next: `There are: ${names.join(', ')}`,
    });
  const failed = { finds: 0, 'finds-nothing': 0 };
  let read = 0;
  for await (const { frame, kind, sentence, isRight, found } of testBeat(beat, {
    threads: availableParallelism(),
    ...(flags.frame === undefined ? {} : { frames: flags.frame }),
  })) {
    read++;
    if (signal.aborted) return 130;
    if (isRight) continue;
    failed[kind]++;
    const wanted =
      kind === 'finds'
        ? `Expected ${/^[aeiou]/.test(frame) ? 'an' : 'a'} ${frame}, found none`
        : `Expected no ${frame}, found one`;
    const what = found.length === 0 ? 'nothing' : found.join('\n           ');
    await terminal.out(`${wanted}: ${plain(sentence)}\n  read: ${what.split('\n').map(plain).join('\n')}\n`);
  }
  const wrong = failed.finds + failed['finds-nothing'];
  await terminal.out(
    wrong === 0
      ? `${plain(folder)}: all ${count(read, 'example')} come out as they should.\n`
      : `${plain(folder)}: ${wrong} of ${count(read, 'example')} come out otherwise: ${failed.finds} not found, ${failed['finds-nothing']} found that should not be.\n`,
  );
  return wrong === 0 ? 0 : 1;
};

/** `beat new DIR --name NAME`. */
export const beatNewCommand = async (
  folder: string,
  flags: { readonly name: string; readonly title?: string },
  terminal: Terminal,
): Promise<number> => {
  const written = await newBeat(folder, flags.name, flags.title ?? null);
  await terminal.out(`Written:\n${written.map((path) => `  ${plain(path)}\n`).join('')}`);
  if (terminal.isInteractive)
    await terminal.out(`Next: backchannel beat check ${plain(folder)}\n      backchannel beat test ${plain(folder)}\n`);
  return 0;
};
