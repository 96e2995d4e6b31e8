/** Types of entities in words: one, several. */
export const TYPES: Readonly<Record<string, readonly [string, string]>> = {
  person: ['a person', 'People'],
  publicBody: ['a public body', 'Public bodies'],
  organization: ['a company or organization', 'Companies and organizations'],
  group: ['a group', 'Groups'],
  instrument: ['a plan, law or contract', 'Plans, laws and contracts'],
  asset: ['an asset', 'Assets'],
  place: ['a place', 'Places'],
  facility: ['a place', 'Buildings and sites'],
  vessel: ['a vessel', 'Vessels'],
};
