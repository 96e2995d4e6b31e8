import { z } from 'zod';

/** Label schemes of the name heads. */
export const NAME_SCHEMES = ['world', 'politics', 'defence', 'web'] as const;
/** Label schemes of the relation head. */
export const RELATION_SCHEMES = ['defence', 'general', 'knowledge', 'companies'] as const;

const Names = z.array(z.string()).min(1);
const Numbers = z.array(z.number());
const Table = z.array(Numbers);

const bySchemeOf = <T extends z.ZodType, K extends string>(schemes: readonly K[], each: T) =>
  z.object(Object.fromEntries(schemes.map((scheme) => [scheme, each])) as Record<K, T>);

/** `labels.json`: what must be known of the graph, and the tables that are applied outside of it. Written by the training. */
export const Labels = z.object({
  window: z.int().positive(),
  overlap: z.int().positive(),
  cls: z.int(),
  sep: z.int(),
  pad: z.int(),
  shapes: z.literal(8),
  gaps: z.literal(3),
  reach: z.object({ cue: z.int(), predicate: z.int() }),
  spanLimit: z.int().positive(),
  distances: z.literal(33),
  names: bySchemeOf(NAME_SCHEMES, Names),
  triggers: z.tuple([z.literal('cue'), z.literal('predicate')]),
  roles: z.object({ cue: Names, predicate: Names }),
  mentionTypes: z.array(
    z.enum(['person', 'organization', 'place', 'object', 'event', 'abstract', 'time', 'substance', 'plant', 'animal']),
  ),
  coreference: z.object({
    width: z.int(),
    match: z.array(Table),
    far: Table,
    nested: Numbers,
    new: Numbers,
    join: z.object({ width: z.int(), match: Table, far: Table, score: Numbers }),
  }),
  relations: z.object({
    width: z.int(),
    distance: Table,
    labels: bySchemeOf(RELATION_SCHEMES, Names),
    weight: bySchemeOf(RELATION_SCHEMES, Table),
    bias: bySchemeOf(RELATION_SCHEMES, Numbers),
  }),
});
export type Labels = z.infer<typeof Labels>;

/** Labels of a tag list (`O`, `B-x`, `I-x`, ...), one for each pair. */
export const labelsOfTags = (tags: readonly string[]): readonly string[] =>
  tags.filter((_, k) => k % 2 === 1).map((tag) => tag.slice(2));
