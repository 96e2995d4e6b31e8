import {
  byText,
  type CaseDocument,
  type Claim,
  type Decision,
  type Evidence,
  type Origin,
  type Resolved,
} from '../model/index.ts';
import { applyDecisions, listDecisions, listSuppositions } from './decisions/apply-decisions.ts';
import { chainFinder, judgedChains } from './decisions/judged-chains.ts';
import { settleDecisions } from './decisions/settle-decisions.ts';
import { splitJudged } from './decisions/split-judged.ts';
import { OriginFinder, type OriginPath } from './derive-origins.ts';
import { Described } from './find-described.ts';
import { findHappenings } from './find-happenings.ts';
import { findOutlets, NO_OUTLETS, outletKeys, outletLocals } from './find-outlets.ts';
import { joinCopies } from './join-copies.ts';
import { type ClaimQuestions, type DraftClaim, makeClaims } from './make-claims.ts';
import { findNearCopies } from './near-copies.ts';
import { houseCitations } from './origins/house-citations.ts';
import { Houses } from './origins/houses.ts';
import { OriginNames } from './origins/origin-names.ts';
import { Reporters } from './origins/reporters.ts';
import { withHouses } from './origins/with-houses.ts';
import { evidenceAt, inPlaceOrder, type Leaf, sortPile } from './pile.ts';
import type { ReadDocument } from './read-document.ts';
import { resolveEntities } from './resolve-entities.ts';
import { type Sourcing, sourcingOf } from './sourcing.ts';
import { groupStories, storyTerms } from './stories/index.ts';

const caseDocument = ({ document, reading }: Leaf, paths: readonly OriginPath[]): CaseDocument => {
  const values = {
    title: document.title,
    outlet: document.outlet,
    byline: document.byline,
    published: document.published,
  };
  const used = document.found.filter((one) =>
    Object.entries(values).some(([field, value]) => field === one.field && value === one.value),
  );
  const evidence = used.flatMap((one): readonly Evidence[] => {
    const told = one.span === null ? null : evidenceAt({ document, reading }, one.span);
    return told === null ? [] : [told];
  });
  return {
    id: document.id,
    path: document.path,
    paths: document.paths,
    sha256: document.sha256,
    mediaType: document.mediaType,
    language: reading.language,
    ...values,
    // The best way of finding comes first in `found`; a later entry must not overwrite it.
    found: Object.fromEntries(used.toReversed().map((one) => [one.field, one.by])),
    origins: paths.map((path) => path.origin.id),
    chain: paths.map((path) => ({ origin: path.origin.id, links: path.links.map((link) => link.name) })),
    evidence: inPlaceOrder([...evidence, ...paths.flatMap((path) => path.evidence)]),
  };
};

interface Rooted {
  readonly document: string;
  readonly path: OriginPath;
}

/** The origins with the documents that rest on them as a whole; an origin of single passages alone has none. */
const gatherOrigins = (whole: readonly Rooted[], passages: readonly Rooted[]): readonly Origin[] => {
  const groups = new Map<string, { whole: Rooted[]; all: Rooted[] }>();
  const put = (rooted: Rooted, isWhole: boolean): void => {
    const known = groups.get(rooted.path.origin.id) ?? { whole: [], all: [] };
    known.all.push(rooted);
    if (isWhole) known.whole.push(rooted);
    groups.set(rooted.path.origin.id, known);
  };
  for (const rooted of whole) put(rooted, true);
  for (const rooted of passages) put(rooted, false);
  return [...groups.values()]
    .flatMap(({ whole: rooted, all }): readonly Origin[] => {
      const first = all[0];
      if (first === undefined) return [];
      return [
        {
          ...first.path.origin,
          documents: [...new Set(rooted.map((one) => one.document))].sort(byText),
          form: all.some(({ path }) => path.form === 'stated') ? 'stated' : 'implied',
          sourceReliability: null,
          reasons: [...new Set(all.map(({ path }) => path.reason))].sort(byText),
          evidence: inPlaceOrder(all.flatMap(({ path }) => path.evidence)),
        },
      ];
    })
    .sort((a, b) => byText(a.id, b.id));
};

/**
 * Makes one case's who, whence and what from many readings.
 *
 * @param decisions The analysts' journal; what it says of identity goes before every rule (D5).
 *
 * Pure; the result is the same to the byte in whatever order the documents come and however often one is handed in. Every
 * list is ordered by id. Claims carry no relations: those are made by weighing. Grows about as n log n with the documents.
 *
 * Never fails on strange input: what cannot be joined stands apart, what cannot be traced has no origin.
 *
 * @see SPEC.md: the numbered rules on identity, origins, claims and sameness, which the reasons quote.
 */
export const resolve = (inputs: readonly ReadDocument[], decisions: readonly Decision[] = []): Resolved => {
  const settled = settleDecisions(decisions);
  const pile = sortPile(inputs).map((leaf) => splitJudged(leaf, settled.pairs));
  const findChain = chainFinder(pile);
  const known = outletKeys(pile);
  const outlets = pile.map((leaf) => findOutlets(leaf, known));
  const bearers = resolveEntities(pile, outletLocals(outlets), judgedChains(findChain, settled.pairs));
  const stories = groupStories(pile.map(({ document, reading }) => storyTerms(document, reading)));
  const houses = new Houses(pile, outlets, bearers, stories);
  const reporters = new Reporters(pile, outlets, bearers, stories);
  const sourcing: readonly Sourcing[] = pile.map((leaf, index) => {
    const read = sourcingOf(bearers, outlets[index] ?? NO_OUTLETS, leaf.document.id);
    const own = new Set([read.own, read.copyOf, ...read.ownElsewhere].flatMap((one) => one ?? []));
    const found = houseCitations(leaf, index, houses, reporters, own);
    return withHouses(leaf, index, read, found, houses, (other) => stories[other] ?? other);
  });
  const names = new OriginNames(pile, stories, sourcing);
  const finder = new OriginFinder(pile, sourcing, bearers, names.originOf);
  const derived = joinCopies(
    pile,
    sourcing,
    pile.map((_, index) => finder.derive(index)),
    findNearCopies(pile),
  );

  const outletIds = new Set(
    sourcing.flatMap((one) =>
      [one.own, ...one.ownElsewhere, ...one.cited.flatMap((cited) => [cited.outlet, cited.by])].flatMap(
        (bearer) => bearer?.id ?? [],
      ),
    ),
  );
  const at = new Map(pile.map((leaf, index) => [leaf.document.id, index]));
  const described = new Described(bearers);
  const asked: ClaimQuestions = {
    ofChain: bearers.ofChain,
    ofLocal: bearers.ofLocal,
    isOutlet: (id) => outletIds.has(id),
    described: (leaf, mention) => described.find(leaf, mention),
    follow: (cited, document) => finder.follow(cited, at.get(document) ?? -1),
    originOf: (bearer, document) => names.originOf(bearer, at.get(document) ?? -1),
  };
  const drafts = pile.flatMap((leaf, index): readonly DraftClaim[] => {
    const [source, whole] = [sourcing[index], derived[index]];
    return source === undefined || whole === undefined ? [] : makeClaims(leaf, asked, source, whole);
  });
  const happenings = findHappenings(drafts.map(({ claim }) => claim));
  const eventOf = new Map(happenings.flatMap((happening) => happening.claims.map((id) => [id, happening.id] as const)));
  const claims: readonly Claim[] = drafts
    .map(({ claim }) => ({ ...claim, event: eventOf.get(claim.id) ?? null }))
    .sort((a, b) => byText(a.id, b.id));
  const rests = derived.map((derivation, index) => finder.deriveAll(index, derivation));
  const whole = pile.flatMap(({ document }, index) =>
    (rests[index] ?? []).map((path) => ({ document: document.id, path })),
  );
  const passages = drafts.flatMap(({ claim, paths }) => paths.map((path) => ({ document: claim.document, path })));
  const entities = bearers.bearers.flatMap(({ entity }) => entity ?? []);
  const judged = applyDecisions({ origins: gatherOrigins(whole, passages), entities, claims }, settled);
  const texts = new Map(pile.map(({ document }) => [document.id, document.text]));
  return {
    documents: pile.map((leaf, index) => caseDocument(leaf, rests[index] ?? [])),
    ...judged,
    happenings,
    decisions: listDecisions(decisions, settled, findChain, bearers, judged, texts),
    suppositions: listSuppositions(settled, judged),
  };
};
