import { useEffect, useRef, useSyncExternalStore } from 'react';

/** A key with what it does, as the list of keys shows it. */
export interface KeyAct {
  readonly keys: string;
  readonly does: string;
  readonly act: () => void;
}

const known = new Set<readonly KeyAct[]>();
const listeners = new Set<() => void>();
let now: readonly KeyAct[] = [];

const changed = (): void => {
  now = [...known].flat();
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const keysNow = (): readonly KeyAct[] => now;

/** All keys that do something on this page now, in the order in which they were bound. */
export const useKeysNow = (): readonly KeyAct[] => useSyncExternalStore(subscribe, keysNow);

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** Enter and the space bar belong to a link or a button that has the focus. */
const isPressing = ({ key, target }: KeyboardEvent): boolean =>
  (key === 'Enter' || key === ' ') &&
  target instanceof Element &&
  target.closest('a[href], button, summary, [role="button"]') !== null;

/** Several keys one after the other ("g t") count as one when they come within this time. */
const CHORD_MS = 900;
let pending: { readonly key: string; readonly at: number } | null = null;

const onKey = (event: KeyboardEvent): void => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (isPressing(event)) return;
  if (document.querySelector('dialog[open]') !== null) return;
  const { key } = event;
  const chord = pending !== null && event.timeStamp - pending.at < CHORD_MS ? `${pending.key} ${key}` : null;
  const acts = [...keysNow()].reverse();
  const meant =
    (chord === null ? undefined : acts.find(({ keys }) => keys === chord)) ?? acts.find(({ keys }) => keys === key);
  pending = { key, at: event.timeStamp };
  if (meant === undefined) return;
  pending = null;
  event.preventDefault();
  meant.act();
};

let listening = 0;

/**
 * Binds keys for as long as the component is shown; the latest binding of a key wins. Keys do nothing while somebody types or a
 * dialog is open. Named as `event.key` has them ("j", "?", "Escape"), chords with a blank between ("g t").
 */
export const useKeys = (acts: readonly KeyAct[]): void => {
  const latest = useRef(acts);
  latest.current = acts;
  const shape = acts.map(({ keys, does }) => `${keys} ${does}`).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape stands for the acts; what they do is looked up when a key is pressed
  useEffect(() => {
    const own = latest.current.map(({ keys, does }, index) => ({
      keys,
      does,
      act: () => latest.current[index]?.act(),
    }));
    known.add(own);
    changed();
    if (listening++ === 0) document.addEventListener('keydown', onKey);
    return () => {
      known.delete(own);
      changed();
      if (--listening === 0) document.removeEventListener('keydown', onKey);
    };
  }, [shape]);
};
