import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCaseHost } from '../../src/backchannel.ts';
import type { CaseHost } from '../../src/case-host.ts';
import type { Desk } from '../../src/serve/desk.ts';
import { makeApi } from '../../src/serve/index.ts';
import { makeDesk } from '../../src/serve/make-desk.ts';
import { exampleCase } from './example-case.ts';

/** The API of a case without a socket. */
export interface ExampleDesk {
  readonly desk: Desk;
  readonly host: CaseHost;
  /** Asks the API; the answer must be one. @throws Error with what the API said when it is an error. */
  get<Answer>(path: string): Promise<Answer>;
  post<Answer>(path: string, body: unknown): Promise<Answer>;
  /** The answer as it is, with its status. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Resolves when the case was put together again and the pages are told. */
  renewed(): Promise<void>;
  close(): Promise<void>;
}

/** @param path A case file, which is copied; the example unless given. */
export const exampleDesk = async (path?: string, now: () => Date = () => new Date()): Promise<ExampleDesk> => {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-desk-'));
  const file = join(folder, 'example.case');
  copyFileSync(path ?? (await exampleCase()), file);
  const host = await openCaseHost(file);
  if (!(await host.isCurrent())) await host.derive();
  const desk = makeDesk(host, { by: 'Ada', now, version: '0.0.0' });
  const api = makeApi(desk);
  const ask = async (to: string, init?: RequestInit): Promise<Response> => api.request(to, init);
  const answered = async <Answer>(response: Response): Promise<Answer> => {
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
  };
  return {
    desk,
    host,
    ask,
    get: async (to) => answered(await ask(to)),
    post: async (to, body) =>
      answered(
        await ask(to, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        }),
      ),
    renewed: () =>
      new Promise((done) => {
        const stop = desk.events.listen(({ kind }) => {
          if (kind !== 'case') return;
          stop();
          done();
        });
      }),
    close: async () => {
      await host.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
