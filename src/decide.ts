import type { CaseView } from './case-view.ts';
import { claimsOf, itemOf } from './find-item.ts';
import {
  BackchannelError,
  type Decision,
  type DecisionKind,
  type Entity,
  type Evidence,
  makeDecision,
  type Subject,
} from './model/index.ts';
import type { CaseStore } from './store/index.ts';
import { foldName } from './text/index.ts';

/** What somebody decides, in the words of whoever asks: a command, a desk. */
export interface DecisionRequest {
  readonly kind: DecisionKind;
  /**
   * What it is about: an id of the case (`entity-…`, `claim-…`, `meeting-…`, `decision-…`), the name of an entity, source or
   * document, `list:REF` for an entry of a list, `PATH: words` for the first place of some words in a document, or `PATH@START-END` for an exact one.
   */
  readonly about: readonly string[];
  /** Of `rate` the grade, of `note` its words, of `correct` what should stand in the claim (`date=2031-05-14`, `participant=NAME; NAME`); else null. */
  readonly value: string | null;
  readonly why: string | null;
  readonly by: string;
  /** UTC, as an ISO date and time: a clock is handed in. */
  readonly at: string;
}

/** What subjects each kind of decision is given; an item that is none of these is asked for what it stands on. */
type Wanted = 'mention' | 'claim' | 'source or claim' | 'anything' | 'decision' | 'hypothesis or claim';

const WANTED: Readonly<Record<DecisionKind, Wanted>> = {
  same: 'mention',
  different: 'mention',
  unsure: 'mention',
  confirm: 'claim',
  reject: 'claim',
  rate: 'source or claim',
  note: 'anything',
  undo: 'decision',
  suppose: 'anything',
  'hold-against': 'hypothesis or claim',
  correct: 'claim',
};

const notFound = (text: string, wanted: string, near: readonly string[]): BackchannelError =>
  new BackchannelError('decide/not-found', `Expected ${wanted}, found nothing called “${text}” in the case.`, {
    next:
      near.length > 0
        ? `Did you mean: ${near.slice(0, 5).join('; ')}?`
        : 'See what there is: backchannel show FILE entities, claims, findings, or journal FILE.',
  });

const wrongSort = (text: string, kind: DecisionKind, found: string): BackchannelError =>
  new BackchannelError('decide/wrong-subject', `Expected what ${kind} is about, found ${found}: ${text}.`, {
    next: 'same, different, unsure: entities or words in documents; confirm, reject, correct: claims, findings or rows; rate: a source with A to F or a claim with 1 to 6; undo: a decision.',
  });

/** The most places of an item that stands on no claims itself: a contradiction, a path, a gap. */
const MOST_PLACES = 8;

const namesOf = (entity: Entity): readonly string[] => [entity.name, ...entity.names.map(({ text }) => text)];

/** The place that stands for an entity: where its shown name is first written; any other would do while it is one bearer. */
const placeOf = (entity: Entity): Evidence | null =>
  entity.evidence.find(({ quote }) => foldName(quote).includes(foldName(entity.name))) ?? entity.evidence[0] ?? null;

/** Turns what was asked into places and names that outlive the case as it is now. */
class Subjects {
  readonly #view: CaseView;
  readonly #store: CaseStore;
  readonly #kind: DecisionKind;

  constructor(view: CaseView, store: CaseStore, kind: DecisionKind) {
    this.#view = view;
    this.#store = store;
    this.#kind = kind;
  }

  async of(text: string): Promise<readonly Subject[]> {
    const wanted = WANTED[this.#kind];
    if (wanted === 'decision') return this.#decision(text);
    const listed = wanted === 'mention' ? /^list:(\S+)(?:\s+\((.+)\))?$/s.exec(text) : null;
    if (listed !== null) return [{ kind: 'listed', entry: listed[1] ?? '', name: listed[2] ?? null }];
    if (wanted === 'hypothesis or claim') {
      const isHypothesis = (await this.#store.decisions()).some(({ id, kind }) => id === text && kind === 'suppose');
      return isHypothesis ? this.#decision(text) : this.#claimOnly(text);
    }
    const byId = await this.#byId(text, wanted);
    if (byId !== null) return byId;
    const placed = await this.#place(text);
    if (placed !== null) {
      if (wanted === 'claim') return this.#claimsAt(text, placed);
      if (wanted === 'source or claim') throw wrongSort(text, this.#kind, 'words in a document');
      return [{ kind: 'mention', evidence: placed }];
    }
    if (wanted === 'source or claim') return this.#source(text);
    if (wanted === 'claim') throw notFound(text, 'a claim, a finding or a row of a ledger', []);
    const document = wanted === 'anything' ? await this.#document(text) : null;
    if (document !== null) return [{ kind: 'document', document }];
    return [await this.#entity(text)];
  }

  async #claimOnly(text: string): Promise<readonly Subject[]> {
    const byId = await this.#byId(text, 'claim');
    if (byId !== null) return byId;
    const placed = await this.#place(text);
    if (placed === null) throw notFound(text, 'a hypothesis, a claim, a finding or a row of a ledger', []);
    return this.#claimsAt(text, placed);
  }

  async #decision(text: string): Promise<readonly Subject[]> {
    const known = (await this.#store.decisions()).find(({ id }) => id === text);
    if (known === undefined) throw notFound(text, 'the id of a decision', []);
    return [{ kind: 'decision', decision: known.id }];
  }

  async #byId(text: string, wanted: Wanted): Promise<readonly Subject[] | null> {
    if (wanted === 'anything' && (await this.#store.decisions()).some(({ id }) => id === text))
      return [{ kind: 'decision', decision: text }];
    const found = await itemOf(this.#view, text);
    if (found === null) return null;
    const [list, item] = found;
    if (list === 'documents') {
      if (wanted !== 'anything') throw wrongSort(text, this.#kind, 'a document');
      return [{ kind: 'document', document: text }];
    }
    if (list === 'entities') {
      const entity = item as Entity;
      if (wanted === 'claim') throw wrongSort(text, this.#kind, 'an entity');
      if (wanted === 'source or claim') return [{ kind: 'source', name: entity.name }];
      const evidence = placeOf(entity);
      return evidence === null ? null : [{ kind: 'mention', evidence }];
    }
    if (list === 'origins') {
      if (wanted !== 'source or claim' && wanted !== 'anything') throw wrongSort(text, this.#kind, 'an origin');
      return 'name' in item ? [{ kind: 'source', name: item.name }] : null;
    }
    if (wanted === 'mention') throw wrongSort(text, this.#kind, `an item of ${list}`);
    const claims = await Promise.all(claimsOf(list, item).map((id) => this.#view.item('claims', id)));
    const subjects = claims.flatMap((claim): readonly Subject[] => {
      const evidence = claim?.evidence[0];
      return claim === null || evidence === undefined
        ? []
        : // As it was read, so that what is decided of it before and after a correction is about one claim.
          [{ kind: 'claim', type: claim.type, evidence, says: claim.corrected?.text ?? claim.text }];
    });
    if (subjects.length > 0) return subjects;
    if (wanted !== 'anything') throw wrongSort(text, this.#kind, `an item of ${list} that stands on no claim itself`);
    if ('decision' in item && typeof item.decision === 'string') return [{ kind: 'decision', decision: item.decision }];
    const places = 'evidence' in item ? item.evidence.slice(0, MOST_PLACES) : [];
    if (places.length === 0) throw wrongSort(text, this.#kind, `an item of ${list} without a place in a text`);
    return places.map((evidence) => ({ kind: 'mention', evidence }));
  }

  /** `PATH@START-END`, or `PATH: words`. Null when the text begins with no document. */
  async #place(text: string): Promise<Evidence | null> {
    const exact = /^(.*)@(\d+)-(\d+)$/s.exec(text);
    const worded = /^(.*?):\s+(.+)$/s.exec(text);
    const path = (exact ?? worded)?.[1];
    const id = path === undefined ? null : await this.#document(path);
    const document = id === null ? null : await this.#store.document(id);
    if (document === null) return null;
    const [start, end] =
      exact !== null
        ? [Number(exact[2]), Number(exact[3])]
        : [
            document.text.indexOf(worded?.[2] ?? ''),
            document.text.indexOf(worded?.[2] ?? '') + (worded?.[2] ?? '').length,
          ];
    const quote = document.text.slice(start, end);
    if (start < 0 || quote === '' || quote.length !== end - start)
      throw new BackchannelError(
        'decide/no-such-words',
        `Expected ${exact === null ? `the words “${worded?.[2]}”` : `places ${start} to ${end}`} in ${path}, found none there.`,
        { next: 'Words must stand as they are in the document; places count UTF-16 code units of its stored text.' },
      );
    return { document: document.id, start, end, quote };
  }

  async #claimsAt(text: string, { document, start, end }: Evidence): Promise<readonly Subject[]> {
    const found: Subject[] = [];
    for await (const claim of this.#view.items('claims')) {
      const evidence = claim.evidence.find((one) => one.document === document && one.start < end && start < one.end);
      if (evidence !== undefined)
        found.push({ kind: 'claim', type: claim.type, evidence, says: claim.corrected?.text ?? claim.text });
    }
    if (found.length === 0) throw notFound(text, 'words that a claim stands on', []);
    return found;
  }

  /** By id, path or file name. */
  async #document(text: string): Promise<string | null> {
    const entries = await this.#store.entries();
    const isCalled = ({ id, paths }: (typeof entries)[number]): boolean =>
      id === text || paths.some((path) => path === text || path.slice(path.lastIndexOf('/') + 1) === text);
    const found = entries.filter(isCalled);
    if (found.length > 1)
      throw new BackchannelError('decide/ambiguous', `Expected one document, found ${found.length} called ${text}.`, {
        next: `Name it by its path or id: ${found.map(({ id, paths }) => paths[0] ?? id).join(', ')}.`,
      });
    return found[0]?.id ?? null;
  }

  async #entity(text: string): Promise<Subject> {
    const wanted = foldName(text);
    const found: Entity[] = [];
    const near: string[] = [];
    for await (const entity of this.#view.items('entities')) {
      const names = namesOf(entity).map(foldName);
      if (names.includes(wanted)) found.push(entity);
      else if (names.some((name) => name.includes(wanted) || wanted.includes(name)))
        near.push(`${entity.name} (${entity.id})`);
    }
    const [only] = found;
    if (only === undefined) throw notFound(text, 'an entity', near);
    if (found.length > 1)
      throw new BackchannelError('decide/ambiguous', `Expected one entity, found ${found.length} called “${text}”.`, {
        next: `Name one by its id: ${found.map(({ id, type }) => `${id} (${type})`).join(', ')}; or the place: "PATH: ${text}".`,
      });
    const evidence = placeOf(only);
    if (evidence === null) throw notFound(text, 'an entity with a place in a text', near);
    return { kind: 'mention', evidence };
  }

  async #source(text: string): Promise<readonly Subject[]> {
    const wanted = foldName(text);
    const near = new Set<string>();
    const look = (name: string | null): boolean => {
      const folded = foldName(name ?? '');
      if (folded === wanted && wanted !== '') return true;
      if (folded !== '' && (folded.includes(wanted) || wanted.includes(folded))) near.add(name ?? '');
      return false;
    };
    for await (const origin of this.#view.items('origins'))
      if (look(origin.name)) return [{ kind: 'source', name: origin.name }];
    for await (const entity of this.#view.items('entities'))
      for (const name of namesOf(entity)) if (look(name)) return [{ kind: 'source', name }];
    for await (const document of this.#view.items('documents'))
      if (look(document.outlet)) return [{ kind: 'source', name: document.outlet ?? text }];
    throw notFound(text, 'a source: an origin, an outlet or a person', [...near]);
  }
}

/**
 * Takes a decision: works out what it is about and adds it to the journal of the case.
 *
 * What is kept are places in texts and names, so that it holds whatever is read later. The case is derived anew by whoever
 * looks at it next.
 *
 * @returns The entry, and whether the journal did not have it yet.
 * @throws BackchannelError `decide/not-found`, `decide/ambiguous`, `decide/wrong-subject`, `decide/no-such-words`,
 *   `decide/not-allowed`, or a code of the store.
 */
export const decide = async (
  store: CaseStore,
  view: CaseView,
  request: DecisionRequest,
): Promise<{ readonly decision: Decision; readonly isNew: boolean }> => {
  const finder = new Subjects(view, store, request.kind);
  const subjects: Subject[] = [];
  for (const text of request.about) subjects.push(...(await finder.of(text)));
  const { kind, why, by, at } = request;
  let { value } = request;
  if (kind === 'correct') {
    const { wordCorrection } = await import('./decide-correction.ts');
    const worded = await wordCorrection(view, value ?? '', subjects);
    subjects.push(...worded.mentions);
    value = worded.value;
  }
  const once = [...new Map(subjects.map((subject) => [JSON.stringify(subject), subject])).values()];
  let decision: Decision;
  try {
    decision = makeDecision({ kind, value, why, by, at, subjects: once });
  } catch (cause) {
    const issues = (cause as { readonly issues?: readonly { readonly message: string }[] }).issues ?? [];
    throw new BackchannelError(
      'decide/not-allowed',
      `Expected a decision that can be taken, found: ${[...new Set(issues.map(({ message }) => message))].join('; ') || String(cause)}.`,
      { next: 'backchannel decide --help has examples of each kind.', cause },
    );
  }
  const [outcome] = await store.decide([decision]);
  return { decision, isNew: outcome === 'new' };
};
