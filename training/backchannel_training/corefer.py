"""``python -m backchannel_training.corefer CHECKPOINT OUT``: trains the coreference scorer alone, on the finished encoder.

The joint training shows the scorer the annotated mentions, by stretches. Here it sees what it will see in use: the mentions that
the encoder finds, wrong ones among them, over whole documents. An epoch takes half a minute.
"""
import argparse
import random

import torch
import torch.nn.functional as F

from . import predict
from .batches import load
from .coreference import Mention
from .evaluate import load_model
from .losses import link_loss, pair_scores
from .metrics import conll

LEAST = 0.3  # probability of a span to count as found
TRAINED = ("vector_", "join_", "stand_", "match", "far", "nested", "new")


class Found:
    """The mentions found in a document: the vectors of their outer words, their words and chains (-1: in none)."""

    def __init__(self, model, coded):
        read = predict.encode_all(model, [coded])[0]
        spans, p = predict.mention_spans(model, read, LEAST), coded.pieces
        self.mentions = [Mention([p.text[s:e] for s, e in zip(p.word_start[a:b], p.word_end[a:b])], (a, b)) for a, b, _ in spans]
        self.first, self.last = (read.vectors([f(s) for s in spans]) if spans else None for f in (lambda s: s[0], lambda s: s[1] - 1))
        chain_of = {(a, b): int(c) for (a, b, _), c in zip(coded.mentions, coded.chain_of)}
        self.chain = torch.tensor([chain_of.get((a, b), -1) for a, b, _ in spans], dtype=torch.long)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("checkpoint")
    ask.add_argument("out")
    ask.add_argument("--epochs", type=int, default=4)
    ask.add_argument("--rate", type=float, default=5e-4)
    ask.add_argument("--drop", type=float, default=0.5)
    ask.add_argument("--seed", type=int, default=20240)
    ask.add_argument("--threads", type=int, default=1)
    said = ask.parse_args()
    torch.set_num_threads(said.threads)
    torch.manual_seed(said.seed)
    model, rng = load_model(said.checkpoint), random.Random(said.seed)
    head = model.mentions
    for name, parameter in model.named_parameters():
        parameter.requires_grad = name.startswith(tuple("mentions." + x for x in TRAINED))
    found = [x for x in (Found(model, c) for c in load("gum", "train")) if len(x.mentions) > 1]
    print("%d documents, %d mentions found" % (len(found), sum(len(x.mentions) for x in found)), flush=True)
    wanted = [p for p in head.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(wanted, lr=said.rate, weight_decay=0.02)
    steps, step = said.epochs * len(found), 0
    for epoch in range(said.epochs):
        rng.shuffle(found)
        total = 0.0
        for x in found:
            for group in optimiser.param_groups:
                group["lr"] = said.rate * (1 - step / steps) + 1e-6
            first, last = F.dropout(x.first, said.drop), F.dropout(x.last, said.drop)
            loss = link_loss(*pair_scores(model, first, last, x.mentions), x.chain)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(wanted, 1.0)
            optimiser.step()
            total, step = total + float(loss.detach()), step + 1
        print("epoch %d, loss %.3f" % (epoch + 1, total / len(found)), flush=True)
    torch.save({"average": model.state_dict()}, said.out)
    reads = predict.encode_all(model, load("gum", "dev"))
    scored = [predict.coreference_scores(model, r, 0.35) for r in reads]
    for bias in (-3.0, -2.5, -2.0, -1.5, -1.0, -0.5, 0.0):
        print("bias %.1f" % bias, conll([(r.coded.document.clusters, predict.chained(r, s, bias)) for r, s in zip(reads, scored)]))


if __name__ == "__main__":
    main()
