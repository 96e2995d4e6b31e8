"""The measures of the corpora's READMEs."""
from collections import Counter
from typing import Dict, List, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment


class Tally:
    def __init__(self) -> None:
        self.gold = self.found = self.right = 0

    def add(self, gold: set, found: set) -> None:
        self.gold += len(gold)
        self.found += len(found)
        self.right += len(gold & found)

    def figures(self) -> Dict[str, float]:
        p = self.right / self.found if self.found else 0.0
        r = self.right / self.gold if self.gold else 0.0
        return {"p": round(p, 4), "r": round(r, 4), "f1": round(2 * p * r / (p + r) if p + r else 0.0, 4)}


def _f1(p_top: float, p_all: float, r_top: float, r_all: float) -> float:
    p, r = (p_top / p_all if p_all else 0.0), (r_top / r_all if r_all else 0.0)
    return 2 * p * r / (p + r) if p + r else 0.0


def _muc(groups: List[frozenset], others: List[frozenset]):
    of = {m: k for k, g in enumerate(others) for m in g}
    top = whole = 0
    for g in groups:
        parts = len({of[m] for m in g if m in of}) + sum(m not in of for m in g)
        top += len(g) - parts
        whole += len(g) - 1
    return top, whole


def _b3(groups: List[frozenset], others: List[frozenset]):
    of = {m: g for g in others for m in g}
    top = sum(len(g & of[m]) / len(g) for g in groups for m in g if m in of)
    return top, sum(len(g) for g in groups)


def _ceafe(gold: List[frozenset], found: List[frozenset]) -> float:
    if not gold or not found:
        return 0.0
    grid = np.array([[2 * len(a & b) / (len(a) + len(b)) for b in found] for a in gold])
    rows, columns = linear_sum_assignment(-grid)
    return float(grid[rows, columns].sum())


def conll(documents: Sequence[tuple]) -> Dict[str, float]:
    """MUC, B3, CEAFe and their mean over (gold chains, found chains) of each document; micro, as the official scorer."""
    n = Counter()
    for gold, found in documents:
        gold, found = [frozenset(map(tuple, g)) for g in gold], [frozenset(map(tuple, g)) for g in found]
        for name, measure in (("muc", _muc), ("b3", _b3)):
            (pt, pa), (rt, ra) = measure(found, gold), measure(gold, found)
            n[name, "pt"] += pt
            n[name, "pa"] += pa
            n[name, "rt"] += rt
            n[name, "ra"] += ra
        same = _ceafe(gold, found)
        n["ceafe", "pt"] += same
        n["ceafe", "rt"] += same
        n["ceafe", "pa"] += len(found)
        n["ceafe", "ra"] += len(gold)
    out = {k: round(_f1(n[k, "pt"], n[k, "pa"], n[k, "rt"], n[k, "ra"]), 4) for k in ("muc", "b3", "ceafe")}
    out["conll"] = round(sum(out.values()) / 3, 4)
    return out


def matched_facts(gold: List[tuple], found: List[tuple]) -> int:
    """One-to-one pairs of ((s, e), (s, e), label) with the same label and both spans overlapping."""
    touch = lambda a, b: a[0] < b[1] and b[0] < a[1]
    if not gold or not found:
        return 0
    grid = np.array([[float(g[2] == f[2] and touch(g[0], f[0]) and touch(g[1], f[1])) for f in found] for g in gold])
    rows, columns = linear_sum_assignment(-grid)
    return int(grid[rows, columns].sum())


def pearson(a: Sequence[float], b: Sequence[float]) -> float:
    return float(np.corrcoef(a, b)[0, 1]) if len(a) > 1 and np.std(a) > 0 and np.std(b) > 0 else 0.0
