import numpy as np
import pytest

from backchannel_training.events_score import linked_from, read_evidence
from backchannel_training.stems import stem_of

# The same list is in src/text/kin/kin.test.ts: the reader makes stems with the same rules.
STEMS = {"met": "meet", "Meetings": "meet", "signed": "sign", "signing": "sign", "hopping": "hop", "agreed": "agre", "agrees": "agre",
         "relational": "relat", "happiness": "happi", "visits": "visit", "told": "tell", "women": "woman", "controlled": "control",
         "sky": "sky", "by": "by", "2014": "2014", "Zürich": "zürich"}


@pytest.mark.parametrize("word,stem", STEMS.items())
def test_stems(word, stem):
    assert stem_of(word) == stem


GRID = np.array([[0, .9, .1, 0], [.9, 0, .5, 0], [.1, .5, 0, .2], [0, 0, .2, 0]])


def test_linkage_goes_by_the_mean_of_all_pairs():
    each = np.arange(4)
    assert linked_from(GRID, each, 0.3) == [[0, 1, 2], [3]]
    assert linked_from(GRID, each, 0.31) == [[0, 1], [2], [3]]


def test_linkage_begins_with_the_groups_given():
    assert linked_from(GRID, np.array([0, 0, 1, 1]), 0.9) == [[0, 1], [2, 3]]


def test_evidence_is_read_as_it_is_written(tmp_path):
    file = tmp_path / "evidence"
    file.write_text('{"evidence":["a","b"]}\n'
                    '{"corpus":"train","stories":"found","chains":["x","x","y"],"stems":["s","s","t"],"documents":["1_1","1_2","1_2"],"story":[0,0,0]}\n'
                    "0 1 0.5 1\n0 2 0 0\n1 2 0.25 0\n\n")
    names, found = read_evidence(str(file))
    one = found["train", "found"]
    assert names == ["a", "b"] and one.same.tolist() == [1, 0, 0] and one.values.shape == (3, 2)
