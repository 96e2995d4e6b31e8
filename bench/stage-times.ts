import { Session } from 'node:inspector/promises';

/** Share of the time that a stage took, of all time spent under any stage. */
export interface StageShare {
  readonly stage: string;
  readonly share: number;
}

/** The folder of a room or of a stage of reading that a file of ours lies in; null for other files but the network's runtime. */
const stageOf = (url: string): string | null => {
  if (url.includes('/onnxruntime-')) return 'network, in its runtime';
  const [, room, stage] = /\/src\/(\w+)\/(?:([\w-]+)\/)?/.exec(url) ?? [];
  if (room === 'read') return stage ?? null;
  return room === 'acquire' ? room : null;
};

/**
 * Runs something and says where its time went, by stage of reading.
 *
 * Samples the stack every half millisecond and books each sample to the outermost stage on it, so that what a stage calls
 * (look-ups, the tagger) counts as its own. No copy of the pipeline is needed, and none can go out of date.
 */
export const stageTimes = async (run: () => Promise<unknown>): Promise<readonly StageShare[]> => {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 500 });
  await session.post('Profiler.start');
  await run();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();

  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const stages = new Map<number, string | null>();
  const walk = (id: number, above: string | null): void => {
    const node = nodes.get(id);
    const stage = above ?? (node === undefined ? null : stageOf(node.callFrame.url));
    stages.set(id, stage);
    for (const child of node?.children ?? []) walk(child, stage);
  };
  const [root] = profile.nodes;
  if (root !== undefined) walk(root.id, null);

  const spent = new Map<string, number>();
  for (const [at, id] of (profile.samples ?? []).entries()) {
    const stage = stages.get(id);
    if (stage != null) spent.set(stage, (spent.get(stage) ?? 0) + (profile.timeDeltas?.[at] ?? 0));
  }
  const all = [...spent.values()].reduce((sum, one) => sum + one, 0);
  return [...spent]
    .map(([stage, time]) => ({ stage, share: all === 0 ? 0 : time / all }))
    .sort((a, b) => b.share - a.share);
};
