import {
  byText,
  type Case,
  type CaseDecision,
  type Claim,
  contentId,
  type Entity,
  type Evidence,
  type Finding,
  type Gap,
  type Origin,
} from '../model/index.ts';
import { isSameSide, spanDays } from '../text/index.ts';

/** What gaps are found in: a case but for its gaps. */
export type Gapped = Pick<
  Case,
  | 'documents'
  | 'origins'
  | 'entities'
  | 'meetings'
  | 'proposals'
  | 'stances'
  | 'deals'
  | 'sanctions'
  | 'waivers'
  | 'claims'
  | 'findings'
  | 'interests'
  | 'decisions'
>;

/** Quotes that a gap is shown with; what rests on it is listed in full. */
const QUOTES = 12;

interface Draft {
  readonly kind: Gap['kind'];
  readonly text: string;
  readonly closes: string;
  readonly about: readonly string[];
  readonly findings: readonly string[];
  readonly reason: string;
  readonly evidence: readonly Evidence[];
}

const gap = ({ kind, text, closes, about, findings, reason, evidence }: Draft): Gap => {
  const resting = [...new Set(findings)].sort(byText);
  return {
    id: contentId('gap', kind, ...about),
    kind,
    text,
    closes,
    about,
    findings: resting,
    rests: resting.length,
    reasons: [reason],
    evidence: evidence.slice(0, QUOTES),
  };
};

/** Look-ups in a case, each made once. */
class Lookup {
  readonly case: Gapped;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly findings: ReadonlyMap<string, Finding>;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly origins: ReadonlyMap<string, Origin>;
  /** Findings that a claim is of, on either side. */
  readonly ofClaim: ReadonlyMap<string, string>;

  constructor(made: Gapped) {
    this.case = made;
    this.claims = new Map(made.claims.map((claim) => [claim.id, claim]));
    this.findings = new Map(made.findings.map((finding) => [finding.id, finding]));
    this.entities = new Map(made.entities.map((entity) => [entity.id, entity]));
    this.origins = new Map(made.origins.map((origin) => [origin.id, origin]));
    this.ofClaim = new Map(
      made.findings.flatMap((finding) =>
        [...finding.claims, ...finding.denials].map((claim) => [claim, finding.id] as const),
      ),
    );
  }

  nameOf(id: string): string {
    return this.entities.get(id)?.name ?? this.origins.get(id)?.name ?? id;
  }

  quotes(findings: readonly string[]): readonly Evidence[] {
    return findings.slice(0, QUOTES).flatMap((id) => this.findings.get(id)?.evidence[0] ?? []);
  }

  findingsOf(claims: Iterable<string>): readonly string[] {
    return [...new Set([...claims].flatMap((id) => this.ofClaim.get(id) ?? []))].sort(byText);
  }
}

/** Findings that one origin carries alone, by origin (or by the origins that have one speaker's word). */
const onOneOrigin = (look: Lookup): readonly Gap[] => {
  const resting = new Map<string, string[]>();
  for (const { id, status, origins } of look.case.findings) {
    if (status !== 'single-origin' || origins.length === 0) continue;
    // Two voices that say different things of one plan (W14) lack no second origin but agreement.
    const key = origins.join(' ');
    const known = resting.get(key);
    if (known === undefined) resting.set(key, [id]);
    else known.push(id);
  }
  return [...resting].map(([key, findings]) => {
    const about = key.split(' ');
    const names = about.map((id) => look.nameOf(id)).join(', ');
    return gap({
      kind: 'one-origin',
      text:
        about.length === 1
          ? `${count(findings.length, 'finding')} on ${names} alone.`
          : `${count(findings.length, 'finding')} on ${names}, of whom no two bear each other out.`,
      closes: 'a second origin that has it from elsewhere: a document, a participant, another reporter',
      about,
      findings,
      reason: 'W32: one independent voice corroborates nothing, in however many documents',
      evidence: look.quotes(findings),
    });
  });
};

const count = (n: number, noun: string): string => `${n} ${n === 1 ? `${noun} rests` : `${noun}s rest`}`;

/** Origins that the pile holds no document of: they are known by what others pass on. */
const originsNotRead = (look: Lookup): readonly Gap[] => {
  const own = new Set(
    look.case.documents.flatMap((document) =>
      document.chain.flatMap(({ origin, links }) => (links.length <= 1 ? [origin] : [])),
    ),
  );
  const resting = new Map<string, string[]>();
  for (const { id, origins } of look.case.findings)
    for (const origin of origins) resting.set(origin, [...(resting.get(origin) ?? []), id]);
  return look.case.origins.flatMap((origin) => {
    const findings = resting.get(origin.id) ?? [];
    if (own.has(origin.id) || findings.length === 0) return [];
    return gap({
      kind: 'origin-not-read',
      text: `${origin.name} is known only by what others pass on.`,
      closes: `the report or paper of ${origin.name} itself`,
      about: [origin.id],
      findings,
      reason: 'W32: whoever passes a report on may shorten, sharpen or mistake it',
      evidence: origin.evidence,
    });
  });
};

const ofDocuments = (look: Lookup): readonly Gap[] => {
  const claims = new Map<string, Claim[]>();
  for (const claim of look.case.claims) {
    const known = claims.get(claim.document);
    if (known === undefined) claims.set(claim.document, [claim]);
    else known.push(claim);
  }
  return look.case.documents.flatMap((document): readonly Gap[] => {
    const own = claims.get(document.id) ?? [];
    const loose = document.origins.length === 0 ? own : own.filter(({ origins }) => origins.length === 0);
    const all = look.findingsOf(own.map(({ id }) => id));
    const name = fileName(document.path);
    const made = (kind: Gap['kind'], text: string, closes: string, reason: string, of: readonly Claim[]): Gap =>
      gap({
        kind,
        text,
        closes,
        about: [document.id],
        findings: of === own ? all : look.findingsOf(of.map(({ id }) => id)),
        reason,
        evidence: of.flatMap(({ evidence }) => evidence[0] ?? []),
      });
    return [
      ...(document.origins.length === 0 || loose.length > 0
        ? [
            made(
              'unknown-origin',
              document.origins.length === 0
                ? `Where ${name} has its reporting from cannot be told.`
                : `Where ${name} has a part of its reporting from cannot be told.`,
              'what it derives from: ask its author, or find the report that it repeats',
              'W2: an unknown origin corroborates nothing',
              loose,
            ),
          ]
        : []),
      ...(document.published === null
        ? [
            made(
              'no-document-date',
              `When ${name} went out is not stated.`,
              'its date',
              'its “yesterday” cannot be counted from',
              own,
            ),
          ]
        : []),
      ...(document.outlet === null
        ? [
            made(
              'no-outlet',
              `Who put out ${name} is not stated.`,
              'its outlet',
              'whose word it is cannot be told',
              own,
            ),
          ]
        : []),
    ];
  });
};

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const isExactDay = (date: string | null): boolean => date !== null && spanDays(date) === 1;

interface Row {
  readonly id: string;
  readonly claims: readonly string[];
  readonly finding: string | null;
  readonly evidence: readonly Evidence[];
}

/** What rows of the ledgers leave open. */
const ofRows = (look: Lookup): readonly Gap[] => {
  const open = (row: Row, kind: Gap['kind'], text: string, closes: string): Gap =>
    gap({
      kind,
      text: `${textOf(look, row)} ${text}`,
      closes,
      about: [row.id],
      findings: row.finding === null ? [] : [row.finding],
      reason: 'W32: no claim of it says so',
      evidence: row.evidence,
    });
  const list: Gap[] = [];
  for (const row of look.case.meetings) {
    if (row.status === 'denied' || row.status === 'hypothetical') continue;
    if (!isExactDay(row.date))
      list.push(
        open(
          row,
          'no-date',
          row.date === null
            ? `No date is told${row.dateWords[0] === undefined ? '' : `, only “${row.dateWords[0]}”`}.`
            : `No exact day is told, only ${row.dateWords[0] === undefined ? row.date : `“${row.dateWords[0]}” (${row.date})`}.`,
          'a diary, a flight, a second account that gives the day',
        ),
      );
    if (row.place === null && row.kind !== 'call')
      list.push(
        open(row, 'no-place', 'No place is told.', 'a hotel or travel record, a second account that names the place'),
      );
    if (row.unnamed.length > 0)
      list.push(
        open(
          row,
          'no-name',
          `Not named: ${row.unnamed.map((one) => `“${one}”`).join(', ')}.`,
          'who took part, by name',
        ),
      );
  }
  for (const row of look.case.deals) {
    if (toldIn(look, row, 'party', 'offerer', 'recipient').length < 2)
      list.push(
        open(row, 'no-party', 'Who deals with whom is not told.', 'the contract or a filing that names the parties'),
      );
    if (row.asset === null)
      list.push(open(row, 'no-asset', 'What is dealt in is not told.', 'the contract or a filing'));
    if (row.stage === null)
      list.push(open(row, 'no-stage', 'How far it has come is not told.', 'the parties, or a filing'));
    if (row.amount === null)
      list.push(open(row, 'no-amount', 'For how much is not told.', 'the contract, a filing, accounts'));
  }
  const viewed = new Set(look.case.stances.flatMap(({ proposal }) => proposal ?? []));
  for (const row of look.case.proposals) {
    if (row.by.length + toldIn(look, row, 'author').length === 0)
      list.push(open(row, 'no-party', 'Who wrote it is not told.', 'its author, or the file itself'));
    if (!viewed.has(row.id))
      list.push(open(row, 'no-view', 'Nobody’s view of it is told.', 'what those it is put to say of it'));
  }
  for (const row of look.case.sanctions)
    if (row.by === null && row.status !== 'denied' && toldIn(look, row, 'authority').length === 0)
      list.push(open(row, 'no-party', 'Whose act it is is not told.', 'the published list or order'));
  for (const row of look.case.waivers) {
    if (row.grantedBy.length + toldIn(look, row, 'authority').length === 0 && row.status === 'granted')
      list.push(
        open(row, 'no-party', 'Who granted it is not told.', 'the licence itself, or the office that issues it'),
      );
    if (row.date === null && row.status !== 'denied')
      list.push(open(row, 'no-date', 'Its date is not told.', 'the licence itself'));
  }
  return list;
};

/** What the claims of a row put in any of these roles, by entity or in words, each once. */
const toldIn = (look: Lookup, row: Row, ...roles: readonly string[]): readonly string[] => [
  ...new Set(
    row.claims.flatMap((id) =>
      roles.flatMap((role) => (look.claims.get(id)?.roles[role] ?? []).map(({ entity, text }) => entity ?? text)),
    ),
  ),
];

const textOf = (look: Lookup, row: Row): string => {
  const text =
    (row.finding === null ? null : look.findings.get(row.finding)?.text) ??
    look.claims.get(row.claims[0] ?? '')?.text ??
    '';
  return /[.!?]$/.test(text) ? text : `${text}.`;
};

/** Whom the claims of a case let speak: in a chain, as a denier, or as an origin itself. */
const heardIn = (look: Lookup): ReadonlySet<string> => {
  const heard = new Set<string>();
  for (const { chain, type, roles, status } of look.case.claims) {
    for (const { kind, entity } of chain) if (kind === 'named' && entity !== null) heard.add(entity);
    if (type === 'denial' && status !== 'hypothetical')
      for (const { entity } of roles.denier ?? []) if (entity !== null) heard.add(entity);
  }
  for (const { kind, entity } of look.case.origins)
    if ((kind === 'body' || kind === 'person') && entity !== null) heard.add(entity);
  return heard;
};

/** Sides are compared by words and countries; in a long case the same two are compared again and again. */
const compared = new WeakMap<Entity, Map<string, boolean>>();

const isSideOf = (side: string, entity: Entity): boolean => {
  const known = compared.get(entity) ?? new Map<string, boolean>();
  compared.set(entity, known);
  const found = known.get(side) ?? (side === entity.name || isSameSide(side, entity.name) === true);
  known.set(side, found);
  return found;
};

const CAN_SPEAK: ReadonlySet<Entity['type']> = new Set(['person', 'organization', 'publicBody']);

/** Those who are said to have a part in something and have no word of their own behind any claim, nor anyone of their side. */
const notHeard = (look: Lookup): readonly Gap[] => {
  const heard = heardIn(look);
  const sides = [...new Set([...heard].flatMap((id) => look.entities.get(id)?.sides ?? []))];
  const isHeard = (entity: Entity): boolean =>
    heard.has(entity.id) ||
    // A body or state is heard through whoever is of its side.
    (entity.type !== 'person' && sides.some((side) => isSideOf(side, entity)));
  const named = new Map<string, { findings: Set<string>; parts: Set<string> }>();
  const add = (part: string, row: Row, entities: readonly (string | null)[]): void => {
    for (const entity of entities) {
      if (entity === null || row.finding === null) continue;
      const known = named.get(entity) ?? { findings: new Set<string>(), parts: new Set<string>() };
      known.findings.add(row.finding);
      known.parts.add(part);
      named.set(entity, known);
    }
  };
  const { meetings, deals, proposals, sanctions, waivers } = look.case;
  for (const row of meetings) if (row.status !== 'hypothetical') add('a meeting or call', row, row.participants);
  for (const row of deals) add('a deal', row, row.parties);
  for (const row of proposals) add('a proposal', row, [...row.by, ...row.to]);
  for (const row of sanctions) add('a sanction', row, [row.target, row.by]);
  const dealt = new Map(deals.map((row) => [row.id, row]));
  for (const { negotiator, gains, deal } of look.case.interests) {
    const row = dealt.get(deal);
    if (row !== undefined) add('a path of interest', row, [negotiator, gains]);
  }
  for (const row of waivers) add('a waiver', row, [row.for, ...row.askedBy, ...row.grantedBy, ...row.directedBy]);
  return [...named].flatMap(([id, { findings, parts }]) => {
    const entity = look.entities.get(id);
    if (entity === undefined || !CAN_SPEAK.has(entity.type) || isHeard(entity)) return [];
    const resting = [...findings].sort(byText);
    return gap({
      kind: 'not-heard',
      text: `${entity.name} is named in ${[...parts].sort(byText).join(', ')}; no claim rests on their own word or denial.`,
      closes: `ask ${entity.name}, or find what was said before`,
      about: [id],
      findings: resting,
      reason: 'W32: whoever is named as taking part is to be heard',
      evidence: look.quotes(resting),
    });
  });
};

const OPEN: Readonly<Partial<Record<CaseDecision['state'], string>>> = {
  disagreed: 'Analysts disagree',
  overruled: 'A decision does not hold beside another',
  'without-place': 'A decision has no place in this case any more',
};

/** Decisions that are unsure, in disagreement, or do not do what was meant. */
const openDecisions = (look: Lookup): readonly Gap[] => {
  const open = look.case.decisions.flatMap((decision) => {
    const words =
      OPEN[decision.state] ??
      (decision.kind === 'unsure' && decision.state === 'standing' ? 'Left open by an analyst' : null);
    return words === null ? [] : [{ decision, words }];
  });
  if (open.length === 0) return [];
  const byEntity = new Map<string, Set<string>>();
  for (const { id, roles } of look.case.claims) {
    const finding = look.ofClaim.get(id);
    if (finding === undefined) continue;
    for (const fillers of Object.values(roles))
      for (const { entity } of fillers)
        if (entity !== null) byEntity.set(entity, (byEntity.get(entity) ?? new Set()).add(finding));
  }
  return open.map(({ decision, words }) => {
    const findings = decision.items.flatMap((id) => [
      ...(look.ofClaim.has(id) ? [look.ofClaim.get(id) ?? ''] : []),
      ...(byEntity.get(id) ?? []),
    ]);
    return gap({
      kind: 'open-decision',
      text: `${words}: ${decision.kind} by ${decision.by} on ${decision.at.slice(0, 10)}${decision.why === null ? '' : `, ${decision.why}`}.`,
      closes: 'a decision that those who differ can agree on, or evidence that settles it',
      about: [decision.id],
      findings,
      reason: decision.reasons[0] ?? 'D3: left open',
      evidence: decision.evidence,
    });
  });
};

/**
 * Lists what a case does not tell (SPEC.md, rule W32): what rests on one origin, origins that are unknown or not read, days, places,
 * names and amounts that nobody gives, those who are not heard, decisions left open; each with what would close it.
 *
 * Ordered by id; shown by how many findings rest on each ({@link byRest}).
 */
export const listGaps = (made: Gapped): readonly Gap[] => {
  const look = new Lookup(made);
  return [
    ...onOneOrigin(look),
    ...originsNotRead(look),
    ...ofDocuments(look),
    ...ofRows(look),
    ...notHeard(look),
    ...openDecisions(look),
  ].sort((a, b) => byText(a.id, b.id));
};

/** Gaps in the order in which they are shown: what most rests on first. */
export const byRest = (a: Gap, b: Gap): number =>
  b.rests - a.rests || byText(a.kind, b.kind) || byText(a.text, b.text) || byText(a.id, b.id);
