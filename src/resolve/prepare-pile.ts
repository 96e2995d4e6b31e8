import { asBefore, Kept, Steady } from '../model/index.ts';
import { type Leaf, sortPile, toLeaf, withSplitChains } from './pile.ts';
import type { ReadDocument } from './read-document.ts';
import { type BodyWords, bodyWordsOf, gatherBodyWords, splitBodies, splitFirms } from './split-bodies.ts';
import { splitNames } from './split-names.ts';
import { officeStatesOf, splitOffices } from './split-offices.ts';
import { gatherPlaceWords, type PlaceWords, placeWordsOf, splitPlaces } from './split-places.ts';
import { type Called, calledOf, gatherCalled, splitSurnames } from './split-surnames.ts';

interface AskWords {
  readonly isPlace: (word: string) => boolean;
  readonly isBodyRather: (word: string) => boolean;
  readonly isFirm: (word: string) => boolean;
  readonly isState: (key: string) => boolean;
  readonly isOthers: (surname: string, given: string) => boolean;
}

interface Prepared {
  readonly input: ReadDocument;
  readonly words: PlaceWords;
  readonly bodies: BodyWords;
  readonly states: readonly string[];
  readonly called: readonly Called[];
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
        const split = splitNames(withSplitChains(input));
        return {
          input: split,
          words: placeWordsOf(split),
          bodies: bodyWordsOf(split),
          states: officeStatesOf(split),
          called: calledOf(split),
        };
      });
    });
    const places = gatherPlaceWords(prepared.map(({ words }) => words));
    const bodies = gatherBodyWords(prepared.map((one) => one.bodies));
    const firms = new Set(prepared.flatMap((one) => one.bodies.firms));
    const states = new Set(prepared.flatMap((one) => one.states));
    this.#leaves.begin({
      isPlace: (word) => places.has(word),
      isBodyRather: (word) => bodies.has(word),
      isFirm: (word) => firms.has(word),
      isState: (key) => states.has(key),
      isOthers: gatherCalled(prepared.map((one) => one.called)),
    });
    return prepared.map((one) =>
      this.#leaves.of(one.input.document.id, [one], (asked) => {
        const named = splitBodies(splitPlaces(one.input, asked.isPlace), asked.isBodyRather);
        return toLeaf(splitSurnames(splitOffices(splitFirms(named, asked.isFirm), asked.isState), asked.isOthers));
      }),
    );
  }
}

/** A document under several paths is put together anew each time; its reading stays the object that it is. */
const isSameInput = (a: ReadDocument, b: ReadDocument): boolean =>
  a.reading === b.reading && (a.document === b.document || asBefore(a.document, b.document) === a.document);
