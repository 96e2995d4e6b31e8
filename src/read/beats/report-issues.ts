import type { z } from 'zod';
import { either, type Report, suggest } from './problem.ts';
import type { YamlFile } from './yaml-file.ts';

/** A value as it is shown in a message. */
export const shown = (value: unknown): string => {
  if (value === undefined) return 'none';
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'keys and values';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}..."` : text;
};

const KINDS: Readonly<Record<string, string>> = {
  string: 'words',
  array: 'a list',
  object: 'keys and values',
  record: 'keys and values',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
};

type Issue = z.core.$ZodIssue;

const valueAt = (value: unknown, keys: readonly PropertyKey[]): unknown =>
  keys.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  );

/** Of a choice between shapes the faults of the one that comes nearest to what is there. */
const nearest = (issue: Extract<Issue, { code: 'invalid_union' }>): readonly Issue[] | null => {
  const depth = (issues: readonly Issue[]): number => Math.max(0, ...issues.map(({ path }) => path.length));
  const ranked = [...issue.errors].sort((a, b) => depth(b) - depth(a));
  const [best] = ranked;
  return best !== undefined && depth(best) > 0 ? best : null;
};

const expectedBy = (issue: Issue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return KINDS[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return either(issue.values.map((value) => `"${String(value)}"`));
    case 'invalid_union':
      return either([...new Set(issue.errors.flatMap((issues) => issues.slice(0, 1).map(expectedBy)))]);
    case 'too_small':
      return issue.origin === 'array'
        ? `at least ${issue.minimum} in the list`
        : issue.origin === 'string'
          ? 'words'
          : `at least ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string' ? `at most ${issue.maximum} characters` : `at most ${issue.maximum}`;
    case 'invalid_format':
      return issue.message.startsWith('Invalid') ? 'another form' : issue.message;
    default:
      return issue.message;
  }
};

/** Reports what a schema says against a file, each fault at its own place. */
export const reportIssues = (
  file: YamlFile,
  issues: readonly Issue[],
  report: Report,
  keysOf: (path: readonly PropertyKey[]) => readonly string[],
  base: readonly PropertyKey[] = [],
): void => {
  for (const issue of issues) {
    const path = [...base, ...issue.path];
    const name = path.map(String).join('.');
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const where = name === '' ? 'of this file' : `of ${name}`;
        report(
          file.at([...path, key]),
          `Expected one of the keys ${where}, found "${key}"`,
          suggest(key, keysOf(path)),
        );
      }
      continue;
    }
    if (issue.code === 'invalid_union') {
      const inner = nearest(issue);
      if (inner !== null) {
        reportIssues(file, inner, report, keysOf, path);
        continue;
      }
    }
    if (issue.code === 'invalid_key') {
      const key = path.at(-1);
      const expected = issue.issues.map(expectedBy)[0] ?? 'another name';
      report(file.at(path), `Expected a name (${expected}), found "${String(key)}"`, 'Rename it.');
      continue;
    }
    const found = valueAt(file.value, path);
    if (found === undefined && path.length > 0) {
      const of = path.slice(0, -1).map(String).join('.');
      report(
        file.at(path.slice(0, -1)),
        `Expected the key "${String(path.at(-1))}"${of === '' ? '' : ` in ${of}`} (${expectedBy(issue)}), found none`,
        'Add it.',
      );
      continue;
    }
    const where = name === '' ? '' : ` as ${name}`;
    const known = issue.code === 'invalid_value' && typeof found === 'string' ? issue.values.map(String) : null;
    const many = known !== null && known.length > 6;
    report(
      file.at(path),
      `Expected ${many ? 'a name that is known' : expectedBy(issue)}${where}, found ${shown(found)}`,
      known === null ? 'See docs/beats.md.' : suggest(String(found), known),
    );
  }
};
