import { Background } from './background.ts';
import type { Random } from './random.ts';
import { later, type Meeting, type Story } from './story.ts';
import { FACTS, type FactKind, tellDenial, tellMeeting } from './tell.ts';
import { iso, monthOf, sentence, Voice, withArticles } from './voice.ts';
import type { Outlet, Person } from './world.ts';

/** How a document stands to its story. A `relay` rewrites a rewrite and names both; a `reply` is built on a denial. */
export type DocumentKind = 'original' | 'agency' | 'rewrite' | 'relay' | 'reply';

/** A meeting that a document says was held. */
export interface ToldMeeting {
  /** As spelled in this document, given name first. */
  readonly people: readonly [string, string];
  /** Surnames as spelled in this document. */
  readonly surnames: readonly [string, string];
  /** EDTF day on which it was held. The document may say less ("in May"). */
  readonly day: string;
  readonly place: string;
}

/** A sentence of a document that tells a fact. */
export interface ToldLine {
  readonly kind: FactKind;
  /** As it stands in the text. */
  readonly words: string;
  /** Of a meeting: its day. */
  readonly day: string | null;
}

/** What a document was made from: all that there is to be read in it. */
export interface Making {
  readonly story: Story;
  readonly outlet: Outlet;
  /** Nearest first. */
  readonly cites: readonly Outlet[];
  /** How this document spells a surname. */
  readonly surname: (person: Person) => string;
  readonly lines: readonly ToldLine[];
}

export interface GeneratedDocument {
  /** File name. */
  readonly name: string;
  readonly text: string;
  readonly story: number;
  readonly kind: DocumentKind;
  readonly outlet: string;
  /** Day of publication. */
  readonly published: string;
  /** Outlets whose reporting it rests on, the nearest first; empty where it reports itself. */
  readonly cites: readonly string[];
  readonly meetings: readonly ToldMeeting[];
  readonly making: Making;
}

export interface Assignment {
  readonly kind: DocumentKind;
  readonly outlet: Outlet;
  readonly published: Date;
  /** Nearest first. */
  readonly cites: readonly Outlet[];
}

/** Fewest and most words of a body. */
const LENGTHS: Record<DocumentKind, readonly [number, number]> = {
  original: [320, 480],
  agency: [150, 260],
  rewrite: [160, 340],
  relay: [140, 260],
  reply: [140, 240],
};

const named = (outlet: Outlet): string => (outlet.kind === 'newspaper' ? `the ${outlet.name}` : outlet.name);
const shortly = (outlet: Outlet): string => (outlet.kind === 'newspaper' ? `the ${outlet.short}` : outlet.short);

/** Whose word a line goes on: what stands after it ("two officials said") and before it ("According to ..."). */
class Wording {
  readonly #assignment: Assignment;
  readonly #random: Random;
  #told = 0;

  constructor(assignment: Assignment, random: Random) {
    this.#assignment = assignment;
    this.#random = random;
  }

  /** People who are quoted without a name. */
  source(): string {
    return this.#random.pick([
      'two officials familiar with the talks',
      'three people briefed on the matter',
      'a Western diplomat',
      'a person close to the negotiations',
      'one of the officials',
      'a senior government official',
      'people with knowledge of the plan',
    ]);
  }

  #ownWord(clause: string): string {
    const source = this.source();
    const { outlet } = this.#assignment;
    return this.#random.pick([
      `${clause}, ${source} said`,
      `${clause}, according to ${source}`,
      `${clause}, ${source} told ${shortly(outlet)}`,
      `according to ${source}, ${clause}`,
      `documents seen by ${shortly(outlet)} show that ${clause}`,
    ]);
  }

  #othersWord(clause: string): string {
    const [nearest, root] = this.#assignment.cites;
    if (nearest === undefined) return clause;
    const isFirst = this.#told++ === 0;
    if (root !== undefined && (isFirst || this.#random.chance(0.3))) {
      return this.#random.pick([
        `${clause}, ${named(nearest)} reported, citing ${named(root)}`,
        `${named(nearest)}, citing ${named(root)}, reported that ${clause}`,
        `${clause}, according to ${named(root)} as quoted by ${named(nearest)}`,
      ]);
    }
    const name = isFirst ? named(nearest) : shortly(nearest);
    return this.#random.pick([
      `${clause}, ${name} reported`,
      `${name} reported that ${clause}`,
      `according to ${name}, ${clause}`,
      `${clause}, according to ${name}`,
      `${name}, citing ${this.source()}, wrote that ${clause}`,
    ]);
  }

  /** The clause as a sentence on somebody's word; now and then on none, as reports do once the source is clear. */
  attributed(clause: string): string {
    if (this.#told > 0 && this.#random.chance(0.25)) return sentence(clause);
    const isOwn = this.#assignment.cites.length === 0;
    return sentence(isOwn ? this.#ownWord(clause) : this.#othersWord(clause));
  }
}

const headline = (story: Story, kind: DocumentKind, voice: Voice, random: Random): string => {
  const [a, b] = [voice.surname(story.envoy), voice.surname(story.counterpart)];
  const [first, second] = story.sides;
  if (kind === 'reply') return `${first.capital} rejects report of talks with ${second.name}`;
  return random.pick([
    `${a} and ${b} in secret talks over ${story.conflict}`,
    `How ${first.name} and ${second.name} talked behind closed doors`,
    `A ${story.points}-point plan and a stake in ${story.asset}`,
    `${first.demonym} envoy met ${b} in ${story.meeting.place}`,
    `Quiet channel between ${first.capital} and ${second.capital}`,
  ]);
};

/** Outlet, title, writer and date as different desks put them above a text. */
const head = ({ kind, outlet, published }: Assignment, title: string, random: Random): readonly string[] => {
  const writer = random.pick(outlet.reporters);
  const day = `${published.getUTCDate()} ${monthOf(published)} ${published.getUTCFullYear()}`;
  if (kind === 'agency') return [title, ''];
  return random.pick([
    [outlet.name, day, '', title, `By ${writer}`, ''],
    [title, '', `By ${writer}`, `${outlet.name}, ${day}`, ''],
    [`${outlet.name}`, '', title, '', day, ''],
  ]);
};

/**
 * Writes one document of a story: what it must tell, in the order that chance gives, padded with background to its length.
 * The truth about its meetings comes with it.
 */
export const writeDocument = (
  story: Story,
  assignment: Assignment,
  name: string,
  random: Random,
): GeneratedDocument => {
  const { kind, outlet, published, cites } = assignment;
  const voice = new Voice(outlet, published, random);
  const wording = new Wording(assignment, random);
  const title = withArticles(headline(story, kind, voice, random));
  const meetings: ToldMeeting[] = [];
  const told: ToldLine[] = [];
  const kept = (kind: FactKind, words: string, day: string | null = null): string => {
    told.push({ kind, words, day });
    return words;
  };
  const tell = (meeting: Meeting): string => {
    const [a, b] = meeting.people;
    meetings.push({
      people: [voice.fullName(a), voice.fullName(b)],
      surnames: [voice.surname(a), voice.surname(b)],
      day: iso(meeting.day),
      place: meeting.place,
    });
    return kept('meeting', wording.attributed(tellMeeting(meeting, voice, random)), iso(meeting.day));
  };

  const main = slip(story.meeting, kind, random);
  const denial = (): string => kept('denial', sentence(tellDenial(story, voice, random)));
  const lines = kind === 'reply' ? [denial(), tell(main)] : [tell(main)];
  const facts = FACTS.map((fact) => () => kept(fact.kind, wording.attributed(fact.tell(story, voice, random))));
  const held = story.further.filter(() => random.chance(0.5)).map((meeting) => () => tell(meeting));
  const rest = [...random.shuffle([...facts, ...held, denial])];
  const background = new Background(story, random);
  const [fewest, most] = LENGTHS[kind];
  const wanted = random.between(fewest, most);
  let words = lines.join(' ').split(' ').length;
  while (words < wanted) {
    const draw = random.next();
    const fact = draw < 0.6 ? rest.shift() : undefined;
    const line = fact?.() ?? (draw > 0.85 ? background.quote(wording.source()) : background.line());
    if (line === null) {
      if (rest.length === 0) break;
      continue;
    }
    words += line.split(' ').length;
    lines.push(line);
  }

  const paragraphs: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const size = random.between(1, 3);
    paragraphs.push(lines.slice(at, at + size).join(' '));
    at += size;
  }
  if (kind === 'agency') {
    const date = `${monthOf(published).slice(0, 3)} ${published.getUTCDate()}`;
    paragraphs[0] = `${story.host.capital.toUpperCase()}, ${date}, ${published.getUTCFullYear()} (${outlet.name}) - ${paragraphs[0]}`;
  }
  const text = `${[...head(assignment, title, random), paragraphs.join('\n\n')].join('\n')}\n`;
  return {
    name,
    text,
    story: story.number,
    kind,
    outlet: outlet.name,
    published: iso(published),
    cites: cites.map((cited) => cited.name),
    meetings,
    making: { story, outlet, cites, surname: (person) => voice.surname(person), lines: told },
  };
};

/** Now and then a rewrite gets a day wrong, which makes a contradiction. */
const slip = (meeting: Meeting, kind: DocumentKind, random: Random): Meeting =>
  kind === 'rewrite' && random.chance(0.08) ? { ...meeting, day: later(meeting.day, -random.between(1, 3)) } : meeting;
