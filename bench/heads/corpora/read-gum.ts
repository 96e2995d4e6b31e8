import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import type { Span } from '../../../src/model/index.ts';
import type { LabelledDocument, Split } from '../labelled-document.ts';
import { blocksOf, type Run } from './columns.ts';
import { stretch, TextBuilder } from './text-builder.ts';

/** Chains of two and more from a CoNLL column like `(3)`, `(3`, `4)`, `(3|(4)`, as runs of tokens. */
export const chainsOfColumn = (column: readonly string[]): readonly (readonly (readonly [number, number])[])[] => {
  const chains = new Map<string, [number, number][]>();
  const open = new Map<string, number[]>();
  for (const [at, cell] of column.entries()) {
    for (const [, opened, key = '', closed] of cell.matchAll(/(\()?(\d+)(\))?/g)) {
      const first = opened !== undefined ? at : closed !== undefined ? open.get(key)?.pop() : undefined;
      if (opened !== undefined && closed === undefined) open.set(key, [...(open.get(key) ?? []), at]);
      if (closed !== undefined && first !== undefined) chains.set(key, [...(chains.get(key) ?? []), [first, at + 1]]);
    }
  }
  return [...chains.values()].filter((chain) => chain.length > 1);
};

/** Mentions of a column of GUM's `Entity=` brackets. Those broken in two are left out. */
export const mentionsOfColumn = (column: readonly string[]): readonly Run[] => {
  const mentions: Run[] = [];
  const open = new Map<string, { readonly first: number; readonly label: string }[]>();
  for (const [at, cell] of column.entries()) {
    const brackets = /(?:^|\|)Entity=([^|]*)/.exec(cell)?.[1] ?? '';
    for (const [piece] of brackets.matchAll(/\([^()]*\)?|[^()]+\)/g)) {
      const [key = '', label = ''] = piece.replace(/^\(|\)$/g, '').split('-');
      const begins = piece.startsWith('(') ? { first: at, label } : open.get(key)?.pop();
      if (begins === undefined) continue;
      if (!piece.endsWith(')')) open.set(key, [...(open.get(key) ?? []), begins]);
      else if (!key.includes('[')) mentions.push({ ...begins, last: at + 1 });
    }
  }
  return mentions;
};

const readOne = (path: string, chainsPath: string): LabelledDocument => {
  const build = new TextBuilder();
  const places: Span[] = [];
  const notes: string[] = [];
  for (const [number, block] of blocksOf(readFileSync(path, 'utf8')).entries()) {
    const paragraph = block.some(([cell = '']) => cell.startsWith('# newpar'));
    build.gap(paragraph || number === 0 ? '\n' : ' ');
    let tight = false;
    for (const row of block) {
      if (!/^\d+$/.test(row[0] ?? '')) continue;
      const note = row[9] ?? '';
      places.push(build.token(row[1] ?? '', !tight));
      tight = note.includes('SpaceAfter=No');
      notes.push(note);
    }
  }
  const rows = blocksOf(readFileSync(chainsPath, 'utf8')).flat();
  const column = rows.filter(([cell = '']) => !cell.startsWith('#')).map((row) => row[2] ?? '_');
  const { name } = parse(path);
  if (column.length !== places.length) {
    throw new Error(`Expected ${places.length} tokens in the chains of ${name}, got ${column.length}`);
  }
  const chains = chainsOfColumn(column).map((chain) => chain.map(([first, last]) => stretch(places, first, last)));
  const mentions = mentionsOfColumn(notes).map(({ first, last }) => stretch(places, first, last));
  return { name, text: build.text, mentions: [...mentions, ...chains.flat()], chains };
};

/** GUM, the part without a non-commercial clause: mentions, and chains by the rules of OntoNotes (OntoGUM). */
export const readGum = (data: string, split: Split): readonly LabelledDocument[] => {
  const folder = join(data, 'gum', split);
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.conllu'));
  return files
    .sort()
    .map((file) => readOne(join(folder, file), join(data, 'gum', `ontogum-${split}`, `${parse(file).name}.conll`)));
};
