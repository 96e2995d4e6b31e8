import type { QueryClient } from '@tanstack/react-query';

/** What the desk says as it happens. */
export interface LiveEvent {
  readonly kind: string;
}

/** Listens to the desk: when the case has become another, all that is shown is asked for again; the rest is handed on as a browser event `desk:<kind>`. */
export const listenToDesk = (client: QueryClient): (() => void) => {
  const source = new EventSource('/api/v1/events');
  source.onmessage = ({ data }: MessageEvent<string>) => {
    const event = JSON.parse(data) as LiveEvent;
    if (event.kind === 'case') void client.invalidateQueries();
    if (event.kind === 'notices') void client.invalidateQueries({ queryKey: ['notices'] });
    window.dispatchEvent(new CustomEvent(`desk:${event.kind}`, { detail: event }));
  };
  return () => source.close();
};
