import { request } from 'node:http';
import { parseFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Notice } from '../../src/model/index.ts';
import { type NoticesAnswer, type RunningDesk, serveDesk } from '../../src/serve/index.ts';
import { watchCase } from '../../src/serve/watch-case.ts';
import { type ExampleDesk, exampleDesk } from './example-desk.ts';

const notice = (i: number): Notice => ({
  id: `notice-${i}`,
  at: '2031-08-01T10:00:00.000Z',
  kind: 'origin',
  text: `A second origin <b>${i}</b>`,
  source: null,
  place: null,
  list: 'findings',
  item: 'finding-0123456789ab',
  from: 'one origin',
  to: '2 origins',
  documents: [],
  origins: ['The Hethby Ledger'],
});

let example: ExampleDesk;
let desk: RunningDesk;

const ask = (path: string): Promise<{ readonly status: number; readonly type: string; readonly body: string }> =>
  new Promise((done, fail) => {
    const sent = request({ host: '127.0.0.1', port: desk.port, path }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        body += part;
      });
      const type = response.headers['content-type'] ?? '';
      response.on('end', () => done({ status: response.statusCode ?? 0, type, body }));
    });
    sent.on('error', fail);
    sent.end();
  });

const told = async (...numbers: readonly number[]): Promise<void> => {
  await example.host.store.holdWatch('me', () => true);
  await example.host.store.noteWatch('me', [], numbers.map(notice));
};

beforeAll(async () => {
  example = await exampleDesk();
  const { by, now, version } = example.desk;
  desk = await serveDesk(example.host, { port: 0, page: '/nowhere', by, now, version });
});
afterAll(async () => {
  await desk.close();
  await example.close();
});

describe('notices on the desk', () => {
  it('are listed, the latest first, and told to the pages that are open', async () => {
    expect((await example.get<NoticesAnswer>('/notices')).items).toEqual([]);
    const heard = new Promise<number>((done) => {
      const end = example.desk.events.listen((event) => {
        if (event.kind !== 'notices') return;
        end();
        done(event.last);
      });
    });
    const stop = watchCase(example.desk, 50);
    await new Promise((done) => setTimeout(done, 400));
    await told(1, 2);
    const last = await heard;
    stop();
    const { items } = await example.get<NoticesAnswer>('/notices');
    expect(items.map(({ notice: { id }, label }) => [id, label])).toEqual([
      ['notice-2', 'Further origin'],
      ['notice-1', 'Further origin'],
    ]);
    expect(items[0]?.seq).toBe(last);
    expect((await example.get<NoticesAnswer>(`/notices?after=${items[1]?.seq}`)).items).toHaveLength(1);
  });

  it('are a feed that opens with a token of its own, which opens nothing else', async () => {
    await told(1, 2);
    const listed = await ask(`/api/v1/notices?token=${desk.token}`);
    const { feed }: NoticesAnswer = JSON.parse(listed.body);
    if (feed === null) throw new Error('expected the path of the feed');
    expect(feed).not.toContain(desk.token);
    const answer = await ask(feed);
    expect(answer).toMatchObject({ status: 200, type: 'application/atom+xml; charset=utf-8' });
    const parsed = parseFeed(answer.body);
    expect(parsed.format === 'atom' ? parsed.feed.entries?.[0] : null).toMatchObject({
      title: { value: 'A second origin <b>2</b>' },
      links: [{ href: `http://127.0.0.1:${desk.port}/findings/finding-0123456789ab` }],
    });
    const token = new URL(feed, 'http://127.0.0.1').searchParams.get('token');
    for (const path of ['/api/v1/notices', '/api/v1/case', '/', '/api/v1/notices.atom/'])
      expect([path, (await ask(`${path}?token=${token}`)).status]).toEqual([path, 401]);
    expect((await ask('/api/v1/notices.atom')).status).toBe(401);
  });
});
