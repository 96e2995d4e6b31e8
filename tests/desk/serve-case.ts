import { openCaseHost } from '../../src/backchannel.ts';
import { serveDesk } from '../../src/serve/index.ts';
import { builtPage } from './built-page.ts';

/** A desk that this process serves. */
export interface ServedDesk {
  /** As in `http://127.0.0.1:4000`. */
  readonly origin: string;
  readonly token: string;
  /** The whole address of a view, with what lets a new browser in. */
  address(path: string): string;
  close(): Promise<void>;
}

/** Serves the desk of a case file as `backchannel desk` does, on a free port, with the page as `web` has it now. */
export const serveCase = async (place: string): Promise<ServedDesk> => {
  const page = await builtPage();
  const host = await openCaseHost(place);
  if (!(await host.isCurrent())) await host.derive();
  const { port, token, close } = await serveDesk(host, {
    port: 0,
    page,
    by: 'ana',
    now: () => new Date(),
    version: '0.0.0-test',
  });
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    token,
    address: (path) => `${origin}${path}${path.includes('?') ? '&' : '?'}token=${token}`,
    close: async () => {
      await close();
      await host.close();
    },
  };
};
