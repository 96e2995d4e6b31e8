import type { ListedName, ListRecord } from '../list-entry.ts';
import { countryCode, dateIn, edtfOf, namesOnce, nameTypeOf, once } from '../list-values.ts';
import { childrenOf, elementsAt, readXml, textAt, textsAt, type XmlElement } from '../read-xml.ts';

/** The tables at the head of the file: what each number of each kind means. */
class References {
  readonly #texts = new Map<string, string>();
  readonly #elements = new Map<string, XmlElement>();

  /** Takes in a `ReferenceValueSets` element: `<CountryValues><Country ID="11073" ISO2="..">Name</Country>...`. */
  add(sets: XmlElement): void {
    for (const set of sets.children) {
      for (const value of set.children) {
        const key = `${value.name} ${value.attributes.ID ?? ''}`;
        this.#elements.set(key, value);
        this.#texts.set(key, value.text);
      }
    }
  }

  text(kind: string, id: string | undefined): string {
    return this.#texts.get(`${kind} ${id ?? ''}`) ?? '';
  }

  country(id: string | undefined): string {
    const element = this.#elements.get(`Country ${id ?? ''}`);
    return element?.attributes.ISO2 ?? element?.text ?? '';
  }

  /** "Individual", "Entity", "Vessel", "Aircraft": a sub-type that is unknown is of the type it is under. */
  partyType(subTypeId: string | undefined): string {
    const element = this.#elements.get(`PartySubType ${subTypeId ?? ''}`);
    if (element === undefined) return '';
    return element.text === 'Unknown' ? this.text('PartyType', element.attributes.PartyTypeID) : element.text;
  }
}

const partOf = (element: XmlElement | undefined): string | null => {
  if (element === undefined) return null;
  const [year, month, day] = ['Year', 'Month', 'Day'].map((name) => textAt(element, name) ?? undefined);
  return edtfOf(year, month, day);
};

/** A period whose ends are one day is that day; the first to the last of a year is that year; else an interval. */
const periodOf = (period: XmlElement): string | null => {
  const from = partOf(elementsAt(period, 'Start', 'From')[0]);
  const to = partOf(elementsAt(period, 'End', 'To')[0]) ?? from;
  if (from === null || to === null || from === to) return from ?? to;
  const year = from.slice(0, 4);
  return from === `${year}-01-01` && to === `${year}-12-31` ? year : `${from}/${to}`;
};

/** Parts of a person's name in the order in which they are said. */
const PARTS = ['First Name', 'Middle Name', 'Patronymic', 'Matronymic', 'Maiden Name', 'Last Name'];

const nameOf = (documented: XmlElement, partTypes: ReadonlyMap<string, string>): string => {
  const values = elementsAt(documented, 'DocumentedNamePart', 'NamePartValue');
  const rank = (value: XmlElement): number =>
    PARTS.indexOf(partTypes.get(value.attributes.NamePartGroupID ?? '') ?? '');
  const isLatin = values.every(({ text }) => !/[^\p{Script=Latin}\p{N}\p{P}\p{S}\p{Z}\p{M}]/u.test(text));
  const ordered = isLatin ? values.toSorted((a, b) => rank(a) - rank(b)) : values;
  return ordered.map(({ text }) => text).join(' ');
};

const namesOf = (identity: XmlElement, references: References): readonly ListedName[] => {
  const groups = elementsAt(identity, 'NamePartGroups', 'MasterNamePartGroup', 'NamePartGroup');
  const partTypes = new Map(
    groups.map(({ attributes }) => [attributes.ID ?? '', references.text('NamePartType', attributes.NamePartTypeID)]),
  );
  return childrenOf(identity, 'Alias').flatMap((alias) => {
    const type = references.text('AliasType', alias.attributes.AliasTypeID);
    const isMain = alias.attributes.Primary === 'true';
    const kind =
      alias.attributes.LowQuality === 'true' ? 'weak' : type.startsWith('F.K.A') ? 'former' : isMain ? 'name' : 'alias';
    return childrenOf(alias, 'DocumentedName').map((name) => ({ text: nameOf(name, partTypes), kind }) as const);
  });
};

const FEATURES_OF_PLACE: ReadonlySet<string> = new Set([
  'Nationality Country',
  'Citizenship Country',
  'Nationality of Registration',
  'Vessel Flag',
  'Location',
]);

const entryOf = (
  party: XmlElement,
  line: number,
  references: References,
  places: ReadonlyMap<string, readonly string[]>,
): ListRecord => {
  const profile = childrenOf(party, 'Profile')[0];
  const id = profile?.attributes.ID ?? party.attributes.FixedRef;
  if (profile === undefined || id === undefined)
    return { kind: 'refused', line, reason: 'a DistinctParty without a Profile with an ID' };
  const schema = references.partyType(profile.attributes.PartySubTypeID);
  const type = nameTypeOf(schema);
  if (type === null) return { kind: 'refused', line, reason: `DistinctParty ${id} is of the unknown type “${schema}”` };
  const names = namesOnce(childrenOf(profile, 'Identity').flatMap((identity) => namesOf(identity, references)));
  if (names.length === 0) return { kind: 'refused', line, reason: `DistinctParty ${id} has no name` };
  const features = childrenOf(profile, 'Feature').map((feature) => ({
    type: references.text('FeatureType', feature.attributes.FeatureTypeID),
    versions: childrenOf(feature, 'FeatureVersion'),
  }));
  const versionsOf = (isOf: (type: string) => boolean): readonly XmlElement[] =>
    features.flatMap((feature) => (isOf(feature.type) ? feature.versions : []));
  return {
    kind: 'entry',
    line,
    entry: {
      ref: `ofac:${id}`,
      type,
      schema,
      names: names.toSorted((a, b) => Number(b.kind === 'name') - Number(a.kind === 'name')),
      birthDates: once(
        versionsOf((name) => name === 'Birthdate').flatMap((version) =>
          childrenOf(version, 'DatePeriod').map(periodOf),
        ),
      ),
      countries: once(
        versionsOf((name) => FEATURES_OF_PLACE.has(name)).flatMap((version) =>
          childrenOf(version, 'VersionLocation').flatMap(
            ({ attributes }) => places.get(attributes.LocationID ?? '') ?? [],
          ),
        ),
      ),
      programs: [],
      listed: null,
    },
  };
};

const listedIn = (entry: XmlElement): string | null =>
  elementsAt(entry, 'EntryEvent', 'Date')
    .flatMap((date) => partOf(date) ?? [])
    .toSorted()[0] ?? null;

/** OFAC's lists in the advanced XML (Sanctions List Data Exchange): reference tables, places, parties, then what is imposed on whom. */
export async function* readOfacAdvanced(texts: AsyncIterable<string>, file: string): AsyncGenerator<ListRecord> {
  const references = new References();
  const places = new Map<string, readonly string[]>();
  const wanted = new Set(['DateOfIssue', 'ReferenceValueSets', 'Location', 'DistinctParty', 'SanctionsEntry']);
  for await (const { element, line } of readXml(texts, wanted, file)) {
    if (element.name === 'DateOfIssue') {
      const date = partOf(element);
      if (date !== null) yield { kind: 'published', line, date: dateIn(date) ?? date };
    } else if (element.name === 'ReferenceValueSets') references.add(element);
    else if (element.name === 'Location') {
      const countries = childrenOf(element, 'LocationCountry').map(({ attributes }) =>
        references.country(attributes.CountryID),
      );
      places.set(
        element.attributes.ID ?? '',
        once(countries.filter((country) => country !== 'undetermined')).map(countryCode),
      );
    } else if (element.name === 'DistinctParty') yield entryOf(element, line, references, places);
    else if (element.name === 'SanctionsEntry') {
      const programs = once([
        references.text('List', element.attributes.ListID),
        ...childrenOf(element, 'SanctionsMeasure').flatMap((measure) => textsAt(measure, 'Comment')),
      ]);
      const ref = `ofac:${element.attributes.ProfileID ?? ''}`;
      yield { kind: 'addition', line, addition: { ref, programs, listed: listedIn(element) } };
    }
  }
}
