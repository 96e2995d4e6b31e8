"""``python -m backchannel_training.average ONE TWO OUT``: the mean of the weights of two checkpoints, one of which began from the other.

Averages of neighbouring solutions often do better on new text than either (Wortsman and others 2022, "Model soups").
"""
import argparse

import torch


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("one")
    ask.add_argument("two")
    ask.add_argument("out")
    said = ask.parse_args()
    one, two = (torch.load(path, map_location="cpu", weights_only=False)["average"] for path in (said.one, said.two))
    if one.keys() != two.keys():
        raise SystemExit("Expected two checkpoints of one model; they differ in %s" % sorted(one.keys() ^ two.keys()))
    mean = {name: (value + two[name]) / 2 if value.is_floating_point() else value for name, value in one.items()}
    torch.save({"average": mean}, said.out)


if __name__ == "__main__":
    main()
