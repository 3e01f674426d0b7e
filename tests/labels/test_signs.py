"""Signs: what a person would point at to name a line."""

from __future__ import annotations

import pytest

from newsclean.labels.document import Document
from newsclean.labels.line import read_lines
from newsclean.labels.naming import builtin_chains
from newsclean.labels.signs import furniture_signs, part_signs, section_headings, shape_of
from newsclean.rules.matcher import matcher_for
from tests.labels.articles import ARTICLES

PROSE = ARTICLES["fr"]
TITLE = "Un budget prudent à Valbrune"


def document(*texts: str) -> Document:
    return Document(read_lines(texts, matcher_for("fr", ()), "fr"))


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("*", "empty"),
        ("12", "empty"),
        ("Culture", "w1"),
        ("pour consulter", "w3"),
        ("Toute l'actualité de la région", "w6"),
        ("Le phare de la pointe cherche un nouveau gardien", "w12"),
        ("Le phare de la pointe a été éteint lundi par la commune.", "sentence"),
        (f"{PROSE[0]} {PROSE[1]}", "long"),
    ],
)
def test_shapes(text: str, shape: str) -> None:
    assert shape_of(document(text).lines[0]) == shape


def test_parts_know_their_place() -> None:
    lines = document(TITLE, *PROSE, "Un préau neuf", PROSE[0]).lines
    signs = part_signs(lines, [2] * len(lines))
    assert len(signs) == len(lines)
    assert {"at0", "above-prose", "to-prose1"} <= set(signs[0])
    assert "at-prose" in signs[1]
    assert {"left0", "below-prose"} <= set(signs[-1])
    assert {"-1:none", "+1:sentence"} <= set(signs[0])


def test_many_short_questions_are_an_interview() -> None:
    asked = ["Et l'hiver ?", "Il fait froid.", "Et l'été ?", "Il fait chaud.", "Et ensuite ?", "On verra bien."]
    assert "interview" in part_signs(document(*asked).lines, [2] * 6)[0]
    assert "question" in part_signs(document(*asked[:2]).lines, [2] * 2)[0]


def test_parts_do_not_depend_on_what_was_removed() -> None:
    lines = document(TITLE, *PROSE).lines
    among = document("Partager", TITLE, "Publicité", *PROSE, "Newsletter").lines
    kept = [among[1], *among[3:7]]
    assert part_signs(kept, [2] * 5) == part_signs(lines, [2] * 5)


def test_furniture_knows_its_place() -> None:
    found = document("Sport", "Menu", TITLE, *PROSE, "Partager", "Lire aussi", "Un phare à vendre")
    removed = [0, 1, 7, 8, 9]
    signs = dict(zip(removed, furniture_signs(found, removed, [2] * 10), strict=True))
    assert {"above", "to-article2"} <= set(signs[0])
    assert {"near", "from-article1"} <= set(signs[7])
    assert {"strong:share", "weak:share"} & set(signs[7])
    assert {"under:related", "under1"} <= set(signs[9])


def test_furniture_inside_the_article_and_its_copies() -> None:
    found = document(TITLE, *PROSE[:2], "Publicité", *PROSE[2:], PROSE[0], TITLE)
    signs = dict(zip([3, 6, 7], furniture_signs(found, [3, 6, 7], [2] * 8), strict=True))
    assert "inside" in signs[3]
    assert "copy-of-kept" in signs[6]
    assert "holds-title" in signs[7]


def test_headings_of_furniture_reach_down_to_the_text() -> None:
    found = section_headings(document("Lire aussi", "Un phare", "La criée", *PROSE, *PROSE).lines)
    assert found[0] == ("", 0)
    assert found[1:3] == [("related", 1), ("related", 2)]
    assert found[-1][0] == ""


def test_no_line_has_no_signs() -> None:
    assert part_signs([], []) == []
    assert furniture_signs(document(*PROSE), [], [2] * 4) == []


def test_most_signs_of_a_page_are_known_to_the_shipped_chains() -> None:
    found = document("Sport", "Menu", TITLE, *PROSE, "Partager", "Lire aussi", "Un phare à vendre")
    kept, removed = range(2, 7), [0, 1, 7, 8, 9]
    parts = {sign for signs in part_signs([found.lines[n] for n in kept], [2] * 5) for sign in signs}
    furniture = {sign for signs in furniture_signs(found, removed, [2] * 10) for sign in signs}
    chains = builtin_chains()
    for signs, chain in ((parts, chains["parts"]), (furniture, chains["furniture"])):
        shapes = {
            sign for sign in signs if not sign.startswith(("word:", "^", "=", "above^")) and not sign.endswith("$")
        }
        assert len(shapes & set(chain.signs)) > len(shapes) / 2
