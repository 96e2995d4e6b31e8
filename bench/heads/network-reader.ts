import type { Span } from '../../src/model/index.ts';
import { type Network, openNetwork, type Precision, type Recognised, recognise } from '../../src/read/network/index.ts';
import type { Answers, HeadsReader, NameScheme, PredicateAnswer } from './answers.ts';
import type { Chain } from './coreference-measures.ts';
import { relationsAmong } from './corpus-relations.ts';
import type { Labelled } from './labelled-document.ts';

const SCHEMES: readonly NameScheme[] = ['world', 'politics', 'defence', 'web'];

/** So sure must a word be to count as a predicate where predicates are given: all are asked, those given are kept. */
const ANY = 1e-7;

/** The network, asking every word for its roles. */
const askingAll = (network: Network, precision: Precision): Network => {
  const { settings } = network;
  const thresholds = { ...settings.thresholds[precision], predicate: ANY };
  const calibration = { ...settings.calibration, predicate: { a: 1, b: 0 } };
  return {
    ...network,
    settings: { ...settings, calibration, thresholds: { ...settings.thresholds, [precision]: thresholds } },
  };
};

const labelled = (items: readonly { readonly start: number; readonly end: number; readonly label: string }[]) =>
  items.map(({ start, end, label }): Labelled => ({ start, end, label }));

/** Each span to the likeliest before it, unless it is likelier to be new. */
export const chainsOf = (spans: Recognised['spans']): readonly Chain[] => {
  const chains: Span[][] = [];
  const chainAt: (Span[] | undefined)[] = [];
  for (const [number, { start, end, antecedents, fresh }] of spans.entries()) {
    const [best] = antecedents;
    if (best === undefined || best.probability <= fresh) continue;
    let chain = chainAt[best.span];
    const before = spans[best.span];
    if (chain === undefined && before !== undefined) {
      chain = [[before.start, before.end]];
      chainAt[best.span] = chain;
      chains.push(chain);
    }
    chain?.push([start, end]);
    chainAt[number] = chain;
  }
  return chains;
};

/** What was recognised, in the shape that is scored. A given predicate is answered by the first word that it begins with. */
export const answersOfRecognised = (
  { names, attributions, spans, predicates }: Recognised,
  given: readonly Span[],
): Answers => {
  const at = new Map(predicates.map((predicate) => [predicate.start, predicate]));
  return {
    names: Object.fromEntries(
      SCHEMES.map((wanted) => [
        wanted,
        names.flatMap(({ scheme, start, end, type }) => (scheme === wanted ? [{ start, end, label: type }] : [])),
      ]),
    ),
    attributions: attributions
      // The corpus has the outermost alone.
      .filter(({ inside }) => !inside)
      .map(({ source, cue, content }) => ({ source: source === null ? [] : [source], cue: [cue], content })),
    mentions: spans.map(({ start, end }) => [start, end] as const),
    chains: chainsOf(spans),
    predicates: given.map(([start]): PredicateAnswer => {
      const found = at.get(start);
      return found === undefined
        ? { roles: [], factuality: 0 }
        : { roles: labelled(found.roles), factuality: found.factuality };
    }),
  };
};

/**
 * Reads with the network alone: what it recognises in a text taken as one block of body.
 *
 * @param folder Of the model.
 * @param threads Of one run; what is recognised does not depend on it.
 */
export const openNetworkReader = async (
  folder: string,
  precision: Precision,
  threads: number,
): Promise<HeadsReader> => {
  const network = await openNetwork(folder, { threads });
  const all = askingAll(network, precision);
  return {
    called: `network ${network.version}`,
    read: async (text, predicates) => {
      const blocks = [{ kind: 'body', start: 0, end: text.length }] as const;
      const asked = predicates.length > 0 ? all : network;
      const [recognised] = await recognise(asked, [{ text, blocks }], { precision });
      if (recognised === undefined) throw new Error('Expected an answer for the text, found none');
      const answers = answersOfRecognised(recognised, predicates);
      const places = (answers.names.defence ?? []).map(({ start, end }) => [start, end] as const);
      return { ...answers, relations: await relationsAmong(network, precision, text, places) };
    },
    close: () => network.close(),
  };
};
