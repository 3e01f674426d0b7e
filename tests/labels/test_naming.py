"""The labels of lines: chains, the parts of an article, and files that are missing or damaged."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import Label, NewscleanError, analyze
from newsclean.article import CONTENT
from newsclean.labels import naming as module
from newsclean.labels.line import read_lines
from newsclean.labels.line_decision import LineDecision, State
from newsclean.labels.naming import (
    Chain,
    builtin_chains,
    consistent,
    dump_chains,
    name_furniture,
    name_parts,
    parse_chains,
)
from newsclean.rules.matcher import matcher_for
from newsclean.vocabulary import Detail
from tests.labels.articles import ARTICLES

LEAD = "Le conseil de la ville a voté lundi soir le budget des écoles, après six heures de débat."
TEXT = "La maire a défendu un texte prudent, que l'opposition juge trop timide pour une année d'élections."
LABELS = (Label.TITLE, Label.HEADING, Label.PARAGRAPH)
POINTS = st.floats(-3, 3).map(lambda number: round(number, 2))


def total(chain: Chain, rows: list[list[str]], path: tuple[int, ...]) -> float:
    """The points of a sequence of labels."""
    points = sum(chain.points(signs)[index] for signs, index in zip(rows, path, strict=True))
    return points + sum(chain.changes[a][b] for a, b in itertools.pairwise(path))


@given(
    st.lists(st.lists(POINTS, min_size=3, max_size=3), min_size=3, max_size=3),
    st.lists(st.lists(POINTS, min_size=3, max_size=3), min_size=1, max_size=5),
)
def test_the_sequence_with_the_most_points_is_found(changes: list[list[float]], points: list[list[float]]) -> None:
    chain = Chain(LABELS, {str(n): tuple(enumerate(row)) for n, row in enumerate(points)}, changes)
    rows = [[str(n)] for n in range(len(points))]
    found = tuple(LABELS.index(label) for label in chain.decode(rows))
    best = max(total(chain, rows, path) for path in itertools.product(range(3), repeat=len(rows)))
    assert total(chain, rows, found) == pytest.approx(best)


def test_nothing_has_no_labels() -> None:
    assert Chain(LABELS, {}, [[0.0] * 3] * 3).decode([]) == []


def test_unknown_signs_say_nothing() -> None:
    chain = Chain(LABELS, {"short": ((0, 1.0),)}, [[0.0] * 3] * 3)
    assert chain.points(["short", "unheard of"]) == [1.0, 0.0, 0.0]


def test_the_reasons_for_a_label() -> None:
    chain = Chain(LABELS, {"short": ((0, 1.0), (1, 2.0)), "first": ((0, 3.0),)}, [[0.0] * 3] * 3)
    assert chain.reasons(["short", "first"], Label.TITLE) == [("first", 3.0), ("short", 1.0)]
    assert chain.reasons(["first"], Label.HEADING) == []


def test_the_shipped_chains_name_parts_and_furniture_apart() -> None:
    chains = builtin_chains()
    assert set(chains["parts"].labels) <= CONTENT
    assert CONTENT.isdisjoint(chains["furniture"].labels)
    for chain in chains.values():
        assert len(chain.changes) == len(chain.labels) == len(set(chain.labels))
        assert all(len(row) == len(chain.labels) for row in chain.changes)
        assert all(0 <= index < len(chain.labels) for row in chain.signs.values() for index, _ in row)


def test_the_shipped_chains_survive_a_round_trip() -> None:
    assert parse_chains(dump_chains(builtin_chains())) == builtin_chains()


def decided(*texts: str, kept: int) -> list[LineDecision]:
    """Lines of which the first ones stay."""
    lines = read_lines(texts, matcher_for("fr", ()), "fr")
    return [LineDecision(line, State.KEPT if n < kept else State.REMOVED) for n, line in enumerate(lines)]


def test_labels_that_were_given_stay() -> None:
    found = decided("Un budget prudent", TEXT, "Partager", "Publicité", kept=2)
    found[0].label, found[3].label = Label.KICKER, Label.NAV
    name_parts(found, [2] * 4)
    name_furniture(found, [2] * 4, Detail.EVIDENCE)
    assert [one.label for one in found] == [Label.KICKER, Label.PARAGRAPH, Label.SHARE, Label.NAV]


def test_rules_that_say_the_same_are_the_first_reason() -> None:
    found = decided(TEXT, "Partager", kept=1)
    name_furniture(found, [2] * 2, Detail.EVIDENCE)
    assert found[1].evidence[0].name in {rule.id for rule in found[1].line.rules}


def test_with_the_least_detail_furniture_is_not_named() -> None:
    found = decided(TEXT, "Partager", kept=1)
    name_furniture(found, [2] * 2, Detail.KEEP)
    assert (found[1].label, found[1].evidence) == (Label.OTHER, ())


def labels(*lines: str) -> list[str]:
    return [str(block.label) for block in analyze("\n\n".join(lines)).blocks]


def test_title_and_paragraphs() -> None:
    assert labels("Un budget prudent à Valbrune", *ARTICLES["fr"]) == ["title", *["paragraph"] * 4]


@pytest.mark.parametrize("title", ["Un titre du jour", "Le port rouvre"])
def test_the_first_line_above_a_paragraph_is_the_title(title: str) -> None:
    assert labels(title, "Le conseil a voté le budget de la ville lundi soir.")[0] == "title"


@pytest.mark.parametrize(
    ("parts", "named"),
    [
        ("kicker paragraph", "title paragraph"),
        ("kicker kicker paragraph", "kicker title paragraph"),
        ("kicker title paragraph", "kicker title paragraph"),
        ("heading paragraph", "title paragraph"),
        ("heading lead heading paragraph", "title lead heading paragraph"),
        ("heading heading", "heading heading"),
        ("paragraph heading paragraph", "paragraph heading paragraph"),
        ("heading", "heading"),
        ("title lead", "title paragraph"),
        ("title lead paragraph", "title lead paragraph"),
        ("", ""),
    ],
)
def test_what_cannot_be_is_put_right(parts: str, named: str) -> None:
    assert " ".join(consistent(list(map(Label, parts.split())))) == named


def test_a_heading_between_paragraphs() -> None:
    found = labels("Un budget prudent à Valbrune", LEAD, TEXT, "Un préau pour l'hiver", *ARTICLES["fr"][2:])
    assert found[3] == "heading"


def test_bullets_make_list_items() -> None:
    items = ("- une lampe de secours", "- deux bidons d'huile", "- trois couvertures")
    assert labels("Un budget prudent à Valbrune", LEAD, TEXT, *items, ARTICLES["fr"][2])[3:6] == ["list_item"] * 3


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Partager sur Facebook", "share"),
        ("Abonnez-vous à notre newsletter", "newsletter"),
        ("Publicité", "ad"),
        ("Tous droits réservés", "legal"),
        ("Cet article est réservé aux abonnés", "paywall"),
        ("Lire aussi : Un phare à vendre", "related"),
    ],
)
def test_clear_furniture_has_its_label(line: str, label: str) -> None:
    assert labels("Un budget prudent à Valbrune", *ARTICLES["fr"], line)[-1] == label


CHAIN = {"labels": ["title"], "changes": [[0]], "signs": {"short": [0, 100]}}
GOOD = {"version": 1, "parts": CHAIN, "furniture": CHAIN}


def changed(**changes: object) -> str:
    """The good file with some keys changed."""
    return json.dumps(GOOD | changes)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "damaged"),
        ("[1]", "damaged"),
        ("null", "damaged"),
        ("[" * 100_000, "damaged"),
        (changed()[:-9], "damaged"),
        (changed(version=9), "version 9, this newsclean reads 1; upgrade newsclean"),
        (changed(parts=None), "damaged"),
        (changed(parts={"labels": ["headline"], "changes": [[0]], "signs": {}}), "damaged"),
        (changed(parts=CHAIN | {"signs": {"short": [0]}}), "damaged"),
        (changed(parts=CHAIN | {"signs": {"short": [0, "1"]}}), "damaged"),
        (changed(parts=CHAIN | {"changes": [["x"]]}), "damaged"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_clear_error(text: str, message: str) -> None:
    with pytest.raises(NewscleanError, match=r"^mine\.json: ") as caught:
        parse_chains(text, "mine.json")
    assert message in str(caught.value)


@pytest.fixture
def _forgotten() -> Iterator[None]:
    builtin_chains.cache_clear()
    yield
    builtin_chains.cache_clear()


@pytest.mark.usefixtures("_forgotten")
def test_a_missing_file_is_one_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(package: str, name: str) -> str:
        raise FileNotFoundError(f"{package}/{name}")

    monkeypatch.setattr(module, "data_of", missing)
    with pytest.raises(NewscleanError, match=r"labels/naming\.json: the file cannot be read"):
        analyze(f"{LEAD}\n\nPartager")


@pytest.mark.usefixtures("_forgotten")
def test_a_damaged_file_is_one_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "data_of", lambda *_: "{")
    with pytest.raises(NewscleanError, match=r"labels/naming\.json: damaged"):
        analyze(f"{LEAD}\n\nPartager")
