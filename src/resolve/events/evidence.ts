import { kinshipOf, rarityOf } from '../../text/index.ts';
import { type DocumentLikeness, MOST_CLOSE } from './document-likeness.ts';
import { companyLikenessOf, type EventMention, likenessOf } from './event-mention.ts';
import { pairKey, type StoryWords } from './story-words.ts';

/** What speaks for or against two mentions telling of one event: the scorer's inputs, in this order. */
export const EVIDENCE = [
  'sameStem',
  'rareStem',
  'beginning',
  'sameSense',
  'kindOf',
  'siblings',
  'company',
  'unknown',
  'documents',
  'documentNames',
  'documentLeads',
  'closeness',
  'rest',
  'near',
  'before',
  'behind',
  'restCompany',
  'nearCompany',
  'sameDocument',
  'sameSentence',
  'apart',
  'sharedNames',
  'otherNames',
  'sharedNumbers',
  'otherNumbers',
  'bothLead',
  'oneLeads',
  'tellers',
  'fewerTellers',
  'togetherInDocuments',
  'togetherInSentences',
] as const;

/** What is known only where all mentions of a story are looked at. */
type OfStory = 'closeness' | 'tellers' | 'fewerTellers' | 'togetherInDocuments' | 'togetherInSentences';

/** Values by the names of `EVIDENCE`; null where no story is known. */
export type Evidence = Readonly<Record<Exclude<(typeof EVIDENCE)[number], OfStory>, number>> &
  Readonly<Record<OfStory, number | null>>;

const overlaps = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let count = 0;
  for (const one of a) if (b.has(one)) count++;
  return count;
};

const beginningOf = (a: string, b: string): number => {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  return at / Math.max(a.length, b.length, 1);
};

const yes = (value: boolean): number => (value ? 1 : 0);

/** Words whose company is less alike than this, and that share no sense, are not taken for one event whatever else agrees. */
const LEAST_COMPANY = 0.5;

/**
 * Whether mentions by two stems are worth comparing.
 *
 * Leaves out three pairs of four. On ECB+ and MEANTIME (train) those are joined once in a thousand when compared, and F1 does not change.
 */
export const mayTellOne = (a: string, b: string, kinOf: StoryWords['kinOf'] = kinshipOf): boolean => {
  if (a === b) return true;
  const kin = kinOf(a, b);
  return kin.isSameSense || kin.isKindOf || kin.areSiblings || kin.company >= LEAST_COMPANY;
};

/** More shared names than this say no more. */
const MOST_NAMES = 3;

const told = (a: string, b: string, story: StoryWords | null): Pick<Evidence, Exclude<OfStory, 'closeness'>> => {
  if (story === null)
    return { tellers: null, fewerTellers: null, togetherInDocuments: null, togetherInSentences: null };
  const [one, other] = [story.tellers.get(a) ?? 1, story.tellers.get(b) ?? 1];
  const fewer = Math.min(one, other);
  const key = pairKey(a, b);
  return {
    tellers: Math.log(one * other) / 4,
    fewerTellers: fewer / story.documents,
    togetherInDocuments: a === b ? 0 : (story.sameDocument.get(key) ?? 0) / fewer,
    togetherInSentences: a === b ? 0 : (story.sameSentence.get(key) ?? 0) / fewer,
  };
};

/**
 * Compares two mentions. Symmetric.
 *
 * @param documents How alike their documents are; not looked at where it is one.
 * @param story Of both; null where they are compared by themselves.
 */
export const evidenceOf = (
  a: EventMention,
  b: EventMention,
  documents: DocumentLikeness,
  story: StoryWords | null,
): Evidence => {
  const isSame = a.stem === b.stem;
  const kin = (story?.kinOf ?? kinshipOf)(a.stem, b.stem);
  const isDocument = a.document === b.document;
  const names = overlaps(a.names, b.names);
  const numbers = overlaps(a.numbers, b.numbers);
  const isLead = a.sentence === 0;
  const isOtherLead = b.sentence === 0;
  return {
    sameStem: yes(isSame),
    rareStem: isSame ? rarityOf(a.stem) : 0,
    beginning: beginningOf(a.stem, b.stem),
    sameSense: yes(kin.isSameSense || isSame),
    kindOf: yes(kin.isKindOf),
    siblings: yes(kin.areSiblings),
    company: isSame ? 1 : kin.company,
    unknown: yes(!kin.areKnown),
    documents: isDocument ? 1 : documents.words,
    documentNames: isDocument ? 1 : documents.names,
    documentLeads: isDocument ? 1 : documents.leads,
    closeness: isDocument && documents.closeness !== null ? MOST_CLOSE : documents.closeness,
    rest: likenessOf(a.rest, b.rest),
    near: likenessOf(a.near, b.near),
    before: likenessOf(a.before, b.before),
    behind: likenessOf(a.behind, b.behind),
    restCompany: companyLikenessOf(a.restCompany, b.restCompany),
    nearCompany: companyLikenessOf(a.nearCompany, b.nearCompany),
    sameDocument: yes(isDocument),
    sameSentence: yes(isDocument && a.sentence === b.sentence),
    apart: isDocument ? 1 / (1 + Math.abs(a.sentence - b.sentence)) : 0,
    sharedNames: Math.min(MOST_NAMES, names) / MOST_NAMES,
    otherNames: yes(names === 0 && a.names.size > 0 && b.names.size > 0),
    sharedNumbers: yes(numbers > 0),
    otherNumbers: yes(numbers === 0 && a.numbers.size > 0 && b.numbers.size > 0),
    bothLead: yes(isLead && isOtherLead),
    oneLeads: yes(isLead !== isOtherLead),
    ...told(a.stem, b.stem, story),
  };
};
