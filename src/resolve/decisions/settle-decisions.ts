import {
  byText,
  Consistency,
  type Correction,
  type Decision,
  type DecisionState,
  type Evidence,
  inTime,
  parseCorrection,
  type Subject,
  writeCorrection,
} from '../../model/index.ts';
import { foldName } from '../../text/index.ts';
import { type Answer, agree, ask, careful, ids, isSplit, reasonOf, said, type Verdict } from './answers.ts';

/** A pair of mentions that was judged: one bearer, two, or open. */
export interface JudgedPair {
  readonly a: Evidence;
  readonly b: Evidence;
  readonly verdict: Verdict;
  /** In words: who decided, when, why. */
  readonly reason: string;
  readonly decisions: readonly string[];
}

/** A claim that was confirmed or rejected. */
export interface JudgedClaim {
  readonly type: string;
  readonly evidence: Evidence;
  readonly says: string;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly decisions: readonly string[];
}

/** A grade given to a source (by folded name) or to a claim (by type and place). */
export interface Rating {
  readonly subject: Extract<Subject, { kind: 'source' | 'claim' }>;
  readonly grade: string;
  readonly reason: string;
  readonly decisions: readonly string[];
}

/** A hypothesis that somebody supposed, and how claims were held against it. */
export interface Supposed {
  /** Id of the entry that supposed it. */
  readonly id: string;
  readonly text: string;
  readonly by: string;
  readonly cells: readonly HeldAgainst[];
}

/** How a claim was held against a hypothesis. People who differ leave the cell open: N, with both in the reason. */
export interface HeldAgainst {
  readonly type: string;
  readonly evidence: Evidence;
  readonly says: string;
  readonly value: Consistency;
  readonly reason: string;
  readonly decisions: readonly string[];
}

/** What a claim was corrected to in one field; only what is not open. */
export interface Corrected {
  readonly subject: Extract<Subject, { kind: 'claim' }>;
  readonly correction: Correction;
  /** Where those are named who are meant by the fillers of a role. */
  readonly mentions: readonly Evidence[];
  /** When it was decided last. */
  readonly at: string;
  readonly reason: string;
  readonly decisions: readonly string[];
}

/** What a journal comes to. */
export interface Settled {
  /** In the order in which they were supposed. */
  readonly hypotheses: readonly Supposed[];
  readonly pairs: readonly JudgedPair[];
  readonly claims: readonly JudgedClaim[];
  readonly ratings: readonly Rating[];
  readonly corrections: readonly Corrected[];
  /** Of every entry, before it is looked for in a case. */
  readonly states: ReadonlyMap<string, { readonly state: DecisionState; readonly reason: string | null }>;
}

/** A sentence may make several claims of one type: what it says tells them apart. */
const claimKey = ({ type, evidence, says }: Extract<Subject, { kind: 'claim' }>): string =>
  `${type} ${placeKey(evidence)} ${says}`;

const placeKey = ({ document, start, end }: Evidence): string => `${document} ${start} ${end}`;

/** Which entries nobody has taken back. Taking back what took something back lets that stand again. */
const undoneBy = (journal: readonly Decision[]): ReadonlyMap<string, Decision> => {
  const undone = new Map<string, Decision>();
  // The latest first: whether an undo stands is known before what it undoes is asked for.
  for (const decision of journal.toReversed()) {
    if (decision.kind !== 'undo' || undone.has(decision.id)) continue;
    for (const subject of decision.subjects)
      if (subject.kind === 'decision' && subject.decision !== decision.id) undone.set(subject.decision, decision);
  }
  return undone;
};

const VERDICTS: Partial<Readonly<Record<Decision['kind'], Verdict>>> = {
  same: 'positive',
  different: 'negative',
  unsure: 'unsure',
  confirm: 'positive',
  reject: 'negative',
};

/** The pairs that a decision on mentions is about: "same" chains its subjects to the first, the others part every two. */
const pairsOf = (decision: Decision): readonly (readonly [Evidence, Evidence])[] => {
  const places = decision.subjects.flatMap((subject) => (subject.kind === 'mention' ? [subject.evidence] : []));
  const [first, ...rest] = places;
  if (first === undefined) return [];
  if (decision.kind === 'same') return rest.map((other) => [first, other]);
  return places.flatMap((a, i) => places.slice(i + 1).map((b) => [a, b] as const));
};

const inOrder = ([a, b]: readonly [Evidence, Evidence]): readonly [Evidence, Evidence] =>
  byText(placeKey(a), placeKey(b)) <= 0 ? [a, b] : [b, a];

/**
 * Works out what a journal comes to (rules D1 to D4), whatever the order of its entries and however often one is in it.
 *
 * Nothing is looked up in a case here: whether a place still is a mention is for those who apply it.
 */
export const settleDecisions = (decisions: readonly Decision[]): Settled => {
  const journal = [...new Map(decisions.map((decision) => [decision.id, decision])).values()].sort(inTime);
  const undone = undoneBy(journal);
  const standing = journal.filter(({ id }) => !undone.has(id));

  const superseded = new Map<string, Decision>();
  const used = new Set<string>();
  const verdictOf = (decision: Decision): Verdict => VERDICTS[decision.kind] ?? 'unsure';
  const about = (...kinds: readonly Decision['kind'][]): readonly Decision[] =>
    standing.filter(({ kind }) => kinds.includes(kind));

  const pairPlaces = new Map<string, readonly [Evidence, Evidence]>();
  const pairQuestions = ask(
    about('same', 'different', 'unsure').flatMap((decision) =>
      pairsOf(decision).map((pair): Answer<Verdict> => {
        const places = inOrder(pair);
        const question = places.map(placeKey).join(' ');
        pairPlaces.set(question, places);
        return { question, value: verdictOf(decision), decision };
      }),
    ),
    superseded,
    used,
  );
  // Whether somebody is who stands on a list is kept and shown; it joins and parts nobody here.
  const listedQuestions = ask(
    about('same', 'different', 'unsure').flatMap((decision): readonly Answer<Verdict>[] => {
      const [mention, listed] = ['mention', 'listed'].map((kind) => decision.subjects.find((one) => one.kind === kind));
      if (mention?.kind !== 'mention' || listed?.kind !== 'listed') return [];
      return [{ question: `${placeKey(mention.evidence)} ${listed.entry}`, value: verdictOf(decision), decision }];
    }),
    superseded,
    used,
  );
  const claimPlaces = new Map<string, Extract<Subject, { kind: 'claim' }>>();
  const claimQuestions = ask(
    about('confirm', 'reject').flatMap((decision) =>
      decision.subjects.flatMap((subject): readonly Answer<Verdict>[] => {
        if (subject.kind !== 'claim') return [];
        const question = `${claimKey(subject)}`;
        claimPlaces.set(question, subject);
        return [{ question, value: verdictOf(decision), decision }];
      }),
    ),
    superseded,
    used,
  );
  const rated = new Map<string, Rating['subject']>();
  const ratingQuestions = ask(
    about('rate').flatMap((decision) =>
      decision.subjects.flatMap((subject): readonly Answer<string>[] => {
        if (subject.kind !== 'source' && subject.kind !== 'claim') return [];
        const question = subject.kind === 'source' ? foldName(subject.name) : `${claimKey(subject)}`;
        if (!rated.has(question)) rated.set(question, subject);
        return [{ question, value: decision.value ?? 'F', decision }];
      }),
    ),
    superseded,
    used,
  );

  const hypotheses = about('suppose');
  const cellQuestions = ask(
    about('hold-against').flatMap((decision) =>
      decision.subjects.flatMap((subject): readonly Answer<string>[] => {
        if (subject.kind !== 'claim') return [];
        const against = decision.subjects.find((one) => one.kind === 'decision');
        const question = `${against?.decision ?? ''} ${claimKey(subject)}`;
        claimPlaces.set(question, subject);
        return [{ question, value: decision.value ?? 'N', decision }];
      }),
    ),
    superseded,
    used,
  );

  const correctionQuestions = ask(
    about('correct').flatMap((decision) => {
      const correction = parseCorrection(decision.value ?? '');
      return decision.subjects.flatMap((subject): readonly Answer<string>[] => {
        if (subject.kind !== 'claim' || correction === null) return [];
        const question = `${correction.field === 'date' ? 'date' : correction.role} ${claimKey(subject)}`;
        claimPlaces.set(question, subject);
        return [{ question, value: writeCorrection(correction), decision }];
      });
    }),
    superseded,
    used,
  );

  const states = new Map<string, { state: DecisionState; reason: string | null }>();
  for (const { id } of journal) states.set(id, { state: 'standing', reason: null });
  for (const [id, by] of undone) states.set(id, { state: 'undone', reason: `D1: ${said(by)}` });
  // A decision of several subjects is superseded once each of its answers is.
  for (const [id, by] of superseded)
    if (!used.has(id)) states.set(id, { state: 'superseded', reason: `D2: later ${said(by)}` });
  const open = (answers: readonly Answer<unknown>[], note: string): void => {
    for (const { decision } of answers)
      states.set(decision.id, { state: 'disagreed', reason: `${reasonOf('D3', answers)}; ${note}` });
  };
  for (const { answers } of listedQuestions.values()) if (isSplit(answers)) open(answers, 'left open');
  const pairs = [...pairQuestions].flatMap(([question, { answers }]): readonly JudgedPair[] => {
    const places = pairPlaces.get(question);
    if (places === undefined) return [];
    if (isSplit(answers)) open(answers, 'left open and kept apart');
    const [a, b] = places;
    return [{ a, b, verdict: agree(answers), reason: reasonOf('D5', answers), decisions: ids(answers) }];
  });
  const claims = [...claimQuestions].flatMap(([question, { answers }]): readonly JudgedClaim[] => {
    const subject = claimPlaces.get(question);
    if (subject === undefined) return [];
    if (isSplit(answers)) open(answers, 'left open');
    const { type, evidence, says } = subject;
    return [
      { type, evidence, says, verdict: agree(answers), reason: reasonOf('D6', answers), decisions: ids(answers) },
    ];
  });
  const ratings = [...ratingQuestions].flatMap(([question, { answers }]): readonly Rating[] => {
    const subject = rated.get(question);
    if (subject === undefined) return [];
    if (isSplit(answers)) open(answers, 'the more careful grade counts');
    const grade = careful(answers.map(({ value }) => value));
    return [{ subject, grade, reason: reasonOf('D7', answers), decisions: ids(answers) }];
  });
  const cells = [...cellQuestions].flatMap(([question, { answers }]) => {
    const subject = claimPlaces.get(question);
    const [first] = answers;
    if (subject === undefined || first === undefined) return [];
    if (isSplit(answers)) open(answers, 'left open');
    return [
      {
        against: question.slice(0, question.indexOf(' ')),
        type: subject.type,
        evidence: subject.evidence,
        says: subject.says,
        value: isSplit(answers) ? ('N' as const) : Consistency.parse(first.value),
        reason: reasonOf('D9', answers),
        decisions: ids(answers),
      },
    ];
  });
  const corrections = [...correctionQuestions].flatMap(([question, { answers }]): readonly Corrected[] => {
    const subject = claimPlaces.get(question);
    const last = answers.at(-1);
    const correction = parseCorrection(last?.value ?? '');
    if (subject === undefined || last === undefined || correction === null) return [];
    if (isSplit(answers)) {
      open(answers, 'left open and as it was read');
      return [];
    }
    const mentions = last.decision.subjects.flatMap((one) => (one.kind === 'mention' ? [one.evidence] : []));
    const at =
      answers
        .map(({ decision }) => decision.at)
        .toSorted(byText)
        .at(-1) ?? '';
    return [{ subject, correction, mentions, at, reason: reasonOf('D10', answers), decisions: ids(answers) }];
  });
  const supposed = hypotheses.map(
    ({ id, value, by }): Supposed => ({
      id,
      text: value ?? '',
      by,
      cells: cells.filter(({ against }) => against === id).map(({ against: _, ...cell }) => cell),
    }),
  );
  return { pairs, claims, ratings, corrections, hypotheses: supposed, states };
};
