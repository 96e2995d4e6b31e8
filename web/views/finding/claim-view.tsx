import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';

export const ClaimView = (): ReactNode => <Page title="ClaimView">not built yet</Page>;
