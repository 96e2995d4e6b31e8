import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';

export const EntityView = (): ReactNode => <Page title="EntityView">not built yet</Page>;
