import type { ListedName, ListRecord } from '../list-entry.ts';
import { countryCode, dateIn, edtfOf, namesOnce, nameTypeOf, once } from '../list-values.ts';
import { childrenOf, readXml, type XmlElement } from '../read-xml.ts';

/** What the list writes where a country is not known. */
const UNKNOWN = '00';

const birthOf = ({ attributes }: XmlElement): string | null => {
  const whole =
    dateIn(attributes.birthdate ?? '') ?? edtfOf(attributes.year, attributes.monthOfYear, attributes.dayOfMonth);
  const [from, to] = [edtfOf(attributes.yearRangeFrom), edtfOf(attributes.yearRangeTo)];
  const date = whole ?? (from !== null && to !== null ? `${from}/${to}` : null);
  return date !== null && attributes.circa === 'true' && !date.includes('/') ? `${date}~` : date;
};

const nameOf = ({ attributes }: XmlElement): ListedName => ({
  text:
    attributes.wholeName ||
    [attributes.firstName, attributes.middleName, attributes.lastName].filter(Boolean).join(' '),
  kind: attributes.strong === 'false' ? 'weak' : 'alias',
});

const countriesOf = (entity: XmlElement, ...names: readonly string[]): readonly string[] =>
  names.flatMap((name) =>
    childrenOf(entity, name).flatMap(({ attributes: { countryIso2Code, countryDescription } }) => {
      const known = countryIso2Code === undefined || countryIso2Code === UNKNOWN ? countryDescription : countryIso2Code;
      return known === undefined || known === '' || known === 'UNKNOWN' ? [] : [countryCode(known)];
    }),
  );

const entryOf = (entity: XmlElement, line: number): ListRecord => {
  const id = entity.attributes.euReferenceNumber || entity.attributes.logicalId;
  const subject = childrenOf(entity, 'subjectType')[0]?.attributes;
  const schema = subject?.code || (subject?.classificationCode === 'P' ? 'person' : 'enterprise');
  if (id === undefined || id === '')
    return { kind: 'refused', line, reason: 'a sanctionEntity without euReferenceNumber and logicalId' };
  const type = nameTypeOf(schema);
  if (type === null || subject === undefined)
    return {
      kind: 'refused',
      line,
      reason: `sanctionEntity ${id} is of the unknown type “${subject === undefined ? '' : schema}”`,
    };
  const [first, ...others] = childrenOf(entity, 'nameAlias').map(nameOf);
  const names = namesOnce(
    first === undefined ? [] : [{ ...first, kind: first.kind === 'weak' ? 'weak' : 'name' }, ...others],
  );
  if (names.length === 0) return { kind: 'refused', line, reason: `sanctionEntity ${id} has no name` };
  const regulations = childrenOf(entity, 'regulation').map(({ attributes }) => attributes);
  const published = regulations.flatMap(({ publicationDate }) => dateIn(publicationDate ?? '') ?? []).toSorted()[0];
  return {
    kind: 'entry',
    line,
    entry: {
      ref: `eu:${id}`,
      type,
      schema,
      names,
      birthDates: once(childrenOf(entity, 'birthdate').map(birthOf)),
      countries: once(countriesOf(entity, 'citizenship', 'address')),
      programs: once(regulations.map(({ programme }) => programme)),
      listed: dateIn(entity.attributes.designationDate ?? '') ?? published ?? null,
    },
  };
};

/** The EU's consolidated list of financial sanctions (files of the FSF, XML 1.0 and 1.1). */
export async function* readEuFsf(texts: AsyncIterable<string>, file: string): AsyncGenerator<ListRecord> {
  for await (const { element, line } of readXml(texts, new Set(['sanctionEntity']), file)) {
    if (element.name === 'sanctionEntity') yield entryOf(element, line);
    const date = element.name === 'export' ? dateIn(element.attributes.generationDate ?? '') : null;
    if (date !== null) yield { kind: 'published', line, date };
  }
}
