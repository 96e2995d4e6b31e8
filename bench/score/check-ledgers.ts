import type { Answers, Place } from './answers.ts';
import { isWords } from './matcher.ts';
import { jointsOf } from './score-ties.ts';
import { consequencesOf } from './what-if.ts';

const STANCES = ['accepts', 'rejects', 'on-condition', 'silent'];
const STAGES = ['floated', 'offered', 'in talks', 'agreed', 'done', 'dropped'];
const KINDS = ['stake', 'purchase', 'concession', 'supply', 'investment', 'loan', 'lease', 'other'];
const TIES = [
  'family',
  'friendship',
  'employment',
  'ownership',
  'directorship',
  'donation',
  'membership',
  'appointment',
  'business',
  'school',
  'venue',
];
const REMOVALS = ['demanded', 'promised', 'planned', 'lifted', 'refused'];
const LEDGERS = [
  'meetings',
  'proposals',
  'stances',
  'deals',
  'conditions',
  'money',
  'sanctions',
  'waivers',
  'ties',
  'interests',
];
/** EDTF as the answers use it: a day, month, season or year, perhaps uncertain, or an interval of them. */
const EDTF = /^(?:\.\.|\d{4}(?:-\d{2}(?:-\d{2})?)?[~?]?)(?:\/(?:\.\.|\d{4}(?:-\d{2}(?:-\d{2})?)?[~?]?))?$/;

/** What may be wrong with the ledgers of a case, by the row and without quoting it. */
export const checkLedgers = (answers: Answers, checkQuote: (place: Place) => readonly string[]): readonly string[] => {
  const checker = new Checker(answers, checkQuote);
  checker.rows();
  checker.meetings();
  checker.proposals();
  checker.deals();
  checker.lists();
  checker.ties();
  return checker.faults;
};

class Checker {
  readonly faults: string[] = [];
  readonly #answers: Answers;
  readonly #checkQuote: (place: Place) => readonly string[];
  readonly #entities: ReadonlySet<string>;

  constructor(answers: Answers, checkQuote: (place: Place) => readonly string[]) {
    this.#answers = answers;
    this.#checkQuote = checkQuote;
    this.#entities = new Set(answers.entities.map(({ id }) => id));
  }

  /** Each row has an id of its own and a quote; all quotes of a ledger, also of the parts of rows, stand in their documents. */
  rows(): void {
    for (const ledger of LEDGERS) {
      const rows = ((this.#answers as unknown as Record<string, unknown>)[ledger] ?? []) as readonly { id?: string }[];
      const ids = rows.flatMap(({ id }) => id ?? []);
      for (const id of ids.filter((one, at) => ids.indexOf(one) !== at)) this.faults.push(`${ledger} ${id}: twice`);
      for (const [at, row] of rows.entries()) {
        const places = placesIn(row);
        const name = `${ledger} ${row.id ?? at + 1}`;
        if (places.length === 0 && ledger !== 'interests') this.faults.push(`${name}: no evidence`);
        for (const place of places)
          for (const fault of this.#checkQuote(place))
            this.faults.push(`${name}: ${place.document.slice(0, 2)}: ${fault}`);
      }
    }
    for (const { ledger, who, evidence } of this.#answers.alsoRight ?? []) {
      this.#oneOf(`also right`, 'ledger', ledger, LEDGERS);
      this.#people('also right', who);
      for (const place of evidence)
        for (const fault of this.#checkQuote(place)) this.faults.push(`also right: ${fault}`);
    }
  }

  meetings(): void {
    for (const meeting of this.#answers.meetings) {
      const name = `meeting ${meeting.id}`;
      this.#people(name, [
        ...meeting.participants,
        ...(meeting.disputedParticipants ?? []),
        ...(meeting.mediators ?? []),
        ...(meeting.sides ?? []).flatMap(({ participants }) => participants),
        ...(meeting.representations ?? []).flatMap((one) => [one.who, one.for]),
        ...(meeting.bypassed ?? []).map(({ who }) => who),
        ...(meeting.handedOver ?? []).flatMap(({ from, to }) => [...from, ...to]),
        ...(meeting.attendance ?? []).map(({ who }) => who),
      ]);
      const sided = (meeting.sides ?? []).flatMap(({ participants }) => participants);
      for (const one of sided.filter((id, at) => sided.indexOf(id) !== at))
        this.faults.push(`${name}: ${one} on two sides`);
      this.#dates(name, [meeting.date, ...(meeting.dates ?? [])]);
      for (const { polarity } of [...(meeting.representations ?? []), ...(meeting.bypassed ?? [])])
        this.#oneOf(name, 'polarity', polarity, ['positive', 'negative']);
      for (const { status } of meeting.attendance ?? [])
        this.#oneOf(name, 'attendance', status, ['told', 'disputed', 'denied']);
    }
  }

  proposals(): void {
    for (const proposal of this.#answers.proposals) {
      const name = `proposal ${proposal.id}`;
      const versions = proposal.versions.map(({ id }) => id);
      this.#people(name, [
        ...proposal.by,
        ...proposal.versions.flatMap(({ by }) => by ?? []),
        ...(proposal.authorship ?? []).flatMap(({ by }) => by),
        ...(proposal.handed ?? []).flatMap(({ from, to }) => [...from, ...to]),
      ]);
      this.#dates(name, [
        ...proposal.versions.map(({ date }) => date ?? null),
        ...(proposal.handed ?? []).map(({ date }) => date),
      ]);
      for (const clause of proposal.clauses ?? []) {
        if (clause.version !== null) this.#oneOf(name, 'version', clause.version, versions);
        this.#oneOf(name, 'form', clause.form, ['quoted', 'paraphrased']);
      }
      for (const change of proposal.changes ?? [])
        for (const version of [change.from, change.to])
          if (version !== null) this.#oneOf(name, 'version', version, versions);
    }
    for (const stance of this.#answers.stances) {
      const name = `stance of ${stance.party}`;
      const proposal = this.#answers.proposals.find(({ id }) => id === stance.proposal);
      if (stance.proposal !== null && proposal === undefined)
        this.faults.push(`${name}: no proposal ${stance.proposal}`);
      this.#people(name, [stance.party]);
      this.#oneOf(name, 'stance', stance.stance, STANCES);
      this.#dates(name, [stance.date ?? null]);
      for (const clause of [stance.clause ?? [], stance.clauses ?? []].flat())
        this.#oneOf(
          name,
          'clause',
          clause,
          (proposal?.clauses ?? []).map(({ id }) => id),
        );
    }
  }

  deals(): void {
    const { deals, waivers, sanctions, proposals } = this.#answers;
    const conditions = this.#answers.conditions ?? [];
    const idsOf = (rows: readonly { readonly id?: string }[]): readonly string[] => rows.flatMap(({ id }) => id ?? []);
    for (const deal of deals) {
      const name = `deal ${deal.id}`;
      this.#people(name, [...deal.parties, ...(deal.gains ?? []), ...(deal.amounts ?? []).flatMap(({ to }) => to)]);
      if (deal.kind !== undefined) this.#oneOf(name, 'kind', deal.kind, KINDS);
      if (deal.stage !== null) this.#oneOf(name, 'stage', deal.stage, STAGES);
    }
    const things = [conditions, deals, waivers, sanctions, proposals].flatMap(idsOf);
    for (const condition of conditions) {
      const name = `condition ${condition.id}`;
      for (const id of condition.deals) this.#oneOf(name, 'deal', id, idsOf(deals));
      for (const id of condition.waivers ?? []) this.#oneOf(name, 'waiver', id, idsOf(waivers));
      for (const id of condition.needs) this.#oneOf(name, 'need', id, things);
      this.#people(name, condition.by);
      this.#oneOf(name, 'form', condition.form, ['stated', 'implied']);
      this.#oneOf(name, 'status', condition.status, ['open', 'holds', 'fails', 'denied']);
    }
    for (const sum of this.#answers.money ?? []) {
      this.#people(`money ${sum.id}`, [...sum.from, ...sum.to]);
      if (sum.deal !== null) this.#oneOf(`money ${sum.id}`, 'deal', sum.deal, idsOf(deals));
      if (sum.value !== null && !(sum.value > 0)) this.faults.push(`money ${sum.id}: value ${sum.value}`);
    }
    this.#whatIf(idsOf(conditions), idsOf(deals));
  }

  /** What is said to follow does follow from the graph of the answers. */
  #whatIf(conditions: readonly string[], deals: readonly string[]): void {
    const nodes = (this.#answers.conditions ?? []).map((one) => ({
      id: one.id,
      deals: one.deals,
      needs: one.needs,
      isOpen: one.status === 'open' || one.status === 'fails',
    }));
    for (const [at, one] of (this.#answers.whatIf ?? []).entries()) {
      const name = `what if ${at + 1}`;
      for (const id of [...one.holds, ...one.fails]) this.#oneOf(name, 'condition', id, conditions);
      for (const id of [...one.opens, ...one.closes]) this.#oneOf(name, 'deal', id, deals);
      this.#people(name, one.gains);
      const told = consequencesOf(nodes, one.holds, one.fails);
      for (const [what, said, follows] of [
        ['opens', one.opens, told.opens],
        ['closes', one.closes, told.closes],
      ] as const)
        if ([...said].sort().join(' ') !== [...follows].sort().join(' '))
          this.faults.push(
            `${name}: ${what} ${said.join(', ') || 'nothing'}, the graph says ${follows.join(', ') || 'nothing'}`,
          );
    }
  }

  lists(): void {
    for (const sanction of this.#answers.sanctions) {
      const name = `sanction ${sanction.id ?? sanction.target}`;
      this.#people(name, [
        sanction.target,
        ...(sanction.byAlso ?? []),
        ...(sanction.removal ?? []).flatMap(({ by }) => by),
        ...[sanction.by ?? []].flat(),
      ]);
      this.#dates(name, [sanction.date, ...(sanction.dates ?? []), sanction.until ?? null]);
      for (const { status } of sanction.removal ?? []) this.#oneOf(name, 'removal', status, REMOVALS);
    }
    for (const waiver of this.#answers.waivers) {
      const name = `waiver ${waiver.id ?? waiver.for}`;
      this.#people(name, [
        waiver.for,
        ...(waiver.forAlso ?? []),
        ...waiver.askedBy,
        ...waiver.grantedBy,
        ...(waiver.directedBy ?? []),
        ...(waiver.hesitant ?? []).map(({ who }) => who),
      ]);
      this.#dates(name, [waiver.date, waiver.from ?? null, waiver.until ?? null]);
      if (waiver.status !== undefined)
        this.#oneOf(name, 'status', waiver.status, ['asked', 'granted', 'refused', 'denied']);
    }
  }

  ties(): void {
    const ties = new Map(this.#answers.ties.map((tie) => [tie.id ?? '', tie]));
    for (const tie of this.#answers.ties) {
      const name = `tie ${tie.id ?? tie.between.join(' - ')}`;
      if (new Set(tie.between).size !== 2) this.faults.push(`${name}: not between two`);
      this.#people(name, [...tie.between, ...(tie.via ?? [])]);
      this.#oneOf(name, 'kind', tie.kind, TIES);
      this.#dates(name, [tie.validFrom ?? null, tie.validTo ?? null]);
      const percent = /^(\d+(?:\.\d+)?)\s*(?:%|per ?cent)$/.exec(tie.share ?? '')?.[1];
      if (percent !== undefined && Number(percent) > 100) this.faults.push(`${name}: share ${tie.share}`);
    }
    const deals = this.#answers.deals.flatMap(({ id }) => id ?? []);
    for (const interest of this.#answers.interests ?? []) {
      const name = `interest ${interest.id}`;
      this.#people(name, [interest.negotiator, interest.gains]);
      this.#oneOf(name, 'deal', interest.deal, deals);
      for (const id of interest.path) this.#oneOf(name, 'tie', id, [...ties.keys()]);
      if (interest.weakest !== null) this.#oneOf(name, 'weakest', interest.weakest, interest.path);
      if (interest.path.length > 4) this.faults.push(`${name}: more than four hops`);
      if (interest.path.some((id) => ties.get(id)?.polarity === 'negative'))
        this.faults.push(`${name}: steps over a tie that is denied`);
      if (jointsOf(interest, ties)?.at(-1) !== interest.gains)
        this.faults.push(`${name}: its ties do not lead from ${interest.negotiator} to ${interest.gains}`);
    }
    for (const { between } of this.#answers.notInterests ?? []) this.#people('not interests', between);
  }

  #people(name: string, told: readonly string[]): void {
    for (const one of new Set(told))
      if (!isWords(one) && !this.#entities.has(one)) this.faults.push(`${name}: no entity ${one}`);
  }

  #dates(name: string, dates: readonly (string | null)[]): void {
    for (const date of dates) if (date !== null && !EDTF.test(date)) this.faults.push(`${name}: date ${date}`);
  }

  #oneOf(name: string, what: string, told: string, allowed: readonly string[]): void {
    if (!allowed.includes(told)) this.faults.push(`${name}: ${what} ${told}`);
  }
}

/** All places in a row, also those of its parts. */
const placesIn = (value: unknown): readonly Place[] => {
  if (Array.isArray(value)) return value.flatMap(placesIn);
  if (typeof value !== 'object' || value === null) return [];
  if (isPlace(value)) return [value];
  return Object.values(value).flatMap(placesIn);
};

const isPlace = (value: object): value is Place => 'document' in value && 'quote' in value;
