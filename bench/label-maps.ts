import type { Labelled } from './heads/labelled-document.ts';

/** From the labels of a scheme to labels that several schemes share; what is not named is left out. */
export type LabelMap = Readonly<Record<string, string>>;

const same = (...labels: readonly string[]): LabelMap => Object.fromEntries(labels.map((label) => [label, label]));

/** The three types that nearly every library and corpus has, by the labels of each. */
export const THREE_TYPES = {
  world: same('Person', 'Organization', 'Location'),
  politics: {
    politician: 'Person',
    person: 'Person',
    organisation: 'Organization',
    politicalparty: 'Organization',
    country: 'Location',
    location: 'Location',
  },
  /** OntoNotes, which spaCy's English models are trained on: states and towns (GPE) are locations here. */
  ontonotes: { PERSON: 'Person', ORG: 'Organization', GPE: 'Location', LOC: 'Location' },
} as const satisfies Readonly<Record<string, LabelMap>>;

/** The nine types of worldwide-news-ner, as far as a scheme has them. */
export const NINE_TYPES = {
  world: same('Person', 'Organization', 'Location', 'Facility', 'NORP', 'Misc', 'Product', 'Money', 'Date'),
  ontonotes: {
    ...THREE_TYPES.ontonotes,
    FAC: 'Facility',
    NORP: 'NORP',
    PRODUCT: 'Product',
    MONEY: 'Money',
    DATE: 'Date',
    EVENT: 'Misc',
    WORK_OF_ART: 'Misc',
    LAW: 'Misc',
    LANGUAGE: 'Misc',
  },
} as const satisfies Readonly<Record<string, LabelMap>>;

/** Names in the labels of a map, those that it names. */
export const relabel = (names: readonly Labelled[], map: LabelMap): readonly Labelled[] =>
  names.flatMap(({ start, end, label }) => {
    const shared = map[label];
    return shared === undefined ? [] : [{ start, end, label: shared }];
  });
