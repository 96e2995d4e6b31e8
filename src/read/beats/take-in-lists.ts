import type { FrameDefinition, TriggerDefinition } from './beat.ts';
import { type Report, suggest } from './problem.ts';
import type { Read } from './read-sources.ts';
import type { YamlFile } from './yaml-file.ts';

export type Lists = Readonly<Record<string, readonly string[]>>;

/** Puts the words of a list in the place of its name, `@name`. */
export type Expand = (words: readonly string[], keys: readonly PropertyKey[]) => readonly string[];

/** Expands names of lists in a file; a name that is none is reported, and a list that names itself round about. */
export const expander = (lists: Lists, file: YamlFile, report: Report): Expand => {
  const expand = (
    words: readonly string[],
    keys: readonly PropertyKey[],
    within: readonly string[],
    isOwn: boolean,
  ): readonly string[] =>
    words.flatMap((word, i) => {
      if (!word.startsWith('@')) return [word];
      const name = word.slice(1);
      const place = file.at(isOwn ? [...keys, i] : keys);
      if (!Object.hasOwn(lists, name)) {
        report(
          place,
          `Expected the name of a list, found "${word}"`,
          suggest(
            word,
            Object.keys(lists).map((one) => `@${one}`),
          ),
        );
        return [];
      }
      if (within.includes(name)) {
        report(place, `Expected words, found the list "${word}" within itself`, 'Take it out of one of them.');
        return [];
      }
      return expand(lists[name] ?? [], keys, [...within, name], false);
    });
  return (words, keys) => expand(words, keys, [], true);
};

/** The lists of a beat over those of the beat that it extends: `@name` in a list of that very name is the one below. */
export const joinLists = (own: Lists, below: Lists): Lists => ({
  ...below,
  ...Object.fromEntries(
    Object.entries(own).map(([name, words]) => [
      name,
      words.flatMap((word) => (word === `@${name}` && Object.hasOwn(below, name) ? (below[name] ?? []) : [word])),
    ]),
  ),
});

/** A frame with all lists taken in. */
export const takeInLists = ({ value, file }: Read<FrameDefinition>, lists: Lists, report: Report): FrameDefinition => {
  const expand = expander(lists, file, report);
  const where = (
    map: Readonly<Record<string, readonly string[] | undefined>> | undefined,
    keys: readonly PropertyKey[],
  ): Record<string, readonly string[]> =>
    Object.fromEntries(Object.entries(map ?? {}).map(([key, words]) => [key, expand(words ?? [], [...keys, key])]));
  const each = <T extends TriggerDefinition>(kind: string, triggers: readonly T[]): T[] =>
    triggers.map((trigger, i) => ({
      ...trigger,
      words: expand(trigger.words, [kind, i, 'words']),
      when: where(trigger.when, [kind, i, 'when']),
      not: where(trigger.not, [kind, i, 'not']),
      ...(trigger.beside === undefined ? {} : { beside: expand(trigger.beside, [kind, i, 'beside']) }),
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
        typeof property.values === 'string'
          ? property
          : { ...property, values: where(property.values, ['properties', name, 'values']) },
      ]),
    ),
    verbs: each('verbs', value.verbs),
    nouns: each('nouns', value.nouns),
    adjectives: each('adjectives', value.adjectives),
  };
};
