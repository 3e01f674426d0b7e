"""The features of a block are the columns of the shipped model."""

from newsclean.article import Block
from newsclean.labels.html_features import FEATURES, feature_rows
from newsclean.labels.trees import builtin_trees


def feature(name: str, *texts: str) -> list[float]:
    blocks = [Block(0, len(text), text, text, clues={"depth": 3.0}) for text in texts]
    return [row[FEATURES.index(name)] for row in feature_rows(blocks)]


def test_the_model_has_the_same_columns() -> None:
    for trees in builtin_trees("html").values():
        assert trees.names == FEATURES


def test_clues_are_columns() -> None:
    assert feature("depth", "Un titre") == [3.0]
    assert feature("links", "Un titre") == [0.0]


def test_neighbours_and_copies() -> None:
    texts = ("Un titre", "Un texte de cinq mots", "Un titre")
    assert feature("words-1", *texts) == [0, 2, 5]
    assert feature("words+1", *texts) == [5, 2, 0]
    assert feature("copy", *texts) == [0, 0, 1]
    assert feature("place", *texts)[0] == 0.0


def test_rules_are_not_read_yet() -> None:
    assert feature("strong-rule", "Partager") == [0.0]
