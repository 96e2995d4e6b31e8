import { type QueryClient, useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { DecisionAnswer, JournalEntry, JournalPage, NewDecision } from '../../src/serve/index.ts';
import { get, post } from './api.ts';

/** A decision of this page: shown from the moment it is taken, whatever the desk is busy with. */
export interface OwnDecision {
  readonly key: number;
  /** What the bar that it was taken in is about. */
  readonly about: string;
  /** What it was taken on, in words. */
  readonly text: string;
  readonly request: NewDecision;
  readonly state: 'sending' | 'kept' | 'failed' | 'undoing' | 'undone';
  readonly at: number;
  readonly entry: JournalEntry | null;
  readonly error: unknown;
}

let own: readonly OwnDecision[] = [];
let next = 0;
const listeners = new Set<() => void>();

const set = (changed: readonly OwnDecision[]): void => {
  own = changed;
  for (const listener of listeners) listener();
};
const change = (key: number, changes: Partial<OwnDecision>): void =>
  set(own.map((one) => (one.key === key ? { ...one, ...changes } : one)));

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const ownNow = (): readonly OwnDecision[] => own;

/** All decisions taken on this page since it was opened, oldest first. */
export const useOwnDecisions = (): readonly OwnDecision[] => useSyncExternalStore(subscribe, ownNow);

const journalKey = (about: string) => ['journal', 'about', about] as const;

/** What was decided of an item or a place before, newest first. */
export const useJournalOf = (about: string) =>
  useQuery({
    queryKey: journalKey(about),
    queryFn: ({ signal }) => get<JournalPage>('/journal', { about, limit: 20 }, signal),
  });

const put = (client: QueryClient, about: string, entry: JournalEntry): void => {
  client.setQueryData<JournalPage>(journalKey(about), (page) =>
    page === undefined ? page : { ...page, total: page.total + 1, items: [entry, ...page.items] },
  );
  void client.invalidateQueries({ queryKey: ['journal'] });
};

/** What is on its way, so that it can be taken back before it has arrived. */
const onTheWay = new Map<number, Promise<void>>();

const send = (client: QueryClient, decision: OwnDecision): void => {
  const sent = sendNow(client, decision).finally(() => onTheWay.delete(decision.key));
  onTheWay.set(decision.key, sent);
};

const sendNow = async (client: QueryClient, { key, about, request }: OwnDecision): Promise<void> => {
  try {
    const { entry } = await post<DecisionAnswer>('/decisions', request);
    change(key, { state: 'kept', entry, error: null });
    put(client, about, entry);
  } catch (error) {
    change(key, { state: 'failed', error });
  }
};

/** Takes a decision. It shows at once; what could not be kept stays to be tried again. */
export const takeDecision = (client: QueryClient, about: string, text: string, request: NewDecision): void => {
  const taken: OwnDecision = {
    key: next++,
    about,
    text,
    request,
    state: 'sending',
    at: Date.now(),
    entry: null,
    error: null,
  };
  set([...own, taken]);
  send(client, taken);
};

export const tryAgain = (client: QueryClient, decision: OwnDecision): void => {
  change(decision.key, { state: 'sending', error: null });
  send(client, decision);
};

/** Gives up what could not be kept. */
export const giveUp = ({ key }: OwnDecision): void => set(own.filter((one) => one.key !== key));

/** The last decision of this page that can be taken back. */
export const lastOf = (decisions: readonly OwnDecision[]): OwnDecision | null =>
  decisions.findLast(({ state }) => state === 'kept' || state === 'sending') ?? null;

/** Takes back the last decision of this page. */
export const undoLast = async (client: QueryClient): Promise<void> => {
  const last = lastOf(own);
  if (last === null) return;
  await onTheWay.get(last.key);
  const id = own.find(({ key }) => key === last.key)?.entry?.id;
  if (id !== undefined) await undoEntry(client, id);
};

/** Takes an entry of the journal back. */
export const undoEntry = async (client: QueryClient, id: string): Promise<void> => {
  const mine = own.find(({ entry }) => entry?.id === id);
  if (mine !== undefined) change(mine.key, { state: 'undoing' });
  try {
    await post<DecisionAnswer>(`/decisions/${id}/undo`, {});
    if (mine !== undefined) change(mine.key, { state: 'undone', error: null });
  } catch (error) {
    if (mine !== undefined) change(mine.key, { state: 'kept', error });
    throw error;
  } finally {
    void client.invalidateQueries({ queryKey: ['journal'] });
  }
};

const DECIDED: Readonly<Record<JournalEntry['kind'], string>> = {
  same: 'Said to be the same',
  different: 'Kept apart',
  unsure: 'Left open whether they are the same',
  confirm: 'Confirmed',
  reject: 'Rejected',
  rate: 'Rated',
  note: 'Noted',
  undo: 'Taken back',
  suppose: 'Supposed',
  'hold-against': 'Held against a hypothesis',
  correct: 'Corrected:',
};

/** What was decided, as the first words of a sentence: "Rejected", "Rated B", "Corrected: date 2031-05-14". */
export const sayDecided = ({ kind, value }: { readonly kind: string; readonly value?: string | null | undefined }) => {
  const words = DECIDED[kind as JournalEntry['kind']] ?? kind;
  if (kind === 'correct') return `${words} ${(value ?? '').replace('=', ' ')}`;
  return kind === 'rate' || kind === 'hold-against' ? `${words} ${value ?? ''}` : words;
};

/** What became of a decision. */
export const BECAME: Readonly<Record<JournalEntry['state'], string>> = {
  standing: 'stands',
  undone: 'taken back',
  superseded: 'a later decision took its place',
  disagreed: 'others decided otherwise: open',
  overruled: 'overruled by a decision that keeps apart',
  'without-place': 'nothing in the case is at its place any more',
  pending: 'kept; the case is being put together',
};

const days = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** "23 Nov 2031, 14:02", where the reader is. */
export const sayMoment = (at: string): string => days.format(new Date(at));
