import numpy as np

from backchannel_training.calibrate import Scored, calibrated, calibration_error, platt, settle


def drawn(a, b, n=4000, seed=3):
    rng = np.random.default_rng(seed)
    raw = 1 / (1 + np.exp(-rng.normal(1.5, 2.5, n)))
    return raw, rng.random(n) < calibrated(raw, a, b)


def test_platt_finds_the_scale_it_was_drawn_from():
    for a, b in ((1.0, 0.0), (0.5, -0.7), (1.6, 0.4)):
        got = platt(*drawn(a, b))
        assert abs(got[0] - a) < 0.1 and abs(got[1] - b) < 0.15, (a, b, got)


def test_platt_stays_sane_where_all_scores_are_near_one():
    raw = 1 - 10.0 ** -np.linspace(0.1, 7, 300)
    a, b = platt(raw, np.arange(300) % 3 > 0)
    assert 0.05 <= a < 3 and abs(b) < 5
    assert 0.5 < calibrated([0.999], a, b)[0] < 0.85


def test_calibration_error_is_nought_for_honest_scores_and_large_for_boasts():
    raw, right = drawn(1.0, 0.0, 20000)
    assert calibration_error(raw, right) < 0.02
    assert calibration_error(np.full(1000, 0.99), np.arange(1000) % 2 == 0) > 0.45


def test_careful_is_no_less_precise_than_thorough():
    raw, right = drawn(0.8, -0.5, 3000)
    s = Scored()
    for k, (x, y) in enumerate(zip(raw, right)):
        s.add(k % 20, [(float(x), bool(y))], int(y))
    _, chosen, report = settle("drawn", s)
    assert chosen["careful"] >= chosen["thorough"]
    assert report["careful"]["p"] >= report["thorough"]["p"]
    assert report["calibration error"][1] < 0.05
