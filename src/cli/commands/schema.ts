import { BackchannelError, jsonSchema, SCHEMA_NAMES } from '../../model/index.ts';
import type { Terminal } from '../terminal.ts';

/** Files of a beat have schemas of their own; the room that has them is loaded only when one is asked for. */
const BEAT_NAMES = ['beat', 'beat-cues', 'beat-frame', 'beat-ledgers'];

const schemaOf = async (name: string): Promise<object | null> => {
  if (!BEAT_NAMES.includes(name)) return jsonSchema(name);
  const { beatSchemas } = await import('../../read/index.ts');
  const schemas: Readonly<Record<string, object>> = beatSchemas();
  return schemas[name] ?? null;
};

/** `schema NAME`; without a name the names. */
export const schemaCommand = async (name: string | null, terminal: Terminal): Promise<number> => {
  const names = [...SCHEMA_NAMES, ...BEAT_NAMES];
  if (name === null) {
    await terminal.out(`${names.join('\n')}\n`);
    return 0;
  }
  const schema = await schemaOf(name.toLowerCase());
  if (!schema) {
    throw new BackchannelError('cli/unknown-schema', `Expected the name of a schema, found ${name}.`, {
      next: `The names are: ${names.join(', ')}`,
    });
  }
  await terminal.out(`${JSON.stringify(schema, null, 2)}\n`);
  return 0;
};
