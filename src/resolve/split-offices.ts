import type { Mention } from '../model/index.ts';
import { countryNamed, isSameSide, stripGenitive } from '../text/index.ts';
import { officeName, sideBehind } from './office-names.ts';
import type { ReadDocument } from './read-document.ts';
import { keyOfState } from './states.ts';

const headOf = (leaf: ReadDocument, mention: Mention): string => leaf.document.text.slice(...mention.head);

/** Whose office a mention says that it is; undefined for what is no office, null where it does not say. */
const sideOf = (leaf: ReadDocument, mention: Mention): string | null | undefined => {
  if (mention.form !== 'name' || (mention.type !== 'publicBody' && mention.type !== 'organization')) return undefined;
  const office = officeName(headOf(leaf, mention));
  if (office === null) return undefined;
  const side = mention.side ?? office.side ?? sideBehind(leaf.document.text.slice(mention.end, mention.end + 80));
  return side === null ? null : stripGenitive(side);
};

/** The states whose offices a document names. */
export const officeStatesOf = (leaf: ReadDocument): readonly string[] => [
  ...new Set(
    leaf.reading.mentions.flatMap((mention) => {
      const side = sideOf(leaf, mention);
      return side == null ? [] : [keyOfState(side)];
    }),
  ),
];

/** The state that a mention names, or whose it says that it is; null when it does neither. */
const stateOf = (leaf: ReadDocument, mention: Mention, isState: (key: string) => boolean): string | null => {
  const words = mention.type === 'place' && mention.form === 'name' ? headOf(leaf, mention) : mention.side;
  if (words === null) return null;
  const state = stripGenitive(words);
  return isState(keyOfState(state)) || countryNamed(state) !== null ? state : null;
};

/**
 * Parts chains in which an office that every state has stands for two states' (rule S14): where the text has come to speak of
 * another state since it said whose office it means, a name that does not say so again is nobody's.
 *
 * @param isState Whether the pile names offices of a state so called.
 */
export const splitOffices = (leaf: ReadDocument, isState: (key: string) => boolean): ReadDocument => {
  const { mentions } = leaf.reading;
  const stated = new Map<number, string>();
  const moved = new Map<string, number>();
  let next = mentions.reduce((most, mention) => Math.max(most, mention.chain), -1) + 1;
  let spoken: string | null = null;
  const split = mentions.map((mention): Mention => {
    const side = sideOf(leaf, mention);
    spoken = stateOf(leaf, mention, isState) ?? spoken;
    if (side === undefined) return mention;
    if (side !== null) {
      stated.set(mention.chain, side);
      spoken = side;
      return mention;
    }
    const own = stated.get(mention.chain);
    if (
      own === undefined ||
      spoken === null ||
      keyOfState(spoken) === keyOfState(own) ||
      isSameSide(spoken, own) === true
    )
      return mention;
    const key = `${mention.chain} ${keyOfState(spoken)}`;
    const chain = moved.get(key) ?? next++;
    moved.set(key, chain);
    return { ...mention, chain };
  });
  return moved.size === 0 ? leaf : { ...leaf, reading: { ...leaf.reading, mentions: split } };
};
