/**
 * Reads invented sentences of reporting, each as a document of its own, and compares the frames with those that they state.
 *
 *   npm run bench:frames                           bench/frames/reporting.yaml
 *   npm run bench:frames -- --blind               bench/frames/blind.yaml: totals only
 *   npm run bench:frames -- --shortfalls           names each miss and each frame that is not stated
 *   npm run bench:frames -- --thorough             with the thresholds of the other precision
 *   npm run bench:frames -- --checkout FOLDER      what another checkout reads, such as an older version
 *
 * A frame is found when its type, its polarity and its status agree and each role that is asked for has, for each filler
 * named, a span that holds the words. A frame too many counts as wrong unless it is only hypothetical.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Document, Reading } from '../src/model/index.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const Stated = z
  .object({
    type: z.string(),
    not: z.boolean().default(false),
    status: z.string().default('held'),
    /** Hangs on a condition. */
    if: z.boolean().default(false),
    stance: z.string().optional(),
    stage: z.string().optional(),
    /** The property `status`, as of a sanction. */
    'status-of': z.string().optional(),
    /** Right, and need not be found. */
    optional: z.boolean().default(false),
  })
  .catchall(z.array(z.string()));
type Stated = z.infer<typeof Stated>;
const Items = z.array(
  z.strictObject({ text: z.string(), frames: z.array(Stated), posts: z.array(z.string()).default([]) }),
);

interface Checkout {
  readonly documentFromBytes: (
    bytes: Uint8Array,
    path: string,
  ) => Promise<{ readonly kind: 'document'; readonly document: Document } | { readonly kind: 'refused' }>;
  readonly openReader: (settings: { readonly precision: 'careful' | 'thorough' }) => Promise<{
    run(job: { kind: 'document'; document: Document }): Promise<{ kind: string; reading?: Reading }>;
  }>;
}

const { values } = parseArgs({
  options: {
    checkout: { type: 'string', default: ROOT },
    items: { type: 'string', default: join(ROOT, 'bench/frames/reporting.yaml') },
    thorough: { type: 'boolean', default: false },
    shortfalls: { type: 'boolean', default: false },
    blind: { type: 'boolean', default: false },
  },
});

const KEYS = new Set(['type', 'not', 'status', 'if', 'stance', 'stage', 'status-of', 'optional']);
type Frame = Reading['frames'][number];

/** Roles and the words that each of their fillers is to hold. */
const rolesOf = (stated: Stated): readonly (readonly [string, readonly string[]])[] =>
  Object.entries(stated).flatMap(([role, words]) =>
    KEYS.has(role) || !Array.isArray(words) ? [] : [[role, words] as const],
  );

/** Whether the right things are in the right roles, whatever is said of them. */
const isAbout = (text: string, frame: Frame, stated: Stated): boolean =>
  frame.type === stated.type &&
  rolesOf(stated).every(([role, words]) =>
    words.every((word) => {
      const pair = stated.type === 'tie' && words.length > 1 ? ['from', 'to'] : [role];
      return pair.some((name) =>
        (frame.roles[name] ?? []).some(([start, end]) => text.slice(start, end).includes(word)),
      );
    }),
  );

const agrees = (frame: Frame, stated: Stated): boolean =>
  (frame.polarity === 'negative') === stated.not &&
  (frame.status === stated.status || stated.if || stated.stage !== undefined) &&
  (!stated.if || frame.conditions.length > 0) &&
  (stated.stance === undefined || frame.properties['stance'] === stated.stance) &&
  (stated.stage === undefined || frame.properties['stage'] === stated.stage) &&
  (stated['status-of'] === undefined || frame.properties['status'] === stated['status-of']);

/** Types of frame in which a post or kinship that is told in passing may be read. */
const PASSING = new Set(['tie', 'appointment', 'ownership']);

const isPost = (text: string, frame: Frame, posts: readonly string[]): boolean =>
  PASSING.has(frame.type) &&
  frame.polarity === 'positive' &&
  Object.values(frame.roles)
    .flat()
    .some(([start, end]) => posts.some((name) => text.slice(start, end).includes(name)));

if (values.blind && values.shortfalls) {
  console.error('The sentences of blind.yaml are held out: their misses are not shown.');
  process.exit(2);
}
const items = values.blind ? join(ROOT, 'bench/frames/blind.yaml') : values.items;

const load = (path: string): Promise<Checkout> => import(pathToFileURL(join(values.checkout, path)).href);
const { documentFromBytes } = await load('src/acquire/index.ts');
const { openReader } = await load('src/read-one.ts');
const reader = await openReader({ precision: values.thorough ? 'thorough' : 'careful' });

interface Tally {
  known: number;
  found: number;
  agreed: number;
  made: number;
  right: number;
}
const tallies = new Map<string, Tally>();
const tally = (type: string): Tally => {
  const held = tallies.get(type) ?? { known: 0, found: 0, agreed: 0, made: 0, right: 0 };
  tallies.set(type, held);
  return held;
};
const shortfalls: string[] = [];

for (const [number, { text, frames: stated, posts }] of Items.parse(parse(readFileSync(items, 'utf8'))).entries()) {
  const acquired = await documentFromBytes(new TextEncoder().encode(`${text}\n`), `item-${number + 1}.txt`);
  if (acquired.kind !== 'document') throw new Error(`item ${number + 1} was refused`);
  const { reading } = await reader.run({ kind: 'document', document: acquired.document });
  const made = reading?.frames ?? [];
  const source = acquired.document.text;
  for (const wanted of stated.filter(({ optional }) => !optional)) {
    const of = tally(wanted.type);
    of.known++;
    const about = made.filter((frame) => isAbout(source, frame, wanted));
    if (about.length > 0) of.found++;
    else shortfalls.push(`missed ${wanted.type}: ${text}`);
    if (about.some((frame) => agrees(frame, wanted))) of.agreed++;
    else if (about.length > 0) shortfalls.push(`otherwise ${wanted.type}: ${text}`);
  }
  for (const frame of made) {
    // What need not be found is right whatever the details that are not asked for.
    const right =
      isPost(source, frame, posts) ||
      stated.some((wanted) => isAbout(source, frame, wanted) && (wanted.optional || agrees(frame, wanted)));
    if (!right && frame.status === 'hypothetical') continue;
    const of = tally(frame.type);
    of.made++;
    if (right) of.right++;
    else {
      const roles = Object.entries(frame.roles).map(
        ([role, spans]) => `${role}: ${spans.map(([start, end]) => source.slice(start, end)).join(', ')}`,
      );
      shortfalls.push(`not stated ${frame.type} (${frame.polarity} ${frame.status}; ${roles.join('; ')}): ${text}`);
    }
  }
}

const share = (part: number, whole: number): string => (whole === 0 ? '-' : (part / whole).toFixed(2));
const line = (type: string, { known, found, agreed, made, right }: Tally): string =>
  `| ${type} | ${known} | ${found} | ${agreed} | ${share(agreed, known)} | ${made} | ${right} | ${share(right, made)} |`;
console.log('| frame | stated | found | and as stated | recall | made | right | precision |');
console.log('|---|---|---|---|---|---|---|---|');
for (const [type, one] of [...tallies].sort(([a], [b]) => (a < b ? -1 : 1))) console.log(line(type, one));
const all: Tally = { known: 0, found: 0, agreed: 0, made: 0, right: 0 };
for (const one of tallies.values()) for (const key of Object.keys(all) as (keyof Tally)[]) all[key] += one[key];
console.log(line('all', all));
if (values.shortfalls) for (const each of shortfalls) console.log(each);
process.exit(0);
