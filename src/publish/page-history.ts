import { byText, type Capture } from '../model/index.ts';

/** A capture with the document whose text it shows; null where it shows none of its own. */
export interface SeenPage {
  readonly capture: Capture;
  readonly document: string | null;
}

/** For how long a page was seen as it was: between two looks nobody knows. */
export interface PageState {
  /** `shown`: a text of its own. `gone`: nothing at the address. `other`: something whose text is none, as an archive. */
  readonly kind: 'shown' | 'gone' | 'other';
  /** Of `shown`. */
  readonly document: string | null;
  readonly status: number;
  /** When it was seen so first and last. */
  readonly from: string;
  readonly to: string;
  readonly captures: number;
  /** Counts the texts that were seen, from 1; one that comes back has its old number. Null where no text was shown. */
  readonly version: number | null;
}

/** What became of a page, as far as it was looked at. */
export interface PageHistory {
  readonly url: string;
  /** In time, never empty; of two in a row that are the same one is made. */
  readonly states: readonly PageState[];
  /** How many different texts were seen. */
  readonly versions: number;
}

const kindOf = ({ capture, document }: SeenPage): PageState['kind'] => {
  if (document !== null) return 'shown';
  return capture.status >= 400 ? 'gone' : 'other';
};

/**
 * What became of each page.
 *
 * @param seen In time.
 * @returns Ordered by address.
 */
export const pageHistories = (seen: readonly SeenPage[]): readonly PageHistory[] => {
  const pages = new Map<string, PageState[]>();
  for (const one of seen) {
    const { url, at, status } = one.capture;
    const states = pages.get(url) ?? [];
    pages.set(url, states);
    const kind = kindOf(one);
    const last = states.at(-1);
    if (last !== undefined && last.kind === kind && last.document === one.document) {
      states[states.length - 1] = { ...last, status, to: at, captures: last.captures + 1 };
      continue;
    }
    const before = states.find(({ document }) => document !== null && document === one.document);
    const next = new Set(states.flatMap(({ document }) => document ?? [])).size + 1;
    const version = kind === 'shown' ? (before?.version ?? next) : null;
    states.push({ kind, document: one.document, status, from: at, to: at, captures: 1, version });
  }
  return [...pages]
    .map(([url, states]) => ({ url, states, versions: Math.max(0, ...states.map(({ version }) => version ?? 0)) }))
    .sort((a, b) => byText(a.url, b.url));
};

/** A state in words: `version 2`, `gone (status 410)`. */
export const sayState = ({ kind, version, status }: PageState): string => {
  if (kind === 'shown') return `version ${version}`;
  return kind === 'gone' ? `gone (status ${status})` : `no text of its own (status ${status})`;
};
