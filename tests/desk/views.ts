/** What is asked of the API to find the address of a view. */
type Ask = <Answer>(path: string) => Promise<Answer>;

/** A view of the desk, and where it is on a case. */
export interface View {
  /** For tests and for the names of pictures. */
  readonly name: string;
  /** Its address; of a view of one item that of the item with most documents. */
  readonly address: (ask: Ask) => Promise<string>;
}

interface Rows {
  readonly items: readonly {
    readonly id: string;
    readonly text: string;
    readonly documents: readonly string[];
    readonly claims: number;
  }[];
}

const rowsOf = async (ask: Ask, list: string): Promise<Rows['items']> => {
  const { items } = await ask<Rows>(`/lines/${list}?limit=200`);
  return [...items].sort(
    (a, b) => b.documents.length - a.documents.length || b.claims - a.claims || (a.id < b.id ? -1 : 1),
  );
};

const at = (name: string, address: string): View => ({ name, address: async () => address });

const ofItem = (name: string, list: string): View => ({
  name,
  address: async (ask) => {
    const [first] = await rowsOf(ask, list);
    if (first === undefined) throw new Error(`Expected the case to have ${list}.`);
    return `/${list}/${first.id}`;
  },
});

/** Every view of the desk. */
export const VIEWS: readonly View[] = [
  at('front page', '/'),
  at('timeline', '/timeline'),
  at('network', '/network'),
  ...['meetings', 'proposals', 'deals', 'sanctions', 'ties', 'interests'].map((name) => at(name, `/ledgers/${name}`)),
  at('findings', '/findings'),
  ofItem('finding', 'findings'),
  ofItem('claim', 'claims'),
  ofItem('contradiction', 'contradictions'),
  at('entities', '/entities'),
  ofItem('entity', 'entities'),
  at('documents', '/documents'),
  ofItem('reader', 'documents'),
  at('compare', '/compare'),
  at('hypotheses', '/hypotheses'),
  at('search', '/search'),
  {
    name: 'search found',
    address: async (ask) => {
      const [first] = await rowsOf(ask, 'entities');
      return `/search?q=${encodeURIComponent(first?.text ?? '')}`;
    },
  },
  at('review', '/review'),
];
