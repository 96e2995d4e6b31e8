import { addTo, lazy, plainKey, readDataFile, readLines } from './data-file.ts';

/** A word that introduces what someone says, thinks or plans, with what it does to that content; null leaves it as it is. */
export interface ReportingWord {
  readonly lemma: string;
  readonly kind: 'verb' | 'noun' | 'phrase' | 'adverb';
  readonly classes: readonly string[];
  readonly polarity: 'positive' | 'negative' | null;
  readonly certainty: 'certain' | 'probable' | 'possible' | 'underspecified' | null;
  readonly tense: 'future' | null;
  readonly forms: readonly string[];
}

/** What a head noun makes of a capitalised phrase. */
export type OrgHeadKind =
  | 'public-body'
  | 'company'
  | 'organization'
  | 'facility'
  | 'instrument'
  | 'asset'
  | 'vessel'
  | 'place'
  | 'event';

/** A legal form of companies; `generic` is its general kind (LLC, JSC, LP …) or null. */
export interface OrgForm {
  readonly form: string;
  readonly generic: string | null;
}

const reportingIndex = lazy(() => {
  const map = new Map<string, ReportingWord[]>();
  for (const word of JSON.parse(readDataFile('reporting.json')) as readonly ReportingWord[]) {
    for (const form of [word.lemma, ...word.forms]) addTo(map, plainKey(form), word);
  }
  return map;
});

const formIndex = lazy(() => {
  const map = new Map<string, OrgForm>();
  const list = JSON.parse(readDataFile('org-forms.json')) as readonly (OrgForm & {
    readonly names: readonly string[];
  })[];
  for (const { form, generic, names } of list)
    for (const name of [form, ...names]) map.set(formKey(name), { form, generic });
  return map;
});

const headIndex = lazy(() => {
  const map = new Map<string, OrgHeadKind[]>();
  const groups = JSON.parse(readDataFile('org-heads.json')) as Readonly<Record<OrgHeadKind, readonly string[]>>;
  for (const [kind, words] of Object.entries(groups)) for (const word of words) addTo(map, word, kind as OrgHeadKind);
  return map;
});

const commonWords = lazy(() => new Set(readLines('common-words.txt')));

const formKey = (text: string): string => plainKey(text).replace(/[.,]/g, '');

/** All reporting words of a lemma or inflected form ("denied"), verbs and nouns apart; empty when none. */
export const reportingWords = (text: string): readonly ReportingWord[] => reportingIndex().get(plainKey(text)) ?? [];

/** The reporting word of a form, of one kind if given; else verbs before phrases, nouns and adverbs. Null when none. */
export const reportingWord = (text: string, kind?: ReportingWord['kind']): ReportingWord | null => {
  const found = reportingWords(text);
  const order: readonly ReportingWord['kind'][] = kind === undefined ? ['verb', 'phrase', 'noun', 'adverb'] : [kind];
  for (const wanted of order) {
    const word = found.find((item) => item.kind === wanted);
    if (word !== undefined) return word;
  }
  return null;
};

/** The legal form of that spelling, dots and case aside ("GmbH", "S.A."); null when none. */
export const orgForm = (text: string): OrgForm | null => formIndex().get(formKey(text)) ?? null;

/** What a capitalised head noun (one word or a few) makes of its phrase, likeliest first; empty when nothing. */
export const orgHead = (word: string): readonly OrgHeadKind[] => headIndex().get(word) ?? [];

/** Whether a word in lower case is a frequent English word. */
export const isCommonWord = (lower: string): boolean => commonWords().has(lower);
