import { Random } from './random.ts';
import { later, makeStory, type Story } from './story.ts';
import { makeWorld, type Outlet, type World } from './world.ts';
import { type Assignment, type GeneratedDocument, writeDocument } from './write-document.ts';

export interface PileSize {
  readonly documents: number;
  /** Another seed gives another pile; the same gives the same bytes. */
  readonly seed: string;
  /** Documents that tell one story, on average; 12 unless said: of a hundred documents eight or nine stories are told. */
  readonly aStory?: number;
}

/**
 * Invents reporting: stories told by one outlet, taken up by others that cite it, rewritten again from those, with wire items
 * of their own sources and replies that deny.
 *
 * Stories grow with the documents; of those who occur in them a few recur often and most seldom, so that what there is to
 * join grows with the pile. Yields documents story by story, each made only when asked for.
 */
export function* generatePile({ documents, seed, aStory = 12 }: PileSize): Generator<GeneratedDocument> {
  const random = new Random(seed);
  const world = makeWorld(Math.ceil(documents / aStory), random.fork('world'));
  let left = documents;
  for (let number = 0; left > 0; number++) {
    const chance = random.fork(`story ${number}`);
    const story = makeStory(number, world, chance);
    const size = Math.min(left, chance.between(Math.floor(aStory / 3), Math.ceil((aStory * 5) / 3)));
    for (const [at, assignment] of assign(story, size, world, chance).entries()) {
      const name = `${String(number).padStart(4, '0')}-${String(at).padStart(2, '0')}-${assignment.kind}.txt`;
      yield writeDocument(story, assignment, name, chance.fork(name));
    }
    left -= size;
  }
}

/** Who writes on a story, when, and from whom. */
const assign = (story: Story, size: number, world: World, random: Random): readonly Assignment[] => {
  const made: Assignment[] = [{ kind: 'original', outlet: story.original, published: story.told, cites: [] }];
  const others = random.shuffle(world.papers.filter((outlet) => outlet !== story.original));
  const rewriters: { readonly outlet: Outlet; readonly published: Date }[] = [];
  while (made.length < size) {
    // A story with more documents than there are outlets is told twice by some.
    const outlet = others[made.length % others.length] ?? story.original;
    const published = later(story.told, random.between(0, 4));
    const draw = random.next();
    const from = draw < 0.7 ? undefined : rewriters[random.between(0, rewriters.length - 1)];
    if (draw < 0.12) made.push({ kind: 'agency', outlet: random.pick(world.agencies), published, cites: [] });
    else if (draw < 0.2) made.push({ kind: 'reply', outlet, published, cites: [story.original] });
    else if (from !== undefined && from.outlet !== outlet) {
      const day = later(from.published, random.between(0, 2));
      made.push({ kind: 'relay', outlet, published: day, cites: [from.outlet, story.original] });
    } else {
      rewriters.push({ outlet, published });
      made.push({ kind: 'rewrite', outlet, published, cites: [story.original] });
    }
  }
  return made;
};
