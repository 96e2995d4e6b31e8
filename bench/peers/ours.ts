/** Our network in a process of its own. It gives all heads at once; names are what is compared. */
import { fileURLToPath } from 'node:url';
import { openNetwork, recognise } from '../../src/read/network/index.ts';
import { type PeerNames, servePeer } from './protocol.ts';

const MODEL = fileURLToPath(new URL('../../models', import.meta.url));

await servePeer(async (threads) => {
  const network = await openNetwork(MODEL, { threads });
  return {
    version: network.version,
    names: async (texts) => {
      const asked = texts.map((text) => ({ text, blocks: [{ kind: 'body', start: 0, end: text.length } as const] }));
      return (await recognise(network, asked)).map(({ names }): PeerNames => {
        const of = (wanted: string) =>
          names.flatMap(({ scheme, start, end, type }) => (scheme === wanted ? [{ start, end, label: type }] : []));
        return { world: of('world'), politics: of('politics') };
      });
    },
    close: () => network.close(),
  };
});
