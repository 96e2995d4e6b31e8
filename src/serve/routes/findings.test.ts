import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExampleDesk, exampleDesk } from '../../../tests/desk/example-desk.ts';
import type { Finding } from '../../model/index.ts';
import type { FindingPage } from '../finding-shapes.ts';
import type { WhatIfPage } from '../what-if-page.ts';
import type { ClaimPage, ContradictionPage, RulesAnswer } from './findings.ts';

interface Items<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

describe('findings over the API', () => {
  let example: ExampleDesk;
  let findings: readonly Finding[];
  let pages: ReadonlyMap<string, FindingPage>;

  beforeAll(async () => {
    example = await exampleDesk();
    findings = (await example.get<Items<Finding>>('/findings?limit=1000')).items;
    const found = new Map<string, FindingPage>();
    for (const { id } of findings) found.set(id, await pageOf(id));
    pages = found;
  }, 120_000);
  afterAll(() => example.close());

  const seen = (id: string): FindingPage => pages.get(id) as FindingPage;
  const pageOf = (id: string) => example.get<FindingPage>(`/findings/${id}/page`);
  const corroborated = (): Finding => {
    const found = findings.filter(
      ({ status, origins, claims }) => status === 'corroborated' && origins.length === 2 && claims.length > 1,
    );
    const [first] = found.sort((a, b) => b.weight.total - a.weight.total || (a.id < b.id ? -1 : 1));
    if (first === undefined) throw new Error('Expected a finding of two origins in the example.');
    return first;
  };

  it('writes every weight out so that it adds up, line by line', () => {
    expect(findings.length).toBeGreaterThan(50);
    for (const { id, weight } of findings) {
      const { sum } = seen(id);
      let running = 0;
      let before = 0;
      for (const line of sum.lines) {
        running += line.value;
        if (!line.isGraded) before += line.value;
        expect(line.running, `${id} line ${line.number}`).toBe(running);
      }
      expect({ subtotal: before, total: running }, id).toEqual({ subtotal: weight.subtotal, total: weight.total });
      expect({ subtotal: sum.subtotal, total: sum.total, more: sum.more }).toEqual({
        subtotal: weight.subtotal,
        total: weight.total,
        more: 0,
      });
    }
  });

  it('goes down the ladder of W31 to the grade that the arithmetic came to', () => {
    for (const { id, informationCredibility } of findings) {
      const { credibility } = seen(id);
      expect(credibility.steps.find(({ holds }) => holds)?.grade, id).toBe(informationCredibility.derived);
    }
  });

  it('gives each claim once, those in favour before those against, in the order of their groups', () => {
    for (const { id, claims, denials, rejected } of findings) {
      const page = seen(id);
      expect(page.claims.map((claim) => claim.id).sort(), id).toEqual([...claims, ...denials, ...rejected].sort());
      expect(page.groups.reduce((sum, group) => sum + group.claims, 0)).toBe(page.total);
      let at = 0;
      for (const group of page.groups) {
        const own = page.claims.slice(at, at + group.claims);
        expect(own.every(({ side }) => side === group.side)).toBe(true);
        if (group.origin !== null) for (const claim of own) expect(claim.origins).toContain(group.origin);
        at += group.claims;
      }
    }
  });

  it('gives further claims a page at a time, in the same order', async () => {
    const many = findings.toSorted((a, b) => b.claims.length - a.claims.length)[0] as Finding;
    const { claims } = seen(many.id);
    const { items, total } = await example.get<Items<{ readonly id: string }>>(
      `/findings/${many.id}/claims?offset=2&limit=3`,
    );
    expect(total).toBe(claims.length);
    expect(items.map(({ id }) => id)).toEqual(claims.slice(2, 5).map(({ id }) => id));
  });

  it('says of a rewrite what it adds and leaves out beside the telling of its origin', () => {
    const rewrites = [...pages.values()].flatMap(({ claims }) => claims.filter(({ beside }) => beside !== null));
    expect(rewrites.some(({ beside }) => (beside?.adds.length ?? 0) > 0)).toBe(true);
    expect(rewrites.some(({ beside }) => (beside?.lacks.length ?? 0) > 0)).toBe(true);
    for (const { id, beside } of rewrites) expect(beside?.claim).not.toBe(id);
  });

  it('has the text of every rule that a line of a sum quotes', async () => {
    const { rules } = await example.get<RulesAnswer>('/rules');
    const known = new Map(rules.map(({ number, text }) => [number, text]));
    const quoted = new Set(findings.flatMap(({ weight }) => weight.lines.map(({ rule }) => rule)));
    for (const number of quoted) expect(known.get(number)?.length ?? 0, number).toBeGreaterThan(20);
    expect(known.get('W2')).toMatch(/^An unknown origin corroborates nothing\./);
  });

  it('answers an id that leads nowhere with what was expected and found', async () => {
    for (const path of ['/findings/nothing/page', '/claims/nothing/page', '/contradictions/nothing/page']) {
      const response = await example.ask(path);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ error: { code: 'serve/not-found' } });
    }
  });

  it('weighs the case anew without a source, tells what changes, and keeps nothing of it', async () => {
    const { id, origins, weight } = corroborated();
    const answer = await example.post<WhatIfPage>('/what-if', { without: [origins[0]], finding: id });
    const after = answer.finding?.after;
    expect(answer.finding?.change).toBe('fell');
    expect(after?.status).toBe('single-origin');
    expect(after?.sum.lines.reduce((sum, { value }) => sum + value, 0)).toBe(after?.total);
    expect(after?.total ?? 99).toBeLessThan(weight.total);
    expect(answer.changed.find((one) => one.id === id)).toMatchObject({
      change: 'fell',
      before: { status: 'corroborated', total: weight.total },
      after: { status: 'single-origin', total: after?.total },
    });
    expect(answer.byChange.reduce((sum, { findings: count }) => sum + count, answer.unchanged)).toBe(findings.length);
    expect((await pageOf(id)).sum.total).toBe(weight.total);
  });

  it('leaves an unnamed source out by its words', async () => {
    const page = [...pages.values()].find(({ sources }) => sources.some(({ kind }) => kind === 'unnamed'));
    const source = page?.sources.find(({ kind }) => kind === 'unnamed');
    const answer = await example.post<WhatIfPage>('/what-if', { without: [source?.ask], finding: page?.id });
    expect(answer.counts.find(({ list }) => list === 'claims')).toBeDefined();
    expect(answer.finding).not.toBeNull();
  });

  it('refuses a source that the case has not, and says which are near', async () => {
    const response = await example.ask('/what-if', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ without: ['The Paper That Is Not'] }),
    });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ error: { code: 'what-if/not-found' } });
  });

  it('leads from a claim to its finding and to those it cannot stand beside', async () => {
    const { items } =
      await example.get<
        Items<{ readonly id: string; readonly values: readonly { readonly claims: readonly string[] }[] }>
      >('/contradictions');
    for (const { id, values } of items) {
      const { contradiction, findings: about } = await example.get<ContradictionPage>(`/contradictions/${id}/page`);
      expect(contradiction.values.map(({ claims }) => claims.map((claim) => claim.id))).toEqual(
        values.map(({ claims }) => claims),
      );
      expect(about.length).toBeGreaterThan(0);
      const claim = values[0]?.claims[0] ?? '';
      const page = await example.get<ClaimPage>(`/claims/${claim}/page`);
      expect(page.contradictions.map((line) => line.id)).toContain(id);
      const finding = findings.find((one) => [...one.claims, ...one.denials].includes(claim));
      expect(page.finding?.id).toBe(finding?.id);
    }
  });
});
