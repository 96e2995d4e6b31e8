import { useSyncExternalStore } from 'react';

/** Light, dark, or as the system has it. */
export type Theme = 'light' | 'dark' | 'system';

const KEY = 'backchannel-theme';
const THEMES: readonly Theme[] = ['system', 'light', 'dark'];
const listeners = new Set<() => void>();
const system = matchMedia('(prefers-color-scheme: dark)');

const stored = (): Theme => {
  const found = localStorage.getItem(KEY);
  return THEMES.find((theme) => theme === found) ?? 'system';
};

const apply = (): void => {
  const theme = stored();
  document.documentElement.dataset.theme = theme === 'system' ? (system.matches ? 'dark' : 'light') : theme;
  for (const listener of listeners) listener();
};

/** Puts the theme on before anything is shown, and keeps it as the system changes. */
export const startTheme = (): void => {
  apply();
  system.addEventListener('change', apply);
};

export const nextTheme = (): void => {
  localStorage.setItem(KEY, THEMES[(THEMES.indexOf(stored()) + 1) % THEMES.length] ?? 'system');
  apply();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The theme as chosen; pictures that are drawn on a canvas draw again when it changes. */
export const useTheme = (): Theme => useSyncExternalStore(subscribe, stored);

/** What is shown now. */
export const useIsDark = (): boolean =>
  useSyncExternalStore(subscribe, () => document.documentElement.dataset.theme === 'dark');
