import { byText, type Claim, type Condition, contentId, type Evidence } from '../model/index.ts';
import type { Told } from '../weigh/index.ts';
import { isDeal } from './deals.ts';

/** Shared words above which two wordings are one condition: a rewrite drops or changes a word in five. */
const ALIKE = 0.8;

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** One wording within the other, or all but the same. */
const isAlike = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared > 0 && shared / Math.min(a.size, b.size) >= (Math.min(a.size, b.size) > 3 ? ALIKE : 1);
};

interface ToldCondition {
  readonly deal: string;
  readonly claim: string;
  readonly text: string;
  readonly form: Condition['form'];
  readonly evidence: readonly Evidence[];
}

/** What deals hang on, each condition of a deal once in its fullest wording, ordered by id. */
export const listConditions = (
  told: readonly Told[],
  hanging: ReadonlyMap<string, readonly Claim[]>,
): readonly Condition[] =>
  told
    .filter(isDeal)
    .flatMap((one) => conditionsOf(toldOf(one, hanging.get(one.happening.id) ?? [])))
    .sort((a, b) => byText(a.id, b.id));

const toldOf = (one: Told, loose: readonly Claim[]): readonly ToldCondition[] => [
  ...(one.favour.length > 0 ? one.favour : one.against).flatMap((claim) =>
    claim.conditions.map((condition) => ({ ...condition, deal: one.happening.id, claim: claim.id })),
  ),
  ...loose.flatMap((claim) =>
    (claim.roles.condition ?? []).map(({ text }) => ({
      text,
      form: 'stated' as const,
      evidence: claim.evidence,
      deal: one.happening.id,
      claim: claim.id,
    })),
  ),
];

const conditionsOf = (told: readonly ToldCondition[]): readonly Condition[] => {
  const found: { words: ReadonlySet<string>; all: ToldCondition[] }[] = [];
  for (const one of [...told].sort((a, b) => b.text.length - a.text.length || byText(a.text, b.text))) {
    const words = wordsOf(one.text);
    const known = found.find((other) => isAlike(other.words, words));
    if (known === undefined) found.push({ words, all: [one] });
    else known.all.push(one);
  }
  return found.flatMap(({ words, all }): readonly Condition[] => {
    const [fullest] = all;
    if (fullest === undefined) return [];
    return [
      {
        id: contentId('condition', fullest.deal, [...words].join(' ')),
        text: fullest.text,
        wordings: [...new Set(all.map(({ text }) => text))],
        form: all.some(({ form }) => form === 'stated') ? 'stated' : 'implied',
        deals: [...new Set(all.map(({ deal }) => deal))].sort(byText),
        rows: [],
        by: [],
        needs: [],
        links: [],
        status: 'open',
        reasons: [],
        claims: [...new Set(all.map(({ claim }) => claim))].sort(byText),
        evidence: placesOf(all.flatMap(({ evidence }) => evidence)),
      },
    ];
  });
};

/** Each place once. */
const placesOf = (evidence: readonly Evidence[]): readonly Evidence[] =>
  evidence.filter(
    ({ document, start }, at) => evidence.findIndex((one) => one.document === document && one.start === start) === at,
  );
