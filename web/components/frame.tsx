import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { useCase } from '../core/case.ts';
import { useFilter } from '../core/filter.ts';
import { useKeys, useKeysNow } from '../core/keys.ts';
import { nextTheme, useTheme } from '../core/theme.ts';
import { AddDocuments } from './add-documents.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { Loading } from './states.tsx';

interface Place {
  readonly to: string;
  readonly title: string;
  readonly count: number | null;
  readonly key: string;
}

const THEME_WORDS = { system: 'as the system', light: 'light', dark: 'dark' } as const;

const placesOf = (head: ReturnType<typeof useCase>): readonly Place[] => {
  const count = (list: string): number => head.counts[list] ?? 0;
  const own = Object.entries(head.ledgers).filter(([name]) => head.counts[name] === undefined && count('tables') > 0);
  return [
    { to: '/', title: 'Front page', count: null, key: 'g h' },
    {
      to: '/timeline',
      title: 'Timeline',
      count: count('meetings') + count('proposals') + count('deals') + count('sanctions') + count('waivers'),
      key: 'g t',
    },
    { to: '/network', title: 'Network', count: count('ties'), key: 'g n' },
    { to: '/ledgers/meetings', title: 'Meetings', count: count('meetings'), key: 'g m' },
    { to: '/ledgers/proposals', title: 'Proposals', count: count('proposals'), key: 'g p' },
    { to: '/ledgers/deals', title: 'Deals', count: count('deals'), key: 'g d' },
    { to: '/ledgers/sanctions', title: 'Sanctions', count: count('sanctions') + count('waivers'), key: 'g s' },
    { to: '/ledgers/ties', title: 'Ties', count: count('ties'), key: 'g i' },
    { to: '/ledgers/interests', title: 'Interests', count: count('interests'), key: 'g w' },
    ...own.map(([name, { title }]) => ({ to: `/ledgers/${name}`, title: title ?? name, count: null, key: '' })),
    { to: '/findings', title: 'Findings', count: count('findings'), key: 'g f' },
    { to: '/entities', title: 'People, bodies', count: count('entities'), key: 'g e' },
    { to: '/documents', title: 'Documents', count: count('documents'), key: 'g o' },
    { to: '/hypotheses', title: 'Hypotheses', count: count('hypotheses'), key: 'g y' },
    { to: '/review', title: 'Review', count: null, key: 'g r' },
    { to: '/search', title: 'Search', count: null, key: 'g /' },
  ];
};

/** The folder of the view at a path: its sheet holds for it alone. Sheets stay once they are loaded, so two views may not share a name. */
const VIEW_OF: Readonly<Record<string, string>> = {
  '': 'front',
  findings: 'finding',
  claims: 'finding',
  contradictions: 'finding',
  entities: 'entity',
  documents: 'reader',
  compare: 'reader',
};

const viewOf = (path: string): string => {
  const first = path.split('/')[1] ?? '';
  return VIEW_OF[first] ?? first;
};

/** The rail with the views of the case, the keys at its foot, and the view beside it. */
export const Frame = (): ReactNode => {
  const head = useCase();
  const { filter } = useFilter();
  const navigate = useNavigate();
  const theme = useTheme();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const [isOpen, setOpen] = useState(false);
  const [isHelping, setHelping] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const places = placesOf(head);
  // biome-ignore lint/correctness/useExhaustiveDependencies: going anywhere closes the menu
  useEffect(() => setOpen(false), [path]);
  const go = (to: string): void => void navigate({ to, search: filter } as never);
  useKeys([
    { keys: '/', does: 'search', act: () => go('/search') },
    { keys: '?', does: 'show the keys', act: () => setHelping(true) },
    { keys: 'g l', does: 'light, dark, as the system', act: nextTheme },
    ...places.flatMap(({ to, title, key }) =>
      key === '' ? [] : [{ keys: key, does: `go to ${title}`, act: () => go(to) }],
    ),
  ]);
  const isHere = (to: string): boolean => (to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`));
  const documents = head.counts['documents'] ?? 0;
  return (
    <div className="frame">
      <a className="skip" href="#view">
        To the view
      </a>
      <div className="narrow-bar no-print">
        <button
          type="button"
          className="button"
          aria-expanded={isOpen}
          aria-controls="rail"
          onClick={() => setOpen(!isOpen)}
        >
          Views
        </button>
        <span className="name">{head.name}</span>
        <Link to="/search" search={filter as never} className="button">
          Search
        </Link>
      </div>
      <nav id="rail" className={`rail no-print ${isOpen ? 'open' : ''}`} aria-label="Views of the case">
        <div className="name">{head.name}</div>
        <div className="what">
          {documents} {documents === 1 ? 'document' : 'documents'} ·{' '}
          {head.origins.filter((origin) => origin.documents > 0).length} origins
        </div>
        {places.map(({ to, title, count }) => (
          <Link
            key={to}
            to={to}
            search={filter as never}
            className="place"
            aria-current={isHere(to) ? 'page' : undefined}
            activeProps={{}}
          >
            {title}
            {count === null ? null : <span className="count">{count.toLocaleString('en-GB')}</span>}
          </Link>
        ))}
        <RailFoot theme={THEME_WORDS[theme]} help={() => setHelping(true)} add={() => setAdding(true)} />
      </nav>
      <main className="view" data-view={viewOf(path)} id="view" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <AddDocuments isOpen={isAdding} close={() => setAdding(false)} />
      {isHelping ? <KeysDialog close={() => setHelping(false)} /> : null}
    </div>
  );
};

/** Keys of the view itself, then those that are always there. */
const RailFoot = ({
  theme,
  help,
  add,
}: {
  readonly theme: string;
  readonly help: () => void;
  readonly add: () => void;
}): ReactNode => {
  const own = useKeysNow()
    .filter(({ keys }) => !keys.startsWith('g ') && !['/', '?', 'a'].includes(keys))
    .slice(0, 8);
  return (
    <div className="foot">
      <p>
        <button type="button" className="button" onClick={add}>
          Add documents <kbd>a</kbd>
        </button>
      </p>
      {own.map(({ keys, does }) => (
        <div key={keys}>
          <kbd>{keys}</kbd> {does}
        </div>
      ))}
      <div>
        <kbd>/</kbd> search{' '}
        <button type="button" className="quiet" onClick={help}>
          <kbd>?</kbd> keys
        </button>
      </div>
      <button type="button" className="quiet" onClick={nextTheme}>
        Theme: {theme}
      </button>
      <div>Nothing leaves this machine</div>
    </div>
  );
};
