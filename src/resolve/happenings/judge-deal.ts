import type { Claim } from '../../model/index.ts';
import { datesOverlap, edtfInterval } from '../../text/index.ts';
import type { CaseLore } from './case-lore.ts';
import {
  countShared,
  entitiesIn,
  fillersIn,
  likenessOf,
  overlapOf,
  quoteStems,
  shareOrigin,
  stemsOf,
  wordsIn,
} from './claim-words.ts';
import { figuresIn } from './figures.ts';
import { type Grouping, type Judgement, Tally } from './judgement.ts';

const PARTIES = ['party', 'offerer', 'recipient'];
/** A deal that comes up again after so many days is another one. */
const LONG_DAYS = 500;
const MONTH_DAYS = 31;

/** Persons and bodies that two reports on one story have in common. */
const SHARED_FOR_STORY = 3;

const PRICE = /\b\d{2,}(?:\.\d+)?\b/g;

interface Facts {
  readonly parties: ReadonlySet<string>;
  readonly asset: ReadonlySet<string>;
  readonly assetWords: ReadonlySet<string>;
  readonly figures: ReadonlySet<string>;
  readonly kind: string | null;
  /** Whom the words for a party name: "the Lindens' holding company". */
  readonly meant: ReadonlySet<string>;
}

const factsOf = (claim: Claim, lore: CaseLore): Facts => lore.factsOf('deal', claim, () => gather(claim, lore));

const gather = (claim: Claim, lore: CaseLore): Facts => {
  const assets = fillersIn(claim, ['asset']);
  const texts = [...assets, ...fillersIn(claim, ['amount', 'share'])].map(({ text }) => text);
  const { kind } = claim.properties;
  // A company that is bid for is no bidder: rivals for it have it in common and nothing else.
  const own = entitiesIn(claim, ['asset']);
  const parties = new Set([...entitiesIn(claim, PARTIES)].filter((id) => !own.has(id)));
  return {
    parties,
    asset: new Set([
      ...own,
      ...assets
        .flatMap(({ text, entity }) => (entity === null ? [...lore.namedIn(headOf(text))] : []))
        .filter((id) => !parties.has(id)),
    ]),
    assetWords: stemsOf(assets.map(({ text, entity }) => (entity === null ? headOf(text) : text)).join(' ')),
    figures: new Set([
      ...[...texts, ...claim.evidence.map(({ quote }) => quote)].flatMap(figuresIn),
      // A price for each share stands without a scale.
      ...fillersIn(claim, ['amount']).flatMap(({ text }) => (text.match(PRICE) ?? []).map((price) => `#${price}`)),
    ]),
    kind: kind === undefined || kind === 'other' ? null : kind,
    meant: new Set(wordsIn(claim, PARTIES).flatMap((words) => [...lore.namedIn(words)])),
  };
};

/** "Land in Tirzan" is nothing of Tirzan's, nor is "a hall at Mora"; "a stake in Mora" is one of Mora. */
const headOf = (text: string): string => {
  const head = text.split(/ (?:in|at|near|outside|beside|behind|off) /)[0] ?? text;
  return SHARE_OF.test(head) ? text : head;
};
const SHARE_OF =
  /\b(?:stakes?|shares?|interests?|holdings?|parts?|half|thirds?|quarters?|per ?cent|%|shareholdings?|investment)\b/i;

/** What one calls the asset stands in the other's report, which names it otherwise: "forty hectares of birch" for an estate. */
const isQuotedAsset = (words: ReadonlySet<string>, other: Claim): boolean =>
  countShared(words, quoteStems(other)) >= 2 && overlapOf(words, quoteStems(other)) >= 0.5;

const gapDays = (a: Claim, b: Claim): number => {
  const [left, right] = [edtfInterval(a.date ?? ''), edtfInterval(b.date ?? '')];
  if (left?.start == null || left.end === null || right?.start == null || right.end === null) return 0;
  return Math.max(0, left.start - right.end, right.start - left.end);
};

/** Kinds that one sale may be called by. */
const SALE = new Set(['stake', 'purchase', 'investment']);
const isOtherKind = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && a !== b && !(SALE.has(a) && SALE.has(b));

/** Someone takes part here who neither takes part there nor stands for anybody who does. */
const isOneMore = (here: ReadonlySet<string>, there: ReadonlySet<string>, lore: CaseLore): boolean =>
  [...here].some((id) => !there.has(id) && ![...there].some((rest) => lore.isStandIn(id, rest)));

/** The same number of the same: "nine sailors". */
const isCounted = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  countShared(one, other) >= 2 && [...one].some((stem) => other.has(stem) && /^\d+$/.test(stem));

/** Characters within which the pieces of one exchange are told. */
const NEAR = 600;
const areNear = (a: Claim, b: Claim): boolean =>
  a.evidence.some((one) =>
    b.evidence.some((other) => one.document === other.document && Math.abs(one.start - other.start) <= NEAR),
  );

/** What one side gives and what the other gives for it, told piece by piece: an exchange is neither sale nor supply. */
const isPackage = (a: Claim, b: Claim): boolean =>
  a.document === b.document &&
  areNear(a, b) &&
  a.properties.kind === 'other' &&
  b.properties.kind === 'other' &&
  a.properties.stage === b.properties.stage &&
  a.status === b.status &&
  a.polarity === b.polarity;

/** A state on the one side and a company on the other may be the two sides of one deal. */
const isTwoSides = (one: ReadonlySet<string>, other: ReadonlySet<string>, lore: CaseLore): boolean => {
  const [mine, theirs] = [one, other].map((ids) => [...ids].every((id) => lore.isPublic(id)));
  return mine !== theirs;
};

/** Each names a share, and none is the other's: two stakes. */
const areOtherShares = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean => {
  const [mine, theirs] = [one, other].map((figures) => [...figures].filter((figure) => figure.endsWith('%')));
  return (
    mine !== undefined &&
    theirs !== undefined &&
    mine.length > 0 &&
    theirs.length > 0 &&
    !mine.some((figure) => theirs.includes(figure))
  );
};

const judge = (a: Claim, b: Claim, lore: CaseLore): Judgement => {
  const [one, other] = [factsOf(a, lore), factsOf(b, lore)];
  const gap = gapDays(a, b);
  if (gap > LONG_DAYS) return 'apart';
  const shared = countShared(one.parties, other.parties);
  const standing = [...one.parties].filter(
    (id) => !other.parties.has(id) && [...other.parties].some((rest) => lore.isStandIn(id, rest)),
  ).length;
  const meant = countShared(one.meant, other.parties) + countShared(other.meant, one.parties);
  const isMeant =
    meant > 0 ||
    [...one.meant].some((id) => [...other.parties].some((rest) => lore.isStandIn(id, rest))) ||
    [...other.meant].some((id) => [...one.parties].some((rest) => lore.isStandIn(id, rest)));
  const figures = countShared(one.figures, other.figures);
  const sameAsset = countShared(one.asset, other.asset) > 0;
  const isOtherAsset = one.asset.size > 0 && other.asset.size > 0 && !sameAsset;
  if (isOtherAsset) return 'apart';
  const isOtherParty = one.parties.size > 0 && other.parties.size > 0 && shared + standing === 0;
  // Rival bidders make rival offers; but a report may name the one side of a deal, another the other.
  const areRivals = isOtherParty && a.type === 'offer' && b.type === 'offer';
  if (areRivals && figures === 0) return 'apart';
  // Whoever offers months later, and is not the same, makes another offer.
  if (a.type === 'offer' && b.type === 'offer' && gap > MONTH_DAYS && shared + figures === 0) return 'apart';
  const tally = new Tally();
  if (sameAsset) tally.add(3, 'the asset in common');
  else if (overlapOf(one.assetWords, other.assetWords) >= 0.5 && one.assetWords.size + other.assetWords.size > 2)
    tally.add(isCounted(one.assetWords, other.assetWords) ? 3 : 2, 'the asset described alike');
  else if (isQuotedAsset(one.assetWords, b) || isQuotedAsset(other.assetWords, a))
    tally.add(1, 'the asset in the words of the other');
  else if (one.asset.size + one.assetWords.size > 0 && other.asset.size + other.assetWords.size > 0) tally.add(-1);
  if (shared > 0) tally.add(shared === 1 ? 1.5 : 2.5, `${shared} ${shared === 1 ? 'party' : 'parties'} in common`);
  if (standing > 0) tally.add(1, 'a party and who stands for it');
  if (isMeant && shared + standing === 0) tally.add(1, 'a party that the other describes');
  if (isOtherParty) tally.add(isTwoSides(one.parties, other.parties, lore) ? 0 : -2);
  else if (isOneMore(one.parties, other.parties, lore) && isOneMore(other.parties, one.parties, lore)) tally.add(-2);
  if (areOtherShares(one.figures, other.figures)) tally.add(-2);
  if (figures > 0)
    tally.add(Math.min(3, 1.5 * figures), `${figures === 1 ? 'a figure' : `${figures} figures`} in common`);
  if (isPackage(a, b)) tally.add(3, 'parts of one exchange in one report');
  // An offer that comes months after another is a second one.
  if (gap > MONTH_DAYS && figures === 0) tally.add(-2);
  if (isOtherKind(one.kind, other.kind)) tally.add(-2);
  else if (one.kind !== null && other.kind !== null && one.kind !== other.kind) tally.add(-1);
  else if (one.kind !== null && one.kind === other.kind) tally.add(0.5, 'the same kind');
  if (a.date !== null && b.date !== null && datesOverlap(a.date, b.date) === true) tally.add(0.5, 'dates agree');
  if (a.document === b.document || shareOrigin(a, b)) tally.add(0.5);
  if (a.document !== b.document && lore.sharedCast(a.document, b.document) >= SHARED_FOR_STORY)
    tally.add(0.5, 'reports on one story');
  if (likenessOf(quoteStems(a), quoteStems(b)) >= 0.3) tally.add(1, 'told in like words');
  return tally.judged;
};

/** Deals and offers (rule H5). */
export const DEAL: Grouping = {
  rule: 'H5',
  keys: (claim, lore) => {
    const { parties, asset, figures } = factsOf(claim, lore);
    const own = [...asset, ...parties, ...[...figures].map((figure) => `for ${figure}`)];
    return asset.size > 0 ? own : [...own, `by ${claim.document}`];
  },
  level: (claim) => {
    const hasAsset = entitiesIn(claim, ['asset']).size > 0;
    const parties = entitiesIn(claim, PARTIES).size;
    return hasAsset && parties > 0 ? 0 : hasAsset || parties > 1 ? 1 : 2;
  },
  judge,
};
