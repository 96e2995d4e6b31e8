import type { Random } from './random.ts';
import type { Story } from './story.ts';

type Line = (story: Story, random: Random) => string;

const CROPS = ['grain', 'sugar', 'cotton', 'olive', 'barley', 'fish', 'timber', 'cement'];
const SEASONS = ['spring', 'summer', 'autumn', 'winter'];
const TRADESMEN = [
  'fishermen',
  'dockers',
  'farmers',
  'lorry drivers',
  'shopkeepers',
  'customs clerks',
  'pilots',
  'teachers',
];
const THINGS = ['lamps', 'chairs', 'notebooks', 'glasses', 'umbrellas', 'maps', 'coats', 'suitcases'];

/** What surrounds the facts in any report: weather, prices, history, colour. Nothing of it is to be found by the reader. */
const LINES: readonly Line[] = [
  ({ sides: [a] }, r) =>
    `${r.pick(CROPS)} prices in ${a.name} rose ${r.between(2, 19)} percent in the ${r.pick(['first', 'second', 'third'])} quarter.`,
  ({ sides: [a, b], conflict }, r) =>
    `The ${conflict} has cost ${a.name} and ${b.name} ${r.between(3, 40)} ships since it began.`,
  ({ sides: [a] }, r) =>
    `In ${a.capital} the shops close at ${r.between(4, 8)} in the evening, and ${r.pick(TRADESMEN)} complain about the curfew.`,
  ({ host }, r) =>
    `${host.name} has long been a place where strangers can talk, a former ambassador wrote in a book about the ${r.pick(SEASONS)} of ${r.between(1989, 2019)}.`,
  ({ sides: [, b] }, r) => `The road to ${b.capital} was closed for ${r.between(2, 11)} days after heavy rain.`,
  ({ sides: [a] }, r) =>
    `A survey of ${r.between(8, 30) * 100} households in ${a.name} found that ${r.between(31, 78)} percent were tired of the dispute.`,
  (_, r) => `The corridor smelled of paint, and somebody had left ${r.between(3, 9)} ${r.pick(THINGS)} on the stairs.`,
  ({ host }, r) =>
    `The hotel, built in ${r.between(1890, 1990)}, has ${r.between(40, 300)} rooms and a view of the river in ${host.capital}.`,
  ({ sides: [a, b] }, r) => `Trade between ${a.name} and ${b.name} fell by ${r.between(10, 60)} percent last year.`,
  ({ sides: [, b] }) => `Elections in ${b.name} are expected next year, and polls show a close race.`,
  ({ conflict }, r) =>
    `The ${conflict} entered its ${r.pick(['third', 'fourth', 'fifth', 'sixth'])} year in the ${r.pick(SEASONS)}.`,
  ({ sides: [a] }, r) => `${r.pick(TRADESMEN)} in the north of ${a.name} say they have heard promises before.`,
  ({ sides: [a] }, r) =>
    `The ${a.demonym} parliament spent ${r.between(2, 9)} days on the budget and did not mention the matter.`,
  ({ host }, r) =>
    `${host.capital} airport handled ${r.between(2, 30)} million passengers last year, most of them tourists.`,
  ({ sides: [, b] }, r) =>
    `On the main square of ${b.capital}, ${r.pick(TRADESMEN)} were selling ${r.pick(THINGS)} and tea.`,
  (_, r) =>
    `The benchmark ${r.pick(CROPS)} contract for delivery in ${r.pick(SEASONS)} was down ${r.between(1, 9)}.${r.between(1, 9)} percent.`,
  ({ sides: [a, b] }, r) =>
    `Borders between ${a.name} and ${b.name} were drawn in ${r.between(1890, 1950)} by men who had never seen the hills.`,
  (_, r) => `Nobody who was asked could remember when the ${r.pick(THINGS)} had been changed.`,
  ({ asset }, r) =>
    `Work at ${asset} stopped ${r.between(2, 9)} years ago, and the ${r.pick(THINGS)} of the night shift still hang there.`,
  ({ host }, r) => `Rents in ${host.capital} have doubled since ${r.between(2015, 2029)}.`,
  ({ sides: [a] }, r) =>
    `About ${r.between(3, 90) * 1000} people left the coast of ${a.name} in the ${r.pick(SEASONS)}.`,
  ({ conflict }) => `Historians disagree about how the ${conflict} began and about who fired first.`,
  ({ sides: [, b] }, r) =>
    `Newspapers in ${b.capital} filled their front pages with a scandal about ${r.pick(CROPS)} subsidies.`,
  (_, r) => `The train takes ${r.between(4, 19)} hours and stops at every village.`,
];

const QUOTES = [
  'We were told to say nothing and to book no rooms under our own names',
  'It was not a negotiation, it was a conversation about whether there could be one',
  'Everyone wanted to know who would pay for it',
  'I would not call it a breakthrough',
  'The paper had been through many hands before it reached us',
  'There is a difference between a map and a border',
  'Nobody wrote anything down, and that was the point',
  'You do not fly that far for the soup',
  'The first thing they argued about was the shape of the table',
  'We have seen three such texts in two years, and this one is the shortest',
  'If it fails, no one will have been there',
  'He asked the right questions and he knew the numbers',
];

/** What one document puts around its facts: lines and quotes, none of them twice. */
export class Background {
  readonly #story: Story;
  readonly #random: Random;
  readonly #lines: Line[];
  readonly #quotes: string[];

  constructor(story: Story, random: Random) {
    this.#story = story;
    this.#random = random;
    this.#lines = [...random.shuffle(LINES)];
    this.#quotes = [...random.shuffle(QUOTES)];
  }

  /** Null when all have been used. */
  line(): string | null {
    const line = this.#lines.pop()?.(this.#story, this.#random);
    return line === undefined ? null : line.charAt(0).toUpperCase() + line.slice(1);
  }

  /** Words of somebody without a name; null when all have been used. */
  quote(speaker: string): string | null {
    const quote = this.#quotes.pop();
    if (quote === undefined) return null;
    return this.#random.chance(0.3)
      ? `${speaker.charAt(0).toUpperCase()}${speaker.slice(1)} said: "${quote}."`
      : `"${quote}," ${speaker} said.`;
  }
}
