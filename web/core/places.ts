/** Where things of the case are looked at: one address for each. */

const LEDGER_OF: Readonly<Record<string, string>> = {
  meetings: 'meetings',
  proposals: 'proposals',
  stances: 'proposals',
  deals: 'deals',
  conditions: 'deals',
  money: 'deals',
  sanctions: 'sanctions',
  waivers: 'sanctions',
  ties: 'ties',
  interests: 'interests',
  tables: 'tables',
};

/** The path of the page on which an item is looked at. */
export const pathOf = (list: string, id: string): string => {
  if (list === 'documents' || list === 'findings' || list === 'entities') return `/${list}/${id}`;
  if (list === 'origins') return `/documents?origin=${encodeURIComponent(id)}`;
  if (list === 'claims' || list === 'contradictions') return `/${list}/${id}`;
  if (list === 'hypotheses') return `/hypotheses?row=${encodeURIComponent(id)}`;
  if (list === 'gaps' || list === 'decisions') return `/review?row=${encodeURIComponent(id)}`;
  const ledger = LEDGER_OF[list];
  return ledger === undefined ? '/' : `/ledgers/${ledger}?row=${encodeURIComponent(id)}`;
};

/** The place of a quote in its document. */
export const quotePath = (evidence: {
  readonly document: string;
  readonly start: number;
  readonly end: number;
}): string => `/documents/${evidence.document}?at=${evidence.start}-${evidence.end}`;
