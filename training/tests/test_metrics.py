from backchannel_training.metrics import Tally, conll, matched_facts, pearson

A, B, C, D, E = ((i, i + 1) for i in range(5))


def test_conll_of_gold_against_itself_is_one():
    assert conll([([[A, B], [C, D]], [[A, B], [C, D]])])["conll"] == 1.0


def test_conll_of_nothing_found_is_zero():
    assert conll([([[A, B]], [])])["conll"] == 0.0


def test_conll_by_hand():
    # Gold one chain of three, found two of them with a stranger: MUC 1/2 both ways, B3 4/9 both ways, CEAFe 4/6.
    got = conll([([[A, B, C]], [[A, B, D]])])
    assert got["muc"] == 0.5 and got["b3"] == round(4 / 9, 4) and got["ceafe"] == round(4 / 6, 4)


def test_matched_facts_pairs_one_to_one_and_needs_the_label():
    gold = [((0, 5), (9, 12), "leads")]
    assert matched_facts(gold, [((3, 5), (9, 10), "leads"), ((0, 2), (9, 12), "leads")]) == 1
    assert matched_facts(gold, [((0, 5), (9, 12), "owns")]) == 0
    assert matched_facts(gold, [((5, 7), (9, 12), "leads")]) == 0


def test_tally_counts_exact_matches_only():
    tally = Tally()
    tally.add({(0, 5, "x"), (7, 9, "y")}, {(0, 5, "x"), (7, 8, "y")})
    assert tally.figures() == {"p": 0.5, "r": 0.5, "f1": 0.5}


def test_pearson_of_a_constant_is_zero():
    assert pearson([1, 1, 1], [1, 2, 3]) == 0.0
