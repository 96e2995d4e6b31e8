import {
  byText,
  CASE_LISTS,
  type Case,
  type CaseList,
  type Claim,
  type Edtf,
  type Finding,
  type Line,
} from '../model/index.ts';
import { edtfInterval } from '../text/index.ts';
import { CaseLookup } from './case-lookup.ts';
import { dealName } from './deal-name.ts';
import { sayDate, sayDatesIn } from './say-date.ts';
import { capital, listed, oneLine } from './words.ts';

/** The lines of a case, by list; each in the order of the list, which is by id. */
export type Lines = Readonly<Record<CaseList, readonly Line[]>>;

/** What a list says of its items; the rest is worked out alike for all. */
interface Said {
  readonly text: string;
  readonly kind?: string | null;
  readonly aside?: string | null;
  readonly state?: string | null;
  readonly date?: Edtf | null;
  readonly finding?: string | null;
  readonly claims?: readonly string[];
  readonly origins?: readonly string[];
  readonly documents?: readonly string[];
  readonly entities?: readonly string[];
}

type Item<List extends CaseList> = Case[List][number];
type Tellers = { readonly [List in CaseList]: (item: Item<List>) => Said };

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort(byText);

/** Every id of an entity anywhere in a row. */
const entitiesIn = (value: unknown, known: { has(id: string): boolean }, found: Set<string>): void => {
  if (typeof value === 'string') {
    if (known.has(value)) found.add(value);
  } else if (typeof value === 'object' && value !== null)
    for (const one of Object.values(value)) entitiesIn(one, known, found);
};

/** A sentence with its date cut out: a line has a column for it. */
const withoutDate = (text: string, date: Edtf | null): string =>
  oneLine(date === null ? text : text.replace(` (${date})`, ''));

const spanOf = (from: Edtf | null, to: Edtf | null): Edtf | null => {
  if (from === null) return to === null || to.includes('/') ? to : `../${to}`;
  if (to === null) return from;
  return from.includes('/') || to.includes('/') ? from : `${from}/${to}`;
};

const claimsByDocument = ({ claims }: Case): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const { id, document } of claims) {
    const own = found.get(document);
    if (own === undefined) found.set(document, [id]);
    else own.push(id);
  }
  return found;
};

class LineMaker {
  readonly #case: Case;
  readonly #lookup: CaseLookup;
  readonly #tellers: Tellers;
  /** By document. */
  readonly #claimsOf: ReadonlyMap<string, readonly string[]>;

  constructor(made: Case) {
    this.#case = made;
    this.#lookup = new CaseLookup(made, []);
    this.#claimsOf = claimsByDocument(made);
    this.#tellers = this.#makeTellers();
  }

  list<List extends CaseList>(list: List): readonly Line[] {
    const tell = this.#tellers[list] as (item: Item<List>) => Said;
    return (this.#case[list] as readonly Item<List>[]).map((item) => this.#line(list, item, tell(item)));
  }

  /** The sentence of a row: that of its finding, else of its first claim, else the words that are handed in. */
  #sentence(finding: string | null, claims: readonly string[], date: Edtf | null, otherwise: () => string): string {
    const own = this.#lookup.finding(finding);
    const told = own?.text ?? this.#lookup.claimsOf(claims.slice(0, 1))[0]?.text;
    return told === undefined
      ? otherwise()
      : withoutDate(told, own === null ? date : (this.#dateOfFinding(own) ?? date));
  }

  #dateOfFinding({ text, claims, denials }: Finding): Edtf | null {
    const all = this.#lookup.claimsOf([...claims, ...denials]);
    return (all.find((claim) => claim.text === text) ?? all.find((claim) => claim.date !== null))?.date ?? null;
  }

  /** The chain by which a finding is best told: that of the first claim that counts. */
  #strongestChain({ weight, claims, denials }: Finding): string | null {
    const counted = weight.lines.find((line) => line.claims.length > 0)?.claims ?? [];
    const [claim] = this.#lookup.claimsOf([...counted.slice(0, 1), ...claims.slice(0, 1), ...denials.slice(0, 1)]);
    return claim === undefined ? null : oneLine(this.#lookup.links(claim).join(' → '));
  }

  #dateOf(claims: readonly string[]): Edtf | null {
    return this.#lookup.claimsOf(claims).find((claim) => claim.date !== null)?.date ?? null;
  }

  #names(ids: readonly string[]): string {
    return listed(this.#lookup.names(ids));
  }

  #makeTellers(): Tellers {
    const lookup = this.#lookup;
    const row = (item: { readonly finding: string | null; readonly claims: readonly string[] }) => ({
      finding: item.finding,
      claims: item.claims,
    });
    return {
      documents: (item) => ({
        text: oneLine(item.title ?? lookup.path(item.id)),
        kind: item.mediaType,
        aside: item.outlet === null ? null : oneLine(item.outlet),
        state: item.language,
        date: item.published,
        origins: item.origins,
        documents: [item.id],
        entities: [],
        claims: this.#claimsOf.get(item.id) ?? [],
      }),
      origins: (item) => ({
        text: oneLine(item.name),
        kind: item.kind,
        state: item.form,
        origins: [item.id],
        documents: item.documents,
        entities: item.entity === null ? [] : [item.entity],
      }),
      entities: (item) => ({
        text: oneLine(item.name),
        kind: item.type,
        aside: item.roles[0] === undefined ? null : oneLine(item.roles[0].text),
        documents: unique([...item.names, ...item.descriptions].flatMap(({ documents }) => documents)),
        entities: [item.id],
      }),
      meetings: (item) => ({
        ...row(item),
        text: this.#sentence(
          item.finding,
          item.claims,
          item.date,
          () => `${item.kind}: ${this.#names(item.participants)}`,
        ),
        kind: item.kind,
        aside: [item.place, item.channel, item.standing]
          .flatMap((part) => (part === null ? [] : [oneLine(part)]))
          .join(' · '),
        state: item.status,
        date: item.date,
      }),
      proposals: (item) => ({
        ...row(item),
        text: capital(oneLine(item.name)),
        aside: item.by.length === 0 ? null : this.#names(item.by),
        date: item.versions.find(({ date }) => date !== null)?.date ?? this.#dateOf(item.claims),
      }),
      stances: (item) => ({
        ...row(item),
        text: this.#sentence(
          item.finding,
          item.claims,
          item.date,
          () => `${lookup.name(item.party)}: ${item.stance} ${item.about}`,
        ),
        kind: item.stance,
        state: item.stance,
        date: item.date,
      }),
      deals: (item) => ({
        ...row(item),
        text: dealName(lookup, item),
        kind: item.kind,
        aside: item.amount === null ? null : oneLine(item.amount),
        state: item.stage,
        date: item.stages.find(({ date }) => date !== null)?.date ?? this.#dateOf(item.claims),
      }),
      conditions: (item) => ({
        text: capital(oneLine(item.text)),
        kind: item.form,
        state: item.status,
        claims: item.claims,
        entities: item.by.flatMap(({ entity }) => entity ?? []),
      }),
      money: (item) => ({
        ...row(item),
        text: this.#sentence(item.finding, item.claims, null, () => oneLine(item.text)),
        kind: item.of,
        aside: oneLine(item.text),
        date: this.#dateOf(item.claims),
      }),
      sanctions: (item) => ({
        ...row(item),
        text: this.#sentence(item.finding, item.claims, item.date, () => `sanctions on ${lookup.name(item.target)}`),
        aside: item.reason === null ? null : oneLine(item.reason),
        state: item.status,
        date: item.date,
      }),
      waivers: (item) => ({
        ...row(item),
        text: this.#sentence(
          item.finding,
          item.claims,
          item.date,
          () => `waiver for ${item.forWords ?? 'somebody not named'}`,
        ),
        kind: item.form,
        state: item.status,
        date: item.date,
      }),
      ties: (item) => ({
        ...row(item),
        text: this.#sentence(
          item.finding,
          item.claims,
          item.date,
          () => `${lookup.name(item.from)}, ${item.words}, ${lookup.name(item.to)}`,
        ),
        kind: item.kind,
        aside: oneLine(item.words),
        state: item.polarity === 'negative' ? 'denied' : item.ended ? 'ended' : null,
        date: spanOf(item.validFrom, item.validTo) ?? item.date,
      }),
      tables: (item) => ({
        ...row(item),
        text: this.#sentence(item.finding, item.claims, item.date, () => item.type),
        kind: item.type,
        state: item.status,
        date: item.date,
      }),
      claims: (item) => ({
        text: withoutDate(item.text, item.date),
        kind: item.type,
        aside: lookup.links(item).join(' → '),
        state: item.polarity === 'negative' ? 'denied' : item.status,
        date: item.date,
        finding: null,
        claims: [item.id],
        entities: unique(Object.values(item.roles).flatMap((fillers) => fillers.flatMap(({ entity }) => entity ?? []))),
      }),
      findings: (item) => ({
        text: this.#sentence(item.id, item.claims, null, () => item.text),
        aside: this.#strongestChain(item),
        kind: item.type,
        date: this.#dateOfFinding(item),
        finding: item.id,
        claims: [...item.claims, ...item.denials],
        entities: unique(
          lookup
            .claimsOf([...item.claims, ...item.denials])
            .flatMap(({ roles }) =>
              Object.values(roles).flatMap((fillers) => fillers.flatMap(({ entity }) => entity ?? [])),
            ),
        ),
      }),
      contradictions: (item) => ({
        text: sayDatesIn(oneLine(item.about)),
        kind: item.kind,
        aside: item.values.map(({ value }) => sayDatesIn(oneLine(value))).join(' / '),
        claims: item.values.flatMap(({ claims }) => claims),
        origins: unique(item.values.flatMap(({ origins }) => origins)),
      }),
      interests: (item) => ({
        text: [lookup.name(item.negotiator), ...item.path.map(({ to }) => lookup.name(to))].join(' → '),
        kind: item.overlap.verdict,
        aside:
          item.weakest === null
            ? null
            : `weakest hop: ${oneLine(this.#case.ties.find(({ id }) => id === item.weakest)?.words ?? '')}`,
        date: item.overlap.interval,
        claims: item.against,
      }),
      gaps: (item) => ({
        text: sayDatesIn(oneLine(item.text)),
        kind: item.kind,
        aside: oneLine(item.closes),
        claims: [],
      }),
      hypotheses: (item) => ({ text: oneLine(item.text), state: `rank ${item.rank}`, aside: item.by, claims: [] }),
      decisions: (item) => ({
        text: [item.kind, item.value, item.why].flatMap((part) => (part === null ? [] : [oneLine(part)])).join(' · '),
        kind: item.kind,
        aside: item.by,
        state: item.state,
        claims: [],
      }),
    };
  }

  #line(list: CaseList, item: { readonly id: string }, said: Said): Line {
    const lookup = this.#lookup;
    const claims = lookup.claimsOf(said.claims ?? []);
    const finding = lookup.finding(said.finding ?? null);
    const evidence = (item as { readonly evidence?: readonly { readonly document: string }[] }).evidence ?? [];
    const found = new Set<string>();
    if (said.entities === undefined) entitiesIn({ ...item, evidence: [] }, lookup.entities, found);
    const date = said.date ?? null;
    const days = date === null ? null : edtfInterval(date);
    return {
      id: item.id,
      list,
      kind: said.kind ?? null,
      text: said.text,
      aside: said.aside === '' ? null : (said.aside ?? null),
      standing: finding?.status ?? null,
      state: said.state ?? null,
      date,
      when: date === null ? null : sayDate(date),
      from: days?.start ?? null,
      to: days?.end ?? null,
      origins: lookup.inOrder(said.origins ?? claims.flatMap((claim) => claim.origins)),
      documents: said.documents ?? unique(evidence.map(({ document }) => document)),
      entities: said.entities ?? [...found].sort(byText),
      finding: said.finding ?? null,
      weight: finding?.weight.total ?? null,
      voices: finding?.weight.voices ?? null,
      claims: claims.length,
      judged: judgementOf(claims),
    };
  }
}

/** What analysts decided of claims taken together: unsure where it differs. */
const judgementOf = (claims: readonly Claim[]): Line['judged'] => {
  const verdicts = new Set(claims.flatMap(({ judgement }) => judgement?.verdict ?? []));
  const [only] = verdicts;
  return verdicts.size > 1 ? 'unsure' : (only ?? null);
};

/**
 * The light rows of a whole case, for filters, timelines, tables and searches.
 *
 * Pure: the same case gives the same lines. Costs a pass over the case; what shows them keeps them.
 */
export const makeLines = (made: Case): Lines => {
  const maker = new LineMaker(made);
  return Object.fromEntries(CASE_LISTS.map((list) => [list, maker.list(list)])) as unknown as Lines;
};
