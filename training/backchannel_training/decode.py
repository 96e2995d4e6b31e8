"""From logits to spans, under the rules every answer must keep. Plain numpy; the reader has the same in TypeScript."""
from typing import List, Sequence, Tuple

import numpy as np


def log_softmax(x: np.ndarray) -> np.ndarray:
    x = x - x.max(-1, keepdims=True)
    return x - np.log(np.exp(x).sum(-1, keepdims=True))


def allowed_steps(tags: int) -> np.ndarray:
    """[from, to]: 0 where the step may be taken, minus a lot where not. Tag 0 is O, 1 + 2k begins, 2 + 2k goes on."""
    steps = np.zeros((tags, tags))
    for to in range(2, tags, 2):
        steps[:, to] = -1e9
        steps[to - 1, to] = steps[to, to] = 0.0
    return steps


def best_tags(scores: np.ndarray) -> np.ndarray:
    """The best legal tag sequence of [words, tags] scores (Viterbi)."""
    n, tags = scores.shape
    if n == 0:
        return np.zeros(0, dtype=np.int64)
    steps = allowed_steps(tags)
    total = scores[0].copy()
    total[2::2] = -1e9
    back = np.zeros((n, tags), dtype=np.int64)
    for t in range(1, n):
        through = total[:, None] + steps
        back[t] = through.argmax(0)
        total = through.max(0) + scores[t]
    path = np.zeros(n, dtype=np.int64)
    path[-1] = total.argmax()
    for t in range(n - 1, 0, -1):
        path[t - 1] = back[t, path[t]]
    return path


def spans_of(path: Sequence[int]) -> List[Tuple[int, int, int]]:
    """(first, last + 1, type number) of a legal tag sequence."""
    out, start, kind = [], None, None
    for i, tag in enumerate(list(path) + [0]):
        goes_on = tag > 0 and tag % 2 == 0 and kind == (tag - 2) // 2
        if start is not None and not goes_on:
            out.append((start, i, kind))
            start, kind = None, None
        if tag % 2 == 1:
            start, kind = i, (tag - 1) // 2
    return out


def once_each(runs: Sequence[Tuple[int, int, int, float]], once: frozenset) -> List[Tuple[int, int, int, float]]:
    """(first, last + 1, kind, sureness) without all but the surest run of each kind in ``once``; the first of equals."""
    best = {}
    for run in runs:
        if run[2] in once and (run[2] not in best or run[3] > best[run[2]][3]):
            best[run[2]] = run
    return [run for run in runs if run[2] not in once or best[run[2]] is run]


def attribution_of(scores: np.ndarray, trigger: int) -> dict:
    """{"cue", "source", "content": [(first, last + 1), ...]} of the role scores of the words about one cue.

    ``trigger`` is the cue's first word. One run of cue, the one that holds the trigger (or the trigger alone); at most
    one source, the surest run; every run of content.
    """
    odds = log_softmax(scores)
    found = {0: [], 1: [], 2: []}
    for a, b, kind in spans_of(best_tags(odds)):
        found[kind].append((a, b))
    cue = [(a, b) for a, b in found[1] if a <= trigger < b] or [(trigger, trigger + 1)]
    a, b = cue[0]
    clear = lambda runs: [(x, y) for x, y in runs if y <= a or x >= b]
    sources = clear(found[0])
    if len(sources) > 1:
        sure = lambda run: float(np.exp(odds[run[0]:run[1], 1:3]).sum(-1).mean())
        sources = [max(sources, key=sure)]
    return {"cue": cue, "source": sources, "content": clear(found[2])}


def without_overlap(cues: Sequence[Tuple[int, int]], scores: Sequence[float]) -> List[int]:
    """Numbers of the cues kept, in order, when of two that overlap the surer one stays."""
    kept: List[int] = []
    for k in sorted(range(len(cues)), key=lambda i: -scores[i]):
        if all(cues[k][1] <= cues[j][0] or cues[k][0] >= cues[j][1] for j in kept):
            kept.append(k)
    return sorted(kept)
