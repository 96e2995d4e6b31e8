import {
  type Attribution,
  type Block,
  type Citation,
  type Document,
  type Frame,
  type Mention,
  type MentionType,
  type Reading,
  type Span,
  sha256,
  type Time,
} from '../../src/model/index.ts';
import type { FactKind } from './tell.ts';
import type { GeneratedDocument, ToldLine } from './write-document.ts';

/** Somebody or something that a document may name, with its chain. */
interface Named {
  readonly words: string;
  readonly type: MentionType;
  readonly chain: number;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** Names of the cast as this document spells them, longest first, so that "the Brandby Courier" goes before "Courier". */
const namesOf = ({ making: { story, outlet, cites, surname } }: GeneratedDocument): readonly Named[] => {
  const named: Named[] = [];
  let chain = 0;
  const put = (type: MentionType, ...words: readonly string[]): void => {
    for (const one of new Set(words)) named.push({ words: one, type, chain });
    chain++;
  };
  const people = [story.envoy, story.counterpart, story.broker, story.hostMinister, story.company.chair];
  for (const person of new Set(people)) put('person', `${person.given} ${surname(person)}`, surname(person));
  for (const country of [...story.sides, story.host]) {
    put('place', country.name);
    put('place', country.capital);
    for (const body of ['Finance Ministry', 'Interior Ministry', 'Foreign Ministry'])
      put('publicBody', `${country.demonym} ${body}`);
    put('publicBody', `${country.demonym} government`);
  }
  for (const { place } of [story.meeting, ...story.further, story.planned]) put('place', place);
  put('organization', story.company.name);
  put('asset', story.asset.replace(/^the /, ''));
  for (const one of [outlet, ...cites]) put('organization', one.name, one.short);
  return named.sort((a, b) => b.words.length - a.words.length);
};

const literal = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const mentionsIn = (text: string, named: readonly Named[]): readonly Mention[] => {
  const byWords = new Map(named.toReversed().map((one) => [one.words, one]));
  const pattern = new RegExp(`(?<![\\p{L}-])(?:${[...byWords.keys()].map(literal).join('|')})(?![\\p{L}])`, 'gu');
  return [...text.matchAll(pattern)].flatMap((match): readonly Mention[] => {
    const one = byWords.get(match[0]);
    if (one === undefined) return [];
    const [start, end] = [match.index, match.index + match[0].length];
    const isPerson = one.type === 'person';
    const after = isPerson ? /^, (?<role>(?:the|an?) [^,.]{4,60}?)[,.]/.exec(text.slice(end, end + 70)) : null;
    const role = after?.groups?.role?.replace(/^(?:the|an?) /, '') ?? null;
    return [
      {
        id: `m${start}`,
        start,
        end,
        type: one.type,
        form: 'name',
        chain: one.chain,
        head: [start, end],
        role,
        side: isPerson ? (/^(\p{Lu}\p{L}+n) \p{Ll}/u.exec(role ?? '')?.[1] ?? null) : null,
        confidence: 1,
      },
    ];
  });
};

/** The days that words of a line give, in EDTF: exact where a day stands, else the month, as the words have it. */
const timeIn = (text: string, [start, end]: Span, day: string | null, published: string): Time | null => {
  const words = text.slice(start, end);
  const months = MONTHS.join('|');
  const match = new RegExp(
    `\\b(?:(?<month>${months}) (?<day>\\d{1,2})|(?<day2>\\d{1,2}) (?<month2>${months})|(?:in |early |mid-|late )(?<alone>${months})|on \\w+day|since (?<year>\\d{4})|in (?<year2>\\d{4}))\\b`,
  ).exec(words);
  if (match?.groups === undefined) return null;
  const { month, month2, day: one, day2, alone, year, year2 } = match.groups;
  const inYear = day?.slice(0, 4) ?? published.slice(0, 4);
  const two = (value: number | string): string => String(value).padStart(2, '0');
  const name = month ?? month2 ?? alone;
  const edtf =
    year !== undefined || year2 !== undefined
      ? (year ?? year2 ?? null)
      : name === undefined
        ? day
        : `${inYear}-${two(MONTHS.indexOf(name) + 1)}${alone === undefined ? `-${two(one ?? day2 ?? '')}` : ''}`;
  const at = start + match.index;
  return { id: `t${at}`, start: at, end: at + match[0].length, edtf, duration: null, form: 'stated', anchor: null };
};

/** The fillers of a line's frame, by who stands where in it. */
interface Cast {
  readonly people: readonly Span[];
  readonly of: (...types: readonly MentionType[]) => readonly Span[];
  readonly words: string;
  readonly find: (pattern: RegExp) => readonly Span[];
}

interface Told {
  readonly type: string;
  readonly trigger: RegExp;
  readonly roles: Readonly<Record<string, readonly Span[]>>;
  readonly properties?: Readonly<Record<string, string>>;
  readonly status?: Frame['status'];
  readonly polarity?: Frame['polarity'];
}

/** What each kind of line tells, after the wordings of `tell.ts`. */
const TOLD: Readonly<Record<FactKind, (cast: Cast) => readonly Told[]>> = {
  meeting: ({ people, of, words }) => {
    const isCall = /telephone|phone| called /.test(words);
    return [
      {
        type: isCall ? 'call' : 'meeting',
        trigger: /met|talks|sat|meeting|spoke|called|talked/,
        roles: { participant: people, ...(isCall ? {} : { place: of('place').slice(0, 1) }) },
        properties: { channel: isCall ? 'call' : 'in person' },
      },
    ];
  },
  planned: ({ people, of }) => [
    {
      type: 'meeting',
      trigger: /meet|round/,
      roles: { participant: people, place: of('place').slice(0, 1) },
      status: 'planned',
    },
  ],
  plan: ({ people, words, find }) => {
    const points = /\d+/.exec(words)?.[0] ?? '0';
    const proposal = find(
      /an? \d+-point (?:plan|proposal)|the first draft of the \d+-point plan|a plan of \d+ points/i,
    );
    const author = /handed/.test(words) ? {} : { author: people.slice(0, 1) };
    const recipient = /handed/.test(words) ? { recipient: people.slice(1, 2) } : {};
    const act = /handed/.test(words) ? 'handed over' : /put forward/.test(words) ? 'presented' : 'drafted';
    return [
      {
        type: 'proposal',
        trigger: /plan|proposal/,
        roles: { proposal, ...author, ...recipient },
        properties: { points, act },
      },
    ];
  },
  stance: ({ people, of, words, find }) => [
    {
      type: 'stance',
      trigger: /rejected|accept\w*|backed|responded/,
      roles: {
        party: [...people, ...of('place')].slice(0, 1),
        about: find(/the plan|the proposal|most of the \d+ points/),
      },
      properties: {
        stance: /rejected/.test(words)
          ? 'rejects'
          : /responded/.test(words)
            ? 'silent'
            : /if/.test(words)
              ? 'on-condition'
              : 'accepts',
      },
    },
  ],
  deal: ({ of, words, find }) => [
    {
      type: /offered/.test(words) ? 'offer' : 'deal',
      trigger: /buy|acquire|sale|purchase|invest|offered/,
      roles: {
        [/offered/.test(words) ? 'recipient' : 'party']: of('organization').slice(0, 1),
        asset: of('asset').slice(0, 1),
        amount: find(/\d+ million \w+/),
        share: find(/\d+ percent/),
      },
      properties: {
        kind: /invest/.test(words) ? 'investment' : /stake|percent/.test(words) ? 'stake' : 'purchase',
        stage: /offered/.test(words) ? 'offered' : /agreed/.test(words) ? 'agreed' : 'in talks',
      },
      status: /would/.test(words) ? 'hypothetical' : 'held',
    },
  ],
  sanction: ({ people, of, words }) => [
    {
      type: 'sanction',
      trigger: /blacklisted|sanctions/,
      roles: { target: people.slice(0, 1), ...(/has been/.test(words) ? {} : { authority: of('place').slice(0, 1) }) },
      properties: { status: 'imposed' },
    },
  ],
  waiver: ({ people, of, words }) => [
    {
      type: 'waiver',
      trigger: /waiver|licence/,
      roles: {
        beneficiary: people.slice(-1),
        ...(of('publicBody').length > 0 ? { authority: of('publicBody').slice(0, 1) } : {}),
        ...(people.length > 1 ? { requester: people.slice(0, 1) } : {}),
      },
      properties: { status: /asked/.test(words) ? 'asked' : 'granted', form: 'waiver' },
    },
  ],
  tie: ({ people, of, words, find }) => {
    const isOwner = /owns|owned by/.test(words);
    const kin = /brother-in-law|cousin|son-in-law|nephew/.exec(words)?.[0];
    const company = of('organization').slice(0, 1);
    if (isOwner)
      return [
        {
          type: 'ownership',
          trigger: /own\w+/,
          roles: { owner: people.slice(0, 1), owned: company, share: find(/\d+ percent/) },
        },
      ];
    const kind = kin !== undefined ? 'family' : /friends/.test(words) ? 'friendship' : 'donation';
    const to = kind === 'donation' ? of('place').slice(0, 1) : people.slice(1, 2);
    return [
      {
        type: 'tie',
        trigger: /brother-in-law|cousin|son-in-law|nephew|friends|donated/,
        roles: { from: people.slice(0, 1), to },
        properties: { kind, words: kin === undefined ? (kind === 'friendship' ? 'friends' : 'donated') : `${kin} of` },
      },
    ];
  },
  denial: ({ people, words }) =>
    / had met /.test(words)
      ? [
          { type: 'denial', trigger: /denied/, roles: { denier: people.slice(0, 1) } },
          { type: 'meeting', trigger: /met/, roles: { participant: people }, polarity: 'negative' },
        ]
      : [],
};

/** Whose word a line goes on: the outlets named with a verb of saying, and people without a name. */
const SAYS = /\b(?:reported|report|citing|according to|According to|quoted by|wrote|told|seen by)\b/;
const UNNAMED =
  /\b(?:two officials familiar with the talks|three people briefed on the matter|a Western diplomat|a person close to the negotiations|one of the officials|a senior government official|people with knowledge of the plan)\b/i;

/** Reads one line of a document from what is known to be told in it. */
class LineReader {
  readonly frames: Frame[] = [];
  readonly attributions: Attribution[] = [];
  readonly times: Time[] = [];
  readonly citations: Citation[] = [];
  readonly #document: Document;
  readonly #making: GeneratedDocument['making'];
  readonly #mentions: readonly Mention[];

  constructor(document: Document, making: GeneratedDocument['making'], mentions: readonly Mention[]) {
    this.#document = document;
    this.#making = making;
    this.#mentions = mentions;
  }

  read(line: ToldLine, extent: Span): void {
    const { text, published } = this.#document;
    const inside = this.#mentions.filter(({ start, end }) => start >= extent[0] && end <= extent[1]);
    const time = timeIn(text, extent, line.day, published ?? '2031-01-01');
    if (time !== null) this.times.push(time);
    const attribution = line.kind === 'denial' ? this.#denial(inside, extent) : this.#attribute(inside, extent);
    const cast: Cast = {
      people: inside.filter(({ type }) => type === 'person').map(spanOf),
      of: (...types) => inside.filter((one) => types.includes(one.type) && !this.#isOutlet(one)).map(spanOf),
      words: line.words,
      find: (pattern) => {
        const match = pattern.exec(line.words);
        return match === null ? [] : [[extent[0] + match.index, extent[0] + match.index + match[0].length]];
      },
    };
    for (const told of TOLD[line.kind](cast)) this.#frame(told, line, extent, time, attribution);
  }

  #isOutlet(mention: Mention): boolean {
    const words = this.#document.text.slice(mention.start, mention.end);
    return [this.#making.outlet, ...this.#making.cites].some(({ name, short }) => name === words || short === words);
  }

  #frame(told: Told, line: ToldLine, extent: Span, time: Time | null, attribution: string | null): void {
    const match = told.trigger.exec(line.words);
    const at = extent[0] + (match?.index ?? 0);
    const roles = Object.entries(told.roles).filter(([, spans]) => spans.length > 0);
    this.frames.push({
      id: `f${this.frames.length}`,
      type: told.type,
      trigger: [at, at + (match?.[0].length ?? 1)],
      extent,
      roles: Object.fromEntries(roles),
      properties: told.properties ?? {},
      polarity: told.polarity ?? 'positive',
      certainty: 'certain',
      tense: told.status === 'planned' ? 'future' : 'non-future',
      status: told.status ?? 'held',
      attribution,
      time: time?.id ?? null,
      duration: null,
      conditions: [],
      rule: 'as it was made',
      confidence: 1,
    });
  }

  #attribution(source: Span, extent: Span, more: Partial<Attribution>): string {
    const id = `a${this.attributions.length}`;
    this.attributions.push({
      id,
      source: [source],
      cue: [],
      content: [extent],
      within: null,
      speech: 'indirect',
      polarity: 'positive',
      certainty: 'underspecified',
      tense: 'non-future',
      kind: 'say',
      sourceKind: 'named',
      confidence: 1,
      ...more,
    });
    return id;
  }

  #denial(inside: readonly Mention[], extent: Span): string | null {
    const first = inside[0];
    return first === undefined
      ? null
      : this.#attribution(spanOf(first), extent, { kind: 'deny', polarity: 'negative' });
  }

  #attribute(inside: readonly Mention[], extent: Span): string | null {
    const words = this.#document.text.slice(...extent);
    let id: string | null = null;
    const unnamed = UNNAMED.exec(words);
    if (unnamed !== null) {
      const start = extent[0] + unnamed.index;
      id = this.#attribution([start, start + unnamed[0].length], extent, { sourceKind: 'unnamed' });
    }
    if (!SAYS.test(words)) return id;
    const outlets = inside.filter((one) => this.#isOutlet(one));
    const { cites } = this.#making;
    const [first, second] = outlets;
    if (first === undefined) return id;
    if (cites.length === 0) {
      this.citations.push({ outlet: spanOf(first), by: null, extent, kind: 'own' });
      return id;
    }
    // "X reported, citing Y", "Y as quoted by X".
    const [outlet, by] =
      second === undefined ? [first, null] : / as quoted by /.test(words) ? [first, second] : [second, first];
    this.citations.push({ outlet: spanOf(outlet), by: by === null ? null : spanOf(by), extent, kind: 'cites' });
    return id ?? this.#attribution(spanOf(outlet), extent, { kind: 'report' });
  }
}

const spanOf = ({ start, end }: Mention): [number, number] => [start, end];

/** Blocks and sentences by lines and full stops; what stands above the first told line is the head. */
const layOut = (
  text: string,
  document: Document,
): { readonly blocks: readonly Block[]; readonly sentences: readonly Span[] } => {
  const blocks: Block[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const dateline = /^\p{Lu}[\p{Lu} -]+, \w+ \d+, \d{4} \([^)]+\) - /u.exec(match[0])?.[0];
    if (dateline !== undefined) {
      blocks.push(
        { kind: 'dateline', start, end: start + dateline.length - 3 },
        { kind: 'body', start: start + dateline.length, end },
      );
    } else if (match[0].startsWith('By ')) blocks.push({ kind: 'byline', start, end });
    else if (match[0] === document.title || !/[.?!]["”]?$/.test(match[0]))
      blocks.push({ kind: 'headline', start, end });
    else blocks.push({ kind: 'body', start, end });
  }
  const sentences = blocks.flatMap(({ kind, start, end }): readonly Span[] =>
    kind === 'headline'
      ? [[start, end]]
      : kind === 'body'
        ? [...text.slice(start, end).matchAll(/\S.*?[.?!]["”]?(?=\s|$)/g)].map(
            (match): Span => [start + match.index, start + match.index + match[0].length],
          )
        : [],
  );
  return { blocks, sentences };
};

/**
 * The reading of an invented document, made from what its inventor knows is told in it, where the network would take a
 * quarter of a second: for measuring what comes after reading. It has what a reading has, with names, chains, sources and
 * frames in their places, and none of a reader's errors.
 */
export const readGenerated = (made: GeneratedDocument, document: Document): Reading => {
  const { text, id, path, title, outlet, byline, published } = document;
  const mentions = mentionsIn(text, namesOf(made));
  const lines = new LineReader(document, made.making, mentions);
  let after = 0;
  for (const line of made.making.lines
    .map((one) => ({ one, at: text.indexOf(one.words) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)) {
    if (line.at < after) continue;
    after = line.at + line.one.words.length;
    lines.read(line.one, [line.at, after]);
  }
  const { frames, attributions, times, citations } = lines;
  return {
    document: {
      id,
      path,
      sha256: document.sha256 === '' ? sha256(text) : document.sha256,
      title,
      outlet,
      byline,
      published,
    },
    reader: 'as it was made',
    language: 'en',
    ...layOut(text, document),
    mentions,
    attributions,
    times: times.sort((a, b) => a.start - b.start),
    frames,
    citations,
  };
};
