import pytest

from backchannel_training.places import start_folder
from backchannel_training.wordpieces import (CAPITAL, DIGIT, LOWER, MIXED, SHAPES, SIGN, SINGLE, UPPER, cut, gap_of, owners,
                                             shape_of, windows)

needs_start = pytest.mark.skipif(not (start_folder() / "tokenizer.json").exists(), reason="starting weights are not unpacked")


@pytest.mark.parametrize("word,shape", [("talks", LOWER), ("Envoy", CAPITAL), ("OSCE", UPPER), ("McAvoy", MIXED), ("4th", DIGIT),
                                        (",", SIGN), ("A", SINGLE), ("北京", LOWER)])
def test_shape_of(word, shape):
    assert shape_of(word) == shape


def test_gap_of_counts_line_breaks_to_two():
    assert [gap_of(x) for x in ("", " ", "\n", "\n \n", "\n\n\n")] == [0, 0, 1, 2, 2]


@needs_start
def test_cut_keeps_every_place_verbatim():
    text = "Envoy Tamsin Orlo\n\ndenied it: “No deal,” she said — 😀 naïvely."
    pieces = cut(text)
    words = [text[s:e] for s, e in zip(pieces.word_start, pieces.word_end)]
    assert words[:3] == ["Envoy", "Tamsin", "Orlo"] and "denied" in words and "naïvely" in words
    denied = words.index("denied")
    assert pieces.shape[pieces.first[denied]] == LOWER + SHAPES * 2
    a, b = pieces.words_in(text.index("Tamsin"), text.index("Orlo") + 4)
    assert words[a:b] == ["Tamsin", "Orlo"]


@needs_start
def test_cut_of_nothing_has_no_pieces():
    assert len(cut("")) == 0 and windows(cut("  \n")) == []


@needs_start
@pytest.mark.parametrize("count", [1, 300, 383, 900, 5000])
def test_windows_cover_everything_and_each_piece_has_one_owner(count):
    pieces = cut("mediator " * count + "unbelievableness")
    ranges = windows(pieces)
    assert ranges[0][0] == 0 and ranges[-1][1] == len(pieces)
    assert all(0 < b - a <= 382 for a, b in ranges)
    shares = owners(ranges)
    assert [x for a, b in shares for x in range(a, b)] == list(range(len(pieces)))
    assert all(low >= a and high <= b for (a, b), (low, high) in zip(ranges, shares))


@needs_start
def test_windows_get_through_one_endless_word():
    pieces = cut("ab" * 40 + " " + "x" * 20000 + " " + "-" * 3000)
    assert windows(pieces)[-1][1] == len(pieces)
