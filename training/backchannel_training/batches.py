"""Prepared documents to batches: words get labels, windows get tensors."""
import random
from dataclasses import dataclass
from typing import Dict, Iterator, List, Tuple

import numpy as np
import torch

from . import labels
from .document import Document, read_documents
from .model import REACH, SPAN_LIMIT
from .places import prepared_folder
from .wordpieces import CLS, PAD, SEP, SHAPES, UPPER, LOWER, Pieces, cut, windows

IGNORE = -100


class Coded:
    """A document in words and pieces, its annotation turned to word numbers."""

    def __init__(self, document: Document):
        self.document = document
        self.pieces: Pieces = cut(document.text)
        p = self.pieces
        words = len(p.first)
        self.names: Dict[str, np.ndarray] = {}
        for scheme, names in document.names.items():
            tags = np.zeros(words, dtype=np.int64)
            index = {kind: 1 + 2 * k for k, kind in enumerate(labels.NAME_TYPES[scheme])}
            for s, e, kind in names:
                a, b = p.words_in(s, e)
                if b > a and kind in index:
                    tags[a] = index[kind]
                    tags[a + 1:b] = index[kind] + 1
            self.names[scheme] = tags
        self.triggers: Dict[str, list] = {}
        if document.attributions is not None:
            self.triggers["cue"] = [t for t in (self._trigger(x["cue"], x["roles"], "cue") for x in document.attributions) if t]
        if document.predicates is not None:
            self.triggers["predicate"] = [t for t in (self._trigger(x["at"], x["roles"], "predicate") for x in document.predicates) if t]
        self.factuality = None
        if document.factuality is not None:
            self.factuality = [(p.words_in(s, e)[0], value, confidence) for s, e, value, confidence in document.factuality
                               if p.words_in(s, e)[1] > p.words_in(s, e)[0]]
        self.mentions = None
        if document.mentions is not None:
            types = {kind: k for k, kind in enumerate(labels.MENTION_TYPES)}
            found = {p.words_in(s, e): types.get(kind, IGNORE) for s, e, kind in document.mentions}
            for chain in document.clusters or []:
                for s, e in chain:
                    found.setdefault(p.words_in(s, e), IGNORE)
            self.mentions = sorted((a, b, kind) for (a, b), kind in found.items() if b > a)
            at = {(a, b): k for k, (a, b, _) in enumerate(self.mentions)}
            self.chain_of = np.full(len(self.mentions), -1, dtype=np.int64)
            for number, chain in enumerate(document.clusters or []):
                for s, e in chain:
                    key = p.words_in(s, e)
                    if key in at:
                        self.chain_of[at[key]] = number
        self.relations = None
        if document.relations is not None:
            r = document.relations
            self.relations = {"scheme": r["scheme"], "labels": r["labels"],
                              "spans": [p.words_in(s, e) for s, e in r["entities"]], "facts": r["facts"]}

    def _trigger(self, at, roles, kind):
        a, b = self.pieces.words_in(*at)
        if b <= a:
            return None
        index = {role: k for k, role in enumerate(labels.ROLES[kind])}
        spans = [(index[role],) + self.pieces.words_in(s, e) for role, s, e in roles if role in index]
        return a, [(k, x, y) for k, x, y in spans if y > x]


def load(name: str, split: str) -> List[Coded]:
    out = [Coded(d) for d in read_documents(prepared_folder() / ("%s-%s.jsonl" % (name, split)))]
    return [c for c in out if len(c.pieces)]


@dataclass
class Window:
    coded: Coded
    start: int
    end: int

    def row(self, piece: int) -> int:
        """Where a piece of the document stands in the window's row ([CLS] is first)."""
        return piece - self.start + 1


def pad(rows: List[np.ndarray], value: int) -> torch.Tensor:
    out = np.full((len(rows), max(len(r) for r in rows)), value, dtype=np.int64)
    for k, r in enumerate(rows):
        out[k, :len(r)] = r
    return torch.from_numpy(out)


# Share of pieces that training hides, so that small corpora are not learned by heart.
HIDDEN, MASK = 0.05, 103


def inputs(batch: List[Window], rng: random.Random = None):
    """ids, mask, shape. With ``rng``, some windows lose their capitals: all lower or all upper, as headlines and wires may;
    and some pieces are hidden."""
    ids, shapes = [], []
    for w in batch:
        inner = w.coded.pieces.ids[w.start:w.end]
        if rng is not None:
            inner = np.where(np.random.default_rng(rng.getrandbits(32)).random(len(inner)) < HIDDEN, MASK, inner)
        ids.append(np.concatenate([[CLS], inner, [SEP]]))
        shape = w.coded.pieces.shape[w.start:w.end].copy()
        if rng is not None and rng.random() < 0.06:
            low, gaps = shape % SHAPES, shape // SHAPES
            shape = np.where((low >= LOWER) & (low <= 4), rng.choice((LOWER, UPPER)), low) + SHAPES * gaps
        shapes.append(np.concatenate([[0], shape, [0]]))
    coded = pad(ids, PAD)
    mask = pad([np.ones(len(r), dtype=np.int64) for r in ids], 0)
    return coded, mask, pad(shapes, 0)


def first_words(w: Window) -> Tuple[np.ndarray, np.ndarray]:
    """Words whose first piece is in the window, and their places in the row."""
    p = w.coded.pieces
    a, b = np.searchsorted(p.first, [w.start, w.end])
    return np.arange(a, b), p.first[a:b] - w.start + 1


def name_targets(batch: List[Window], scheme: str, length: int) -> torch.Tensor:
    out = np.full((len(batch), length), IGNORE, dtype=np.int64)
    for k, w in enumerate(batch):
        words, rows = first_words(w)
        out[k, rows] = w.coded.names[scheme][words]
    return torch.from_numpy(out)


# Triggers nearer than this to a cut edge of a window are not trained on: what they point at may be cut off.
EDGE = 32


def trigger_targets(batch: List[Window], kind: str, length: int):
    """(targets [n, length] of 0, 1 and IGNORE; row, at, tags of the gold triggers)."""
    reach = REACH[kind]
    out = np.full((len(batch), length), IGNORE, dtype=np.int64)
    row, at, tags = [], [], []
    for k, w in enumerate(batch):
        p = w.coded.pieces
        words, rows = first_words(w)
        low = w.start + (EDGE if w.start > 0 else 0)
        high = w.end - (EDGE if w.end < len(p) else 0)
        keep = (p.first[words] >= low) & (p.first[words] < high)
        out[k, rows[keep]] = 0
        is_first = np.full(length, False)
        is_first[rows] = True
        for word, spans in w.coded.triggers[kind]:
            piece = p.first[word]
            if not low <= piece < high:
                continue
            place = w.row(piece)
            out[k, place] = 1
            line = np.where(is_first, 0, IGNORE)
            for role, a, b in spans:
                for at_word in range(a, b):
                    q = w.row(p.first[at_word])
                    if 0 < q < length - 1 and w.start <= p.first[at_word] < w.end:
                        line[q] = 1 + 2 * role + (at_word > a)
            band = np.full(2 * reach + 1, IGNORE, dtype=np.int64)
            left, right = max(0, place - reach), min(length, place + reach + 1)
            band[left - place + reach:right - place + reach] = line[left:right]
            row.append(k)
            at.append(place)
            tags.append(band)
    stack = np.stack(tags) if tags else np.zeros((0, 2 * reach + 1), dtype=np.int64)
    return (torch.from_numpy(out), torch.tensor(row, dtype=torch.long), torch.tensor(at, dtype=torch.long),
            torch.from_numpy(stack))


def span_targets(batch: List[Window], length: int):
    """(targets [n, length, SPAN_LIMIT] of 0, 1; which cells are spans of whole words)."""
    target = np.zeros((len(batch), length, SPAN_LIMIT), dtype=np.float32)
    valid = np.zeros((len(batch), length, SPAN_LIMIT), dtype=bool)
    for k, w in enumerate(batch):
        p = w.coded.pieces
        _, rows = first_words(w)
        is_first = np.zeros(length + SPAN_LIMIT, dtype=bool)
        is_first[rows] = True
        valid[k, rows] = np.stack([is_first[r:r + SPAN_LIMIT] for r in rows]) if len(rows) else False
        for a, b, _ in w.coded.mentions:
            first, last = p.first[a], p.first[b - 1]
            if w.start <= first and last < w.end and last - first < SPAN_LIMIT:
                target[k, w.row(first), last - first] = 1
    return torch.from_numpy(target), torch.from_numpy(valid)


class Stream:
    """Batches of one task without end, the same for the same seed; ``state`` and ``resume`` carry the place."""

    def __init__(self, name: str, documents: List[Coded], budget: int, seed: int, whole: bool = False):
        self.name, self.documents, self.budget, self.seed, self.whole = name, documents, budget, seed, whole
        self.epoch, self.index = 0, 0
        self._make()

    def _make(self) -> None:
        rng = random.Random("%s/%d/%d" % (self.name, self.seed, self.epoch))
        if self.whole:
            # One document a batch, for what links across its windows; long ones by stretches.
            self.batches = []
            for coded in self.documents:
                ranges = [Window(coded, a, b) for a, b in windows(coded.pieces, rng.randrange(0, 100) if len(coded.pieces) > 400 else 0)]
                most = max(1, self.budget // 380)
                while ranges:
                    self.batches.append(ranges[:most])
                    ranges = ranges[most:]
            rng.shuffle(self.batches)
            return
        found = []
        for coded in self.documents:
            offset = rng.randrange(0, 256) if len(coded.pieces) > 382 else 0
            found += [Window(coded, a, b) for a, b in windows(coded.pieces, offset, overlap=64)]
        rng.shuffle(found)
        # Rows of like length share a batch: sorted within stretches, so that batches stay mixed.
        self.batches, stretch = [], 200
        for at in range(0, len(found), stretch):
            part = sorted(found[at:at + stretch], key=lambda w: w.end - w.start)
            batch: List[Window] = []
            for w in part:
                if batch and (len(batch) + 1) * (w.end - w.start + 2) > self.budget:
                    self.batches.append(batch)
                    batch = []
                batch.append(w)
            if batch:
                self.batches.append(batch)
        rng.shuffle(self.batches)

    def __next__(self) -> List[Window]:
        if self.index >= len(self.batches):
            self.epoch, self.index = self.epoch + 1, 0
            self._make()
        self.index += 1
        return self.batches[self.index - 1]

    def state(self) -> list:
        return [self.epoch, self.index]

    def resume(self, state: list) -> None:
        self.epoch, self.index = state
        self._make()
