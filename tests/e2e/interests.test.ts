import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Interest } from '../../src/model/index.ts';
import { cliOf } from './cli.ts';
import { makeFolder, read, writePile } from './pile.ts';

const TEXT = `The Lorne Gazette
Envoy and owner
By Mara Tolen
May 14, 2031

Kestria's envoy, Anna Brodin, met Karel Voss of Ostra in Lorne on May 12, two officials said.

Karel Voss is a brother of Emil Voss. Emil Voss owns Norel Shipping.

Norel Shipping agreed to buy the harbour of Lorne for 40 million crowns, the company said.
`;

const cli = cliOf(100);

describe('interests on the command line', { timeout: 60_000 }, () => {
  const folder = makeFolder();
  afterAll(folder.remove);
  const file = folder.path('talks.case');
  beforeAll(async () => {
    await read(file, [writePile(folder.path('pile'), { 'a.txt': TEXT })]);
  });

  it('are told hop by hop with quotes, the weakest named, as patterns to check', async () => {
    const { code, out } = await cli('interests', file);
    expect(code).toBe(0);
    expect(out).toMatch(/^1 pattern to check\. A path says nothing about conduct/);
    expect(out).toMatch(/Karel Voss → Norel Shipping/);
    expect(out).toMatch(/Karel Voss — brother of — Emil Voss: single-origin, 1 known origin, no\s+date/);
    expect(out).toContain('“Emil Voss owns Norel Shipping.”');
    expect(out.match(/\[weakest hop\]/g)).toHaveLength(1);
    expect(out).toMatch(/gains from deal-[0-9a-f]{12} \(agreed\)/);
    expect(out).toContain('at the same time? cannot be told');
  });

  it('are given as JSON of the published shape', async () => {
    const { out } = await cli('interests', file, '--from', 'Karel Voss', '--format', 'json');
    const rows = out
      .trim()
      .split('\n')
      .map((line) => Interest.parse(JSON.parse(line)));
    expect(rows.map(({ path }) => path.length)).toEqual([2]);
    expect(rows[0]?.weakest).toBe(rows[0]?.path[1]?.tie);
  });

  it('say so when nobody goes by a name, and when no path leads there', async () => {
    const unknown = await cli('interests', file, '--to', 'Nobody at All');
    expect(unknown.code).toBe(3);
    expect(unknown.err).toMatch(/Expected someone who gains of the case, found nobody called Nobody at All/);
    expect((await cli('interests', file, '--from', 'Anna Brodin')).out).toMatch(/^No path of ties leads/);
  });
});
