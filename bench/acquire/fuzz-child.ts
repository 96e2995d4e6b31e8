// Takes in mutated files one after the other, and writes a line before and after each to the third pipe. Writing waits until
// the line is written, so that the line before a file is out when the file ends or hangs this process.
// Usage: fuzz-child.ts RUN FROM TO
import { writeSync } from 'node:fs';
import { mutated } from './mutate.ts';
import { allSeeds } from './seeds.ts';
import { tryFile } from './try-file.ts';

const PIPE = 3;
const [run = 1, from = 0, to = 0] = process.argv.slice(2).map(Number);
const seeds = allSeeds();
const say = (line: string): void => void writeSync(PIPE, `${line}\n`);

for (let nth = from; nth < to; nth++) {
  const file = mutated(seeds, run, nth);
  say(`start\t${nth}\t${file.kind}\t${file.name}`);
  const began = performance.now();
  const tried = await tryFile(file);
  say(
    `end\t${nth}\t${Math.round(performance.now() - began)}\t${Math.round(process.memoryUsage.rss() / 2 ** 20)}\t${JSON.stringify(tried)}`,
  );
}
say('done');
