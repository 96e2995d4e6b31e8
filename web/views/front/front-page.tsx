import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';

export const FrontPage = (): ReactNode => <Page title="FrontPage">not built yet</Page>;
