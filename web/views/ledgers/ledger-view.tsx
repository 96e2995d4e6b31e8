import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';

export const LedgerView = (): ReactNode => <Page title="LedgerView">not built yet</Page>;
