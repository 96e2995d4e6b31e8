"""The loss of each head on a batch. All figures are near 1 at the start, so that no head drowns another."""
import random
from typing import Dict, List

import numpy as np
import torch
import torch.nn.functional as F

from . import labels
from .batches import IGNORE, Window, inputs, name_targets, span_targets, trigger_targets
from .coreference import Mention, pair_features
from .model import Reader

Losses = Dict[str, torch.Tensor]


def names_loss(model: Reader, hidden, batch, scheme) -> torch.Tensor:
    target = name_targets(batch, scheme, hidden.shape[1])
    logits = model.tag(hidden, scheme).float()
    return 2.0 * F.cross_entropy(logits.reshape(-1, logits.shape[-1]), target.reshape(-1), ignore_index=IGNORE)


def triggers_loss(model: Reader, hidden, batch, kind) -> Losses:
    target, row, at, tags = trigger_targets(batch, kind, hidden.shape[1])
    logits = model.triggers(model.drop(hidden))[..., labels.TRIGGERS.index(kind)].float()
    keep = target != IGNORE
    found = F.binary_cross_entropy_with_logits(logits[keep], target[keep].float())
    out = {kind: found * 5.0}
    if len(row):
        roles, _ = model.roles(hidden, row, at, kind)
        roles = roles.float()
        weight = 6.0
        out[kind + " roles"] = weight * F.cross_entropy(roles.reshape(-1, roles.shape[-1]), tags.reshape(-1), ignore_index=IGNORE)
    return out


def factuality_loss(model: Reader, hidden, batch: List[Window]) -> torch.Tensor:
    row, at, value, weight = [], [], [], []
    for k, w in enumerate(batch):
        for word, v, c in w.coded.factuality:
            piece = w.coded.pieces.first[word]
            if w.start <= piece < w.end:
                row.append(k)
                at.append(w.row(piece))
                value.append(v)
                weight.append(0.3 + c)
    if not row:
        return hidden.sum() * 0.0
    guess = model.factuality(model.drop(hidden[torch.tensor(row), torch.tensor(at)])).float()[:, 0]
    weight = torch.tensor(weight)
    return 1.0 * (weight * F.smooth_l1_loss(guess, torch.tensor(value), reduction="none", beta=0.5)).sum() / weight.sum()


def spans_loss(model: Reader, hidden, batch) -> torch.Tensor:
    target, valid = span_targets(batch, hidden.shape[1])
    scores = model.mentions.spans(hidden).float()
    loss = F.binary_cross_entropy_with_logits(scores[valid], target[valid], reduction="sum")
    return 0.4 * loss / target.sum().clamp(min=1)


def pair_scores(model: Reader, first, last, mentions: List[Mention], limit: int = 200):
    """(scores of pairs, their features as tensors, score of "new" for each mention)."""
    f = {k: torch.from_numpy(v) for k, v in pair_features(mentions, limit).items()}
    anaphor, antecedent = model.mentions.vectors(first, last)
    scores = (anaphor[f["i"]] * antecedent[f["j"]]).sum(-1).float() / anaphor.shape[-1] ** 0.5
    m = model.mentions
    scores = scores + m.match[f["match"], f["anaphor"], f["antecedent"]] + m.far[f["far"], f["anaphor"]] + m.nested[f["inside"]]
    kinds = torch.tensor([x.kind for x in mentions], dtype=torch.long)
    one, two = m.joint(first, last)
    joined = F.gelu((one[f["i"]] + two[f["j"]] + m.join_match(f["match"]) + m.join_far(f["far"])).float())
    stand = m.stand(first, last).float()
    return scores + m.join_score(joined)[:, 0] + stand[f["j"], 0], f, m.new[kinds] + stand[:, 1]


def link_loss(scores, f, new, chain) -> torch.Tensor:
    """Minus the logarithm of the probability of all right antecedents together; of "new" where there is none. ``chain``: -1 for none."""
    n = len(chain)
    gold = (chain[f["i"]] >= 0) & (chain[f["i"]] == chain[f["j"]])
    grid = torch.full((n, n + 1), -1e4)
    grid = grid.index_put((torch.arange(n), torch.full((n,), n)), new.float())
    grid = grid.index_put((f["i"], f["j"]), scores.float())
    right = torch.zeros(n, n + 1, dtype=torch.bool)
    right[f["i"][gold], f["j"][gold]] = True
    right[:, n] = ~right.any(1)
    return (torch.logsumexp(grid, 1) - torch.logsumexp(grid.masked_fill(~right, -1e4), 1)).mean()


def coreference_loss(model: Reader, hidden, batch: List[Window], rng: random.Random) -> Losses:
    """Batch is one stretch of one document, its windows in order. Gold mentions, some wrong spans among them."""
    coded, p = batch[0].coded, batch[0].coded.pieces
    # Every piece's vector from the window where it is furthest from an edge.
    owner = {}
    for k, w in enumerate(batch):
        for piece in range(w.start, w.end):
            depth = min(piece - w.start if w.start else 10 ** 6, w.end - 1 - piece if w.end < len(p) else 10 ** 6)
            if piece not in owner or depth > owner[piece][0]:
                owner[piece] = (depth, k, w.row(piece))
    chosen = [k for k, (a, b, _) in enumerate(coded.mentions) if int(p.first[a]) in owner and int(p.first[b - 1]) in owner]
    if len(chosen) < 2:
        return {}
    spans = [coded.mentions[k][:2] for k in chosen]
    types = torch.tensor([coded.mentions[k][2] for k in chosen])
    chain = torch.from_numpy(coded.chain_of[chosen])
    place = lambda piece: owner[int(piece)][1:]
    rows = torch.tensor([place(p.first[a]) for a, _ in spans]), torch.tensor([place(p.first[b - 1]) for _, b in spans])
    first, last = (model.drop(hidden[r[:, 0], r[:, 1]]) for r in rows)
    mentions = [Mention([p.text[s:e] for s, e in zip(p.word_start[a:b], p.word_end[a:b])], (a, b)) for a, b in spans]
    scores, f, new = pair_scores(model, first, last, mentions)
    out = {"coreference": link_loss(scores, f, new, chain)}
    if (types != IGNORE).any():
        out["mention types"] = 0.5 * F.cross_entropy(model.mentions.types(first, last).float(), types, ignore_index=IGNORE)
    return out


# Pairs further apart (pieces between first words) are not asked about.
PAIR_REACH = 60


def relation_pairs(w: Window, spans):
    """(usable span numbers with their row places, index pairs one and two, piece offsets)."""
    p = w.coded.pieces
    kept = [(k, w.row(p.first[a]), w.row(p.first[b - 1])) for k, (a, b) in enumerate(spans)
            if b > a and w.start <= p.first[a] and p.first[b - 1] < w.end]
    one, two, offset = [], [], []
    for x, (_, fx, _lx) in enumerate(kept):
        for y, (_, fy, _ly) in enumerate(kept):
            if x != y and abs(fx - fy) <= PAIR_REACH:
                one.append(x)
                two.append(y)
                offset.append(int(fy - fx))
    return kept, one, two, offset


RELATIONS_WEIGHT = 4.0  # nearly every pair holds nothing: a mean over pairs is small where the work is still to be done


def relation_targets(w: Window):
    """(places, one, two, offset, targets [pairs, kinds], which kinds are annotated) of a window, or None when it has no pair."""
    r = w.coded.relations
    kinds = labels.RELATIONS[r["scheme"]]
    kept, one, two, offset = relation_pairs(w, r["spans"])
    if not one:
        return None
    target = torch.zeros(len(one), len(kinds))
    at = {number: i for i, (number, _, _) in enumerate(kept)}
    pair = {both: i for i, both in enumerate(zip(one, two))}
    for a, b, label in r["facts"]:
        key = (at.get(a), at.get(b))
        if key in pair and label in kinds:
            target[pair[key], kinds.index(label)] = 1
    keep = torch.tensor([r["labels"] is None or kind in r["labels"] for kind in kinds])
    return torch.tensor([[a, b] for _, a, b in kept]), torch.tensor(one), torch.tensor(two), torch.tensor(offset), target, keep


def relations_loss(model: Reader, hidden, batch: List[Window]) -> torch.Tensor:
    total, count = hidden.sum() * 0.0, 0
    for k, w in enumerate(batch):
        found = relation_targets(w)
        if found is None:
            continue
        places, one, two, offset, target, keep = found
        logits = model.relations(model.drop(hidden[k]), places, one, two, offset, w.coded.relations["scheme"]).float()
        total = total + F.binary_cross_entropy_with_logits(logits[:, keep], target[:, keep], reduction="sum")
        count += len(one)
    return RELATIONS_WEIGHT * total / max(1, count)


def losses(model: Reader, batch: List[Window], rng: random.Random = None) -> Losses:
    """All the losses the batch's annotation allows. ``rng`` turns the case dropout on."""
    ids, mask, shape = inputs(batch, rng)
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=model.training):
        hidden = model.encode(ids, mask, shape)
        sample = batch[0].coded
        out: Losses = {}
        for scheme in sample.names:
            out["names " + scheme] = names_loss(model, hidden, batch, scheme)
        for kind in ("cue", "predicate"):
            if all(kind in w.coded.triggers for w in batch):
                out.update(triggers_loss(model, hidden, batch, kind))
        if sample.factuality is not None:
            out["factuality"] = factuality_loss(model, hidden, batch)
        if sample.mentions is not None:
            out["mentions"] = spans_loss(model, hidden, batch)
            out.update(coreference_loss(model, hidden, batch, rng))
        if sample.relations is not None:
            out["relations"] = relations_loss(model, hidden, batch)
    return out
