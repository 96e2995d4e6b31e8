// In a checkout: runs src/acquire-worker.ts in a worker thread, as read-worker.mjs does with src/read-worker.ts.
import { tsImport } from 'tsx/esm/api';

await tsImport('../src/acquire-worker.ts', import.meta.url);
