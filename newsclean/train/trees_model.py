"""Examples to trees: is a line article text, and is it the headline? Grown with LightGBM, the same for the same data.

The second look (`labels/region.py`) learns from the scores that trees give to publishers that they have not seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from newsclean.labels.document import Document
from newsclean.labels.features import FEATURES, feature_rows
from newsclean.labels.line import may_be_headline
from newsclean.labels.region import REGION_FEATURES, region_rows
from newsclean.labels.trees import Node, Trees, chance_of
from newsclean.train.examples import Example

LOST = 1.0  # how much more a lost line of an article counts than furniture that stays
# trees, leaves of each, and how much each corrects, of the three ensembles
ARTICLE, REGION, HEADLINE = (240, 31, 0.08), (110, 20, 0.08), (60, 15, 0.1)
Rows = Sequence[Sequence[float]]
OPTIONS: dict[str, Any] = {
    "objective": "binary",
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


def rows_of(example: Example) -> Rows:
    """Return the features of each line of an example."""
    return feature_rows(Document(example.lines))


def article_trees(examples: Sequence[Example], rows: Sequence[Rows]) -> list[Node]:
    """Return the trees of the first look, for examples and the features of their lines."""
    return _grown(rows, [one.kept for one in examples], [one.line_weights() for one in examples], ARTICLE, FEATURES)


def region_trees(examples: Sequence[Example], rows: Sequence[Rows]) -> list[Node]:
    """Return the trees of the second look, for examples and the features of their lines among scores."""
    return _grown(
        rows, [one.kept for one in examples], [one.line_weights() for one in examples], REGION, REGION_FEATURES
    )


def headline_trees(examples: Sequence[Example], rows: Sequence[Rows]) -> list[Node]:
    """Return the trees that say whether a line is the headline, for lines that may be one."""
    chosen: list[list[Sequence[float]]] = []
    targets: list[list[bool]] = []
    weights: list[list[float]] = []
    for example, own in zip(examples, rows, strict=True):
        may = [n for n, line in enumerate(example.lines) if may_be_headline(line)]
        weight = example.line_weights()
        if may:
            chosen.append([own[n] for n in may])
            targets.append([example.labels[n] == "title" for n in may])
            weights.append([weight[n] for n in may])
    return _grown(chosen, targets, weights, HEADLINE, FEATURES)


def scores_of(nodes: Sequence[Node], rows: Rows) -> list[float]:
    """Return the scores of lines."""
    trees = Trees(FEATURES, tuple(nodes))
    return [trees.score(row) for row in rows]


def second_rows(example: Example, rows: Rows, logits: Sequence[float]) -> Rows:
    """Return the features of the second look for the lines of an example."""
    return region_rows(Document(example.lines), rows, logits, list(map(chance_of, logits)))


def _grown(
    rows: Sequence[Rows],
    targets: Sequence[Sequence[bool]],
    weights: Sequence[Sequence[float]],
    size: tuple[int, int, float],
    names: Sequence[str],
) -> list[Node]:
    import lightgbm
    import numpy as np

    matrix = np.concatenate([np.array(one, dtype=np.float32) for one in rows])
    target = np.concatenate([np.array(one, dtype=np.float32) for one in targets])
    weight = np.concatenate([np.array(one) for one in weights])
    count, leaves, rate = size
    data = lightgbm.Dataset(
        matrix, target, weight=np.where(target > 0, weight * LOST, weight), feature_name=list(names)
    )
    booster = lightgbm.train(OPTIONS | {"num_leaves": leaves, "learning_rate": rate}, data, num_boost_round=count)
    return [node_of(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]


def node_of(tree: dict[str, Any]) -> Node:
    """Return a tree of LightGBM as a node of `labels/trees.py`.

    >>> leaves = {"left_child": {"leaf_value": -1.0}, "right_child": {"leaf_value": 2.0}}
    >>> node_of({"split_feature": 0, "threshold": 5.0, "internal_value": 0.5, **leaves})
    [0, 5.0, 0.5, -1.0, 2.0]
    """
    if "leaf_value" in tree:
        return round(tree["leaf_value"], 4)
    low, high = node_of(tree["left_child"]), node_of(tree["right_child"])
    return [tree["split_feature"], round(tree["threshold"], 5), round(tree["internal_value"], 4), low, high]
