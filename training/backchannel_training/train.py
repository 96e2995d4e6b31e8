"""``python -m backchannel_training.train NAME --steps 4000``: train, or go on where run NAME stopped.

One task a batch. Checkpoints hold everything a run needs to go on as if it had not stopped: weights, their average,
optimiser, place in every task's stream and the random states.
"""
import argparse
import json
import math
import os
import random
import time
from pathlib import Path

import torch
from safetensors.torch import load_file

from .batches import Stream, load
from .evaluate import evaluate
from .losses import losses
from .model import LAYERS, Reader
from .places import run_folder, start_folder

# Share of the steps. Attribution, names and roles matter most; small corpora get a few epochs more than large ones.
SHARES = {"polnear": 0.36, "worldwide": 0.17, "web_treebank": 0.23, "gum": 0.12, "politics": 0.02, "re3d": 0.03,
          "crossre": 0.02, "knowledge_net": 0.03, "companies": 0.02}
QUICK_LIMITS = {"polnear": 24, "worldwide": 25, "politics": 150, "web_treebank": 60, "gum": 8, "re3d": 14}


def groups(model: Reader, top: float, heads: float, decay: float):
    """Parameter groups: heads, then each layer from the top at ``decay`` of the one above; no weight decay on norms and biases."""
    rates = {}
    for name, parameter in model.named_parameters():
        if name.startswith("encoder.layers."):
            rate = top * decay ** (LAYERS - 1 - int(name.split(".")[2]))
        elif name.startswith("encoder.shapes"):
            rate = heads
        elif name.startswith("encoder."):
            rate = top * decay ** LAYERS
        else:
            rate = heads
        rates.setdefault((rate, 0.01 if parameter.dim() > 1 else 0.0), []).append(parameter)
    return [{"params": p, "lr": rate, "base": rate, "weight_decay": wd} for (rate, wd), p in rates.items()]


def scale_at(step: int, steps: int, warm: float) -> float:
    """Linear warm-up, then half a cosine down to 2 per cent."""
    first = max(1, int(steps * warm))
    if step < first:
        return (step + 1) / first
    along = min(1.0, (step - first) / max(1, steps - first))
    return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * along))


def pick(seed: int, step: int, shares) -> str:
    return random.Random("task/%d/%d" % (seed, step)).choices(list(shares), list(shares.values()))[0]


def save(path: Path, payload: dict) -> None:
    fresh = path.with_suffix(".tmp")
    torch.save(payload, fresh)
    os.replace(fresh, path)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("name")
    ask.add_argument("--steps", type=int, default=4000)
    ask.add_argument("--stop-at", type=int, default=0, help="stop early at this step; the schedule stays that of --steps")
    ask.add_argument("--pieces", type=int, default=2304, help="word pieces a batch")
    ask.add_argument("--top", type=float, default=1e-4)
    ask.add_argument("--heads", type=float, default=1e-3)
    ask.add_argument("--decay", type=float, default=0.9)
    ask.add_argument("--warm", type=float, default=0.06)
    ask.add_argument("--average", type=float, default=0.999)
    ask.add_argument("--seed", type=int, default=20240)
    ask.add_argument("--threads", type=int, default=2)
    ask.add_argument("--save-minutes", type=float, default=10.0)
    ask.add_argument("--quick-every", type=int, default=500)
    ask.add_argument("--only", default="", help="tasks, comma separated; default all")
    ask.add_argument("--from-checkpoint", default="", help="begin with these weights instead of the starting weights")
    ask.add_argument("--overfit", type=int, default=0, help="train on this many documents a task and score on the same")
    said = ask.parse_args()

    torch.set_num_threads(said.threads)
    torch.manual_seed(said.seed)
    folder = run_folder(said.name)
    folder.mkdir(parents=True, exist_ok=True)
    shares = {k: v for k, v in SHARES.items() if not said.only or k in said.only.split(",")}
    log_file = open(folder / "log.jsonl", "a", encoding="utf-8")

    def log(**row):
        line = json.dumps({"at": time.strftime("%H:%M:%S"), **row})
        print(line, flush=True)
        log_file.write(line + "\n")
        log_file.flush()

    documents = {name: load(name, "train") for name in shares}
    if said.overfit:
        documents = {name: docs[:said.overfit] for name, docs in documents.items()}
        quick = documents
    else:
        quick = {name: load(name, "dev")[:QUICK_LIMITS[name]] for name in shares if name in QUICK_LIMITS}
    streams = {name: Stream(name, docs, said.pieces, said.seed, whole=name == "gum") for name, docs in documents.items()}

    model = Reader()
    latest = folder / "latest.pt"
    if said.from_checkpoint:
        model.load_state_dict(torch.load(said.from_checkpoint, map_location="cpu", weights_only=False)["average"])
    else:
        model.encoder.load_bert(load_file(str(start_folder() / "model.safetensors")))
    optimiser = torch.optim.AdamW(groups(model, said.top, said.heads, said.decay), betas=(0.9, 0.98), fused=True)
    average = {k: v.detach().clone() for k, v in model.state_dict().items()}
    step = 0
    if latest.exists():
        kept = torch.load(latest, map_location="cpu", weights_only=False)
        model.load_state_dict(kept["model"])
        optimiser.load_state_dict(kept["optimiser"])
        average, step = kept["average"], kept["step"]
        for name, state in kept["streams"].items():
            if name in streams:
                streams[name].resume(state)
        torch.set_rng_state(kept["random"])
    log(event="start", step=step, arguments=vars(said), batches={k: len(s.batches) for k, s in streams.items()})

    def keep(path: Path) -> None:
        save(path, {"model": model.state_dict(), "average": average, "optimiser": optimiser.state_dict(), "step": step,
                    "streams": {k: s.state() for k, s in streams.items()}, "random": torch.get_rng_state(), "arguments": vars(said)})

    def score() -> None:
        began, mine = time.time(), {k: v.clone() for k, v in model.state_dict().items()}
        random_state = torch.get_rng_state()
        model.load_state_dict(average)
        figures = evaluate(model, only=list(quick), splits=quick)
        model.load_state_dict(mine)
        torch.set_rng_state(random_state)
        log(event="quick", step=step, seconds=round(time.time() - began), figures=figures)

    last = said.stop_at or said.steps
    saved, told, seen, sums = time.time(), time.time(), 0, {}
    model.train()
    while step < last:
        task = pick(said.seed, step, shares)
        batch = next(streams[task])
        parts = losses(model, batch, random.Random("case/%d/%d" % (said.seed, step)))
        if parts:
            sum(parts.values()).backward()
            norm = torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            scale = scale_at(step, said.steps, said.warm)
            for group in optimiser.param_groups:
                group["lr"] = group["base"] * scale
            if torch.isfinite(norm):
                optimiser.step()
            else:
                log(event="skipped", step=step, task=task)
            optimiser.zero_grad(set_to_none=True)
        step += 1
        with torch.no_grad():
            weight = 1 - min(said.average, (1 + step) / (10 + step))
            state = model.state_dict()
            torch._foreach_lerp_(list(average.values()), [state[k] for k in average], weight)
        seen += sum(w.end - w.start for w in batch)
        for k, v in parts.items():
            one = sums.setdefault(k, [0.0, 0])
            one[0] += float(v.detach())
            one[1] += 1
        if step % 50 == 0:
            log(step=step, pieces_a_second=round(seen / (time.time() - told)), losses={k: round(a / b, 3) for k, (a, b) in sorted(sums.items())})
            told, seen, sums = time.time(), 0, {}
        if said.quick_every and step % said.quick_every == 0 and step < last:
            score()
            told = time.time()
        if time.time() - saved > said.save_minutes * 60:
            keep(latest)
            saved = time.time()
    keep(latest)
    log(event="done", step=step)
    score()


if __name__ == "__main__":
    main()
