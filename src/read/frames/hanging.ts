import type { Span } from '../../model/index.ts';
import type { Occasion } from './occasions.ts';
import type { Predicate } from './predicates.ts';

/** What hangs and what it hangs on, in the words of one sentence. */
export interface Hanging {
  readonly cue: Span;
  readonly condition: Span;
  readonly dependent: Span;
  /** Tokens `[first, last)` of both. */
  readonly conditionAt: readonly [number, number];
  readonly dependentAt: readonly [number, number];
  /** Verb of what hangs; null where a clause without a verb tells it. */
  readonly verb: Predicate | null;
  /**
   * What opens the condition: "if", where nothing else is meant; "when", where it may only tell the time; and "none", where nothing
   * does: "no truce, no money".
   */
  readonly strength: 'if' | Occasion['strength'] | 'leaning' | 'link' | 'first' | 'none';
  readonly rule: string;
}
