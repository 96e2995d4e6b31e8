import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExampleDesk, exampleDesk } from '../../../tests/desk/example-desk.ts';
import type { Claim, Line } from '../../model/index.ts';
import type { CompareAnswer } from '../compare-shapes.ts';
import type { ReadingAnswer } from '../reading-shapes.ts';
import type { SearchAnswer } from '../search-shapes.ts';
import type { DocumentPage } from './documents.ts';
import type { NeighboursAnswer } from './reading.ts';

describe('documents over the API', () => {
  let example: ExampleDesk;
  let lines: readonly Line[] = [];
  const reading = (id: string): Promise<ReadingAnswer> => example.get(`/documents/${id}/reading`);
  beforeAll(async () => {
    example = await exampleDesk();
    lines = (await example.get<{ items: readonly Line[] }>('/lines/documents')).items;
  }, 120_000);
  afterAll(() => example.close());

  it('give the stored text, and every claim of the case as a note on words that stand there', async () => {
    const claims = (await example.get<{ items: readonly Claim[] }>('/claims?limit=1000')).items;
    for (const { id } of lines) {
      const { text, notes } = await reading(id);
      expect(text).toBe((await example.host.store.document(id))?.text);
      const own = claims.filter((claim) => claim.document === id);
      expect(new Set(notes.map((note) => note.id))).toEqual(new Set(own.map((claim) => claim.id)));
      for (const note of notes) {
        const quotes = own.find((claim) => claim.id === note.id)?.evidence.map(({ quote }) => quote);
        expect(note.spans.map(([start, end]) => text.slice(start, end)).sort()).toEqual([...(quotes ?? [])].sort());
      }
      const starts = notes.map(({ spans }) => spans[0]?.[0] ?? -1);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
    }
  });

  it('tell a relation of two claims at both of them, whichever of the two carries it', async () => {
    const claims = (await example.get<{ items: readonly Claim[] }>('/claims?limit=1000')).items;
    const byId = new Map(claims.map((claim) => [claim.id, claim]));
    const carrier = claims.find(({ document, relations }) =>
      relations.some(({ kind, claim }) => kind === 'corroborates' && byId.get(claim)?.document !== document),
    );
    const other = byId.get(carrier?.relations.find(({ kind }) => kind === 'corroborates')?.claim ?? '');
    if (carrier === undefined || other === undefined) throw new Error('Expected claims that corroborate each other.');
    const noteOf = async ({ document, id }: Claim) => (await reading(document)).notes.find((note) => note.id === id);
    const corroborated = (note: Awaited<ReturnType<typeof noteOf>>) =>
      note?.relations.find(({ kind }) => kind === 'corroborates')?.documents;
    expect(corroborated(await noteOf(carrier))).toContain(other.document);
    expect(corroborated(await noteOf(other))).toContain(carrier.document);
  });

  it('name who is meant by a name or a pronoun, as the case has it', async () => {
    const answers = await Promise.all(lines.map(({ id }) => reading(id)));
    const pronouns = answers.flatMap(({ mentions, entities }) =>
      mentions.flatMap(({ form, entity }) => (form === 'pronoun' && entity !== null ? [entities[entity]?.name] : [])),
    );
    expect(pronouns.length).toBeGreaterThan(0);
    expect(pronouns).not.toContain(undefined);
  });

  it('say that there is none at an id that leads nowhere', async () => {
    expect((await example.ask('/documents/doc-ffffffffffff/reading')).status).toBe(404);
  });

  it('have neighbours in the order of the filter', async () => {
    const origin = lines.flatMap(({ origins }) => origins)[0] ?? '';
    const walked: string[] = [];
    const passing = lines.filter(({ origins }) => origins.includes(origin)).map(({ id }) => id);
    const around = (id: string) =>
      example.get<NeighboursAnswer>(`/documents/${id}/neighbours?origin=${origin}&sort=date`);
    let at: string | null = passing[0] ?? null;
    while (at !== null) {
      const before: string | null = (await around(at)).before;
      if (before === null) break;
      at = before;
    }
    while (at !== null) {
      walked.push(at);
      at = (await around(at)).after;
    }
    expect([...walked].sort()).toEqual([...passing].sort());
    expect((await around(walked[0] ?? '')).place).toBe(1);
  });

  it('stand under each of their origins, and once as a table', async () => {
    const byOrigin = await example.get<DocumentPage>('/document-rows?limit=1000');
    expect(byOrigin.total).toBe(lines.reduce((sum, { origins }) => sum + Math.max(1, origins.length), 0));
    for (const { line, origin, way } of byOrigin.items) {
      expect(origin === null ? line.origins.length === 0 : line.origins.includes(origin)).toBe(true);
      if (origin !== null) expect(way.length).toBeGreaterThan(0);
    }
    const table = await example.get<DocumentPage>('/document-rows?by=document&sort=claims&order=down');
    expect(table.total).toBe(lines.length);
    const claims = table.items.map((row) => row.claims);
    expect(claims).toEqual([...claims].sort((a, b) => b - a));
    expect(table.unclaimed).toBe(claims.filter((count) => count === 0).length);
  });

  it('are compared on what both tell: each claim of either is shown once, with what only one gives', async () => {
    const [event] = (await example.get<{ items: readonly Line[] }>('/lines/meetings?sort=documents&order=down')).items;
    const [a, b] = event?.documents ?? [];
    const forth = await example.get<CompareAnswer>(`/compare?event=${event?.id}&a=${a}&b=${b}`);
    const back = await example.get<CompareAnswer>(`/compare?event=${event?.id}&a=${b}&b=${a}`);
    const claims = (await example.get<{ items: readonly Claim[] }>('/claims?limit=1000')).items;
    const wanted = claims.filter((claim) => claim.event === event?.id && [a, b].includes(claim.document));
    const shown = forth.pairs.flatMap((pair) => [pair.a?.id, pair.b?.id]).filter((id) => id !== undefined);
    expect([...shown].sort()).toEqual(wanted.map(({ id }) => id).sort());
    const turned = back.pairs.map((pair) => [pair.b?.id, pair.a?.id, pair.onlyB, pair.onlyA]);
    expect(new Set(turned.map(String))).toEqual(
      new Set(forth.pairs.map((pair) => [pair.a?.id, pair.b?.id, pair.onlyA, pair.onlyB]).map(String)),
    );
    expect(forth.documents.map(({ id }) => id)).toEqual(expect.arrayContaining([...(event?.documents ?? [])]));
  });

  it('are compared on what a finding is of', async () => {
    const [finding] = (await example.get<{ items: readonly Line[] }>('/lines/findings?sort=documents&order=down'))
      .items;
    const { event, a, b, pairs } = await example.get<CompareAnswer>(`/compare?event=${finding?.id}`);
    expect(event?.finding).toBe(finding?.id);
    expect(pairs.map((pair) => pair.finding)).toContain(finding?.id);
    expect(event?.documents).toEqual(expect.arrayContaining([a?.id, b?.id]));
    expect((await example.ask('/compare?event=meeting-ffffffffffff')).status).toBe(404);
  });

  it('are compared where nothing was picked: two that tell the same thing', async () => {
    const { a, b, pairs, event } = await example.get<CompareAnswer>('/compare');
    expect(a?.id).not.toBe(b?.id);
    expect(event?.documents).toEqual(expect.arrayContaining([a?.id, b?.id]));
    expect(pairs.length).toBeGreaterThan(0);
  });

  it('are found by their words at the exact place, beside what the ledgers have', async () => {
    const { groups, near } = await example.get<SearchAnswer>('/search?q=caldavar');
    expect(near).toEqual([]);
    expect(groups.map(({ list }) => list)).toEqual(expect.arrayContaining(['documents', 'entities', 'findings']));
    const found = groups.find(({ list }) => list === 'documents');
    for (const { line, passages } of found?.hits ?? []) {
      const { text } = await reading(line.id);
      for (const { start, end, pieces, matches } of passages) {
        expect(pieces.map((piece) => piece.text).join('')).toBe(text.slice(start, end));
        for (const [from, to] of matches) expect(text.slice(from, to).toLowerCase()).toBe('caldavar');
      }
    }
    const page = await example.get<SearchAnswer>('/search?q=caldavar&in=documents&offset=2&limit=2');
    const all = await example.get<SearchAnswer>('/search?q=caldavar&in=documents');
    expect(page.groups[0]?.hits).toEqual(all.groups[0]?.hits.slice(2, 4));
  });

  it('tell the nearest names where nobody is called so', async () => {
    const { groups, near } = await example.get<SearchAnswer>('/search?q=Shelkanof');
    expect(groups).toEqual([]);
    expect(near.map(({ called }) => called)).toContain('Timur Zhelkanov');
    for (const q of ['', '%00', '"', '((', '%F0%9F%91%A9', 'NEAR(', '*'.repeat(900)])
      expect((await example.ask(`/search?q=${q}`)).status).toBe(200);
  });
});
