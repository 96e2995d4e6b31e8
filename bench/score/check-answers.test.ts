import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Answers } from './answers.ts';
import { checkAnswers } from './check-answers.ts';
import { ANSWERS, TEXTS } from './invented-answers.ts';
import { knownAlignments } from './known-alignments.ts';
import { outcomeOfSystem } from './outcome.ts';
import { scoreKnown } from './score-known.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CASES = ['examples', 'bench/gold'].flatMap((place) =>
  readdirSync(join(ROOT, place))
    .filter((name) => name.endsWith('.answers.json'))
    .map((name) => join(place, name.slice(0, -'.answers.json'.length)))
    .filter((folder) => existsSync(join(ROOT, folder))),
);
const answersOf = (folder: string): Answers =>
  JSON.parse(readFileSync(join(ROOT, `${folder}.answers.json`), 'utf8')) as Answers;

describe('checkAnswers', () => {
  it('finds nothing wrong with answers that keep the rules', () => {
    expect(checkAnswers(ANSWERS, new Map(Object.entries(TEXTS)))).toEqual([]);
  });

  it('tells quotes that are not there, roles, properties and entities that are none, and ids of nothing', () => {
    const [first, ...rest] = ANSWERS.claims ?? [];
    if (first === undefined) throw new Error('claims are missing');
    const answers = {
      ...ANSWERS,
      claims: [
        {
          ...first,
          quote: 'They dined',
          roles: { visitor: ['brill'], participant: ['nobody'] },
          properties: { channel: 'by post' },
        },
        ...rest,
      ],
      notContradictions: [{ kind: 'weather', about: 'rain', claims: ['c9'], why: '' }],
    };
    expect(checkAnswers(answers, new Map(Object.entries(TEXTS)))).toEqual([
      'c1: role visitor of meeting',
      'c1: no entity nobody',
      'c1: property channel by post of meeting',
      'c1: quote stands 0 times in its document',
      'difference of kind weather',
      'difference "rain": fewer than two claims',
      'difference "rain": no claim c9',
    ]);
  });
});

describe.each(CASES.filter((folder) => answersOf(folder).claims !== undefined))('%s', (folder) => {
  const answers = answersOf(folder);

  it('keeps the rules of the format', () => {
    const contents = new Map(
      readdirSync(join(ROOT, folder)).map((name) => [name, readFileSync(join(ROOT, folder, name), 'utf8')]),
    );
    expect(checkAnswers(answers, contents)).toEqual([]);
  });

  it('gives full marks to its own answers, so that it does not contradict itself', () => {
    const own = outcomeOfSystem(
      {
        case: folder,
        claims: (answers.claims ?? []).map(({ id, event }) => ({ id, event })),
        contradictions: answers.contradictions.map(({ kind, values }) => ({
          kind,
          values: values.map((value) => value.claims ?? []),
        })),
      },
      answers,
    );
    const short = scoreKnown(answers, own).filter(
      ({ kind, known, found, made, right }) => kind !== 'likely slips' && (found < known || (right ?? 0) < (made ?? 0)),
    );
    expect(short.map(({ kind, known, found }) => `${kind}: ${found} of ${known}`)).toEqual([]);
    expect(knownAlignments(answers.claims ?? [], []).alignments.length).toBeGreaterThan(0);
  });
});
