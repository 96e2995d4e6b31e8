"""``python -m backchannel_training.prepare``: corpora to prepared documents, one file a corpus and split, with counts."""
import json
import sys
from collections import Counter

from .corpora import LOADERS
from .document import Document, write_documents
from .places import data_folder, prepared_folder


def count(document: Document, totals: Counter) -> Document:
    totals["documents"] += 1
    totals["characters"] += len(document.text)
    totals["sentences"] += len(document.sentences)
    for scheme, names in document.names.items():
        totals["names:" + scheme] += len(names)
    for field in ("attributions", "predicates", "factuality", "mentions", "clusters"):
        totals[field] += len(getattr(document, field) or [])
    if document.predicates:
        totals["arguments"] += sum(len(p["roles"]) for p in document.predicates)
    if document.clusters:
        totals["chained mentions"] += sum(len(c) for c in document.clusters)
    if document.relations:
        totals["facts"] += len(document.relations["facts"])
    return document


def main() -> None:
    report = {}
    for name, load in LOADERS.items():
        for split in ("train", "dev"):
            totals: Counter = Counter()
            path = prepared_folder() / ("%s-%s.jsonl" % (name, split))
            write_documents(path, (count(d, totals) for d in load(data_folder(), split)))
            report["%s-%s" % (name, split)] = {k: v for k, v in totals.items() if v}
            print(name, split, report["%s-%s" % (name, split)], flush=True)
    with open(prepared_folder() / "counts.json", "w", encoding="utf-8") as out:
        json.dump(report, out, indent=1)


if __name__ == "__main__":
    sys.exit(main())
