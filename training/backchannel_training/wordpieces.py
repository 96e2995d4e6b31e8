"""Text to word pieces, words, shapes and windows.

A word is what BERT's pre-tokeniser cuts: a run of letters and digits, or one sign. Labels live on words and are read at
a word's first piece. The reader in ``src/read`` does the same cut; a change here is a change there.
"""
from dataclasses import dataclass
from typing import List, Tuple

import numpy as np
from tokenizers import Tokenizer

from .places import start_folder

WINDOW = 384  # pieces, [CLS] and [SEP] included
OVERLAP = 128
CLS, SEP, PAD = 101, 102, 0

# Shape of a word (uncased pieces lose capitals), and the white space before it (pieces lose it too).
LOWER, CAPITAL, UPPER, MIXED, DIGIT, SIGN, SINGLE = 1, 2, 3, 4, 5, 6, 7
SHAPES = 8
GAPS = 3  # no line break, one, a blank line


def shape_of(word: str) -> int:
    if not any(c.isalnum() for c in word):
        return SIGN
    if any(c.isdigit() for c in word):
        return DIGIT
    if word.islower() or not any(c.isupper() for c in word):
        return LOWER
    if len(word) == 1:
        return SINGLE
    if word.isupper():
        return UPPER
    return CAPITAL if word[0].isupper() and not any(c.isupper() for c in word[1:]) else MIXED


def gap_of(white: str) -> int:
    return min(white.count("\n"), GAPS - 1)


@dataclass
class Pieces:
    """One document cut up. ``word`` numbers the word of each piece; the other word arrays are indexed by that number."""
    text: str
    ids: np.ndarray
    word: np.ndarray
    shape: np.ndarray       # of each piece: shape + SHAPES * gap
    word_start: np.ndarray  # code points
    word_end: np.ndarray
    first: np.ndarray       # first piece of each word

    def __len__(self) -> int:
        return len(self.ids)

    def words_in(self, start: int, end: int) -> Tuple[int, int]:
        """Words that touch [start, end), as a half-open range; empty when there are none."""
        a = int(np.searchsorted(self.word_end, start, side="right"))
        b = int(np.searchsorted(self.word_start, end, side="left"))
        return a, max(a, b)


_tokenizer = None


def tokenizer() -> Tokenizer:
    global _tokenizer
    if _tokenizer is None:
        _tokenizer = Tokenizer.from_file(str(start_folder() / "tokenizer.json"))
        _tokenizer.no_truncation()
        _tokenizer.no_padding()
    return _tokenizer


def cut(text: str) -> Pieces:
    coded = tokenizer().encode(text, add_special_tokens=False)
    ids, word, starts, ends, first, shape = [], [], [], [], [], []
    last_word, end_before = None, 0
    for piece, number, (start, end) in zip(coded.ids, coded.word_ids, coded.offsets):
        if number != last_word or number is None:
            last_word = number
            first.append(len(ids))
            starts.append(start)
            ends.append(end)
        else:
            ends[-1] = max(ends[-1], end)
        ids.append(piece)
        word.append(len(starts) - 1)
    shapes = []
    for start, end in zip(starts, ends):
        shapes.append(shape_of(text[start:end]) + SHAPES * gap_of(text[end_before:start]))
        end_before = end
    word_array = np.array(word, dtype=np.int64)
    shape_array = np.array(shapes, dtype=np.int64)
    return Pieces(text=text, ids=np.array(ids, dtype=np.int64), word=word_array,
                  shape=shape_array[word_array] if len(word_array) else shape_array,
                  word_start=np.array(starts, dtype=np.int64), word_end=np.array(ends, dtype=np.int64),
                  first=np.array(first, dtype=np.int64))


def windows(pieces: Pieces, offset: int = 0, size: int = WINDOW, overlap: int = OVERLAP) -> List[Tuple[int, int]]:
    """[start, end) piece ranges that cover the document, begun at word starts. ``offset`` shortens the first window."""
    inner, total = size - 2, len(pieces)
    if total <= inner:
        return [(0, total)] if total else []
    out, start = [], 0
    while True:
        end = min(total, start + inner - (offset if not out else 0))
        while end < total and pieces.word[end] == pieces.word[end - 1] and end > start + overlap + 1:
            end -= 1
        out.append((start, end))
        if end >= total:
            return out
        step = max(start + 1, end - overlap)
        while step > start + 1 and pieces.word[step] == pieces.word[step - 1]:
            step -= 1
        start = step


def owners(ranges: List[Tuple[int, int]]) -> List[Tuple[int, int]]:
    """The part of each window that it answers for: overlaps are shared out at their middle."""
    out = []
    for k, (start, end) in enumerate(ranges):
        low = start if k == 0 else (ranges[k - 1][1] + start) // 2
        high = end if k == len(ranges) - 1 else (end + ranges[k + 1][0]) // 2
        out.append((low, high))
    return out
