"""``python -m backchannel_training.parity OUT.jsonl [--texts N] [--checkpoint C --graph GRAPH --documents N]``

What Python makes of texts, a JSON line each, for ``bench/parity.ts`` to compare with what the reader makes of them: pieces,
shapes and words of the prepared corpora's documents and of odd made-up texts; with a checkpoint also all that is recognised in
some development documents, by the encoder of the exported graph. Offsets are UTF-16 code units. OUT holds text of the corpora
and stays outside of the repository.
"""
import argparse
import json
import random
from typing import List

import numpy as np

from . import labels, predict
from .batches import Coded
from .document import Document, read_documents
from .places import prepared_folder
from .wordpieces import cut, windows

ODD = [
    "", " \n\t ", "cafe\u0301 na\u00efve \u00c5ngstr\u00f6m \u1e9e\u0301", "\u4f60\u597d world\u3002", "\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd",
    "\U0001f600\U0001f468\u200d\U0001f469\u200d\U0001f467 ok", "a\u00adb\u200dc\ufeffd", "\u2260 \u037e \u1fef", "\uac00\ub098\ub2e4", "x" * 100 + " " + "x" * 101,
    "\u00bd \u00b2 \u2460 \u0665 IV 3rd COVID-19 McDonald iPhone USA A a", "\u0130stanbul \u01c5 \ufb01ne \u017f", "one\r\ntwo\r\n\r\nthree\n\n\nfour\x0bfive\x0csix\x85seven\u2028eight",
    "\u201cQuoted\u201d \u2018text\u2019 \u2014 dash\u2026 don\u2019t U.S.'s $5bn \u00a35m \u20ac5 50% @x #y _z_", "nul\x00in \ufffd it", "  lead", "trail  ", "A.B.C",
]


def units(text: str) -> np.ndarray:
    """UTF-16 offset of each code point, and of the end."""
    return np.concatenate([[0], np.cumsum([2 if ord(c) > 0xFFFF else 1 for c in text])]).astype(int)


def of_cut(text: str) -> dict:
    p, at = cut(text), units(text)
    return {"text": text, "ids": p.ids.tolist(), "shape": p.shape.tolist(), "word": p.word.tolist(),
            "start": at[p.word_start].tolist() if len(p.word_start) else [], "end": at[p.word_end].tolist() if len(p.word_end) else [],
            "windows": windows(p)}


def rounded(x) -> float:
    return round(float(x), 4)


def of_reading(model, document: Document, least: float) -> dict:
    read = predict.encode_all(model, [Coded(document)])[0]
    at = units(document.text)
    place = lambda span: [int(at[span[0]]), int(at[span[1]])]
    names = {s: [place(n[:2]) + [n[2], rounded(n[3])] for n in predict.sure_names(model, read, s)] for s in labels.NAME_TYPES}
    said = [{**{r: [place(x) for x in a[r]] for r in ("source", "cue", "content")}, "score": rounded(a["score"]), "sure": rounded(a["sure"])}
            for a in predict.attributions(model, read, least)]
    words = np.nonzero(predict.trigger_scores(model, read, "predicate") >= least)[0]
    happened = predict.factuality(model, read, words.tolist())
    done = [{"at": place(read.chars(w, w + 1)), "factuality": rounded(f), "roles": [[r[0]] + place(r[1:3]) + [rounded(r[3])] for r in roles]}
            for w, f, roles in zip(words, happened, predict.predicate_roles(model, read, words))]
    scored = predict.coreference_scores(model, read, least)
    spans: List[dict] = []
    if scored is not None:
        found, f, scores, new = scored
        i, scores = f["i"].numpy(), scores.numpy()
        for k, (a, b, s) in enumerate(found):
            mine = scores[i == k]
            everything = np.concatenate([mine, [float(new[k])]]).astype(float)
            odds = np.exp(everything - everything.max())
            odds /= odds.sum()
            best = int(np.argmax(mine)) if len(mine) else -1
            spans.append({"at": place(read.chars(a, b)), "p": rounded(s), "fresh": rounded(odds[-1]),
                          "best": [int(f["j"].numpy()[i == k][best]), rounded(odds[best])] if best >= 0 else None})
    given = [n[:2] for n in predict.names(model, read, "world")]
    related = {s: [[place(a), place(b), label, rounded(odds)] for a, b, label, odds in predict.relations(model, read, s, given, 0.2)]
               for s in labels.RELATIONS}
    return {"names": names, "attributions": said, "predicates": done, "spans": spans, "given": [place(x) for x in given], "relations": related}


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("out")
    ask.add_argument("--texts", type=int, default=12000)
    ask.add_argument("--checkpoint", default="")
    ask.add_argument("--graph", default="")
    ask.add_argument("--documents", type=int, default=20)
    ask.add_argument("--least", type=float, default=0.5)
    said = ask.parse_args()
    rng = random.Random(7)
    everything = [d for path in sorted(prepared_folder().glob("*.jsonl")) for d in read_documents(path)]
    sentences = [d.text[s:e] for d in everything for s, e in (d.sentences or [[0, len(d.text)]])]
    chosen = rng.sample(sentences, min(said.texts, len(sentences)))
    whole = [d.text for d in rng.sample(everything, min(300, len(everything)))]
    with open(said.out, "w", encoding="utf-8") as out:
        for text in ODD + chosen + whole:
            out.write(json.dumps(of_cut(text)) + "\n")
        if said.checkpoint:
            import torch

            from .evaluate import load_model

            torch.set_num_threads(1)
            model = load_model(said.checkpoint, said.graph, 1)
            dev = [d for name in ("polnear", "gum", "re3d") for d in list(read_documents(prepared_folder() / (name + "-dev.jsonl")))]
            for d in rng.sample(dev, min(said.documents, len(dev))):
                out.write(json.dumps({**of_cut(d.text), "least": said.least, "read": of_reading(model, d, said.least)}) + "\n")


if __name__ == "__main__":
    main()
