import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/marks.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { ApiFailure } from './core/api.ts';
import { listenToDesk } from './core/live.ts';
import { startTheme } from './core/theme.ts';
import { makeRouter } from './router.tsx';

startTheme();
const client = new QueryClient({
  defaultOptions: {
    queries: {
      // The desk is on this machine: what it says stays so until it says that the case has changed.
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 2 && error instanceof ApiFailure && error.status === 0,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
listenToDesk(client);
const place = document.getElementById('desk');
if (place !== null)
  createRoot(place).render(
    <QueryClientProvider client={client}>
      <RouterProvider router={makeRouter(client)} />
    </QueryClientProvider>,
  );
