import { followingBehind, rightBefore, rightBehind, subjectBefore } from './beside-verb.ts';
import type { Chunk } from './chunks.ts';
import { bare, type Filler, fillersIn } from './fillers.ts';
import { invertedDoers } from './inverted.ts';
import type { Argument, Predicate } from './predicates.ts';
import { prepositionAt } from './predicates.ts';
import type { Scene } from './scene.ts';

/** PropBank labels behind the names that a beat uses; agent, theme and where take more than labels. */
const LABELS: Readonly<Record<string, readonly string[]>> = {
  recipient: ['ARG2', 'ARG3'],
  result: ['ARG2', 'ARGM-PRD'],
  purpose: ['ARGM-PRP'],
  cause: ['ARGM-CAU'],
  manner: ['ARGM-MNR'],
};

/** An argument that says where a filler stands, apart from the network's own word, is less sure. */
const NESTED = 0.8;
const INHERITED = 0.85;

/**
 * What stands in a role of a predicate, in text order; empty when nothing does.
 *
 * @param whole Takes each argument as it stands, without its preposition, for roles that anything may fill.
 */
export const inRole = (scene: Scene, predicate: Predicate, name: string, whole = false): readonly Filler[] => {
  if (name === 'agent') return agents(scene, predicate);
  if (name === 'where') return places(scene, predicate);
  const labels = LABELS[name];
  if (labels === undefined && name !== 'theme') return behind(scene, predicate, name, whole);
  const open = name === 'purpose' || name === 'cause' || name === 'manner';
  const standing =
    labels === undefined
      ? themes(scene, predicate)
      : predicate.arguments.filter(
          ({ label, preposition, first }) =>
            labels.includes(label) &&
            (open || preposition === null) &&
            !(name === 'recipient' && isInfinitive(scene, first)),
        );
  if (standing.length === 0 && name === 'recipient') {
    // "The fund was offered a stake": with a theme behind the verb, who stands in front gets it.
    const given = predicate.arguments.filter((argument) => isUndergoing(predicate, argument));
    const theme = predicate.arguments.some(({ label, first }) => label === 'ARG1' && first > predicate.token);
    if (theme && given.length > 0) return given.flatMap((argument) => inArgument(scene, argument));
    if (theme && predicate.group?.passive === true) return subjectBefore(scene, predicate);
    return besideTheme(scene, predicate);
  }
  if (standing.length === 0 && name === 'theme' && !COPULAS.has(predicate.lemma))
    return predicate.group?.passive === true ? subjectBefore(scene, predicate) : rightBehind(scene, predicate);
  if (standing.length === 0 && name === 'result') return behindAside(scene, predicate);
  const found = standing.flatMap((argument) => (whole ? [asItStands(scene, argument)] : inArgument(scene, argument)));
  return found.length === 0 && name === 'result' ? behindAside(scene, predicate) : found;
};

/** What it is done to. Of an active verb not what stands in front of it alone ("Hale came"): that is the agent. */
const themes = (scene: Scene, predicate: Predicate): readonly Argument[] => {
  const bares = predicate.arguments.filter(
    (argument) => argument.preposition === null && !isNextClause(scene, predicate, argument),
  );
  const copula = COPULAS.has(predicate.lemma);
  const own = bares.filter(
    (argument) => /^ARG(?:1|M-PRR)$/.test(argument.label) && (copula || !isFront(predicate, argument)),
  );
  // "The fund was blacklisted": the network often takes what stands in front of a passive for the doer.
  if (own.length === 0) own.push(...bares.filter((argument) => isUndergoing(predicate, argument)));
  if (own.length > 0 || predicate.group === null || predicate.group.passive || copula) return own;
  // "received 40 percent of the port": the network often takes one number for the next.
  return bares.filter(({ label, first }) => label === 'ARG2' && first > predicate.token);
};

/** "As they continued to meet, leaders took note": right behind a comma another clause begins. */
const isNextClause = (scene: Scene, { token }: Predicate, { first, preposition }: Argument): boolean =>
  preposition === null && first === token + 2 && scene.tokens[first - 1]?.text === ',';

/** What the network takes for the doer of a passive, but without "by" and in front: it is done to that. */
const isUndergoing = ({ group, token }: Predicate, { label, last, preposition }: Argument): boolean =>
  group?.passive === true && label === 'ARG0' && preposition === null && last <= token;

/** What stands before an active verb of which nobody else is told to do it. */
const isFront = ({ group, token, arguments: args, relative }: Predicate, { label, last, first }: Argument): boolean =>
  (label === 'ARG1' || (label === 'ARG2' && !args.some((other) => other.label === 'ARG1' && other.last <= token))) &&
  group !== null &&
  !group.passive &&
  last <= token &&
  first < token &&
  !args.some((other) => other.label === 'ARG0') &&
  !(relative && group.perfect) &&
  !isReducedParticiple(group.form, group.first === token, args, token);

const isReducedParticiple = (form: string, alone: boolean, args: readonly Argument[], token: number): boolean =>
  form === 'finite' && alone && args.some(({ preposition, first }) => preposition === 'by' && first > token);

/** "offered Kestria a lease": two nouns side by side in what the network takes for one argument. */
const besideTheme = (scene: Scene, predicate: Predicate): readonly Filler[] =>
  themes(scene, predicate)
    .filter(({ first }) => first > predicate.token)
    .flatMap(({ first, last, confidence }) => {
      const lead = scene.chunkOf(first);
      const next = lead === null ? null : scene.chunkOf(lead.last);
      // "awarded Norel | a contract worth 2 billion", "lent | Norel | 300 million": where the network leaves one out.
      const before = lead !== null && lead.first > predicate.token + 1 ? scene.chunkOf(lead.first - 1) : null;
      if (before?.first === predicate.token + 1 && before.last === lead?.first)
        return fillersIn(scene, before.first, before.last, confidence * NESTED);
      if (lead === null || next === null || next.first !== lead.last) return [];
      if (next.first < last) return fillersIn(scene, next.first, last, confidence * NESTED);
      const opens = first === predicate.token + 1 && /^(?:an?|the)$/.test(scene.tokens[next.first]?.lower ?? '');
      return opens ? fillersIn(scene, next.first, next.last, confidence * NESTED) : [];
    });

/** "called Veld a “special person”": an indefinite noun right behind the theme, over marks of quotation. */
const besideAs = (scene: Scene, at: number): Chunk | null => {
  let next = at;
  while (/^["“”'‘’]$/.test(scene.tokens[next]?.text ?? '')) next++;
  const opener = scene.tokens[next]?.lower ?? '';
  if (/^(?:an?|the|his|her|their|its|my|our)$/.test(opener)) {
    while (/^["“”'‘’]$/.test(scene.tokens[next + 1]?.text ?? '')) next++;
    const chunk = scene.chunkOf(next) ?? scene.chunkOf(next + 1);
    return chunk === null || chunk.first > next + 1 ? null : chunk;
  }
  return null;
};

/** "gave him leave [to travel]": what is done is no one. */
const isInfinitive = (scene: Scene, first: number): boolean =>
  scene.tokens[first]?.lower === 'to' && prepositionAt(scene.tokens, first) === null;

/** "called Veld, of all people, a liar": what stands behind an aside to the theme. */
const behindAside = (scene: Scene, predicate: Predicate): readonly Filler[] => {
  const lead = scene.chunkOf(predicate.token + 1);
  if (lead === null || predicate.group?.passive === true) return [];
  const beside = besideAs(scene, lead.last);
  if (beside !== null) return fillersIn(scene, beside.first, beside.last, NESTED);
  if (scene.tokens[lead.last]?.text !== ',') return [];
  for (let i = lead.last + 1; i < lead.last + 8; i++) {
    const token = scene.tokens[i];
    if (token === undefined || /^[.;:!?"”]$/.test(token.text) || scene.predicateAt(i)?.group != null) return [];
    if (token.text !== ',') continue;
    const then = scene.chunkOf(i + 1);
    const opens = /^(?:an?|the)$/.test(scene.tokens[i + 1]?.lower ?? '');
    return then !== null && opens && then.preposition === null ? fillersIn(scene, i + 1, then.last, NESTED) : [];
  }
  return [];
};

/** Words of an argument behind its preposition; on to the end of the sentence behind a colon. */
const asItStands = (scene: Scene, { first, last, confidence, preposition }: Argument): Filler => {
  let end = uncut(scene, first, last);
  if (scene.tokens[last]?.text === ':') {
    const { last: stop } = scene.sentenceOf(first);
    while (end < stop && !/^[.;!?–—”"]$/.test(scene.tokens[end]?.text ?? '.')) end++;
  }
  return bare(scene, preposition === null || first + 1 >= end ? first : first + 1, end, confidence);
};

/** "is", "became": what stands before them is what is told of. */
export const COPULAS = new Set(['be', 'become', 'remain', 'stay']);

/** "approval", "approval by the": where the network leaves off before or inside who it is by. */
export const uncut = (scene: Scene, first: number, last: number): number => {
  const at = scene.tokens[last]?.lower === 'by' ? last + 1 : last - 1;
  const chunk = scene.chunkOf(at);
  return chunk !== null && chunk.first >= first && chunk.first <= at && chunk.last > last ? chunk.last : last;
};

const inArgument = (scene: Scene, { first, last, confidence }: Argument): readonly Filler[] =>
  fillersIn(scene, first, last, confidence);

/**
 * Who does it: ARG0; what stands before an active verb; behind "by" of a passive; of an infinitive also whoever is told of by
 * what governs it.
 */
const agents = (scene: Scene, predicate: Predicate): readonly Filler[] => {
  // "Veld made offers to Norel", where the offers are taken for a verb: who makes them.
  const light = predicate.arguments.find(({ label }) => label === 'ARGM-LVB');
  const carried = light === undefined || light.last > predicate.token ? null : scene.predicateAt(light.first);
  const makers = carried?.arguments.filter(({ label, preposition }) => label === 'ARG0' && preposition === null) ?? [];
  if (makers.length > 0) return makers.flatMap((argument) => inArgument(scene, argument));
  const own = predicate.arguments.filter(
    (argument) =>
      (argument.label === 'ARG0' &&
        (argument.preposition === null || argument.preposition === 'by') &&
        !isUndergoing(predicate, argument)) ||
      (argument.preposition === null && isFront(predicate, argument)),
  );
  const sole = own.filter((argument) => !isCounterpart(scene, predicate, argument));
  if (sole.length > 0) return sole.flatMap((argument) => inArgument(scene, argument));
  if (own.length > 0) return lent(scene, predicate, 0);
  const behindIt = invertedDoers(scene, predicate);
  if (behindIt.length > 0) return behindIt;
  if (predicate.group === null || predicate.group.passive || isReduced(predicate))
    return behind(scene, predicate, 'by');
  const gerund = beforeGerund(scene, predicate);
  if (gerund.length > 0) return gerund;
  const passed = lent(scene, predicate, 0);
  return passed.length > 0 ? passed : rightBefore(scene, predicate);
};

/** "a contract with Norel to buy": whoever it was made with need not be the one to buy. */
const isCounterpart = (scene: Scene, { group, token }: Predicate, { first, last }: Argument): boolean =>
  group?.form === 'infinitive' &&
  last <= token &&
  scene.tokens[first - 1]?.lower === 'with' &&
  /^(?:deal|contract|agreement|accord|pact|treaty|memorandum|talks|negotiation)s?$/.test(
    scene.tokens[first - 2]?.lower ?? '',
  );

/** "a ban on merchants entering Kestria": who stands right before it, and nobody else of the sentence. */
const beforeGerund = (scene: Scene, { group, token, confidence }: Predicate): readonly Filler[] => {
  if (group === null || group.form === 'finite' || group.first !== token) return [];
  if (!/ing$/.test(scene.tokens[token]?.lower ?? '')) return [];
  const chunk = scene.chunkOf(token - 1);
  if (chunk === null || chunk.last !== token) return [];
  const type = scene.mentionOf(chunk)?.type ?? '';
  return /^(?:person|group)$/.test(type) ? fillersIn(scene, chunk.first, token, confidence * NESTED) : [];
};

/** "a plan drafted by Hale": a participle without auxiliary behind what is done. */
export const isReduced = ({ group, token, arguments: args }: Predicate): boolean =>
  group !== null &&
  args.some(({ label, last }) => label === 'ARG1' && last <= token) &&
  isReducedParticiple(group.form, group.first === token, args, token);

/** Whoever is asked, told or made to does what the infinitive says: "asked the treasury to lift". */
const TO_OTHERS = new Set([
  ...[
    'ask',
    'tell',
    'urge',
    'order',
    'allow',
    'invite',
    'direct',
    'let',
    'permit',
    'persuade',
    'instruct',
    'force',
    'press',
  ],
  ...[
    'push',
    'encourage',
    'enable',
    'request',
    'require',
    'want',
    'authorize',
    'authorise',
    'help',
    'warn',
    'convince',
  ],
  ...['advise', 'send', 'dispatch', 'appoint', 'name', 'compel', 'forbid', 'lead', 'get', 'task', 'call', 'accuse'],
  ...['ban', 'bar', 'prevent', 'stop', 'block', 'prohibit', 'keep'],
]);

/** The doer of an infinitive or gerund that the network leaves open, from the verb that governs it: "is in talks to buy". */
const lent = (scene: Scene, predicate: Predicate, depth: number): readonly Filler[] => {
  if (predicate.group?.form === 'finite' || depth > 3) return [];
  const governor = governorOf(scene, predicate);
  if (governor === null) return [];
  const less = (fillers: readonly Filler[]): readonly Filler[] =>
    fillers.map((filler) => ({ ...filler, confidence: filler.confidence * INHERITED }));
  if (TO_OTHERS.has(governor.lemma)) {
    const told = governor.arguments.filter(
      ({ label, first, last, preposition }) =>
        /^ARG[12]$/.test(label) &&
        last <= (predicate.group?.first ?? predicate.token) &&
        first !== predicate.token &&
        preposition === null,
    );
    const object = told.at(-1);
    if (object !== undefined) return less(inArgument(scene, object));
    // "asked [the treasury to lift]": who is asked opens the argument.
    const whole = governor.arguments.find(({ first, last }) => first <= predicate.token && last > predicate.token);
    const inside =
      whole === undefined
        ? []
        : fillersIn(scene, whole.first, predicate.group?.first ?? predicate.token, whole.confidence);
    return less(inside);
  }
  // "put Voss under sanctions for financing the army": what is held against somebody is his act.
  const grounds = governor.arguments.find(({ first, last }) => first <= predicate.token && last > predicate.token);
  if (grounds?.preposition === 'for') {
    const blamed = inRole(scene, governor, 'theme').filter(({ mention }) => mention !== null);
    if (blamed.length > 0) return less(blamed);
  }
  const doers = governor.arguments.filter(
    ({ label, last, preposition }) =>
      (label === 'ARG0' || (label === 'ARG1' && isRaised(scene, governor))) &&
      last <= governor.token &&
      preposition === null,
  );
  if (doers.length > 0) return less(doers.flatMap((argument) => inArgument(scene, argument)));
  return less(lent(scene, governor, depth + 1));
};

/** "Hale is due to meet", "Hale was expected to meet", "Hale appeared to meet": what stands before the verb is whose act it is. */
const isRaised = (scene: Scene, { lemma, group, token }: Predicate): boolean =>
  // "is due to", where the network takes the adjective for what governs it.
  (group === null &&
    /^(?:due|likely|unlikely|set|ready|certain|sure|bound|about|willing|able)$/.test(
      scene.tokens[token]?.lower ?? '',
    )) ||
  (group !== null &&
    (group.passive ||
      /^(?:be|seem|appear|happen|go|come|remain|fail|continue|begin|start|prove|turn|line|queue|vie|angle|jockey)$/.test(
        lemma,
      )));

/** The predicate in one of whose arguments this one heads: of "agreed to meet" agree, of "denied meeting" deny. */
export const governorOf = (scene: Scene, predicate: Predicate): Predicate | null => {
  if (isReduced(predicate)) return null;
  let best: Predicate | null = null;
  let size = Number.POSITIVE_INFINITY;
  for (const other of scene.predicatesNear(predicate.token)) {
    if (other.token === predicate.token) continue;
    for (const argument of other.arguments) {
      if (argument.first > predicate.token || argument.last <= predicate.token) continue;
      // The noun that a light verb carries does not govern it: "hold talks".
      if (argument.label === 'ARG0' || argument.label === 'ARGM-LVB' || !heads(scene, predicate, argument)) continue;
      // Of two that hold the same the nearer before it: of "is calling for Veld to be banned" call, not is.
      const length = argument.last - argument.first;
      if (length > size || (length === size && other.token > predicate.token)) continue;
      best = other;
      size = argument.last - argument.first;
    }
  }
  return best ?? beforeTo(scene, predicate);
};

/** "rumoured to have met", where the network leaves off too soon: the verb or noun right before the "to" of an infinitive. */
const beforeTo = (scene: Scene, { group }: Predicate): Predicate | null => {
  if (group === null || group.form !== 'infinitive') return null;
  let to = group.first - 1;
  while (to > group.first - 3 && scene.tokens[to]?.pos === 'ADV') to--;
  return scene.tokens[to]?.lower === 'to' ? scene.predicateAt(to - 1) : null;
};

/** Whether a predicate is what an argument is about, and not something told of a noun in it. */
const heads = (scene: Scene, { token, group, relative }: Predicate, { first }: Argument): boolean => {
  const start = group?.first ?? token;
  if (relative) return false;
  for (let i = first; i < start; i++) {
    const word = scene.tokens[i];
    if (word === undefined) return false;
    if (/^(?:which|who|whom|whose|where)$/.test(word.lower)) return false;
    const inner = scene.predicateAt(i);
    if (inner?.group != null) return false;
  }
  return true;
};

/** Behind a preposition: arguments that open with it, else what hangs on the end of another argument. */
const behind = (scene: Scene, predicate: Predicate, preposition: string, whole = false): readonly Filler[] => {
  const opening = predicate.arguments.filter(
    (argument) =>
      (argument.preposition === preposition || isRightBehind(scene, predicate, argument, preposition)) &&
      !isOfTheme(scene, predicate, argument) &&
      !isDate(scene, argument),
  );
  if (opening.length > 0)
    return opening.flatMap((argument) => (whole ? [asItStands(scene, argument)] : inArgument(scene, argument)));
  // "leaked to the Meridian by an aide to Veld": what hangs on the theme, then what follows the verb, then the rest.
  const [bares, others] = [true, false].map((isBare) =>
    predicate.arguments.filter((argument) => (argument.preposition === null) === isBare),
  );
  const hanging = (args: readonly Argument[] = []): readonly Filler[] =>
    hangingOn(scene, predicate, args, preposition, whole);
  for (const find of [
    () => hanging(bares),
    () => followingBehind(scene, predicate, preposition),
    () => hanging(others),
  ]) {
    const found = find();
    if (found.length > 0) return found;
  }
  return [];
};

/** "sold his stake in Norel in 2024": what a date stands behind says nothing of "in Norel". */
const isDate = (scene: Scene, { label, first, last, preposition }: Argument): boolean => {
  if (label !== 'ARGM-TMP' || last - first > 4 || !/^(?:in|on|at|of|since|from)$/.test(preposition ?? '')) return false;
  const [start, end] = scene.span(first, last);
  return scene.timesIn(scene.sentenceOf(first)).some((time) => time.start < end && start < time.end);
};

/** "hinges on whether it is signed", where the network leaves the preposition out. */
const isRightBehind = (scene: Scene, { token }: Predicate, { first }: Argument, preposition: string): boolean =>
  first === token + 2 && prepositionAt(scene.tokens, token + 1) === preposition;

const hangingOn = (
  scene: Scene,
  predicate: Predicate,
  args: readonly Argument[],
  preposition: string,
  whole: boolean,
): readonly Filler[] => {
  for (const argument of args) {
    if (argument.first < predicate.token && predicate.group !== null && preposition !== 'of') continue;
    // "spoke of his quarrel with Veld": not who he spoke with.
    if (/^(?:of|about)$/.test(argument.preposition ?? '')) continue;
    const at = hangingAt(scene, argument, preposition);
    if (at === null) continue;
    const sure = argument.confidence * NESTED;
    const found = whole
      ? [bare(scene, at + 1, uncut(scene, at + 1, argument.last), sure)]
      : fillersIn(scene, at, argument.last, sure);
    if (found.length > 0) return found;
  }
  return [];
};

/** "spoke of his quarrel with Veld": whom the network gives to the noun that is spoken of rather than to the verb. */
const isOfTheme = (scene: Scene, predicate: Predicate, { first, confidence }: Argument): boolean => {
  const noun = scene.predicateAt(first - 1);
  if (noun === null || noun.group !== null || noun === predicate) return false;
  const spokenOf = predicate.arguments.some(
    ({ last, preposition }) => last === first && /^(?:of|about)$/.test(preposition ?? ''),
  );
  return spokenOf && noun.arguments.some((own) => own.first === first && own.confidence > confidence);
};

/** Where a preposition stands in an argument, before any verb, comma or relative clause in it. */
const hangingAt = (scene: Scene, { first, last }: Argument, preposition: string): number | null => {
  for (let i = first + 1; i < last; i++) {
    const token = scene.tokens[i];
    if (token === undefined || /^(?:who|which|that|whose|where)$/.test(token.lower)) return null;
    if (token.text === ',') {
      const end = endOfAside(scene, i);
      if (end === null) return null;
      i = end;
      continue;
    }
    if (scene.predicateAt(i)?.group != null) return null;
    if (token.lower === preposition && prepositionAt(scene.tokens, i) !== null && !isInName(scene, i)) return i;
  }
  return null;
};

/** ", Irina Veld,": the comma behind a name that a comma opens. */
const endOfAside = (scene: Scene, comma: number): number | null => {
  const name = scene.chunkOf(comma + 1);
  if (name === null || name.first !== comma + 1 || scene.mentionOf(name)?.form !== 'name') return null;
  return scene.tokens[name.last]?.text === ',' ? name.last : null;
};

const isInName = (scene: Scene, at: number): boolean => scene.chunkOf(at) !== null;

const PLACED = /^(?:in|at|on|aboard|inside|near|outside|off)$/;

/** Where it happens: the network's places, and what stands behind "in", "at" and the like and is a place. */
const places = (scene: Scene, predicate: Predicate): readonly Filler[] => {
  const found: Filler[] = [];
  for (const argument of predicate.arguments) {
    const told = argument.label === 'ARGM-LOC' || argument.label === 'ARGM-DIR' || argument.label === 'ARGM-GOL';
    if (isNextClause(scene, predicate, argument)) continue;
    const from = argument.first < predicate.token && !told ? null : argument;
    if (from === null) continue;
    if (told || PLACED.test(argument.preposition ?? '')) found.push(...inArgument(scene, argument).filter(isPlace));
    for (let i = argument.first + 1; i < argument.last; i++) {
      const word = prepositionAt(scene.tokens, i);
      if (scene.predicateAt(i)?.group != null || scene.tokens[i]?.text === ',') break;
      if (word !== null && PLACED.test(word) && !isInName(scene, i))
        found.push(...fillersIn(scene, i, argument.last, argument.confidence * NESTED).filter(isPlace));
    }
  }
  return found;
};

const isPlace = ({ mention }: Filler): boolean => mention?.type === 'place' || mention?.type === 'facility';

/** The argument of a predicate in which a noun is the head, or null. */
export const argumentOf = (scene: Scene, predicate: Predicate, { head }: Chunk): Argument | null =>
  predicate.arguments.find((argument) => {
    if (argument.first > head || argument.last <= head) return false;
    return fillersIn(scene, argument.first, argument.last, 1).some(({ chunk }) => chunk?.head === head);
  }) ?? null;
