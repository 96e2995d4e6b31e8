// English inflection for the word lists: regular rules, and the irregular forms that the lists need.
const irregularVerbs = {
  say: ['says', 'said', 'saying'],
  tell: ['tells', 'told', 'telling'],
  think: ['thinks', 'thought', 'thinking'],
  know: ['knows', 'knew', 'known', 'knowing'],
  write: ['writes', 'wrote', 'written', 'writing'],
  speak: ['speaks', 'spoke', 'spoken', 'speaking'],
  swear: ['swears', 'swore', 'sworn', 'swearing'],
  see: ['sees', 'saw', 'seen', 'seeing'],
  foresee: ['foresees', 'foresaw', 'foreseen', 'foreseeing'],
  feel: ['feels', 'felt', 'feeling'],
  hold: ['holds', 'held', 'holding'],
  find: ['finds', 'found', 'finding'],
  show: ['shows', 'showed', 'shown', 'showing'],
  hear: ['hears', 'heard', 'hearing'],
  overhear: ['overhears', 'overheard', 'overhearing'],
  understand: ['understands', 'understood', 'understanding'],
  mean: ['means', 'meant', 'meaning'],
  forget: ['forgets', 'forgot', 'forgotten', 'forgetting'],
  withdraw: ['withdraws', 'withdrew', 'withdrawn', 'withdrawing'],
  seek: ['seeks', 'sought', 'seeking'],
  choose: ['chooses', 'chose', 'chosen', 'choosing'],
  forbid: ['forbids', 'forbade', 'forbidden', 'forbidding'],
  beseech: ['beseeches', 'besought', 'beseeched', 'beseeching'],
  forecast: ['forecasts', 'forecast', 'forecasted', 'forecasting'],
  broadcast: ['broadcasts', 'broadcast', 'broadcasting'],
  read: ['reads', 'read', 'reading'],
  undertake: ['undertakes', 'undertook', 'undertaken', 'undertaking'],
  dream: ['dreams', 'dreamed', 'dreamt', 'dreaming'],
  learn: ['learns', 'learned', 'learnt', 'learning'],
  let: ['lets', 'let', 'letting'],
  set: ['sets', 'set', 'setting'],
  lay: ['lays', 'laid', 'laying'],
  put: ['puts', 'put', 'putting'],
  go: ['goes', 'went', 'gone', 'going'],
  spell: ['spells', 'spelled', 'spelt', 'spelling'],
  shoot: ['shoots', 'shot', 'shooting'],
  cast: ['casts', 'cast', 'casting'],
  make: ['makes', 'made', 'making'],
  be: ['is', 'are', 'was', 'were', 'been', 'being'],
  lie: ['lies', 'lied', 'lying'],
  quip: ['quips', 'quipped', 'quipping'],
  forewarn: ['forewarns', 'forewarned', 'forewarning'],
  gainsay: ['gainsays', 'gainsaid', 'gainsaying'],
  mislead: ['misleads', 'misled', 'misleading'],
  run: ['runs', 'ran', 'running'],
  give: ['gives', 'gave', 'given', 'giving'],
  take: ['takes', 'took', 'taken', 'taking'],
};
const irregularPlurals = {
  wife: 'wives',
  child: 'children',
  man: 'men',
  woman: 'women',
  person: 'people',
  hypothesis: 'hypotheses',
  prognosis: 'prognoses',
  analysis: 'analyses',
  testimony: 'testimonies',
  staff: 'staff',
  people: 'people',
  kinsman: 'kinsmen',
  kinswoman: 'kinswomen',
  grandchild: 'grandchildren',
  stepchild: 'stepchildren',
  godchild: 'godchildren',
  folk: 'folk',
  personnel: 'personnel',
  police: 'police',
  knowledge: 'knowledge',
  chief: 'chiefs',
  proof: 'proofs',
  belief: 'beliefs',
  midwife: 'midwives',
  housewife: 'housewives',
  thief: 'thieves',
};
// Verbs of more than one syllable that double their last letter because the stress is on it.
const doubling = new Set([
  'admit',
  'commit',
  'plan',
  'plot',
  'submit',
  'permit',
  'concur',
  'infer',
  'beg',
  'ban',
  'bar',
  'chat',
  'rebut',
  'blog',
  'recur',
  'refer',
  'prefer',
  'pen',
  'jot',
  'disbar',
  'sum',
  'blab',
  'slip',
  'aver',
  'compel',
  'fret',
]);
const fixed = new Set(['text']);

function verbForms(verb) {
  if (irregularVerbs[verb]) return irregularVerbs[verb];
  if (fixed.has(verb)) return [`${verb}s`, `${verb}ed`, `${verb}ing`];
  if (/[^aeiou]y$/.test(verb)) return [`${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  const third = /(?:s|sh|ch|x|z|o)$/.test(verb) ? `${verb}es` : `${verb}s`;
  if (/ee$/.test(verb)) return [third, `${verb}d`, `${verb}ing`];
  if (verb.endsWith('e')) return [third, `${verb}d`, `${verb.slice(0, -1)}ing`];
  if (doubling.has(verb)) return [third, `${verb}${verb.at(-1)}ed`, `${verb}${verb.at(-1)}ing`];
  if (/(?:signal|counsel|travel|label)$/.test(verb))
    return [third, `${verb}ed`, `${verb}ing`, `${verb}led`, `${verb}ling`];
  return [third, `${verb}ed`, `${verb}ing`];
}

export function pluralOf(noun) {
  const at = Math.max(noun.lastIndexOf(' '), noun.endsWith('-in-law') ? -1 : noun.lastIndexOf('-')) + 1;
  const inLaw = /^(.+)(-in-law)$/.exec(noun);
  if (inLaw) return `${pluralOf(inLaw[1])}${inLaw[2]}`;
  const of = /^(\S+)( (?:of|for|in|to|at) .+)$/.exec(noun);
  if (of) return `${pluralOf(of[1])}${of[2]}`;
  const head = noun.slice(0, at);
  const last = noun.slice(at);
  if (irregularPlurals[last]) return head + irregularPlurals[last];
  if (/(?:man)$/.test(last) && !/^(?:human|german|roman|shaman|ottoman|talisman|caiman)$/.test(last))
    return `${head}${last.slice(0, -3)}men`;
  if (/[^aeiou]y$/.test(last)) return `${head}${last.slice(0, -1)}ies`;
  if (/(?:s|sh|ch|x|z)$/.test(last)) return `${noun}es`;
  return `${noun}s`;
}

/** Inflected forms other than the lemma: of a verb (also with a particle), the plural of a noun; none for fixed phrases. */
export function inflect(lemma, kind) {
  if (kind === 'noun') return [pluralOf(lemma)].filter((form) => form !== lemma);
  if (kind !== 'verb') return [];
  const [head, ...rest] = lemma.split(' ');
  if (head === 'would') return [];
  const tail = rest.length > 0 ? ` ${rest.join(' ')}` : '';
  return [...new Set(verbForms(head).map((form) => form + tail))].filter((form) => form !== lemma);
}
