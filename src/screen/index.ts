export { type IndexedList, isIndexFile } from './index-file.ts';
export { type IndexOptions, type IndexProgress, indexLists, type RefusedRecord } from './index-lists.ts';
export { type Asked, type Likeness, SCREEN_WEIGHTS, type ScreenReason } from './judge-candidate.ts';
export { LIST_FORMATS, type ListEntry, type ListedName, type ListFormat, type ListRecord } from './list-entry.ts';
export { ListIndex } from './list-index.ts';
export { countryCode, dateIn } from './list-values.ts';
export { type ListReading, readList, sniffList } from './read-list.ts';
export { type Candidate, SCREEN_DEFAULTS, type Screened, type ScreenOptions, screen } from './screen-names.ts';
