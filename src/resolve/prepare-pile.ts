import { asBefore, Kept, Steady } from '../model/index.ts';
import { type Leaf, sortPile, toLeaf, withSplitChains } from './pile.ts';
import type { ReadDocument } from './read-document.ts';
import { type BodyWords, bodyWordsOf, gatherBodyWords, splitBodies } from './split-bodies.ts';
import { gatherPlaceWords, type PlaceWords, placeWordsOf, splitPlaces } from './split-places.ts';

interface AskWords {
  readonly isPlace: (word: string) => boolean;
  readonly isBodyRather: (word: string) => boolean;
}

interface Prepared {
  readonly input: ReadDocument;
  readonly words: PlaceWords;
  readonly bodies: BodyWords;
}

/** Puts piles in order, run after run; a document whose reading and whose words for places did not change stays the same leaf. */
export class PilePreparer {
  readonly #inputs = new Steady<string, ReadDocument>();
  readonly #prepared = new Kept<string, object, Prepared>();
  readonly #leaves = new Kept<string, AskWords, Leaf>();

  prepare(inputs: readonly ReadDocument[]): readonly Leaf[] {
    this.#inputs.begin();
    this.#prepared.begin({});
    const prepared = sortPile(inputs).map((one) => {
      const input = this.#inputs.put(one.document.id, one, isSameInput);
      return this.#prepared.of(input.document.id, [input], () => {
        const split = withSplitChains(input);
        return { input: split, words: placeWordsOf(split), bodies: bodyWordsOf(split) };
      });
    });
    const places = gatherPlaceWords(prepared.map(({ words }) => words));
    const bodies = gatherBodyWords(prepared.map((one) => one.bodies));
    this.#leaves.begin({ isPlace: (word) => places.has(word), isBodyRather: (word) => bodies.has(word) });
    return prepared.map((one) =>
      this.#leaves.of(one.input.document.id, [one], ({ isPlace, isBodyRather }) =>
        toLeaf(splitBodies(splitPlaces(one.input, isPlace), isBodyRather)),
      ),
    );
  }
}

/** A document under several paths is put together anew each time; its reading stays the object that it is. */
const isSameInput = (a: ReadDocument, b: ReadDocument): boolean =>
  a.reading === b.reading && (a.document === b.document || asBefore(a.document, b.document) === a.document);
