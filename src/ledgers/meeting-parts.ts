import { byText, type Claim, type Entity, type Filler, type Meeting } from '../model/index.ts';
import type { Told } from '../weigh/index.ts';
import { MEETING_WORDS, type Occasion, Occasions } from './occasions.ts';
import { entitiesIn } from './rows.ts';

type Representation = Meeting['representations'][number];
type Bypassed = Meeting['bypassed'][number];
type HandedOver = Meeting['handedOver'][number];

/** What is told around a meeting: on whose authority, past whom, what changed hands. */
export interface MeetingParts {
  readonly representations: readonly Representation[];
  readonly bypassed: readonly Bypassed[];
  readonly handedOver: readonly HandedOver[];
}

export const NO_PARTS: MeetingParts = { representations: [], bypassed: [], handedOver: [] };

/** Posts whose holder acts for somebody else, in the words of a tie: "envoy of", "lawyer for". General English. */
const ACTS_FOR =
  /\b(?:envoy|emissary|representative|attorney|lawyer|counsel|solicitor|negotiator|delegate|ambassador|proxy|go-between|intermediary|plenipotentiary)\b/i;
const FORMER = /\b(?:former|ex|erstwhile|late|one-time|then)\b/i;

const keyOf = ({ text, entity }: Filler): string => entity ?? text.toLowerCase().replace(/^(?:the|an?) /, '');

/** Claims that came about or are to come about; what was put off handed nothing over. */
const isOn = ({ status }: Claim): boolean => status !== 'postponed' && status !== 'cancelled';

interface Piece<Key> {
  readonly key: Key;
  readonly claim: Claim;
}

/** Claims that say one thing of one meeting, by key; keys in order. */
const gather = <Key>(
  pieces: readonly Piece<Key>[],
  keyOf: (key: Key) => string,
): readonly (readonly Piece<Key>[])[] => {
  const sets = new Map<string, Piece<Key>[]>();
  for (const piece of [...pieces].sort((a, b) => byText(a.claim.id, b.claim.id))) {
    const key = keyOf(piece.key);
    const known = sets.get(key);
    if (known === undefined) sets.set(key, [piece]);
    else if (!known.some(({ claim }) => claim.id === piece.claim.id)) known.push(piece);
  }
  return [...sets].sort(([a], [b]) => byText(a, b)).map(([, set]) => set);
};

const proofOf = (claims: readonly Claim[]): Pick<Representation, 'claims' | 'evidence'> => ({
  claims: claims.map((claim) => claim.id),
  evidence: claims.flatMap((claim) => claim.evidence),
});

const firstOf = <T>(list: readonly [T, ...T[]] | readonly T[]): T => list[0] as T;

/**
 * Joins what is told of authority, bypassing and handing over to the meetings that it is told of: within the same words, or
 * within two sentences by the people in it. What fits two meetings as well is joined to none.
 */
export const joinParts = (
  told: readonly Told[],
  all: readonly Occasion[],
  entities: ReadonlyMap<string, Entity>,
): ReadonlyMap<string, MeetingParts> => {
  const occasions = new Occasions(all);
  const found = new Map<string, { who: Piece<WhoFor>[]; past: Piece<Filler>[]; things: Piece<Thing>[] }>();
  const of = (occasion: Occasion) => {
    const known = found.get(occasion.id);
    if (known !== undefined) return known;
    const made = { who: [], past: [], things: [] };
    found.set(occasion.id, made);
    return made;
  };
  for (const { happening, favour, against } of told) {
    for (const claim of [...favour, ...against]) {
      if (!isOn(claim)) continue;
      if (happening.type === 'representation' || happening.type === 'tie') {
        for (const { occasion, key } of authorities(claim, occasions, entities)) of(occasion).who.push({ key, claim });
      } else if (happening.type === 'bypass') {
        for (const { occasion, key } of bypassings(claim, occasions)) of(occasion).past.push({ key, claim });
      } else if (happening.type === 'handover' || claim.properties.act === 'handed over') {
        for (const { occasion, key } of handings(claim, occasions)) of(occasion).things.push({ key, claim });
      }
    }
  }
  return new Map(
    [...found].map(([id, { who, past, things }]) => [
      id,
      {
        representations: gather(who, (key) => `${key.who} ${keyOf(key.for)} ${key.polarity}`).map((set) => ({
          ...firstOf(set).key,
          ...proofOf(set.map(({ claim }) => claim)),
        })),
        bypassed: bypassedOf(past),
        handedOver: handedOverOf(things),
      },
    ]),
  );
};

interface WhoFor {
  readonly who: string;
  readonly for: Filler;
  readonly polarity: Claim['polarity'];
}

type At<Key> = { readonly occasion: Occasion; readonly key: Key };

/**
 * On whose authority: said of the meeting itself, or of somebody in a report of meetings in which he took part. A counterpart who
 * was not there makes it another matter.
 */
const authorities = (
  claim: Claim,
  occasions: Occasions,
  entities: ReadonlyMap<string, Entity>,
): readonly At<WhoFor>[] => {
  const ends = endsOf(claim);
  if (ends === null) return [];
  const counterparts = entitiesIn([claim], 'counterpart');
  const around = occasions.around(claim);
  return ends.agents.flatMap((who) => {
    const own = around.filter(
      ({ occasion }) =>
        occasion.people.has(who) && (counterparts.length === 0 || counterparts.some((id) => occasion.people.has(id))),
    );
    const within = own.filter(({ distance }) => distance === 0);
    return (within.length > 0 ? within : own).flatMap(({ occasion }) =>
      ends.principals
        .filter((one) => one.entity !== who && !isOnlyDescribed(one, who, entities))
        .map((one) => ({ occasion, key: { who, for: one, polarity: claim.polarity } })),
    );
  });
};

/** "His own behalf" names nobody on whose authority he acts. */
const isOnlyDescribed = (filler: Filler, who: string, entities: ReadonlyMap<string, Entity>): boolean =>
  filler.entity === null && filler.text.toLowerCase() === (entities.get(who)?.name ?? '').toLowerCase();

const endsOf = (
  claim: Claim,
): { readonly agents: readonly string[]; readonly principals: readonly Filler[] } | null => {
  if (claim.type === 'representation')
    return { agents: entitiesIn([claim], 'agent'), principals: claim.roles.principal ?? [] };
  const words = claim.properties.words ?? '';
  if (claim.type !== 'tie' || !ACTS_FOR.test(words) || FORMER.test(words)) return null;
  if (claim.properties.until !== undefined) return null;
  return { agents: entitiesIn([claim], 'from'), principals: claim.roles.to ?? [] };
};

/** A meeting told of before: "these talks were held without the knowledge of …". */
const TOLD_MEETING =
  /\b(?:the|th[eo]se|this|that|their) (?:\w+ )?(?:meetings?|talks|negotiations|contacts?|conversations?|discussions)\b/i;

/** Who was kept out or not told: of a meeting as the words say, or of what those did who met there. */
const bypassings = (claim: Claim, occasions: Occasions): readonly At<Filler>[] => {
  const about = (claim.roles.about ?? []).map(({ text }) => text).join(' ');
  const isOfMeeting =
    MEETING_WORDS.test(about) || (about === '' && claim.evidence.some(({ quote }) => TOLD_MEETING.test(quote)));
  const isOfOther = about !== '' && !isOfMeeting && !/^(?:it|this|that|these|those|them|him|her)\b/i.test(about);
  const occasion = occasions.nearest(claim, ['by', 'about'], isOfMeeting);
  if (occasion === null) return [];
  if (isOfOther && !occasions.around(claim).some((one) => one.occasion === occasion && one.distance === 0)) return [];
  return (claim.roles.bypassed ?? [])
    .filter(({ entity }) => entity === null || !occasion.people.has(entity))
    .map((who) => ({ occasion, key: who }));
};

const bypassedOf = (pieces: readonly Piece<Filler>[]): readonly Bypassed[] =>
  (['positive', 'negative'] as const).flatMap((polarity) =>
    gather(
      pieces.filter(({ claim }) => claim.polarity === polarity),
      keyOf,
    ).map((set) => ({ who: firstOf(set).key, polarity, ...proofOf(set.map(({ claim }) => claim)) })),
  );

interface Thing {
  readonly what: Filler;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** A paper or a thing that went from one to another there, told as such or as a plan that was handed over. */
const handings = (claim: Claim, occasions: Occasions): readonly At<Thing>[] => {
  const isThing = claim.type === 'handover';
  const what = claim.roles[isThing ? 'thing' : 'proposal']?.[0];
  if (what === undefined) return [];
  const roles = isThing ? ['giver', 'recipient'] : ['author', 'recipient'];
  const occasion = occasions.nearest(claim, roles);
  if (occasion === null) return [];
  const [from, to] = [entitiesIn([claim], roles[0] ?? ''), entitiesIn([claim], roles[1] ?? '')];
  return [{ occasion, key: { what, from, to } }];
};

/** One thing handed over may be told by two claims of one sentence, or in several reports. */
const handedOverOf = (pieces: readonly Piece<Thing>[]): readonly HandedOver[] =>
  (['positive', 'negative'] as const).flatMap((polarity) => {
    const own = pieces.filter(({ claim }) => claim.polarity === polarity);
    const at = new Map<string, string>();
    // What stands on the same words is one thing, by the first that is told there.
    const placeKey = ({ key, claim }: Piece<Thing>): string => {
      const place = claim.evidence.map(({ document, start }) => `${document} ${start}`)[0] ?? '';
      const known = at.get(place);
      if (known !== undefined) return known;
      at.set(place, keyOf(key.what));
      return keyOf(key.what);
    };
    const keyed = [...own]
      .sort((a, b) => byText(a.claim.id, b.claim.id))
      .map((piece) => ({ ...piece, key: { ...piece.key, same: placeKey(piece) } }));
    return gather(keyed, (key) => key.same).map((set) => ({
      what: firstOf(set).key.what,
      from: [...new Set(set.flatMap(({ key }) => key.from))].sort(byText),
      to: [...new Set(set.flatMap(({ key }) => key.to))].sort(byText),
      polarity,
      ...proofOf(set.map(({ claim }) => claim)),
    }));
  });
