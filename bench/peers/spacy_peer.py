"""spaCy in a process of its own; told what to do as protocol.ts says. ``spacy_peer.py MODEL --texts FILE --threads N [--only-names]``"""
import argparse
import importlib
import json
import resource
import sys
import time
import warnings

warnings.filterwarnings("ignore")
ask = argparse.ArgumentParser()
ask.add_argument("model", help="package of the model")
ask.add_argument("--texts")
ask.add_argument("--threads", type=int, default=1)
ask.add_argument("--only-names", action="store_true", help="leave out tagger, parser and lemmatizer")
said = ask.parse_args()

import spacy  # noqa: E402


def load():
    package = importlib.import_module(said.model)
    without = ["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"] if said.only_names else []
    if hasattr(package, "load"):
        return package.load(exclude=without)
    from pathlib import Path

    # Packages that carry a model as data: its folder is the one with a config.
    folder = next(path.parent for path in Path(package.__file__).parent.rglob("config.cfg"))
    return spacy.load(folder, exclude=without)


def units(text):
    """UTF-16 offset of each code point."""
    out, at = [], 0
    for letter in text:
        out.append(at)
        at += 2 if ord(letter) > 0xFFFF else 1
    return out + [at]


def names(texts):
    out = []
    for text, doc in zip(texts, nlp.pipe(texts, n_process=said.threads)):
        at = units(text)
        out.append({"ontonotes": [{"start": at[e.start_char], "end": at[e.end_char], "label": e.label_} for e in doc.ents]})
    return out


def peak():
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Worker processes, when there are any: the largest of them, as often as there are.
    others = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * said.threads if said.threads > 1 else 0
    return round((own + others) / 1024)


def say(what):
    print(json.dumps(what), flush=True)


nlp = load()
list(nlp.pipe(["Orla Vane flew to Talben on Monday."]))
say({"ready": "%s, model %s" % (spacy.__version__, nlp.meta["version"])})
with open(said.texts, encoding="utf-8") as file:
    texts = json.load(file)
for line in sys.stdin:
    told = line.split()
    if told[0] == "run":
        begun, cpu = time.perf_counter(), time.process_time()
        names(texts[int(told[1]):int(told[2])])
        took, cpu = time.perf_counter() - begun, time.process_time() - cpu
        say({"seconds": took, "cpuSeconds": cpu, "peakMegabytes": peak()})
    elif told[0] == "names":
        say({"names": names(texts)})
    elif told[0] == "end":
        break
