import type { AcquirerSettings } from './acquirer.ts';
import type { DroppedFile } from './dropped-files.ts';
import type { Suppositions } from './ledgers/index.ts';
import type { Case, Hand } from './model/index.ts';
import type { Progress, ReadSummary } from './read-into.ts';
import type { ReaderSettings } from './read-one.ts';
import type { SentError } from './sent-error.ts';
import type { GuardState } from './store-guard.ts';
import type { SupposeAnswer, WhatIfAnswer } from './what-if-answer.ts';

/** What the thread of a case is told when it is started. Plain data, as all that goes to and from it. */
export interface CaseThreadData {
  readonly place: string;
  readonly reader: Omit<ReaderSettings, 'threads'> & Pick<AcquirerSettings, 'limitBytes'>;
  /** Cores that reading may use. */
  readonly cores: number;
  readonly keepOriginals: boolean;
}

/** What a thread shares with whoever started it. */
export interface CaseThreadStart extends CaseThreadData {
  readonly guard: GuardState;
}

/** What came of putting the case together. */
export interface CaseAnswer {
  readonly digest: string;
  readonly isFresh: boolean;
  /** Null when it stands in the file; else the case, which can be had in no other way. */
  readonly made: Case | null;
}

/** What can be asked of the thread of a case, by what is asked: what it needs and what it is answered with. */
export interface CaseAsks {
  readonly derive: { readonly ask: Readonly<Record<never, never>>; readonly answer: CaseAnswer };
  readonly warm: { readonly ask: Readonly<Record<never, never>>; readonly answer: null };
  readonly read: {
    readonly ask: { readonly inputs: readonly (string | DroppedFile)[]; readonly how?: Hand };
    readonly answer: ReadSummary;
  };
  readonly whatIf: { readonly ask: { readonly without: readonly string[] }; readonly answer: WhatIfAnswer };
  readonly suppose: {
    readonly ask: { readonly conditions: Suppositions; readonly without: readonly string[] };
    readonly answer: SupposeAnswer;
  };
}

export type CaseAsk = {
  readonly [What in keyof CaseAsks]: { readonly what: What } & CaseAsks[What]['ask'];
}[keyof CaseAsks];

/** To the thread. `stop`: end what was asked under this number in good order; `close`: stop all and end. */
export type ToCaseThread =
  | { readonly kind: 'ask'; readonly id: number; readonly ask: CaseAsk }
  | { readonly kind: 'stop'; readonly id: number }
  | { readonly kind: 'close' };

/** From the thread: each ask has one answer or failure. */
export type FromCaseThread =
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: CaseAsks[keyof CaseAsks]['answer'] }
  | { readonly kind: 'failed'; readonly id: number; readonly error: SentError };
