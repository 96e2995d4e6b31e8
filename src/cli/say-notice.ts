import { openCase } from '../backchannel.ts';
import type { Notice } from '../model/index.ts';
import { plain, plainCell } from './plain.ts';
import type { Terminal } from './terminal.ts';

/** A moment by the clock of the machine that it is read on: 2034-01-01 10:00. */
export const timeOf = (at: string): string => {
  const date = new Date(at);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
};

/** A notice on one line. */
export const sayNotice = ({ at, text, item }: Notice): string =>
  `${timeOf(at)}  ${plainCell(text)}${item === null ? '' : `  [${item}]`}`;

/** `show FILE notices`: all that a watch has told, in the order in which it did. */
export const showNotices = async (file: string, terminal: Terminal): Promise<number> => {
  const store = await openCase(file);
  try {
    const kept = await store.notices();
    const lines = kept.map(({ notice }) => `${sayNotice(notice)}\n`).join('');
    await terminal.out(lines === '' ? `Nothing was told of ${plain(file)}: backchannel watch does that.\n` : lines);
    return 0;
  } finally {
    await store.close();
  }
};
