import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';

export const DocumentsView = (): ReactNode => <Page title="DocumentsView">not built yet</Page>;
