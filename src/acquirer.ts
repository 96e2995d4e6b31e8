import type { Acquired, Files } from './acquire/index.ts';

/** What is taken in, and from where. */
export interface AcquirerSettings {
  /** Largest text taken, in bytes; that of `acquire` by default. */
  readonly limitBytes?: number;
  /** The file system; the machine's own by default. */
  readonly files?: Files;
}

/** Opens files. */
export interface Acquirer {
  /** What there is in a file: its documents, to any depth, and what of it is refused. Never rejects. */
  acquire(path: string): AsyncIterable<Acquired>;
  close(): Promise<void>;
}

export const openAcquirer = async ({ limitBytes, files }: AcquirerSettings): Promise<Acquirer> => {
  const { acquireFile, localFiles } = await import('./acquire/index.ts');
  const options = limitBytes === undefined ? {} : { limitBytes };
  return {
    acquire: (path) => acquireFile(path, files ?? localFiles, options),
    close: async () => undefined,
  };
};
