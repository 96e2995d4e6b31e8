// In a checkout: runs src/read-worker.ts in a worker thread. The hooks of `--import tsx` do not reach threads (Node 20.20),
// so the thread asks tsx for the file itself. An installed package has src/read-worker.ts compiled and does not use this.
import { tsImport } from 'tsx/esm/api';

const { default: readJob } = await tsImport('../src/read-worker.ts', import.meta.url);

export default readJob;
