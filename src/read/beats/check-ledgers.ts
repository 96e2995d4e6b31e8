import {
  fieldsIn,
  fieldsOf,
  LEDGER_ROWS,
  LEDGERS,
  type Ledger,
  type LedgerDefinition,
  type LedgerDefinitions,
  WORKED_OUT_FIELDS,
} from '../../model/index.ts';
import type { FrameDefinition } from './beat.ts';
import { familyOf } from './check-frame.ts';
import { type Report, suggest } from './problem.ts';
import type { Read } from './read-sources.ts';

/** Fields of every row of a ledger of the beat's own, besides the roles and properties of its frames. */
const ROW_FIELDS = ['date', 'dateWords', 'duration', 'status', 'polarity', 'certainty', 'conditions', 'type'];

/** Rows of a beat's own ledgers are shown under its name, not as the list that holds them all. */
const isBuiltIn = (name: string): name is Ledger => (LEDGERS as readonly string[]).includes(name) && name !== 'tables';

/** Words that `show FILE` takes for something else. */
const TAKEN = [
  'documents',
  'origins',
  'entities',
  'claims',
  'findings',
  'contradictions',
  'gaps',
  'hypotheses',
  'decisions',
  'tables',
];

/** Reports columns that name no field of their rows, and ledgers of frames that the beat does not have. */
export const checkLedgers = (
  { value, file }: Read<LedgerDefinitions>,
  frames: readonly FrameDefinition[],
  broken: ReadonlySet<string>,
  report: Report,
): void => {
  const listed = new Map<string, string>();
  for (const [name, ledger] of Object.entries(value)) {
    if (TAKEN.includes(name)) {
      report(
        file.at([name]),
        `Expected a name for the ledger, found "${name}", which is a list of every case`,
        'Rename it.',
      );
      continue;
    }
    if (isBuiltIn(name) && ledger.of !== undefined) {
      report(
        file.at([name, 'of']),
        `Expected no "of" for ${name}, which is built in`,
        'Take it out, or rename the ledger.',
      );
      continue;
    }
    if (!isBuiltIn(name) && ledger.of === undefined) {
      report(
        file.at([name]),
        `Expected a ledger that is built in, or "of" with frames of this beat, found "${name}" without`,
        `${suggest(name, LEDGERS.filter(isBuiltIn))} Or add "of: [frame]".`,
      );
      continue;
    }
    for (const [i, type] of (ledger.of ?? []).entries()) {
      const frame = frames.find((one) => one.frame === type);
      const place = file.at([name, 'of', i]);
      if (frame === undefined) {
        const own = frames.filter((one) => familyOf(one) === null).map((one) => one.frame);
        if (!broken.has(type)) report(place, `Expected a frame of this beat, found "${type}"`, suggest(type, own));
      } else if (familyOf(frame) !== null)
        report(
          place,
          `Expected a frame that no built-in ledger lists, found "${type}", which is a ${familyOf(frame)}`,
          'Take it out, or take "as" out of the frame.',
        );
      else if (listed.has(type))
        report(
          place,
          `Expected a frame that no other ledger lists, found "${type}", which ${listed.get(type)} has`,
          'Take it out of one.',
        );
      listed.set(type, name);
    }
    if ((ledger.of ?? []).some((type) => broken.has(type))) continue;
    const fields = isBuiltIn(name) ? fieldsOf(LEDGER_ROWS[name]) : ownFields(ledger, frames);
    checkColumns(ledger, [...fields, ...WORKED_OUT_FIELDS], (keys, message, next) =>
      report(file.at([name, 'columns', ...keys]), message, next),
    );
  }
};

const ownFields = ({ of = [] }: LedgerDefinition, frames: readonly FrameDefinition[]): readonly string[] => [
  ...new Set(
    frames
      .filter(({ frame }) => of.includes(frame))
      .flatMap(({ roles, properties }) => [...Object.keys(roles), ...Object.keys(properties)]),
  ),
  ...ROW_FIELDS,
];

const checkColumns = (
  { columns }: LedgerDefinition,
  fields: readonly string[],
  report: (keys: readonly PropertyKey[], message: string, next: string) => void,
): void => {
  const check = (part: string, within: string | null, keys: readonly PropertyKey[]): void => {
    for (const field of fieldsIn(part)) {
      const bare = field.replace(/^#/, '');
      const path = within === null ? bare : `${within}.${bare}`;
      if (fields.includes(path) || (WORKED_OUT_FIELDS as readonly string[]).includes(bare)) continue;
      const start = within === null ? '' : `${within}.`;
      const near = fields.filter((one) => one.startsWith(start) && !one.slice(start.length).includes('.'));
      report(
        keys,
        `Expected a field of the row, found "${field}"`,
        suggest(
          bare,
          near.map((one) => one.slice(start.length)),
        ),
      );
    }
  };
  for (const [i, { shows }] of columns.entries()) {
    for (const [k, part] of shows.entries()) {
      if (typeof part === 'string') check(part, null, [i, 'shows', k]);
      else if (!fields.includes(part.each)) check(part.each, null, [i, 'shows', k, 'each']);
      else check(part.say, part.each, [i, 'shows', k, 'say']);
    }
  }
};
