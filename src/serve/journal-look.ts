import { z } from '@hono/zod-openapi';
import {
  type CaseDecision,
  type CaseList,
  type Decision,
  DecisionKind,
  DecisionState,
  Evidence,
  inTime,
  type Subject,
} from '../model/index.ts';
import type { Snapshot } from './case-look.ts';

/** Things named in an entry; the rest is counted. */
const NAMED = 6;

/** An entry of the journal as pages show it. */
export const JournalEntry = z
  .object({
    id: z.string(),
    at: z.string().describe('UTC'),
    by: z.string(),
    kind: DecisionKind,
    value: z.string().nullable(),
    why: z.string().nullable(),
    state: z
      .enum([...DecisionState.options, 'pending'])
      .describe('What became of it; pending: it is kept, and the case is being put together with it'),
    reasons: z.array(z.string()),
    about: z
      .array(z.object({ list: z.string(), id: z.string().nullable(), text: z.string() }))
      .describe('What it bears on now, in words; an id leads to it'),
    more: z.int().describe('Things that it bears on besides'),
    evidence: z.array(Evidence).describe('The places it is about'),
    undo: z
      .object({ id: z.string(), at: z.string(), by: z.string(), why: z.string().nullable() })
      .nullable()
      .describe('Who took it back'),
  })
  .openapi('JournalEntry');
export type JournalEntry = z.infer<typeof JournalEntry>;

/** What was asked for when a decision was taken, by the id of the decision: for as long as the case does not know it. */
export type Asked = ReadonlyMap<string, readonly string[]>;

const wordsOf = (subject: Subject): string => {
  switch (subject.kind) {
    case 'claim':
      return subject.says;
    case 'mention':
      return subject.evidence.quote;
    case 'source':
      return subject.name;
    case 'document':
      return subject.document;
    case 'decision':
      return subject.decision;
    case 'listed':
      return subject.name ?? subject.entry;
  }
};

const LIST_OF: Readonly<Partial<Record<Subject['kind'], CaseList>>> = {
  claim: 'claims',
  mention: 'entities',
  source: 'origins',
  document: 'documents',
  decision: 'decisions',
};

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

const isAt = (subject: Subject, place: { readonly document: string; readonly start: number; readonly end: number }) =>
  'evidence' in subject &&
  subject.evidence.document === place.document &&
  subject.evidence.start < place.end &&
  place.start < subject.evidence.end;

/** The journal of a case, with what became of each entry in the case as it stands. */
export class JournalLook {
  readonly #now: Snapshot;
  readonly #journal: readonly Decision[];
  readonly #outcomes: ReadonlyMap<string, CaseDecision>;
  readonly #asked: Asked;
  readonly #undone = new Map<string, Decision>();

  private constructor(now: Snapshot, journal: readonly Decision[], outcomes: readonly CaseDecision[], asked: Asked) {
    this.#now = now;
    this.#journal = journal;
    this.#outcomes = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
    this.#asked = asked;
    for (const decision of journal)
      if (decision.kind === 'undo' && this.#outcomes.get(decision.id)?.state !== 'undone')
        for (const subject of decision.subjects)
          if (subject.kind === 'decision') this.#undone.set(subject.decision, decision);
  }

  static async of(now: Snapshot, journal: readonly Decision[], asked: Asked): Promise<JournalLook> {
    return new JournalLook(now, journal, await now.list('decisions'), asked);
  }

  /** Entries that the case as it stands does not know yet. */
  get pending(): number {
    return this.#journal.filter(({ id }) => !this.#outcomes.has(id)).length;
  }

  /** Newest first. */
  all(): readonly Decision[] {
    return this.#journal.toSorted((a, b) => inTime(b, a));
  }

  /**
   * Those that bear on something, newest first: an item by its id, with the claims it stands on, or a place in a document
   * (`DOCUMENT@START-END`).
   */
  async about(text: string): Promise<readonly Decision[]> {
    const place = /^(.+)@(\d+)-(\d+)$/.exec(text);
    if (place !== null) {
      const [, document = '', start, end] = place;
      const at = { document, start: Number(start), end: Number(end) };
      return this.all().filter(
        ({ id, subjects }) => subjects.some((subject) => isAt(subject, at)) || this.#asked.get(id)?.includes(text),
      );
    }
    const wanted = new Set([text]);
    const list = (await this.#now.line(text))?.list as CaseList | undefined;
    const item = list === undefined ? null : await this.#now.item(list, text);
    if (item !== null && list !== 'claims' && list !== 'entities') {
      const { claims, denials } = item as { readonly claims?: unknown; readonly denials?: unknown };
      for (const id of [...texts(claims), ...texts(denials)]) wanted.add(id);
    }
    return this.all().filter(
      ({ id }) =>
        this.#outcomes.get(id)?.items.some((one) => wanted.has(one)) ||
        this.#asked.get(id)?.some((one) => wanted.has(one)),
    );
  }

  async entry(decision: Decision): Promise<JournalEntry> {
    const { id, at, by, kind, value, why, subjects } = decision;
    const outcome = this.#outcomes.get(id);
    const about = await this.#about(subjects, outcome?.items ?? []);
    const undo = this.#undone.get(id);
    return {
      id,
      at,
      by,
      kind,
      value,
      why,
      state: undo !== undefined && outcome?.state !== 'undone' ? 'pending' : (outcome?.state ?? 'pending'),
      reasons: [...(outcome?.reasons ?? [])],
      about: about.slice(0, NAMED),
      more: Math.max(0, about.length - NAMED),
      evidence: subjects.flatMap((subject) => ('evidence' in subject ? [subject.evidence] : [])).slice(0, NAMED),
      undo: undo === undefined ? null : { id: undo.id, at: undo.at, by: undo.by, why: undo.why },
    };
  }

  /** Its items by name; where the case has none of them, what the entry itself says. The same words are said once. */
  async #about(subjects: readonly Subject[], items: readonly string[]): Promise<JournalEntry['about']> {
    const found = new Map<string, JournalEntry['about'][number]>();
    const put = (one: JournalEntry['about'][number]): void => {
      if (!found.has(one.text)) found.set(one.text, one);
    };
    const decisions = new Map(this.#journal.map((decision) => [decision.id, decision]));
    for (const id of items) {
      const other = decisions.get(id);
      const line = other === undefined ? await this.#now.line(id) : null;
      if (line !== null) put({ list: line.list, id, text: line.text });
    }
    for (const subject of subjects) {
      if (subject.kind === 'decision') {
        const other = decisions.get(subject.decision);
        const words =
          other === undefined ? [] : await this.#about(other.subjects, this.#outcomes.get(other.id)?.items ?? []);
        const text = other === undefined ? subject.decision : [other.kind, words[0]?.text ?? other.value].join(': ');
        put({ list: 'decisions', id: subject.decision, text });
      } else if (found.size === 0 || (subject.kind === 'mention' && items.length < subjects.length)) {
        const text =
          subject.kind === 'document'
            ? ((await this.#now.line(subject.document))?.text ?? wordsOf(subject))
            : wordsOf(subject);
        put({ list: LIST_OF[subject.kind] ?? '', id: null, text });
      }
    }
    return [...found.values()];
  }
}
