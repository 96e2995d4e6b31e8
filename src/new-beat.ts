import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BackchannelError } from './model/index.ts';

/** The files of a small beat that works: it finds inspections, beside all that the beat "diplomacy" finds. */
const filesOf = (name: string, title: string): Readonly<Record<string, string>> => ({
  'beat.yaml': `# A beat: what a field of reporting is about, in words. No code. docs/beats.md tells all of it.
#   backchannel beat check DIR      finds what is wrong, with line and column
#   backchannel beat test DIR       reads the examples of the frames below
#   backchannel read PILE --case FILE --beat DIR
beat: ${name}
title: ${title}
description: Say here what it is for.
language: en
# What it takes over: frames, cues, word lists and ledgers. A frame, list or ledger of the same name takes the place of the one
# taken over; "leave-out" names frames that are not wanted. Without "extends" a beat needs a cues.yaml of its own.
extends: diplomacy
leave-out: []
# A paragraph read before each example, so that the reader knows who the people in them are.
cast: >-
  Ines Morrow is a harbour inspector of the Port Authority. The company Calder Shipping is based in the city of Lorne. The company
  Vantry Lines is based in the city of Brask. Morrow said so. Calder Shipping said so. Vantry Lines said so. The Port Authority
  said so.
# Word lists, taken into frames as "@name".
lists:
  premises: [terminal, warehouse, berth, vessel, ship, tanker, plant, depot, yard, office]
`,
  'frames/inspection.yaml': `# One frame a file: a typed event or relation, its roles, and the words that call it up.
frame: inspection
# With "as: deal" (or meeting, offer, stance, ownership, ...) it would be grouped, weighed and listed as that frame of the beat
# "diplomacy", and its roles would have to be among those of it. Without, it has a ledger of its own: see ledgers.yaml.
description: A body looks over a place, a vessel or a company.
roles:
  # "types" of mention that may fill a role; "words" that may head it whatever their type; "many" where there may be several.
  inspector: { types: [person, organization, publicBody], many: true }
  inspected: { types: [organization, facility, asset], words: ['@premises'] }
# The frame counts if one of these is met. What is missing costs less than what is wrong: ask for what makes the line useful.
needs: [{ inspector: 1, inspected: 1 }]
properties:
  # A value, and the words that set it: at the trigger, or as what governs it.
  outcome: { values: { passed: [pass, clear], failed: [fail] } }
verbs:
  # Base forms. "agent" is who does it, "theme" what it is done to, in active and passive alike.
  - words: [inspect, audit, look over]
    fill: { inspector: [agent], inspected: [theme] }
    # Does not count when one of these words heads what it is done to.
    not: { theme: [damage, wreckage, guard] }
  - words: [pass, fail]
    when: { theme: [inspection, audit] }
    fill: { inspected: [agent], inspector: [by] }
nouns:
  # "through": verbs that only carry the noun; whoever does them has part in it.
  - words: [inspection, audit]
    through: [carry out, conduct, hold, order, make]
    fill: { inspector: [agent, by, possessor], inspected: [of, at] }
# Sentences that must give the frame and sentences that must not: \`beat test\` reads them. The second kind matters more.
examples:
  finds:
    - The Port Authority inspected the terminal.
    - The warehouse was inspected by the Port Authority.
    - The Port Authority carried out an inspection of the tanker.
  finds-nothing:
    - Ines Morrow inspected the damage.
    - The inspection was short.
    - Ines Morrow passed the port.
`,
  'ledgers.yaml': `# What \`show FILE inspections\`, the brief and other tables print: columns in their order. "of" makes a ledger of the beat's own.
inspections:
  title: Inspections
  of: [inspection]
  columns:
    - { title: Inspected, shows: [inspected] }
    - { title: By, shows: [inspector] }
    - { title: When, shows: [date, dateWords] }
    # A part in braces is left out when there is nothing to fill it.
    - { title: Outcome, shows: ['{outcome}', status] }
`,
});

/**
 * Writes a small beat that passes `beat check` and `beat test`, to be changed.
 *
 * @returns The files that were written, in their order.
 * @throws BackchannelError `beat/exists` when the folder is there and not empty; `write/failed`; `cli/usage` for a name that is none.
 */
export const newBeat = async (
  folder: string,
  name: string,
  title: string | null = null,
): Promise<readonly string[]> => {
  const { shippedBeats } = await import('./read/index.ts');
  const usage = (message: string, next: string): BackchannelError =>
    new BackchannelError('cli/usage', message, { next });
  if (!/^[a-z][a-z-]*$/.test(name))
    throw usage(
      `Expected a name of small letters and hyphens after --name, found ${name}.`,
      'Try: backchannel beat new my-beat --name harbours',
    );
  if (shippedBeats().includes(name))
    throw usage(`Expected a name that no shipped beat has, found ${name}.`, `Shipped: ${shippedBeats().join(', ')}.`);
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? [] : null));
  if (there === null || there.length > 0)
    throw new BackchannelError(
      'beat/exists',
      `Expected an empty folder or none at ${folder}, found ${there === null ? 'something else' : 'files in it'}.`,
      { place: folder, next: 'Name another folder: nothing is written over.' },
    );
  const files = filesOf(name, title ?? name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' '));
  for (const [path, text] of Object.entries(files)) {
    const place = join(folder, path);
    try {
      await mkdir(dirname(place), { recursive: true });
      await writeFile(place, text, { flag: 'wx' });
    } catch (cause) {
      throw new BackchannelError('write/failed', `Expected to write ${place}, but it cannot be written.`, {
        place,
        next: 'Check the folder, who may write there, and how much room is left.',
        cause,
      });
    }
  }
  return Object.keys(files).map((path) => join(folder, path));
};
