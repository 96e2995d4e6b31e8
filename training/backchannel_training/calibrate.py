"""``python -m backchannel_training.calibrate CHECKPOINT OUT VERSION [--graph OUT/reader.onnx]``: OUT/settings.json and OUT/curves.json.

On the development splits, each head's raw scores are turned to probabilities by Platt scaling (J. Platt 1999; logistic
regression on the logit, with his smoothed targets), and thresholds are chosen on the calibrated scale:

- ``careful``: best F0.5, ``thorough``: best F2, both among thresholds within a point of the best F1. Precision weighs twice as
  much as recall, or half as much, while neither setting is far from the best of both.

``curves.json`` has precision, recall and F1 at every twentieth, and the expected calibration error (ten bins) before and
after; the latter is of documents that the fit had not seen (fit on even ones, judged on odd ones, and the other way round).
"""
import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import Dict, List

import numpy as np
import torch

from . import predict
from .batches import load
from .evaluate import load_model
from .losses import relation_pairs
from .metrics import conll
from .places import scorer_folder

# A cue or span below these is not looked at by either setting.
LEAST_CUE, LEAST_SPAN, LEAST_RELATION = 0.3, 0.25, 0.05
# Facts of re3d that the other relation corpora label too: somebody leads, works for or is part of something.
COMMON_FACTS = {"InChargeOf", "BelongsTo"}
NEAR = 20  # pieces
# Relations learned on chosen sentences are taken at this confidence and above, on the scale of running reports.
RELATION_SURE = {"careful": 0.5, "thorough": 0.3}
FREE = 1.0  # points of F1 that a setting may give up


class Scored:
    """Found items of a head: raw score, right or wrong, document; and how many there were to find."""

    def __init__(self) -> None:
        self.raw: List[float] = []
        self.right: List[bool] = []
        self.document: List[int] = []
        self.gold = 0

    def add(self, document: int, items, gold: int) -> None:
        for raw, right in items:
            self.raw.append(raw)
            self.right.append(bool(right))
            self.document.append(document)
        self.gold += gold


def logit(p) -> np.ndarray:
    p = np.clip(np.asarray(p, dtype=float), 1e-7, 1 - 1e-7)
    return np.log(p / (1 - p))


def platt(raw, right):
    """a and b of 1 / (1 + exp(-(a * logit(raw) + b))), by Newton's method."""
    x, y = logit(raw), np.asarray(right, dtype=float)
    up, down = y.sum(), len(y) - y.sum()
    t = np.where(y > 0, (up + 1) / (up + 2), 1 / (down + 2))
    w = np.array([1.0, 0.0])
    design = np.stack([x, np.ones_like(x)], 1)
    for _ in range(100):
        p = 1 / (1 + np.exp(-np.clip(design @ w, -30, 30)))
        # A little pull towards "as it is" keeps heads with few examples sane.
        slope = design.T @ (p - t) + 0.5 * (w - [1.0, 0.0])
        bend = (design * (p * (1 - p))[:, None]).T @ design + 0.5 * np.eye(2)
        step = np.linalg.solve(bend, slope)
        # Far from the best the parabola misleads: no step is longer than a half.
        w = w - step * min(1.0, 0.5 / np.abs(step).max())
        if np.abs(step).max() < 1e-7:
            break
    return max(0.05, float(w[0])), float(w[1])


def calibrated(raw, a, b) -> np.ndarray:
    return 1 / (1 + np.exp(-(a * logit(raw) + b)))


def calibration_error(p, right, bins: int = 10) -> float:
    p, right = np.asarray(p), np.asarray(right, dtype=float)
    at = np.minimum((p * bins).astype(int), bins - 1)
    return float(sum(abs(p[at == k].mean() - right[at == k].mean()) * (at == k).mean() for k in range(bins) if (at == k).any()))


def figures(sure: np.ndarray, right: np.ndarray, gold: int, threshold: float) -> dict:
    kept = sure >= threshold
    good, found = int(right[kept].sum()), int(kept.sum())
    p, r = good / max(1, found), good / max(1, gold)
    f = lambda b: (1 + b * b) * p * r / max(1e-9, b * b * p + r)
    return {"threshold": round(threshold, 3), "p": round(p, 4), "r": round(r, 4), "f1": round(f(1), 4), "f05": f(0.5), "f2": f(2)}


def settle(head: str, s: Scored):
    """(calibration, thresholds, report) of one head."""
    raw, right, document = np.array(s.raw), np.array(s.right), np.array(s.document)
    a, b = platt(raw, right)
    held = np.zeros(len(raw))
    for side in (0, 1):
        mine = document % 2 == side
        held[mine] = calibrated(raw[mine], *platt(raw[~mine], right[~mine]))
    sure = calibrated(raw, a, b)
    rows = [figures(sure, right, s.gold, t / 50) for t in range(0, 50)]
    best = max(row["f1"] for row in rows)
    near = [row for row in rows if row["f1"] >= best - FREE / 100]
    chosen = {"careful": max(near, key=lambda row: row["f05"])["threshold"], "thorough": max(near, key=lambda row: row["f2"])["threshold"]}
    tidy = lambda row: {k: v for k, v in row.items() if not k.startswith("f0") and k != "f2"}
    report = {"found": len(raw), "gold": s.gold, "calibration error": [round(calibration_error(raw, right), 4), round(calibration_error(held, right), 4)],
              "curve": [tidy(figures(sure, right, s.gold, t / 20)) for t in range(20)],
              **{k: tidy(figures(sure, right, s.gold, t)) for k, t in chosen.items()}}
    print("%-20s a %.2f b %+.2f  error %.3f to %.3f  careful %s thorough %s" % (
        head, a, b, *report["calibration error"], *(["%.2f P %.3f R %.3f F %.3f" % (t, *(report[k][x] for x in ("p", "r", "f1")))
                                                     for k, t in chosen.items()])), flush=True)
    return {"a": round(a, 4), "b": round(b, 4)}, chosen, report


def rate_in_reports(r) -> tuple:
    """(facts, pairs) of re3d: how often somebody leads, works for or is part of something, among people and bodies that stand near."""
    d = r.coded.document
    kinds = {(s, e): kind for s, e, kind in d.names["defence"]}
    spans = [tuple(e) for e in d.relations["entities"]]
    bodies = {k for k, span in enumerate(spans) if kinds.get(span) in ("Person", "Organisation")}
    facts = {(a, b) for a, b, label in d.relations["facts"] if label in COMMON_FACTS}
    near = set()
    for w in r.windows:
        kept, one, two, offset = relation_pairs(w, r.coded.relations["spans"])
        near |= {(kept[x][0], kept[y][0]) for x, y, far in zip(one, two, offset) if abs(far) <= NEAR}
    near = {(a, b) for a, b in near if a in bodies and b in bodies}
    return len(facts & near), len(near)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("checkpoint")
    ask.add_argument("out")
    ask.add_argument("version", help="name of the weights, as readings will carry it")
    ask.add_argument("--graph", default="")
    ask.add_argument("--threads", type=int, default=2)
    said = ask.parse_args()
    torch.set_num_threads(said.threads)
    model = load_model(said.checkpoint, said.graph, said.threads)
    heads: Dict[str, Scored] = {}
    at = lambda head: heads.setdefault(head, Scored())

    def names(corpus: str, scheme: str, reads) -> None:
        for k, r in enumerate(reads):
            gold = {tuple(n) for n in r.coded.document.names[scheme]}
            at("names." + scheme).add(k, [(x[3], tuple(x[:3]) in gold) for x in predict.sure_names(model, r, scheme)], len(gold))

    sys.path.insert(0, str(scorer_folder()))
    import score_attribution as scorer

    reads = predict.encode_all(model, load("polnear", "dev"))
    for k, r in enumerate(reads):
        d = scorer.Doc(r.coded.document.text)
        sets = lambda a: {role: d.tokens(a[role]) for role in scorer.ROLES}
        gold = [sets({role: [(s, e) for name, s, e in a["roles"] if name == role] for role in scorer.ROLES}) for a in r.coded.document.attributions]
        found = predict.attributions(model, r, LEAST_CUE)
        mine = [sets({role: [tuple(x) for x in a[role]] for role in scorer.ROLES}) for a in found]

        def right(i, j):
            g, p = gold[i], mine[j]
            return (bool(g["cue"] & p["cue"]) and bool(g["source"]) == bool(p["source"])
                    and scorer.dice(g["content"], p["content"]) >= 0.5 and (not g["source"] or scorer.dice(g["source"], p["source"]) >= 0.5))

        paired = scorer.pairing(len(gold), len(mine), right)
        good = set(paired.values())
        at("attribution").add(k, [(a["sure"], j in good) for j, a in enumerate(found)], len(gold))
        cues = {w for w, _ in r.coded.triggers["cue"]}
        scores = predict.trigger_scores(model, r, "cue")
        at("cue").add(k, [(float(scores[w]), w in cues) for w in np.nonzero(scores >= 0.05)[0].tolist()], len(cues))
    names("worldwide", "world", predict.encode_all(model, load("worldwide", "dev")))
    names("politics", "politics", predict.encode_all(model, load("politics", "dev")))
    reads = predict.encode_all(model, load("web_treebank", "dev"))
    names("web_treebank", "web", reads)
    for k, r in enumerate(reads):
        if not r.coded.document.predicates:
            continue
        given = {r.coded.pieces.words_in(*x["at"])[0]: x for x in r.coded.document.predicates}
        words = np.array(sorted(given))
        for word, found in zip(words, predict.predicate_roles(model, r, words)):
            gold = {tuple(a) for a in given[word]["roles"]}
            at("role").add(k, [(x[3], tuple(x[:3]) in gold) for x in found], len(gold))
        scores = predict.trigger_scores(model, r, "predicate")
        at("predicate").add(k, [(float(scores[w]), w in given) for w in np.nonzero(scores >= 0.05)[0].tolist()], len(given))
    reads = predict.encode_all(model, load("re3d", "dev"))
    names("re3d", "defence", reads)
    # How often a pair holds a fact at all: in sentences chosen for their facts far more often than in running reports.
    rates = {}
    for corpus, scheme in (("re3d", "defence"), ("knowledge_net", "knowledge"), ("companies", "companies"), ("crossre", "general")):
        for k, r in enumerate(reads if corpus == "re3d" else predict.encode_all(model, load(corpus, "dev"))):
            d = r.coded.document.relations
            spans = [tuple(e) for e in d["entities"]]
            facts = {(spans[a], spans[b], label) for a, b, label in d["facts"]}
            found = [x for x in predict.relations(model, r, scheme, d["entities"], LEAST_RELATION) if d["labels"] is None or x[2] in d["labels"]]
            told, pairs = len(facts), sum(len(relation_pairs(w, r.coded.relations["spans"])[1]) for w in r.windows)
            if scheme == "defence":
                told, pairs = rate_in_reports(r)
            rates[scheme] = [x + y for x, y in zip(rates.get(scheme, [0, 0]), (told, pairs))]
            at("relations." + scheme).add(k, [(x[3], (tuple(x[0]), tuple(x[1]), x[2]) in facts) for x in found], len(facts))
    reads = predict.encode_all(model, load("gum", "dev"))
    for k, r in enumerate(reads):
        gold = {(a, b) for a, b, _ in r.coded.mentions}
        at("span").add(k, [(s, (a, b) in gold) for a, b, s in predict.mention_spans(model, r, LEAST_SPAN)], len(gold))

    calibration, thresholds, report = {}, {"careful": {}, "thorough": {}}, {}
    for head, scored in heads.items():
        calibration[head], chosen, report[head] = settle(head, scored)
        for setting, value in chosen.items():
            thresholds[setting][head] = value
    # Prior shift (Saerens, Latinne and Decaestecker 2002): what was calibrated on chosen sentences is moved to the rate of re3d's reports.
    odds = {scheme: told / max(1, pairs - told) for scheme, (told, pairs) in rates.items()}
    for scheme in ("knowledge", "companies", "general"):
        shift = min(0.0, float(np.log(odds["defence"] / odds[scheme])))
        calibration["relations." + scheme]["b"] = round(calibration["relations." + scheme]["b"] + shift, 4)
        for setting in thresholds:
            thresholds[setting]["relations." + scheme] = max(thresholds[setting]["relations." + scheme], RELATION_SURE[setting])
        print("relations.%s: odds of a fact %.4f, in reports %.4f, shift %+.2f" % (scheme, odds[scheme], odds["defence"], shift))
    # Names of the defence scheme are candidates for relations (see relate.py): the relation settles it.
    for setting in thresholds:
        thresholds[setting]["names.defence"] = 0.0
    # Cues are let through low: what is kept is settled by the whole attribution.
    for setting in thresholds:
        thresholds[setting]["cue"] = round(float(calibrated([LEAST_CUE], **calibration["cue"])[0]), 4)
    # Coreference: how much the score of "new" is raised. Careful links half a point of CoNLL less than the best.
    rows = []
    for setting in ("careful", "thorough"):
        a, b = calibration["span"]["a"], calibration["span"]["b"]
        low = float(1 / (1 + np.exp(-(logit(max(1e-6, thresholds[setting]["span"])) - b) / a)))
        scored = [predict.coreference_scores(model, r, max(low, LEAST_SPAN)) for r in reads]
        for bias in np.arange(-3.0, 1.01, 0.25):
            measured = conll([(r.coded.document.clusters, predict.chained(r, s, float(bias))) for r, s in zip(reads, scored)])
            rows.append({"spans": setting, "bias": round(float(bias), 2), **{k: round(v, 4) for k, v in measured.items()}})
    report["coreference"] = rows
    best = max(row["conll"] for row in rows)
    bias = max((row["bias"] for row in rows if row["spans"] == "careful" and row["conll"] >= max(r["conll"] for r in rows if r["spans"] == "careful") - 0.005))
    calibration["coreference"] = {"a": 1.0, "b": bias}
    print("coreference: best CoNLL %.4f; bias taken %.2f" % (best, bias), [row for row in rows if row["bias"] == bias])
    out = Path(said.out)
    manifest = {}
    for name in ("reader.onnx", "tokenizer.json", "labels.json"):
        data = (out / name).read_bytes()
        manifest[name] = {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
    with open(out / "settings.json", "w", encoding="utf-8") as file:
        json.dump({"version": said.version, "manifest": manifest, "calibration": calibration, "thresholds": thresholds}, file, indent=2)
        file.write("\n")
    with open(out / "curves.json", "w", encoding="utf-8") as file:
        json.dump(report, file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
