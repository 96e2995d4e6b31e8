import {
  Case,
  type ChainLink,
  type Claim,
  type Contradiction,
  contentId,
  type Document,
  type Entity,
  type Evidence,
  type Filler,
  type Finding,
  sha256,
} from '../../src/model/index.ts';
import { listGaps, listHypotheses } from '../../src/weigh/index.ts';
import { weightQuestionsOf } from '../../src/weigh/weight-questions.ts';
import { BLANK_MEETING, BLANK_PROPOSAL } from '../blank-rows.ts';

/**
 * A made-up case about a railway over a pass between two made-up countries, with what a brief must be able to set: two
 * origins and an unknown one, rewrites, every standing, vague and missing dates, a slip, a pattern, and hostile words.
 */

const file = (
  path: string,
  outlet: string | null,
  title: string | null,
  published: string | null,
  text: string,
): Document => ({
  id: contentId('document', sha256(text)),
  path,
  paths: [path],
  sha256: sha256(text),
  bytes: Buffer.byteLength(text),
  mediaType: 'text/plain',
  encoding: 'utf-8',
  text,
  title,
  outlet,
  byline: null,
  published,
  found: [],
  layout: [],
  anchors: [],
  steps: [],
});

export const LONG_WORD = `Unwieldy${'bindestrichlos'.repeat(14)}`;
export const HOSTILE_NAME = `Abd & Sons <script>alert("x")</script>`;
export const RTL_NAME = 'شركة الممر';

const lantern = file(
  'lantern/quiet-dinners.txt',
  'The Lantern',
  'The envoy’s quiet dinners',
  '2041-05-12',
  `Envoy Edda Rainholt met Joram Pask, who runs Brenmoor's reserve fund, in Calder in the first week of May, two officials told The Lantern.

The pair had spoken by telephone in February, one of the officials said. A twelve-point plan for the pass was handed over at the dinner, they said.

Ferrand Rail would buy a stake in the Aster Pass railway if both governments lift their sanctions, according to a draft contract seen by The Lantern. Ms Rainholt's brother owns 30 percent of Northmark Partners, company records show, and Northmark Partners holds shares in Ferrand Rail.

There is no evidence that Ms Rainholt knew of the contract. The treasury of Quellan let Mr Pask in by a waiver on 2 May, an official said.
`,
);
const quay = file(
  'quay/rewrite.txt',
  'Quay Gazette',
  'Report: Rainholt dined with Pask',
  '2041-05-13',
  `Edda Rainhold, the envoy, met fund chief Joram Pask in Calder early this month, The Lantern reported, citing two officials.

President Rainhold's office denied on Tuesday that any plan had been handed over.
`,
);
const wirepost = file(
  'wirepost/2041-05-14.txt',
  'Wirepost',
  'Brenmoor rejects plan for pass',
  '2041-05-14',
  `Brenmoor rejects the plan for the Aster Pass, its foreign minister Liva Osk said on Wednesday.

Ms Osk confirmed to Wirepost that Ms Rainholt and Mr Pask met in Calder on 5 May. A ten-point plan was discussed, she said.

The foreign ministry of Quellan, not the treasury, granted the entry licence on 3 May, a spokesman said.
`,
);
const pages = file(
  'unsigned/strange <b>name</b> & more.txt',
  null,
  null,
  null,
  `People say that ${HOSTILE_NAME} and ${RTL_NAME} agreed on supplies of ${LONG_WORD} for the railway.\nA second meeting is planned for summer.\n`,
);

export const DOCUMENTS: readonly Document[] = [lantern, quay, wirepost, pages];

const at = (document: Document, quote: string): Evidence => {
  const start = document.text.indexOf(quote);
  if (start < 0) throw new Error(`fixture: not in ${document.path}: ${quote}`);
  return { document: document.id, start, end: start + quote.length, quote };
};

const THE_LANTERN = 'origin-lantern';
const WIREPOST = 'origin-wirepost';

const entity = (
  key: string,
  type: Entity['type'],
  name: string,
  names: readonly (readonly [text: string, documents: readonly Document[], count: number])[],
  evidence: readonly Evidence[],
  more: Partial<Entity> = {},
): Entity => ({
  id: `entity-${key}`,
  type,
  name,
  names: names.map(([text, documents, count]) => ({ text, documents: documents.map((d) => d.id), count })),
  descriptions: [],
  roles: [],
  sourceReliability: null,
  sides: [],
  reasons: [],
  evidence,
  ...more,
});

const ENTITIES: readonly Entity[] = [
  entity(
    'rainholt',
    'person',
    'Edda Rainholt',
    [
      ['Edda Rainholt', [lantern], 1],
      ['Ms Rainholt', [lantern, wirepost], 3],
      ['Edda Rainhold', [quay], 1],
      ['Rainhold', [quay], 1],
    ],
    [at(lantern, 'Edda Rainholt'), at(quay, 'Edda Rainhold'), at(wirepost, 'Ms Rainholt')],
    {
      sides: ['Quellan'],
      roles: [
        { text: 'envoy', documents: [lantern.id, quay.id], evidence: [at(lantern, 'Envoy'), at(quay, 'the envoy')] },
        { text: 'President', documents: [quay.id], evidence: [at(quay, 'President')] },
      ],
    },
  ),
  entity(
    'pask',
    'person',
    'Joram Pask',
    [
      ['Joram Pask', [lantern, quay], 2],
      ['Mr Pask', [lantern, wirepost], 2],
    ],
    [at(lantern, 'Joram Pask'), at(quay, 'Joram Pask'), at(wirepost, 'Mr Pask')],
    {
      sides: ['Brenmoor'],
      roles: [
        {
          text: 'runs Brenmoor’s reserve fund',
          documents: [lantern.id],
          evidence: [at(lantern, "runs Brenmoor's reserve fund")],
        },
      ],
    },
  ),
  entity(
    'osk',
    'person',
    'Liva Osk',
    [
      ['Liva Osk', [wirepost], 1],
      ['Ms Osk', [wirepost], 1],
    ],
    [at(wirepost, 'Liva Osk')],
    {
      sides: ['Brenmoor'],
      roles: [{ text: 'foreign minister', documents: [wirepost.id], evidence: [at(wirepost, 'foreign minister')] }],
    },
  ),
  entity(
    'brother',
    'person',
    'Rainholt’s brother',
    [["Ms Rainholt's brother", [lantern], 1]],
    [at(lantern, "Ms Rainholt's brother")],
  ),
  entity('brenmoor', 'place', 'Brenmoor', [['Brenmoor', [lantern, wirepost], 2]], [at(wirepost, 'Brenmoor')]),
  entity('calder', 'place', 'Calder', [['Calder', [lantern, quay, wirepost], 3]], [at(lantern, 'Calder')]),
  entity(
    'treasury',
    'publicBody',
    'treasury of Quellan',
    [['The treasury of Quellan', [lantern], 1]],
    [at(lantern, 'The treasury of Quellan')],
  ),
  entity(
    'ministry',
    'publicBody',
    'foreign ministry of Quellan',
    [['The foreign ministry of Quellan', [wirepost], 1]],
    [at(wirepost, 'The foreign ministry of Quellan')],
  ),
  entity('ferrand', 'organization', 'Ferrand Rail', [['Ferrand Rail', [lantern], 2]], [at(lantern, 'Ferrand Rail')]),
  entity(
    'northmark',
    'organization',
    'Northmark Partners',
    [['Northmark Partners', [lantern], 2]],
    [at(lantern, 'Northmark Partners')],
  ),
  entity('lantern', 'organization', 'The Lantern', [['The Lantern', [lantern, quay], 3]], [at(quay, 'The Lantern')]),
  entity('abd', 'organization', HOSTILE_NAME, [[HOSTILE_NAME, [pages], 1]], [at(pages, HOSTILE_NAME)]),
  entity('mamar', 'organization', RTL_NAME, [[RTL_NAME, [pages], 1]], [at(pages, RTL_NAME)]),
  entity(
    'railway',
    'asset',
    'Aster Pass railway',
    [['Aster Pass railway', [lantern], 1]],
    [at(lantern, 'Aster Pass railway')],
  ),
];

const outlet = (name: string): ChainLink => ({ name, kind: 'outlet', entity: null, descriptors: [] });
const unnamed = (name: string): ChainLink => ({ name, kind: 'unnamed', entity: null, descriptors: [] });
const named = (key: string, name: string): ChainLink => ({
  name,
  kind: 'named',
  entity: `entity-${key}`,
  descriptors: [],
});
const who = (key: string): Filler => ({ text: key, entity: `entity-${key}` });

const claim = (
  key: string,
  document: Document,
  type: string,
  text: string,
  quote: string,
  chain: readonly ChainLink[],
  origins: readonly string[],
  more: Partial<Claim> = {},
): Claim => ({
  id: `claim-${key}`,
  document: document.id,
  type,
  text,
  roles: {},
  properties: {},
  judgement: null,
  informationCredibility: null,
  corrected: null,
  chain,
  origins,
  polarity: 'positive',
  certainty: 'certain',
  tense: 'non-future',
  status: 'held',
  date: null,
  dateWords: null,
  duration: null,
  conditions: [],
  relations: [],
  event: null,
  evidence: [at(document, quote)],
  ...more,
});

const officials = [unnamed('two officials'), outlet('The Lantern')];
const osk = [named('osk', 'Liva Osk'), outlet('Wirepost')];

const UNDATED = { validFrom: null, validTo: null, ended: false, share: null, via: [] };
const HOP = { validFrom: null, validTo: null, origins: 1, status: 'single-origin' };

const CLAIMS: readonly Claim[] = [
  claim(
    'a1',
    lantern,
    'meeting',
    'Edda Rainholt met Joram Pask in Calder (2041-05-01/2041-05-07).',
    "Envoy Edda Rainholt met Joram Pask, who runs Brenmoor's reserve fund, in Calder in the first week of May",
    officials,
    [THE_LANTERN],
    { date: '2041-05-01/2041-05-07', dateWords: 'the first week of May' },
  ),
  claim(
    'a2',
    quay,
    'meeting',
    'Edda Rainholt met Joram Pask in Calder (2041-05).',
    'Edda Rainhold, the envoy, met fund chief Joram Pask in Calder early this month',
    [...officials, outlet('Quay Gazette')],
    [THE_LANTERN],
    { date: '2041-05', dateWords: 'early this month' },
  ),
  claim(
    'a3',
    wirepost,
    'meeting',
    'Edda Rainholt met Joram Pask in Calder (2041-05-05).',
    'Ms Rainholt and Mr Pask met in Calder on 5 May',
    osk,
    [WIREPOST],
    { date: '2041-05-05', dateWords: '5 May' },
  ),
  claim(
    'b1',
    lantern,
    'call',
    'Edda Rainholt spoke with Joram Pask by telephone (2041-02).',
    'The pair had spoken by telephone in February',
    [unnamed('one of the officials'), outlet('The Lantern')],
    [THE_LANTERN],
    { date: '2041-02', dateWords: 'in February' },
  ),
  claim(
    'c1',
    lantern,
    'proposal',
    'A twelve-point plan for the pass was handed over.',
    'A twelve-point plan for the pass was handed over at the dinner',
    officials,
    [THE_LANTERN],
    { properties: { points: '12' } },
  ),
  claim(
    'c2',
    wirepost,
    'proposal',
    'A ten-point plan was discussed.',
    'A ten-point plan was discussed',
    osk,
    [WIREPOST],
    { properties: { points: '10' } },
  ),
  claim(
    'c3',
    quay,
    'proposal',
    'Rainholt’s office denies that a plan was handed over.',
    "President Rainhold's office denied on Tuesday that any plan had been handed over",
    [unnamed("President Rainhold's office"), outlet('Quay Gazette')],
    [],
    { polarity: 'negative' },
  ),
  claim(
    'd1',
    wirepost,
    'stance',
    'Brenmoor rejects the plan for the Aster Pass (2041-05-14).',
    'Brenmoor rejects the plan for the Aster Pass',
    osk,
    [WIREPOST],
    { date: '2041-05-14' },
  ),
  claim(
    'e1',
    lantern,
    'deal',
    'Ferrand Rail would buy a stake in the Aster Pass railway.',
    'Ferrand Rail would buy a stake in the Aster Pass railway if both governments lift their sanctions',
    [unnamed('a draft contract'), outlet('The Lantern')],
    [THE_LANTERN],
    { status: 'hypothetical' },
  ),
  claim(
    'f1',
    lantern,
    'tie',
    'There is no evidence that Edda Rainholt knew of the contract.',
    'There is no evidence that Ms Rainholt knew of the contract',
    [outlet('The Lantern')],
    [THE_LANTERN],
    { polarity: 'negative', roles: { from: [who('rainholt')], to: [who('ferrand')] } },
  ),
  claim(
    'g1',
    lantern,
    'waiver',
    'The treasury of Quellan granted Joram Pask a waiver (2041-05-02).',
    'The treasury of Quellan let Mr Pask in by a waiver on 2 May',
    [unnamed('an official'), outlet('The Lantern')],
    [THE_LANTERN],
    { date: '2041-05-02' },
  ),
  claim(
    'g2',
    wirepost,
    'waiver',
    'The foreign ministry of Quellan granted Joram Pask a licence (2041-05-03).',
    'The foreign ministry of Quellan, not the treasury, granted the entry licence on 3 May',
    [unnamed('a spokesman'), outlet('Wirepost')],
    [WIREPOST],
    { date: '2041-05-03' },
  ),
  claim(
    'h1',
    lantern,
    'ownership',
    'Rainholt’s brother owns 30 percent of Northmark Partners.',
    "Ms Rainholt's brother owns 30 percent of Northmark Partners",
    [unnamed('company records'), outlet('The Lantern')],
    [THE_LANTERN],
  ),
  claim(
    'h2',
    lantern,
    'ownership',
    'Northmark Partners holds shares in Ferrand Rail.',
    'Northmark Partners holds shares in Ferrand Rail',
    [unnamed('company records'), outlet('The Lantern')],
    [THE_LANTERN],
  ),
  claim(
    'h3',
    lantern,
    'tie',
    'Edda Rainholt is the sister of a shareholder.',
    "Ms Rainholt's brother",
    [outlet('The Lantern')],
    [THE_LANTERN],
  ),
  claim(
    'i1',
    pages,
    'deal',
    `${HOSTILE_NAME} and ${RTL_NAME} agreed on supplies of ${LONG_WORD}.`,
    `${HOSTILE_NAME} and ${RTL_NAME} agreed on supplies of ${LONG_WORD} for the railway`,
    [],
    [],
  ),
  claim(
    'j1',
    pages,
    'meeting',
    'A second meeting is to be held (2041-22).',
    'A second meeting is planned for summer',
    [{ name: 'People say', kind: 'unknown', entity: null, descriptors: [] }],
    [],
    { date: '2041-22', dateWords: 'summer', status: 'planned', tense: 'future' },
  ),
];

const claimsBy = (...keys: readonly string[]): readonly Claim[] =>
  keys.map((key) => CLAIMS.find((c) => c.id === `claim-${key}`) as Claim);
const evidenceOf = (...keys: readonly string[]): readonly Evidence[] => claimsBy(...keys).flatMap((c) => c.evidence);
const ids = (...keys: readonly string[]): readonly string[] => keys.map((key) => `claim-${key}`);

const finding = (
  key: string,
  type: string,
  status: Finding['status'],
  claims: readonly string[],
  denials: readonly string[] = [],
): Finding => ({
  id: `finding-${key}`,
  type,
  text: claimsBy(...claims, ...denials)[0]?.text ?? '',
  status,
  claims: ids(...claims),
  denials: ids(...denials),
  origins: [...new Set(claimsBy(...claims).flatMap((c) => c.origins))].sort(),
  event: `event-${key}`,
  rejected: [],
  weight: {
    lines: [
      {
        rule: 'W26',
        what: `voice of ${key}: has a part in it (participant)`,
        value: 4,
        why: 'knows at first hand',
        claims: ids(...claims),
        origins: [],
      },
    ],
    voices: 1,
    subtotal: 4,
    total: 4,
  },
  informationCredibility: { grade: '2', by: 'arithmetic', derived: '2', reasons: [], decisions: [] },
  sourceReliability: [...new Set(claimsBy(...claims).flatMap((c) => c.origins))]
    .sort()
    .map((origin) => ({ origin, grade: 'F', reasons: [], decisions: [] })),
  reasons: [],
  evidence: evidenceOf(...claims, ...denials),
});

const row = (key: string, ...claims: readonly string[]) => ({
  id: `event-${key}`,
  claims: ids(...claims),
  finding: `finding-${key}`,
  evidence: evidenceOf(...claims),
});

const side = (value: string, ...claims: readonly string[]): Contradiction['values'][number] => ({
  value,
  claims: ids(...claims),
  origins: [...new Set(claimsBy(...claims).flatMap((c) => c.origins))].sort(),
  evidence: evidenceOf(...claims),
});

const contradiction = (
  key: string,
  kind: Contradiction['kind'],
  about: string,
  values: Contradiction['values'],
  likelySlip: Contradiction['likelySlip'] = null,
): Contradiction => ({
  id: `contradiction-${key}`,
  kind,
  about,
  values,
  likelySlip,
  reasons: [],
  evidence: values.flatMap((value) => value.evidence),
});

const caseDocument = (
  document: Document,
  origins: readonly string[],
  links: readonly string[],
  evidence: readonly Evidence[],
) => ({
  id: document.id,
  path: document.path,
  paths: document.paths,
  sha256: document.sha256,
  mediaType: document.mediaType,
  language: 'en',
  unread: { share: 0, languages: [] },
  title: document.title,
  outlet: document.outlet,
  byline: document.byline,
  published: document.published,
  modified: null,
  url: null,
  found: {},
  stated: [],
  origins,
  chain: origins.map((origin) => ({ origin, links })),
  again: [],
  evidence,
});

const sorted = <T extends { readonly id: string }>(list: readonly T[]): readonly T[] =>
  [...list].sort((a, b) => (a.id < b.id ? -1 : 1));

const BASE: Case = Case.parse({
  decisions: [],
  gaps: [],
  hypotheses: [],
  format: 'backchannel-case/1',
  documents: sorted([
    caseDocument(lantern, [THE_LANTERN], ['The Lantern'], [at(lantern, 'two officials told The Lantern')]),
    caseDocument(
      quay,
      [THE_LANTERN],
      ['The Lantern', 'Quay Gazette'],
      [at(quay, 'The Lantern reported, citing two officials')],
    ),
    caseDocument(wirepost, [WIREPOST], ['Wirepost'], [at(wirepost, 'confirmed to Wirepost')]),
    caseDocument(pages, [], [], []),
  ]),
  origins: [
    {
      id: THE_LANTERN,
      name: 'The Lantern',
      kind: 'outlet',
      sourceReliability: null,
      entity: 'entity-lantern',
      documents: [lantern.id, quay.id],
      form: 'stated',
      reasons: ['O3'],
      evidence: [at(lantern, 'told The Lantern')],
    },
    {
      id: WIREPOST,
      name: 'Wirepost',
      kind: 'outlet',
      sourceReliability: null,
      entity: null,
      documents: [wirepost.id],
      form: 'implied',
      reasons: ['O6'],
      evidence: [],
    },
  ],
  entities: sorted(ENTITIES),
  meetings: [
    {
      ...BLANK_MEETING,
      ...row('a', 'a1', 'a2', 'a3'),
      kind: 'meeting',
      participants: ['entity-pask', 'entity-rainholt'],
      unnamed: [],
      date: '2041-05-05',
      dateWords: ['5 May', 'early this month', 'the first week of May'],
      place: 'Calder',
      placeEntity: 'entity-calder',
      channel: 'in person',
      duration: '~PT3H',
      status: 'held',
    },
    {
      ...BLANK_MEETING,
      ...row('b', 'b1'),
      kind: 'call',
      participants: ['entity-pask', 'entity-rainholt'],
      unnamed: [],
      date: '2041-02',
      dateWords: ['in February'],
      place: null,
      placeEntity: null,
      channel: 'call',
      duration: null,
      status: 'held',
    },
    {
      ...BLANK_MEETING,
      ...row('j', 'j1'),
      kind: 'meeting',
      participants: [],
      unnamed: ['both sides'],
      date: '2041-22',
      dateWords: ['summer'],
      place: null,
      placeEntity: null,
      channel: null,
      duration: null,
      status: 'planned',
    },
  ],
  proposals: [
    {
      ...BLANK_PROPOSAL,
      ...row('c', 'c1', 'c2', 'c3'),
      name: 'plan for the pass',
      entity: null,
      points: [10, 12],
      by: ['entity-rainholt'],
      to: ['entity-pask'],
      versions: [
        {
          id: 'version-1',
          kind: 'handed over',
          text: 'A plan',
          date: '2041-05',
          points: null,
          by: [],
          claims: ['claim-c1'],
          evidence: evidenceOf('c1'),
        },
      ],
    },
  ],
  stances: [
    {
      ...row('d', 'd1'),
      proposal: 'event-c',
      clause: null,
      denials: [],
      about: 'the plan',
      party: 'entity-brenmoor',
      stance: 'rejects',
      date: '2041-05-14',
    },
  ],
  deals: [
    {
      ...row('e', 'e1'),
      parties: ['entity-ferrand'],
      asset: 'Aster Pass railway',
      assetEntity: 'entity-railway',
      kind: 'stake',
      stage: 'in talks',
      stages: [],
      amount: null,
      amounts: [],
      gains: [],
      denials: [],
      conditions: [
        {
          id: 'condition-1',
          text: 'both governments lift their sanctions',
          form: 'stated',
          on: null,
          evidence: [at(lantern, 'both governments lift their sanctions')],
        },
        {
          id: 'condition-2',
          text: 'a plan for the pass',
          form: 'implied',
          on: 'event-c',
          evidence: [at(lantern, 'plan for the pass')],
        },
      ],
    },
    {
      ...row('i', 'i1'),
      parties: ['entity-abd', 'entity-mamar'],
      asset: LONG_WORD,
      assetEntity: null,
      kind: 'supply',
      stage: 'agreed',
      stages: [],
      amount: null,
      amounts: [],
      gains: [],
      denials: [],
      conditions: [],
    },
  ],
  conditions: [
    {
      id: 'condition-1',
      text: 'both governments lift their sanctions',
      wordings: ['both governments lift their sanctions'],
      form: 'stated',
      deals: ['event-e'],
      rows: [],
      dependents: [],
      by: [{ text: 'both governments', entity: null }],
      needs: ['condition-2'],
      links: [
        {
          to: 'condition-2',
          kind: 'needs',
          reasons: ['“only after a plan for the pass”'],
          evidence: [at(lantern, 'plan for the pass')],
        },
      ],
      status: 'open',
      reasons: [],
      claims: ['e1'],
      evidence: [at(lantern, 'both governments lift their sanctions')],
    },
    {
      id: 'condition-2',
      text: 'a plan for the pass',
      wordings: ['a plan for the pass'],
      form: 'implied',
      deals: ['event-e'],
      rows: [],
      dependents: [],
      by: [],
      needs: ['event-c'],
      links: [
        {
          to: 'event-c',
          kind: 'denotes',
          reasons: ['words in common: plan, pass'],
          evidence: [at(lantern, 'plan for the pass')],
        },
      ],
      status: 'open',
      reasons: [],
      claims: ['e1'],
      evidence: [at(lantern, 'plan for the pass')],
    },
  ],
  money: [],
  sanctions: [],
  waivers: [
    {
      ...row('g', 'g1', 'g2'),
      for: 'entity-pask',
      forWords: null,
      askedBy: [],
      askedOf: [],
      grantedBy: ['entity-ministry', 'entity-treasury'],
      refusedBy: [],
      directedBy: [],
      hesitant: [],
      unnamed: [],
      purpose: 'entry',
      form: null,
      askedDate: null,
      date: '2041-05-02',
      from: null,
      until: null,
      duration: null,
      status: 'granted',
      denials: [],
    },
  ],
  tables: [],
  ties: [
    {
      ...row('h1', 'h1'),
      kind: 'ownership',
      from: 'entity-brother',
      to: 'entity-northmark',
      words: 'owns 30 percent of',
      polarity: 'positive',
      date: null,
      ...UNDATED,
      share: '30 percent',
      validFrom: '2036',
    },
    {
      ...row('h2', 'h2'),
      kind: 'ownership',
      from: 'entity-northmark',
      to: 'entity-ferrand',
      words: 'holds shares in',
      polarity: 'positive',
      date: null,
      ...UNDATED,
    },
    {
      ...row('h3', 'h3'),
      kind: 'family',
      from: 'entity-rainholt',
      to: 'entity-brother',
      words: 'sister of',
      polarity: 'positive',
      date: null,
      ...UNDATED,
    },
  ],
  claims: sorted(CLAIMS),
  findings: sorted([
    finding('a', 'meeting', 'corroborated', ['a3', 'a1', 'a2']),
    finding('b', 'call', 'single-origin', ['b1']),
    finding('c', 'proposal', 'disputed', ['c1', 'c2'], ['c3']),
    finding('d', 'stance', 'single-origin', ['d1']),
    finding('e', 'deal', 'single-origin', ['e1']),
    finding('f', 'tie', 'denied', [], ['f1']),
    finding('g', 'waiver', 'corroborated', ['g1', 'g2']),
    finding('h1', 'ownership', 'single-origin', ['h1']),
    finding('h2', 'ownership', 'single-origin', ['h2']),
    finding('h3', 'tie', 'single-origin', ['h3']),
    finding('i', 'deal', 'unknown-origin', ['i1']),
    finding('j', 'meeting', 'unknown-origin', ['j1']),
  ]),
  contradictions: [
    contradiction('agency', 'agency', 'The treasury of Quellan granted Joram Pask a waiver (2041-05-02).', [
      side('treasury of Quellan', 'g1'),
      side('foreign ministry of Quellan', 'g2'),
    ]),
    contradiction('date', 'date', 'The treasury of Quellan granted Joram Pask a waiver (2041-05-02).', [
      side('2041-05-02', 'g1'),
      side('2041-05-03', 'g2'),
    ]),
    contradiction('number', 'number', 'A twelve-point plan for the pass was handed over.', [
      side('12', 'c1'),
      side('10', 'c2'),
    ]),
    contradiction(
      'role',
      'role',
      'Edda Rainholt: President or envoy',
      [
        { value: 'President', claims: [], origins: [THE_LANTERN], evidence: [at(quay, 'President')] },
        { value: 'envoy', claims: [], origins: [THE_LANTERN], evidence: [at(lantern, 'Envoy'), at(quay, 'the envoy')] },
      ],
      { value: 'President', reason: 'someone else holds that post in 2 other documents' },
    ),
    contradiction('yes-no', 'yes-no', 'A twelve-point plan for the pass was handed over.', [
      side('yes: A twelve-point plan for the pass was handed over.', 'c1', 'c2'),
      side('no: Rainholt’s office denies that a plan was handed over.', 'c3'),
    ]),
  ],
  interests: [
    {
      id: 'interest-1',
      negotiator: 'entity-rainholt',
      gains: 'entity-ferrand',
      deal: 'event-e',
      path: [
        { tie: 'event-h3', from: 'entity-rainholt', to: 'entity-brother', ...HOP },
        { tie: 'event-h1', from: 'entity-brother', to: 'entity-northmark', ...HOP, validFrom: '2036' },
        { tie: 'event-h2', from: 'entity-northmark', to: 'entity-ferrand', ...HOP },
      ],
      weakest: 'event-h3',
      overlap: {
        verdict: 'unknown',
        interval: null,
        reasons: ['Northmark, holds shares in, Ferrand: nobody says since when'],
      },
      against: ['claim-f1'],
      evidence: evidenceOf('h1', 'h2', 'h3'),
    },
  ],
});

const held = (value: 'C' | 'I' | 'II', ...keys: readonly string[]) => ({
  claims: ids(...keys),
  value,
  reason: `D9: hold-against by Ada on 2041-06-01`,
  decisions: ['decision-h'],
});

/** The case with what it leaves open, and with two hypotheses that somebody held claims against. */
export const CASE: Case = {
  ...BASE,
  gaps: listGaps(BASE),
  hypotheses: listHypotheses(
    [
      { id: 'decision-1', text: 'The loan came first', by: 'Ada', cells: [held('C', 'a1'), held('II', 'e1')] },
      { id: 'decision-2', text: 'The loan was an afterthought', by: 'Ada', cells: [held('C', 'a1'), held('C', 'e1')] },
    ],
    BASE.findings,
    BASE.claims,
    weightQuestionsOf(BASE),
  ),
};
