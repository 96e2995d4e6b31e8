/** What a process that measures one thing runs: `measure.ts NAME JSON` prints what it measured as a line of JSON. */

import { measureStages } from './measure-stages.ts';
import { measureLatency, measureLongText, measurePile } from './measures.ts';

const MEASURES = {
  latency: measureLatency,
  pile: measurePile,
  long: measureLongText,
  stages: measureStages,
} as const satisfies Readonly<Record<string, (ask: never) => Promise<unknown>>>;

const [, , name = '', ask = '{}'] = process.argv;
const measure = Object.entries(MEASURES).find(([known]) => known === name)?.[1] as
  | ((ask: unknown) => Promise<unknown>)
  | undefined;
if (measure === undefined) throw new Error(`Expected one of ${Object.keys(MEASURES).join(', ')}, got "${name}"`);
const measured = await measure(JSON.parse(ask));
process.stdout.write(`${JSON.stringify(measured)}\n`, () => process.exit(0));
