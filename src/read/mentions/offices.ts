import type { MentionType } from '../../model/index.ts';
import type { Token } from '../known.ts';
import type { Nominal } from './nominals.ts';
import { isCapitalised, isPossessive, type Run, wordsOf } from './words.ts';

/** What stands for somebody where it belongs to a person or a land. */
const BODIES = /^(?:office|government|administration|presidency|cabinet|secretariat)$/;
const GROUPS = /^(?:delegation|team|side|camp|entourage|staff)$/;
/** "At Ostra's side": no party. */
const BESIDE = /^(?:at|by|on|to)$/;

/** A name with what it is, and where its title begins. */
interface Owner extends Run {
  readonly from: number;
  readonly type: MentionType;
}

/**
 * Offices, governments, delegations and sides of people and lands: "Hale's office", "Ostra's delegation".
 *
 * @param isTaken Whether a description is headed by this token.
 */
export const findOffices = (
  text: string,
  tokens: readonly Token[],
  names: readonly Owner[],
  isTaken: (head: number) => boolean,
): readonly Nominal[] =>
  names.flatMap((name): Nominal[] => {
    if (!/^(?:person|place|publicBody)$/.test(name.type) || !isPossessive(tokens, name.last)) return [];
    const sentence = tokens[name.first]?.sentence;
    let head = name.last + 1;
    while (tokens[head]?.pos === 'ADJ' && !isCapitalised(tokens[head]) && head < name.last + 3) head++;
    const noun = tokens[head];
    const next = tokens[head + 1];
    if (noun?.sentence !== sentence || noun === undefined || isTaken(head)) return [];
    if (next !== undefined && next.sentence === sentence && /^(?:NOUN|PROPN)$/.test(next.pos)) return [];
    const isBody = BODIES.test(noun.lower) && !isCapitalised(noun);
    const isGroup = GROUPS.test(noun.lower) && !isCapitalised(noun) && !BESIDE.test(tokens[name.from - 1]?.lower ?? '');
    if (!isBody && !isGroup) return [];
    return [
      {
        first: name.from,
        last: head + 1,
        head: { first: head, last: head + 1 },
        type: isBody ? 'publicBody' : 'group',
        role: null,
        side: wordsOf(text, tokens, name.first, name.last),
        definite: true,
        confidence: OF_OWNER,
      },
    ];
  });

/** The owner is a name that is sure; what it has stands beside it in plain words. */
const OF_OWNER = 0.8;
