import { z } from 'zod';

/** What fills a role: an entity, or words that could not be resolved to one. */
export const Filler = z.object({ text: z.string(), entity: z.string().nullable() }).readonly();
export type Filler = z.infer<typeof Filler>;
