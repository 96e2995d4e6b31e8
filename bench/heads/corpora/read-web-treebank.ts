import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Span } from '../../../src/model/index.ts';
import type { Labelled, LabelledDocument, LabelledPredicate, Split } from '../labelled-document.ts';
import { blocksOf, runsOfBrackets, runsOfTags } from './columns.ts';
import { stretch, TextBuilder } from './text-builder.ts';

/** Senses of auxiliaries, which the corpus' own measure leaves out. */
const AUXILIARY: ReadonlySet<string> = new Set(['be.03', 'do.01', 'have.01']);

interface Sentence {
  readonly words: readonly string[];
  readonly tags: readonly string[];
  /** The sentence as it was written, where the file says. */
  readonly text: string | null;
}

const readNames = (file: string): ReadonlyMap<string, Sentence> => {
  const sentences = new Map<string, Sentence>();
  for (const block of blocksOf(readFileSync(file, 'utf8'))) {
    const said = new Map<string, string>();
    for (const [cell = ''] of block) {
      const at = cell.indexOf(' = ');
      if (cell.startsWith('#') && at > 0) said.set(cell.slice(0, at), cell.slice(at + 3));
    }
    const rows = block.filter(([cell = '']) => !cell.startsWith('#'));
    const tags = rows.map(([, , tag = 'O']) => (/^[BI]-(?:PER|ORG|LOC)$/.test(tag) ? tag : 'O'));
    const text = said.get('# text') ?? null;
    sentences.set(said.get('# sent_id') ?? '', { words: rows.map(([, word = '']) => word), tags, text });
  }
  return sentences;
};

type Rows = readonly (readonly string[])[];

const readRoles = (file: string): ReadonlyMap<string, Rows> => {
  const sentences = new Map<string, Rows>();
  for (const block of blocksOf(gunzipSync(readFileSync(file)).toString('utf8'))) {
    const name = block.map(([cell = '']) => /^# sent_id = (.*)$/.exec(cell)?.[1]).find((found) => found !== undefined);
    if (name !== undefined)
      sentences.set(
        name,
        block.filter(([cell = '']) => !cell.startsWith('# ')),
      );
  }
  return sentences;
};

const readFactuality = (file: string): ReadonlyMap<string, readonly { token: number; value: number }[]> => {
  const sentences = new Map<string, { token: number; value: number }[]>();
  const [, ...rows] = readFileSync(file, 'utf8').split(/\r?\n/);
  for (const row of rows) {
    const [name, token, value] = row.split('\t');
    if (name === undefined || value === undefined) continue;
    const known = sentences.get(name) ?? [];
    known.push({ token: Number(token), value: Number(value) });
    sentences.set(name, known);
  }
  return sentences;
};

/** Whether white space stands before each word of a text; nothing is said where words and text do not line up. */
export const spacesBefore = (text: string | null, words: readonly string[]): readonly (boolean | undefined)[] => {
  if (text === null) return words.map(() => undefined);
  const spaces: boolean[] = [];
  let at = 0;
  for (const word of words) {
    const begun = at;
    while (at < text.length && /\s/.test(text.charAt(at))) at++;
    if (!text.startsWith(word, at)) return words.map(() => undefined);
    spaces.push(at > begun || spaces.length === 0);
    at += word.length;
  }
  return spaces;
};

const predicatesOf = (rows: Rows, places: readonly Span[]): readonly LabelledPredicate[] => {
  const at = [...rows.keys()].filter((row) => (rows[row]?.[8] ?? '-') !== '-');
  return at.flatMap((row, column) => {
    if (AUXILIARY.has(rows[row]?.[8] ?? '')) return [];
    const runs = runsOfBrackets(rows.map((cells) => cells[9 + column] ?? '*'));
    const roles = runs
      .filter(({ label }) => label !== 'V' && label !== 'C-V')
      .map(({ first, last, label }): Labelled => {
        const [start, end] = stretch(places, first, last);
        return { start, end, label };
      });
    return [{ at: places[row] ?? [0, 0], roles }];
  });
};

/**
 * The English Web Treebank with PropBank roles, UDS factuality and UNER names, sentence by sentence joined to documents.
 *
 * Sentences without roles go apart (`#unjoined`), so that none of their words counts as no predicate.
 */
export const readWebTreebank = (data: string, split: Split): readonly LabelledDocument[] => {
  const files = {
    names: join(data, 'uner-ewt', `en_ewt-ud-${split}.iob2`),
    roles: join(data, 'propbank-ewt', `${split}.conll.gz`),
    factuality: join(data, 'uds-factuality', `${split}.tsv`),
  };
  const roles = existsSync(files.roles) ? readRoles(files.roles) : new Map<string, Rows>();
  const factuality = existsSync(files.factuality) ? readFactuality(files.factuality) : new Map();
  // Where the names are not at hand, the words of the roles must do: then spaces go by rule.
  const sentences = existsSync(files.names)
    ? readNames(files.names)
    : new Map(
        [...roles].map(([name, rows]): [string, Sentence] => {
          const words = rows.map(([, word = '']) => word);
          return [name, { words, tags: words.map(() => 'O'), text: null }];
        }),
      );
  const groups = new Map<string, string[]>();
  for (const name of sentences.keys()) {
    const key = name.slice(0, name.lastIndexOf('-')) + (roles.has(name) ? '' : '#unjoined');
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  return [...groups].map(([group, members]) => {
    const build = new TextBuilder();
    const names: Labelled[] = [];
    const predicates: LabelledPredicate[] = [];
    const facts: { readonly at: Span; readonly value: number }[] = [];
    for (const member of members) {
      const { words, tags, text } = sentences.get(member) ?? { words: [], tags: [], text: null };
      build.gap(' ');
      const spaces = spacesBefore(text, words);
      const places = words.map((word, at) => build.token(word, spaces[at]));
      for (const { first, last, label } of runsOfTags(tags)) {
        const [start, end] = stretch(places, first, last);
        names.push({ start, end, label });
      }
      for (const { token, value } of factuality.get(member) ?? []) {
        const at = places[token - 1];
        if (at !== undefined) facts.push({ at, value });
      }
      const rows = roles.get(member);
      if (rows === undefined) continue;
      if (rows.length !== words.length) {
        throw new Error(`Expected ${words.length} tokens in ${member}, got ${rows.length}`);
      }
      predicates.push(...predicatesOf(rows, places));
    }
    const withRoles = group.endsWith('#unjoined') ? {} : { predicates };
    return { name: group, text: build.text, names, factuality: facts, ...withRoles };
  });
};
