import { byText, type Claim, type MentionType } from '../../model/index.ts';
import { countryNamed, foldName } from '../../text/index.ts';
import { countShared } from './claim-words.ts';
import { NameIndex } from './name-index.ts';
import { placedIn } from './placed-in.ts';

/** An entity that more documents than this tell of says nothing of one story. */
const COMMON = 200;
/** Words that make a place a site within a town. */
const SITE =
  /\b(?:hotel|inn|villa|residence|palace|castle|manor|house|mansion|lodge|dacha|office|offices|headquarters|embassy|consulate|ministry|parliament|airport|airfield|terminal|station|harbour|harbor|pier|quay|dock|port authority|restaurant|cafe|bar|club|lounge|hall|room|suite|centre|center|hospital|clinic|monastery|church|mosque|school|university|boat|ship|yacht|ferry|vessel|aboard|plane|jet|estate|farm|garden|park|beach|bridge|checkpoint|crossing|barracks|base|camp)\b/;
/** What two claims are asked about the rest of the case. */
export type PlaceRelation = 'same' | 'within' | 'other' | 'open';

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
  readonly #facts = new Map<string, Map<Claim, unknown>>();
  readonly #stories = new Map<string, number>();

  constructor(claims: readonly Claim[], typeOf: (entity: string) => MentionType | null) {
    this.#typeOf = typeOf;
    const spread = new Map<string, Set<string>>();
    for (const claim of claims) {
      for (const [role, fillers] of Object.entries(claim.roles))
        for (const { entity, text } of fillers) {
          if (entity === null) continue;
          if (ACTORS.includes(role)) this.#actors.add(entity);
          this.#names.add(text, entity, typeOf(entity));
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
  }

  /** What a rule gathers of a claim with the help of all this: once for each claim, and not longer than this is true. */
  factsOf<Facts>(kind: string, claim: Claim, gather: () => Facts): Facts {
    const own = this.#facts.get(kind) ?? new Map<Claim, unknown>();
    this.#facts.set(kind, own);
    const known = own.get(claim) as Facts | undefined;
    if (known !== undefined) return known;
    const made = gather();
    own.set(claim, made);
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
    return left === right ? 'other' : 'open';
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

const NOBODY: ReadonlySet<string> = new Set();

const put = (map: Map<string, Set<string>>, key: string, value: string): void => {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([value]));
  else known.add(value);
};
