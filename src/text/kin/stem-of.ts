/** Base forms, each with the forms that no suffix tells. General English. */
const IRREGULAR_FORMS = `
  be: am are is was were been; arise: arose arisen; awake: awoke; bear: bore borne; beat: beaten;
  become: became; begin: began begun; bend: bent; bind: bound; bite: bit bitten; bleed: bled;
  blow: blew blown; break: broke broken; breed: bred; bring: brought; build: built; burn: burnt;
  buy: bought; catch: caught; choose: chose chosen; cling: clung; come: came; creep: crept; deal: dealt;
  do: did done; dig: dug; draw: drew drawn; drink: drank drunk; drive: drove driven; dwell: dwelt;
  eat: ate eaten; fall: fell fallen; feed: fed; feel: felt; fight: fought; find: found; flee: fled;
  fling: flung; fly: flew flown; forbid: forbade forbidden; forget: forgot forgotten;
  forgive: forgave forgiven; freeze: froze frozen; get: got gotten; give: gave given; go: went gone;
  grow: grew grown; hang: hung; have: had has; hear: heard; hide: hid hidden; hold: held; keep: kept;
  kneel: knelt; know: knew known; lay: laid; lead: led; leap: leapt; learn: learnt; leave: left; lend: lent;
  lie: lay lain lying; light: lit; lose: lost; make: made; mean: meant; meet: met;
  mistake: mistook mistaken; overcome: overcame; overthrow: overthrew overthrown; pay: paid; prove: proven;
  run: ran; ring: rang rung; ride: rode ridden; rise: rose risen; say: said; see: saw seen; seek: sought;
  sell: sold; send: sent; shake: shook shaken; shine: shone; shoot: shot; show: shown; shrink: shrank;
  sing: sang sung; sink: sank sunk; sit: sat; sleep: slept; slide: slid; speak: spoke spoken; speed: sped;
  spend: spent; spin: spun; spring: sprang; stand: stood; steal: stole stolen; stick: stuck;
  strike: struck stricken; strive: strove; swear: swore sworn; sweep: swept; swim: swam; swing: swung;
  take: took taken; teach: taught; tear: tore torn; tell: told; think: thought; throw: threw thrown;
  understand: understood; undertake: undertook undertaken; undo: undid undone; wake: woke woken;
  wear: wore worn; win: won; withdraw: withdrew withdrawn; withhold: withheld; withstand: withstood;
  wind: wound; write: wrote written; man: men; woman: women; child: children; person: people; life: lives;
  wife: wives; thief: thieves; death: deaths; die: died dying dies dead death; tie: tying;
`;

const irregular: ReadonlyMap<string, string> = new Map(
  IRREGULAR_FORMS.split(';').flatMap((entry) => {
    const [base, forms] = entry.trim().split(': ');
    return base === undefined || forms === undefined ? [] : forms.split(' ').map((form) => [form, base] as const);
  }),
);

const isVowel = (word: string, at: number): boolean => {
  const letter = word[at] ?? '';
  return 'aeiou'.includes(letter) || (letter === 'y' && at > 0 && !isVowel(word, at - 1));
};

/** How often vowels are followed by consonants. */
const measure = (stem: string): number => {
  let count = 0;
  for (let at = 1; at < stem.length; at++) if (isVowel(stem, at - 1) && !isVowel(stem, at)) count++;
  return count;
};

const hasVowel = (stem: string): boolean => [...stem].some((_, at) => isVowel(stem, at));

const isDoubled = (word: string): boolean =>
  word.length > 1 && word.at(-1) === word.at(-2) && !isVowel(word, word.length - 1);

/** Consonant, vowel, consonant at the end: a short syllable, behind which an e was dropped. */
const isShort = (word: string): boolean => {
  const last = word.length - 1;
  return (
    last > 1 &&
    !isVowel(word, last) &&
    isVowel(word, last - 1) &&
    !isVowel(word, last - 2) &&
    !'wxy'.includes(word[last] ?? '')
  );
};

type Swap = readonly [ending: string, fresh: string];

const LONG_ENDINGS: readonly Swap[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['isation', 'ize'],
  ['ization', 'ize'],
  ['abli', 'able'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
];
const MIDDLE_ENDINGS: readonly Swap[] = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
];
const LAST_ENDINGS = 'ement ance ence able ible ment ant ent ion ism ate iti ous ive ize al er ic ou'.split(' ');

const swapped = (word: string, swaps: readonly Swap[]): string => {
  for (const [ending, fresh] of swaps) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    return measure(stem) > 0 ? stem + fresh : word;
  }
  return word;
};

const withoutInflection = (given: string): string => {
  let word = given;
  if (word.endsWith('sses') || word.endsWith('ies')) word = word.slice(0, -2);
  else if (word.endsWith('s') && !word.endsWith('ss')) word = word.slice(0, -1);
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const ending = ['ed', 'ing'].find((one) => word.endsWith(one) && hasVowel(word.slice(0, -one.length)));
  if (ending === undefined) return word;
  word = word.slice(0, -ending.length);
  if (/(?:at|bl|iz)$/.test(word)) return `${word}e`;
  if (isDoubled(word)) return /[lsz]$/.test(word) ? word : word.slice(0, -1);
  return measure(word) === 1 && isShort(word) ? `${word}e` : word;
};

const withoutLastEnding = (word: string): string => {
  const ending = LAST_ENDINGS.find((one) => word.endsWith(one));
  if (ending === undefined) return word;
  const stem = word.slice(0, -ending.length);
  return measure(stem) > 1 && (ending !== 'ion' || /[st]$/.test(stem)) ? stem : word;
};

const withoutFinalE = (word: string): string => {
  if (!word.endsWith('e')) return word;
  const stem = word.slice(0, -1);
  return measure(stem) > 1 || (measure(stem) === 1 && !isShort(stem)) ? stem : word;
};

const make = (given: string): string => {
  const lower = given.toLowerCase();
  let word = irregular.get(lower) ?? lower;
  if (word.length <= 2 || !/^[a-z]+$/.test(word)) return word;
  word = withoutInflection(word);
  if (word.endsWith('y') && hasVowel(word.slice(0, -1))) word = `${word.slice(0, -1)}i`;
  word = withoutFinalE(withoutLastEnding(swapped(swapped(word, LONG_ENDINGS), MIDDLE_ENDINGS)));
  return measure(word) > 1 && word.endsWith('ll') ? word.slice(0, -1) : word;
};

const made = new Map<string, string>();
const MOST_KEPT = 100_000;

/**
 * The stem of an English word: the same for its inflections and, mostly, for noun and verb of one root ("met", "meeting").
 *
 * A key to compare by, often no word. A word with signs, digits or letters beyond a to z is only put in lower case.
 *
 * @see Porter, An algorithm for suffix stripping, 1980; irregular forms are looked up first.
 */
export const stemOf = (word: string): string => {
  let stem = made.get(word);
  if (stem === undefined) {
    stem = make(word);
    if (made.size >= MOST_KEPT) made.clear();
    made.set(word, stem);
  }
  return stem;
};
