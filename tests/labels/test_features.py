"""The features of a line: what they count, and that a document is looked at as a whole."""

from __future__ import annotations

import math

import pytest

from newsclean.article import Label
from newsclean.labels.document import Document
from newsclean.labels.features import FAR, FEATURES, NEIGHBOURS, NO_LINE, feature_rows, named
from newsclean.labels.line import place_of_label, read_lines
from newsclean.labels.trees import builtin_trees
from newsclean.rules.matcher import Matcher
from tests.labels.articles import DECORATIONS
from tests.labels.test_document import PAGE, PROSE, RULES


def features(*texts: str, matcher: Matcher = RULES, language: str | None = "fr") -> list[dict[str, float]]:
    """The features of each text, by name."""
    return [dict(named(row)) for row in feature_rows(Document(read_lines(texts, matcher, language)))]


def test_every_line_has_every_feature() -> None:
    assert len(set(FEATURES)) == len(FEATURES)
    for row in feature_rows(Document(read_lines([*PAGE, "1", "«", "12 mars 2020", "| a | b |", ""], RULES, None))):
        assert len(row) == len(FEATURES)
        assert all(math.isfinite(number) for number in row)


def test_the_shipped_trees_ask_for_these_features() -> None:
    assert builtin_trees()["article"].names == builtin_trees()["headline"].names == FEATURES


def test_what_a_line_says_by_itself() -> None:
    one, two, three = features("Qui paiera les 250 francs ?", "- du sel", "« Oui, sans doute. » « Non, jamais. »")
    assert (one["words"], one["question"], one["quoted"]) == (5, 1, 0)
    assert one["digit-share"] == pytest.approx(3 / one["length"])
    assert (two["words"], two["question"]) == (2, 0)
    assert (three["quoted"], three["sentences"]) == (1, 2)


def test_a_bullet_alone_is_a_decoration_and_several_are_a_list() -> None:
    assert [row["listed"] for row in features("• du sel", "du poivre", "• du beurre", "• du lait")] == [0, 0, 1, 1]


def test_capitals_are_no_sign_of_their_own() -> None:
    small, large = features("Le pont rouvre"), features("LE PONT ROUVRE")
    assert small[0]["case"] == large[0]["case"]


@pytest.mark.parametrize("name", [name for name in DECORATIONS if name != "capitals"])
def test_a_decorated_line_has_the_same_features(name: str) -> None:
    lines = ["Un budget prudent", *PROSE, "Partager", "À voir", "Un phare à vendre"]
    for n in (0, 4, 6):
        variant = [DECORATIONS[name](line) if n == m else line for m, line in enumerate(lines)]
        assert features(*variant) == features(*lines)


def test_place_is_counted_from_both_ends() -> None:
    found = features(*PAGE)
    assert [row["from-start"] for row in found] == list(range(9))
    assert [row["from-end"] for row in found] == list(range(9, 0, -1))
    assert [row["prose-above"] for row in found] == [0, 0, 0, 1, 2, 3, 3, 3, 3]
    assert [row["prose-below"] for row in found] == [3, 3, 2, 1, 0, 0, 0, 0, 0]
    assert found[0]["prose-share-above"] == 0
    assert found[-1]["prose-share-above"] == 1
    assert [row["from-prose-start"] for row in found][:3] == [-2, -1, 0]


def test_rules_of_the_line_and_of_the_nearest_lines() -> None:
    found = features(*PAGE)
    assert found[5]["strong-rule"] == place_of_label(Label.SHARE)
    assert (found[0]["strong-rule"], found[0]["weak-rule"]) == (0, place_of_label(Label.NAV))
    assert (found[2]["rule-below"], found[2]["rule-below-distance"]) == (place_of_label(Label.SHARE), 3)
    assert (found[0]["rule-above"], found[0]["rule-above-distance"]) == (0, FAR)
    assert (found[7]["rule-above"], found[7]["rule-above-distance"]) == (place_of_label(Label.RELATED), 1)
    assert (found[8]["rule-below"], found[8]["rule-below-distance"]) == (0, FAR)


def test_a_section_counts_for_what_stands_below_its_heading() -> None:
    found = features(*PAGE)
    assert [row["section"] for row in found] == [0] * 7 + [place_of_label(Label.RELATED)] * 2
    assert [row["section-distance"] for row in found][6:] == [FAR, 1, 2]


def test_neighbours_stop_at_the_ends() -> None:
    first, *_, last = features(*PROSE)
    assert (first["kind-1"], first["size-1"], last["kind+1"], last["end+2"]) == (NO_LINE,) * 4
    assert first["size+1"] == features(PROSE[1])[0]["words"]
    assert (first["words-above"], last["words-below"]) == (0, 0)


def test_neighbours_and_windows_show_what_words_weigh() -> None:
    found = features(*PAGE)
    own = [row["words-weigh"] for row in found]
    assert [row["words-weigh+1"] for row in found] == [*own[1:], 0]
    assert found[4]["words-above-8"] == pytest.approx(sum(own[:4]) / 4)
    assert found[4]["words-below"] == pytest.approx(sum(own[5:]) / 4)
    assert [row["document-weighs"] for row in found] == pytest.approx([sum(own) / 9] * 9)
    assert all(f"words-weigh{by:+d}" in FEATURES for by in NEIGHBOURS)


def test_a_document_without_prose() -> None:
    found = features("Sport", "Météo", "Bourse")
    assert {row["prose-words"] for row in found} == {1}
    assert {row["prose-share-above"] for row in found} == {0}
    assert {row["prose-rank"] for row in found} == {0}


def test_rules_change_the_features_of_their_lines() -> None:
    bare, ruled = features(*PAGE, matcher=Matcher([])), features(*PAGE)
    changed = [
        n for n, (one, two) in enumerate(zip(bare, ruled, strict=True)) if one["strong-rule"] != two["strong-rule"]
    ]
    assert changed == [5, 6, 8]
