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

/** Where a link leads: spread it into `<Link>`, or hand it to `navigate`. The filter of the page goes along by itself. */
export interface Place {
  readonly to: string;
  readonly search: Readonly<Record<string, string>>;
}

/** The page on which an item is looked at. */
export const placeOf = (list: string, id: string): Place => {
  if (['documents', 'findings', 'entities', 'claims', 'contradictions'].includes(list))
    return { to: `/${list}/${id}`, search: {} };
  if (list === 'origins') return { to: '/documents', search: { origin: id } };
  if (list === 'hypotheses') return { to: '/hypotheses', search: { row: id } };
  if (list === 'gaps' || list === 'decisions') return { to: '/review', search: { row: id } };
  const ledger = LEDGER_OF[list];
  return ledger === undefined ? { to: '/', search: {} } : { to: `/ledgers/${ledger}`, search: { row: id } };
};

/** The place of a quote in its document. */
export const quotePlace = (evidence: {
  readonly document: string;
  readonly start: number;
  readonly end: number;
}): Place => ({ to: `/documents/${evidence.document}`, search: { at: `${evidence.start}-${evidence.end}` } });
