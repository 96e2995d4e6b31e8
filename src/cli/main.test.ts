import { describe, expect, it } from 'vitest';
import { run } from './main.ts';
import type { Terminal } from './terminal.ts';

const call = async (
  ...argv: readonly string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> => {
  let out = '';
  let err = '';
  const terminal: Terminal = {
    out: async (text) => {
      out += text;
    },
    err: (line) => {
      err += `${line}\n`;
    },
    progress: () => undefined,
    width: 80,
    hasColour: false,
    isInteractive: false,
  };
  const code = await run({ argv, terminal, signal: new AbortController().signal });
  return { code, out, err };
};

const COMMANDS = [
  'read',
  'show',
  'brief',
  'export',
  'decide',
  'journal',
  'hypotheses',
  'whatif',
  'verify',
  'custody',
  'bundle',
  'names',
  'schema',
  'demo',
];

describe('run', () => {
  it('prints help with every command and examples', async () => {
    const { code, out, err } = await call('--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const command of COMMANDS) expect(out).toMatch(new RegExp(`^  ${command}[ |]`, 'm'));
    expect(out).toContain('$ backchannel read clippings/ --case talks.case');
    expect(out).toContain('Exit codes: 0 done; 1 done, but some inputs were refused');
  });

  it.each(COMMANDS)('prints help of %s with an example of it', async (command) => {
    const { code, out } = await call(command, '--help');
    expect(code).toBe(0);
    expect(out).toContain(`$ backchannel ${command}`);
  });

  it('prints the version of the package', async () => {
    expect((await call('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    [['raed', 'x'], "error: unknown command 'raed'\n(Did you mean read?)"],
    [['read', 'x', '--cas', 'y'], "error: unknown option '--cas'\n(Did you mean --case?)"],
    [['read', 'x'], 'Expected --case FILE (the case to add to) or --json, found neither.'],
    [['read', 'x', '--json', '--case', 'y'], 'Expected --case FILE or --json, found both.'],
    [['read', '--json'], 'Expected a file, folder or web address to read, found none.'],
    [['read', 'x', '--case', 'y', '--workers', '0'], 'Expected a whole number from 1 to 9999.'],
    [['read', 'x', '--case', 'y', '--max-size', 'big'], 'Expected a size like 20MB'],
    [['read', 'x', '--json', '--careful', '--thorough'], "option '--careful' cannot be used with option '--thorough'"],
    [['export', 'x', '--format', 'xml'], 'Allowed choices are json, wacz.'],
    [['brief', 'x'], "error: required option '-o, --out <file>' not specified"],
    [['brief', 'x', '--out', 'x.pdf'], 'Expected a file that ends in .html or .md after --out, found x.pdf.'],
    [['show', 'x', 'parties'], 'Expected a list or what one of it is called, found parties.'],
    [['show', 'x', 'entity'], 'Expected a name or id after entity, found none.'],
    [['schema', 'reding'], 'Expected the name of a schema, found reding.'],
    [['whatif', 'x', '--format', 'xml'], 'Allowed choices are text, json.'],
    [['what-if', 'x', '--hold', 'y'], "error: unknown option '--hold'"],
    [['verify', 'x', 'y'], "error: too many arguments for 'verify'"],
  ])('tells that %j is wrong usage', async (argv, words) => {
    const { code, out, err } = await call(...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
  });

  it.each(['show', 'export', 'verify'])('says that there is no case for %s to open', async (command) => {
    const { code, err } = await call(command, 'no-such-folder/x.case');
    expect(code).toBe(3);
    expect(err).toContain('Expected a case file at no-such-folder/x.case, found nothing there. (store/not-found)');
    expect(err).toContain('backchannel read PATH... --case no-such-folder/x.case');
  });

  it('prints JSON Schemas by name', async () => {
    for (const name of ['reading', 'case', 'sanctions-waiver']) {
      const { code, out } = await call('schema', name);
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ $schema: expect.stringContaining('2020-12'), type: 'object' });
    }
    expect((await call('schema')).out.split('\n')).toContain('meeting');
  });
});
