import type { NameType } from '../text/index.ts';

/** A name of somebody on a list. `weak`: what the list itself calls a weak or low-quality alias. */
export interface ListedName {
  readonly text: string;
  readonly kind: 'name' | 'alias' | 'former' | 'weak';
}

/** Somebody or something on a list, in the same terms for all formats. */
export interface ListEntry {
  /** What the list calls it, with whose list it is: `ofac:1234`, `eu:EU.12.34`, `uk:ABC0001`, `opensanctions:NK-abc`. */
  readonly ref: string;
  readonly type: NameType;
  /** The list's own word for what it is. */
  readonly schema: string;
  /** In the order of the list, each once; never empty. */
  readonly names: readonly ListedName[];
  /** EDTF, as exact as the list. */
  readonly birthDates: readonly string[];
  /** ISO 3166 codes in upper case where the country is known, else as written: nationality, residence, registration, flag. */
  readonly countries: readonly string[];
  /** Programmes and regimes it is listed under, topics. */
  readonly programs: readonly string[];
  /** EDTF; since when, if the list says so. */
  readonly listed: string | null;
}

/** What a list tells of an entry in another place than with the entry. */
export interface ListAddition {
  readonly ref: string;
  readonly programs: readonly string[];
  readonly listed: string | null;
}

/** What a reader of a list finds, in the order of the file. `line` counts from 1. */
export type ListRecord =
  | { readonly kind: 'entry'; readonly line: number; readonly entry: ListEntry }
  | { readonly kind: 'addition'; readonly line: number; readonly addition: ListAddition }
  /** Not taken, with the reason: counted and named, never dropped in silence. */
  | { readonly kind: 'refused'; readonly line: number; readonly reason: string }
  /** Of a sort that is nobody who could be met by name: an address, a passport. */
  | { readonly kind: 'passed'; readonly line: number; readonly sort: string }
  /** What the file says of itself. EDTF. */
  | { readonly kind: 'published'; readonly line: number; readonly date: string };

/** The formats that are read. */
export type ListFormat =
  | 'opensanctions-ftm'
  | 'opensanctions-simple-csv'
  | 'ofac-sdn-xml'
  | 'ofac-advanced-xml'
  | 'eu-fsf-xml'
  | 'uk-ofsi-csv'
  | 'uk-sanctions-list-csv';

/** Each format in words. */
export const LIST_FORMATS: Readonly<Record<ListFormat, string>> = {
  'opensanctions-ftm': 'OpenSanctions entities, FollowTheMoney JSON lines (entities.ftm.json)',
  'opensanctions-simple-csv': 'OpenSanctions simplified CSV (targets.simple.csv)',
  'ofac-sdn-xml': 'OFAC SDN or consolidated list, XML (sdn.xml)',
  'ofac-advanced-xml': 'OFAC list, advanced XML (sdn_advanced.xml)',
  'eu-fsf-xml': 'EU consolidated financial sanctions list, XML',
  'uk-ofsi-csv': 'UK OFSI consolidated list of targets, CSV (ConList.csv)',
  'uk-sanctions-list-csv': 'UK Sanctions List, CSV',
};

/** Takes the text of a list apart, chunk by chunk. */
export type ReadList = (texts: AsyncIterable<string>, file: string) => AsyncGenerator<ListRecord>;
