import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';

export const ReaderView = (): ReactNode => <Page title="ReaderView">not built yet</Page>;
