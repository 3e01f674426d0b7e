"""The features of a block are the columns of the shipped model."""

import pytest

from newsclean.article import Block
from newsclean.labels.html_features import FEATURES, feature_rows, with_line, word_scores
from newsclean.labels.inline_cuts import read_blocks
from newsclean.labels.lexicon import WordScore, lexicon_for
from newsclean.labels.trees import builtin_trees


def feature(name: str, *texts: str) -> list[float]:
    blocks = [Block(0, len(text), text, text, clues={"depth": 3.0}) for text in texts]
    words = word_scores(blocks, lexicon_for("fr"))
    return [row[FEATURES.index(name)] for row in feature_rows(blocks, words)]


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


def test_words_of_a_block_and_of_its_neighbours() -> None:
    texts = ("Partager", "Le conseil a voté le budget lundi soir.", "Newsletter")
    share, _, newsletter = own = feature("words-weigh", *texts)
    assert min(share, newsletter) > 0 > own[1]
    assert feature("words-weigh-1", *texts)[1] == pytest.approx(min(4.0, share))
    assert feature("words-weigh+1", *texts)[0] == pytest.approx(max(-4.0, own[1]))
    assert feature("words-weigh-page", "Partager") == [pytest.approx(min(4.0, share))]


def test_the_mean_of_an_element_leaves_the_block_itself_out() -> None:
    assert feature("words-weigh-box1", "Partager") == [0.0]
    first, second = feature("words-weigh-box1", "Partager", "Newsletter")
    own = [max(-4.0, min(4.0, weight)) for weight in feature("words-weigh", "Partager", "Newsletter")]
    assert (first, second) == (pytest.approx(own[1]), pytest.approx(own[0]))


def test_the_line_brings_rules_and_the_words_that_are_left() -> None:
    block = Block(0, 8, "Partager", "Partager", clues={})
    _, (line,) = read_blocks([block], "fr", ())
    row = with_line(feature_rows([block], [WordScore(0.0)])[0], line)
    assert row[FEATURES.index("words-weigh")] == line.words.logit > 0
    assert row[FEATURES.index("strong-rule")] == line.strong > 0
    assert len(row) == len(FEATURES)
