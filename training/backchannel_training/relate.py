"""``python -m backchannel_training.relate CHECKPOINT OUT``: trains the relation head alone, on the finished encoder.

The relation corpora are small (re3d: 14 thousand pieces) and nearly every pair of spans holds nothing: inside the joint
training their share of the steps is too small for the head to leave its floor. On a frozen encoder an epoch takes
seconds. OUT is a checkpoint with the averaged weights of the last epochs.
"""
import argparse
import json
import random

import torch
import torch.nn.functional as F

from . import labels, predict
from .batches import load
from .evaluate import evaluate, load_model
from .losses import relation_targets

# What the defence scheme calls outside every name is lowered by this: its names are the candidates for re3d's relations, and a
# candidate too many costs less than one that is missing, since the relation head settles it (development F1 21 to 26).
EAGER = 1.5

CORPORA = {"re3d": 14, "knowledge_net": 4, "companies": 4, "crossre": 6}  # epochs


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("checkpoint")
    ask.add_argument("out")
    ask.add_argument("--rate", type=float, default=2e-3)
    ask.add_argument("--fresh", action="store_true", help="begin with a new head")
    ask.add_argument("--seed", type=int, default=20240)
    said = ask.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(said.seed)
    model, rng = load_model(said.checkpoint), random.Random(said.seed)
    head = model.relations
    if said.fresh:
        head.__init__()
    for parameter in model.parameters():
        parameter.requires_grad = False
    for parameter in head.parameters():
        parameter.requires_grad = True
    work = []
    for name, epochs in CORPORA.items():
        found = []
        for read in predict.encode_all(model, load(name, "train")):
            for hidden, w in zip(read.hidden, read.windows):
                targets = relation_targets(w)
                if targets is not None:
                    found.append((hidden, targets, w.coded.relations["scheme"]))
        for _ in range(epochs):
            rng.shuffle(found)
            work += [found[k:k + 8] for k in range(0, len(found), 8)]
        print("%s: %d stretches" % (name, len(found)), flush=True)
    rng.shuffle(work)
    optimiser = torch.optim.AdamW(head.parameters(), lr=said.rate, weight_decay=0.05)
    average, last, losses = {}, int(len(work) * 0.8), []
    head.train()
    for step, batch in enumerate(work):
        for group in optimiser.param_groups:
            group["lr"] = said.rate * (1 - step / len(work)) + 1e-5
        loss = torch.zeros(())
        for hidden, (places, one, two, offset, target, keep), scheme in batch:
            logits = head(F.dropout(hidden, 0.3), places, one, two, offset, scheme)
            loss = loss + F.binary_cross_entropy_with_logits(logits[:, keep], target[:, keep], reduction="sum") / target.sum().clamp(min=3)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(head.parameters(), 1.0)
        optimiser.step()
        losses.append(float(loss.detach()) / len(batch))
        if step >= last:
            for name, value in head.state_dict().items():
                average[name] = average.get(name, 0) + value / (len(work) - last)
        if (step + 1) % 200 == 0:
            print("step %d of %d, loss %.3f" % (step + 1, len(work), sum(losses[-200:]) / 200), flush=True)
    head.load_state_dict(average)
    model.names["defence"].bias.data[0] -= EAGER
    torch.save({"average": model.state_dict()}, said.out)
    print(json.dumps(evaluate(model.eval(), ["re3d", "knowledge_net", "companies", "crossre"], sweep=True), indent=1))


if __name__ == "__main__":
    main()
