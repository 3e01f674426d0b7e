"""The second look: a line among the scores of its neighbours."""

from __future__ import annotations

from newsclean.labels.document import Document
from newsclean.labels.features import FEATURES, feature_rows
from newsclean.labels.line import read_lines
from newsclean.labels.region import AROUND, FAR, NO_LINE, REGION_FEATURES, region_of, region_rows
from newsclean.labels.trees import builtin_trees, chance_of
from newsclean.rules.matcher import Matcher
from tests.labels.articles import ARTICLES

TEXTS = ["Sport", "Partager", *ARTICLES["fr"], "Publicité", "Se connecter"]
LOGITS = [-3.0, -4.0, 3.0, 4.0, -1.0, 2.5, -4.0, -9.0]


def rows(logits: list[float], texts: list[str] = TEXTS) -> list[dict[str, float]]:
    """The features of the second look for lines with these scores, by name."""
    document = Document(read_lines(texts, Matcher([]), "fr"))
    found = region_rows(document, feature_rows(document), logits, list(map(chance_of, logits)))
    return [dict(zip(REGION_FEATURES, row, strict=True)) for row in found]


def test_the_shipped_trees_ask_for_these_features() -> None:
    assert builtin_trees("region")["region"].names == REGION_FEATURES
    assert len(set(REGION_FEATURES)) == len(REGION_FEATURES)


def test_scores_around_a_line() -> None:
    found = rows(LOGITS)
    assert [row["score+0"] for row in found] == [*LOGITS[:-1], -7.0]  # no score counts for more than 7
    assert [found[2][f"score{by:+d}"] for by in (-3, -2, -1, 0, 1)] == [NO_LINE, -3.0, -4.0, 3.0, 4.0]
    assert found[0][f"score{AROUND:+d}"] == LOGITS[AROUND]


def test_an_island_of_furniture_is_inside_the_region() -> None:
    found = rows(LOGITS)
    assert [row["from-region-start"] for row in found] == list(range(-2, 6))
    assert [row["to-region-end"] for row in found] == list(range(5, -3, -1))
    assert {row["region-share"] for row in found} == {4 / 8}


def test_distances_to_plain_lines() -> None:
    found = rows(LOGITS)
    assert [row["in-above"] for row in found] == [FAR, FAR, FAR, 1, 1, 2, 1, 2]
    assert [row["in-below"] for row in found] == [2, 1, 1, 2, 1, FAR, FAR, FAR]
    assert [row["out-below"] for row in found] == [1, 5, 4, 3, 2, 1, 1, FAR]


def test_shares_of_the_article() -> None:
    found = rows(LOGITS)
    assert found[0]["article-above"] == found[-1]["article-below"] == 0.0
    assert found[-1]["article-above"] > 0.9
    assert [row["article-above"] for row in found] == sorted(row["article-above"] for row in found)


def test_what_a_line_says_by_itself_is_seen_again() -> None:
    document = Document(read_lines(TEXTS, Matcher([]), "fr"))
    own = feature_rows(document)
    found = rows(LOGITS)
    assert [row["words"] for row in found] == [row[FEATURES.index("words")] for row in own]


def test_a_single_line() -> None:
    (row,) = rows([2.0], ["Partager"])
    assert (row["score-1"], row["score+1"], row["in-above"]) == (NO_LINE, NO_LINE, FAR)


def test_long_lines_count_more_for_the_region_but_not_without_end() -> None:
    assert region_of([0.9, 0.1, 0.9], [30, 2, 30]) == (0, 2)
    assert region_of([0.9, 0.1, 0.9], [2, 200, 2]) == (0, 0)
    assert region_of([0.1, 0.2], [9, 9]) == (0, -1)
