import type { Span } from '../../model/index.ts';
import type { Clause, Known, Quote, Sentence, Token } from '../known.ts';
import type { Cue } from './cue.ts';
import { phraseExtent } from './extent.ts';

type Parts = Pick<Known, 'text' | 'tokens' | 'sentences' | 'quotes' | 'phrases' | 'clauses' | 'mentions'>;

/** What is said, and how: the pieces in text order. */
export interface Content {
  readonly spans: readonly Span[];
  readonly speech: 'direct' | 'indirect' | 'mixed';
}

/** Between a quote and the words of saying only marks and white space may stand. */
const ONLY_MARKS = /^[\s,.;:–—-]*$/;
/** Longest stretch between words of saying and a quote after them ("told reporters in Lorne on Monday:"). */
const REACH = 140;
/** Words that open what is said. */
const COMPLEMENT = new Set(['that', 'whether', 'how', 'why', 'what', 'if']);
/** Kinds of saying whose content may be a thing rather than a clause: "denied the report". */
const TAKES_OBJECT = new Set([
  'deny',
  'confirm',
  'reject',
  'announce',
  'claim',
  'promise',
  'demand',
  'propose',
  'deny-knowledge',
]);
/** Kinds of saying that take an infinitive: "promised to lift". */
const TAKES_INFINITIVE = new Set([
  'promise',
  'ask',
  'order',
  'demand',
  'threaten',
  'plan',
  'expect',
  'want',
  'claim',
  'refuse',
  'propose',
]);

/** What one cue with a clause of its own introduces; null when nothing is said. */
export const findContent = (known: Parts, cue: Cue, isCue: (clause: Clause) => boolean): Content | null => {
  const { clause } = cue;
  if (clause === null) return null;
  const sentence = known.sentences[clause.sentence];
  if (sentence === undefined) return null;
  const direct = quotesOf(known, cue, clause);
  const parted = direct.length === 0 ? aroundAside(known, clause, sentence, isCue) : [];
  if (parted.length > 0) {
    const quoted = known.quotes.some((quote) =>
      parted.some(([start, end]) => quote.start >= start && quote.end <= end + 1),
    );
    return { spans: parted, speech: quoted ? 'mixed' : 'indirect' };
  }
  const after = indirectAfter(known, cue, clause, sentence, isCue);
  if (after !== null) {
    const inside = known.quotes.some((quote) => quote.start >= after[0] && quote.end <= after[1] + 1);
    const before = direct.filter((quote) => quote.end <= cue.start);
    const spans: Span[] = [...before.map((quote): Span => [quote.start, quote.end]), after];
    if (!direct.some((quote) => quote.start >= after[0] && quote.end >= after[1])) {
      return { spans, speech: inside || before.length > 0 ? 'mixed' : 'indirect' };
    }
  }
  if (direct.length > 0) return { spans: direct.map((quote): Span => [quote.start, quote.end]), speech: 'direct' };
  const before = indirectBefore(known, clause, sentence);
  if (before !== null) {
    const mixed = known.quotes.some((quote) => quote.start >= before[0] && quote.end <= before[1] + 1);
    return { spans: [before], speech: mixed ? 'mixed' : 'indirect' };
  }
  return null;
};

/** Quotes of speech that touch the cue on either side, with those that carry them on in later paragraphs. */
const quotesOf = (known: Parts, cue: Cue, clause: Clause): readonly Quote[] => {
  const { text, quotes } = known;
  const start = Math.min(clauseStart(known, clause), cue.start);
  const end = clauseEnd(known, clause);
  const found: Quote[] = [];
  for (let i = firstAfter(quotes, start - REACH * 40); i < quotes.length; i++) {
    const quote = quotes[i];
    if (quote === undefined || quote.start > end + REACH) break;
    if (quote.scare) continue;
    const before = quote.end <= start && ONLY_MARKS.test(text.slice(quote.end, start)) && quote.end > start - 12;
    const after = quote.start >= cue.end && follows(known, clause, cue.end, quote);
    const stop = known.sentences[clause.sentence]?.end ?? end;
    const resumed =
      found.length > 0 &&
      quote.start >= end &&
      (resumes(text, end, quote) || (quote.start >= stop && resumes(text, stop, quote)));
    if (before || after || resumed) found.push(quote);
  }
  return withContinuations(quotes, found);
};

/** A quote that runs on in the next paragraph is opened again there. */
const withContinuations = (quotes: readonly Quote[], found: readonly Quote[]): readonly Quote[] => {
  const all = new Set(found);
  for (const quote of found) {
    let at = quotes.indexOf(quote);
    for (let next = quotes[at + 1]; next !== undefined && next.continues === at; next = quotes[at + 1]) {
      all.add(next);
      at++;
    }
  }
  return [...all].sort((a, b) => a.start - b.start);
};

/** "…," he said. "…": the speaker goes on in the same paragraph, unless the quote ends in a comma that leads to its own cue. */
export const resumes = (text: string, end: number, quote: Quote): boolean => {
  const between = text.slice(end, quote.start);
  return (
    /^[\s,.;:–—-]*$/.test(between) &&
    !between.includes('\n') &&
    !/,$/.test(text.slice(quote.inner[0], quote.inner[1]).trimEnd())
  );
};

const follows = (known: Parts, clause: Clause, cueEnd: number, quote: Quote): boolean => {
  const between = known.text.slice(cueEnd, quote.start);
  if (between.length > REACH || /[.!?]["”’]?\s+\p{Lu}/u.test(between)) return false;
  const lead = between.trimEnd();
  const opened = lead === '' || /[,:]$/.test(lead) || /\b(?:that|as)$/.test(lead);
  return opened && !verbBetween(known, clause, quote.start);
};

/** Another verb group between the cue and a place means that the place belongs to that verb. */
const verbBetween = (known: Parts, clause: Clause, offset: number): boolean => {
  const next = known.clauses[clause.index + 1];
  return next !== undefined && next.sentence === clause.sentence && (known.tokens[next.first]?.start ?? 0) < offset;
};

/** Words of saying between commas amid what is said: "In May, two of the people said, Veld went to Lorne." */
const isAside = (known: Parts, clause: Clause, sentence: Sentence): boolean => {
  const start = Math.min(clauseStart(known, clause), tokenStart(known.tokens, clause.first));
  const next = known.tokens[clause.last];
  return /,\s*$/.test(known.text.slice(sentence.start, start)) && next?.text === ',' && clause.last < sentence.last;
};

/** Both sides of such an aside; empty when the cue is none, or when what follows does not go on with the sentence. */
const aroundAside = (
  known: Parts,
  clause: Clause,
  sentence: Sentence,
  isCue: (clause: Clause) => boolean,
): readonly Span[] => {
  if (clause.marker !== null || clause.subjects.length === 0 || !isAside(known, clause, sentence)) return [];
  const others = [...finitesBefore(known, clause), ...(hasClauseAfter(known, clause) ? [clause] : [])];
  if (others.length === 0) return [];
  const start = Math.min(clauseStart(known, clause), tokenStart(known.tokens, clause.first));
  const before = trim(known, sentence.start, start);
  const after = trim(known, tokenEnd(known.tokens, clause.last), segmentEnd(known, clause, sentence, isCue));
  return [before, after].filter((span): span is Span => span !== null);
};

/** What stands after the cue in the same sentence: a that-clause, a bare clause, an infinitive or a thing. */
const indirectAfter = (
  known: Parts,
  cue: Cue,
  clause: Clause,
  sentence: Sentence,
  isCue: (clause: Clause) => boolean,
): Span | null => {
  const { tokens, phrases } = known;
  const end = segmentEnd(known, clause, sentence, isCue);
  const next = nextTold(known, clause, sentence);
  const inSentence = next !== undefined && next.sentence === clause.sentence && tokenStart(tokens, next.first) < end;
  const marker = complementizer(known, clause, inSentence ? next : null, sentence);
  if (marker !== null) return trim(known, tokenStart(tokens, marker), end);
  if (inSentence && next.finite && next.marker === null) {
    const subject = next.subjects[0];
    const phrase = subject === undefined ? undefined : phrases[subject];
    const start = phrase === undefined || phrase.first < clause.last ? null : startOfBare(known, clause, phrase.first);
    if (start !== null) return trim(known, start, end);
  }
  if (inSentence && !next.finite && TAKES_INFINITIVE.has(cue.kind) && next.governor === clause.index) {
    const to = tokens[next.first - 1]?.lower === 'to' ? next.first - 1 : next.first;
    return trim(known, tokenStart(tokens, to), end);
  }
  if (TAKES_OBJECT.has(cue.kind)) {
    const object = clause.objects[0];
    const phrase = object === undefined ? undefined : phrases[object];
    if (phrase !== undefined) return trim(known, tokenStart(tokens, phrase.first), end);
  }
  return null;
};

/** The clause after a cue, past asides ("…, the official said, …"), sources ("citing …") and participles ("briefed on …"). */
const nextTold = (known: Parts, clause: Clause, sentence: Sentence): Clause | undefined => {
  let at = clause.index + 1;
  for (; at < clause.index + 5; at++) {
    const next = known.clauses[at];
    if (next === undefined || next.sentence !== clause.sentence) break;
    const passedOver =
      next.lemma === 'cite' ||
      next.lemma === 'quote' ||
      (next.passive && !next.finite) ||
      isAside(known, next, sentence);
    if (!passedOver) return next;
  }
  return at === clause.index + 1 ? known.clauses[at] : undefined;
};

const complementizer = (known: Parts, clause: Clause, next: Clause | null, sentence: Sentence): number | null => {
  const limit = next === null ? sentence.last : Math.min(next.first, sentence.last);
  for (let i = clause.last; i < limit; i++) {
    const token = known.tokens[i];
    if (token === undefined || token.text === ';') return null;
    if (COMPLEMENT.has(token.lower) && next !== null) {
      // "the bank that owns": a relative pronoun stands right behind its noun, which is this verb's object.
      const relative =
        token.lower === 'that' && clause.objects.some((o) => known.phrases[o]?.last === i) && takesNoHearer(clause);
      return relative || token.lower === 'if' ? null : i;
    }
  }
  return null;
};

const HEARER_VERBS = new Set([
  'tell',
  'inform',
  'remind',
  'assure',
  'warn',
  'advise',
  'notify',
  'convince',
  'persuade',
  'promise',
  'show',
]);
const takesNoHearer = (clause: Clause): boolean => !HEARER_VERBS.has(clause.lemma);

/** A bare clause begins where its first words stand, time and place in front of its subject included. */
const startOfBare = (known: Parts, clause: Clause, subject: number): number | null => {
  const hearer = HEARER_VERBS.has(clause.lemma) ? clause.objects.length : 0;
  let first = clause.last;
  if (hearer > 0) first = Math.max(first, known.phrases[clause.objects[0] ?? -1]?.last ?? first);
  // What hangs on the verb itself ("said on Monday", "told reporters in Lorne") is not said.
  for (const { phrase } of clause.obliques) {
    const span = known.phrases[phrase];
    if (span !== undefined && span.first >= first && span.last <= subject && span.first - first <= 2) first = span.last;
  }
  while (
    first < subject &&
    /^(?:[,:–—-]|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|later|earlier)$/.test(
      known.tokens[first]?.lower ?? '',
    )
  )
    first++;
  return subject - first > 25 ? null : tokenStart(known.tokens, first);
};

/** To the end of the sentence, or to where someone else begins to speak at the same level. */
const segmentEnd = (known: Parts, clause: Clause, sentence: Sentence, isCue: (clause: Clause) => boolean): number => {
  for (let i = clause.index + 1; i < known.clauses.length; i++) {
    const next = known.clauses[i];
    if (next === undefined || next.sentence !== clause.sentence) break;
    if (!next.finite || !isCue(next) || isAside(known, next, sentence)) continue;
    const begin = Math.min(clauseStart(known, next), tokenStart(known.tokens, next.first));
    const lead = known.text.slice(Math.max(sentence.start, begin - 12), begin);
    const joined = /[,;]\s*(?:but|while|and|although|whereas|though)?\s*$/i.exec(lead);
    if (joined !== null && next.subjects.some((subject) => !clause.subjects.includes(subject))) {
      return begin - joined[0].length;
    }
  }
  const tail = /,\s+(?:according to|as reported by|citing|per)\s/i.exec(
    known.text.slice(tokenEnd(known.tokens, clause.last - 1), sentence.end),
  );
  return tail === null ? sentence.end : tokenEnd(known.tokens, clause.last - 1) + tail.index;
};

/** "The talks went well, Hale said": all that stands in front of source and cue. */
const indirectBefore = (known: Parts, clause: Clause, sentence: Sentence): Span | null => {
  const start = Math.min(clauseStart(known, clause), tokenStart(known.tokens, clause.first));
  const lead = known.text.slice(sentence.start, start);
  if (!/,\s*$/.test(lead) || clause.marker !== null) return null;
  const earlier = known.clauses[clause.index - 1];
  if (earlier === undefined || earlier.sentence !== clause.sentence || !hasFiniteBefore(known, clause)) return null;
  // A subordinate opening ("When asked about the draft, Hale said …") is no content, and neither is a list of doers.
  if (
    /^(?:when|while|after|before|as|if|although|though|because|since|asked|speaking|in|on|at|but|and)\b/i.test(
      lead.trimStart(),
    )
  ) {
    const finite = finitesBefore(known, clause);
    if (finite.length < 2 && finite.every((other) => other.marker !== null)) return null;
    if (/^(?:when|while|after|before|although|though|because|asked|speaking)\b/i.test(lead.trimStart())) return null;
  }
  const rest = known.text.slice(clauseEnd(known, clause), sentence.end);
  const tail = /^\s*,\s*(?=\p{Ll})/u.exec(rest);
  if (tail === null && /\p{L}{3,}/u.test(rest) && hasClauseAfter(known, clause)) return null;
  return trim(known, sentence.start, start);
};

const finitesBefore = (known: Parts, clause: Clause): readonly Clause[] => {
  const found: Clause[] = [];
  for (let i = clause.index - 1; i >= 0; i--) {
    const other = known.clauses[i];
    if (other === undefined || other.sentence !== clause.sentence) break;
    if (other.finite) found.push(other);
  }
  return found;
};

const hasFiniteBefore = (known: Parts, clause: Clause): boolean => finitesBefore(known, clause).length > 0;

const hasClauseAfter = (known: Parts, clause: Clause): boolean => {
  const next = known.clauses[clause.index + 1];
  return next !== undefined && next.sentence === clause.sentence && next.finite;
};

/** Where source and cue begin. */
export const clauseStart = (known: Parts, clause: Clause): number => {
  let start = tokenStart(known.tokens, clause.first);
  for (const subject of clause.subjects) {
    const phrase = known.phrases[subject];
    if (phrase !== undefined && clause.first - phrase.last < 40)
      start = Math.min(start, tokenStart(known.tokens, phrase.first));
  }
  return start;
};

/** Where the verb with its subject after it ("said Hale") and its own times and places end. */
const clauseEnd = (known: Parts, clause: Clause): number => {
  let end = tokenEnd(known.tokens, clause.last - 1);
  const grow = (index: number): void => {
    const phrase = known.phrases[index];
    if (phrase !== undefined && phrase.first >= clause.last && tokenStart(known.tokens, phrase.first) - end < 60) {
      end = Math.max(end, phraseExtent(known, phrase)[1]);
    }
  };
  for (const subject of clause.subjects) grow(subject);
  for (const object of clause.objects) grow(object);
  for (const { phrase } of clause.obliques) grow(phrase);
  return end;
};

const tokenStart = (tokens: readonly Token[], index: number): number => tokens[index]?.start ?? 0;
const tokenEnd = (tokens: readonly Token[], index: number): number => tokens[index]?.end ?? 0;

/** Drops white space and commas at both ends and the stop at the end of a sentence. */
const trim = (known: Parts, start: number, end: number): Span | null => {
  let first = start;
  let last = end;
  while (first < last && /[\s,;:–—-]/.test(known.text[first] ?? '')) first++;
  while (last > first && /[\s,;:.!?–—-]/.test(known.text[last - 1] ?? '')) last--;
  return last - first < 3 ? null : [first, last];
};

/** First quote that may still matter at an offset; quotes are in text order. */
const firstAfter = (quotes: readonly Quote[], offset: number): number => {
  let low = 0;
  let high = quotes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotes[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
};
