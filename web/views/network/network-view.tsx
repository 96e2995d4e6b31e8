import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';

export const NetworkView = (): ReactNode => <Page title="NetworkView">not built yet</Page>;
