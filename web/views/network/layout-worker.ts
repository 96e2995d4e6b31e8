import { type LayoutTask, layOutNetwork } from './lay-out-network.ts';

self.onmessage = ({ data }: MessageEvent<LayoutTask>): void => {
  const places = layOutNetwork(data, (part) => self.postMessage({ places: part, isDone: false }));
  self.postMessage({ places, isDone: true });
};
