import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';

export const SearchView = (): ReactNode => <Page title="SearchView">not built yet</Page>;
