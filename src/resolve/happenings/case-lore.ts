import { byText, type Claim, type MentionType, Steady } from '../../model/index.ts';
import { countryNamed, foldName, nameTokens, placesByName } from '../../text/index.ts';
import { countShared } from './claim-words.ts';
import { NameIndex, probesOf } from './name-index.ts';
import { placedIn } from './placed-in.ts';

/** An entity that more documents than this tell of says nothing of one story. */
const COMMON = 200;
/** Words that make a place a site within a town. */
const SITE =
  /\b(?:hotel|inn|villa|residence|palace|castle|manor|house|mansion|lodge|dacha|office|offices|headquarters|embassy|consulate|ministry|parliament|airport|airfield|terminal|station|harbour|harbor|pier|quay|dock|port authority|restaurant|cafe|bar|club|lounge|hall|room|suite|centre|center|hospital|clinic|monastery|church|mosque|school|university|boat|ship|yacht|ferry|vessel|aboard|plane|jet|estate|farm|garden|park|beach|bridge|checkpoint|crossing|barracks|base|camp)\b/;
/** What two claims are asked about the rest of the case. */
export type PlaceRelation = 'same' | 'within' | 'other' | 'open';

/** A town that the gazetteer knows in other lands only: "Graz" and "Norway". Towns that it does not know may be anywhere. */
const inAnotherLand = (town: string, land: string): boolean => {
  const country = countryNamed(land);
  const known = country === null ? [] : placesByName(town);
  return known.length > 0 && known.every((place) => place.country !== country);
};

/** Roles of those who act: a place that fills one is a state or its capital, speaking for it. */
const ACTORS = [
  'participant',
  'party',
  'authority',
  'target',
  'appointer',
  'requester',
  'owner',
  'from',
  'to',
  'author',
];
const OCCASIONS = new Set(['meeting', 'visit', 'call']);
/** Kinds of tie by which a person stands for a body. */
const STANDS = new Set(['employment', 'directorship']);

/** What grouping asks of an entity. */
interface EntityView {
  readonly type: MentionType | null;
  readonly isActor: boolean;
  readonly within: readonly string[];
  readonly standsFor: readonly string[];
  readonly owns: readonly string[];
}

/** What grouping asks of a document. */
interface DocumentView {
  readonly cast: readonly string[];
  readonly dates: readonly string[];
  readonly plans: readonly string[];
}

/**
 * A claim as grouping sees it: another object as soon as the claim, or anything that it is asked about the rest of the case, is
 * another. What two of them are judged to be depends on nothing else.
 */
export interface Viewed {
  readonly claim: Claim;
  readonly document: DocumentView;
  /** Whom it names, and what was told of them. */
  readonly entities: readonly string[];
  readonly views: readonly EntityView[];
}

/** What is kept of a case's lore from one run to the next. */
export class LoreMemory {
  readonly facts = new WeakMap<Claim, Map<string, unknown>>();
  readonly views = new WeakMap<Claim, Viewed>();
  readonly entities = new Steady<string, EntityView>();
  readonly documents = new Steady<string, DocumentView>();
  names: NameIndex = new NameIndex();
}

/**
 * What grouping knows of the case beside the two claims in hand: what sort of thing an entity is, which place lies in which,
 * who stands for which body, and whether two documents tell one story. All of it is gathered from the claims.
 */
export class CaseLore {
  readonly #typeOf: (entity: string) => MentionType | null;
  readonly #actors = new Set<string>();
  readonly #within = new Map<string, Set<string>>();
  readonly #standsFor = new Map<string, Set<string>>();
  readonly #owns = new Map<string, Set<string>>();
  readonly #cast = new Map<string, Set<string>>();
  readonly #names = new NameIndex();
  readonly #dates = new Map<string, Set<string>>();
  readonly #plans = new Map<string, Set<string>>();
  readonly #memory: LoreMemory;
  readonly #entityViews = new Map<string, EntityView>();
  readonly #documentViews = new Map<string, DocumentView>();
  /** What of the names has another bearer than in the last run, by first words. */
  readonly #renamed: ReadonlySet<string>;
  readonly #stories = new Map<string, number>();

  constructor(
    claims: readonly Claim[],
    typeOf: (entity: string) => MentionType | null,
    memory: LoreMemory = new LoreMemory(),
  ) {
    this.#typeOf = typeOf;
    this.#memory = memory;
    const named = new Map<string, Set<string>>();
    const spread = new Map<string, Set<string>>();
    for (const claim of claims) {
      for (const [role, fillers] of Object.entries(claim.roles))
        for (const { entity, text } of fillers) {
          if (entity === null) continue;
          if (ACTORS.includes(role)) this.#actors.add(entity);
          const texts = named.get(entity);
          if (texts === undefined || !texts.has(text)) {
            put(named, entity, text);
            this.#names.add(text, entity, typeOf(entity));
          }
          put(this.#cast, claim.document, entity);
          put(spread, entity, claim.document);
        }
      this.#relate(claim);
      if (claim.date !== null && OCCASIONS.has(claim.type)) put(this.#dates, claim.document, claim.date);
      if (claim.type === 'proposal') for (const plan of plansOf(claim)) put(this.#plans, claim.document, plan);
    }
    for (const own of this.#cast.values())
      for (const entity of own) if ((spread.get(entity)?.size ?? 0) > COMMON) own.delete(entity);
    for (const claim of claims) this.#place(claim);
    this.#renamed = this.#names.otherThan(memory.names);
    memory.names = this.#names;
    memory.entities.begin();
    memory.documents.begin();
  }

  /** The claim as grouping sees it; the same object as in the last run where nothing that bears on it has changed. */
  view(claim: Claim): Viewed {
    const known = this.#memory.views.get(claim);
    const document = this.#documentView(claim.document);
    if (
      known !== undefined &&
      known.document === document &&
      known.entities.every((id, at) => this.#entityView(id) === known.views[at]) &&
      (this.#renamed.size === 0 || !wordsOf(claim).some((word) => this.#renamed.has(word)))
    )
      return known;
    const entities = new Set<string>();
    for (const fillers of Object.values(claim.roles)) {
      for (const { entity } of fillers) if (entity !== null) entities.add(entity);
      // Fillers are asked about one by one, and all of a role in one.
      for (const words of [...fillers.map(({ text }) => text), fillers.map(({ text }) => text).join(' ')])
        for (const entity of this.#names.namedIn(words)) entities.add(entity);
    }
    const ids = [...entities];
    const made = { claim, document, entities: ids, views: ids.map((id) => this.#entityView(id)) };
    this.#memory.views.set(claim, made);
    this.#memory.facts.delete(claim);
    return made;
  }

  #entityView(id: string): EntityView {
    const known = this.#entityViews.get(id);
    if (known !== undefined) return known;
    const direct = [...(this.#within.get(id) ?? NOBODY)];
    const made = this.#memory.entities.put(id, {
      type: this.#typeOf(id),
      isActor: this.#actors.has(id),
      within: inOrder([...direct, ...direct.flatMap((middle) => [...(this.#within.get(middle) ?? NOBODY)])]),
      standsFor: inOrder(this.#standsFor.get(id) ?? NOBODY),
      owns: inOrder(this.#owns.get(id) ?? NOBODY),
    });
    this.#entityViews.set(id, made);
    return made;
  }

  #documentView(id: string): DocumentView {
    const known = this.#documentViews.get(id);
    if (known !== undefined) return known;
    const made = this.#memory.documents.put(id, {
      cast: this.castOf(id),
      dates: inOrder(this.#dates.get(id) ?? NOBODY),
      plans: inOrder(this.#plans.get(id) ?? NOBODY),
    });
    this.#documentViews.set(id, made);
    return made;
  }

  /** What a rule gathers of a claim with the help of all this: once for each claim, and not longer than this is true. */
  factsOf<Facts>(kind: string, claim: Claim, gather: () => Facts): Facts {
    const own = this.#memory.facts.get(claim) ?? new Map<string, unknown>();
    this.#memory.facts.set(claim, own);
    const known = own.get(kind) as Facts | undefined;
    if (known !== undefined) return known;
    const made = gather();
    own.set(kind, made);
    return made;
  }

  typeOf(entity: string): MentionType | null {
    return this.#typeOf(entity);
  }

  /** A state or its capital, where it acts. */
  isState(entity: string): boolean {
    return this.#typeOf(entity) === 'place';
  }

  /** A state or a public body. */
  isPublic(entity: string): boolean {
    return this.isState(entity) || this.#typeOf(entity) === 'publicBody';
  }

  /** How many persons and bodies both documents tell of. */
  sharedCast(a: string, b: string): number {
    if (a === b) return Number.POSITIVE_INFINITY;
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    const known = this.#stories.get(key);
    if (known !== undefined) return known;
    const made = countShared(this.#cast.get(a) ?? NOBODY, this.#cast.get(b) ?? NOBODY);
    this.#stories.set(key, made);
    return made;
  }

  /** Whether a document tells of meetings on both dates: it would know that they are two. */
  datesBoth(document: string, one: string | null, other: string | null): boolean {
    const dates = this.#dates.get(document);
    return dates !== undefined && one !== null && other !== null && dates.has(one) && dates.has(other);
  }

  /** How many plans a document tells apart by a name or by their number of points. */
  plansIn(document: string): number {
    return this.#plans.get(document)?.size ?? 0;
  }

  /** Persons and bodies that a document tells of, ordered; those that very many tell of are left out. */
  castOf(document: string): readonly string[] {
    return [...(this.#cast.get(document) ?? NOBODY)].sort(byText);
  }

  /** Whether one is the other's owner, or is employed by it and speaks for it. */
  isStandIn(a: string, b: string): boolean {
    return a === b || this.isOwnerOf(a, b) || this.isOwnerOf(b, a) || this.#speaksFor(a, b) || this.#speaksFor(b, a);
  }

  isOwnerOf(owner: string, owned: string): boolean {
    return this.#owns.get(owner)?.has(owned) === true;
  }

  #speaksFor(person: string, body: string): boolean {
    return this.#standsFor.get(person)?.has(body) === true;
  }

  /** Entities that the words name: "Ostran lawyers" names Ostra, "the Lindens' staff" the Lindens. */
  namedIn(words: string): ReadonlySet<string> {
    return this.#names.namedIn(words);
  }

  /** How the places of two claims stand to each other. */
  placesOf(a: Claim, b: Claim): PlaceRelation {
    const [left, right] = [a.roles.place ?? [], b.roles.place ?? []];
    if (left.length === 0 || right.length === 0) return 'open';
    let best: PlaceRelation = 'other';
    for (const one of left)
      for (const other of right) {
        const relation = this.#placeRelation(one, other);
        if (relation === 'same') return 'same';
        if (relation === 'within' || (relation === 'open' && best === 'other')) best = relation;
      }
    return best;
  }

  #placeRelation(
    a: { readonly text: string; readonly entity: string | null },
    b: { readonly text: string; readonly entity: string | null },
  ): PlaceRelation {
    const [one, other] = [foldName(a.text), foldName(b.text)];
    if (a.entity !== null && a.entity === b.entity) return 'same';
    if (a.entity === null || b.entity === null) {
      if (one === other) return 'same';
      return one.includes(other) || other.includes(one) ? 'within' : 'open';
    }
    if (this.#isWithin(a.entity, b.entity) || this.#isWithin(b.entity, a.entity)) return 'within';
    if (` ${one} `.includes(` ${other} `) || ` ${other} `.includes(` ${one} `)) return 'within';
    const [left, right] = [this.#sortOf(a.entity, a.text), this.#sortOf(b.entity, b.text)];
    return left === right ? 'other' : inAnotherLand(a.text, b.text) || inAnotherLand(b.text, a.text) ? 'other' : 'open';
  }

  #sortOf(entity: string, text: string): 'state' | 'town' | 'site' {
    if (SITE.test(foldName(text)) || ['facility', 'asset'].includes(this.#typeOf(entity) ?? '')) return 'site';
    return this.#actors.has(entity) || countryNamed(text) !== null ? 'state' : 'town';
  }

  #isWithin(inner: string, outer: string): boolean {
    const direct = this.#within.get(inner);
    if (direct === undefined) return false;
    return direct.has(outer) || [...direct].some((middle) => this.#within.get(middle)?.has(outer) === true);
  }

  #relate(claim: Claim): void {
    if (claim.polarity === 'negative') return;
    const of = (role: string): readonly string[] => (claim.roles[role] ?? []).flatMap(({ entity }) => entity ?? []);
    if (claim.type === 'ownership')
      for (const owner of of('owner')) for (const owned of of('owned')) put(this.#owns, owner, owned);
    if (claim.type === 'tie' && STANDS.has(claim.properties.kind ?? ''))
      for (const from of of('from')) for (const to of of('to')) put(this.#standsFor, from, to);
    if (claim.type === 'appointment')
      for (const person of of('person')) for (const body of of('body')) put(this.#standsFor, person, body);
  }

  /** "The Linden Hotel in Tirzan": one lies in the other; so do two places that one claim gives for one thing. */
  #place(claim: Claim): void {
    const places = (claim.roles.place ?? []).flatMap(({ entity }) => entity ?? []);
    for (const one of places) for (const other of places) if (one !== other) put(this.#within, one, other);
    for (const [within, around] of placedIn(claim)) {
      const [inner, outer] = [this.#names.of(within), this.#names.of(around)];
      if (inner !== null && outer !== null && inner !== outer) put(this.#within, inner, outer);
    }
  }
}

/** The names of a plan, or else its number of points; a draft that is said to be one version of a plan is no second plan. */
const plansOf = (claim: Claim): readonly string[] => {
  const names = (claim.roles.proposal ?? []).flatMap(({ entity }) => entity ?? []);
  const { points, version } = claim.properties;
  if (names.length > 0) return names;
  return points === undefined || version !== undefined ? [] : [`${points} points`];
};

const inOrder = (ids: Iterable<string>): readonly string[] => [...new Set(ids)].sort(byText);

const words = new WeakMap<Claim, readonly string[]>();

/** Words of all that fills a claim's roles, as names begin with them. */
const wordsOf = (claim: Claim): readonly string[] => {
  const known = words.get(claim);
  if (known !== undefined) return known;
  const made = [
    ...new Set(
      Object.values(claim.roles).flatMap((fillers) =>
        fillers.flatMap(({ text }) => nameTokens(text).flatMap(probesOf)),
      ),
    ),
  ];
  words.set(claim, made);
  return made;
};

const NOBODY: ReadonlySet<string> = new Set();

const put = (map: Map<string, Set<string>>, key: string, value: string): void => {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([value]));
  else known.add(value);
};
