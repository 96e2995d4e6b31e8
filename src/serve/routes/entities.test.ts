import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExampleDesk, exampleDesk } from '../../../tests/desk/example-desk.ts';
import type { Claim, Entity } from '../../model/index.ts';
import type { ClaimCard } from '../claim-cards.ts';
import type { EntityPage } from '../entity-shapes.ts';
import type { GroupedLines } from './grouped.ts';

interface Items<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

describe('entities over the API', () => {
  let example: ExampleDesk;
  let entities: readonly Entity[];
  let claims: readonly Claim[];

  beforeAll(async () => {
    example = await exampleDesk();
    entities = (await example.get<Items<Entity>>('/entities?limit=1000')).items;
    claims = (await example.get<Items<Claim>>('/claims?limit=1000')).items;
  }, 120_000);
  afterAll(() => example.close());

  const pageOf = (id: string) => example.get<EntityPage>(`/entities/${id}/page`);

  it('gives what each said and what was said of each, as the claims have it', async () => {
    for (const { id } of entities) {
      const page = await pageOf(id);
      const said = claims.filter(({ chain }) => chain[0]?.entity === id);
      const about = claims.filter(({ roles }) =>
        Object.values(roles)
          .flat()
          .some(({ entity }) => entity === id),
      );
      expect({ said: page.said.total, about: page.about.total }, page.name).toEqual({
        said: said.length,
        about: about.length,
      });
      for (const card of page.said.claims) expect(card.chain[0]?.entity).toBe(id);
    }
  });

  it('gives all spellings with their counts, most frequent first, and why they are one', async () => {
    const spelled = entities.toSorted((a, b) => b.names.length - a.names.length)[0] as Entity;
    const page = await pageOf(spelled.id);
    expect(page.names).toHaveLength(spelled.names.length);
    const counts = page.names.map(({ count }) => count);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(page.joined).toHaveLength(spelled.reasons.length);
    expect(page.joined.every(({ rule, text }) => rule !== null && text !== '')).toBe(true);
  });

  it('gives ties with whom, which way, and how they stand', async () => {
    const { items } =
      await example.get<Items<{ readonly from: string; readonly to: string; readonly id: string }>>('/ties?limit=1000');
    expect(items.length).toBeGreaterThan(10);
    for (const { id, from, to } of items) {
      const [out, back] = [await pageOf(from), await pageOf(to)];
      expect(out.ties.find(({ line }) => line.id === id)).toMatchObject({ isOut: true, other: { id: to } });
      expect(back.ties.find(({ line }) => line.id === id)).toMatchObject({ other: { id: from } });
    }
  });

  it('gives further claims a page at a time', async () => {
    const pages = await Promise.all(entities.map(({ id }) => pageOf(id)));
    const [most] = pages.toSorted((a, b) => b.about.total - a.about.total);
    const { items, total } = await example.get<Items<ClaimCard>>(
      `/entities/${most?.id}/claims?as=about&offset=3&limit=4`,
    );
    expect(total).toBe(most?.about.total);
    expect(items.map(({ id }) => id)).toEqual(most?.about.claims.slice(3, 7).map(({ id }) => id));
  });

  it('lists people first, those in most documents first, each group with its count', async () => {
    const { items, groups, total, of } = await example.get<GroupedLines>(
      '/grouped/entities?group=kind&sort=documents&order=down&limit=1000',
    );
    expect([total, of]).toEqual([entities.length, entities.length]);
    expect(groups[0]?.value).toBe('person');
    let at = 0;
    for (const { value, lines } of groups) {
      const own = items.slice(at, at + lines);
      at += lines;
      expect(own.every(({ kind }) => kind === value)).toBe(true);
      const documents = own.map((line) => line.documents.length);
      expect(documents).toEqual(documents.toSorted((a, b) => b - a));
    }
    expect(at).toBe(total);
  });

  it('answers an id that leads nowhere with 404', async () => {
    expect((await example.ask('/entities/nothing/page')).status).toBe(404);
    expect((await example.ask('/entities/nothing/claims')).status).toBe(404);
  });
});
