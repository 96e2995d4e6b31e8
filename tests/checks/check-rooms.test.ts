import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../../scripts/check-rooms.mjs', import.meta.url));

/** Runs the check on a tree of its own; gives what it printed on standard error, line by line. */
const check = (
  files: Readonly<Record<string, string>>,
): { readonly status: number | null; readonly lines: readonly string[] } => {
  const root = mkdtempSync(join(tmpdir(), 'backchannel-rooms-'));
  try {
    for (const [path, code] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), code);
    }
    const { status, stderr } = spawnSync(process.execPath, [SCRIPT, root], { encoding: 'utf8' });
    return { status, lines: stderr.trim().split('\n').slice(0, -1) };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};

describe('check-rooms', () => {
  it('passes rooms that import what they may, and imports in comments and tests', () => {
    const { status } = check({
      'model/index.ts': 'export const a = 1;',
      'text/index.ts': "import { a } from '../model/index.ts';\n// import { b } from '../cli/main.ts';\nexport { a };",
      'text/x.test.ts': "import { c } from '../cli/main.ts';",
      'cli/main.ts': "const { a } = await import('../joined.ts');",
      'joined.ts': "export {\n  a,\n} from './text/index.ts';\nimport { z } from 'zod';",
    });
    expect(status).toBe(0);
  });

  it('names a room that imports one it may not, also for a type or when asked to at run time', () => {
    const { status, lines } = check({
      'model/index.ts': "import type { b } from '../text/index.ts';",
      'text/index.ts': 'export const b = 1;',
      'store/index.ts': "const room = await import('../text/index.ts');",
      'joined.ts': "import './cli/main.ts';",
      'cli/main.ts': '',
    });
    expect(status).toBe(1);
    expect(lines).toEqual([
      expect.stringContaining('joined.ts imports cli/main.ts'),
      'model/index.ts imports text/index.ts: model may import nothing, not text',
      'store/index.ts imports text/index.ts: store may import model, not text',
    ]);
  });

  it('names an import that goes past the index of a room, out of src, or to a room that is none', () => {
    const { lines } = check({
      'text/index.ts': "export { b } from './b.ts';",
      'text/b.ts': 'export const b = 1;',
      'read/index.ts': "import { b } from '../text/b.ts';\nimport '../../training/model.ts';",
      'kitchen/index.ts': '',
    });
    expect(lines).toEqual([
      'kitchen/index.ts: there is no room "kitchen"',
      'read/index.ts imports text/b.ts: another room is imported through text/index.ts only',
      'read/index.ts imports ../../training/model.ts, which is outside of src',
    ]);
  });

  it('names a circle of files, also when only types go round', () => {
    const { lines } = check({
      'text/a.ts': "import type { b } from './b.ts';",
      'text/b.ts': "export { c } from './c.ts';",
      'text/c.ts': "import { a } from './a.ts';",
    });
    expect(lines).toEqual(['files import each other in a circle: text/a.ts → text/b.ts → text/c.ts → text/a.ts']);
  });
});
