import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';

export const FindingsView = (): ReactNode => <Page title="FindingsView">not built yet</Page>;
