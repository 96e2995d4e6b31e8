import type { Random } from './random.ts';
import type { Meeting, Story } from './story.ts';
import type { Voice } from './voice.ts';
import type { Person } from './world.ts';

/** A fact put into words by one document: a clause without full stop that can stand alone or after "that". */
export type Teller = (story: Story, voice: Voice, random: Random) => string;

/** Draws one wording and makes only that one, since naming somebody changes how he is named next. */
const one = (random: Random, ...wordings: readonly (() => string)[]): string => random.pick(wordings)();

const NUMBERS = ['two', 'three', 'four', 'five', 'six', 'seven'];
const inWords = (hours: number): string => NUMBERS[hours - 2] ?? `${hours}`;

/** A meeting that was held. */
export const tellMeeting = (meeting: Meeting, voice: Voice, random: Random): string => {
  const [a, b] = meeting.people;
  const { place } = meeting;
  const when = (): string => voice.when(meeting.day);
  if (meeting.channel === 'call') {
    return one(
      random,
      () => `${voice.who(a)} spoke with ${voice.who(b)} by telephone ${when()}`,
      () => `${voice.who(a)} called ${voice.who(b)} ${when()}`,
      () => `${voice.who(a)} and ${voice.who(b)} talked over the phone ${when()}`,
    );
  }
  return one(
    random,
    () => `${voice.who(a)} met ${voice.who(b)} in ${place} ${when()}`,
    () => `${voice.who(a)} and ${voice.who(b)} met in ${place} ${when()}`,
    () => `${voice.who(a)} held talks with ${voice.who(b)} in ${place} ${when()}`,
    () =>
      `${voice.who(a)} sat down with ${voice.who(b)} for ${inWords(meeting.hours)} hours at a hotel in ${place} ${when()}`,
    () => `${voice.who(a)} flew to ${place} ${when()} and met ${voice.who(b)} there`,
    () => `talks between ${voice.who(a)} and ${voice.who(b)} took place in ${place} ${when()}`,
    () => `${when()} ${voice.who(a)} met ${voice.who(b)} for about ${inWords(meeting.hours)} hours in ${place}`,
    () =>
      `a meeting between ${voice.who(a)} and ${voice.who(b)} lasted ${inWords(meeting.hours)} hours and was held in ${place} ${when()}`,
  );
};

const plan: Teller = (story, voice, random) => {
  const { points, envoy, counterpart, broker } = story;
  return one(
    random,
    () => `${voice.who(broker)} drafted a ${points}-point plan to end the ${story.conflict}`,
    () => `a ${points}-point plan for ending the ${story.conflict} was drafted by ${voice.who(broker)}`,
    () => `${voice.who(envoy)} handed ${voice.who(counterpart)} a ${points}-point proposal`,
    () => `${voice.who(counterpart)} put forward a plan of ${points} points`,
    () => `the first draft of the ${points}-point plan was written by ${voice.who(broker)}`,
  );
};

const stance: Teller = (story, voice, random) => {
  const [first, second] = story.sides;
  return one(
    random,
    () => `${second.name} rejected the plan because it left the question of the border open`,
    () => `${voice.who(story.counterpart)} accepted most of the ${story.points} points`,
    () => `${first.name} would accept the proposal only if ${second.name} withdrew its forces first`,
    () => `${voice.who(story.envoy)} backed the plan`,
    () => `${second.capital} has not yet responded to the proposal`,
  );
};

const deal: Teller = (story, voice, random) => {
  const { company, share, amount, currency, asset } = story;
  const [, second] = story.sides;
  return one(
    random,
    () => `${company.name}, ${company.trade}, has been in talks to buy a ${share} percent stake in ${asset}`,
    () =>
      `${company.name} would acquire ${share} percent of ${asset} for ${amount} million ${currency} if sanctions on ${second.name} were lifted`,
    () => `${voice.who(story.broker)} discussed the sale of ${share} percent of ${asset} to ${company.name}`,
    () => `the purchase of ${asset} by ${company.name} depends on a ceasefire`,
    () => `${company.name} agreed to invest ${amount} million ${currency} in ${asset} once sanctions are lifted`,
    () => `a stake of ${share} percent in ${asset} was offered to ${company.name} for ${amount} million ${currency}`,
  );
};

const sanction: Teller = (story, voice, random) => {
  const { host, counterpart, sanctionYear } = story;
  const [, second] = story.sides;
  return one(
    random,
    () => `${host.name} blacklisted ${voice.who(counterpart)} in ${sanctionYear}`,
    () => `${voice.who(counterpart)} has been under ${host.demonym} sanctions since ${sanctionYear}`,
    () => `${host.name} imposed sanctions on ${voice.who(counterpart)} in ${sanctionYear} over the ${story.conflict}`,
    () =>
      `${host.name} placed ${voice.who(counterpart)} under sanctions in ${sanctionYear}, along with two banks from ${second.name}`,
  );
};

const waiver: Teller = (story, voice, random) => {
  const { host, hostMinister, counterpart } = story;
  return one(
    random,
    () =>
      `the ${host.demonym} Finance Ministry issued a waiver allowing ${voice.who(counterpart)} to enter the country`,
    () =>
      `${voice.who(hostMinister)} asked the ${host.demonym} Finance Ministry for a licence that let ${voice.who(counterpart)} travel to ${host.capital}`,
    () => `${voice.who(counterpart)} received a waiver from the ${host.demonym} Interior Ministry`,
    () => `${voice.who(hostMinister)} signed a waiver for ${voice.who(counterpart)}`,
  );
};

const tie: Teller = (story, voice, random) => {
  const { broker, envoy, company, kin } = story;
  return one(
    random,
    () => `${voice.who(broker)} is a ${kin} of ${voice.who(envoy)}`,
    () => `${voice.who(company.chair)} is the ${kin} of ${voice.who(envoy)}`,
    () => `${voice.who(broker)} owns ${story.share} percent of ${company.name}`,
    () => `${company.name} is owned by ${voice.who(broker)}`,
    () => `${voice.who(broker)} and ${voice.who(company.chair)} have been friends for years`,
    () =>
      `${voice.who(company.chair)} donated ${story.amount} million ${story.currency} to the ruling party of ${story.sides[0].name}`,
  );
};

const planned: Teller = ({ planned: meeting }, voice, random) => {
  const [a, b] = meeting.people;
  return one(
    random,
    () => `${voice.who(a)} is due to meet ${voice.who(b)} in ${meeting.place} on ${voice.date(meeting.day)}`,
    () => `another round is planned for ${monthOfWords(voice.date(meeting.day))} in ${meeting.place}`,
    () => `${voice.who(a)} and ${voice.who(b)} plan to meet in ${meeting.place} on ${voice.date(meeting.day)}`,
  );
};

const monthOfWords = (date: string): string => date.replace(/\d+/, '').trim();

/** What a line of a report tells. */
export type FactKind = 'meeting' | 'planned' | 'plan' | 'stance' | 'deal' | 'sanction' | 'waiver' | 'tie' | 'denial';

/** Facts beside the meetings, in no order. */
export const FACTS: readonly { readonly kind: FactKind; readonly tell: Teller }[] = [
  { kind: 'plan', tell: plan },
  { kind: 'stance', tell: stance },
  { kind: 'deal', tell: deal },
  { kind: 'deal', tell: deal },
  { kind: 'sanction', tell: sanction },
  { kind: 'waiver', tell: waiver },
  { kind: 'tie', tell: tie },
  { kind: 'tie', tell: tie },
  { kind: 'planned', tell: planned },
];

const pronoun = ({ gender }: Person): string => (gender === 'f' ? 'she' : 'he');

/** A denial: a whole sentence, since it has its own speaker. */
export const tellDenial: Teller = (story, voice, random) => {
  const [a, b] = story.meeting.people;
  const [first, second] = story.sides;
  return one(
    random,
    () => `${voice.who(a)} denied that ${pronoun(a)} had met ${voice.who(b)}`,
    () => `A spokesman for the ${first.demonym} government denied that any such meeting took place`,
    () => `The ${second.demonym} Foreign Ministry dismissed the report as an invention`,
    () => `"There were no talks and there is no plan," a spokeswoman for the ${second.demonym} government said`,
    () => `${voice.who(b)} said there was no evidence that ${pronoun(b)} had seen the plan`,
    () => `The office of ${voice.who(a)} did not respond to a request for comment`,
    () => `${story.company.name} denied having any interest in ${story.asset}`,
  );
};
