import { describe, expect, it } from 'vitest';
import { knownOf } from '../../../tests/known-of.ts';
import { recognisedIn } from '../../../tests/network.ts';
import { outletByName } from '../../text/index.ts';
import { findCitations } from './index.ts';

const cited = async (text: string, outlet: string | null = null): Promise<readonly string[]> => {
  const known = knownOf(text, '2031-05-20', await recognisedIn(text));
  const document = { ...known.document, outlet };
  return findCitations({ ...known, document }, (name) => outletByName(name) !== null).map(
    ({ kind, outlet: [start, end], by }) =>
      `${kind} ${text.slice(start, end)}${by === null ? '' : ` by ${text.slice(by[0], by[1])}`}`,
  );
};

describe('findCitations', () => {
  it.each<[string, string]>([
    ['The envoy met the banker in Lorne, the Marrow Herald reported on Monday.', 'cites Marrow Herald'],
    ['The envoy met the banker in Lorne, according to the Marrow Herald.', 'cites Marrow Herald'],
    ['The newspaper Lantern wrote that the envoy met the banker.', 'cites Lantern'],
    [
      'The envoy met the banker, the Harbour Gazette reports, citing the Marrow Herald.',
      'cites Marrow Herald by Harbour Gazette',
    ],
    ['Marrow Herald reporters spent six months on the trail of the envoy.', 'cites Marrow Herald'],
    ['The envoy had met the banker before, the Marrow Herald reported last month.', 'earlier Marrow Herald'],
    ['This article was originally published by the Marrow Herald.', 'republishes Marrow Herald'],
  ])('finds in "%s" %s', async (text, wanted) => {
    expect(await cited(text)).toContain(wanted);
  });

  it('takes the outlet of the document itself for its own reporting', async () => {
    expect(
      await cited('Two officials told the Marrow Herald that the talks had failed.', 'The Marrow Herald'),
    ).toContain('own Marrow Herald');
  });

  it('knows the voice of own reporting', async () => {
    expect((await cited('Two officials told this newspaper that the talks had failed.')).join()).toMatch(
      /^own told this newspaper/,
    );
    expect((await cited('Our colleagues reviewed drafts of the contract.')).join()).toMatch(/^own /);
  });

  it('reads a source line with the outlet that passed it on', async () => {
    expect(await cited('Source: Marrow Herald, as reported by Harbour Gazette\nThe envoy met the banker.')).toContain(
      'cites Marrow Herald by Harbour Gazette',
    );
  });

  it.each([
    'The envoy told the foreign ministry that the talks had failed.',
    'Hale said so, citing Maria Keller, a diplomat in Lorne.',
    'Hale said so, citing Article 5 of the treaty.',
    'The Palace said that the envoy met the banker.',
    'Rui Landim, a columnist for the paper, said that the envoy met the banker.',
    'Hale said that the envoy met the banker.',
    'Voss reported to the minister in Lorne.',
    'He reads the Marrow Herald every morning.',
    'The Central Bank reported a profit for the year.',
    '"We spoke for an hour," the envoy said of the banker.',
  ])('finds no citation in: %s', async (text) => {
    expect(await cited(text)).toEqual([]);
  });
});
