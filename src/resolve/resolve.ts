import {
  areSameObjects,
  asBefore,
  byText,
  type CaseDocument,
  type Claim,
  type Decision,
  Kept,
  type Resolved,
} from '../model/index.ts';
import { applyDecisions, listDecisions, listSuppositions } from './decisions/apply-decisions.ts';
import { ClaimCorrector } from './decisions/correct-claims.ts';
import { chainFinder, type FindChain, type JudgedChains, judgedChains } from './decisions/judged-chains.ts';
import { type Settled, settleDecisions } from './decisions/settle-decisions.ts';
import { splitJudged } from './decisions/split-judged.ts';
import { Described } from './find-described.ts';
import { HappeningFinder } from './find-happenings.ts';
import { findOutlets, type OutletsOf, outletKeys, outletLocals, outletsBySite, siteAndOutlet } from './find-outlets.ts';
import { caseDocument, gatherOrigins } from './list-documents.ts';
import type { LocalEntity } from './local-entities.ts';
import { type ClaimQuestions, type DraftClaim, makeClaims } from './make-claims.ts';
import type { Leaf } from './pile.ts';
import { PilePreparer } from './prepare-pile.ts';
import type { ReadDocument } from './read-document.ts';
import { type Bearers, EntityResolver } from './resolve-entities.ts';
import { DescriptionLister } from './show-descriptions.ts';
import { OriginTracer, type Traces } from './trace-origins.ts';

interface Outlets {
  readonly found: OutletsOf;
  readonly locals: readonly LocalEntity[];
}

interface AskOutlets {
  readonly isOutlet: (key: string) => boolean;
  readonly outletOfSite: (site: string) => string | null;
}

/** All that does not hang on what was judged and rated. */
interface Unjudged extends Pick<Resolved, 'origins' | 'entities' | 'claims' | 'happenings' | 'documents'> {
  readonly findChain: FindChain;
  readonly bearers: Bearers;
  /** Of documents, by id. */
  readonly texts: ReadonlyMap<string, string>;
}

interface Run {
  readonly inputs: readonly ReadDocument[];
  readonly unjudged: Unjudged;
}

/**
 * Makes one case's who, whence and what from many readings, run after run: what a run has worked out is kept, and worked out
 * again only where a document, or something that was asked of the rest of the case, has changed. What comes out is the same to
 * the byte as a first run would make of the same readings.
 *
 * Objects of the last run that did not change are the same objects in this one.
 *
 * @see docs/decisions: how the case is kept up to date.
 */
export class Resolver {
  readonly #pile = new PilePreparer();
  readonly #outletKeys = new Kept<string, object, readonly string[]>();
  readonly #outlets = new Kept<string, AskOutlets, Outlets>();
  readonly #entities = new EntityResolver();
  readonly #origins = new OriginTracer();
  readonly #claims = new Kept<string, ClaimQuestions, readonly DraftClaim[]>();
  readonly #documents = new Kept<string, object, CaseDocument>();
  readonly #corrector = new ClaimCorrector();
  readonly #happenings = new HappeningFinder();
  readonly #descriptions = new DescriptionLister();
  readonly #events = new Kept<DraftClaim, object, Claim>();
  #last: (Pick<Settled, 'pairs' | 'corrections'> & Run) | null = null;
  #journal: readonly Decision[] = [];
  #settled: Settled = settleDecisions([]);
  #judged: readonly JudgedChains[] = [];

  /** @param decisions The analysts' journal; what it says of identity goes before every rule (D5). */
  resolve(inputs: readonly ReadDocument[], decisions: readonly Decision[] = []): Resolved {
    const settled = this.#settle(decisions);
    const { origins, entities, claims, happenings, documents, findChain, bearers, texts } = this.#unjudgedOf(
      inputs,
      settled,
    );
    const judged = applyDecisions({ origins, entities, claims }, settled);
    return {
      documents,
      ...judged,
      happenings,
      decisions: listDecisions(decisions, settled, findChain, bearers, judged, texts),
      suppositions: listSuppositions(settled, judged),
    };
  }

  /** Most decisions judge, rate and note: what they are about is as it was before them. */
  #unjudgedOf(inputs: readonly ReadDocument[], { pairs, corrections }: Settled): Unjudged {
    const last = this.#last;
    if (
      last !== null &&
      areSameObjects(last.inputs, inputs) &&
      asBefore(last.pairs, pairs) === last.pairs &&
      asBefore(last.corrections, corrections) === last.corrections
    )
      return last.unjudged;
    const unjudged = this.#unjudged(inputs, pairs, corrections);
    this.#last = { inputs, pairs, corrections, unjudged };
    return unjudged;
  }

  #unjudged(inputs: readonly ReadDocument[], pairs: Settled['pairs'], corrections: Settled['corrections']): Unjudged {
    const pile = this.#pile.prepare(inputs).map((leaf) => splitJudged(leaf, pairs));
    const findChain = chainFinder(pile);
    this.#judged = asBefore(this.#judged, judgedChains(findChain, pairs));
    const outlets = this.#findOutlets(pile);
    const bearers = this.#entities.resolve(
      pile,
      outlets.map(({ locals }) => locals),
      this.#judged,
    );
    const traces = this.#origins.trace(
      pile,
      outlets.map(({ found }) => found),
      bearers,
    );
    const described = new Described(bearers);
    const drafts = this.#corrector.correct(
      this.#makeClaims(pile, traces, bearers, described),
      corrections,
      (evidence) => {
        const at = findChain(evidence);
        return at === null ? null : bearers.ofChain(at.leaf, at.chain);
      },
    );
    const types = new Map(bearers.bearers.flatMap(({ entity }) => (entity === null ? [] : [[entity.id, entity.type]])));
    const happenings = this.#happenings.find(
      drafts.map(({ claim }) => claim),
      (entity) => types.get(entity) ?? null,
    );
    const eventOf = new Map(
      happenings.flatMap((happening) => happening.claims.map((id) => [id, happening.id] as const)),
    );
    this.#events.begin({});
    const claims = drafts
      .map((draft): Claim => {
        const event = eventOf.get(draft.claim.id) ?? null;
        return this.#events.of(draft, [event], () => ({ ...draft.claim, event }));
      })
      .sort((a, b) => byText(a.id, b.id));
    const entities = this.#descriptions.show(
      pile,
      described,
      bearers,
      bearers.bearers.flatMap((bearer) => bearers.wholeOf(bearer).entity ?? []),
    );
    return {
      origins: this.#gatherOrigins(pile, traces, drafts),
      entities,
      claims,
      happenings,
      documents: this.#listDocuments(pile, traces),
      findChain,
      bearers,
      texts: new Map(pile.map(({ document }) => [document.id, document.text])),
    };
  }

  #settle(decisions: readonly Decision[]): Settled {
    const journal = asBefore(this.#journal, decisions);
    if (journal !== this.#journal) {
      this.#journal = journal;
      this.#settled = settleDecisions(journal);
    }
    return this.#settled;
  }

  #findOutlets(pile: readonly Leaf[]): readonly Outlets[] {
    this.#outletKeys.begin({});
    const known = new Set(
      pile.flatMap((leaf) => this.#outletKeys.of(leaf.document.id, [leaf], () => outletKeys(leaf))),
    );
    const sites = outletsBySite(pile.map(siteAndOutlet).filter((told) => told !== null));
    this.#outlets.begin({ isOutlet: (key) => known.has(key), outletOfSite: (site) => sites.get(site) ?? null });
    return pile.map((leaf) =>
      this.#outlets.of(leaf.document.id, [leaf], ({ isOutlet, outletOfSite }) => {
        const found = findOutlets(leaf, isOutlet, outletOfSite);
        return { found, locals: outletLocals([found]) };
      }),
    );
  }

  #makeClaims(pile: readonly Leaf[], traces: Traces, bearers: Bearers, described: Described): readonly DraftClaim[] {
    const outlets = new Set(
      traces.of.flatMap(({ sourcing: one }) =>
        [
          one.own,
          ...one.ownElsewhere,
          ...one.cited.flatMap((cited) => (cited.isStatement ? [] : [cited.outlet, cited.by])),
        ].flatMap((bearer) => bearer?.id ?? []),
      ),
    );
    this.#claims.begin({
      ofChain: bearers.ofChain,
      ofLocal: bearers.ofLocal,
      isOutlet: (id) => outlets.has(id),
      described: (leaf, mention) => described.find(leaf, mention),
      ofCountry: (code) => described.country(code),
      follow: traces.follow,
      originOf: traces.originOf,
    });
    return pile.flatMap((leaf, index) => {
      const traced = traces.of[index];
      return traced === undefined
        ? []
        : this.#claims.of(leaf.document.id, [leaf, traced], (asked) =>
            makeClaims(leaf, asked, traced.sourcing, traced.whole),
          );
    });
  }

  #gatherOrigins(pile: readonly Leaf[], traces: Traces, drafts: readonly DraftClaim[]): Resolved['origins'] {
    const whole = pile.flatMap(({ document }, index) =>
      (traces.of[index]?.rests ?? []).map((path) => ({ document: document.id, path })),
    );
    const passages = drafts.flatMap(({ claim, paths }) => paths.map((path) => ({ document: claim.document, path })));
    return gatherOrigins(whole, passages);
  }

  #listDocuments(pile: readonly Leaf[], traces: Traces): readonly CaseDocument[] {
    this.#documents.begin({});
    return pile.map((leaf, index) => {
      const rests = traces.of[index]?.rests ?? [];
      const again = traces.again[index] ?? [];
      return this.#documents.of(leaf.document.id, [leaf, again, ...rests], () => caseDocument(leaf, rests, again));
    });
  }
}

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
export const resolve = (inputs: readonly ReadDocument[], decisions: readonly Decision[] = []): Resolved =>
  new Resolver().resolve(inputs, decisions);
