import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';

export const FindingView = (): ReactNode => <Page title="FindingView">not built yet</Page>;
