"""The labels of furniture on pages dumped whole: runs of one sort, named together."""

from __future__ import annotations

import json
import tomllib
from importlib import resources
from pathlib import Path

import pytest

from newsclean import analyze
from newsclean.article import Label
from newsclean.labels.document import Document
from newsclean.labels.furniture import commentary
from newsclean.labels.lines import lines_of
from newsclean.labels.region_features import Place, Zone, breaks, page_of, shape_of, signs
from newsclean.labels.regions import NAMES, cheapest, points, regions
from newsclean.rules.matcher import matcher_for

CASES = tomllib.loads((Path(__file__).parent / "regions.toml").read_text("utf-8"))["case"]


def document(*texts: str) -> Document:
    return Document(lines_of(texts, matcher_for("fr", ()), "fr"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_page(case: dict[str, list[list[str]]]) -> None:
    article = analyze("\n".join(text for _, text in case["lines"]))
    assert [["" if block.kept else str(block.label), block.source] for block in article.blocks] == case["lines"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_indentation_changes_nothing_that_is_plain(case: dict[str, list[list[str]]]) -> None:
    article = analyze("\n".join(f"      {text}\n" for _, text in case["lines"]))
    assert [["" if block.kept else str(block.label), block.source] for block in article.blocks] == case["lines"]


def test_the_table_names_labels_and_signs_that_exist() -> None:
    table = points()
    assert {label for sign, row in table.items() if sign != "change" for label in row} <= set(NAMES)
    assert all(isinstance(weight, float | int) for row in table.values() for weight in row.values())
    found = set()
    for case in CASES:
        page = page_of(document(*(text for _, text in case["lines"])), Zone(30, 38))
        found |= {sign for n in range(page.document.count) for sign in signs(page, n)}
    assert {"tiny", "headline", "bullet-tiny", "menu", "teasers", "kicker", "trail", "badge.paywall"} <= found & set(
        table
    )


def test_the_table_is_readable() -> None:
    rows = (resources.files("newsclean.labels") / "regions.json").read_text("utf-8").splitlines()
    assert len(rows) == len(json.loads("\n".join(rows))) + 2  # one sign a line


def test_a_change_costs() -> None:
    scores = [[2.0, 0.0], [0.0, 1.0], [2.0, 0.0]]
    assert cheapest(scores, [0.4, 0.4]) == [0, 1, 0]
    assert cheapest(scores, [0.6, 0.6]) == [0, 0, 0]
    assert cheapest([], []) == []


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("*", "empty"),
        ("12", "empty"),
        ("* Culture", "tiny"),
        ("pour consulter", "piece"),
        ("Toute l'actualité de la région", "short"),
        ("Le phare de la pointe cherche un gardien", "headline"),
        ("Pourquoi le phare de la pointe reste-t-il éteint ?", "headline"),
        ("Le phare de la pointe a été éteint lundi par la commune.", "sentence"),
        (
            "Archives Kiosque Se connecter Consulter Boutique Jeux Contacter La Gazette Abonnés Emploi Immobilier Météo",
            "crowd",
        ),
        ("Index des plantesAchilléeAconitArnica des montagnesBardane", "crowd"),
    ],
)
def test_shapes(text: str, shape: str) -> None:
    assert shape_of(document(text), 0) == shape


def test_breaks_tell_what_parts_two_lines() -> None:
    found = document("* Sport", "Voile", "Les plus lus", "Un phare à vendre")
    places = [Place(4), Place(4, parted=True), Place(2), Place(6)]
    assert set(breaks(found, 0, 1, places)) == {"any", "bullet", "parted"}
    assert set(breaks(found, 1, 2, places)) == {"any", "heading", "outdented"}
    assert set(breaks(found, 1, 3, places)) == {"any", "over-text", "indented"}
    assert set(breaks(found, 0, 1, [])) == {"any", "bullet"}


def test_a_phrase_that_comes_again_and_again_is_a_badge() -> None:
    teaser = ("Article réservé aux abonnés", "Le phare de la pointe cherche un gardien pour trois hivers")
    found = document(*teaser, *teaser, *teaser)
    assert regions(found, range(6), [], Zone(6, -1)) == [Label.RELATED] * 6
    alone = document(teaser[0])
    assert regions(alone, [0], [], Zone(1, -1)) == [Label.PAYWALL]


PROSE = "La compagnie du lac a renoncé lundi à remettre à l'eau le plus vieux de ses bacs, dont la coque est usée."
SIGNED = "Par Jeanne Aubier, le mardi 12 mai 2020 à 20h10"


def dump(*foot: str) -> Document:
    return document(*["Sport", "Culture", "Région", "Monde", "Météo"] * 6, *[PROSE] * 3, *foot)


def test_comments_need_a_heading_and_two_signatures() -> None:
    found = dump("2 commentaires", SIGNED, PROSE, SIGNED, PROSE, "Sport", "Culture")
    assert commentary(found) == list(range(33, 38))
    assert commentary(dump("2 commentaires", SIGNED, PROSE)) == []
    assert commentary(dump(SIGNED, PROSE, SIGNED, PROSE)) == []


def test_a_clean_text_has_no_comments_that_only_signatures_show() -> None:
    assert commentary(document(PROSE, PROSE, "2 commentaires", SIGNED, PROSE, SIGNED, PROSE)) == []
