import { z } from 'zod';
import { FRAME_FAMILIES, type LedgerDefinitions, MentionType } from '../../model/index.ts';

const Words = z.array(z.string().min(1)).readonly();

/** Names of what may belong to a trigger, apart from prepositions, which are written as themselves. */
export const ROLE_NAMES = [
  'agent',
  'theme',
  'recipient',
  'result',
  'where',
  'purpose',
  'cause',
  'manner',
  'possessor',
  'modifier',
  'bearer',
  'qualifier',
  'carrier',
  'side',
  'title',
  'itself',
  'inside',
  'condition',
  'allowed',
  'allowed-act',
  'orderer',
  'asker',
  'speaker',
  'owner',
  'act',
  'rest',
  'told',
  'doer',
  'aim',
  'partner',
  'aim-act',
  'worth',
  'wisher',
  'dissenter',
  'included',
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

const Name = z.enum([...new Set([...ROLE_NAMES, ...PREPOSITIONS])] as [string, ...string[]]).meta({
  description:
    'agent: who does it, also behind "by"; theme: what it is done to; recipient: who gets it, without a preposition; ' +
    'result: what it makes of the theme ("named Hale envoy"); where, purpose, cause, manner; a preposition: what stands behind it; ' +
    'of nouns also possessor: "Hale\'s"; modifier: a name before it ("the Lorne talks"); bearer: whom a noun or adjective is said of ' +
    '("Hale\'s brother, Marek Voss"); qualifier: the words before it in its group ("former"); carrier: who does the verb of "through" ("Voss brokered the talks"); side: whose a post is by the words beside it ("the Ostran envoy", "Norel executive Marek Voss", "Prime Minister Ilse Marr of Kestria"); itself: the noun. Wider: inside: nouns among all that belongs to it; condition: what "if" and the ' +
    'like open; allowed, allowed-act: "allowing Veld to enter"; orderer, asker: who orders or asks that it be done; speaker: in whose words it stands; ' +
    'owner: whose the theme is ("froze the assets of Veld"); act: a verb with all that follows and belongs to it; rest: that without the ' +
    'verb; told, doer: of a noun behind "under" or "according to", what the sentence says and who does it ("under the plan, Kestria ' +
    'would leave"); aim: what an infinitive right behind a noun is about ("a contract to rebuild the port"), aim-act: with its verb; wisher: who demands or wants that it be done; ' +
    'dissenter: "against the advice of his lawyers"; included: names behind ", including"; partner: with whom that is ' +
    'talked of or agreed which governs it ("in talks with Veld about buying the port"); worth: the sum of money ' +
    'told beside it; title: a post in its words ("deputy minister")',
});

const Role = z.strictObject({
  description: z.string().optional(),
  types: z
    .union([z.literal('any'), z.array(MentionType).readonly()])
    .describe('Types of mention that may fill the role; "any": whatever words stand there'),
  words: Words.optional().describe(
    'Head nouns that may fill the role whatever their type; "@name" takes in a list, "*role" every noun for people by their post or business',
  ),
  many: z.boolean().default(false),
  unknown: z
    .boolean()
    .default(false)
    .describe('May be filled by what is written as a name, though the reading made no mention of it'),
  'takes-up': z
    .boolean()
    .default(false)
    .describe('An "it" that the reading found nobody for takes up the last thing told that one of the words names'),
  sides: z
    .boolean()
    .default(false)
    .describe('Who speaks for a side is that side too: "a Kestrian official", "the Kestrian government"'),
  among: Words.optional().describe(
    'Filled only by what fills one of these roles as well: which of the parties of a sale is the buyer',
  ),
});

const Needs = z
  .array(z.record(z.string(), z.int().min(1)))
  .readonly()
  .describe('The frame counts if one of these is met: role and how many must fill it');

const Where = z.partialRecord(Name, Words);

const Trigger = z.strictObject({
  words: Words.describe('Base forms, also of several words; "@name" takes in a list'),
  fill: z.record(z.string(), z.array(Name).readonly()).describe('Role of the frame, and what fills it, best first'),
  when: Where.optional().describe(
    'Counts only if one of these words heads what stands there; "*" is anything, "*person" a mention of that type, "*role" a noun for people by their post or business',
  ),
  not: Where.optional().describe(
    'Does not count if one of these words heads what stands there; "*" is anything, "*person" a mention of that type, "*role" a noun for people by their post or business',
  ),
  set: z.record(z.string(), z.string()).default({}).describe('Properties that the words themselves settle'),
  needs: Needs.optional().describe('In place of the needs of the frame'),
  refused: z
    .record(z.string(), z.string())
    .optional()
    .describe('Properties when it is refused: "cannot accept" is a rejection, and as such asserted'),
  status: z
    .array(z.enum(['held', 'planned', 'postponed', 'cancelled', 'hypothetical', 'ongoing']))
    .readonly()
    .optional()
    .describe('Counts only when it is told so: "bought a stake" is owning, "wants to buy a stake" is not'),
  held: z
    .record(z.string(), z.string())
    .optional()
    .describe('Properties where it is told as having happened and no word sets them'),
  must: Words.optional().describe('Properties without which it does not count'),
  beside: Words.optional().describe(
    'Counts only if one of these words, base form or as written, stands in its sentence',
  ),
  alongside: z
    .enum(['near', 'anywhere', 'document'])
    .optional()
    .describe(
      'Counts only with another of this frame in the document that needs none itself: near: in its sentence or the one before; ' +
        'anywhere: where its words take one up ("the licence"); document: wherever it stands',
    ),
  mutual: z
    .boolean()
    .default(false)
    .describe('In the plural the first two of a list stand in it to each other; of verbs, two who do it'),
  also: z
    .record(z.string(), z.array(MentionType).readonly())
    .optional()
    .describe('Types of mention that may fill a role here besides those of the role'),
  certainty: z
    .enum(['certain', 'probable', 'possible'])
    .optional()
    .describe('At most this certain, whatever the sentence says'),
  resumes: z
    .boolean()
    .default(false)
    .describe(
      'Takes up the last event of this frame that was told. A noun with "the" or "their": "the talks lasted an hour", "the price is 3 million"; a verb of "it", or of who ' +
        'was there: "it was postponed", "Voss took part"',
    ),
});

const NounTrigger = Trigger.extend({
  named: z
    .boolean()
    .default(false)
    .describe('Counts only of who or what has a name somewhere in the document: "Voss\'s company, Norel"'),
  titles: z
    .boolean()
    .default(false)
    .describe(
      'Posts: counts with a capital too ("Foreign Minister Ilse Marr", "Marek Voss, Chairman of the Fund"), and only of who is named somewhere',
    ),
  through: Words.default([]).describe('Verbs whose agent has part in what the noun denotes ("hold talks")'),
});

/** What the network can say of two names. */
export const RELATIONS = ['meets', 'leads', 'worksFor', 'owns', 'partOf', 'family', 'opposes'] as const;

const Relation = z.strictObject({
  relations: z
    .array(z.enum(RELATIONS))
    .readonly()
    .describe('Relations of the network between two names, from "one" to "two", whatever the words'),
  fill: z.record(z.string(), z.enum(['one', 'two'])),
  set: z.record(z.string(), z.string()).default({}),
  least: z.number().min(0).max(1).default(0.9).describe('How sure the network must be'),
});

const Property = z.strictObject({
  description: z.string().optional(),
  values: z
    .union([z.record(z.string(), Words), z.enum(['number', 'until'])])
    .describe(
      'Value and the words that set it: at the trigger, or as what governs or carries it; "number": the digits before "point"; ' +
        '"until": the date behind "until" in its sentence',
    ),
  otherwise: z
    .union([
      z.string(),
      z.partialRecord(z.enum(['held', 'planned', 'postponed', 'cancelled', 'hypothetical', 'ongoing']), z.string()),
    ])
    .optional()
    .describe('When no word sets it: one value, or one by status'),
  never: z
    .partialRecord(z.enum(['held', 'planned', 'postponed', 'cancelled', 'hypothetical', 'ongoing']), Words)
    .optional()
    .describe('Values that words do not set where it is told so: what is only planned is not done'),
  in: Words.optional().describe('Words count only in what fills these roles, not at the trigger or around it'),
  at: z.array(Name).readonly().optional().describe('Words count only in what stands in these places'),
  refused: z.string().optional().describe('Value when what the frame tells is refused; it is then said for certain'),
  role: z.string().optional().describe('Set only when this role is filled'),
  if: z
    .record(z.string(), z.string())
    .optional()
    .describe('Set only when these properties, which stand before it, have these values'),
});

/** One frame of a beat: the file `frames/<frame>.yaml`. */
export const FrameDefinition = z.strictObject({
  frame: z.string().regex(/^[a-z][a-z-]*$/, 'small letters and hyphens'),
  as: z
    .enum(FRAME_FAMILIES)
    .optional()
    .describe(
      'Family: the frame type as which it is grouped, weighed and listed; its roles are of that frame of the beat "diplomacy". ' +
        'Without it a frame of another name makes claims and findings by general rules, and rows of a ledger of its own',
    ),
  description: z.string(),
  roles: z.record(z.string(), Role),
  needs: Needs,
  asserted: z
    .boolean()
    .default(false)
    .describe('What a text says or hangs on: "the plan would cut the army" is said for certain'),
  contents: z
    .strictObject({
      of: z.string().describe('Role of what contains it'),
      part: z.string().describe('Role of what it contains'),
      who: z.string().optional().describe('Role of who is to do it'),
    })
    .optional()
    .describe(
      'The frame tells what a text contains: sentences right behind that go on with "would", and the items of a list that is announced as such a text, tell more of it',
    ),
  takes: Words.optional().describe(
    'Roles taken over from another of this frame in the document, where its words take that up ("the licence", "it")',
  ),
  kin: Words.optional().describe('Other frames beside which a trigger with "alongside: anywhere" counts as well'),
  lasting: z.boolean().default(false).describe('A state rather than an event: "since 2027" is its time'),
  conditional: z.boolean().default(false).describe('May hang on a condition ("if", "unless", "provided that")'),
  properties: z.record(z.string(), Property).default({}),
  verbs: z.array(Trigger).readonly().default([]),
  nouns: z.array(NounTrigger).readonly().default([]),
  adjectives: z.array(Trigger).readonly().default([]),
  relations: z.array(Relation).readonly().default([]),
  examples: z
    .strictObject({
      finds: z.array(z.string().min(1)).min(1).readonly().describe('Sentences that must give the frame'),
      'finds-nothing': z.array(z.string().min(1)).min(1).readonly().describe('Sentences that must not'),
    })
    .describe('Read by `backchannel beat test`, each after the cast of beat.yaml'),
});
export type FrameDefinition = z.infer<typeof FrameDefinition>;
export type RelationDefinition = z.infer<typeof Relation>;
export type TriggerDefinition = z.infer<typeof Trigger> & {
  readonly through?: readonly string[];
  readonly titles?: boolean;
  readonly named?: boolean;
};

/** Words that bear on whether, when and how surely something happened: the file `cues.yaml`. */
export const Cues = z.strictObject({
  planned: Words.describe('Govern what is still to come: "agreed to meet", "due to meet"'),
  going: Words.default([]).describe('Verbs of motion: who "flew to Lorne to meet Veld" most likely met her'),
  reports: Words.default([]).describe('Nouns for what is told: "reports that they met are false"'),
  untrue: Words.default([]).describe('What is no fact: "is false", "is an invention"'),
  true: Words.default([]).describe('With "not", what is no fact: "do not correspond to reality"'),
  purpose: Words.describe('Send or choose somebody to do it: "sent an envoy to meet"'),
  wished: Words.describe('Govern what someone wants or might do: "hopes to meet"'),
  outlook: Words.default([]).describe(
    'Nouns for a view or wish; what hangs on them without an article is no event: "a call for talks"',
  ),
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
  dependents: Words.default([]).describe('Nouns that may hang on a condition: "the sale would close only if …"'),
  hinges: Words.default([]).describe('Words for what else is made to hang on: "unless the sanctions go"'),
  undertakings: Words.default([]).describe('Verbs for what a party to a deal does or gets: "will leave if …"'),
  occasions: Words.default([]).describe(
    'Tell when, or without what; a condition where what hangs on it is still to come: "as soon as". "*" is one to three words',
  ),
  enabling: Words.default([]).describe(
    'Between a condition and what hangs on it: "open the door to", "condition for"; words as they stand or as a dictionary has them',
  ),
  ordering: Words.describe('Verbs of ordering'),
  asking: Words.describe('Verbs of asking'),
  allowing: Words.describe('Verbs of allowing'),
  demanding: Words.default([]).describe(
    'Verbs that want what their "that" opens to be done: "demanded that Veld leave"',
  ),
});
export type Cues = z.infer<typeof Cues>;

/** Cues of a beat that extends another: what it adds. */
export const AddedCues = Cues.partial();

export const BeatFile = z.strictObject({
  beat: z.string().regex(/^[a-z][a-z-]*$/, 'small letters and hyphens'),
  extends: z
    .string()
    .min(1)
    .optional()
    .describe(
      'A beat whose frames, cues, lists and ledgers it takes over: the name of a shipped one, or a folder from this one ("../mine"). ' +
        'A frame, list or ledger of the same name takes the place of the one taken over; cues are added to it',
    ),
  'leave-out': Words.default([]).describe('Frames of the beat that it extends which it does not take over'),
  title: z.string(),
  description: z.string(),
  language: z.literal('en').describe('Language of the words; other languages are not read yet'),
  cast: z.string().default('').describe('A paragraph read before each example: says who the people in them are'),
  lists: z
    .record(z.string().regex(/^[a-z][a-z-]*$/, 'small letters and hyphens'), Words)
    .default({})
    .describe(
      'Word lists that frames take in as "@name"; in a list of the same name "@name" is that of the beat it extends',
    ),
});

/** A field of reporting: its frames and the words that call them up. Lists are already taken in. */
export interface Beat {
  readonly name: string;
  /** Frames that it defines itself, by name; the others are those of the beat that it extends. */
  readonly own: readonly string[];
  readonly title: string;
  readonly description: string;
  /** Read before each example: says who the people in them are. */
  readonly cast: string;
  readonly cues: Cues;
  readonly frames: readonly FrameDefinition[];
  /** How the ledgers are printed, by the name under which `show` has them. */
  readonly ledgers: LedgerDefinitions;
}
