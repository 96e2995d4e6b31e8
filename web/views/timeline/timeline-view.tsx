import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';

export const TimelineView = (): ReactNode => <Page title="TimelineView">not built yet</Page>;
