import type { Labelled } from '../heads/labelled-document.ts';
import { largestPairing } from '../heads/pairing.ts';
import { type Figures, Tally } from '../heads/tally.ts';
import { type LabelMap, relabel } from '../label-maps.ts';

/** Names of a text, as a corpus has them and as somebody found them. */
export interface ComparedNames {
  readonly gold: readonly Labelled[];
  readonly found: readonly Labelled[];
}

/** Names counted in two ways. */
export interface NameFigures {
  /** Same span and type. */
  readonly exact: Figures;
  /** Same type and at least one letter in common, each name paired once: what does not depend on where a name is held to end. */
  readonly touching: Figures;
}

/** Counts names over texts, in the shared labels that the two maps give. */
export const compareNames = (
  texts: readonly ComparedNames[],
  goldLabels: LabelMap,
  foundLabels: LabelMap,
): NameFigures => {
  const exact = new Tally();
  const touching = new Tally();
  for (const text of texts) {
    const gold = relabel(text.gold, goldLabels);
    const found = relabel(text.found, foundLabels);
    const key = ({ start, end, label }: Labelled): string => `${start}-${end}-${label}`;
    exact.compare(gold.map(key), found.map(key));
    const pairs = largestPairing(gold.length, found.length, (row, column) => {
      const [one, two] = [gold[row], found[column]];
      return (
        one !== undefined && two !== undefined && one.label === two.label && one.start < two.end && two.start < one.end
      );
    });
    touching.count(gold.length, found.length, pairs);
  }
  return { exact: exact.figures, touching: touching.figures };
};
