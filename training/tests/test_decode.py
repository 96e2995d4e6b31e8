import numpy as np

from backchannel_training.decode import attribution_of, best_tags, spans_of, without_overlap


def scores_for(tags, count, sure=5.0):
    out = np.zeros((len(tags), count))
    out[np.arange(len(tags)), tags] = sure
    return out


def test_best_tags_never_goes_on_with_what_has_not_begun():
    scores = np.array([[0.0, 0.0, 3.0], [0.0, 1.0, 2.0], [4.0, 0.0, 0.0], [0.0, 0.5, 5.0]])
    path = best_tags(scores)
    for before, tag in zip([0, *path], path):
        assert tag != 2 or before in (1, 2)


def test_best_tags_begins_a_span_when_going_on_is_worth_it():
    # The second word is surely inside, so the first must begin, though O looks a little better there.
    assert best_tags(np.array([[1.0, 0.5, 0.0], [0.0, 0.0, 6.0]])).tolist() == [1, 2]


def test_best_tags_of_nothing_is_nothing():
    assert best_tags(np.zeros((0, 3))).tolist() == []


def test_spans_of_parts_neighbours_that_each_begin():
    assert spans_of([1, 2, 1, 0, 3, 4, 4]) == [(0, 2, 0), (2, 3, 0), (4, 7, 1)]


def test_spans_of_finds_none_in_all_o():
    assert spans_of([0, 0, 0]) == []


# Tags of attribution roles: 1-2 source, 3-4 cue, 5-6 content.
def test_attribution_keeps_broken_content_and_the_cue_of_its_trigger():
    got = attribution_of(scores_for([5, 6, 1, 3, 5, 6], 7), trigger=3)
    assert got == {"cue": [(3, 4)], "source": [(2, 3)], "content": [(0, 2), (4, 6)]}


def test_attribution_falls_back_on_the_trigger_word_and_clears_it_of_other_roles():
    got = attribution_of(scores_for([1, 0, 0, 5, 6], 7), trigger=2)
    assert got == {"cue": [(2, 3)], "source": [(0, 1)], "content": [(3, 5)]}


def test_attribution_keeps_the_surer_of_two_sources():
    scores = scores_for([1, 0, 3, 1, 0], 7)
    scores[0, 1] = 9.0
    assert attribution_of(scores, trigger=2)["source"] == [(0, 1)]


def test_attribution_may_have_no_source():
    assert attribution_of(scores_for([3, 5, 6], 7), trigger=0)["source"] == []


def test_without_overlap_keeps_the_surer_cue():
    assert without_overlap([(0, 2), (1, 2), (4, 5)], [0.5, 0.9, 0.3]) == [1, 2]


def test_a_role_that_may_stand_once_keeps_its_surest_run():
    from backchannel_training.decode import once_each

    runs = [(0, 2, 1, 0.6), (3, 4, 5, 0.5), (4, 6, 1, 0.9), (7, 8, 5, 0.9)]
    assert once_each(runs, frozenset({1})) == [(3, 4, 5, 0.5), (4, 6, 1, 0.9), (7, 8, 5, 0.9)]
    assert once_each([(0, 1, 1, 0.5), (2, 3, 1, 0.5)], frozenset({1})) == [(0, 1, 1, 0.5)]
