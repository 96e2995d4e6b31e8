import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';

export const CompareView = (): ReactNode => <Page title="CompareView">not built yet</Page>;
