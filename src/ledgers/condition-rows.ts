import type {
  Condition,
  Deal,
  Entity,
  Evidence,
  Meeting,
  Proposal,
  Sanction,
  SanctionsWaiver,
  Stance,
} from '../model/index.ts';
import { stemsOf } from '../resolve/index.ts';
import { type Matter, matterOf } from './matters.ts';

/** Rows that a condition's words may be for, or that may hang on one. */
export interface RowsOfCase {
  readonly deals: readonly Deal[];
  readonly proposals: readonly Proposal[];
  readonly stances: readonly Stance[];
  readonly sanctions: readonly Sanction[];
  readonly waivers: readonly SanctionsWaiver[];
  readonly meetings: readonly Meeting[];
}

/** A row that words are for, with what the two have in common. */
export interface Denoted {
  readonly row: string;
  readonly reasons: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** What is asked about: words for one thing, where they stand, and the deals that hang on it. */
export interface Asked {
  readonly matters: readonly Matter[];
  readonly documents: ReadonlySet<string>;
  readonly deals: readonly string[];
}

type Row = { readonly id: string; readonly evidence: readonly Evidence[] };

const shared = (a: Iterable<string>, b: ReadonlySet<string>): readonly string[] =>
  [...new Set(a)].filter((id) => b.has(id));

/** Quotes of a row that a link rests on, those of the documents asked about first. */
const MAX_QUOTES = 2;

/** Finds the rows that words denote, by whom and what both name. Where two rows fit as well, none is taken. */
export class RowFinder {
  readonly #rows: RowsOfCase;
  readonly #entities: ReadonlyMap<string, Entity>;
  readonly #deals: ReadonlyMap<string, Deal>;

  constructor(rows: RowsOfCase, entities: ReadonlyMap<string, Entity>) {
    this.#rows = rows;
    this.#entities = entities;
    this.#deals = new Map(rows.deals.map((deal) => [deal.id, deal]));
  }

  find(asked: Asked): readonly Denoted[] {
    const kind = asked.matters[0]?.kind;
    switch (kind) {
      case 'relief':
        return this.#sanctions(asked);
      case 'peace':
      case 'accord':
        return one([...this.#plans(asked, kind), ...this.#agreements(asked)]);
      case 'approval':
        return one(this.#waivers(asked));
      case 'meeting':
        return one(this.#meetings(asked));
      case 'deal':
        return one(this.#otherDeals(asked));
      default:
        return [];
    }
  }

  /** The end of sanctions on whom the words name; else of the only ones that bear on the deal. */
  #sanctions(asked: Asked): readonly Denoted[] {
    const on = new Set(asked.matters.flatMap((matter) => matter.on));
    const by = new Set(asked.matters.flatMap((matter) => matter.by.flatMap(({ entity }) => entity ?? [])));
    const bearing = new Set(
      asked.deals.flatMap((id) => {
        const deal = this.#deals.get(id);
        return deal === undefined ? [] : [...deal.parties, ...(deal.assetEntity === null ? [] : [deal.assetEntity])];
      }),
    );
    const standing = this.#rows.sanctions.filter(({ status }) => status !== 'denied');
    const named = standing.filter(({ target }) => on.has(target));
    const rows = named.length > 0 ? named : on.size > 0 ? [] : standing.filter(({ target }) => bearing.has(target));
    const fitting = rows.filter((row) => !this.#isOtherState(row, by));
    if (named.length === 0 && new Set(fitting.map(({ target }) => target)).size !== 1) return [];
    return fitting.map((row) => {
      const who = this.#name(row.target);
      const authors = shared([row.by ?? '', ...row.alsoBy], by).map((id) => this.#name(id));
      return this.#denoted(asked, row, [
        named.length > 0
          ? `both name ${who} as under sanctions`
          : `of those who deal only ${who} is told to be under sanctions`,
        ...authors.map((name) => `both name ${name} as who imposed them`),
      ]);
    });
  }

  /** Two states do not lift each other's sanctions; a state and its ministry are one. */
  #isOtherState({ by, alsoBy }: Sanction, named: ReadonlySet<string>): boolean {
    const isState = (id: string): boolean => this.#entities.get(id)?.type === 'place';
    const imposed = [...(by === null ? [] : [by]), ...alsoBy];
    return (
      imposed.length > 0 &&
      named.size > 0 &&
      imposed.every(isState) &&
      [...named].every(isState) &&
      shared(imposed, named).length === 0
    );
  }

  /** A plan that is named; else the only one that the same report tells of, on the same matter. */
  #plans(asked: Asked, kind: 'peace' | 'accord'): readonly Denoted[] {
    const named = new Set(asked.matters.flatMap(({ entities }) => entities));
    const topic = new Set(asked.matters.flatMap((matter) => [...matter.topic]));
    const direct = this.#rows.proposals.filter(({ entity }) => entity !== null && named.has(entity));
    if (direct.length > 0) return direct.map((row) => this.#denoted(asked, row, [`both name ${row.name}`]));
    return this.#rows.proposals.flatMap((row): readonly Denoted[] => {
      if (!row.evidence.some(({ document }) => asked.documents.has(document))) return [];
      const words = [
        row.name,
        ...row.evidence.filter((e) => asked.documents.has(e.document)).map(({ quote }) => quote),
      ].join(' . ');
      const own = matterOf(words, []);
      const common = shared(stemsOf(words), topic);
      if (topic.size > 0 && common.length === 0) return [];
      if (topic.size === 0 && !(kind === 'peace' && own.kind === 'peace')) return [];
      return [
        this.#denoted(asked, row, [
          'told of in the same report',
          topic.size > 0 ? `words in common: ${common.join(', ')}` : 'both are for peace',
        ]),
      ];
    });
  }

  /** An agreement between those who are named, told as one. */
  #agreements({ matters, documents, deals }: Asked): readonly Denoted[] {
    const by = new Set(matters.flatMap((matter) => matter.by.flatMap(({ entity }) => entity ?? [])));
    if (by.size < 2) return [];
    return this.#rows.deals
      .filter((deal) => !deals.includes(deal.id) && deal.asset === null && shared(deal.parties, by).length >= 2)
      .map((deal) =>
        this.#denoted({ matters, documents, deals }, deal, [
          `both are an agreement of ${shared(deal.parties, by)
            .map((id) => this.#name(id))
            .join(' and ')}`,
        ]),
      );
  }

  #waivers(asked: Asked): readonly Denoted[] {
    if (!asked.matters.some(({ text }) => /\b(?:licen[cs]e|waiver|permit|exemption)/i.test(text))) return [];
    const named = new Set(asked.matters.flatMap(({ entities }) => entities));
    return this.#rows.waivers
      .filter((row) => row.status !== 'denied' && row.for !== null && named.has(row.for))
      .map((row) => this.#denoted(asked, row, [`both name ${this.#name(row.for ?? '')} as who gets it`]));
  }

  #meetings(asked: Asked): readonly Denoted[] {
    const named = new Set(asked.matters.flatMap(({ entities }) => entities));
    return this.#rows.meetings.flatMap((row): readonly Denoted[] => {
      const who = shared(row.participants, named);
      return who.length < 2 || row.status === 'denied'
        ? []
        : [this.#denoted(asked, row, [`both name ${who.map((id) => this.#name(id)).join(' and ')} as who meet`])];
    });
  }

  #otherDeals(asked: Asked): readonly Denoted[] {
    const named = new Set(asked.matters.flatMap(({ entities }) => entities));
    return this.#rows.deals.flatMap((row): readonly Denoted[] => {
      if (asked.deals.includes(row.id)) return [];
      const parties = shared(row.parties, named);
      const isOfAsset = row.assetEntity !== null && named.has(row.assetEntity);
      if (!isOfAsset && parties.length < 2) return [];
      const names = [...(isOfAsset ? [row.assetEntity ?? ''] : []), ...parties].map((id) => this.#name(id));
      return [this.#denoted(asked, row, [`both name ${[...new Set(names)].join(' and ')}`])];
    });
  }

  #denoted({ documents }: Asked, row: Row, reasons: readonly string[]): Denoted {
    const near = row.evidence.filter(({ document }) => documents.has(document));
    return { row: row.id, reasons, evidence: (near.length > 0 ? near : row.evidence).slice(0, MAX_QUOTES) };
  }

  #name(id: string): string {
    return this.#entities.get(id)?.name ?? id;
  }
}

const one = (found: readonly Denoted[]): readonly Denoted[] => (found.length === 1 ? found : []);

/** How a condition stands as the rows that it denotes tell, with the reasons; open where none tells or where they differ. */
export const statusOf = (
  rows: RowsOfCase,
  denoted: readonly Denoted[],
  texts: readonly string[],
): { readonly status: Condition['status']; readonly reasons: readonly string[] } => {
  const told = denoted.map(({ row }) => stateOf(rows, row, texts));
  const states = new Set(told.map((one) => one?.status ?? 'open'));
  const [only] = states;
  if (states.size !== 1 || only === undefined || only === 'open') return { status: 'open', reasons: [] };
  return { status: only, reasons: told.flatMap((one) => one?.reason ?? []) };
};

type State = { readonly status: 'holds' | 'fails'; readonly reason: string } | null;

const stateOf = (rows: RowsOfCase, id: string, texts: readonly string[]): State => {
  const by = <T extends { readonly id: string }>(list: readonly T[]): T | undefined =>
    list.find((row) => row.id === id);
  const sanction = by(rows.sanctions);
  if (sanction !== undefined)
    return sanction.status === 'lifted' ? { status: 'holds', reason: 'the sanctions are told to be lifted' } : null;
  const waiver = by(rows.waivers);
  if (waiver?.status === 'granted') return { status: 'holds', reason: 'it is told to be granted' };
  if (waiver?.status === 'refused') return { status: 'fails', reason: 'it is told to be refused' };
  const meeting = by(rows.meetings);
  if (meeting?.status === 'held') return { status: 'holds', reason: 'the meeting is told to be held' };
  if (meeting?.status === 'cancelled') return { status: 'fails', reason: 'the meeting is told to be cancelled' };
  const deal = by(rows.deals);
  if (deal?.stage === 'dropped') return { status: 'fails', reason: 'it is told to be dropped' };
  if (deal?.stage === 'done') return { status: 'holds', reason: 'it is told to be done' };
  if (deal?.stage === 'agreed' && texts.some((text) => /\b(?:sign|agree|conclu|reach|accord)/i.test(text)))
    return { status: 'holds', reason: 'it is told to be agreed' };
  return null;
};
