import { z } from 'zod';
import { MentionType } from '../../model/index.ts';

const Words = z.array(z.string().min(1)).readonly();

/** Places around a trigger where a role may stand, apart from prepositions, which are written as themselves. */
export const POSITIONS = [
  'subject',
  'object',
  'possessor',
  'of',
  'modifier',
  'bearer',
  'noun',
  'itself',
  'complement',
  'rest',
  'inside',
  'condition',
  'allowed',
  'allowed-act',
  'orderer',
  'asker',
  'speaker',
] as const;

export const PREPOSITIONS = [
  ...[
    'about',
    'after',
    'against',
    'among',
    'at',
    'before',
    'behind',
    'between',
    'by',
    'for',
    'from',
    'in',
    'inside',
    'into',
  ],
  ...['of', 'off', 'on', 'onto', 'over', 'through', 'to', 'toward', 'towards', 'under', 'until', 'upon', 'via', 'with'],
  ...['within', 'without', 'alongside', 'aboard', 'as', 'near', 'outside', 'around', 'regarding', 'concerning'],
] as const;

const Position = z.enum([...new Set([...POSITIONS, ...PREPOSITIONS])] as [string, ...string[]]).meta({
  description:
    'subject, object: of the sense, so that "was met by" has its subject after "by"; possessor: "Hale\'s"; of: "of Hale"; ' +
    'modifier: a name before the noun ("the Lorne talks"); bearer: who the noun denotes ("Hale\'s brother, Marek Voss"); ' +
    "noun: what an adjective is said of; itself: the trigger's own noun phrase; complement: what follows the object, or the " +
    'clause after "that"; rest: all the words after the trigger; inside: the phrases among them; condition: what "if" and the like open; allowed, allowed-act: "allowing Veld to enter"; ' +
    'orderer, asker: who orders or asks that it be done; speaker: in whose words it stands; or a preposition',
});

const Role = z.strictObject({
  description: z.string().optional(),
  types: z
    .union([z.literal('any'), z.array(MentionType).readonly()])
    .describe('Types of mention that may fill the role; "any": also a noun phrase that is no mention'),
  words: Words.optional().describe('Head nouns that may fill the role whatever their type; "@name" takes in a list'),
  many: z.boolean().default(false),
});

const Needs = z
  .array(z.record(z.string(), z.int().min(1)))
  .readonly()
  .describe('The frame counts if one of these is met: role and how many must fill it');

const Where = z.partialRecord(Position, Words);

const Trigger = z.strictObject({
  words: Words.describe('Base forms, also of several words; "@name" takes in a list'),
  fill: z
    .record(z.string(), z.array(Position).readonly())
    .describe('Role and the places where it may stand, best first'),
  when: Where.optional().describe('Counts only if one of these words heads what stands there'),
  not: Where.optional().describe('Does not count if one of these words heads what stands there'),
  set: z.record(z.string(), z.string()).default({}).describe('Properties that the words themselves settle'),
  needs: Needs.optional().describe('In place of the needs of the frame'),
  refused: z
    .record(z.string(), z.string())
    .optional()
    .describe('Properties when it is refused: "cannot accept" is a rejection, and as such asserted'),
  must: Words.optional().describe('Properties without which it does not count'),
  plain: z
    .boolean()
    .default(false)
    .describe('Of verbs: nothing is said of the object ("called Hale a liar" does not count)'),
  mutual: z
    .boolean()
    .default(false)
    .describe('Of nouns: in the plural, the first two of a list stand in it to each other'),
  certainty: z
    .enum(['certain', 'probable', 'possible'])
    .optional()
    .describe('At most this certain, whatever the sentence says'),
});

const NounTrigger = Trigger.extend({
  through: Words.default([]).describe('Verbs whose subject has part in what the noun denotes ("hold talks")'),
});

const Property = z.strictObject({
  description: z.string().optional(),
  values: z
    .union([z.record(z.string(), Words), z.literal('number')])
    .describe(
      'Value and the words that set it: at the trigger, or as what governs or carries it; "number": the digits before "point"',
    ),
  otherwise: z
    .union([
      z.string(),
      z.partialRecord(z.enum(['held', 'planned', 'postponed', 'cancelled', 'hypothetical', 'ongoing']), z.string()),
    ])
    .optional()
    .describe('When no word sets it: one value, or one by status'),
});

/** One frame of a beat: the file `frames/<frame>.yaml`. */
export const FrameDefinition = z.strictObject({
  frame: z.string().regex(/^[a-z][a-z-]*$/),
  description: z.string(),
  roles: z.record(z.string(), Role),
  needs: Needs,
  lasting: z.boolean().default(false).describe('A state rather than an event: "since 2027" is its time'),
  conditional: z.boolean().default(false).describe('May hang on a condition ("if", "unless", "provided that")'),
  properties: z.record(z.string(), Property).default({}),
  verbs: z.array(Trigger).readonly().default([]),
  nouns: z.array(NounTrigger).readonly().default([]),
  adjectives: z.array(Trigger).readonly().default([]),
  examples: z.strictObject({ finds: Words, 'finds-nothing': Words }).describe('Run by the tests'),
});
export type FrameDefinition = z.infer<typeof FrameDefinition>;
export type TriggerDefinition = z.infer<typeof Trigger> & { readonly through?: readonly string[] };

/** Words that bear on whether, when and how surely something happened: the file `cues.yaml`. */
export const Cues = z.strictObject({
  planned: Words.describe('Govern what is still to come: "agreed to meet", "due to meet"'),
  purpose: Words.describe('Send or choose somebody to do it: "sent an envoy to meet"'),
  wished: Words.describe('Govern what someone wants or might do: "hopes to meet"'),
  refused: Words.describe('Govern what does not happen: "declined to meet"'),
  probable: Words.describe('"is said to have met", "reportedly"'),
  possible: Words.describe('"is rumoured to have met", "allegedly"'),
  postponed: Words,
  cancelled: Words,
  ongoing: Words,
  held: Words.describe('Verbs that say that an event takes place: with "not", that it does not'),
  denied: Words.describe('Verbs and nouns that deny what they govern'),
  absent: Words.describe('Nouns that with "no" deny what follows: "no evidence that"'),
  future: Words.describe('"next week", "tomorrow"'),
  hypothetical: Words.describe('Open a part of a sentence that is not asserted: "if", "whether"'),
  conditions: Words.describe('Open a condition'),
  unconditional: Words.describe('Before "if" and the like: no condition ("even if", "as if", "asked if")'),
  ordering: Words.describe('Verbs of ordering'),
  asking: Words.describe('Verbs of asking'),
  allowing: Words.describe('Verbs of allowing'),
});
export type Cues = z.infer<typeof Cues>;

export const BeatFile = z.strictObject({
  beat: z.string().regex(/^[a-z][a-z-]*$/),
  title: z.string(),
  description: z.string(),
  language: z.literal('en').describe('Language of the words; other languages are not read yet'),
  cast: z.string().default('').describe('A paragraph read before each example: says who the people in them are'),
  lists: z.record(z.string(), Words).default({}).describe('Word lists that frames take in as "@name"'),
});

/** A field of reporting: its frames and the words that call them up. Lists are already taken in. */
export interface Beat {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Read before each example: says who the people in them are. */
  readonly cast: string;
  readonly cues: Cues;
  readonly frames: readonly FrameDefinition[];
}
