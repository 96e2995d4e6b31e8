import { isFrameFamily } from '../../model/index.ts';
import type { FrameDefinition } from './beat.ts';
import { type Report, suggest } from './problem.ts';
import type { Read } from './read-sources.ts';

/** Frames of the shipped beat by type: a frame that is `as` one of them has its roles, and of its properties its values. */
export type Families = ReadonlyMap<string, FrameDefinition>;

/** Properties whose values are shown as they are; of the others the rooms after reading know each value. */
const FREE: ReadonlySet<string> = new Set([
  'deal.kind',
  'offer.kind',
  'clause.topic',
  'deal.amountOf',
  'offer.amountOf',
]);

/** The family of a frame: by `as`, or by its own name; null for a type of the beat's own. */
export const familyOf = ({ frame, as }: Pick<FrameDefinition, 'frame' | 'as'>): string | null =>
  as ?? (isFrameFamily(frame) ? frame : null);

/** Reports what a schema cannot see: roles, properties and values that are used and nowhere defined, or are not the family's. */
export const checkFrame = ({ value, file }: Read<FrameDefinition>, families: Families, report: Report): void => {
  const known = (kind: 'roles' | 'properties', name: string, keys: readonly PropertyKey[]): boolean => {
    const has = Object.hasOwn(value[kind], name);
    if (!has) {
      const what = kind === 'roles' ? 'a role' : 'a property';
      report(
        file.at(keys),
        `Expected ${what} of ${value.frame}, found "${name}"`,
        suggest(name, Object.keys(value[kind])),
      );
    }
    return has;
  };
  const checkNeeds = (needs: FrameDefinition['needs'], keys: readonly PropertyKey[]): void => {
    for (const [i, need] of needs.entries())
      for (const role of Object.keys(need)) known('roles', role, [...keys, i, role]);
  };
  const checkSettings = (settings: Readonly<Record<string, string>>, keys: readonly PropertyKey[]): void => {
    for (const [name, setting] of Object.entries(settings)) {
      const values = known('properties', name, [...keys, name]) ? value.properties[name]?.values : undefined;
      if (values === undefined || typeof values === 'string' || Object.hasOwn(values, setting)) continue;
      // Values without any words for them are open: "words" of a tie.
      if (Object.keys(values).length === 0) continue;
      report(
        file.at([...keys, name]),
        `Expected a value of ${name}, found "${setting}"`,
        suggest(setting, Object.keys(values)),
      );
    }
  };
  checkNeeds(value.needs, ['needs']);
  for (const [key, role] of Object.entries(value.contents ?? {}))
    if (role !== undefined) known('roles', role, ['contents', key]);
  for (const [name, { among = [] }] of Object.entries(value.roles))
    for (const [i, role] of among.entries()) known('roles', role, ['roles', name, 'among', i]);
  for (const [i, role] of (value.takes ?? []).entries()) known('roles', role, ['takes', i]);
  if (Object.hasOwn(value.properties, 'frame'))
    report(
      file.at(['properties', 'frame']),
      'Expected another name for a property, found "frame"',
      "The frame's own name is kept there.",
    );
  for (const [i, relation] of value.relations.entries()) {
    for (const role of Object.keys(relation.fill)) known('roles', role, ['relations', i, 'fill', role]);
    checkSettings(relation.set, ['relations', i, 'set']);
  }
  let triggers = value.relations.length;
  for (const kind of ['verbs', 'nouns', 'adjectives'] as const) {
    for (const [i, trigger] of value[kind].entries()) {
      triggers++;
      for (const role of Object.keys(trigger.fill)) known('roles', role, [kind, i, 'fill', role]);
      checkSettings(trigger.set, [kind, i, 'set']);
      checkSettings(trigger.refused ?? {}, [kind, i, 'refused']);
      checkSettings(trigger.held ?? {}, [kind, i, 'held']);
      for (const [k, name] of (trigger.must ?? []).entries()) known('properties', name, [kind, i, 'must', k]);
      checkNeeds(trigger.needs ?? [], [kind, i, 'needs']);
      if (trigger.words.length === 0)
        report(
          file.at([kind, i, 'words']),
          'Expected words that call the frame up, found an empty list',
          'Add a word, or take the trigger out.',
        );
    }
  }
  if (triggers === 0)
    report(
      file.at(['frame']),
      `Expected verbs, nouns, adjectives or relations that call ${value.frame} up, found none`,
      'Add a trigger.',
    );
  checkOtherwise(value, (keys, message, next) => report(file.at(keys), message, next));
  checkFamily({ value, file }, families, report);
};

const checkOtherwise = (
  { properties }: FrameDefinition,
  report: (keys: readonly PropertyKey[], message: string, next: string) => void,
): void => {
  for (const [name, { values, otherwise }] of Object.entries(properties)) {
    if (otherwise === undefined || typeof values === 'string') continue;
    const settings = typeof otherwise === 'string' ? [['', otherwise] as const] : Object.entries(otherwise);
    const known = Object.keys(values);
    for (const [status, setting] of settings) {
      // A value may be there for the case that no word says anything: "other".
      if (status === '' || setting === undefined || known.includes(setting)) continue;
      report(
        ['properties', name, 'otherwise', status],
        `Expected a value of ${name}, found "${setting}"`,
        suggest(setting, known),
      );
    }
  }
};

const checkFamily = ({ value, file }: Read<FrameDefinition>, families: Families, report: Report): void => {
  const name = familyOf(value);
  const family = name === null ? undefined : families.get(name);
  if (name === null || family === undefined || family === value) return;
  const why = value.as === undefined ? `"${name}" is a frame that Backchannel knows` : `it is "as: ${name}"`;
  for (const role of Object.keys(value.roles)) {
    if (Object.hasOwn(family.roles, role)) continue;
    report(
      file.at(['roles', role]),
      `Expected a role of ${name}, since ${why}, found "${role}"`,
      `${suggest(role, Object.keys(family.roles))} Or ${value.as === undefined ? 'rename the frame' : 'take out "as"'}.`,
    );
  }
  for (const [property, { values }] of Object.entries(value.properties)) {
    const known = family.properties[property]?.values;
    if (known === undefined || FREE.has(`${name}.${property}`)) continue;
    if (typeof values === 'string' || typeof known === 'string') {
      if (values !== known)
        report(
          file.at(['properties', property]),
          `Expected ${property} as in ${name}, found another kind of property`,
          'Rename it.',
        );
      continue;
    }
    const names = Object.keys(known);
    for (const setting of Object.keys(values)) {
      if (names.length === 0 || names.includes(setting)) continue;
      report(
        file.at(['properties', property, 'values', setting]),
        `Expected a value that ${property} has in ${name}, found "${setting}"`,
        suggest(setting, names),
      );
    }
  }
};
