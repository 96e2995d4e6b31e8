"""The one shape every corpus is turned into.

All places are ``[start, end)`` in Unicode code points of ``text``. A field that is ``None`` was not annotated, so no
loss is taken from it; an empty list was annotated and holds nothing.
"""
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Iterable, Iterator, List, Optional


@dataclass
class Document:
    id: str
    corpus: str
    text: str
    sentences: List[List[int]] = field(default_factory=list)
    # {"world": [[start, end, type], ...]}: one list a label scheme.
    names: dict = field(default_factory=dict)
    # [{"cue": [s, e] of the whole cue, "roles": [[role, s, e], ...]}]
    attributions: Optional[list] = None
    # [{"at": [s, e] of the predicate word, "roles": [[label, s, e], ...]}]
    predicates: Optional[list] = None
    # [[s, e, value, confidence], ...]
    factuality: Optional[list] = None
    # [[s, e, type], ...], nested
    mentions: Optional[list] = None
    # [[[s, e], ...], ...], no singletons
    clusters: Optional[list] = None
    # {"scheme", "entities": [[s, e], ...], "labels": annotated labels or None for all, "facts": [[i, j, label], ...]}
    relations: Optional[dict] = None


def write_documents(path: Path, documents: Iterable[Document]) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    count = 0
    with open(path, "w", encoding="utf-8") as out:
        for document in documents:
            out.write(json.dumps(asdict(document), ensure_ascii=False) + "\n")
            count += 1
    return count


def read_documents(path: Path) -> Iterator[Document]:
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            yield Document(**json.loads(line))


class TextBuilder:
    """Builds running text from corpus tokens and remembers where each one landed.

    Contractions are joined to the word before, as in newspapers; other tokens are parted by one space. White space does
    not reach the word pieces, so nothing else has to be guessed back.
    """

    JOINED = {"n't", "'s", "'re", "'ve", "'ll", "'d", "'m", "n’t", "’s", "’re", "’ve", "’ll", "’d", "’m"}
    ESCAPES = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}", "``": "\"", "''": "\""}

    def __init__(self) -> None:
        self.parts: List[str] = []
        self.length = 0

    def _push(self, piece: str) -> None:
        self.parts.append(piece)
        self.length += len(piece)

    def token(self, word: str, space: Optional[bool] = None) -> List[int]:
        """Adds a token; ``space`` says whether white space stands before it (None: by rule)."""
        word = self.ESCAPES.get(word, word)
        if space is None:
            space = word.lower() not in self.JOINED
        if self.length and space and not self.parts[-1].endswith((" ", "\n")):
            self._push(" ")
        start = self.length
        self._push(word)
        return [start, self.length]

    def gap(self, white: str) -> None:
        if self.length:
            self._push(white)

    @property
    def text(self) -> str:
        return "".join(self.parts)


def spans_of_tags(tags: List[str]) -> List[list]:
    """[[first, last + 1, type], ...] of BIO tags; a stray I- begins a span, as conlleval has it."""
    spans, open_at, kind = [], None, None
    for index, tag in enumerate(list(tags) + ["O"]):
        begins = tag.startswith("B-") or (tag.startswith("I-") and tag[2:] != kind)
        if open_at is not None and (begins or tag == "O"):
            spans.append([open_at, index, kind])
            open_at, kind = None, None
        if begins:
            open_at, kind = index, tag[2:]
    return spans
