import type { CustodyEntry, Hand } from '../model/index.ts';
import { oneLine } from './words.ts';

/** By whose hand something came in: `by the command: backchannel read pile --case port.case`. */
export const sayHand = (how: Hand): string => {
  switch (how.kind) {
    case 'command':
      return `by the command: backchannel ${how.words.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : JSON.stringify(word))).join(' ')}`;
    case 'desk':
      return `dropped on the desk by ${oneLine(how.by)}`;
    case 'watch':
      return `from ${oneLine(how.source)}, which is watched`;
    case 'program':
      return 'handed in by a program';
  }
};

/** An instant as people read it, still in UTC: `2034-03-01 08:15:00 UTC`. */
export const sayInstant = (at: string): string => at.replace('T', ' ').replace(/(?:\.\d+)?Z$/, ' UTC');

/** The way of one arrival from what came in to the stored text, a sentence a line. */
export const sayArrival = (entry: CustodyEntry): readonly string[] => {
  const { at, how, path, sha256, bytes, mediaType, steps, textSha256, reader, refused, program, number, before } =
    entry;
  const size =
    bytes === null ? null : `${bytes.toLocaleString('en')} bytes${mediaType === null ? '' : ` of ${mediaType}`}`;
  const hash = sha256 === null ? null : `SHA-256 ${sha256}`;
  const received = [size, hash].filter((part) => part !== null).join(', ');
  return [
    `Came in on ${sayInstant(at)} as ${oneLine(path)}, ${oneLine(sayHand(how))}.`,
    ...(how.kind === 'command' ? [`Given in the folder ${oneLine(how.folder)}.`] : []),
    ...(received === '' ? [] : [`Received: ${received}.`]),
    ...steps.map((step) => `${oneLine(step.what)}, by ${oneLine(step.by)}, from the bytes with SHA-256 ${step.of}.`),
    ...(textSha256 === null ? [] : [`Stored text: SHA-256 ${textSha256}.`]),
    ...(reader === null ? [] : [`First read by ${oneLine(reader)}.`]),
    ...(refused === null ? [] : [`Refused: ${oneLine(refused.reason)} (${refused.code})`]),
    `Taken in by ${program}. Entry ${number} of the custody log${before === null ? ', the first' : `, after ${before}`}.`,
  ];
};
