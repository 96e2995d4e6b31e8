import type { Case, CaseList } from '../model/index.ts';

/** Lists whose items are found by their own words; a document is found by its text. */
export type ItemList = Exclude<CaseList, 'documents'>;

/** What an item is found by. `name` weighs more than `words`. */
export interface SearchText {
  readonly name: string;
  readonly words: string;
}

/** Gives the name of an entity; undefined for what is none. */
export type NameOf = (id: string) => string | undefined;

type Words = readonly (string | null | undefined)[];
type TextOf = {
  readonly [List in ItemList]: (item: Case[List][number], name: (id: string | null) => string) => [string, Words];
};

/**
 * For each list, what it is called and what else a person would look for: names of those who have a part in it (as the case calls
 * them), its wordings, posts, places, sums, kinds, stages and dates. Left out are ids, reasons, and quotes: the texts are searched
 * themselves, and a row must not be found by what merely stands in the same sentence as it.
 */
const TEXT_OF: TextOf = {
  origins: (it) => [it.name, [it.kind]],
  entities: (it) => [
    it.name,
    [
      ...it.names.map(({ text }) => text),
      ...it.descriptions.map(({ text }) => text),
      ...it.roles.map(({ text }) => text),
      ...it.sides,
    ],
  ],
  meetings: (it, name) => [
    '',
    [
      it.kind,
      ...it.participants.map(name),
      ...it.unnamed,
      ...it.sides.flatMap((side) => [side.name, ...side.unnamed]),
      ...it.mediators.map(name),
      it.date,
      ...it.dateWords,
      it.place,
      it.placeEntity === null ? null : name(it.placeEntity),
      it.channel,
      it.standing,
      it.status,
      ...it.representations.map((one) => one.for.text),
      ...it.bypassed.map(({ who }) => who.text),
      ...it.handedOver.map(({ what }) => what.text),
    ],
  ],
  proposals: (it, name) => [
    it.name,
    [
      ...[...it.by, ...it.to].map(name),
      ...it.versions.flatMap(({ kind, text, date }) => [kind, text, date]),
      ...it.authorship.flatMap(({ by, unnamed }) => [...by.map(name), ...unnamed]),
      ...it.clauses.flatMap(({ topic, text }) => [topic, text]),
      ...it.changes.map(({ what }) => what),
    ],
  ],
  stances: (it, name) => ['', [name(it.party), it.stance, it.about, it.date]],
  deals: (it, name) => [
    '',
    [
      ...it.parties.map(name),
      it.asset,
      it.kind,
      it.stage,
      it.amount,
      ...it.amounts.flatMap(({ text, of }) => [text, of]),
      ...it.gains.map(name),
      ...it.conditions.map(({ text }) => text),
    ],
  ],
  conditions: (it) => ['', [...it.wordings, ...it.dependents, ...it.by.map(({ text }) => text), it.status]],
  money: (it, name) => ['', [it.text, it.value, it.currency, it.of, ...[...it.from, ...it.to].map(name)]],
  sanctions: (it, name) => [
    '',
    [name(it.target), name(it.by), ...it.alsoBy.map(name), ...it.unnamedBy, it.reason, it.status, it.date, it.until],
  ],
  waivers: (it, name) => [
    '',
    [
      name(it.for),
      it.forWords,
      ...[...it.askedBy, ...it.askedOf, ...it.grantedBy, ...it.refusedBy, ...it.directedBy].map(name),
      ...it.hesitant.map(({ who }) => who.text),
      ...it.unnamed.map(({ text }) => text),
      it.purpose,
      it.form,
      it.status,
      it.date,
      it.until,
      it.duration,
    ],
  ],
  ties: (it, name) => [
    '',
    [name(it.from), it.kind, it.words, name(it.to), it.share, ...it.via.map(name), it.date, it.validFrom, it.validTo],
  ],
  tables: (it) => [
    '',
    [
      it.type,
      ...Object.values(it.cells).flatMap((cell) => cell.map(({ text }) => text)),
      it.date,
      ...it.dateWords,
      it.status,
      ...it.conditions,
    ],
  ],
  claims: (it) => [it.text, [it.type, ...it.chain.flatMap((link) => [link.name, ...link.descriptors]), it.dateWords]],
  findings: (it) => [it.text, [it.type, it.status]],
  contradictions: (it) => [it.about, [it.kind, ...it.values.map(({ value }) => value)]],
  interests: (it, name) => ['', [it.negotiator, it.gains, ...it.path.flatMap(({ from, to }) => [from, to])].map(name)],
  gaps: (it) => [it.text, [it.kind, it.closes]],
  hypotheses: (it) => [it.text, [it.by]],
  decisions: (it) => [
    it.value ?? '',
    [
      it.kind,
      it.by,
      it.why,
      ...it.subjects.map((subject) => {
        if (subject.kind === 'mention') return subject.evidence.quote;
        if (subject.kind === 'claim') return subject.says;
        return subject.kind === 'source' || subject.kind === 'listed' ? subject.name : null;
      }),
    ],
  ],
};

/** The lists whose rows carry entities by their ids, as their functions above ask for names: once an entity has another name, they are found by that. */
export const LISTS_WITH_NAMES: ReadonlySet<CaseList> = new Set(
  (Object.keys(TEXT_OF) as ItemList[]).filter((list) => TEXT_OF[list].length > 1),
);

/** Changed with what {@link searchTextOf}, the folding of words or the layout of the index gives, so that case files make it anew. */
export const SEARCH_TEXT_VERSION = 2;

/**
 * What an item of a case is found by.
 *
 * @param nameOf Rows carry ids of entities; people search by name.
 */
export const searchTextOf = <List extends ItemList>(
  list: List,
  item: Case[List][number],
  nameOf: NameOf,
): SearchText => {
  // Where a field may hold an id or words, words are none that `nameOf` knows.
  const [name, words] = TEXT_OF[list](item, (id) => (id === null ? '' : (nameOf(id) ?? id)));
  return {
    name,
    words: [...new Set(words)].filter((one) => one !== null && one !== undefined && one !== '').join(' \n'),
  };
};
