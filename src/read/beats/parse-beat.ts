import { isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { BackchannelError, LedgerDefinitions } from '../../model/index.ts';
import { type Beat, BeatFile, Cues, FrameDefinition, type TriggerDefinition } from './beat.ts';

/** A file of a beat's folder: its path as shown in errors, relative to that folder, and its text. */
export interface BeatSource {
  readonly path: string;
  readonly text: string;
}

/**
 * Makes a beat of the texts of its files: `beat.yaml`, `cues.yaml` and `frames/*.yaml`.
 *
 * Frames come in order of their names. Lists (`@name`) are taken in where they are used.
 *
 * @throws BackchannelError `read/bad-beat` with file and line when a file is missing, is no YAML, or says something that
 * the format does not know (also: a role, list or property that is used and nowhere defined).
 */
export const parseBeat = (sources: readonly BeatSource[]): Beat => {
  const one = (path: string): BeatSource => {
    const source = sources.find((candidate) => candidate.path === path);
    if (source === undefined) throw problem(path, null, `a beat needs the file ${path}, and it is not there`);
    return source;
  };
  const head = parse(one('beat.yaml'), BeatFile);
  const cues = parse(one('cues.yaml'), Cues);
  const files = sources
    .filter(({ path }) => /^frames\/[^/]+\.ya?ml$/.test(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  if (files.length === 0) throw problem('frames', null, 'a beat needs at least one file frames/<frame>.yaml');
  const frames = files.map((file) => takeInLists(file, check(file, parse(file, FrameDefinition)), head.value.lists));
  const ledgers = sources.find(({ path }) => path === 'ledgers.yaml');
  return {
    name: head.value.beat,
    title: head.value.title,
    description: head.value.description,
    cast: head.value.cast.trim(),
    cues: cues.value,
    frames,
    ledgers: ledgers === undefined ? {} : parse(ledgers, LedgerDefinitions).value,
  };
};

interface Parsed<T> {
  readonly value: T;
  /** The line of a value, by its path of keys. */
  readonly lineOf: (path: readonly PropertyKey[]) => number | null;
}

const parse = <T>(source: BeatSource, schema: z.ZodType<T>): Parsed<T> => {
  const counter = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: counter, uniqueKeys: true });
  const broken = document.errors[0];
  if (broken !== undefined) {
    throw problem(source.path, counter.linePos(broken.pos[0]).line, broken.message.split('\n')[0] ?? 'is no YAML');
  }
  const lineOf = (path: readonly PropertyKey[]): number | null => {
    for (let length = path.length; length >= 0; length--) {
      const node = nodeAt(document.contents, path.slice(0, length));
      if (node?.range != null) return counter.linePos(node.range[0]).line;
    }
    return null;
  };
  const result = schema.safeParse(document.toJS());
  if (!result.success) {
    const issue = result.error.issues[0];
    const path = issue?.path ?? [];
    throw problem(source.path, lineOf(path), `${path.map(String).join('.') || 'the file'}: ${issue?.message}`);
  }
  return { value: result.data, lineOf };
};

const nodeAt = (root: Node | null, path: readonly PropertyKey[]): Node | null => {
  let at: unknown = root;
  for (const [depth, key] of path.entries()) {
    if (isMap(at)) {
      const pair = at.items.find((item) => isScalar(item.key) && item.key.value === key);
      // The last key's own place says more than the place of its value.
      if (depth === path.length - 1 && pair !== undefined && isScalar(pair.key)) return pair.key;
      at = pair?.value;
    } else if (at !== null && typeof at === 'object' && 'items' in at && typeof key === 'number') {
      at = (at.items as readonly unknown[])[key];
    } else return null;
  }
  return (at ?? null) as Node | null;
};

/** What a schema cannot say: roles and properties that triggers use are defined in the frame. */
const check = (source: BeatSource, parsed: Parsed<FrameDefinition>): Parsed<FrameDefinition> => {
  const { value, lineOf } = parsed;
  const known = (kind: 'roles' | 'properties', name: string, path: readonly PropertyKey[]): void => {
    if (!Object.hasOwn(value[kind], name)) {
      const names = Object.keys(value[kind]).join(', ');
      throw problem(source.path, lineOf(path), `"${name}" is none of the ${kind} of ${value.frame} (${names})`);
    }
  };
  const checkNeeds = (needs: FrameDefinition['needs'], path: readonly PropertyKey[]): void => {
    for (const [i, need] of needs.entries())
      for (const role of Object.keys(need)) known('roles', role, [...path, i, role]);
  };
  checkNeeds(value.needs, ['needs']);
  for (const [i, relation] of value.relations.entries()) {
    for (const role of Object.keys(relation.fill)) known('roles', role, ['relations', i, 'fill', role]);
    for (const name of Object.keys(relation.set)) known('properties', name, ['relations', i, 'set', name]);
  }
  for (const kind of ['verbs', 'nouns', 'adjectives'] as const) {
    for (const [i, trigger] of value[kind].entries()) {
      for (const role of Object.keys(trigger.fill)) known('roles', role, [kind, i, 'fill', role]);
      for (const role of Object.keys(trigger.also ?? {})) known('roles', role, [kind, i, 'also', role]);
      for (const [name, setting] of [...Object.entries(trigger.set), ...Object.entries(trigger.refused ?? {})]) {
        known('properties', name, [kind, i, 'set', name]);
        const values = value.properties[name]?.values;
        if (values !== undefined && values !== 'number' && !Object.hasOwn(values, setting)) {
          const all = Object.keys(values).join(', ');
          throw problem(
            source.path,
            lineOf([kind, i, 'set', name]),
            `"${setting}" is none of the values of ${name} (${all})`,
          );
        }
      }
      for (const name of trigger.must ?? []) known('properties', name, [kind, i, 'must']);
      checkNeeds(trigger.needs ?? [], [kind, i, 'needs']);
    }
  }
  return parsed;
};

type Lists = Readonly<Record<string, readonly string[]>>;

const takeInLists = (source: BeatSource, { value, lineOf }: Parsed<FrameDefinition>, lists: Lists): FrameDefinition => {
  const expand = (words: readonly string[], path: readonly PropertyKey[]): readonly string[] =>
    words.flatMap((word, i) => {
      if (!word.startsWith('@')) return [word];
      const list = lists[word.slice(1)];
      if (list === undefined)
        throw problem(source.path, lineOf([...path, i]), `there is no list "${word}" in beat.yaml`);
      return expand(list, path);
    });
  const where = (map: TriggerDefinition['when'], path: readonly PropertyKey[]): Record<string, readonly string[]> =>
    Object.fromEntries(Object.entries(map ?? {}).map(([key, words]) => [key, expand(words ?? [], [...path, key])]));
  const each = <T extends TriggerDefinition>(kind: string, triggers: readonly T[]): T[] =>
    triggers.map((trigger, i) => ({
      ...trigger,
      words: expand(trigger.words, [kind, i, 'words']),
      when: where(trigger.when, [kind, i, 'when']),
      not: where(trigger.not, [kind, i, 'not']),
      ...(trigger.through === undefined ? {} : { through: expand(trigger.through, [kind, i, 'through']) }),
    }));
  return {
    ...value,
    roles: Object.fromEntries(
      Object.entries(value.roles).map(([name, role]) => [
        name,
        role.words === undefined ? role : { ...role, words: expand(role.words, ['roles', name, 'words']) },
      ]),
    ),
    properties: Object.fromEntries(
      Object.entries(value.properties).map(([name, property]) => [
        name,
        property.values === 'number'
          ? property
          : { ...property, values: where(property.values, ['properties', name, 'values']) },
      ]),
    ),
    verbs: each('verbs', value.verbs),
    nouns: each('nouns', value.nouns),
    adjectives: each('adjectives', value.adjectives),
  };
};

const problem = (path: string, line: number | null, message: string): BackchannelError =>
  new BackchannelError('read/bad-beat', `${path}${line === null ? '' : `:${line}`}: ${message}`, {
    place: line === null ? path : `${path}:${line}`,
    next: 'Mend the file and read again; docs/beats.md describes the format.',
  });
