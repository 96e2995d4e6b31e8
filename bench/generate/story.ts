import type { Random } from './random.ts';
import type { Company, Country, Outlet, Person, World } from './world.ts';

export type Kin = 'brother-in-law' | 'cousin' | 'son-in-law' | 'nephew';

/** What happened, told by nobody yet. All days are midnight UTC. */
export interface Story {
  readonly number: number;
  /** Day on which it is first told. */
  readonly told: Date;
  readonly sides: readonly [Country, Country];
  readonly host: Country;
  readonly envoy: Person;
  readonly counterpart: Person;
  readonly broker: Person;
  readonly hostMinister: Person;
  readonly company: Company;
  readonly meeting: Meeting;
  /** Others that were held. */
  readonly further: readonly Meeting[];
  readonly planned: Meeting;
  readonly points: number;
  readonly share: number;
  readonly amount: number;
  readonly currency: string;
  readonly asset: string;
  readonly conflict: string;
  readonly sanctionYear: number;
  readonly kin: Kin;
  readonly original: Outlet;
}

export interface Meeting {
  readonly people: readonly [Person, Person];
  readonly day: Date;
  readonly place: string;
  readonly hours: number;
  readonly channel: 'in person' | 'call';
}

const DAY_MS = 86_400_000;
/** The day that many days later. */
export const later = (day: Date, days: number): Date => new Date(day.getTime() + days * DAY_MS);

const CONFLICTS = ['border war', 'naval blockade', 'strait dispute', 'war', 'pipeline dispute', 'fishing dispute'];
const CURRENCIES = ['crowns', 'dollars', 'euros', 'florins'];

const makeAsset = (world: World, random: Random): string => {
  const name = world.names.brand();
  return random.pick([
    `the ${name} gas field`,
    `the ${name} refinery`,
    `the port of ${name}`,
    `the ${name} pipeline`,
    `the ${name} copper mine`,
  ]);
};

/** Invents one story. Countries, officials, brokers and companies are drawn so that a few recur often, most seldom. */
export const makeStory = (number: number, world: World, random: Random): Story => {
  const [first, second, host] = drawCountries(world, random);
  const told = new Date(Date.UTC(random.between(2031, 2036), 0, random.between(40, 350)));
  const envoy = random.pickZipf(first.officials);
  const counterpart = random.pickZipf(second.officials);
  const broker = random.pickZipf(world.brokers);
  const hostMinister = random.pickZipf(host.officials);
  const company = random.pickZipf(world.companies);
  const meeting = (people: readonly [Person, Person], daysAgo: number, channel: Meeting['channel']): Meeting => ({
    people,
    day: later(told, -daysAgo),
    place: world.names.venue(),
    hours: random.between(2, 7),
    channel,
  });
  return {
    number,
    told,
    sides: [first, second],
    host,
    envoy,
    counterpart,
    broker,
    hostMinister,
    company,
    meeting: meeting([envoy, counterpart], random.between(2, 30), 'in person'),
    further: [
      meeting([broker, counterpart], random.between(35, 90), random.chance(0.3) ? 'call' : 'in person'),
      meeting([broker, company.chair], random.between(20, 60), 'in person'),
      meeting([hostMinister, counterpart], random.between(3, 30), random.chance(0.5) ? 'call' : 'in person'),
    ],
    planned: meeting([envoy, broker], -random.between(5, 20), 'in person'),
    points: random.between(7, 31),
    share: random.between(5, 49),
    amount: random.between(2, 90) * 10,
    currency: random.pick(CURRENCIES),
    asset: makeAsset(world, random),
    conflict: random.pick(CONFLICTS),
    sanctionYear: told.getUTCFullYear() - random.between(1, 6),
    kin: random.pick(['brother-in-law', 'cousin', 'son-in-law', 'nephew'] as const),
    original: random.pickZipf(world.papers),
  };
};

const drawCountries = (world: World, random: Random): readonly [Country, Country, Country] => {
  const drawn = new Set<Country>();
  while (drawn.size < 3) drawn.add(random.pickZipf(world.countries));
  const [first, second, third] = [...drawn] as [Country, Country, Country];
  return [first, second, third];
};
