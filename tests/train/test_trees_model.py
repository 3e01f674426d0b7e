"""Trees that are grown on a few documents: they learn what they are shown, the same each time, and are walked alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsclean.labels.features import FEATURES
from newsclean.labels.lexicon import WordScore
from newsclean.labels.region import REGION_FEATURES
from newsclean.labels.trees import Trees, dump, parse
from newsclean.train.examples import Example, example_of
from newsclean.train.trees_model import (
    article_trees,
    headline_trees,
    node_of,
    region_trees,
    rows_of,
    scores_of,
    second_rows,
)
from tests.labels.articles import ARTICLES, FURNITURE

LABELS = ("share", "newsletter", "ad", "related")


def examples() -> list[Example]:
    """Plain articles with furniture below, of five publishers; words say nothing, so that form has to."""
    out = []
    for language, paragraphs in ARTICLES.items():
        lines = [{"text": paragraphs[0][:40], "label": "title"}]
        lines += [{"text": text, "label": "paragraph"} for text in paragraphs]
        lines += [{"text": text, "label": label} for text, label in zip(FURNITURE[language], LABELS, strict=False)]
        document = {"id": language, "group": f"{language}.example", "language": language, "lines": lines}
        example = example_of(document | {"text": "\n\n".join(line["text"] for line in lines)})
        assert example is not None
        out.append(replace(example, lines=[replace(line, words=WordScore(0.0)) for line in example.lines]))
    return out * 4


@pytest.fixture(autouse=True)
def _lightgbm() -> None:
    pytest.importorskip("lightgbm", reason="needs the extra `train`: lightgbm")
    pytest.importorskip("numpy", reason="needs the extra `train`: numpy")


def test_the_trees_tell_articles_from_furniture() -> None:
    found = examples()
    rows = [rows_of(one) for one in found]
    nodes = article_trees(found, rows)
    for example, own in zip(found, rows, strict=True):
        scores = scores_of(nodes, own)
        kept = [score for score, stays in zip(scores, example.kept, strict=True) if stays]
        gone = [score for score, stays in zip(scores, example.kept, strict=True) if not stays]
        assert sum(kept) / len(kept) > 0 > sum(gone) / len(gone)


def test_the_same_examples_give_the_same_trees() -> None:
    found = examples()
    rows = [rows_of(one) for one in found]
    assert article_trees(found, rows) == article_trees(found, rows)


def test_the_second_look_learns_from_the_scores_of_the_first() -> None:
    found = examples()
    rows = [rows_of(one) for one in found]
    nodes = article_trees(found, rows)
    second = [second_rows(one, own, scores_of(nodes, own)) for one, own in zip(found, rows, strict=True)]
    assert all(len(row) == len(REGION_FEATURES) for own in second for row in own)
    trees = Trees(REGION_FEATURES, tuple(region_trees(found, second)))
    scores = [trees.score(row) for row in second[0]]
    assert scores[2] > scores[-1]


def test_headlines_are_learned_from_lines_that_may_be_one() -> None:
    found = examples()
    nodes = headline_trees(found, [rows_of(one) for one in found])
    scores = scores_of(nodes, rows_of(found[0]))
    assert scores[0] > scores[-1]


def test_grown_trees_survive_the_file() -> None:
    found = examples()
    nodes = article_trees(found, [rows_of(one) for one in found])
    again = parse(dump(FEATURES, {"article": nodes}))["article"]
    for row in rows_of(found[0]):
        assert again.score(row) == pytest.approx(Trees(FEATURES, tuple(nodes)).score(row))


def test_a_tree_of_one_leaf() -> None:
    assert node_of({"leaf_value": 0.123456}) == 0.1235
