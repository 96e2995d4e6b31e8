import { fileURLToPath } from 'node:url';
import type { Document } from '../src/model/index.ts';
import { type Network, openNetwork, type Precision, type Surveyed, survey } from '../src/read/index.ts';
import { type Recognised, recognise } from '../src/read/network/index.ts';

let shared: Promise<Network> | null = null;

/** For tests: the network that comes with Backchannel, loaded once a process. */
export const sharedNetwork = (): Promise<Network> => {
  shared ??= openNetwork(fileURLToPath(new URL('../models', import.meta.url)), { threads: 2 });
  return shared;
};

const only = <T>(list: readonly T[]): T => {
  const [one] = list;
  if (one === undefined || list.length !== 1) throw new Error(`Expected one reading, found ${list.length}`);
  return one;
};

/** What the network really sees in a text that is one body block; to be handed to `knownOf`. */
export const recognisedIn = async (text: string, precision: Precision = 'careful'): Promise<Recognised> => {
  const blocks = [{ kind: 'body' as const, start: 0, end: text.length }];
  return only(await recognise(await sharedNetwork(), [{ text, blocks }], { precision }));
};

/** What is seen of a document before it is read, by the real network; to be handed to `read`. */
export const surveyOf = async (document: Document, precision: Precision = 'careful'): Promise<Surveyed> =>
  only(await survey(await sharedNetwork(), [document], precision));
