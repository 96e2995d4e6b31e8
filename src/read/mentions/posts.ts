import type { Token } from '../known.ts';
import type { Nominal } from './nominals.ts';
import type { TitledName } from './titles.ts';
import { isClosedBy } from './words.ts';

/** A post stated beside a name, and whose it is. */
export interface Post {
  readonly role: string | null;
  readonly side: string | null;
}

/** Posts that stand beside a name between commas: "X, the head of Y," and "the head of Y, X,". */
export const readPosts = (
  tokens: readonly Token[],
  pieces: readonly TitledName[],
  nominals: readonly Nominal[],
): ReadonlyMap<TitledName, Post> => {
  const starts = new Map(nominals.map((nominal) => [nominal.first, nominal]));
  const ends = new Map(nominals.map((nominal) => [nominal.last, nominal]));
  const posts = new Map<TitledName, Post>();
  for (const piece of pieces) {
    const sentence = tokens[piece.first]?.sentence;
    const mark = tokens[piece.last];
    const after = starts.get(piece.last + 1);
    if (mark?.text === ',' && after !== undefined && tokens[after.first]?.sentence === sentence && isPost(after)) {
      const close = tokens[after.last];
      const closed = close === undefined || close.sentence !== sentence || isClosedBy(tokens, after.last);
      if (closed && !isListed(tokens, piece)) posts.set(piece, { role: after.role, side: after.side });
    }
    const before = ends.get(piece.from - 1);
    if (
      tokens[piece.from - 1]?.text === ',' &&
      before !== undefined &&
      tokens[before.first]?.sentence === sentence &&
      isPost(before)
    ) {
      const close = tokens[piece.last];
      if (before.definite && (close === undefined || /^[,.;:)—–-]$/.test(close.text)))
        posts.set(piece, { role: before.role, side: before.side });
    }
  }
  return posts;
};

const isPost = (nominal: Nominal): boolean => nominal.type === 'person' && nominal.role !== null;

/** "A, B, the envoy": a list, where the description may be one more of it. */
const isListed = (tokens: readonly Token[], piece: TitledName): boolean => {
  const before = tokens[piece.from - 1];
  const earlier = tokens[piece.from - 2];
  return before?.text === ',' && earlier?.pos === 'PROPN';
};
