"""``python -m backchannel_training.train NAME --steps 4000``: train, or go on where run NAME stopped.

One task a batch, one batch a worker, one step for all workers' batches together. Workers are processes of one thread each:
on a machine that does other work as well, two threads inside one product wait for each other at every turn (measured: 420
word pieces a second against 1,200 and more), two processes only once a step. One thread also makes sums the same on every run.

Checkpoints hold everything a run needs to go on as if it had not stopped: weights, their average, optimiser, each worker's
place in every task's stream and its random state.
"""
import argparse
import json
import math
import os
import random
import time
from pathlib import Path

import torch
import torch.multiprocessing as processes
from safetensors.torch import load_file

from .batches import Stream, load
from .evaluate import evaluate
from .losses import losses
from .model import LAYERS, Reader
from .places import run_folder, start_folder

# Share of the steps. Attribution, names and roles matter most; small corpora get a few epochs more than large ones.
SHARES = {"polnear": 0.16, "worldwide": 0.10, "web_treebank": 0.56, "gum": 0.06, "politics": 0.05, "re3d": 0.03,
          "crossre": 0.01, "knowledge_net": 0.02, "companies": 0.01}
QUICK_LIMITS = {"polnear": 16, "worldwide": 20, "politics": 120, "web_treebank": 50, "gum": 6, "re3d": 14}


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


def pick(seed: int, rank: int, step: int, shares) -> str:
    return random.Random("task/%d/%d/%d" % (seed, rank, step)).choices(list(shares), list(shares.values()))[0]


class Worker:
    """One process' share of a step: its own streams and random state; gradients of the shared weights."""

    def __init__(self, model: Reader, rank: int, said, shares):
        torch.set_num_threads(1)
        torch.manual_seed(said.seed * 100 + rank)
        self.model, self.rank, self.said, self.shares = model, rank, said, shares
        documents = {name: load(name, "train") for name in shares}
        if said.overfit:
            documents = {name: docs[:said.overfit] for name, docs in documents.items()}
        self.streams = {name: Stream(name, docs, said.pieces, said.seed * 100 + rank, whole=name == "gum") for name, docs in documents.items()}

    def step(self, number: int):
        """Leaves gradients on the weights; returns (pieces read, {loss: value})."""
        task = pick(self.said.seed, self.rank, number, self.shares)
        batch = next(self.streams[task])
        parts = losses(self.model, batch, random.Random("case/%d/%d/%d" % (self.said.seed, self.rank, number)))
        if parts:
            sum(parts.values()).backward()
            # Clipped before the workers' gradients meet, so that no task drowns the one beside it.
            norm = torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
            if not torch.isfinite(norm):
                self.model.zero_grad(set_to_none=True)
            parts["norm " + task] = norm
        return sum(w.end - w.start for w in batch), {k: float(v.detach()) for k, v in parts.items()}

    def state(self) -> dict:
        return {"streams": {k: s.state() for k, s in self.streams.items()}, "random": torch.get_rng_state()}

    def resume(self, state: dict) -> None:
        for name, place in state["streams"].items():
            if name in self.streams:
                self.streams[name].resume(place)
        torch.set_rng_state(state["random"])


def work(model: Reader, gradients, rank: int, said, shares, line) -> None:
    """The loop of a worker beside the first: answers "step", "state", "resume"; ends when the line does."""
    worker = Worker(model, rank, said, shares)
    model.train()
    while True:
        try:
            asked, given = line.recv()
        except EOFError:
            return
        if asked == "step":
            answer = worker.step(given)
            for parameter, shared in zip(model.parameters(), gradients):
                if parameter.grad is None:
                    shared.zero_()
                else:
                    shared.copy_(parameter.grad)
                    parameter.grad = None
            line.send(answer)
        elif asked == "state":
            line.send(worker.state())
        elif asked == "resume":
            worker.resume(given)
            line.send(None)


def save(path: Path, payload: dict) -> None:
    fresh = path.with_suffix(".tmp")
    torch.save(payload, fresh)
    os.replace(fresh, path)


def arguments():
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("name")
    ask.add_argument("--steps", type=int, default=3000)
    ask.add_argument("--stop-at", type=int, default=0, help="stop early at this step; the schedule stays that of --steps")
    ask.add_argument("--pieces", type=int, default=1536, help="word pieces a worker's batch")
    ask.add_argument("--workers", type=int, default=2)
    ask.add_argument("--top", type=float, default=1.5e-4)
    ask.add_argument("--heads", type=float, default=1e-3)
    ask.add_argument("--decay", type=float, default=0.9)
    ask.add_argument("--warm", type=float, default=0.06)
    ask.add_argument("--average", type=float, default=0.998)
    ask.add_argument("--seed", type=int, default=20240)
    ask.add_argument("--save-minutes", type=float, default=10.0)
    ask.add_argument("--quick-every", type=int, default=600)
    ask.add_argument("--only", default="", help="tasks, comma separated; default all")
    ask.add_argument("--from-checkpoint", default="", help="begin with these weights instead of the starting weights")
    ask.add_argument("--overfit", type=int, default=0, help="train on this many documents a task and score on the same")
    return ask.parse_args()


def main() -> None:
    said = arguments()
    torch.set_num_threads(1)
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

    model = Reader()
    latest = folder / "latest.pt"
    if said.from_checkpoint:
        begun = model.load_state_dict(torch.load(said.from_checkpoint, map_location="cpu", weights_only=False)["average"], strict=False)
        if begun.unexpected_keys:
            raise SystemExit("%s is of another model: it has %s" % (said.from_checkpoint, begun.unexpected_keys))
        print("begun afresh: %s" % (begun.missing_keys or "nothing"))
    else:
        model.encoder.load_bert(load_file(str(start_folder() / "model.safetensors")))
    model.share_memory()
    parameters = list(model.parameters())
    kept = torch.load(latest, map_location="cpu", weights_only=False) if latest.exists() else None
    lines, gradients = [], []
    spawn = processes.get_context("spawn")
    for rank in range(1, said.workers):
        mine, theirs = spawn.Pipe()
        shared = [torch.zeros_like(p).share_memory_() for p in parameters]
        spawn.Process(target=work, args=(model, shared, rank, said, shares, theirs), daemon=True).start()
        theirs.close()
        lines.append(mine)
        gradients.append(shared)
    worker = Worker(model, 0, said, shares)
    quick = {name: load(name, "train")[:said.overfit] if said.overfit else load(name, "dev")[:QUICK_LIMITS[name]]
             for name in shares if said.overfit or name in QUICK_LIMITS}
    optimiser = torch.optim.AdamW(groups(model, said.top, said.heads, said.decay), betas=(0.9, 0.98), fused=True)
    average = {k: v.detach().clone() for k, v in model.state_dict().items()}
    step = 0
    if kept is not None:
        with torch.no_grad():
            for name, value in model.state_dict().items():
                value.copy_(kept["model"][name])
        optimiser.load_state_dict(kept["optimiser"])
        average, step = kept["average"], kept["step"]
        worker.resume(kept["workers"][0])
        for line, state in zip(lines, kept["workers"][1:]):
            line.send(("resume", state))
            line.recv()
        del kept
    log(event="start", step=step, arguments=vars(said), batches={k: len(s.batches) for k, s in worker.streams.items()})

    def keep(path: Path) -> None:
        states = [worker.state()]
        for line in lines:
            line.send(("state", None))
            states.append(line.recv())
        save(path, {"model": model.state_dict(), "average": average, "optimiser": optimiser.state_dict(), "step": step,
                    "workers": states, "arguments": vars(said)})

    def score() -> None:
        began, judged = time.time(), Reader()
        judged.load_state_dict(average)
        figures = evaluate(judged, only=list(quick), splits=quick)
        log(event="quick", step=step, seconds=round(time.time() - began), figures=figures)

    last = said.stop_at or said.steps
    saved, told, seen, sums = time.time(), time.time(), 0, {}
    model.train()
    while step < last:
        for line in lines:
            line.send(("step", step))
        done = [worker.step(step)]
        for line, shared in zip(lines, gradients):
            done.append(line.recv())
            for parameter, gradient in zip(parameters, shared):
                if parameter.grad is None:
                    parameter.grad = gradient.clone()
                else:
                    parameter.grad.add_(gradient)
        scale = scale_at(step, said.steps, said.warm)
        for group in optimiser.param_groups:
            group["lr"] = group["base"] * scale
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        step += 1
        with torch.no_grad():
            weight = 1 - min(said.average, (1 + step) / (10 + step))
            state = model.state_dict()
            torch._foreach_lerp_(list(average.values()), [state[k] for k in average], weight)
        for pieces, parts in done:
            seen += pieces
            for k, v in parts.items():
                one = sums.setdefault(k, [0.0, 0])
                one[0] += v
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
