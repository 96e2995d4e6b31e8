from backchannel_training.corpora import bracket_spans
from backchannel_training.document import TextBuilder, spans_of_tags
from backchannel_training.coreference import Mention, chains, far_bucket, match


def test_builder_joins_contractions_and_remembers_places():
    build = TextBuilder()
    places = [build.token(w) for w in ("They", "did", "n't", "sign", "-LRB-", "yet", "-RRB-")]
    assert build.text == "They didn't sign ( yet )"
    assert [build.text[s:e] for s, e in places] == ["They", "did", "n't", "sign", "(", "yet", ")"]


def test_spans_of_tags_takes_a_stray_inside_for_a_beginning():
    assert spans_of_tags(["I-X", "I-X", "O", "B-X", "B-X", "I-Y"]) == [[0, 2, "X"], [3, 4, "X"], [4, 5, "X"], [5, 6, "Y"]]


def test_bracket_spans():
    assert bracket_spans(["(ARG0*", "*)", "(V*)", "*", "(ARGM-TMP*)"]) == [[0, 2, "ARG0"], [2, 3, "V"], [4, 5, "ARGM-TMP"]]


def mention(text, at=0):
    words = text.split()
    return Mention(words, (at, at + len(words)))


def test_mention_classes():
    assert [mention(t).kind for t in ("we", "she", "Minister Orlo", "the envoy", "a deal")] == [0, 1, 2, 3, 4]


def test_match_looks_past_determiners_and_at_the_head():
    assert match(mention("the envoy"), mention("An envoy")) == 1
    assert match(mention("their envoy"), mention("the envoy of Tarn")) == 2
    assert match(mention("the envoy of Tarn"), mention("their envoy")) == 4
    assert match(mention("Tamsin Orlo Reed"), mention("Tamsin Orlo")) == 3
    assert match(mention("the envoy"), mention("the minister")) == 0


def test_far_bucket_edges():
    assert far_bucket([1, 4, 5, 7, 8, 127, 128]).tolist() == [0, 3, 4, 4, 5, 8, 9]


def test_chains_follow_antecedents_and_leave_singletons_out():
    assert chains([-1, 0, -1, 1]) == [[0, 1, 3]]
