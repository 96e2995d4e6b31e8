import type { Frame } from '../../model/index.ts';
import type { Cues } from '../beats/index.ts';
import { splitWords } from './find-triggers.ts';
import type { Hanging } from './hanging.ts';
import type { Predicate } from './predicates.ts';
import type { Scene } from './scene.ts';
import { subjectOf } from './subject-of.ts';
import { endAt, PARTIES } from './words-at.ts';

/** "if it exists", "if one believes the Meridian", "if they want": nothing that could come about. */
const IDLE =
  /^(?:(?:one|you|we|i)\s|(?:it|he|she|they|so|not|any|anything|that|this|possible|necessary|needed|true|confirmed|only)\s*\S*$)/i;

/** "if he were a brand": a likeness. */
const LIKENESS = /^(?:\S+\s+){1,4}(?:were|was)\s+an?\s/i;

/** Whether a condition says nothing that could come about, or is asked or supposed for the sake of the argument. */
export const isIdle = (scene: Scene, hanging: Hanging): boolean => {
  const { condition, verb, strength } = hanging;
  if (strength === 'none') return false;
  const words = scene.known.text.slice(...condition);
  if ((IDLE.test(words) && !PRO_VERB.test(`${cueOf(scene, hanging)} ${words}`)) || LIKENESS.test(words)) return true;
  if (verb === null) return false;
  const sentence = scene.sentenceOf(verb.token);
  if (scene.known.text.slice(sentence.start, sentence.end).trimEnd().endsWith('?')) return true;
  // "if she is after a deal, he is looking for a way out"; "gone are the days of a return in exchange for peace"
  if (isUnderWay(scene, verb) || /^gone (?:are|is)\b/i.test(scene.known.text.slice(...hanging.dependent))) return true;
  // "it would have been lost if …": what did not come about.
  if (verb.group?.modal != null && verb.group.perfect) return true;
  // "asked on Monday if …", "will wait until …"
  if (ASKS.test(verb.lemma)) return true;
  return isComment(scene, verb);
};

/** "until they do": what they would do is told before. */
const PRO_VERB = /^(?:until|unless|once) (?:he|she|they|it) (?:do|does|did|is|are)$/i;

const isUnderWay = (scene: Scene, { token, group, lemma }: Predicate): boolean => {
  if (group === null || group.modal !== null) return false;
  const next = scene.tokens[token + 1]?.lower ?? '';
  if (lemma === 'be') return next.endsWith('ing') && next !== 'going';
  return group.progressive && !/^(?:go|plan|offer|prepare|position)$/.test(lemma);
};

const ASKS =
  /^(?:ask|wonder|question|know|see|decide|determine|inquire|enquire|doubt|check|wait|remember|imagine|assume)$/;

/** "it would be a mistake if …", "that is what happens when …": says what someone thinks of it. */
const isComment = (scene: Scene, { token, group, lemma }: Predicate): boolean => {
  if (!/^(?:be|mean|matter|seem|help|hurt|look)$/.test(lemma)) return false;
  const subject = scene.tokens[(group?.first ?? token) - 1]?.lower ?? '';
  return /^(?:it|that|this|what|which)$/.test(subject);
};

/**
 * Whether something may hang on a condition in a way that this beat is about.
 *
 * @param own Frames told in what hangs that may be conditional; @param within those told in the condition.
 */
export const mayHang = (
  scene: Scene,
  cues: Cues,
  hanging: Hanging,
  own: readonly Frame[],
  within: readonly Frame[],
): boolean => {
  const { verb, strength } = hanging;
  const named = strength === 'if' && within.length > 0;
  const hinges = named || holdsAny(scene, cues.hinges, hanging.conditionAt);
  const tells = (): boolean => holdsAny(scene, [...cues.dependents, ...cues.hinges], hanging.dependentAt);
  if (verb === null)
    return cueOf(scene, hanging) === 'first' ? hinges || tells() || areDefinite(scene, hanging) : hinges && tells();
  const isPlanned = own.some(({ status }) => status === 'planned' || status === 'hypothetical');
  const about = own.length > 0 || saysOf(scene, cues, hanging) || comesIntoForce(scene, hanging);
  // "we would know who": nobody that could be told
  if (!hinges && isAnyone(scene, verb)) return false;
  if (strength === 'first') return hinges && about;
  if (strength === 'leaning') return leans(scene, hanging, about, hinges);
  if (isView(scene, hanging) && own.length === 0 && !isReady(scene, hanging)) return false;
  if (!isOpen(scene, hanging) && !isPlanned)
    return (
      strength === 'if' &&
      (own.length > 0 ||
        (about &&
          (MEANS.test(verb.lemma) ||
            (hinges && /^(?:pending|subject|conditional|contingent)/.test(cueOf(scene, hanging))))))
    );
  if (strength === 'without') return (about || hinges) && isNegative(scene, hanging);
  if (strength === 'after')
    return hinges && (about || (verb.group?.modal === 'would' && undertakes(scene, cues, hanging)));
  if (cueOf(scene, hanging) === 'when') return (hinges && about) || saysOf(scene, cues, hanging);
  const isUntil = /^(?:until|till|not until)$/.test(cueOf(scene, hanging)) && isNegative(scene, hanging);
  if (strength === 'when' && !isUntil) return about || hinges;
  return about || hinges || undertakes(scene, cues, hanging);
};

/** "First the list, then the ships" */
const areDefinite = (scene: Scene, { conditionAt, dependentAt, condition }: Hanging): boolean =>
  [conditionAt, dependentAt].every(([first]) => scene.tokens[first]?.lower === 'the') &&
  !/\bnews\b/.test(scene.known.text.slice(...condition));

const isAnyone = (scene: Scene, { group, token }: Predicate): boolean =>
  /^(?:we|you|one)$/.test(scene.tokens[(group?.first ?? token) - 1]?.lower ?? '');

/** "takes effect", "enters into force", "lapses" */
const comesIntoForce = (scene: Scene, { dependent, verb }: Hanging): boolean =>
  /^(?:take|enter|come|lapse|expire|become|be|effect)$/.test(verb?.lemma ?? '') &&
  /\b(?:tak(?:e|es|ing) effect|(?:enter|enters|come|comes|entering|coming) into (?:force|effect)|lapses?|expires?|be(?:come)? void)\b/i.test(
    scene.known.text.slice(...dependent),
  );

const cueOf = (scene: Scene, { cue }: Hanging): string => scene.known.text.slice(...cue).toLowerCase();

/** What something is "subject to" that may be withheld: not a tax, a law or sanctions. */
const CONSENT =
  /\b(?:approv|consent|licen[cs]|clearance|ratif|permission|agreement|accord|ceasefire|truce|peace|lifting|removal|condition|sign|completion|confirm|authori[sz])/i;

/** "subject to": of what hangs and of what it hangs on both must be told in such words. "depends on": one is enough. */
const leans = (scene: Scene, hanging: Hanging, about: boolean, hinges: boolean): boolean => {
  const subject = scene.tokens[(hanging.verb?.group?.first ?? 0) - 1]?.lower ?? '';
  if (/^(?:he|she|they|we|i|you|who|people)$/.test(subject) || (subject === 'it' && !hinges)) return false;
  if (cueOf(scene, hanging).startsWith('subject')) return CONSENT.test(scene.known.text.slice(...hanging.condition));
  return about || hinges;
};

/** "will be strongest if …", "would be just as pleased if …": a view of how things are. */
const isView = (scene: Scene, { verb }: Hanging): boolean => {
  if (verb === null || verb.lemma !== 'be') return false;
  const next = verb.arguments.find(({ label, first }) => label === 'ARG2' && first > verb.token);
  return (
    next !== undefined &&
    /^(?:ADJ|ADV)$/.test(scene.tokens[next.first]?.pos ?? '') &&
    scene.chunkOf(next.first) === null
  );
};

const isReady = (scene: Scene, { dependentAt: [first, last] }: Hanging): boolean =>
  scene.tokens
    .slice(first, last)
    .some(({ lower }) =>
      /^(?:ready|willing|prepared|able|unable|free|payable|due|entitled|eligible|open|possible|impossible|back|off|on|valid|void|bound|required|set|out|over)$/.test(
        lower,
      ),
    );

/** "would be released", "is to go", "cannot leave", "offered to lend": not "left once …". */
const isOpen = (scene: Scene, { verb, dependentAt }: Hanging): boolean => {
  if (verb === null || verb.group === null) return false;
  const { group, token, arguments: args } = verb;
  if (group.modal !== null || group.form === 'infinitive' || args.some(({ label }) => label === 'ARGM-MOD'))
    return true;
  if (group.progressive && scene.tokens[token]?.lower !== 'going') return meansTo(scene, verb, dependentAt);
  const first = scene.tokens[group.first];
  if (first === undefined || group.perfect) return false;
  if (meansTo(scene, verb, dependentAt)) return true;
  if (group.first !== token) return /^(?:is|are|do|does|'s|’s|'re|’re)$/.test(first.lower);
  return (
    /^(?:are|am|'re|’re|'m|’m)$/.test(first.lower) || first.lower === first.lemma || /(?:s|ies)$/.test(first.lower)
  );
};

/** What is meant to be done, in whatever tense it is told: "offered to lend … once". */
const MEANS =
  /^(?:offer|promise|pledge|vow|threaten|agree|plan|propose|hope|expect|prepare|position|stand|intend|undertake|commit|express|signal|say)$/;

const meansTo = (scene: Scene, { lemma, token }: Predicate, [from, to]: Hanging['dependentAt']): boolean =>
  MEANS.test(lemma) &&
  scene
    .predicatesNear(token)
    .some(
      (one) =>
        (one.group === null ? scene.tokens[one.token - 1]?.lower === 'to' : one.group.form !== 'finite') &&
        one.token > token &&
        one.token >= from &&
        one.token < to,
    );

/** "cannot close", "there will be no waiver", "nobody gets", "refuses". */
const isNegative = (scene: Scene, { verb, dependentAt: [first, last] }: Hanging): boolean => {
  if (verb === null) return false;
  if (verb.group?.negated === true || verb.arguments.some(({ label }) => label === 'ARGM-NEG')) return true;
  return scene.tokens
    .slice(first, last)
    .some(({ lower }) => /^(?:no|not|n't|n’t|nobody|nothing|none|neither|never|impossible|unable)$/.test(lower));
};

/** Whether the verb of what hangs, or one within ("is willing to lift its sanctions"), is about such a noun. */
const saysOf = (scene: Scene, cues: Cues, { verb, dependentAt: [first, last] }: Hanging): boolean =>
  verb !== null &&
  [verb, ...scene.predicatesNear(verb.token)].some((one) =>
    one === verb ||
    (one.token >= first && one.token < last && one.group !== null && !one.relative && one.token > verb.token)
      ? speaksOf(scene, cues, one)
      : false,
  );

/** Whether what a verb is about is headed by one of the nouns that may hang on a condition. */
const speaksOf = (scene: Scene, cues: Cues, { token, group, arguments: args }: Predicate): boolean => {
  const words = cues.dependents.map(splitWords);
  const own = args.filter(({ label }) => /^(?:ARG[0-4]|ARGM-GOL)$/.test(label));
  const chunks = [
    subjectOf(scene, group?.first ?? token),
    ...own.map(({ first }) => scene.chunkOf(first) ?? scene.chunkOf(first + 1)),
  ];
  return chunks.some((chunk) => chunk !== null && words.some((parts) => endAt(scene, parts, chunk.head)));
};

const holdsAny = (scene: Scene, words: readonly string[], [first, last]: readonly [number, number]): boolean => {
  const all = words.map(splitWords);
  for (let i = first; i < last; i++)
    if (all.some((parts) => i - parts.length + 1 >= first && endAt(scene, parts, i))) return true;
  return false;
};

/** "sign", "go home" */
const isVerbOf = (scene: Scene, [verb, ...rest]: readonly string[], token: number, lemma: string): boolean =>
  verb === lemma && rest.every((word, k) => scene.tokens[token + 1 + k]?.lower === word);

/** Whether a party would do, or get, what parties to a deal do. */
const undertakes = (scene: Scene, cues: Cues, { verb, dependentAt: [first, last] }: Hanging): boolean => {
  if (verb === null) return false;
  const subject = subjectOf(scene, verb.group?.first ?? verb.token);
  if (subject === null) return false;
  const mention = scene.mentionOf(subject);
  if (mention === null || !PARTIES.has(mention.type)) return false;
  return [verb, ...scene.predicatesNear(verb.token)].some(
    ({ token, group, relative, lemma }) =>
      token >= first &&
      token < last &&
      group !== null &&
      !group.passive &&
      !relative &&
      cues.undertakings.some((words) => isVerbOf(scene, splitWords(words), token, lemma)),
  );
};
