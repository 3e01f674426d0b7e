"""Gold to trees: `python -m newsclean.train --gold FILE ... --out text.json`; needs the extra `train` (LightGBM).

Gold is JSON lines, a document each (docs/gold.md). Training is deterministic: the same gold gives the same trees.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from newsclean.article import CONTENT, METADATA
from newsclean.evaluate import read_gold
from newsclean.labels.bits import Node
from newsclean.labels.features import END_ORDER, NAMES, features
from newsclean.labels.gate import IN, KNOWN, OUT
from newsclean.labels.lines import lines_of
from newsclean.labels.scores import HEAD, NEAR
from newsclean.labels.scores import TITLE as LONGEST_TITLE
from newsclean.labels.trees import Trees, chance_of, dump
from newsclean.rules.matcher import matcher_for
from newsclean.vocabulary import MAX_HEADLINE

COARSE = {"content": "content", "title": "title", "kicker": "title", "metadata": "metadata", "furniture": "furniture"}
COARSE |= {label.value: "content" for label in CONTENT if label.value not in ("title", "kicker")}
COARSE |= {label.value: "metadata" for label in METADATA}
FOLDS = 5
Size = tuple[int, int, float]
# trees of each ensemble, leaves of a tree, and how much of what is wrong each tree corrects
CONTENT_SIZE, SHORT_SIZE, TITLE_SIZE = (400, 31, 0.05), (96, 16, 0.12), (60, 15, 0.08)
GATE_SIZE, TITLE_GATE_SIZE = (24, 16, 0.3), (12, 16, 0.3)
MARGIN = 0.5  # how much beyond doubt the lines lie that are learned from
SAID, SAID_TITLE = (-6.0, 6.0), (-7.0, 3.0)  # in logits; the gates need not reproduce surer scores
# what web pages of every sort keep is not what newspapers keep: their gold weighs less
GOLD_WEIGHT = {"wcxb_dev": 0.5}
UNSURE = 0.3
USUAL = 60  # lines: longer documents weigh less than in proportion


class Example(NamedTuple):
    """One document for training: its publisher, and for each line its numbers, its coarse label and its weight."""

    id: str
    group: str
    rows: list[list[float]]
    labels: list[str]
    weights: list[float]


def example_of(document: dict[str, Any]) -> Example:
    """Return a gold document with its features."""
    lines = [line for line in document["lines"] if line["text"].strip()]
    matcher = matcher_for(document["language"], ())
    rows = features(lines_of([line["text"].strip() for line in lines], matcher, document["language"]))
    whole = GOLD_WEIGHT.get(document.get("gold", ""), 1.0) / max(1.0, len(lines) / USUAL) ** 0.5
    weights = [whole * (UNSURE if "sure" in line else 1.0) for line in lines]
    return Example(
        document["id"], document["group"], rows, [COARSE.get(line["label"], "furniture") for line in lines], weights
    )


def fold_of(group: str) -> int:
    """Return the fold of a publisher, the same in every run.

    >>> 0 <= fold_of("example.org") < FOLDS
    True
    """
    return int(hashlib.md5(group.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def fit(examples: Sequence[Example]) -> dict[str, list[Node]]:
    """Return the ensembles that fit the examples: for article text, for headlines, and two gates that approximate them.

    Lines that are not prose and that the gate leaves in doubt have a smaller ensemble of their own, because most lines that are scored
    are of this kind. Cross-validated on dumps it costs 0.0001 of F1; one for prose of 200 trees instead of 400 would cost 0.0015.
    """
    rows = [row for example in examples for row in example.rows]
    weights = [weight for example in examples for weight in example.weights]
    labels = [label for example in examples for label in example.labels]
    target = [label == "content" for label in labels]
    content = grow(rows, target, weights, CONTENT_SIZE)
    title = grow(rows, [label == "title" for label in labels], weights, TITLE_SIZE)
    gate = grow_gate(rows, _said(content, rows, SAID), weights, GATE_SIZE)
    doubted = [OUT < score < IN + MARGIN for score in _said(gate, rows, SAID)]
    short = [n for n, row in enumerate(rows) if doubted[n] and not _is_prose(row)]
    headline_scores = _said(title, rows, SAID_TITLE)
    headed = [n for n, row in enumerate(rows) if _may_head(row)]
    return {
        "content": content,
        "short": grow(*_chosen(short, rows, target, weights), SHORT_SIZE),
        "title": title,
        "gate": gate,
        "title-gate": grow_gate(*_chosen(headed, rows, headline_scores, weights), TITLE_GATE_SIZE),
    }


def _chosen(
    chosen: Sequence[int], rows: Sequence[list[float]], targets: Sequence[Any], weights: Sequence[float]
) -> tuple[list[list[float]], list[Any], list[float]]:
    return [rows[n] for n in chosen], [targets[n] for n in chosen], [weights[n] for n in chosen]


def _said(trees: Sequence[Node], rows: Sequence[Sequence[float]], bounds: tuple[float, float]) -> list[float]:
    """Return the scores of an ensemble for each row, clipped to the bounds."""
    grown = Trees(NAMES, tuple(trees))
    return [max(bounds[0], min(bounds[1], grown.score(row))) for row in rows]


def _is_prose(row: Sequence[float]) -> bool:
    """Return True if a line reads like a sentence, by the definition of `form.is_prose`."""
    named = dict(zip(NAMES, row, strict=True))
    return (named["words"] >= 5 and named["end"] == END_ORDER["."]) or named["words"] >= 24


def _may_head(row: Sequence[float]) -> bool:
    """Return True if a line is as short as a headline and stands where one may stand."""
    named = dict(zip(NAMES, row, strict=True))
    return -HEAD <= named["dense-start"] <= NEAR and (
        named["words"] <= LONGEST_TITLE or named["length"] <= MAX_HEADLINE
    )


def grow(rows: Sequence[Sequence[float]], targets: Sequence[bool], weights: Sequence[float], size: Size) -> list[Node]:
    """Grow the trees of one ensemble."""
    options = {
        "objective": "binary",
        "bagging_fraction": 0.8,
        "bagging_freq": 1,
        "feature_fraction": 0.5,
        "lambda_l2": 5.0,
    }
    return _grown(rows, targets, weights, size, options)


def grow_gate(
    rows: Sequence[Sequence[float]], targets: Sequence[float], weights: Sequence[float], size: Size
) -> list[Node]:
    """Grow the trees of a gate: a regression on `targets` with only the features that the gate knows."""
    known = [n for n, name in enumerate(NAMES) if name in KNOWN]
    options = {"objective": "regression", "feature_fraction": 0.7}
    grown = _grown([[row[n] for n in known] for row in rows], targets, weights, size, options)
    return [_renamed(tree, known) for tree in grown]


def _renamed(node: Node, names: Sequence[int]) -> Node:
    """Return a tree whose nodes name features by their index among all."""
    if type(node) is not list:
        return node
    return [names[node[0]], *node[1:3], _renamed(node[3], names), _renamed(node[4], names)]


def _grown(
    rows: Sequence[Sequence[float]],
    targets: Sequence[float],
    weights: Sequence[float],
    size: Size,
    options: dict[str, Any],
) -> list[Node]:
    """Grow trees with LightGBM; deterministic for the same data."""
    import lightgbm
    import numpy as np

    data = lightgbm.Dataset(
        np.array(rows, dtype=np.float64), np.array(targets, dtype=np.float64), weight=np.array(weights)
    )
    count, leaves, rate = size
    usual = {
        "num_leaves": leaves,
        "learning_rate": rate,
        "min_data_in_leaf": 40,
        "seed": 1,
        "deterministic": True,
        "force_row_wise": True,
        "num_threads": 1,
        "verbose": -1,
    }
    booster = lightgbm.train(usual | options, data, num_boost_round=count)
    return [node_of(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]


def node_of(tree: dict[str, Any]) -> Node:
    """Convert a tree of LightGBM to nodes."""
    if "leaf_value" in tree:
        return round(tree["leaf_value"], 4)
    low, high = node_of(tree["left_child"]), node_of(tree["right_child"])
    return [tree["split_feature"], round(tree["threshold"], 5), round(tree["internal_value"], 4), low, high]


def cross_validated(examples: Sequence[Example]) -> list[list[float]]:
    """Return the probability of article text for every line, from trees that never saw its publisher."""
    out: list[list[float]] = [[] for _ in examples]
    for fold in range(FOLDS):
        grown = fit([example for example in examples if fold_of(example.group) != fold])
        trees = {name: Trees(NAMES, tuple(nodes)) for name, nodes in grown.items()}
        for n, example in enumerate(examples):
            if fold_of(example.group) == fold:
                out[n] = [_chance(trees, row) for row in example.rows]
    return out


def _chance(trees: dict[str, Trees], row: Sequence[float]) -> float:
    """Return the probability that a line stays: that of the gate where it is sure, otherwise that of the model."""
    score = trees["gate"].score(row)
    if OUT < score < IN:
        score = trees["content" if _is_prose(row) else "short"].score(row)
    return chance_of(score) + trees["title"].probability(row)


def figures(examples: Sequence[Example], chances: Sequence[Sequence[float]]) -> str:
    """Return precision and recall of the lines to be kept, at a probability of 0.5."""
    kept = right = wanted = 0
    for example, row in zip(examples, chances, strict=True):
        for label, chance in zip(example.labels, row, strict=True):
            keep, want = chance > 0.5, label in ("content", "title")
            kept, right, wanted = kept + keep, right + (keep and want), wanted + want
    return f"lines kept: precision {right / max(1, kept):.4f}, recall {right / max(1, wanted):.4f}"


def main(argv: Sequence[str] | None = None) -> int:
    """Train on gold files and write the trees."""
    parser = argparse.ArgumentParser(prog="python -m newsclean.train", description=__doc__)
    parser.add_argument("--gold", nargs="+", type=Path, required=True, metavar="FILE")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")
    parser.add_argument("--no-figures", action="store_true", help="leave the cross-validation out")
    options = parser.parse_args(argv)
    examples = [example_of(document) for document in read_gold(options.gold)]
    if not options.no_figures:
        sys.stdout.write(f"cross-validated by publisher: {figures(examples, cross_validated(examples))}\n")
    options.out.write_text(dump(NAMES, fit(examples)), "utf-8")
    sys.stdout.write(f"{len(examples)} documents, {sum(len(e.rows) for e in examples)} lines\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
