"""Examples to trees: is a line article text? Grown with LightGBM, the same for the same data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from newsclean.labels.document import Document
from newsclean.labels.features import FEATURES, feature_rows
from newsclean.labels.line import may_be_headline
from newsclean.labels.trees import Node
from newsclean.train.examples import Example

TREES, LEAVES, RATE = 320, 31, 0.06
LOST = 1.0  # how much more a lost line of an article counts than furniture that stays
OPTIONS: dict[str, Any] = {
    "objective": "binary",
    "num_leaves": LEAVES,
    "learning_rate": RATE,
    "min_data_in_leaf": 30,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "max_bin": 127,
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbose": -1,
}
HEADLINE_TREES, HEADLINE = 60, {"num_leaves": 15, "learning_rate": 0.1}


def rows_of(example: Example) -> list[tuple[float, ...]]:
    """Return the features of each line of an example."""
    return feature_rows(Document(example.lines))


def grow_headline(examples: Sequence[Example], rows: Sequence[Sequence[Sequence[float]]]) -> list[Node]:
    """Return the trees that say whether a line is the headline, for lines that may be one."""
    import lightgbm
    import numpy as np

    chosen = [
        (row, label == "title", weight)
        for example, own in zip(examples, rows, strict=True)
        for line, row, label, weight in zip(example.lines, own, example.labels, example.line_weights(), strict=True)
        if may_be_headline(line)
    ]
    matrix = np.array([row for row, _, _ in chosen], dtype=np.float32)
    target, weight = np.array([label for _, label, _ in chosen], dtype=np.float32), np.array([w for _, _, w in chosen])
    booster = lightgbm.train(OPTIONS | HEADLINE, lightgbm.Dataset(matrix, target, weight=weight), num_boost_round=HEADLINE_TREES)
    return [node_of(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]


def grow(examples: Sequence[Example], rows: Sequence[Sequence[Sequence[float]]]) -> list[Node]:
    """Return the trees for examples and the features of their lines."""
    import lightgbm
    import numpy as np

    matrix = np.concatenate([np.array(one, dtype=np.float32) for one in rows])
    target = np.concatenate([np.array(example.kept, dtype=np.float32) for example in examples])
    weight = np.concatenate([np.array(example.line_weights()) for example in examples])
    data = lightgbm.Dataset(matrix, target, weight=np.where(target > 0, weight * LOST, weight), feature_name=list(FEATURES))
    booster = lightgbm.train(OPTIONS, data, num_boost_round=TREES)
    return [node_of(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]


def node_of(tree: dict[str, Any]) -> Node:
    """Return a tree of LightGBM as a node of `labels/trees.py`."""
    if "leaf_value" in tree:
        return round(tree["leaf_value"], 4)
    low, high = node_of(tree["left_child"]), node_of(tree["right_child"])
    return [tree["split_feature"], round(tree["threshold"], 5), round(tree["internal_value"], 4), low, high]
