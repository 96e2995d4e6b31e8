import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import type { LabelledDocument, Split } from '../labelled-document.ts';

/** Texts of PolNeAR. What its annotators said is left to the corpus' own scorer: see `score-attributions.ts`. */
export const readPolnear = (data: string, split: Split): readonly LabelledDocument[] => {
  const folder = join(data, 'polnear', split, 'text');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
  return files.sort().map((file) => ({ name: parse(file).name, text: readFileSync(join(folder, file), 'utf8') }));
};
