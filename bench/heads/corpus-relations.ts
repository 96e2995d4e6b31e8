import type { Span } from '../../src/model/index.ts';
import type { Network } from '../../src/read/network/index.ts';
import { type Entity, Relations } from '../../src/read/network/relations.ts';
import { gaugeOf, type Precision } from '../../src/read/network/settings.ts';
import { countBelow, windowsOf } from '../../src/read/network/windows.ts';
import type { LabelledRelation } from './labelled-document.ts';

/**
 * Relations among given places of a text in re3d's own labels, before they are called what the product calls them: those are
 * fewer, so the corpus cannot score them.
 */
export const relationsAmong = async (
  network: Network,
  precision: Precision,
  text: string,
  places: readonly Span[],
): Promise<readonly LabelledRelation[]> => {
  const { labels, settings, cutter } = network;
  const pieces = cutter.cut(text, [[0, text.length]]);
  const relating = new Relations<string>(
    labels.relations,
    (scheme) => gaugeOf(settings, `relations.${scheme}`, precision),
    (scheme, label) => (scheme === 'defence' ? { kind: label } : undefined),
  );
  const words = places.flatMap(([start, end]) => {
    const first = countBelow(pieces.wordEnd, start + 1);
    const last = countBelow(pieces.wordStart, end);
    return last > first ? [{ first, end: last }] : [];
  });
  const found = new Map<string, LabelledRelation>();
  for (const window of windowsOf(pieces, labels.window, labels.overlap)) {
    const rowOf = (word: number): number => (pieces.first[word] ?? 0) - window.start + 1;
    const inside = words.filter(
      ({ first, end }) => (pieces.first[first] ?? 0) >= window.start && (pieces.first[end - 1] ?? 0) < window.end,
    );
    const entities = inside.map(
      ({ first, end }): Entity => ({
        first,
        end,
        isPerson: false,
        firstRow: rowOf(first),
        lastRow: rowOf(end - 1),
        isOwn: first >= window.firstWord && first < window.lastWord,
      }),
    );
    // No word is a cue or a predicate here: their roles are not asked for.
    const [scores] = await network.run([{ pieces, window }], [1e4, 1e4]);
    if (scores === undefined) continue;
    const spanOf = ({ first, end }: Entity): Span => [pieces.wordStart[first] ?? 0, pieces.wordEnd[end - 1] ?? 0];
    for (const { one, two, kind } of relating.find(scores, 2 + window.end - window.start, entities)) {
      const relation = { one: spanOf(one), two: spanOf(two), label: kind };
      found.set(JSON.stringify(relation), relation);
    }
  }
  return [...found.values()];
};
