"""What two mentions look like beside each other, and chains out of scores. The reader has the same rules in TypeScript.

Classes of a mention: 0 first or second person, 1 third person or demonstrative pronoun, 2 name (its last word or most of
its words are capital), 3 definite (the, this, his ...), 4 any other.
Kinds of match: 0 none, 1 the same words but for determiners, 2 the same last word, and the anaphor says nothing more than the
antecedent, 3 one's words are all in the other, 4 the same last word, and the anaphor says something more.
"""
from typing import List, Sequence, Tuple

import numpy as np

FIRST_SECOND = frozenset("i me my mine myself we us our ours ourselves you your yours yourself yourselves".split())
THIRD = frozenset("he him his himself she her hers herself it its itself they them their theirs themselves this that these those who whom whose which".split())
DETERMINERS = frozenset("the a an this that these those his her its their our my your 's s".split())
DEFINITE = DETERMINERS - {"a", "an", "'s", "s"}
MATCHES, CLASSES, FAR = 5, 5, 10


class Mention:
    """Words of a mention as the pieces' words cut them."""

    __slots__ = ("kind", "core", "last", "bag", "span")

    def __init__(self, words: Sequence[str], span: Tuple[int, int]):
        low = [w.lower() for w in words if any(c.isalnum() for c in w)]
        self.span = span
        core = [w for w in low if w not in DETERMINERS] or low
        self.core, self.bag = tuple(core), frozenset(core)
        # "the president of X": the last word before "of" says more than X does.
        stop = next((i for i, w in enumerate(core) if i and w in ("of", "in", "for", "at", "from", "who", "which", "that", "to", "on")), len(core))
        self.last = core[stop - 1] if core else ""
        if len(low) == 1 and low[0] in FIRST_SECOND:
            self.kind = 0
        elif len(low) == 1 and low[0] in THIRD:
            self.kind = 1
        elif any(w[:1].isupper() and w.lower() in self.bag for w in words[max(0, len(words) - 2):]) and (
                sum(w[:1].isupper() for w in words if w.lower() in self.bag) * 2 >= len(core)):
            self.kind = 2
        elif low and low[0] in DEFINITE:
            self.kind = 3
        else:
            self.kind = 4


def match(one: Mention, two: Mention) -> int:
    """Of an anaphor and an antecedent."""
    if not one.core or not two.core:
        return 0
    if one.core == two.core:
        return 1
    if one.last == two.last:
        return 2 if one.bag <= two.bag else 4
    if one.kind > 1 and two.kind > 1 and (one.bag <= two.bag or two.bag <= one.bag):
        return 3
    return 0


def far_bucket(steps):
    """Mentions between, to 0..9: 1, 2, 3, 4, 5-7, 8-15, 16-31, 32-63, 64-127, more."""
    steps = np.asarray(steps)
    return np.select([steps <= 4, steps <= 7, steps <= 15, steps <= 31, steps <= 63, steps <= 127], [steps - 1, 4, 5, 6, 7, 8], 9)


def pair_features(mentions: List[Mention], limit: int = 200):
    """Arrays over (anaphor, antecedent) pairs, antecedents the ``limit`` mentions before."""
    n = len(mentions)
    i = np.repeat(np.arange(n), np.minimum(np.arange(n), limit))
    j = np.concatenate([np.arange(max(0, k - limit), k) for k in range(n)]) if n > 1 else np.zeros(0, dtype=np.int64)
    kinds = np.array([m.kind for m in mentions], dtype=np.int64)
    matched = np.fromiter((match(mentions[a], mentions[b]) for a, b in zip(i, j)), dtype=np.int64, count=len(i))
    start = np.array([m.span[0] for m in mentions], dtype=np.int64)
    end = np.array([m.span[1] for m in mentions], dtype=np.int64)
    inside = ((start[i] < end[j]) & (start[j] < end[i])).astype(np.int64)
    return {"i": i.astype(np.int64), "j": j.astype(np.int64), "match": matched, "anaphor": kinds[i] if n else kinds,
            "antecedent": kinds[j] if n else kinds, "far": far_bucket(i - j) if len(i) else i, "inside": inside}


def chains(antecedent: Sequence[int]) -> List[List[int]]:
    """Chains from each mention's antecedent (-1 for none); a chain has two members at least."""
    of, groups = {}, []
    for i, j in enumerate(antecedent):
        if j < 0:
            continue
        if j not in of:
            of[j] = len(groups)
            groups.append([j])
        of[i] = of[j]
        groups[of[j]].append(i)
    return [g for g in groups if len(g) > 1]
