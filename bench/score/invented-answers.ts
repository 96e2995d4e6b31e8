import { documentFromBytes } from '../../src/acquire/index.ts';
import type { Document } from '../../src/model/index.ts';
import type { Answers, KnownClaim } from './answers.ts';

/** Two reports of a meeting by two outlets, a rewrite of the first, and a denial: invented for the tests of the scorer. */
export const TEXTS: Readonly<Record<string, string>> = {
  '01-lantern.txt': 'THE LANTERN\n3 March 2040\n\nOda Brill met Janek Tull in Quell on 1 March for three hours.\n',
  '02-echo.txt': 'THE ECHO\n3 March 2040\n\nBrill and Tull sat together in Quell on 1 March, The Lantern reported.\n',
  '03-bell.txt': 'THE BELL\n4 March 2040\n\nBrill spent five hours with Janek Tull in Quell on 1 March.\n',
  '04-office.txt': 'OFFICE OF ODA BRILL\n5 March 2040\n\nOda Brill has never met Janek Tull.\n',
};

export const inventedDocuments = async (): Promise<readonly Document[]> =>
  Promise.all(
    Object.entries(TEXTS).map(async ([path, text]) => {
      const taken = await documentFromBytes(Buffer.from(text), path);
      if (taken.kind !== 'document') throw new Error(`${path} was refused`);
      return taken.document;
    }),
  );

const claim = (
  id: string,
  document: string,
  quote: string,
  origins: readonly string[],
  more: Partial<KnownClaim> = {},
): KnownClaim => ({
  id,
  document,
  quote,
  type: 'meeting',
  roles: { participant: ['brill', 'tull'], place: ['quell'] },
  properties: { channel: 'in person' },
  date: '2040-03-01',
  dateWords: 'on 1 March',
  duration: null,
  status: 'held',
  polarity: 'positive',
  certainty: 'certain',
  chain: ['The Lantern'],
  origins,
  event: 'quell',
  ...more,
});

const PATHS = Object.keys(TEXTS);
const name = (text: string): Answers['entities'][number]['names'][number] => ({ text, documents: PATHS });

export const ANSWERS: Answers = {
  case: 'The afternoon in Quell',
  documents: [
    { path: '01-lantern.txt', published: '2040-03-03', origins: ['lantern'], chain: ['The Lantern'] },
    { path: '02-echo.txt', published: '2040-03-03', origins: ['lantern'], chain: ['The Lantern', 'The Echo'] },
    { path: '03-bell.txt', published: '2040-03-04', origins: ['bell'], chain: ['The Bell'] },
    { path: '04-office.txt', published: '2040-03-05', origins: ['office'], chain: ['Office of Oda Brill'] },
  ],
  origins: [
    { id: 'lantern', name: 'The Lantern', documents: ['01-lantern.txt', '02-echo.txt'] },
    { id: 'bell', name: 'The Bell', documents: ['03-bell.txt'] },
    { id: 'office', name: 'Office of Oda Brill', documents: ['04-office.txt'] },
  ],
  entities: [
    { id: 'brill', type: 'person', name: 'Oda Brill', names: [name('Oda Brill'), name('Brill')] },
    { id: 'tull', type: 'person', name: 'Janek Tull', names: [name('Janek Tull'), name('Tull')] },
    { id: 'quell', type: 'place', name: 'Quell', names: [name('Quell')] },
  ],
  claims: [
    claim('c1', '01-lantern.txt', 'Oda Brill met Janek Tull in Quell on 1 March for three hours', ['lantern'], {
      duration: 'three hours',
    }),
    claim('c2', '02-echo.txt', 'Brill and Tull sat together in Quell on 1 March', ['lantern'], {
      chain: ['The Lantern', 'The Echo'],
    }),
    claim('c3', '03-bell.txt', 'Brill spent five hours with Janek Tull in Quell on 1 March', ['bell'], {
      duration: 'five hours',
      chain: ['The Bell'],
    }),
    claim('c4', '04-office.txt', 'Oda Brill has never met Janek Tull', ['office'], {
      roles: { participant: ['brill', 'tull'] },
      properties: {},
      polarity: 'negative',
      date: null,
      dateWords: null,
      chain: ['Office of Oda Brill'],
    }),
  ],
  nobody: [],
  meetings: [],
  proposals: [],
  stances: [],
  deals: [],
  sanctions: [],
  waivers: [],
  ties: [],
  chains: [],
  contradictions: [
    {
      kind: 'duration',
      about: 'how long they sat',
      values: [
        { value: 'three hours', evidence: [], claims: ['c1'] },
        { value: 'five hours', evidence: [], claims: ['c3'] },
      ],
      likelySlip: 'five hours (the Bell counted the drive)',
    },
    {
      kind: 'yes-no',
      about: 'whether they met',
      values: [
        { value: 'yes', evidence: [], claims: ['c1', 'c2', 'c3'] },
        { value: 'no', evidence: [], claims: ['c4'] },
      ],
      likelySlip: null,
    },
  ],
  notContradictions: [{ kind: 'date', about: 'the day', claims: ['c1', 'c3'], why: 'the same day' }],
  traps: [],
  blocks: [],
};
