import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';

export const ContradictionView = (): ReactNode => <Page title="ContradictionView">not built yet</Page>;
