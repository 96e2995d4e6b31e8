import type { Progress } from '../backchannel.ts';
import { plain } from './plain.ts';
import { displayWidth } from './table.ts';

const BAR = 24;
const WORDS: Readonly<Record<Progress['phase'], string>> = {
  looking: 'Looking for documents',
  reading: 'Reading',
  deriving: 'Putting the case together',
};

const shorten = (path: string, width: number): string => {
  let rest = path;
  while (displayWidth(rest) > width) rest = rest.slice(1);
  return rest === path ? path : `…${rest.slice(1)}`;
};

const barOf = (share: number): string => {
  const filled = Math.floor(BAR * Math.min(1, share));
  return '█'.repeat(filled) + '░'.repeat(BAR - filled);
};

const timeLeft = (seconds: number): string =>
  ` ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} left`;

/** One line for work of which only the share done is known: bar, time left, and what there is so far. */
export const shareLine = (what: string, share: number, soFar: string, elapsedMs: number): string => {
  const left = share > 0.02 ? timeLeft(Math.ceil((elapsedMs / share / 1000) * (1 - Math.min(1, share)))) : '';
  return `${what} ${barOf(share)}${left}  ${soFar}`;
};

/** One line: bar, count, time left, the path that was read last. */
export const progressLine = (progress: Progress, elapsedMs: number, width: number): string => {
  const { phase, done, total, path } = progress;
  if (phase !== 'reading' || total === 0) return `${WORDS[phase]} …`;
  const bar = barOf(done / total);
  // Of the first few documents nothing can be told: the reader is still being loaded.
  const secondsLeft = done >= 5 ? Math.ceil((elapsedMs / done / 1000) * (total - done)) : null;
  const left = secondsLeft === null ? '' : timeLeft(secondsLeft);
  const head = `${WORDS.reading} ${bar} ${done}/${total}${left}`;
  return path === null ? head : `${head}  ${shorten(plain(path), Math.max(8, width - head.length - 3))}`;
};
