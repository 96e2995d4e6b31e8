import type { Mention } from '../../model/index.ts';
import type { Chunk } from './chunks.ts';
import type { Scene } from './scene.ts';

export const isBody = ({ form, type }: Pick<Mention, 'form' | 'type'>): boolean =>
  form === 'name' && /^(?:organization|publicBody|place|group)$/.test(type);

/** "the head of the Norel Group Marek Voss": a body and right behind it the name of who holds the post there. */
export const bodyAndName = (
  scene: Scene,
  { head, last }: Chunk,
): { readonly body: Mention; readonly name: Mention } | null => {
  if (last !== head + 1 || scene.tokens[last]?.lower !== 'of') return null;
  const from = scene.tokens[last + 1]?.start ?? 0;
  const named = scene.mentionsWithin(from, from + 120).filter(({ form }) => form === 'name');
  for (const body of named) {
    const opens = scene.tokenFrom(body.start);
    if (opens > last + 2 || !isBody(body)) continue;
    const name = named.find(
      ({ type, start }) => type === 'person' && scene.tokenFrom(start) === scene.tokenFrom(body.end),
    );
    if (name !== undefined) return { body, name };
  }
  return null;
};
