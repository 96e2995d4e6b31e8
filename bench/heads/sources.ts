import type { Span } from '../../src/model/index.ts';
import { relabel, THREE_TYPES } from '../label-maps.ts';
import type { Answers } from './answers.ts';
import { coreferenceFigures } from './coreference-measures.ts';
import { readGum } from './corpora/read-gum.ts';
import { readPolnear } from './corpora/read-polnear.ts';
import { readRe3d } from './corpora/read-re3d.ts';
import { readPolitics, readWorldNews } from './corpora/read-tagged.ts';
import { readWebTreebank } from './corpora/read-web-treebank.ts';
import type { Labelled, LabelledDocument, LabelledRelation, Split } from './labelled-document.ts';
import { largestPairing } from './pairing.ts';
import { meanAbsoluteError, pearson } from './pearson.ts';
import { f1Score, type Score, type TaskName } from './score.ts';
import { predictionLine, scoreAttributions } from './score-attributions.ts';
import { Tally } from './tally.ts';

/** A document of a corpus and what a reader says of it. */
export interface Answered {
  readonly document: LabelledDocument;
  readonly answers: Answers;
}

/** Where scores come from: a corpus, and the tasks that it scores. A text says why a task cannot be scored. */
interface Source {
  readonly corpus: string;
  readonly tasks: readonly TaskName[];
  readonly load: (data: string, split: Split) => readonly LabelledDocument[];
  readonly score: (
    answered: readonly Answered[],
    on: string,
    data: string,
    split: Split,
  ) => readonly (Score | string)[];
}

const key = ({ start, end, label }: Labelled): string => `${start}-${end}-${label}`;

const NINE = 'nine types, span and type F1';
const THREE = 'person, organization, location F1';

const overlap = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];

/** How many relations are right: same label, both spans touch, each of gold and found counted once. */
export const matchedRelations = (gold: readonly LabelledRelation[], found: readonly LabelledRelation[]): number =>
  largestPairing(gold.length, found.length, (row, column) => {
    const [one, two] = [gold[row], found[column]];
    if (one === undefined || two === undefined || one.label !== two.label) return false;
    return overlap(one.one, two.one) && overlap(one.two, two.two);
  });

const tallyOf = (answered: readonly Answered[], add: (one: Answered, tally: Tally) => void): Tally => {
  const tally = new Tally();
  for (const one of answered) add(one, tally);
  return tally;
};

type Asked = Pick<Score, 'atLeast' | 'aim'>;

/** Names by exact span and type, in the labels of a map where one is given for gold and one for what was found. */
const nameScores = (
  answered: readonly Answered[],
  what: Pick<Score, 'task' | 'on' | 'measure'>,
  found: (answers: Answers) => readonly Labelled[] | undefined,
  asked: Asked = {},
  gold: (document: LabelledDocument) => readonly Labelled[] = ({ names = [] }) => names,
): readonly (Score | string)[] => {
  const { task, on, measure } = what;
  if (answered.every(({ answers }) => found(answers) === undefined)) return [`${task}, ${measure}: no such names`];
  const tally = tallyOf(answered, ({ document, answers }, all) => {
    all.compare(gold(document).map(key), (found(answers) ?? []).map(key));
  });
  return [f1Score(task, on, measure, tally.figures, asked)];
};

/** Names of three types, from whichever scheme the reader has that suits the corpus. */
const threeTypes =
  (...schemes: readonly ('politics' | 'world')[]) =>
  ({ names }: Answers): readonly Labelled[] | undefined => {
    const scheme = schemes.find((one) => names[one] !== undefined);
    return scheme === undefined ? undefined : relabel(names[scheme] ?? [], THREE_TYPES[scheme]);
  };

const scoreTreebank = (answered: readonly Answered[], on: string): readonly (Score | string)[] => {
  if (answered.every(({ answers }) => answers.predicates === undefined)) {
    return ['roles: no predicates', 'factuality: no predicates'];
  }
  const roles = new Tally();
  const said: number[] = [];
  const found: number[] = [];
  for (const { document, answers } of answered) {
    const given = givenPredicates(document);
    const at = new Map(given.map((span, number) => [span.join(), answers.predicates?.[number]]));
    for (const predicate of document.predicates ?? []) {
      roles.compare(predicate.roles.map(key), (at.get(predicate.at.join())?.roles ?? []).map(key));
    }
    for (const { at: span, value } of document.factuality ?? []) {
      said.push(value);
      found.push(at.get(span.join())?.factuality ?? 0);
    }
  }
  return [
    f1Score('roles', `propbank-ewt ${on}`, 'predicate given, span and label F1', roles.figures, {
      atLeast: 70,
      aim: 78,
    }),
    {
      task: 'factuality',
      on: `uds-factuality ${on}`,
      measure: 'Pearson r',
      score: pearson(found, said),
      atLeast: 0.6,
      aim: 0.72,
    },
    {
      task: 'factuality',
      on: `uds-factuality ${on}`,
      measure: 'mean absolute error',
      score: meanAbsoluteError(found, said),
    },
  ];
};

/** Predicates that a corpus marks, with those whose factuality it rates, each once, in text order. */
export const givenPredicates = ({ predicates = [], factuality = [] }: LabelledDocument): readonly Span[] => {
  const places = new Map([...predicates, ...factuality].map(({ at }) => [at.join(), at]));
  return [...places.values()].sort((a, b) => a[0] - b[0]);
};

/** Where scores come from, in the order shown. What is asked of each stands beside it. */
export const SOURCES: readonly Source[] = [
  {
    corpus: 'polnear',
    tasks: ['attribution'],
    load: readPolnear,
    score: (answered, on, data, split) => {
      if (answered.every(({ answers }) => answers.attributions === undefined)) return ['attribution: none found'];
      const lines = answered.map(
        ({ document: { name, text }, answers }) =>
          [name, predictionLine(name, text, answers.attributions ?? [])] as const,
      );
      const figures = scoreAttributions(data, split, new Map(lines));
      if (typeof figures === 'string') return [`attribution: ${figures}`];
      const where = `polnear ${on}`;
      return [
        f1Score('attribution', where, 'linked triples F1', figures['triple/all'], { atLeast: 62, aim: 72 }),
        f1Score('attribution', where, 'strict source F1', figures['strict/source'], { atLeast: 75, aim: 80 }),
        f1Score('attribution', where, 'strict cue F1', figures['strict/cue'], { atLeast: 69, aim: 74 }),
        f1Score('attribution', where, 'strict content F1', figures['strict/content'], { atLeast: 62, aim: 69 }),
      ];
    },
  },
  {
    corpus: 'worldwide-news-ner',
    tasks: ['names'],
    load: readWorldNews,
    score: (answered, on) => {
      const where = { task: 'names', on: `worldwide-news-ner ${on}` } as const;
      return [
        ...nameScores(answered, { ...where, measure: NINE }, ({ names }) => names.world, { atLeast: 78, aim: 83 }),
        ...nameScores(answered, { ...where, measure: THREE }, threeTypes('world'), {}, ({ names = [] }) =>
          relabel(names, THREE_TYPES.world),
        ),
      ];
    },
  },
  {
    corpus: 'crossner-politics',
    tasks: ['politics'],
    load: readPolitics,
    score: (answered, on) => {
      const where = { task: 'politics', on: `crossner-politics ${on}` } as const;
      return [
        ...nameScores(answered, { ...where, measure: NINE }, ({ names }) => names.politics, { atLeast: 60, aim: 70 }),
        ...nameScores(answered, { ...where, measure: THREE }, threeTypes('politics', 'world'), {}, ({ names = [] }) =>
          relabel(names, THREE_TYPES.politics),
        ),
      ];
    },
  },
  { corpus: 'propbank-ewt', tasks: ['roles', 'factuality'], load: readWebTreebank, score: scoreTreebank },
  {
    corpus: 'gum',
    tasks: ['coreference'],
    load: readGum,
    score: (answered, on) => {
      if (answered.every(({ answers }) => answers.chains === undefined)) return ['coreference: no chains'];
      const figures = coreferenceFigures(
        answered.map(({ document, answers }) => ({ gold: document.chains ?? [], found: answers.chains ?? [] })),
      );
      const row = (measure: string, score: number) =>
        ({ task: 'coreference', on: `gum ${on}`, measure, score }) as const;
      const spans = tallyOf(answered, ({ document, answers }, tally) => {
        const places = (list: readonly Span[] = []) => list.map((span) => span.join());
        tally.compare(places(document.mentions), places(answers.mentions));
      });
      return [
        { ...row('ontogum, predicted mentions, CoNLL F1', figures.conll * 100), atLeast: 45, aim: 57 },
        row('MUC F1', figures.muc * 100),
        row('B³ F1', figures.b3 * 100),
        row('CEAFe F1', figures.ceafe * 100),
        f1Score('coreference', `gum ${on}`, 'mention spans F1', spans.figures),
      ];
    },
  },
  {
    corpus: 're3d',
    tasks: ['relations'],
    load: readRe3d,
    score: (answered, on) => {
      if (answered.every(({ answers }) => answers.relations === undefined)) return ['relations: none found'];
      const tally = tallyOf(answered, ({ document: { relations = [] }, answers: { relations: found = [] } }, all) => {
        all.count(relations.length, found.length, matchedRelations(relations, found));
      });
      return [f1Score('relations', `re3d ${on}`, 'type and both spans F1', tally.figures, { atLeast: 22, aim: 38 })];
    },
  },
];
