import { BackchannelError, jsonSchema, SCHEMA_NAMES } from '../../model/index.ts';
import type { Terminal } from '../terminal.ts';

/** `schema NAME`; without a name the names. */
export const schemaCommand = async (name: string | null, terminal: Terminal): Promise<number> => {
  if (name === null) {
    await terminal.out(`${SCHEMA_NAMES.join('\n')}\n`);
    return 0;
  }
  const schema = jsonSchema(name.toLowerCase());
  if (!schema) {
    throw new BackchannelError('cli/unknown-schema', `Expected the name of a schema, found ${name}.`, {
      next: `The names are: ${SCHEMA_NAMES.join(', ')}`,
    });
  }
  await terminal.out(`${JSON.stringify(schema, null, 2)}\n`);
  return 0;
};
