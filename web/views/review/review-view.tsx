import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';

export const ReviewView = (): ReactNode => <Page title="ReviewView">not built yet</Page>;
