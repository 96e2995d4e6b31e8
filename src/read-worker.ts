import { workerData } from 'node:worker_threads';
import { openReader, type ReaderSettings, type ReadJob, type ReadOutcome } from './read-one.ts';

/** What a worker thread of the pool runs: one reader for the thread's life, one document a call. */
const reader = openReader(workerData as ReaderSettings);

export default async (job: ReadJob | 'version'): Promise<ReadOutcome | string> => {
  const { version, run } = await reader;
  return job === 'version' ? version : run(job);
};
