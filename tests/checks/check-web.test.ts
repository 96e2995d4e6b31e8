import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../../scripts/check-web.mjs', import.meta.url));

/** Runs the check on a page of its own; gives what it printed on standard error, line by line. */
const check = (files: Readonly<Record<string, string>>): readonly string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-web-'));
  try {
    for (const [path, code] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, 'web', path)), { recursive: true });
      writeFileSync(join(folder, 'web', path), code);
    }
    const { stderr } = spawnSync(process.execPath, [SCRIPT, join(folder, 'web')], { encoding: 'utf8' });
    return stderr.trim().split('\n').filter(Boolean).slice(0, -1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

describe('check-web', () => {
  it('passes types of model and serve, libraries, and what lies below', () => {
    expect(
      check({
        'core/a.ts': "import type { Line } from '../../src/model/index.ts';\nimport { useState } from 'react';",
        'components/b.tsx': "import { a } from '../core/a.ts';",
        'views/time/c.tsx':
          "import { b } from '../../components/b.tsx';\nimport './c.css';\nimport { d } from './d.ts';",
        'main.tsx': "const view = import('./views/time/c.tsx');",
      }),
    ).toEqual([]);
  });

  it('names what takes more than types from the program, or from another room', () => {
    expect(
      check({
        'core/a.ts': "import { Line } from '../../src/model/index.ts';",
        'core/b.ts': "import type { Case } from '../../src/store/index.ts';",
        'core/c.ts': "import type {\n  Line,\n} from '../../src/model/line.ts';",
      }),
    ).toEqual([
      'core/a.ts imports ../src/model/index.ts: the page takes nothing but types from there',
      'core/b.ts imports ../src/store/index.ts: types come from src/model/index.ts or src/serve/index.ts',
      'core/c.ts imports ../src/model/line.ts: types come from src/model/index.ts or src/serve/index.ts',
    ]);
  });

  it('names what imports upwards, and a view that imports another', () => {
    expect(
      check({
        'core/a.ts': "import { b } from '../components/b.tsx';",
        'components/b.tsx': "import { c } from '../views/time/c.tsx';",
        'views/time/c.tsx': "import { d } from '../front/d.tsx';",
      }),
    ).toEqual([
      'components/b.tsx imports views/time/c.tsx: components may not import views/time',
      'core/a.ts imports components/b.tsx: core may not import components',
      'views/time/c.tsx imports views/front/d.tsx: views/time may not import views/front',
    ]);
  });

  it('names a sheet of a view that says something of others as well', () => {
    expect(
      check({
        'views/time/a.css': ':where(.view[data-view="time"]) {\n  .lane { color: red; }\n}',
        'views/time/b.css': ':where(.view[data-view="time"]) {\n  .lane { color: red; }\n}\n.lane { color: blue; }',
        'views/time/c.css': ':where(.view[data-view="front"]) {\n  .lane { color: red; }\n}',
        'components/d.css': '.lane { color: red; }',
      }),
    ).toEqual([
      'views/time/b.css: expected all of it within :where(.view[data-view="time"])',
      'views/time/c.css: expected all of it within :where(.view[data-view="time"])',
    ]);
  });
});
