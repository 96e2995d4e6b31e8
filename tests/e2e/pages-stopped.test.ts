import { afterAll, beforeAll, expect, it } from 'vitest';
import { openCase } from '../../src/backchannel.ts';
import { type LoopbackServer, serve } from '../loopback-server.ts';
import { ended, makeFolder, start, story } from './pile.ts';

const folder = makeFolder();
let isHanging = true;
let server: LoopbackServer;

beforeAll(async () => {
  server = await serve((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(404).end();
    else if (request.url === '/second' && isHanging) return;
    else response.writeHead(200, { 'content-type': 'text/plain' }).end(story(request.url === '/first' ? 1 : 2));
  });
});
afterAll(async () => {
  await server.close();
  folder.remove();
});

const reading = () => {
  const paths = ['/first', '/second'].map((path) => `${server.origin}${path}`);
  return start(['read', ...paths, '--case', 'talks.case', '--private-hosts'], folder.path());
};

const hasAsked = (path: string, times: number): Promise<void> =>
  expect
    .poll(() => server.asked.filter((asked) => asked === path).length, { timeout: 60_000, interval: 50 })
    .toBe(times)
    .then(() => undefined);

it('killed or interrupted while a host is silent, loses no page and has none twice when it is run again', async () => {
  const killed = reading();
  const end = ended(killed);
  await hasAsked('/second', 1);
  killed.kill('SIGKILL');
  expect((await end).signal).toBe('SIGKILL');

  const interrupted = reading();
  const stopped = ended(interrupted);
  await hasAsked('/second', 2);
  interrupted.kill('SIGINT');
  expect((await stopped).code).toBe(130);

  isHanging = false;
  expect((await ended(reading())).code).toBe(0);
  const store = await openCase(folder.path('talks.case'));
  const paths = (await store.entries()).flatMap((entry) => entry.paths);
  const captures = await store.captures();
  const faults: string[] = [];
  for await (const fault of store.faults()) faults.push(fault.reason);
  await store.close();
  expect(paths.sort()).toEqual([`${server.origin}/first`, `${server.origin}/second`]);
  for (const url of paths)
    expect(new Set(captures.flatMap(({ capture, document }) => (capture.url === url ? [document] : []))).size).toBe(1);
  expect(new Set(captures.map(({ capture }) => capture.id)).size).toBe(captures.length);
  expect(faults).toEqual([]);
}, 240_000);
