import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildReading, type Draft } from '../../tests/build-reading.ts';
import { resolve } from '../resolve/index.ts';
import { weigh } from '../weigh/index.ts';
import { listLedgers } from './index.ts';

/** Someone of the world: the same name may be borne by several of them. */
interface Person {
  readonly name: string;
  readonly firm: string;
}

interface Line {
  readonly document: number;
  readonly text: string;
  readonly frame: NonNullable<Draft['frames']>[number];
  /** Who is meant, in the order in which the line names them. */
  readonly people: readonly number[];
  readonly bodies: readonly string[];
}

/** Names that several may bear, and surnames that a circle has to itself. */
const COMMON = ['Oda Brill', 'Janek Tull'];
const SURNAMES = ['Vesk', 'Orlan', 'Harno', 'Quist', 'Remer', 'Stade'];
const GIVEN = ['Marit', 'Tomas', 'Elin', 'Jorun'];
const TOWNS = ['Linden', 'Orvane', 'Tessaro', 'Kelder', 'Marsh', 'Aster'];
const TRADES = ['Gas', 'Bank', 'Lines', 'Works'];

/** A small generator of whole numbers below a bound, from a seed. */
const numbersFrom = (seed: number): ((below: number) => number) => {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

/**
 * Documents about a world in which names are borne by several people, each with circles of their own. Every document is about
 * people of one circle, and bearers of one name live in different circles. Two circles share at most one name, as strangers do.
 */
const inventWorld = (
  seed: number,
  circles: number,
): { readonly people: readonly Person[]; readonly lines: readonly Line[] } => {
  const below = numbersFrom(seed);
  const people: Person[] = [];
  const lines: Line[] = [];
  for (let circle = 0; circle < circles; circle++) {
    const namesake = below(3);
    const own = [0, 1, 2].map((at) => {
      const own = `${GIVEN[(circle + at) % GIVEN.length]} ${SURNAMES[circle]}`;
      const name = at === namesake ? (COMMON[below(COMMON.length)] ?? own) : own;
      return people.push({ name, firm: `${TOWNS[circle]} ${TRADES[at]}` }) - 1;
    });
    const [first = 0, second = 0, third = 0] = own;
    const at = (person: number): Person => people[person] ?? { name: '', firm: '' };
    const document = circle;
    const kinds = [below(2), below(2), below(2)];
    if (kinds[0] === 0)
      lines.push({
        document,
        text: `${at(first).name} met ${at(second).name} in Quell.`,
        frame: {
          type: 'meeting',
          extent: `${at(first).name} met ${at(second).name} in Quell`,
          trigger: 'met',
          roles: { participant: [at(first).name, at(second).name] },
        },
        people: [first, second],
        bodies: [],
      });
    if (kinds[1] === 0)
      lines.push({
        document,
        text: `${at(second).name} is the partner of ${at(third).name}.`,
        frame: {
          type: 'tie',
          extent: `${at(second).name} is the partner of ${at(third).name}`,
          trigger: 'partner',
          roles: { from: [at(second).name], to: [at(third).name] },
          properties: { kind: 'business', words: 'partner of' },
        },
        people: [second, third],
        bodies: [],
      });
    lines.push({
      document,
      text: `${at(third).name} owns ${at(third).firm}.`,
      frame: {
        type: 'ownership',
        extent: `${at(third).name} owns ${at(third).firm}`,
        trigger: 'owns',
        roles: { owner: [at(third).name], owned: [at(third).firm] },
      },
      people: [third],
      bodies: [at(third).firm],
    });
    if (kinds[2] === 0)
      lines.push({
        document,
        text: `${at(third).firm} bought the harbour.`,
        frame: {
          type: 'deal',
          extent: `${at(third).firm} bought the harbour`,
          trigger: 'bought',
          roles: { party: [at(third).firm], asset: ['the harbour'] },
          properties: { kind: 'purchase', stage: 'done' },
        },
        people: [],
        bodies: [at(third).firm],
      });
  }
  return { people, lines };
};

/** Reads the world's documents, and tells of any place in them which person is meant. */
const readWorld = (seed: number, circles: number) => {
  const { people, lines } = inventWorld(seed, circles);
  const meant = new Map<string, number>();
  const inputs = Array.from({ length: circles }, (_, circle) => {
    const own = lines.filter(({ document }) => document === circle);
    const text = own.map(({ text }) => text).join('\n');
    const words = new Set(
      own.flatMap((line) => [...line.people.map((one) => people[one]?.name ?? ''), ...line.bodies]),
    );
    const mentions = [...words].flatMap((name, chain) => {
      const count = text.split(name).length - 1;
      const type = own.some(({ bodies }) => bodies.includes(name)) ? ('organization' as const) : ('person' as const);
      return Array.from({ length: count }, (_, nth) => ({ words: name, nth, chain, type }));
    });
    const input = buildReading({ path: `${circle}.txt`, text, mentions, frames: own.map(({ frame }) => frame) });
    for (const person of own.flatMap((line) => line.people))
      meant.set(`${input.document.id} ${people[person]?.name ?? ''}`, person);
    return input;
  });
  const resolved = resolve(inputs);
  const weighed = weigh(resolved);
  return {
    ledgers: listLedgers(resolved, weighed),
    claims: weighed.claims,
    entities: resolved.entities,
    meant,
    people,
  };
};

/** Which people of the world the claims of a row mean by an entity. */
const meantBy = (
  world: ReturnType<typeof readWorld>,
  claims: readonly string[],
  entity: string,
): ReadonlySet<number> => {
  const names = world.entities.find(({ id }) => id === entity)?.names.map(({ text }) => text) ?? [];
  const told = world.claims.filter(({ id }) => claims.includes(id));
  return new Set(told.flatMap(({ document }) => names.flatMap((name) => world.meant.get(`${document} ${name}`) ?? [])));
};

describe('paths over namesakes', () => {
  it('never leads from one person to another who shares only the name, in generated cases', () => {
    let paths = 0;
    let shared = 0;
    assert(
      property(integer({ min: 0, max: 1_000_000 }), constantFrom(2, 3, 4, 5, 6), (seed, circles) => {
        const world = readWorld(seed, circles);
        shared += world.people.length - new Set(world.people.map(({ name }) => name)).size;
        const { interests, ties, deals } = world.ledgers;
        for (const interest of interests) {
          paths++;
          const hops = interest.path.map((hop) => ({ ...hop, row: ties.find(({ id }) => id === hop.tie) }));
          for (const [at, hop] of hops.entries()) {
            const next = hops[at + 1];
            const onward = next?.row?.claims ?? deals.find(({ id }) => id === interest.deal)?.claims ?? [];
            const into = meantBy(world, hop.row?.claims ?? [], hop.to);
            const out = meantBy(world, onward, hop.to);
            if (into.size > 0 && out.size > 0) expect([...into].some((one) => out.has(one))).toBe(true);
          }
          const [first] = hops;
          const meetings = world.ledgers.meetings.filter(({ participants }) =>
            participants.includes(interest.negotiator),
          );
          const met = new Set(meetings.flatMap((one) => [...meantBy(world, one.claims, interest.negotiator)]));
          const start = meantBy(world, first?.row?.claims ?? [], interest.negotiator);
          expect([...start].some((one) => met.has(one))).toBe(true);
        }
      }),
      { numRuns: 150, seed: 5 },
    );
    // The cases hold what could go wrong: shared names, and paths.
    expect(shared).toBeGreaterThan(100);
    expect(paths).toBeGreaterThan(20);
  });
});
