"""``python -m backchannel_training.export CHECKPOINT OUT``: one float32 ONNX graph with every head, and what goes beside it.

OUT gets ``reader-f32.onnx``, ``tokenizer.json``, ``labels.json`` (labels, sizes, the small tables of coreference and
relations that the reader applies outside the network). ``quantise`` makes ``reader.onnx`` of it.

Inputs, all [batch, length]: ``input_ids``, ``attention_mask``, ``shape_ids`` (int64); ``trigger_bias`` [batch, length, 2] (float32) is
added to the trigger logits: a large negative where no trigger may be (pieces inside words, what another window answers
for), a large positive for a given one. ``trigger_floor`` [2]: logits above it get roles.

Outputs: names_<scheme> [b, l, tags]; triggers [b, l, 2] without the bias; cue_at and predicate_at [t, 2] (row, piece) with
cue_roles [t, 257, 7] and predicate_roles [t, 129, 67] (place k is piece at + k - reach); factuality [b, l];
spans [b, l, 40] (logit of the span whose last word begins k pieces on); type_first, type_last [b, l, types] (add them);
vector_first, vector_last [b, l, 192] (add, GELU, first half for the anaphor, second for the antecedent);
join_first, join_last [b, l, 128] (add; first half for the anaphor, second for the antecedent; see pair_scores in losses.py);
stand_first, stand_last [b, l, 2] (add; added to a mention's scores as antecedent, and to its score of being new);
relation_first, relation_last [b, l, 256] (add; first half for the subject, second for the object); relation_between
[b, l, 128] (its mean over the pieces strictly between the two spans is added, nothing where they touch or overlap); hidden [b, l, 384], the
encoder's last layer, for measuring.
"""
import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn

from . import labels, wordpieces
from .evaluate import load_model
from .model import DISTANCES, JOIN_WIDTH, PAIR_WIDTH, REACH, RELATION_WIDTH, SPAN_LIMIT, Reader
from .places import start_folder

INPUTS = ["input_ids", "attention_mask", "shape_ids", "trigger_bias", "trigger_floor"]
SCHEMES = list(labels.NAME_TYPES)
OUTPUTS = ["names_" + s for s in SCHEMES] + [
    "triggers", "cue_at", "cue_roles", "predicate_at", "predicate_roles", "factuality", "spans", "type_first", "type_last",
    "vector_first", "vector_last", "join_first", "join_last", "stand_first", "stand_last", "relation_first", "relation_last", "relation_between", "hidden"]


class Whole(nn.Module):
    """All heads in one graph."""

    def __init__(self, reader: Reader):
        super().__init__()
        self.reader = reader

    def forward(self, ids, mask, shape, bias, floor):
        r = self.reader
        hidden = r.encode(ids, mask, shape)
        out = [r.tag(hidden, scheme) for scheme in SCHEMES]
        triggers = r.triggers(hidden)
        out.append(triggers)
        raised = triggers + bias
        for number, kind in enumerate(labels.TRIGGERS):
            at = torch.nonzero(raised[..., number] > floor[number])
            roles, _ = r.roles(hidden, at[:, 0], at[:, 1], kind)
            out += [at, roles]
        out.append(r.factuality(hidden)[..., 0])
        m = r.mentions
        out += [m.spans(hidden), m.type_first(hidden), m.type_last(hidden), m.vector_first(hidden), m.vector_last(hidden), m.join_first(hidden), m.join_last(hidden), m.stand_first(hidden), m.stand_last(hidden),
                r.relations.first(hidden), r.relations.last(hidden), r.relations.between(hidden), hidden]
        return tuple(out)


def beside(reader: Reader) -> dict:
    """labels.json: what the reader needs to know of the graph, and the tables it applies itself."""
    rounded = lambda t: np.round(t.detach().numpy().astype(float), 5).tolist()
    m, r = reader.mentions, reader.relations
    return {
        "window": wordpieces.WINDOW, "overlap": wordpieces.OVERLAP, "cls": wordpieces.CLS, "sep": wordpieces.SEP, "pad": wordpieces.PAD,
        "shapes": wordpieces.SHAPES, "gaps": wordpieces.GAPS, "reach": REACH, "spanLimit": SPAN_LIMIT, "distances": DISTANCES,
        "names": {s: labels.tags_of(t) for s, t in labels.NAME_TYPES.items()}, "triggers": labels.TRIGGERS,
        "roles": {k: labels.tags_of(v) for k, v in labels.ROLES.items()}, "mentionTypes": labels.MENTION_TYPES,
        "coreference": {"width": PAIR_WIDTH, "match": rounded(m.match), "far": rounded(m.far), "nested": rounded(m.nested), "new": rounded(m.new),
                        "join": {"width": JOIN_WIDTH, "match": rounded(m.join_match.weight), "far": rounded(m.join_far.weight), "score": rounded(m.join_score.weight[0])}},
        "relations": {"width": RELATION_WIDTH, "distance": rounded(r.distance.weight), "labels": labels.RELATIONS,
                      "weight": {s: rounded(layer.weight) for s, layer in r.names.items()},
                      "bias": {s: rounded(layer.bias) for s, layer in r.names.items()}},
    }


def example(batch: int = 2, length: int = 40):
    rng = np.random.default_rng(5)
    ids = torch.from_numpy(rng.integers(1000, 20000, (batch, length)))
    mask = torch.ones(batch, length, dtype=torch.long)
    mask[-1, length - 9:] = 0
    shape = torch.from_numpy(rng.integers(0, wordpieces.SHAPES * wordpieces.GAPS, (batch, length)))
    bias = torch.zeros(batch, length, 2)
    bias[0, 3, 0] = bias[-1, 5, 1] = bias[0, 20, 1] = 100.0
    return ids, mask, shape, bias, torch.tensor([0.0, 0.0])


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("checkpoint")
    ask.add_argument("out")
    said = ask.parse_args()
    out = Path(said.out)
    out.mkdir(parents=True, exist_ok=True)
    whole = Whole(load_model(said.checkpoint)).eval()
    axes = {name: {0: "batch", 1: "length"} for name in INPUTS[:4] + OUTPUTS}
    for kind in labels.TRIGGERS:
        axes[kind + "_at"] = axes[kind + "_roles"] = {0: kind + "s"}
    path = out / "reader-f32.onnx"
    with torch.no_grad():
        torch.onnx.export(whole, example(), str(path), input_names=INPUTS, output_names=OUTPUTS, dynamic_axes=axes,
                          opset_version=17, dynamo=False)
    shutil.copy(start_folder() / "tokenizer.json", out / "tokenizer.json")
    with open(out / "labels.json", "w", encoding="utf-8") as file:
        json.dump(beside(whole.reader), file)

    import onnxruntime as ort

    session = ort.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    none = list(example(1, 30))
    none[3] = torch.full_like(none[3], -1e4)
    for given in (example(), example(1, 384), example(3, 17 + 8), none):
        got = session.run(None, {k: v.numpy() for k, v in zip(INPUTS, given)})
        with torch.no_grad():
            want = whole(*given)
        keep = given[1].numpy().astype(bool)
        worst = 0.0
        for name, g, w in zip(OUTPUTS, got, want):
            w = w.numpy()
            if g.shape != w.shape:
                raise SystemExit("%s: expected shape %s, got %s" % (name, w.shape, g.shape))
            if name.endswith("_at"):
                assert (g == w).all(), name
            elif g.size:
                if g.shape[:2] == keep.shape and name != "spans":
                    g, w = g[keep], w[keep]
                worst = max(worst, float(np.abs(g - w).max()))
        print("batch %d length %d: largest difference to PyTorch %.2g" % (*given[0].shape, worst))
        if worst > 2e-3:
            raise SystemExit("the graph differs from the model")
    print("%s: %.1f MB" % (path, path.stat().st_size / 1e6))


if __name__ == "__main__":
    main()
