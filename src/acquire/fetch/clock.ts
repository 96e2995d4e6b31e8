/** The time as it is told to what waits and to what writes down when: the machine's, or a simulated one. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Ends after this time; rejects with the signal's reason when that is aborted first. */
  wait(durationMs: number, signal?: AbortSignal): Promise<void>;
}

export const machineClock: Clock = {
  now: () => Date.now(),
  wait: (durationMs, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const stop = (): void => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, durationMs);
      signal?.addEventListener('abort', stop, { once: true });
    }),
};
