import type { CaseList } from './model/index.ts';
import type { DroppedSource } from './weigh/index.ts';
import type { ChangedFinding, WhatIf, WhatIfSupposed } from './what-if.ts';

/** {@link WhatIf} without the two whole cases: what is shown, and small enough to be handed between threads. */
export interface WhatIfAnswer extends Pick<WhatIf, 'changed' | 'hypotheses'> {
  readonly dropped: readonly DroppedSource[];
  readonly counts: {
    readonly before: Readonly<Record<CaseList, number>>;
    readonly after: Readonly<Record<CaseList, number>>;
  };
  /** Ids of rows that would not be there, by list. */
  readonly gone: Readonly<Partial<Record<CaseList, readonly string[]>>>;
  readonly changed: readonly ChangedFinding[];
}

/** {@link WhatIfSupposed} without the whole case. */
export interface SupposeAnswer extends Pick<WhatIfSupposed, 'suppositions' | 'supposed'> {
  /** Conditions and deals that the answer names, as they are without the sources that were left out: id to words. */
  readonly words: Readonly<Record<string, string>>;
}
