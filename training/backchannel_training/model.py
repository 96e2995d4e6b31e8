"""One encoder pass, and the heads on it.

Heads are built so that what depends on many pairs (coreference, relations) is small vectors a word and cheap sums, which
the reader can do outside the network; tags, triggers and roles come out of the network itself.
"""
import torch
import torch.nn as nn
import torch.nn.functional as F

from .coreference import FAR, MATCHES
from .labels import MENTION_TYPES, NAME_TYPES, RELATIONS, ROLES, TRIGGERS
from .wordpieces import GAPS, SHAPES

WIDTH, LAYERS, HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
ROLE_WIDTH = 128
ROLE_HEADS = 4
# Pieces each side of a trigger that can hold its roles.
REACH = {"cue": 128, "predicate": 64}
DISTANCES = 33
MENTION_WIDTH = 64  # of the span scorer
PAIR_WIDTH = 96     # of a mention's coreference vectors
JOIN_WIDTH = 64     # of what two mentions make together
RELATION_WIDTH = 128
SPAN_LIMIT = 40     # pieces from a mention's first word to its last


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x, bias):
        n, length, _ = x.shape
        q, k, v = self.qkv(x).view(n, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=None if bias is None else bias.to(q.dtype))
        x = self.norm1(x + self.out(y.transpose(1, 2).reshape(n, length, WIDTH)))
        return self.norm2(x + self.down(F.gelu(self.up(x))))


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPES * GAPS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        nn.init.normal_(self.shapes.weight, std=0.02)

    def forward(self, ids, mask, shape):
        """ids, mask (1 where a piece is), shape: [n, length]. Returns [n, length, WIDTH]."""
        length = ids.shape[1]
        x = self.words(ids) + self.positions.weight[:length] + self.shapes(shape)
        x = self.norm(x)
        bias = (1.0 - mask.to(x.dtype))[:, None, None, :] * -10000.0
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def load_bert(self, tensors):
        """Weights under BERT's usual names. The one token type in use is folded into the positions."""
        get = lambda name: tensors[name].float()
        self.words.weight.data.copy_(get("embeddings.word_embeddings.weight"))
        self.positions.weight.data.copy_(get("embeddings.position_embeddings.weight") + get("embeddings.token_type_embeddings.weight")[0])
        self.norm.weight.data.copy_(get("embeddings.LayerNorm.weight"))
        self.norm.bias.data.copy_(get("embeddings.LayerNorm.bias"))
        for k, layer in enumerate(self.layers):
            at = "encoder.layer.%d." % k
            for part in ("weight", "bias"):
                layer.qkv.__getattr__(part).data.copy_(torch.cat([get(at + "attention.self.%s.%s" % (w, part)) for w in ("query", "key", "value")]))
                for mine, theirs in ((layer.out, "attention.output.dense"), (layer.norm1, "attention.output.LayerNorm"),
                                     (layer.up, "intermediate.dense"), (layer.down, "output.dense"), (layer.norm2, "output.LayerNorm")):
                    mine.__getattr__(part).data.copy_(get(at + theirs + "." + part))


def distance_bucket(offset):
    """Signed distance in pieces to 0..32: exact to 8 either way, then by doubling in halves."""
    size = offset.abs()
    far = 8 + torch.floor(torch.log2(size.clamp(min=8).float() / 8.0) * 2.0).long().clamp(max=8)
    return 16 + torch.sign(offset) * torch.where(size <= 8, size, far)


class Roles(nn.Module):
    """For each trigger, a tag for every piece within reach.

    The trigger bends (scale and shift) a small vector of each piece; two short convolutions let neighbours agree for
    this trigger, one layer of attention lets far places agree (one agent, one content); a linear layer a kind of trigger
    names the roles.
    """

    def __init__(self):
        super().__init__()
        self.piece = nn.Linear(WIDTH, ROLE_WIDTH)
        self.trigger = nn.Linear(WIDTH, 2 * ROLE_WIDTH)
        self.kind = nn.Embedding(len(TRIGGERS), 2 * ROLE_WIDTH)
        self.distance = nn.Embedding(DISTANCES, ROLE_WIDTH)
        for table in (self.kind, self.distance):
            nn.init.normal_(table.weight, std=0.1)
        self.norm = nn.LayerNorm(ROLE_WIDTH)
        self.near = nn.Conv1d(ROLE_WIDTH, ROLE_WIDTH, 3, padding=1)
        self.wide = nn.Conv1d(ROLE_WIDTH, ROLE_WIDTH, 3, padding=4, dilation=4)
        self.norm_all = nn.LayerNorm(ROLE_WIDTH)
        self.qkv = nn.Linear(ROLE_WIDTH, 3 * ROLE_WIDTH)
        self.back = nn.Linear(ROLE_WIDTH, ROLE_WIDTH)
        self.norm_up = nn.LayerNorm(ROLE_WIDTH)
        self.up = nn.Linear(ROLE_WIDTH, 2 * ROLE_WIDTH)
        self.down = nn.Linear(2 * ROLE_WIDTH, ROLE_WIDTH)
        for layer in (self.back, self.down):  # begin as if the layer were not there
            nn.init.zeros_(layer.weight)
            nn.init.zeros_(layer.bias)
        self.drop = nn.Dropout(0.2)
        self.names = nn.ModuleDict({kind: nn.Linear(ROLE_WIDTH, 1 + 2 * len(roles)) for kind, roles in ROLES.items()})

    def forward(self, hidden, row, at, kind):
        """row, at: [t], the window and piece of each trigger. Returns logits [t, 2 * reach + 1, tags] and the validity of each place."""
        reach, length = REACH[kind], hidden.shape[1]
        number = TRIGGERS.index(kind)
        offset = torch.arange(-reach, reach + 1, device=hidden.device)
        place = at[:, None] + offset[None, :]
        valid = (place >= 0) & (place < length)
        flat = row[:, None] * length + place.clamp(0, length - 1)
        x = F.embedding(flat, self.piece(hidden).reshape(-1, ROLE_WIDTH))
        t = self.trigger(hidden[row, at]) + self.kind.weight[number]
        scale, shift = t.chunk(2, dim=-1)
        x = x * (1 + scale[:, None]) + shift[:, None] + self.distance(distance_bucket(offset))[None]
        x = F.gelu(self.norm(x)) * valid[..., None]
        y = x.transpose(1, 2)
        y = y + F.gelu(self.near(y))
        y = (y + F.gelu(self.wide(y))).transpose(1, 2)
        n, places = y.shape[0], 2 * reach + 1
        # Sizes in numbers: a graph that works them out fails on a window without triggers.
        q, k, v = self.qkv(self.norm_all(y)).view(n, places, 3, ROLE_HEADS, ROLE_WIDTH // ROLE_HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        bias = (1.0 - valid.to(q.dtype))[:, None, None, :] * -10000.0
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        y = y + self.back(seen.transpose(1, 2).reshape(n, places, ROLE_WIDTH))
        y = y + self.down(F.gelu(self.up(self.norm_up(y))))
        return self.names[kind](self.drop(y)), valid


class Mentions(nn.Module):
    """Nested spans: a score for every (first word, last word), a type, and vectors for coreference."""

    def __init__(self):
        super().__init__()
        self.first = nn.Linear(WIDTH, MENTION_WIDTH)
        self.last = nn.Linear(WIDTH, MENTION_WIDTH)
        self.width = nn.Embedding(SPAN_LIMIT, MENTION_WIDTH)
        nn.init.normal_(self.width.weight, std=0.1)
        self.lone = nn.Linear(WIDTH, 2)  # how well each word begins and ends a mention, whatever the other end
        self.score = nn.Linear(MENTION_WIDTH, 1)
        nn.init.constant_(self.score.bias, -4.0)  # few spans are mentions: begin there
        self.type_first = nn.Linear(WIDTH, len(MENTION_TYPES))
        self.type_last = nn.Linear(WIDTH, len(MENTION_TYPES))
        self.vector_first = nn.Linear(WIDTH, 2 * PAIR_WIDTH)
        self.vector_last = nn.Linear(WIDTH, 2 * PAIR_WIDTH)
        # How well a mention serves as antecedent, and how much it looks like the first of its chain.
        self.stand_first = nn.Linear(WIDTH, 2)
        self.stand_last = nn.Linear(WIDTH, 2)
        for layer in (self.stand_first, self.stand_last):
            nn.init.zeros_(layer.weight)
            nn.init.zeros_(layer.bias)
        # What the two make together, bent: sums, so that a pair costs little outside the network.
        self.join_first = nn.Linear(WIDTH, 2 * JOIN_WIDTH)
        self.join_last = nn.Linear(WIDTH, 2 * JOIN_WIDTH)
        self.join_match = nn.Embedding(MATCHES, JOIN_WIDTH)
        self.join_far = nn.Embedding(FAR, JOIN_WIDTH)
        self.join_score = nn.Linear(JOIN_WIDTH, 1, bias=False)
        nn.init.zeros_(self.join_score.weight)
        # Anaphor class by antecedent class by kind of match; by distance; nested or not. See coreference.py.
        self.match = nn.Parameter(torch.zeros(MATCHES, 5, 5))
        self.far = nn.Parameter(torch.zeros(10, 5))
        self.nested = nn.Parameter(torch.zeros(2))
        self.new = nn.Parameter(torch.zeros(5))

    def spans(self, hidden):
        """[n, length, SPAN_LIMIT] scores: span from piece i whose last word begins at piece i + k."""
        # A product of the two ends would be cheaper, but swung so wildly in training that it drowned the other heads.
        first, last = self.first(hidden), self.last(hidden)
        lone = self.lone(hidden)
        n, length, width = first.shape
        index = torch.arange(length, device=hidden.device)[:, None] + torch.arange(SPAN_LIMIT, device=hidden.device)[None]
        place = index.clamp(max=length - 1).reshape(-1)
        ends = last[:, place].reshape(n, length, SPAN_LIMIT, width)
        band = self.score(F.gelu(first[:, :, None] + ends + self.width.weight)).squeeze(-1)
        band = band + lone[..., :1] + lone[:, place, 1].reshape(n, length, SPAN_LIMIT)
        return band.masked_fill((index >= length)[None], -30.0)

    def types(self, first, last):
        return self.type_first(first) + self.type_last(last)

    def stand(self, first, last):
        """[m, 2]: added to a mention's scores as antecedent, and to its score of being new."""
        return self.stand_first(first) + self.stand_last(last)

    def joint(self, first, last):
        """Two vectors [m, JOIN_WIDTH] of each mention: as anaphor, as antecedent."""
        return (self.join_first(first) + self.join_last(last)).chunk(2, dim=-1)

    def vectors(self, first, last):
        return F.gelu(self.vector_first(first) + self.vector_last(last)).chunk(2, dim=-1)


class Relations(nn.Module):
    """What holds between two given spans: their outer words, the mean of what stands between them, and how far that is."""

    def __init__(self):
        super().__init__()
        self.first = nn.Linear(WIDTH, 2 * RELATION_WIDTH)
        self.last = nn.Linear(WIDTH, 2 * RELATION_WIDTH)
        self.between = nn.Linear(WIDTH, RELATION_WIDTH)
        self.distance = nn.Embedding(DISTANCES, RELATION_WIDTH)
        nn.init.normal_(self.distance.weight, std=0.1)
        self.drop = nn.Dropout(0.1)
        self.names = nn.ModuleDict({scheme: nn.Linear(RELATION_WIDTH, len(kinds)) for scheme, kinds in RELATIONS.items()})
        for layer in self.names.values():
            nn.init.constant_(layer.bias, -3.5)

    def forward(self, hidden, places, one, two, offset, scheme):
        """hidden: [length, WIDTH] of one window; places: [m, 2] first and last word of each span; one, two: [p] indices;
        offset: [p] pieces from the first word of one to that of two."""
        subject, object_ = (self.first(hidden[places[:, 0]]) + self.last(hidden[places[:, 1]])).chunk(2, dim=-1)
        after, before = torch.minimum(places[one, 1], places[two, 1]) + 1, torch.maximum(places[one, 0], places[two, 0])
        sums = F.pad(self.between(hidden).float().cumsum(0), (0, 0, 1, 0))
        count = (before - after).clamp(min=0)
        mean = (sums[torch.maximum(after, before)] - sums[after]) / count.clamp(min=1)[:, None]
        x = F.gelu(subject[one] + object_[two] + mean + self.distance(distance_bucket(offset)))
        return self.names[scheme](self.drop(x))


class Reader(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = Encoder()
        self.drop = nn.Dropout(0.1)
        self.names = nn.ModuleDict({scheme: nn.Linear(WIDTH, 1 + 2 * len(types)) for scheme, types in NAME_TYPES.items()})
        # The schemes with little text read the world head's opinion as well.
        self.borrow = nn.ModuleDict({scheme: nn.Linear(1 + 2 * len(NAME_TYPES["world"]), 1 + 2 * len(NAME_TYPES[scheme]), bias=False)
                                     for scheme in ("politics", "defence")})
        self.triggers = nn.Linear(WIDTH, len(TRIGGERS))
        nn.init.constant_(self.triggers.bias, -2.5)
        self.roles = Roles()
        self.factuality = nn.Sequential(nn.Linear(WIDTH, 128), nn.GELU(), nn.Linear(128, 1))
        self.mentions = Mentions()
        self.relations = Relations()

    def encode(self, ids, mask, shape):
        return self.encoder(ids, mask, shape)

    def tag(self, hidden, scheme):
        out = self.names[scheme](self.drop(hidden))
        if scheme in self.borrow:
            world = self.names["world"](hidden).float().softmax(-1)
            out = out + self.borrow[scheme](world)
        return out
