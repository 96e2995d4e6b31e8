"""A trained model on whole documents: windows, owners, decoding."""
from typing import Dict, List

import numpy as np
import torch

from . import decode, labels
from .batches import Coded, Window, inputs
from .coreference import Mention, chains
from .losses import pair_scores, relation_pairs
from .model import REACH, SPAN_LIMIT, Reader
from .wordpieces import owners, windows


class Read:
    """One document after the encoder: a hidden row for each window, and which window answers for each word."""

    def __init__(self, coded: Coded, ranges: List[Window], hidden: List[torch.Tensor]):
        self.coded, self.windows, self.hidden = coded, ranges, hidden
        p = coded.pieces
        self.window_of = np.zeros(len(p.first), dtype=np.int64)
        for k, (low, high) in enumerate(owners([(w.start, w.end) for w in ranges])):
            a, b = np.searchsorted(p.first, [low, high])
            self.window_of[a:b] = k

    def words_of(self, k: int) -> np.ndarray:
        return np.nonzero(self.window_of == k)[0]

    def rows_of(self, k: int, words: np.ndarray) -> np.ndarray:
        return self.coded.pieces.first[words] - self.windows[k].start + 1

    def chars(self, a: int, b: int) -> List[int]:
        p = self.coded.pieces
        return [int(p.word_start[a]), int(p.word_end[b - 1])]

    def vectors(self, words: List[int]) -> torch.Tensor:
        k = self.window_of[words]
        rows = self.coded.pieces.first[words] - np.array([w.start for w in self.windows])[k] + 1
        return torch.stack([self.hidden[a][b] for a, b in zip(k, rows)])


@torch.no_grad()
def encode_all(model: Reader, documents: List[Coded], budget: int = 4096) -> List[Read]:
    model.eval()
    todo = [Window(c, a, b) for c in documents for a, b in windows(c.pieces)]
    order = sorted(range(len(todo)), key=lambda i: todo[i].end - todo[i].start)
    hidden: Dict[int, torch.Tensor] = {}
    batch: List[int] = []

    def flush():
        if batch:
            out = model.encode(*inputs([todo[i] for i in batch]))
            for row, i in enumerate(batch):
                hidden[i] = out[row, :todo[i].end - todo[i].start + 2].clone()
            batch.clear()

    for i in order:
        if batch and (len(batch) + 1) * (todo[i].end - todo[i].start + 2) > budget:
            flush()
        batch.append(i)
    flush()
    out, at = [], 0
    for c in documents:
        n = len(windows(c.pieces))
        out.append(Read(c, todo[at:at + n], [hidden[i] for i in range(at, at + n)]))
        at += n
    return out


def sureness(odds: np.ndarray, a: int, b: int, kind: int) -> float:
    """Over the words of a span the mean probability of its label, begun or gone on."""
    return float(np.exp(odds[a:b, 1 + 2 * kind:3 + 2 * kind]).sum(-1).mean())


def names(model: Reader, read: Read, scheme: str) -> List[list]:
    """[[start, end, type], ...] in text order, flat."""
    return [found[:3] for found in sure_names(model, read, scheme)]


@torch.no_grad()
def sure_names(model: Reader, read: Read, scheme: str) -> List[list]:
    """[[start, end, type, sureness], ...]."""
    scores = np.zeros((len(read.window_of), 1 + 2 * len(labels.NAME_TYPES[scheme])))
    for k, hidden in enumerate(read.hidden):
        words = read.words_of(k)
        scores[words] = model.tag(hidden[read.rows_of(k, words)][None], scheme)[0].float().numpy()
    odds = decode.log_softmax(scores)
    return [read.chars(a, b) + [labels.NAME_TYPES[scheme][kind], sureness(odds, a, b, kind)]
            for a, b, kind in decode.spans_of(decode.best_tags(odds))]


@torch.no_grad()
def trigger_scores(model: Reader, read: Read, kind: str) -> np.ndarray:
    """Probability of each word to be a trigger."""
    out = np.zeros(len(read.window_of))
    for k, hidden in enumerate(read.hidden):
        words = read.words_of(k)
        out[words] = torch.sigmoid(model.triggers(hidden[read.rows_of(k, words)])[:, labels.TRIGGERS.index(kind)]).numpy()
    return out


@torch.no_grad()
def role_scores(model: Reader, read: Read, kind: str, words: np.ndarray):
    """For each trigger word: (first word of its band, scores [words of the band, tags])."""
    p, reach, out = read.coded.pieces, REACH[kind], {}
    for k, hidden in enumerate(read.hidden):
        mine = [w for w in words if read.window_of[w] == k]
        if not mine:
            continue
        at = torch.from_numpy(read.rows_of(k, np.array(mine)))
        logits, _ = model.roles(hidden[None], torch.zeros(len(mine), dtype=torch.long), at, kind)
        for word, row, band in zip(mine, at.tolist(), logits.float().numpy()):
            w = read.windows[k]
            low, high = max(w.start, w.start + row - 1 - reach), min(w.end, w.start + row - 1 + reach + 1)
            a, b = np.searchsorted(p.first, [low, high])
            places = p.first[a:b] - w.start + 1 - row + reach
            out[word] = (a, band[places])
    return [out[w] for w in words]


def attributions(model: Reader, read: Read, threshold: float) -> List[dict]:
    """[{"score", "sure", "source", "cue", "content"}, ...], places in characters.

    ``score`` is the cue's probability; ``sure`` that times the sureness of the source, if there is one, times the mean
    sureness of the pieces of content, if there are any.
    """
    scores = trigger_scores(model, read, "cue")
    words = np.nonzero(scores >= threshold)[0]
    found, sures = [], []
    for word, (a, band) in zip(words, role_scores(model, read, "cue", words)):
        one = decode.attribution_of(band, word - a)
        odds, sure = decode.log_softmax(band), float(scores[word])
        for kind, role in ((0, "source"), (2, "content")):
            if one[role]:
                sure *= np.mean([sureness(odds, x, y, kind) for x, y in one[role]])
        found.append({role: [(x + a, y + a) for x, y in runs] for role, runs in one.items()})
        sures.append(float(sure))
    kept = decode.without_overlap([f["cue"][0] for f in found], [float(scores[w]) for w in words])
    return [{"score": float(scores[words[k]]), "sure": sures[k], **{role: [read.chars(x, y) for x, y in runs] for role, runs in found[k].items()}}
            for k in kept]


def predicate_roles(model: Reader, read: Read, words: np.ndarray) -> List[List[list]]:
    """[[label, start, end, sureness], ...] for each given predicate word."""
    out = []
    for word, (a, band) in zip(words, role_scores(model, read, "predicate", words)):
        odds = decode.log_softmax(band)
        runs = [(x, y, kind, sureness(odds, x, y, kind)) for x, y, kind in decode.spans_of(decode.best_tags(odds))]
        out.append([[labels.PREDICATE_ROLES[kind]] + read.chars(x + a, y + a) + [sure]
                    for x, y, kind, sure in decode.once_each(runs, labels.ONCE)])
    return out


@torch.no_grad()
def factuality(model: Reader, read: Read, words: List[int]) -> np.ndarray:
    return model.factuality(read.vectors(words))[:, 0].numpy() if len(words) else np.zeros(0)


@torch.no_grad()
def mention_spans(model: Reader, read: Read, threshold: float) -> List[tuple]:
    """(first word, last word + 1, probability), in text order; nested ones as well."""
    p, out = read.coded.pieces, {}
    for k, hidden in enumerate(read.hidden):
        w = read.windows[k]
        grid = torch.sigmoid(model.mentions.spans(hidden[None])[0]).numpy()
        for row, step in zip(*np.nonzero(grid >= threshold)):
            first, last = w.start + row - 1, w.start + row - 1 + step
            if not (w.start <= first and last < w.end):
                continue
            a, b = p.word[first], p.word[last]
            if p.first[a] == first and p.first[b] == last and read.window_of[a] == k:
                out[int(a), int(b) + 1] = float(grid[row, step])
    return [(a, b, score) for (a, b), score in sorted(out.items())]


def coreference(model: Reader, read: Read, threshold: float = 0.5, bias: float = 0.0) -> List[List[list]]:
    """Chains of two and more, each mention [start, end). ``bias`` above 0 links less."""
    return chained(read, coreference_scores(model, read, threshold), bias)


@torch.no_grad()
def coreference_scores(model: Reader, read: Read, threshold: float):
    """(spans, features of pairs, scores of pairs, scores of "new"), or None where nothing can corefer."""
    spans = mention_spans(model, read, threshold)
    if len(spans) < 2:
        return None
    p = read.coded.pieces
    mentions = [Mention([p.text[s:e] for s, e in zip(p.word_start[a:b], p.word_end[a:b])], (a, b)) for a, b, _ in spans]
    first, last = read.vectors([a for a, _, _ in spans]), read.vectors([b - 1 for _, b, _ in spans])
    scores, f, new = pair_scores(model, first, last, mentions)
    return spans, f, scores, new


def chained(read: Read, scored, bias: float) -> List[List[list]]:
    if scored is None:
        return []
    spans, f, scores, new = scored
    best, antecedent = (new + bias).tolist(), [-1] * len(spans)
    for i, j, s in zip(f["i"].tolist(), f["j"].tolist(), scores.tolist()):
        if s > best[i]:
            best[i], antecedent[i] = s, j
    return [[read.chars(*spans[k][:2]) for k in group] for group in chains(antecedent)]


@torch.no_grad()
def relations(model: Reader, read: Read, scheme: str, entities: List[list], threshold: float) -> List[list]:
    """[[span one, span two, label, probability], ...] among the given [start, end) spans."""
    p = read.coded.pieces
    spans, out = [p.words_in(s, e) for s, e in entities], {}
    for k, w in enumerate(read.windows):
        kept, one, two, offset = relation_pairs(w, spans)
        if not one:
            continue
        places = torch.tensor([[a, b] for _, a, b in kept])
        x = read.hidden[k]
        odds = torch.sigmoid(model.relations(x, places, torch.tensor(one), torch.tensor(two), torch.tensor(offset), scheme)).numpy()
        for pair, label in zip(*np.nonzero(odds >= threshold)):
            a, b = kept[one[pair]][0], kept[two[pair]][0]
            if read.window_of[spans[a][0]] == k:
                out[a, b, labels.RELATIONS[scheme][label]] = float(odds[pair, label])
    return [[entities[a], entities[b], label, odds] for (a, b, label), odds in sorted(out.items())]
