import { copyFileSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generatePile } from '../../bench/generate/generate-pile.ts';
import { readGenerated } from '../../bench/generate/read-generated.ts';
import { documentFromBytes } from '../../src/acquire/index.ts';
import type { CaseView } from '../../src/backchannel.ts';
import { buildCase, CaseBuilder } from '../../src/build-case.ts';
import { CASE_LISTS, type Case, makeDecision } from '../../src/model/index.ts';
import type { ReadDocument } from '../../src/resolve/index.ts';
import { whatIf } from '../../src/what-if.ts';
import { cliOf } from './cli.ts';
import { exported, makeFolder, read, stories, writePile } from './pile.ts';

const viewOf = (made: Case): CaseView => ({
  counts: async () =>
    Object.fromEntries(CASE_LISTS.map((list) => [list, made[list].length])) as Awaited<ReturnType<CaseView['counts']>>,
  items: async function* (list) {
    yield* made[list] as readonly Case[typeof list][number][];
  },
  item: async (list, id) => (made[list] as readonly Case[typeof list][number][]).find((one) => one.id === id) ?? null,
});

const inputs: ReadDocument[] = [];

describe('what if', () => {
  let made: Case;
  beforeAll(async () => {
    for (const one of generatePile({ documents: 36, seed: 'what if', aStory: 9 })) {
      const acquired = await documentFromBytes(Buffer.from(one.text), one.name);
      if (acquired.kind === 'refused') throw new Error(acquired.refusal.reason);
      inputs.push({ document: acquired.document, reading: readGenerated(one, acquired.document) });
    }
    made = buildCase(inputs);
  });

  it('weighs a case taken back out of itself to the same bytes', async () => {
    const { after, changed } = await whatIf(viewOf(made), []);
    expect(JSON.stringify(after)).toBe(JSON.stringify(made));
    expect(made.findings.length).toBeGreaterThan(10);
    expect(changed).toEqual([]);
  });

  it('loses the more the more it drops, and no finding gains an origin', async () => {
    const names = made.origins.map(({ id }) => id);
    for (const name of names) {
      const { after, changed } = await whatIf(viewOf(made), [name]);
      const before = new Map(made.findings.map((finding) => [finding.id, finding]));
      for (const finding of after.findings) {
        expect(finding.origins).not.toContain(name);
        expect(finding.origins.length).toBeLessThanOrEqual(before.get(finding.id)?.origins.length ?? 0);
      }
      const resting = made.findings.filter(({ origins }) => origins.length === 1 && origins[0] === name);
      const gone = new Set(changed.flatMap((one) => (one.after === null ? [one.before.id] : [])));
      for (const { id, denials } of resting) if (denials.length === 0) expect(gone).toContain(id);
    }
    expect((await whatIf(viewOf(made), names)).after.findings.flatMap(({ origins }) => origins)).toEqual([]);
  });

  it('comes to the same bytes kept up to date with grades, rejections and hypotheses as made anew', () => {
    const [claim, other] = made.claims;
    const [place, next] = [claim?.evidence[0], other?.evidence[0]];
    const source = made.origins[0]?.name;
    if (!claim || !other || !place || !next || source === undefined) throw new Error('Expected claims and an origin.');
    const entry = { by: 'Ada', at: '2032-02-01T10:00:00Z', why: null };
    const on = { kind: 'claim' as const, type: claim.type, evidence: place, says: claim.text };
    const suppose = makeDecision({ ...entry, kind: 'suppose', subjects: [], value: 'So it was' });
    const all = [
      makeDecision({ ...entry, kind: 'reject', subjects: [on], value: null }),
      makeDecision({ ...entry, kind: 'rate', subjects: [{ kind: 'source', name: source }], value: 'E' }),
      suppose,
      makeDecision({
        ...entry,
        kind: 'hold-against',
        subjects: [
          { kind: 'decision', decision: suppose.id },
          { kind: 'claim', type: other.type, evidence: next, says: other.text },
        ],
        value: 'II',
      }),
    ];
    const builder = new CaseBuilder();
    builder.add(inputs.slice(0, 20));
    for (const decisions of [[], all.slice(0, 1), all, all.slice(1, 2), all]) {
      const [kept, anew] = [builder.case(decisions), buildCase(inputs.slice(0, 20), decisions)];
      expect(JSON.stringify(kept)).toBe(JSON.stringify(anew));
    }
    builder.add(inputs.slice(20));
    const whole = builder.case(all);
    expect(JSON.stringify(whole)).toBe(JSON.stringify(buildCase(inputs, all)));
    expect(whole.hypotheses).toHaveLength(1);
    expect(
      whole.findings.flatMap(({ rejected }) => rejected).length + made.findings.length - whole.findings.length,
    ).toBeGreaterThan(0);
    expect(whole.findings.some(({ weight }) => weight.lines.some(({ rule }) => rule === 'W30'))).toBe(true);
  }, 60_000);

  it('says what there is when nothing goes by a name', async () => {
    const name = made.origins[0]?.name ?? '';
    await expect(whatIf(viewOf(made), [name.slice(0, -2)])).rejects.toMatchObject({
      code: 'what-if/not-found',
      next: expect.stringContaining(name),
    });
    await expect(whatIf(viewOf(made), ['Nobody at All'])).rejects.toMatchObject({ code: 'what-if/not-found' });
  });
});

const plain = cliOf(90);
/** Both streams as one text. */
const cli = async (...argv: readonly string[]): Promise<{ readonly code: number; readonly out: string }> => {
  const { code, out, err } = await plain(...argv);
  return { code, out: `${out}${err}` };
};

describe('hypotheses and what-if on the command line', () => {
  const folder = makeFolder();
  afterAll(folder.remove);
  const file = folder.path('talks.case');
  let case_: Case;
  beforeAll(async () => {
    await read(file, [writePile(folder.path('pile'), stories(4))]);
    case_ = JSON.parse(await exported(file));
  });

  it('writes nothing with what-if', async () => {
    const [origin] = case_.origins;
    const copy = folder.path('copy.case');
    copyFileSync(file, copy);
    const before = readFileSync(copy);
    const told = await cli('what-if', copy, '--without', origin?.name ?? '');
    expect(told.code).toBe(0);
    expect(told.out).toContain(`Without ${origin?.name}: 1 origin`);
    expect(told.out).toContain('Nothing was written.');
    expect(readFileSync(copy).equals(before)).toBe(true);
    expect(JSON.parse(await exported(copy))).toEqual(case_);
  });

  it('supposes that a condition holds or fails, each step with its quote, and writes nothing', async () => {
    const text =
      'Lena Varga of Azotna has been in talks to buy a stake in the Brask field from Kelmar Group. The sale depends on the removal of sanctions.\n';
    const held = folder.path('deal.case');
    await read(held, [writePile(folder.path('deal'), { 'deal.txt': text })]);
    const before = readFileSync(held);
    const listed = await cli('whatif', held);
    expect(listed.out).toMatch(/condition-[0-9a-f]{12}/);
    const opened = await cli('whatif', held, '--holds', 'removal sanctions');
    expect(opened.code).toBe(0);
    expect(opened.out).toContain('OPENS: 1 deal');
    expect(opened.out.replace(/\s+/g, ' ')).toContain('removal of sanctions');
    expect(opened.out.split('\n').every((line) => line.length <= 90 || line.startsWith('Nothing was written'))).toBe(
      true,
    );
    const closed = JSON.parse((await cli('whatif', held, '--fails', 'removal sanctions', '--format', 'json')).out);
    expect(closed.deals).toMatchObject([{ before: 'waiting', after: 'blocked', change: 'closes' }]);
    expect((await cli('what-if', held, '--holds', 'rain')).out).toContain('(what-if/no-condition)');
    expect(readFileSync(held).equals(before)).toBe(true);
  });

  it('supposes, holds findings against it by its short name, and shows the matrix', async () => {
    const finding = case_.findings.find(({ weight }) => weight.total > 0);
    if (finding === undefined) throw new Error('Expected a finding.');
    expect((await cli('hypotheses', file)).out).toContain('No hypothesis yet.');
    await cli('hypotheses', file, '--add', 'The first', '--by', 'ana');
    await cli('hypotheses', file, '--add', 'The second', '--by', 'ana');
    await cli('hypotheses', file, '--hold', 'H1', finding.id, 'II', '--by', 'ana');
    const { code, out } = await cli('hypotheses', file, '--hold', 'h2', finding.id, 'c', '--by', 'ana');
    expect(code).toBe(0);
    const lines = out.split('\n');
    expect(lines.every((line) => line.length <= 90)).toBe(true);
    expect(lines[1]).toMatch(/^H2 +1 +0 +0 +The second$/);
    expect(lines[2]).toMatch(/^H1 +2 +\d+ +\d+ +The first$/);
    expect(out).toContain(finding.id);
    expect(out).toContain('[decides who is');
  });

  it('tells what is wrong with a hold', async () => {
    const wrong = await cli('hypotheses', file, '--hold', 'H9', 'x', 'II', '--by', 'ana');
    expect(wrong.out).toContain('Expected a hypothesis, found nothing called H9. (hypotheses/not-found)');
    expect((await cli('hypotheses', file, '--hold', 'H1', '--by', 'ana')).code).toBe(2);
  });
});
