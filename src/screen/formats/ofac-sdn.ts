import type { ListedName, ListRecord } from '../list-entry.ts';
import { countryCode, dateIn, namesOnce, nameTypeOf, once } from '../list-values.ts';
import { elementsAt, readXml, textAt, textsAt, type XmlElement } from '../read-xml.ts';

const nameIn = (element: XmlElement): string =>
  [textAt(element, 'firstName'), textAt(element, 'lastName')].filter((part) => part !== null).join(' ');

const aliasKind = (aka: XmlElement): ListedName['kind'] => {
  if (textAt(aka, 'category') === 'weak') return 'weak';
  return /^f\.?k\.?a/i.test(textAt(aka, 'type') ?? '') ? 'former' : 'alias';
};

const entryOf = (sdn: XmlElement, line: number): ListRecord => {
  const uid = textAt(sdn, 'uid');
  const schema = textAt(sdn, 'sdnType') ?? '';
  const type = nameTypeOf(schema);
  if (uid === null) return { kind: 'refused', line, reason: 'an sdnEntry without uid' };
  if (type === null) return { kind: 'refused', line, reason: `sdnEntry ${uid} is of the unknown type “${schema}”` };
  const names = namesOnce([
    { text: nameIn(sdn), kind: 'name' },
    ...elementsAt(sdn, 'akaList', 'aka').map((aka) => ({ text: nameIn(aka), kind: aliasKind(aka) })),
  ]);
  if (names.length === 0) return { kind: 'refused', line, reason: `sdnEntry ${uid} has no name` };
  return {
    kind: 'entry',
    line,
    entry: {
      ref: `ofac:${uid}`,
      type,
      schema,
      names,
      birthDates: once(textsAt(sdn, 'dateOfBirthList', 'dateOfBirthItem', 'dateOfBirth').map((date) => dateIn(date))),
      countries: once(
        [
          ...textsAt(sdn, 'nationalityList', 'nationality', 'country'),
          ...textsAt(sdn, 'citizenshipList', 'citizenship', 'country'),
          ...textsAt(sdn, 'vesselInfo', 'vesselFlag'),
          ...textsAt(sdn, 'addressList', 'address', 'country'),
        ].map(countryCode),
      ),
      programs: once(textsAt(sdn, 'programList', 'program')),
      listed: null,
    },
  };
};

/** OFAC's SDN and consolidated lists in their plain XML. */
export async function* readOfacSdn(texts: AsyncIterable<string>, file: string): AsyncGenerator<ListRecord> {
  for await (const { element, line } of readXml(texts, new Set(['publshInformation', 'sdnEntry']), file)) {
    if (element.name === 'sdnEntry') yield entryOf(element, line);
    const date = element.name === 'publshInformation' ? dateIn(textAt(element, 'Publish_Date') ?? '', true) : null;
    if (date !== null) yield { kind: 'published', line, date };
  }
}
