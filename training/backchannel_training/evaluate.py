"""``python -m backchannel_training.evaluate CHECKPOINT [--only polnear,gum] [--sweep] [--graph OUT/reader.onnx]``: every head on its development split."""
import argparse
import json
import sys
import time
from typing import Dict, List, Optional

import numpy as np
import torch

from . import predict
from .batches import Coded, load
from .metrics import Tally, conll, matched_facts, pearson
from .model import WIDTH, Reader
from .places import scorer_folder

# A word is taken for a cue, a span for a mention, a pair for related at this probability and above.
THRESHOLDS = {"cue": 0.5, "mention": 0.5, "relation": 0.5}


def attribution(model: Reader, documents: List[Coded], sweep: bool) -> Dict:
    sys.path.insert(0, str(scorer_folder()))
    import score_attribution as scorer

    reads = predict.encode_all(model, documents)
    lowest = 0.15 if sweep else THRESHOLDS["cue"]
    found = {r.coded.document.id: predict.attributions(model, r, lowest) for r in reads}
    gold = []
    for r in reads:
        items = [{role: sorted((s, e) for name, s, e in a["roles"] if name == role) for role in scorer.ROLES}
                 for a in r.coded.document.attributions]
        gold.append((r.coded.document.id, r.coded.document.id, r.coded.document.text, items))
    out = {}
    for threshold in ([0.2, 0.3, 0.4, 0.5, 0.6, 0.7] if sweep else [THRESHOLDS["cue"]]):
        kept = {name: [{k: a[k] for k in scorer.ROLES} for a in items if a["score"] >= threshold] for name, items in found.items()}
        total, _recall, _ = scorer.score(gold, kept)
        key = "" if threshold == THRESHOLDS["cue"] else "@%.1f " % threshold
        out[key + "triple"] = total["triple", "all"].dump()
        if not key:
            for role in scorer.ROLES:
                out["strict " + role] = total["strict", role].dump()
    return out


def names_of(model: Reader, documents: List[Coded], scheme: str) -> Dict:
    tally, core = Tally(), Tally()
    for r in predict.encode_all(model, documents):
        gold = {tuple(n) for n in r.coded.document.names[scheme]}
        found = {tuple(n) for n in predict.names(model, r, scheme)}
        tally.add(gold, found)
        three = ("Person", "Organization", "Location")
        core.add({n for n in gold if n[2] in three}, {n for n in found if n[2] in three})
    return {"all": tally.figures(), **({"three": core.figures()} if scheme == "world" else {})}


def treebank(model: Reader, documents: List[Coded]) -> Dict:
    roles, triggers, guess, value = Tally(), Tally(), [], []
    names = Tally()
    for r in predict.encode_all(model, documents):
        c = r.coded
        names.add({tuple(n) for n in c.document.names["web"]}, {tuple(n) for n in predict.names(model, r, "web")})
        if c.document.predicates:
            words = np.array([c.pieces.words_in(*x["at"])[0] for x in c.document.predicates])
            for x, word, got in zip(c.document.predicates, words, predict.predicate_roles(model, r, words)):
                roles.add({tuple(a) for a in x["roles"]}, {tuple(a[:3]) for a in got})
            sure = predict.trigger_scores(model, r, "predicate")
            triggers.add(set(words.tolist()), set(np.nonzero(sure >= 0.5)[0].tolist()))
        if c.factuality:
            guess += predict.factuality(model, r, [w for w, _, _ in c.factuality]).tolist()
            value += [v for _, v, _ in c.factuality]
    return {"roles, predicate given": roles.figures(), "predicates": triggers.figures(), "names web": names.figures(),
            "factuality r": round(pearson(guess, value), 4),
            "factuality mae": round(float(np.abs(np.array(guess) - np.array(value)).mean()), 4)}


def gum(model: Reader, documents: List[Coded], sweep: bool) -> Dict:
    reads, spans, out = predict.encode_all(model, documents), Tally(), {}
    for r in reads:
        spans.add({(a, b) for a, b, _ in r.coded.mentions},
                  {(a, b) for a, b, _ in predict.mention_spans(model, r, THRESHOLDS["mention"])})
    out["mentions"] = spans.figures()
    for bias in ((-1.0, -0.5, 0.0, 0.5, 1.0) if sweep else (0.0,)):
        for low in ((0.3, 0.5) if sweep else (THRESHOLDS["mention"],)):
            pairs = [(r.coded.document.clusters, predict.coreference(model, r, low, bias)) for r in reads]
            out["coreference" + ("" if (bias, low) == (0.0, 0.5) else " bias %.1f mention %.1f" % (bias, low))] = conll(pairs)
    return out


def re3d(model: Reader, documents: List[Coded], sweep: bool) -> Dict:
    reads, out = predict.encode_all(model, documents), {"names defence": names_of(model, documents, "defence")["all"]}
    for given in (False, True):
        for threshold in ((0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5) if sweep else (THRESHOLDS["relation"],)):
            tally = Tally()
            for r in reads:
                d = r.coded.document.relations
                entities = d["entities"] if given else [n[:2] for n in predict.names(model, r, "defence")]
                found = [(tuple(a), tuple(b), label) for a, b, label, _ in predict.relations(model, r, "defence", entities, threshold)]
                gold = [(tuple(d["entities"][a]), tuple(d["entities"][b]), label) for a, b, label in d["facts"]]
                tally.gold += len(gold)
                tally.found += len(found)
                tally.right += matched_facts(gold, found)
            out["relations%s @%.1f" % (", entities given" if given else "", threshold)] = tally.figures()
    return out


def given_relations(model: Reader, documents: List[Coded], scheme: str) -> Dict:
    tally = Tally()
    for r in predict.encode_all(model, documents):
        d = r.coded.document.relations
        found = {(tuple(a), tuple(b), label) for a, b, label, _ in predict.relations(model, r, scheme, d["entities"], THRESHOLDS["relation"])
                 if d["labels"] is None or label in d["labels"]}
        tally.add({(tuple(d["entities"][a]), tuple(d["entities"][b]), label) for a, b, label in d["facts"]}, found)
    return {"relations, entities given": tally.figures()}


TASKS = {
    "polnear": lambda m, d, s: attribution(m, d, s),
    "worldwide": lambda m, d, s: names_of(m, d, "world"),
    "politics": lambda m, d, s: names_of(m, d, "politics"),
    "web_treebank": lambda m, d, s: treebank(m, d),
    "gum": lambda m, d, s: gum(m, d, s),
    "re3d": lambda m, d, s: re3d(m, d, s),
    "crossre": lambda m, d, s: given_relations(m, d, "general"),
    "knowledge_net": lambda m, d, s: given_relations(m, d, "knowledge"),
    "companies": lambda m, d, s: given_relations(m, d, "companies"),
}


def evaluate(model: Reader, only: Optional[List[str]] = None, sweep: bool = False, limit: int = 0,
             splits: Optional[Dict[str, List[Coded]]] = None) -> Dict:
    """Figures of each task. ``splits`` may hand in documents; ``limit`` takes the first so many of each."""
    was, out = model.training, {}
    model.eval()
    for name, task in TASKS.items():
        if only and name not in only:
            continue
        documents = splits[name] if splits and name in splits else load(name, "dev")
        out[name] = task(model, documents[:limit] if limit else documents, sweep)
    model.train(was)
    return out


class GraphReader(Reader):
    """The checkpoint's heads on the encoder of an exported graph, one window a run: what the shipped file reads."""

    def __init__(self, path: str, threads: int):
        super().__init__()
        import onnxruntime as ort

        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        self.session = ort.InferenceSession(path, options, providers=["CPUExecutionProvider"])

    def encode(self, ids, mask, shape):
        out = torch.zeros(*ids.shape, WIDTH)
        for row in range(len(ids)):
            n = int(mask[row].sum())
            one = {name: x[row:row + 1, :n].numpy() for name, x in (("input_ids", ids), ("attention_mask", mask), ("shape_ids", shape))}
            one["trigger_bias"] = np.full((1, n, 2), -1e4, dtype=np.float32)
            one["trigger_floor"] = np.zeros(2, dtype=np.float32)
            out[row, :n] = torch.from_numpy(self.session.run(["hidden"], one)[0][0])
        return out


def load_model(path: str, graph: str = "", threads: int = 2) -> Reader:
    kept = torch.load(path, map_location="cpu", weights_only=False)
    model = GraphReader(graph, threads) if graph else Reader()
    model.load_state_dict(kept.get("average") or kept["model"])
    return model.eval()


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("checkpoint")
    ask.add_argument("--only", default="")
    ask.add_argument("--sweep", action="store_true")
    ask.add_argument("--limit", type=int, default=0)
    ask.add_argument("--graph", default="", help="take the encoder of this ONNX file: quantise's reader.onnx, say")
    ask.add_argument("--threads", type=int, default=2)
    said = ask.parse_args()
    torch.set_num_threads(said.threads)
    began = time.time()
    figures = evaluate(load_model(said.checkpoint, said.graph, said.threads), [x for x in said.only.split(",") if x] or None, said.sweep, said.limit)
    print(json.dumps(figures, indent=1))
    print("%.0f s" % (time.time() - began), file=sys.stderr)


if __name__ == "__main__":
    main()
