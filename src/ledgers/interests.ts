import {
  byText,
  type CaseDocument,
  type Claim,
  contentId,
  type Deal,
  type Entity,
  type Finding,
  type Interest,
  type Meeting,
  type Origin,
  type Proposal,
  type Tie,
} from '../model/index.ts';
import { countryNamed } from '../text/index.ts';
import { NamesInText } from './names-in-text.ts';
import { overlapOf } from './overlap.ts';
import { type Path, TieGraph } from './paths.ts';
import { entityOf, Personas } from './personas.ts';

/**
 * Deals listed for one negotiator and one who gains, fewer over a stepping stone with many ways: those told where the
 * negotiator's talks are come first.
 */
const MAX_DEALS = 25;
/** See {@link MAX_DEALS}: this many, shared out among the ways that the stepping stones leave open. */
const DEALS_BY_WAYS = 40;
/** Quotes taken over from each hop and from the deal; all of them stand with the tie and the deal themselves. */
const MAX_QUOTES = 3;

/** What paths are looked for in. */
export interface InterestSources {
  readonly meetings: readonly Meeting[];
  readonly proposals: readonly Proposal[];
  readonly deals: readonly Deal[];
  readonly ties: readonly Tie[];
  readonly claims: readonly Claim[];
  readonly findings: readonly Finding[];
  readonly entities: ReadonlyMap<string, Entity>;
  readonly documents: ReadonlyMap<string, CaseDocument>;
  readonly origins: readonly Origin[];
}

/**
 * Paths through ties from people who negotiate to those who gain from a deal: patterns to check, never accusations.
 *
 * Who negotiates: people with a part in talks that are not only denied, and authors of plans. Who gains: those who would get something by a deal, its parties and
 * owners of what is dealt in, except states. For each pair the shortest path, of those the strongest, and a longer one where it
 * stands on more; at most four hops. A path never goes from one owner of a thing to another owner of it. A path never goes on where no more than a name tells that it is the same person
 * ({@link Personas}), nor through a state or an office other than by what it owns: all its servants are tied to it. Ties that are
 * only denied are no hops. Of one who gains from very many deals those nearest to the negotiator are listed. `weakest` is the hop
 * that least speaks for; `against` lists every negative claim about both ends or about a hop, and
 * every denial or "no evidence" that either end gains, knew or had a part. Ordered by id.
 */
export const listInterests = (sources: InterestSources): readonly Interest[] => {
  const { entities } = sources;
  const findings = new Map(sources.findings.map((finding) => [finding.id, finding]));
  const claims = new Map(sources.claims.map((claim) => [claim.id, claim]));
  const outlets = new Set(sources.origins.flatMap(({ entity }) => entity ?? []));
  const personas = new Personas(entities, sources.documents, outlets);
  const ties = sources.ties.filter(({ polarity }) => polarity === 'positive');
  const toldIn = new Map(ties.map((tie) => [tie.id, documentsOf(tie, claims)]));

  const graph = new TieGraph(
    ties,
    (tie, entity) => personas.of(entity, toldIn.get(tie.id) ?? []),
    (tie) => strengthOf(tie, findings),
    (entity, into, out) => {
      const one = entities.get(entity);
      // Who owns another part of a thing is no tie of this owner: what one gains the other does not.
      if (into.kind === 'ownership' && out.kind === 'ownership' && into.to === entity && out.to === entity)
        return false;
      return one === undefined || !isPublic(one) || into.kind === 'ownership' || out.kind === 'ownership';
    },
  );
  const talks = talksOf(sources, personas);
  const gained = new Gains(sources, personas, claims);
  const negative = new NegativeClaims(sources.claims, entities);
  const nameOf = (id: string): string => entities.get(id)?.name ?? id;
  const found = new Map<string, Interest>();
  for (const [start, { documents, dates }] of talks) {
    if (!graph.has(start)) continue;
    const negotiator = entityOf(start);
    for (const [end, paths] of graph.from(start)) {
      const gains = entityOf(end);
      for (const path of shortestAndStrongest(paths)) {
        for (const deal of gained.nearest(end, negotiator, documents, path.ways)) {
          const when = [...dates, ...deal.claims.flatMap((id) => claims.get(id)?.date ?? [])];
          const one = interestOf(path, negotiator, gains, deal, when, findings, negative, nameOf);
          found.set(one.id, one);
        }
      }
    }
  }
  return [...found.values()].sort((a, b) => byText(a.id, b.id));
};

const interestOf = (
  { hops }: Path,
  negotiator: string,
  gains: string,
  deal: Deal,
  when: readonly string[],
  findings: ReadonlyMap<string, Finding>,
  negative: NegativeClaims,
  nameOf: (id: string) => string,
): Interest => {
  const ties = hops.map(({ tie }) => tie);
  const path = hops.map(({ tie, from, to }): Interest['path'][number] => {
    const finding = tie.finding === null ? undefined : findings.get(tie.finding);
    return {
      tie: tie.id,
      from: entityOf(from),
      to: entityOf(to),
      validFrom: tie.validFrom,
      validTo: tie.validTo,
      origins: finding?.origins.length ?? 0,
      status: finding?.status ?? null,
    };
  });
  const [weakest] = [...ties].sort((a, b) => strengthOf(a, findings) - strengthOf(b, findings) || byText(a.id, b.id));
  return {
    id: contentId('interest', deal.id, ...path.flatMap(({ from, to }) => [from, to])),
    negotiator,
    gains,
    deal: deal.id,
    path,
    weakest: weakest?.id ?? null,
    overlap: overlapOf(ties, when, nameOf),
    against: negative.against(negotiator, gains, ties),
    evidence: [...ties.flatMap(({ evidence }) => evidence.slice(0, MAX_QUOTES)), ...deal.evidence.slice(0, MAX_QUOTES)],
  };
};

/** The first path is the shortest; each further one is longer and stronger. */
const shortestAndStrongest = (paths: readonly Path[]): readonly Path[] => {
  const [shortest, strongest] = [paths[0], paths.at(-1)];
  return shortest === undefined || strongest === undefined ? [] : [...new Set([shortest, strongest])];
};

/** Documents that tell of a row and do not deny it. */
const documentsOf = (
  { claims: ids, evidence }: Pick<Tie, 'claims' | 'evidence'>,
  claims: ReadonlyMap<string, Claim>,
): ReadonlySet<string> => {
  const told = ids.flatMap((id) => claims.get(id) ?? []).filter(({ polarity }) => polarity === 'positive');
  return new Set((told.length > 0 ? told : evidence).map(({ document }) => document));
};

interface Talks {
  readonly documents: Set<string>;
  readonly dates: string[];
}

/** People who negotiate, by part: in which documents, and when. */
const talksOf = (
  { meetings, proposals, claims, entities }: InterestSources,
  personas: Personas,
): ReadonlyMap<string, Talks> => {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const found = new Map<string, Talks>();
  const put = (people: readonly string[], documents: ReadonlySet<string>, date: string | null): void => {
    for (const id of people) {
      if (entities.get(id)?.type !== 'person') continue;
      for (const node of personas.of(id, documents)) {
        const known = found.get(node) ?? { documents: new Set(), dates: [] };
        for (const document of documents) known.documents.add(document);
        if (date !== null) known.dates.push(date);
        found.set(node, known);
      }
    }
  };
  for (const meeting of meetings) {
    if (meeting.status === 'denied' || meeting.status === 'hypothetical') continue;
    const absent = new Set(meeting.attendance.flatMap(({ who, status }) => (status === 'denied' ? who : [])));
    const present = [...meeting.participants, ...meeting.mediators].filter((id) => !absent.has(id));
    put(present, documentsOf(meeting, byId), meeting.date);
  }
  for (const proposal of proposals) put(proposal.by, documentsOf(proposal, byId), null);
  return found;
};

const LEVELS: Readonly<Record<Finding['status'], number>> = {
  denied: 0,
  disputed: 1,
  corrected: 1,
  'unknown-origin': 2,
  'single-origin': 3,
  corroborated: 4,
};
/** More than any weight that a finding can have. */
const LEVEL = 1_000_000;

/** First how a tie stands, then what its finding weighs. */
const strengthOf = (tie: Tie, findings: ReadonlyMap<string, Finding>): number => {
  const finding = tie.finding === null ? undefined : findings.get(tie.finding);
  return finding === undefined ? 0 : LEVELS[finding.status] * LEVEL + finding.weight.total;
};

const isState = (entity: Entity): boolean => entity.type === 'place' || countryNamed(entity.name) !== null;
const isPublic = (entity: Entity): boolean => entity.type === 'publicBody' || isState(entity);

/** Deals by who gains from them: their parties, and whoever is said to own what is dealt in. An asset itself gains nothing. */
class Gains {
  readonly #deals = new Map<string, Deal[]>();

  constructor({ deals, ties, entities }: InterestSources, personas: Personas, claims: ReadonlyMap<string, Claim>) {
    const owners = new Map<string, Tie[]>();
    for (const tie of ties) {
      if (tie.kind !== 'ownership' || tie.polarity !== 'positive') continue;
      owners.set(tie.to, [...(owners.get(tie.to) ?? []), tie]);
    }
    for (const deal of deals) {
      const documents = documentsOf(deal, claims);
      const owned = deal.assetEntity === null ? [] : (owners.get(deal.assetEntity) ?? []);
      const nodes = [
        ...[...deal.gains, ...deal.parties].flatMap((party) => personas.of(party, documents)),
        ...owned.flatMap((tie) => personas.of(tie.from, documentsOf(tie, claims))),
      ];
      for (const node of new Set(nodes)) {
        const entity = entities.get(entityOf(node));
        if (entity !== undefined && isState(entity)) continue;
        const known = this.#deals.get(node);
        if (known === undefined) this.#deals.set(node, [deal]);
        else known.push(deal);
      }
    }
  }

  /** What somebody gains from and the negotiator is no party of: all, unless there are very many. */
  nearest(node: string, negotiator: string, documents: ReadonlySet<string>, ways: number): readonly Deal[] {
    const deals = (this.#deals.get(node) ?? []).filter((deal) => !deal.parties.includes(negotiator));
    const most = Math.min(MAX_DEALS, Math.ceil(DEALS_BY_WAYS / ways));
    if (deals.length <= most) return deals;
    const [near, far]: [Deal[], Deal[]] = [[], []];
    for (const deal of deals) (deal.evidence.some(({ document }) => documents.has(document)) ? near : far).push(deal);
    return [...near, ...far].slice(0, most);
  }
}

/** What a tie or a gain could be denied by: "he denied that he stood to gain", "no evidence that she knew of the sale". */
const OF_INTEREST =
  /\b(?:gain|profit|benefit|earn|receiv|paid|pay|mone|fee\b|interest|stake|share|deal|business|involve|knew|know|aware|brief|told|inform|connect|tie[sd]?\b|link|owe|own|friend|relat|influenc|conflict|role\b|part in)/i;

const isSayingNo = ({ type, polarity, properties }: Claim): boolean =>
  type === 'denial' && (polarity === 'positive' || properties.form === 'no evidence');

/** Claims that say no, by id and by whom they name. A denial, and "no evidence that", name whoever stands in what is denied. */
class NegativeClaims {
  readonly #ids = new Set<string>();
  readonly #byEntity = new Map<string, Set<string>>();
  /** Denials of an interest as such, by whoever denies it or is denied to have it. */
  readonly #ofInterest = new Map<string, Set<string>>();

  constructor(claims: readonly Claim[], entities: ReadonlyMap<string, Entity>) {
    // Of denials those that say no: "did not deny" says nothing.
    const denials = claims.filter((claim) => isSayingNo(claim));
    const names = new NamesInText([...entities.values()], new Set(denials.map(({ document }) => document)));
    for (const claim of claims) {
      if (claim.polarity !== 'negative' || claim.type === 'denial') continue;
      this.#ids.add(claim.id);
      for (const filler of Object.values(claim.roles).flat())
        if (filler.entity !== null) put(this.#byEntity, filler.entity, claim.id);
    }
    for (const claim of denials) {
      const about = (claim.roles.about ?? []).map(({ text }) => text).join(' ');
      const named = names.find(claim.document, about).map(({ entity }) => entity);
      const deniers = (claim.roles.denier ?? []).flatMap(({ entity }) => entity ?? []);
      // "He denied that he stood to gain" is about him; "the paper found no evidence that she knew" about her.
      const whose = named.length > 0 && !OWN.test(about) ? named : [...named, ...deniers];
      for (const entity of [...named, ...deniers]) put(this.#byEntity, entity, claim.id);
      if (OF_INTEREST.test(about)) for (const entity of whose) put(this.#ofInterest, entity, claim.id);
    }
  }

  /** Those that speak of both ends or of a hop, ordered by id. */
  against(negotiator: string, gains: string, ties: readonly Tie[]): readonly string[] {
    const none: ReadonlySet<string> = new Set();
    const [one, other] = [this.#byEntity.get(negotiator) ?? none, this.#byEntity.get(gains) ?? none];
    const [few, many] = one.size < other.size ? [one, other] : [other, one];
    const ofBoth = [...few].filter((id) => many.has(id));
    const ofHops = ties.flatMap((tie) => tie.claims.filter((id) => this.#ids.has(id)));
    const ofInterest = [negotiator, gains].flatMap((id) => [...(this.#ofInterest.get(id) ?? none)]);
    return [...new Set([...ofBoth, ...ofHops, ...ofInterest])].sort(byText);
  }
}

const OWN = /\b(?:he|she|they|it|his|her|their|its|having|any)\b/i;

const put = (map: Map<string, Set<string>>, key: string, id: string): void => {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([id]));
  else known.add(id);
};
