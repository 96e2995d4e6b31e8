import { BackchannelError, type LedgerDefinitions } from '../../model/index.ts';
import type { Beat, Cues, FrameDefinition } from './beat.ts';
import type { BeatSource } from './beat-source.ts';
import { checkFrame, type Families, familyOf } from './check-frame.ts';
import { checkLedgers } from './check-ledgers.ts';
import { type BeatProblem, type Report, sayProblem, suggest } from './problem.ts';
import { type BeatParts, type Read, readSources } from './read-sources.ts';
import { joinLists, type Lists, takeInLists } from './take-in-lists.ts';

/** A beat before its lists are taken in: what another that extends it takes over. */
export interface BeatDraft {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly cast: string;
  readonly lists: Lists;
  readonly cues: Cues;
  readonly frames: readonly Read<FrameDefinition>[];
  readonly own: readonly string[];
  readonly ledgers: LedgerDefinitions;
}

/** What a beat is checked against. */
export interface BeatContext {
  /** The beat that it extends. */
  readonly base: BeatDraft | null;
  /** Frames of the shipped beat, by type; empty where the beat is that one. */
  readonly families: Families;
}

/** What came of checking a beat: the beat where there is no fault, else all faults in the order of files and lines. */
export interface CheckedBeat {
  readonly beat: Beat | null;
  readonly draft: BeatDraft | null;
  readonly problems: readonly BeatProblem[];
}

const ALONE: BeatContext = { base: null, families: new Map() };

/**
 * Makes a beat of the texts of its files: `beat.yaml`, `cues.yaml`, `ledgers.yaml` and `frames/*.yaml`, and finds all their faults.
 *
 * Frames come in order of their files, those taken over first. Lists (`@name`) are taken in where they are used.
 */
export const checkSources = (sources: readonly BeatSource[], context: BeatContext = ALONE): CheckedBeat => {
  const problems: BeatProblem[] = [];
  const report: Report = (place, message, next) => {
    const problem = { ...place, message, next };
    if (!problems.some((one) => sayProblem(one) === sayProblem(problem))) problems.push(problem);
  };
  const parts = readSources(sources, report);
  const draft = parts === null ? null : draftOf(parts, context, report);
  const beat = draft === null ? null : finish(draft, report);
  problems.sort(
    (a, b) => rank(a.path) - rank(b.path) || byCode(a.path, b.path) || a.line - b.line || a.column - b.column,
  );
  return problems.length === 0 ? { beat, draft, problems } : { beat: null, draft: null, problems };
};

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const rank = (path: string): number => (path === 'beat.yaml' ? 0 : path.startsWith('frames') ? 2 : 1);

/**
 * As {@link checkSources}.
 *
 * @throws BackchannelError `read/bad-beat` that names every fault with file, line and column.
 */
export const parseBeat = (sources: readonly BeatSource[], context: BeatContext = ALONE): Beat => {
  const { beat, problems } = checkSources(sources, context);
  if (beat !== null) return beat;
  throw badBeat(problems);
};

/** The error for a beat that cannot be used: its faults, a line each. */
export const badBeat = (problems: readonly BeatProblem[], folder: string | null = null): BackchannelError => {
  const [first] = problems;
  const lines = problems.map(sayProblem);
  const head =
    folder === null
      ? ''
      : `The beat in ${folder} has ${problems.length === 1 ? 'a fault' : `${problems.length} faults`}: `;
  return new BackchannelError('read/bad-beat', `${head}${lines.join(folder === null ? '\n' : ' | ')}`, {
    place: first === undefined ? '' : `${first.path}:${first.line}:${first.column}`,
    next:
      folder === null
        ? 'Mend it and read again; docs/beats.md describes the format.'
        : `Mend it; \`backchannel beat check ${folder}\` lists each fault on a line. docs/beats.md describes the format.`,
  });
};

const draftOf = (parts: BeatParts, { base, families }: BeatContext, report: Report): BeatDraft => {
  const { head, cues, ledgers, frames, broken } = parts;
  const own = new Map<string, Read<FrameDefinition>>();
  for (const frame of frames) {
    const { frame: name } = frame.value;
    const before = own.get(name);
    if (before !== undefined)
      report(
        frame.file.at(['frame']),
        `Expected a name that no other frame has, found "${name}", as in ${before.file.path}`,
        'Rename one, or join the two.',
      );
    own.set(name, before ?? frame);
    checkFrame(frame, families, report);
  }
  const below = base?.frames ?? [];
  for (const [i, name] of head.value['leave-out'].entries()) {
    if (below.some(({ value }) => value.frame === name)) continue;
    const found = base === null ? `"${name}" in a beat that extends none` : `"${name}"`;
    report(
      head.file.at(['leave-out', i]),
      `Expected a frame of the beat that it extends, found ${found}`,
      suggest(
        name,
        below.map(({ value }) => value.frame),
      ),
    );
  }
  const kept = below.filter(({ value: { frame } }) => !own.has(frame) && !head.value['leave-out'].includes(frame));
  const all = [...kept, ...frames];
  const ledgersBelow = Object.entries(base?.ledgers ?? {}).filter(
    ([, { of }]) => of === undefined || of.some((type) => all.some(({ value }) => value.frame === type)),
  );
  if (ledgers !== null)
    checkLedgers(
      ledgers,
      all.map(({ value }) => value),
      broken,
      report,
    );
  return {
    name: head.value.beat,
    title: head.value.title,
    description: head.value.description,
    cast: head.value.cast.trim() || (base?.cast ?? ''),
    lists: joinLists(head.value.lists, base?.lists ?? {}),
    cues: addCues(cues?.value ?? {}, base?.cues ?? null),
    frames: all,
    own: frames.map(({ value }) => value.frame),
    ledgers: { ...Object.fromEntries(ledgersBelow), ...ledgers?.value },
  };
};

type AddedCues = { readonly [Cue in keyof Cues]?: Cues[Cue] | undefined };

const addCues = (own: AddedCues, below: Cues | null): Cues => {
  const names = new Set([...Object.keys(below ?? {}), ...Object.keys(own)]) as ReadonlySet<keyof Cues>;
  const added = [...names].map(
    (name) => [name, [...new Set([...(below?.[name] ?? []), ...(own[name] ?? [])])]] as const,
  );
  return Object.fromEntries(added) as unknown as Cues;
};

const finish = (draft: BeatDraft, report: Report): Beat => {
  const { name, title, description, cast, cues, own, ledgers, lists } = draft;
  const frames = draft.frames.map((frame) =>
    takeInLists(frame, lists, own.includes(frame.value.frame) ? report : ignore),
  );
  return { name, title, description, cast, cues, own, ledgers, frames };
};

/** What is taken over was checked where it is from. */
const ignore: Report = () => undefined;

/** The type under which the frame's claims are grouped, weighed and listed: its family, or its own name. */
export const typeOf = (frame: FrameDefinition): string => familyOf(frame) ?? frame.frame;

/** The name under which the beat has a frame that is read as one of another type, as a property of what is read. */
export const ownName = (frame: FrameDefinition): { readonly frame?: string } =>
  typeOf(frame) === frame.frame ? {} : { frame: frame.frame };
