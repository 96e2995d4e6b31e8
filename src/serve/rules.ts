import { readFile } from 'node:fs/promises';
import { BackchannelError } from '../model/index.ts';

/** A numbered rule, as the specification of its room words it. */
export interface Rule {
  /** "W26", "S5": what reasons quote. */
  readonly number: string;
  readonly room: string;
  /** Heading under which it stands. */
  readonly under: string;
  /** One paragraph; words in backquotes are names of the case's fields and values. */
  readonly text: string;
}

const ROOMS = ['weigh', 'resolve'] as const;

const rulesIn = (room: string, text: string): readonly Rule[] => {
  const rules: Rule[] = [];
  let under = '';
  let lines: string[] = [];
  let number: string | null = null;
  const end = (): void => {
    if (number !== null) rules.push({ number, room, under, text: lines.join(' ').replace(/\s+/g, ' ').trim() });
    number = null;
    lines = [];
  };
  for (const line of text.split(/\r?\n/)) {
    const heading = /^##\s+(.+)$/.exec(line);
    const begun = /^- \*\*([A-Z]\d+)\*\*\s*(.*)$/.exec(line);
    if (heading !== null || begun !== null || line.trim() === '' || /^\S/.test(line)) end();
    if (heading !== null) under = heading[1] ?? '';
    else if (begun !== null) {
      number = begun[1] ?? null;
      lines = [begun[2] ?? ''];
    } else if (number !== null) lines.push(line.trim());
  }
  end();
  return rules;
};

let known: Promise<readonly Rule[]> | null = null;

const load = async (): Promise<readonly Rule[]> => {
  const all: Rule[] = [];
  for (const room of ROOMS) {
    let text: string;
    try {
      text = await readFile(new URL(`../${room}/SPEC.md`, import.meta.url), 'utf8');
    } catch (cause) {
      throw new BackchannelError('serve/no-rules', `Expected the rules of ${room} beside the program, found none.`, {
        next: 'Build it again: npm run build',
        cause,
      });
    }
    all.push(...rulesIn(room, text));
  }
  return all;
};

/**
 * The rules by which claims are weighed and names are joined, as the shipped specifications have them; in their order.
 *
 * @throws BackchannelError `serve/no-rules` when the specifications are not beside the program.
 */
export const listRules = (): Promise<readonly Rule[]> => {
  known ??= load().catch((error: unknown) => {
    known = null;
    throw error;
  });
  return known;
};
