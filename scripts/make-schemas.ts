// Writes the JSON Schemas that are published with the package. With --check it writes nothing and fails when they differ.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { jsonSchema } from '../src/model/index.ts';
import { BEAT_SCHEMA_NAMES, beatSchemas } from '../src/read/index.ts';

const folder = fileURLToPath(new URL('../schemas/', import.meta.url));
const isCheck = process.argv.includes('--check');

const read = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};

let stale = 0;
if (!isCheck) mkdirSync(folder, { recursive: true });
const beats: Readonly<Record<string, object>> = beatSchemas();
for (const name of ['reading', 'case', 'document', ...BEAT_SCHEMA_NAMES]) {
  const path = `${folder}${name}.schema.json`;
  const text = `${JSON.stringify(beats[name] ?? jsonSchema(name), null, 2)}\n`;
  if (read(path) === text) continue;
  stale++;
  if (isCheck) console.error(`schemas/${name}.schema.json is not what the model gives: run npm run schemas`);
  else writeFileSync(path, text);
}
process.exitCode = isCheck && stale > 0 ? 1 : 0;
