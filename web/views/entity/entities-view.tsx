import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';

export const EntitiesView = (): ReactNode => <Page title="EntitiesView">not built yet</Page>;
