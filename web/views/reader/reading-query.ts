import type { ReadingAnswer } from '../../../src/serve/index.ts';
import { get } from '../../core/api.ts';

/** A document with all that was read in it. */
export const readingQuery = (id: string) =>
  ({
    queryKey: ['reading', id],
    queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
      get<ReadingAnswer>(`/documents/${id}/reading`, {}, signal),
  }) as const;
