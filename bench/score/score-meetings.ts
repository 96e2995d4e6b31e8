import type { Filler, Meeting } from '../../src/model/index.ts';
import type { Score } from './ground.ts';
import { fold } from './ground.ts';
import { isoOf } from './known-case.ts';
import type { KnownMeeting } from './known-ledgers.ts';
import { isAlike, isWords, type Matcher } from './matcher.ts';
import { FieldTally, matchRows, type Pair, same } from './row-scores.ts';

const TYPES = ['meeting', 'visit', 'call'];
const CHANNELS: Readonly<Record<string, string>> = { 'through a mediator': 'mediator' };

const peopleOf = (known: KnownMeeting): readonly string[] => [
  ...known.participants,
  ...(known.disputedParticipants ?? []),
  ...(known.mediators ?? []),
  ...(known.attendance ?? []).map(({ who }) => who),
];

/** Meetings: which there are, and each of their fields where a known one was found. */
export const scoreMeetings = (matcher: Matcher): readonly Score[] => {
  const { answers } = matcher.ground;
  const made = matcher.case.meetings.filter(({ status }) => status !== 'hypothetical');
  const { score, apart, pairs } = matchRows<KnownMeeting, Meeting>(matcher, {
    kind: 'meetings',
    known: answers.meetings,
    made,
    types: TYPES,
    agrees: (known, row) => matcher.anyOf(peopleOf(known), row.participants),
    isTrue: (row) =>
      matcher
        .claimsAt(row.evidence, TYPES)
        .some(
          (claim) =>
            claim.status !== 'hypothetical' &&
            (claim.polarity === 'positive' || ['denied', 'disputed'].includes(row.status)) &&
            (row.participants.length === 0 || matcher.anyOf(Object.values(claim.roles).flat(), row.participants)),
        ),
    says: ({ status, date }) => `${status} ${date}`,
  });
  return [score, apart, ...values(matcher, pairs), ...lists(matcher, pairs)];
};

type Pairs = readonly Pair<KnownMeeting, Meeting>[];

const values = (matcher: Matcher, pairs: Pairs): readonly Score[] => {
  const status = new FieldTally('meetings: status');
  const date = new FieldTally('meetings: date');
  const place = new FieldTally('meetings: place');
  const channel = new FieldTally('meetings: channel');
  const duration = new FieldTally('meetings: duration');
  const standing = new FieldTally('meetings: official or not');
  for (const { known, made, name } of pairs) {
    // Where a claim of the whole is denied by another, that it is in dispute is right, too.
    const isDisputed = known.status === 'held' && isDenied(matcher, known);
    status.value(name, [known.status, ...(isDisputed ? ['disputed'] : [])], made.status, same);
    date.value(name, [known.date ?? [], known.dates ?? []].flat(), made.date, same, matcher.datesOf(known.id));
    const best = known.place === null ? [] : [known.place, ...(known.places ?? [])];
    const isPlace = (one: string, told: string): boolean =>
      matcher.is(one, made.placeEntity) || matcher.isNamed(one, told);
    place.value(name, best, made.place, isPlace, known.alsoPlaces ?? []);
    const how = known.channel === null || known.channel === 'unknown' ? [] : [known.channel];
    channel.value(
      name,
      how.map((one) => CHANNELS[one] ?? one),
      made.channel,
      same,
    );
    const lengths = known.durations ?? (known.duration === null ? [] : known.duration.split(/[;,]| or /));
    const exact = lengths.flatMap((words) => isoOf(words) ?? []);
    duration.value(name, exact, made.duration, (a, b) => a.replace('~', '') === b.replace('~', ''));
    if (known.standing !== undefined) {
      const told = known.standing === null ? [] : [known.standing];
      const isStated = known.standingStated === true;
      standing.value(name, isStated ? told : [], made.standing, same, told);
    }
  }
  return [status, date, place, channel, duration, standing].map((tally) => tally.score);
};

const says = { known: (one: string): string => one, made: (one: string): string => one };

const lists = (matcher: Matcher, pairs: Pairs): readonly Score[] => {
  const participants = new FieldTally('meetings: participants');
  const sides = new FieldTally('meetings: sides');
  const mediators = new FieldTally('meetings: mediators');
  const representations = new FieldTally('meetings: representation');
  const bypassed = new FieldTally('meetings: bypassed');
  const handed = new FieldTally('meetings: handed over');
  const attendance = new FieldTally('meetings: attendance in dispute');
  const is = (known: string, id: string): boolean => matcher.is(known, id);
  for (const { known, made, name } of pairs) {
    const people = peopleOf(known);
    const asked = known.participants.filter((one) => !isWords(one) && !(known.mediators ?? []).includes(one));
    // Who is of a side, the side itself, the host and whom a claim of it names are no strangers to it.
    const may = [...people, ...(known.hosts ?? []), ...claimed(matcher, known)];
    participants.list(name, asked, made.participants, is, says, (id) => may.some((one) => matcher.is(one, id)));
    if (known.sides === undefined) continue;
    sidesOf(matcher, sides, known, made, name);
    mediators.list(name, known.mediators ?? [], made.mediators, is, says);
    representations.list(
      name,
      known.representations ?? [],
      made.representations,
      (one, told) => isMandate(matcher, one, told),
      {
        known: (one) => `${one.polarity} ${one.who} for ${one.for}`,
        made: (one) => `${one.polarity} ${one.who} for ${one.for.text}`,
      },
      // A mandate told of another meeting of the story is no mistake where its holder sits.
      (told) =>
        known.background !== true &&
        matcher.ground.answers.meetings.some((other) =>
          (other.representations ?? []).some(
            (one) => isMandate(matcher, one, told) || (told.for.entity === null && isSameMandate(matcher, one, told)),
          ),
        ),
    );
    bypassed.list(
      name,
      known.bypassed ?? [],
      made.bypassed,
      (one, told) => one.polarity === told.polarity && matcher.isFiller(one.who, told.who),
      { known: (one) => one.who, made: (one) => one.who.text },
    );
    handed.list(
      name,
      known.handedOver ?? [],
      made.handedOver,
      (one, told) => matcher.touches(told.evidence, one.evidence) && isThing(one.what, told.what),
      { known: (one) => one.what, made: (one) => one.what.text },
    );
    attendance.list(
      name,
      (known.attendance ?? []).filter((one) => one.status !== 'told'),
      made.attendance.filter((one) => one.status !== 'told'),
      // Whether the rest is a dispute or only a denial hangs on the meeting's own status, which is counted for itself.
      (one, told) => matcher.is(one.who, told.who),
      { known: (one) => `${one.status} ${one.who}`, made: (one) => `${one.status} ${one.who}` },
      // Where the whole is denied, so is each who is said to have been there.
      () => ['denied', 'disputed'].includes(known.status) || isDenied(matcher, known),
    );
  }
  return [participants, sides, mediators, representations, bypassed, handed, attendance].map((tally) => tally.score);
};

/** The principal is only described ("the president"), on the words on which the known mandate stands. */
const isSameMandate = (
  matcher: Matcher,
  one: NonNullable<KnownMeeting['representations']>[number],
  told: Meeting['representations'][number],
): boolean =>
  one.polarity === told.polarity && matcher.is(one.who, told.who) && matcher.touches(told.evidence, one.evidence);

const isMandate = (
  matcher: Matcher,
  one: NonNullable<KnownMeeting['representations']>[number],
  told: Meeting['representations'][number],
): boolean =>
  one.polarity === told.polarity &&
  matcher.isFiller(one.who, { text: '', entity: told.who }) &&
  matcher.isFiller(one.for, told.for);

const isDenied = (matcher: Matcher, known: KnownMeeting): boolean =>
  (matcher.ground.answers.claims ?? []).some(({ event, polarity }) => event === known.id && polarity === 'negative');

const isThing = (known: string, made: Filler): boolean => isAlike(known, made.text) || fold(known) === fold(made.text);

const claimed = (matcher: Matcher, known: KnownMeeting): readonly string[] =>
  (matcher.ground.answers.claims ?? [])
    .filter(({ event, type }) => event === known.id && TYPES.includes(type))
    .flatMap(({ roles }) => Object.values(roles).flat());

/** Who is on one side with whom: a participant counts as rightly placed when nobody of another side is beside him. */
const sidesOf = (matcher: Matcher, tally: FieldTally, known: KnownMeeting, made: Meeting, name: string): void => {
  const sides = known.sides ?? [];
  const sideOf = (id: string): number =>
    sides.findIndex((side) => side.participants.some((one) => matcher.is(one, id)));
  const placed = made.sides.flatMap(({ participants }) => {
    const here = participants.filter((id) => sideOf(id) >= 0);
    const isMixed = new Set(here.map(sideOf)).size > 1;
    return here.map((id) => ({ id, isMixed }));
  });
  tally.list(
    name,
    sides.flatMap(({ participants }) => participants),
    placed,
    (one, told) => !told.isMixed && matcher.is(one, told.id),
    { known: (one) => one, made: ({ id }) => id },
  );
};
