import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';

export const HypothesesView = (): ReactNode => <Page title="HypothesesView">not built yet</Page>;
