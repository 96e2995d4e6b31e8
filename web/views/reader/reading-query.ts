import type { ReadingAnswer } from '../../../src/serve/index.ts';
import { getAsSent } from '../../core/api.ts';
import { withoutTurning } from '../../core/harmless.ts';
import { type Control, controlsIn } from '../../core/text/controls.ts';

/** A document as the reader has it: what turns letters has another sign in its place, and is named. */
export interface OpenedReading extends ReadingAnswer {
  /** The control characters of the stored text. */
  readonly controls: readonly Control[];
}

/** A document with all that was read in it. */
export const readingQuery = (id: string) =>
  ({
    queryKey: ['reading', id],
    queryFn: async ({ signal }: { readonly signal: AbortSignal }): Promise<OpenedReading> => {
      const sent = await getAsSent(`/documents/${id}/reading`, signal);
      const { text } = JSON.parse(sent) as ReadingAnswer;
      return { ...(JSON.parse(withoutTurning(sent)) as ReadingAnswer), controls: controlsIn(text) };
    },
  }) as const;
