import type { Clause, NounPhrase, Quote, Sentence, Token } from '../known.ts';

import { findVerbGroups, type Group, isParticiple, rangeSome } from './find-verb-groups.ts';

const MARKERS = new Set([
  ...['that', 'who', 'which', 'whom', 'whose', 'if', 'unless', 'until', 'till', 'once', 'when', 'while', 'where'],
  ...['because', 'although', 'though', 'whether', 'after', 'before', 'since', 'provided', 'what', 'how', 'why', 'as'],
]);
const RELATIVE = new Set(['who', 'which', 'that']);
/** The object of these does what the infinitive says: "asked the treasury to lift". */
const OBJECT_CONTROL = new Set([
  ...['ask', 'tell', 'urge', 'order', 'allow', 'invite', 'direct', 'let', 'permit', 'persuade', 'instruct', 'force'],
  ...['press', 'push', 'encourage', 'enable', 'request', 'require', 'expect', 'want', 'call', 'authorize', 'authorise'],
  ...[
    'help',
    'warn',
    'convince',
    'advise',
    'send',
    'dispatch',
    'appoint',
    'name',
    'compel',
    'forbid',
    'lead',
    'get',
    'task',
  ],
]);

/**
 * Verb groups with subjects, objects and prepositional phrases.
 *
 * A shallow reading by parts of speech and order of words; what cannot be told is left empty. In text order.
 * A phrase is listed once for each clause it belongs to: the subject of "agreed to meet" belongs to both verbs.
 */
export const findClauses = (
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  phrases: readonly NounPhrase[],
  quotes: readonly Quote[],
): readonly Clause[] => {
  const clauses: Clause[] = [];
  const speech = new Set(quotes.flatMap((quote) => (quote.scare ? [] : [quote.start, quote.end - 1])));
  let at = 0;
  for (const [number, sentence] of sentences.entries()) {
    const inSentence: NounPhrase[] = [];
    while (at < phrases.length) {
      const phrase = phrases[at];
      if (phrase === undefined || phrase.first >= sentence.last) break;
      inSentence.push(phrase);
      at++;
    }
    const groups = findVerbGroups(tokens, sentence, inSentence);
    link({ tokens, sentence, number, phrases, inSentence, groups, speech }, clauses);
  }
  return clauses;
};

interface Setting {
  readonly tokens: readonly Token[];
  readonly sentence: Sentence;
  readonly number: number;
  readonly phrases: readonly NounPhrase[];
  readonly inSentence: readonly NounPhrase[];
  readonly groups: readonly Group[];
  /** Offsets of marks that open or close quoted speech. */
  readonly speech: ReadonlySet<number>;
}

/** A clause with what a later verb of the sentence may need of it. */
interface Linked {
  readonly clause: Clause;
  /** What a relative clause hangs on: the subject of the verb after it. */
  readonly antecedent: readonly number[] | null;
  readonly participle: boolean;
}

const link = (setting: Setting, clauses: Clause[]): void => {
  const { tokens, sentence, groups, inSentence } = setting;
  const own: Linked[] = [];
  const top = inSentence.filter((phrase) => phrase.attachment !== 'possessive');
  let lead: readonly NounPhrase[] = [];
  groups.forEach((group, g) => {
    const from = groups[g - 1]?.last ?? sentence.first;
    const next = groups[g + 1];
    const to = next?.first ?? sentence.last;
    const marker = findMarker(setting, from, group.first);
    const relative = marker !== null && RELATIVE.has(tokens[marker]?.lower ?? '');
    const previous = own.at(-1) ?? null;
    const left = top.filter((phrase) => phrase.first >= from && phrase.last <= group.first);
    const right = top.filter((phrase) => phrase.first >= group.last && phrase.last <= to);
    if (g === 0) lead = left;
    const participle = isReducedPassive(setting, group, left, right, next);
    const finite = group.kind === 'finite' && !participle;
    let subjects = finite
      ? findSubject(setting, group, left, marker, previous)
      : inheritSubject(setting, group, left, previous?.clause ?? null, participle);
    const owned = marker !== null && tokens[marker]?.lower === 'whose';
    const kept = next === undefined ? right : withoutSubjectOf(setting, group, next, right, relative || owned);
    let objects = kept.filter(
      (phrase) =>
        phrase.preposition === null &&
        phrase.attachedTo === null &&
        !/(?:self|selves)$/.test(tokens[phrase.head]?.lower ?? '') &&
        reaches(setting, group, phrase),
    );
    if (subjects.length === 0 && finite && isInverted(setting, group, from)) {
      subjects = objects.slice(0, 1).flatMap((phrase) => members(setting, phrase.index));
      objects = objects.slice(1);
    }
    const opening = finite && !relative ? lead : [];
    if (opening.length > 0) lead = [];
    const obliques = [...opening, ...kept]
      .filter((phrase) => phrase.preposition !== null && phrase.preposition !== marker && phrase.attachment !== 'of')
      .map((phrase) => ({ preposition: tokens[phrase.preposition ?? -1]?.lower ?? '', phrase: phrase.index }));
    const extent = extentOf(setting, group, marker, subjects, kept);
    const antecedent = (relative || owned) && marker !== null ? lastBefore(setting, marker) : null;
    own.push({
      participle,
      antecedent: antecedent === null ? null : members(setting, antecedent.index),
      clause: {
        index: clauses.length + own.length,
        first: group.first,
        last: group.last,
        verb: group.verb,
        lemma: group.lemma,
        passive: group.passive || participle,
        negated:
          group.negated ||
          subjects.some((s) =>
            /^(?:no|nobody|none|neither)$/.test(tokens[setting.phrases[s]?.first ?? -1]?.lower ?? ''),
          ),
        modal: group.modal,
        finite,
        governor: finite ? null : (previous?.clause.index ?? null),
        marker,
        subjects,
        objects: firstObjects(setting, objects),
        obliques,
        sentence: setting.number,
        start: extent[0],
        end: extent[1],
      },
    });
  });
  clauses.push(...own.map(({ clause }) => clause));
};

/** All phrases joined with this one, so that "A and B met" has two subjects. */
const members = (setting: Setting, phrase: number): readonly number[] => setting.phrases[phrase]?.group ?? [phrase];

const firstObjects = (setting: Setting, objects: readonly NounPhrase[]): readonly number[] => {
  const numbers: number[] = [];
  for (const phrase of objects)
    for (const member of members(setting, phrase.index)) if (!numbers.includes(member)) numbers.push(member);
  return numbers;
};

/** The nearest word in front of a verb that opens its clause, not beyond the edge of quoted speech. */
const findMarker = ({ tokens, speech }: Setting, from: number, to: number): number | null => {
  for (let i = to - 1; i >= from; i--) {
    const token = tokens[i];
    if (token === undefined || speech.has(token.start)) return null;
    if (MARKERS.has(token.lower) && token.pos !== 'NOUN' && token.pos !== 'PROPN' && token.pos !== 'DET') return i;
  }
  return null;
};

const crossesSpeech = ({ tokens, speech }: Setting, first: number, last: number): boolean =>
  rangeSome(tokens, first, last, (token) => speech.has(token.start));

const rootOf = ({ phrases }: Setting, phrase: NounPhrase): NounPhrase => {
  let at = phrase;
  for (let steps = 0; at.attachedTo !== null && steps < 50; steps++) at = phrases[at.attachedTo] ?? at;
  return at;
};

const findSubject = (
  setting: Setting,
  group: Group,
  left: readonly NounPhrase[],
  marker: number | null,
  previous: Linked | null,
): readonly number[] => {
  const { tokens } = setting;
  const crossed = previous !== null && crossesSpeech(setting, previous.clause.last, group.first);
  const comma = tokens[group.first - 1]?.text === ',';
  // "Hale, who met Veld in May, said": back to what the relative clause hung on.
  if (previous?.antecedent != null && comma && marker === null && !crossed) return previous.antecedent;
  // "holds a fifth of the port and has not paid": whoever did the one did the other.
  const shared = previous?.clause.finite === true && !previous.participle && marker === null && !crossed;
  if (shared && isJoinedVerb(tokens, group.first)) return previous.clause.subjects;
  const nearest = left
    .filter((phrase) => isFree(setting, phrase, marker))
    .filter((phrase) => marker === null || phrase.first > marker || !isClauseOpener(tokens, marker, group.first))
    .findLast((phrase) => !crossesSpeech(setting, phrase.last, group.first));
  if (nearest !== undefined) return members(setting, rootOf(setting, nearest).index);
  if (marker !== null && RELATIVE.has(tokens[marker]?.lower ?? '')) {
    const antecedent = lastBefore(setting, marker);
    // "A and B, who runs": a singular verb goes with the last of a list only.
    const single = /^(?:is|was|has|.*[^s]s)$/.test(tokens[group.first]?.lower ?? '');
    if (antecedent !== null) return single ? [antecedent.index] : members(setting, antecedent.index);
  }
  if (previous === null || crossed) return [];
  // "a plan drafted by two officials was rejected", "the plan that Hale drafted was rejected".
  if (marker === null && previous.antecedent !== null) return previous.antecedent;
  // "met workers hit by the closure and spoke": not the workers spoke; who did is further back than is safe.
  if (previous.participle && hasJoiner(tokens, previous.clause.last, group.first)) return [];
  if (marker === null && previous.participle) return previous.clause.subjects;
  return hasJoiner(tokens, previous.clause.last, group.first) ? previous.clause.subjects : [];
};

/** "and has", "but then left": the verb follows its joiner, with at most an adverb between. */
const isJoinedVerb = (tokens: readonly Token[], verb: number): boolean => {
  const before = tokens[verb - 1]?.pos === 'ADV' ? verb - 2 : verb - 1;
  return /^(?:and|but|or|then)$/.test(tokens[before]?.lower ?? '');
};

/** A phrase that can be a subject: governed by no preposition, or by one that opens the clause ("after Hale left"). */
const isFree = (setting: Setting, phrase: NounPhrase, marker: number | null): boolean => {
  const { preposition } = rootOf(setting, phrase);
  return preposition === null || preposition === marker;
};

const isClauseOpener = (tokens: readonly Token[], marker: number, verb: number): boolean => {
  const word = tokens[marker]?.lower ?? '';
  return verb - marker < 40 && word !== 'as';
};

const lastBefore = (setting: Setting, marker: number): NounPhrase | null => {
  const before = setting.inSentence.findLast((phrase) => phrase.last <= marker && phrase.attachment !== 'possessive');
  if (before === undefined || marker - before.last > 2) return null;
  // "an envoy to the union who …": "who" is a person, so not the phrase behind the preposition.
  const person =
    setting.tokens[marker]?.lower === 'who' && before.preposition !== null && setting.tokens[marker - 1]?.text !== ',';
  const base = person
    ? (setting.inSentence.findLast(
        (p) => p.last <= before.first && p.preposition === null && p.attachment !== 'possessive',
      ) ?? before)
    : before;
  // After a name with an apposition the pronoun means the name: "Hale, the envoy, who …".
  return base.attachment === 'apposition' ? rootOf(setting, base) : base;
};

const hasJoiner = (tokens: readonly Token[], from: number, to: number): boolean =>
  rangeSome(
    tokens,
    Math.max(from, to - 3),
    to,
    (token) => token.lower === 'and' || token.lower === 'but' || token.lower === 'then',
  );

const inheritSubject = (
  setting: Setting,
  group: Group,
  left: readonly NounPhrase[],
  previous: Clause | null,
  participle: boolean,
): readonly number[] => {
  if (participle) {
    const noun = left.findLast((phrase) => phrase.attachment !== 'apposition');
    return noun === undefined ? [] : [noun.index];
  }
  if (previous === null) {
    // A gerund or infinitive at the start hangs on what follows; its doer is not told here.
    const noun = group.kind === 'gerund' ? left.findLast((phrase) => phrase.preposition === null) : undefined;
    return noun === undefined ? [] : [rootOf(setting, noun).index];
  }
  if (OBJECT_CONTROL.has(previous.lemma) && group.kind === 'infinitive') {
    if (previous.passive) return previous.subjects;
    return previous.objects.length > 0 ? previous.objects : previous.subjects;
  }
  return previous.subjects;
};

/**
 * A past form without auxiliary that describes the noun before it: "a plan drafted by two officials", "Hale, reached by
 * telephone, said", and "people briefed on the talks said", where the next verb would else have no subject.
 */
const isReducedPassive = (
  { tokens }: Setting,
  group: Group,
  left: readonly NounPhrase[],
  right: readonly NounPhrase[],
  next: Group | undefined,
): boolean => {
  if (group.kind !== 'finite' || group.first !== group.verb || group.passive) return false;
  const main = tokens[group.verb];
  const noun = left.at(-1);
  if (
    main === undefined ||
    noun === undefined ||
    !isParticiple(main) ||
    !/(?:[^e]ed|[^aeiou]en|wn|ght|[^s]t|ne|de|ld)$/.test(main.lower)
  )
    return false;
  const adjacent = noun.last === group.first;
  // "a company called Norel"
  const named = right[0]?.preposition === null && tokens[right[0].head]?.pos === 'PROPN';
  const opener = tokens[noun.first]?.lower ?? '';
  if (adjacent && named && /^(?:called|named|dubbed)$/.test(main.lower) && /^(?:an?|another|one)$/.test(opener))
    return true;
  const comma = noun.last === group.first - 1 && tokens[noun.last]?.text === ',';
  const by = right[0]?.preposition ?? null;
  const agent = by !== null && tokens[by]?.lower === 'by';
  if (adjacent && agent) return true;
  if (next === undefined || next.kind !== 'finite') return false;
  const between = tokens.slice(group.last, next.first);
  const bare = right.every((phrase) => phrase.preposition !== null);
  if (adjacent)
    return (
      bare &&
      right.length > 0 &&
      !between.some((token) => /^(?:,|;|and|but|or)$/.test(token.lower) || MARKERS.has(token.lower))
    );
  return (
    comma && bare && between.filter((token) => token.text === ',').length === 1 && tokens[next.first - 1]?.text === ','
  );
};

/** Takes away the phrase (with what hangs on it) that stands right before the next finite verb: its subject. */
const withoutSubjectOf = (
  setting: Setting,
  group: Group,
  next: Group,
  right: readonly NounPhrase[],
  relative: boolean,
): readonly NounPhrase[] => {
  const { tokens } = setting;
  if (
    next.kind !== 'finite' ||
    isReducedPassive(
      setting,
      next,
      right,
      phrasesAfter(setting, next),
      setting.groups[setting.groups.indexOf(next) + 1],
    )
  )
    return right;
  if (relative && tokens[next.first - 1]?.text === ',') return right;
  const marker = findMarker(setting, group.last, next.first);
  if (marker !== null) {
    const cut = right.filter((phrase) => phrase.last <= marker);
    if (cut.length < right.length || RELATIVE.has(tokens[marker]?.lower ?? '')) return cut;
  }
  if (/^(?:and|but|or|then)$/.test(tokens[next.first - 1]?.lower ?? '')) return right;
  const subject = right.findLast(
    (phrase) => rootOf(setting, phrase).preposition === null && phrase.preposition === null,
  );
  if (subject === undefined) return right;
  const base = rootOf(setting, subject);
  const start = setting.phrases[base.group[0] ?? base.index] ?? base;
  return right.filter((phrase) => phrase.last <= start.first);
};

const phrasesAfter = ({ inSentence, groups, sentence }: Setting, group: Group): readonly NounPhrase[] => {
  const to = groups[groups.indexOf(group) + 1]?.first ?? sentence.last;
  return inSentence.filter(
    (phrase) => phrase.first >= group.last && phrase.last <= to && phrase.attachment !== 'possessive',
  );
};

/** An object is not beyond a speech mark or a semicolon. */
const reaches = (setting: Setting, group: Group, phrase: NounPhrase): boolean =>
  !crossesSpeech(setting, group.last, phrase.first) &&
  !rangeSome(
    setting.tokens,
    group.last,
    phrase.first,
    (token) => token.text === ';' || token.text === '–' || token.text === '—',
  );

/** "…," said Hale: nothing before the verb but the mark that ends the quote. */
const isInverted = ({ tokens, speech }: Setting, group: Group, from: number): boolean => {
  const before = tokens[group.first - 1];
  if (before === undefined) return false;
  if (speech.has(before.start) || /^["”’»]$/.test(before.text)) return true;
  return group.first - from <= 2 && before.text === ',';
};

const extentOf = (
  { tokens, phrases }: Setting,
  group: Group,
  marker: number | null,
  subjects: readonly number[],
  kept: readonly NounPhrase[],
): readonly [number, number] => {
  let first = marker === null ? group.first : Math.min(marker, group.first);
  for (const subject of subjects) {
    const phrase = phrases[subject];
    if (phrase !== undefined && phrase.last <= group.first && phrase.first >= first - 60)
      first = Math.min(first, phrase.first);
  }
  const last = Math.max(group.last, kept.at(-1)?.last ?? 0);
  return [tokens[first]?.start ?? 0, tokens[last - 1]?.end ?? 0];
};
