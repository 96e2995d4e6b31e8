"""``python -m backchannel_training.events_score EVIDENCE``: trains the scorer of event mentions, into ``data/event-scorer.json``.

EVIDENCE is what ``npm run bench:events -- --evidence EVIDENCE`` writes: everything that the product compares of two mentions, with the
answers, for ECB+ (its train part) and MEANTIME (train). The threshold is chosen by leaving topics out (``--choose``); the development parts
are scored by ``npm run bench:events`` alone.
"""
import argparse
import json
from typing import Dict, List

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from .metrics import conll
from .places import REPOSITORY

BENT, SEEDS, STEPS, BATCH, FOLDS = 32, 3, 600, 4096, 4


# Known only where a whole story is looked at. The scorer is asked about two documents by themselves as well, so it learns without them too.
OF_STORIES = ("closeness", "tellers", "fewerTellers", "togetherInDocuments", "togetherInSentences")
BLIND = 0.3  # share of the pairs that are learned from without them


class Compared:
    """One corpus with its pairs: numbers of two mentions, evidence, whether they corefer."""

    def __init__(self, head: dict, rows: List[str], width: int):
        table = np.array([r.split() for r in rows], dtype=np.float32) if rows else np.zeros((0, 2 + width), dtype=np.float32)
        self.documents, self.stems, self.chains, self.story = head["documents"], head["stems"], head["chains"], np.array(head["story"])
        self.one, self.other, self.values = table[:, 0].astype(int), table[:, 1].astype(int), table[:, 2:]
        chain = {c: i for i, c in enumerate(dict.fromkeys(self.chains))}
        number = np.array([chain[c] for c in self.chains])
        self.same = (number[self.one] == number[self.other]).astype(np.float32)
        # Pairs grow with the square of a story: a mention of a large one counts as much as one of a small one, nearly.
        sizes = {s: int((self.story == s).sum()) for s in set(self.story.tolist())}
        self.weight = np.array([1 / np.sqrt(sizes[s]) for s in self.story[self.one]], dtype=np.float32)
        self.weight /= self.weight.mean()
        self.topic = np.array([d.split("_")[0] for d in self.documents])


def read_evidence(path: str):
    with open(path, encoding="utf-8") as lines:
        names = json.loads(next(lines))["evidence"]
        found: Dict[tuple, Compared] = {}
        for line in lines:
            head, rows = json.loads(line), []
            for row in lines:
                if row == "\n":
                    break
                rows.append(row)
            found[head["corpus"], head["stories"]] = Compared(head, rows, len(names))
    return names, found


def linked_from(scores: np.ndarray, start: np.ndarray, threshold: float) -> List[List[int]]:
    """Average linkage until no two groups' mean score is at ``threshold``. ``start`` numbers the groups to begin with, from 0."""
    count = int(start.max()) + 1 if len(start) else 0
    held = np.zeros((count, len(start)))
    held[start, np.arange(len(start))] = 1
    groups = {g: [int(i) for i in np.nonzero(start == g)[0]] for g in range(count)}
    total, size = held @ scores.astype(np.float64) @ held.T, held.sum(1)
    mean = total / np.maximum(np.outer(size, size), 1)
    np.fill_diagonal(mean, -np.inf)
    while len(groups) > 1:
        i, j = divmod(int(mean.argmax()), count)
        if mean[i, j] < threshold:
            break
        i, j = min(i, j), max(i, j)
        groups[i] += groups.pop(j)
        total[i] += total[j]
        total[:, i] = total[i]
        size[i] += size[j]
        gone = np.isneginf(mean[i])
        mean[i] = np.where(gone, -np.inf, total[i] / (size[i] * size))
        mean[i, i] = mean[i, j] = -np.inf
        mean[:, i] = mean[i]
        mean[j] = mean[:, j] = -np.inf
    return [sorted(g) for g in groups.values()]


class Scorer(nn.Module):
    def __init__(self, width: int):
        super().__init__()
        self.bend, self.out = nn.Linear(width, BENT), nn.Linear(BENT, 1)

    def forward(self, x):
        return self.out(F.relu(self.bend(x))).squeeze(-1)


def train(sets: List[Compared], allowed, names: List[str], seeds: int = SEEDS):
    """Scorers from pairs whose topics are allowed, with the mean and spread of their inputs."""
    of_stories = [names.index(name) for name in OF_STORIES]
    x, y, w = [], [], []
    for one in sets:
        keep = allowed(one)
        keep = keep[one.one] & keep[one.other]
        x.append(one.values[keep])
        y.append(one.same[keep])
        w.append(one.weight[keep])
    x, y, w = map(np.concatenate, (x, y, w))
    mean, spread = x.mean(0), x.std(0) + 1e-6
    x, y, w = torch.tensor((x - mean) / spread), torch.tensor(y), torch.tensor(w)
    models = []
    for seed in range(seeds):
        torch.manual_seed(seed)
        model = Scorer(x.shape[1])
        optimiser = torch.optim.AdamW(model.parameters(), lr=8e-3, weight_decay=0.05)
        for step in range(STEPS):
            k = torch.randint(len(x), (BATCH,))
            some = x[k]
            blind = torch.nonzero(torch.rand(BATCH) < BLIND)
            some[blind, torch.tensor(of_stories)] = 0.0
            loss = (w[k] * F.binary_cross_entropy_with_logits(model(some), y[k], reduction="none")).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            for group in optimiser.param_groups:
                group["lr"] = 8e-3 * (1 - step / STEPS)
        models.append(model.eval())
    return models, mean, spread


@torch.no_grad()
def likelihoods(trained, values: np.ndarray) -> np.ndarray:
    models, mean, spread = trained
    x = torch.tensor((values - mean) / spread)
    return torch.sigmoid(sum(m(x) for m in models) / len(models)).numpy()


def figures(one: Compared, odds: np.ndarray, threshold: float) -> dict:
    """Groups within stories, mentions by one stem in one document taken together first, as the product does."""
    gold, found = {}, []
    for at, chain in enumerate(one.chains):
        gold.setdefault(chain, []).append((at,))
    for story in sorted(set(one.story.tolist())):
        own = np.nonzero(one.story == story)[0]
        place = {int(k): i for i, k in enumerate(own)}
        pairs = np.nonzero(one.story[one.one] == story)[0]
        grid = np.zeros((len(own), len(own)))
        a, b = [place[int(k)] for k in one.one[pairs]], [place[int(k)] for k in one.other[pairs]]
        grid[a, b] = grid[b, a] = odds[pairs]
        keys: Dict[tuple, int] = {}
        start = np.array([keys.setdefault((one.documents[k], one.stems[k]), len(keys)) for k in own])
        found += [[(int(own[i]),) for i in group] for group in linked_from(grid, start, threshold)]
    return conll([(list(gold.values()), found)])


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("evidence")
    ask.add_argument("--threshold", type=float, default=0.35)
    ask.add_argument("--choose", action="store_true", help="print figures by threshold, each topic scored by a scorer that has not seen it")
    said = ask.parse_args()
    torch.set_num_threads(1)
    names, found = read_evidence(said.evidence)
    own = [found["train", kind] for kind in ("found", "gold")]
    # A corpus whose every event is marked, most of them told once: it keeps the scorer from joining too much.
    beside = [found["meantime", kind] for kind in ("found", "gold")]
    if said.choose:
        topics = sorted(set(own[0].topic.tolist()), key=int)
        odds = [np.zeros(len(one.same)) for one in own]
        alone = np.zeros(len(own[0].same))
        for fold in range(FOLDS):
            out = topics[fold::FOLDS]
            trained = train(own + beside, lambda c: ~np.isin(c.topic, out), names)
            for one, into in zip(own, odds):
                keep = np.isin(one.topic[one.one], out)
                into[keep] = likelihoods(trained, one.values[keep])
            keep, unknown = np.isin(own[0].topic[own[0].one], out), own[0].values.copy()
            unknown[:, [names.index(name) for name in OF_STORIES]] = trained[1][[names.index(name) for name in OF_STORIES]]
            alone[keep] = likelihoods(trained, unknown[keep])
        for one, kind, likely in zip(own, ("found", "given"), odds):
            for threshold in (0.25, 0.3, 0.35, 0.4, 0.45, 0.5):
                print("stories %s, threshold %.2f: %s" % (kind, threshold, figures(one, likely, threshold)), flush=True)
        for one, likely, kind in ((own[0], odds[0], "in its story"), (own[0], alone, "by itself")):
            for least in (0.35, 0.5, 0.7, 0.8, 0.9):
                yes = likely >= least
                print("a pair %s, at least %.2f: precision %.3f, recall %.3f" % (kind, least, one.same[yes].mean(), one.same[yes].sum() / one.same.sum()))
    models, mean, spread = train(own + beside, lambda c: np.ones(len(c.topic), dtype=bool), names)
    rounded = lambda values, digits=4: [round(float(v), digits) for v in values]
    weights = np.concatenate([m.bend.weight.detach().numpy() for m in models])
    bias = np.concatenate([m.bend.bias.detach().numpy() for m in models])
    # The mean of several scorers is one wider scorer.
    out = np.concatenate([m.out.weight.detach().numpy() for m in models], 1) / len(models)
    layers = [{"weights": [rounded(r) for r in weights], "bias": rounded(bias)},
              {"weights": [rounded(r, 5) for r in out], "bias": rounded([np.mean([m.out.bias.item() for m in models])])}]
    with open(REPOSITORY / "data" / "event-scorer.json", "w", encoding="utf-8") as file:
        json.dump({"evidence": names, "mean": rounded(mean, 5), "spread": rounded(spread, 5), "layers": layers, "threshold": said.threshold}, file, separators=(",", ":"))
        file.write("\n")


if __name__ == "__main__":
    main()
