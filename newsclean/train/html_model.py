"""Pages to the trees of HTML mode: does a block of a page stay? Grown with LightGBM, the same for the same data.

A gold page is a gold document with its `html`; its `lines` are in the order of the page, and need not be all of them. Every block near an article is an example, with the
label of the line that it is found in. Labels that were computed from the text of an article (`content`, `furniture`) are sure for prose and less
so for short lines, which weigh little then; those that were written line by line weigh the same for all.
"""

from __future__ import annotations

import multiprocessing
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from newsclean.article import Block
from newsclean.clues import OUTSIDE, clue
from newsclean.filters import fix_encoding
from newsclean.gold import GoldDocument
from newsclean.labels.html_features import FEATURES, feature_rows, with_line, word_scores
from newsclean.labels.inline_cuts import read_blocks
from newsclean.labels.lexicon import Lexicon
from newsclean.labels.line import Line
from newsclean.labels.trees import Node, dump
from newsclean.normal_forms import fold
from newsclean.reading import read
from newsclean.train.examples import COARSE, FOLDS, KEPT, fold_of
from newsclean.train.lexicons import merged
from newsclean.train.trees_model import node_of

TREES, FIRST = 140, 30  # trees in all, and those that see off what is plainly no article text
# a line weighs `SHORT_COARSE` or `SHORT_FINE`, and 1 more for each `CHARS` characters, at most `HEAVIEST`
SHORT_COARSE, SHORT_FINE, CHARS, HEAVIEST = 0.3, 1.0, 120, 4.0
PLACED_APART = frozenset({"title", "kicker"})  # `labels/page_decision.py` finds them by other means than the trees
AHEAD = 20_000  # characters of a page that are searched for a block
OPTIONS: dict[str, Any] = {
    "objective": "binary",
    "learning_rate": 0.1,
    "num_leaves": 16,
    "min_data_in_leaf": 30,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "max_bin": 127,
    "seed": 1,
    "verbose": -1,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
}


@dataclass(frozen=True)
class PageExample:
    """A page for training; all sequences have an entry for each block near the article.

    Attributes:
        document: The gold page.
        language: The language that was detected.
        blocks: The blocks.
        lines: Their lines.
        labels: The right labels; None where it is unknown.
        far: The labels of the other blocks.
    """

    document: GoldDocument
    language: str | None
    blocks: Sequence[Block]
    lines: Sequence[Line]
    labels: Sequence[str | None]
    far: Sequence[str | None]

    @property
    def group(self) -> str:
        """Who published it."""
        return str(self.document["group"])

    def rows(self, lexicon: Lexicon) -> list[list[float]]:
        """Return the features of each block, with words weighed by a lexicon that did not see the page."""
        rows = feature_rows(self.blocks, word_scores(self.blocks, lexicon))
        lines = [replace(line, words=lexicon.score(fold(line.plain))) for line in self.lines]
        return [with_line(row, line) for row, line in zip(rows, lines, strict=True)]

    def targets(self) -> list[bool]:
        """Return whether each block should stay."""
        return [label in KEPT for label in self.labels]

    def weights(self) -> list[float]:
        """Return how much each block counts: those of a page as much as the root of their sum."""
        weights = [self._weight(label, block) for label, block in zip(self.labels, self.blocks, strict=True)]
        total = sum(weights)
        return [float(self.document.get("weight", 1.0)) * one / total**0.5 if total else 0.0 for one in weights]

    def _weight(self, label: str | None, block: Block) -> float:
        if label is None or label in PLACED_APART:
            return 0.0
        return min(HEAVIEST, (SHORT_COARSE if label in COARSE else SHORT_FINE) + len(block.text) / CHARS)


def page_example(document: GoldDocument) -> PageExample:
    """Return a gold page as an example."""
    article = fix_encoding.apply(read(document["html"], kind="html", url=document.get("url") or None))
    labels = list(_labels(article.blocks, document["lines"]))
    near = [clue(block, OUTSIDE) == 0.0 for block in article.blocks]
    blocks = [block for block, is_near in zip(article.blocks, near, strict=True) if is_near]
    _, lines = read_blocks(blocks, article.language, ())
    own = [label for label, is_near in zip(labels, near, strict=True) if is_near]
    far = [label for label, is_near in zip(labels, near, strict=True) if not is_near]
    return PageExample(document, article.language, blocks, lines, own, far)


def _labels(blocks: Iterable[Block], rows: Iterable[dict[str, str]]) -> Iterator[str | None]:
    """Yield the label of the line that each block is found in, without regard to spaces; None if it is in none."""
    ends, labels, parts, at = [], [], [], 0
    for row in rows:
        key = _key(row["text"])
        at += len(key)
        parts.append(key)
        ends.append(at)
        labels.append(None if "sure" in row else row["label"])
    text, at = "".join(parts), 0
    for block in blocks:
        key = _key(block.source)
        found = text.find(key, at, at + len(key) + AHEAD) if key else -1
        if found < 0:
            yield None
            continue
        at = found + len(key)
        yield labels[bisect_right(ends, found + len(key) // 2)]


def _key(text: str) -> str:
    return "".join(text.replace("|", "").split())


def train_pages(
    documents: Sequence[GoldDocument],
    lexicons: Sequence[Mapping[str, Mapping[str, float]]],
    out: Path | None,
    folds: Path | None,
) -> None:
    """Train the model of HTML mode and write it, as `train.run.train` does.

    Args:
        documents: The gold pages.
        lexicons: The weights of words for each fold, without those of its publishers, by language.
        out: The package that gets the file; None for none.
        folds: The folder that gets a subfolder for each fold; None for none.
    """
    rows: list[list[float]] = []
    targets: list[bool] = []
    weights: list[float] = []
    own: list[int] = []
    with multiprocessing.Pool(2) as pool:
        for one in pool.imap(page_example, documents, chunksize=8):
            fold = fold_of(one.group)
            rows += one.rows(merged(lexicons[fold], one.language))
            targets += one.targets()
            weights += one.weights()
            own += [fold] * len(one.blocks)
    chosen: list[tuple[Path, int | None]] = [] if out is None else [(out, None)]
    chosen += [] if folds is None else [(folds / str(number), number) for number in range(FOLDS)]
    for folder, left_out in chosen:
        seen = [weight if k != left_out else 0.0 for weight, k in zip(weights, own, strict=True)]
        trees = grow_pages(rows, targets, seen)
        (folder / "labels").mkdir(parents=True, exist_ok=True)
        text = dump(FEATURES, {"first": trees[:FIRST], "rest": trees[FIRST:]})
        (folder / "labels" / "html.json").write_text(text, "utf-8")


def grow_pages(rows: Sequence[Sequence[float]], targets: Sequence[bool], weights: Sequence[float]) -> list[Node]:
    """Return the trees for blocks with their features, targets and weights; the first `FIRST` are asked first."""
    import lightgbm
    import numpy as np

    weight = np.array(weights)
    chosen = weight > 0
    data = lightgbm.Dataset(
        np.array(rows, dtype=np.float32)[chosen],
        np.array(targets, dtype=np.float32)[chosen],
        weight=weight[chosen] / weight[chosen].mean(),
        feature_name=list(FEATURES),
    )
    booster = lightgbm.train(OPTIONS, data, num_boost_round=TREES)
    return [node_of(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]
