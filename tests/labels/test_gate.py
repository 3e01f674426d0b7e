"""The gate says what its trees say: the parts that are found out once for many lines lose nothing."""

from __future__ import annotations

import functools
import itertools
import random

import pytest

from newsclean import NewscleanError
from newsclean.labels import gate
from newsclean.labels.document import Document
from newsclean.labels.features import NAMES, features, numbers
from newsclean.labels.gate import KNOWN, STEADY, Gate, builtin_gate
from newsclean.labels.lines import Line, lines_of
from newsclean.labels.trees import Trees, builtin_trees
from newsclean.rules.matcher import matcher_for
from tests.test_clean import CASES

SPEECH = [
    "Le conseil de Valbrune a voté lundi soir le budget des écoles et de la piscine.",
    "Partager",
    "Lire aussi : Un phare à vendre",
    "- du sel",
    "12 mars 2020",
    "La maire a défendu un texte prudent, que l'opposition juge trop timide pour l'année, et dont elle attend des comptes clairs.",
    "Un titre de quelques mots",
    "Sport",
    "| a | b |",
]


@functools.cache
def _pages() -> list[list[Line]]:
    draw = random.Random(3)
    texts = [[row.strip() for row in case["input"].splitlines() if row.strip()] for case in CASES]
    texts += [[draw.choice(SPEECH) for _ in range(size)] for size in range(1, 40)]
    return [lines_of(rows, matcher_for("fr", ()), "fr") for rows in texts if rows]


def pages() -> list[list[Line]]:
    """The lines of the case texts, and of made-up pages of every length up to forty lines; the gate has noted nothing of them."""
    for line in itertools.chain(*_pages()):
        line.sieved = None
    return _pages()


@pytest.mark.parametrize("few", [True, False], ids=["line by line", "all lines"])
def test_the_scores_are_those_of_the_trees(few: bool) -> None:
    trees = builtin_trees()
    for lines in pages():
        document, rows = Document(lines), features(lines)
        asked = [len(lines) // 2] if few else range(len(lines))
        for n, scores in zip(asked, builtin_gate().scores(document, asked), strict=True):
            assert scores == pytest.approx([trees[name].score(rows[n]) for name in ("gate", "title-gate")])


@pytest.mark.parametrize("name", sorted(KNOWN))
def test_every_number_is_looked_up_right_at_its_thresholds(name: str) -> None:
    """A tree that asks for one number only, at values that it really has."""
    at = NAMES.index(name)
    for lines in itertools.islice(pages(), 0, None, 6):
        document, rows = Document(lines), features(lines)
        values = sorted({row[at] for row in rows})
        for threshold in (*values[:3], *values[-3:]):
            tree = [at, float(threshold), 0.0, -1.0, 1.0]
            for line in lines:
                line.sieved = None
            scores = Gate([tree], [0.0]).scores(document, range(len(lines)))
            assert [score for score, _ in scores] == [Trees(NAMES, (tree,)).score(row) for row in rows]


def test_the_numbers_of_one_line_are_those_of_its_row() -> None:
    lines = pages()[0]
    assert [numbers(Document(lines), n) for n in range(len(lines))] == features(lines)


def test_nothing_is_asked() -> None:
    assert builtin_gate().scores(Document(pages()[0]), []) == []


def test_a_gate_that_cannot_be_is_told() -> None:
    with pytest.raises(NewscleanError, match="train the model again"):
        Gate([], [])
    with pytest.raises(NewscleanError, match="'p-before-2'"):
        Gate([[NAMES.index("p-before-2"), 1.0, 0.0, -1.0, 1.0]], [0.0])


def test_the_gate_asks_only_for_what_is_cheap() -> None:
    assert STEADY < KNOWN
    for name in ("gate", "title-gate"):
        told = [builtin_trees()[name].contributions(row) for row in features(pages()[0])]
        assert {NAMES[at] for found in told for at in found} <= KNOWN


def test_the_gate_notes_a_line_down_once() -> None:
    small, lines = Gate([[NAMES.index("words"), 5.0, 0.0, -4.0, 4.0]], [-7.0]), pages()[0]
    first = small.scores(Document(lines), range(len(lines)))
    assert all(line.sieved is not None for line in lines)
    assert small.scores(Document(lines), range(len(lines))) == first


@pytest.mark.parametrize("name", sorted(STEADY))
def test_places_in_a_dense_part_of_one_line_or_none(name: str) -> None:
    at = NAMES.index(name)
    for rows in (["Partager", "Sport", SPEECH[0], *["Sport"] * 6], ["Partager", *["Sport"] * 8], [SPEECH[0]]):
        lines = lines_of(rows, matcher_for("fr", ()), "fr")
        values = {row[at] for row in features(lines)}
        for threshold in sorted({*values, *(value - 0.5 for value in values), max(values) + 0.5}):
            tree = [at, float(threshold), 0.0, -1.0, 1.0]
            scores = Gate([tree], [0.0]).scores(Document(lines), range(len(lines)))
            assert [score for score, _ in scores] == [Trees(NAMES, (tree,)).score(row) for row in features(lines)]
            for line in lines:
                line.sieved = None


def test_neighbours_of_any_size_are_told_apart() -> None:
    """Thresholds of one number in many trees, in no order."""
    sizes = [100.0, 3.0, 40.0, 9.0, 65.0, 17.0, 24.0]
    rows = [" ".join(["mot"] * size) for size in (1, 120, 4, 50, 10, 70, 20, 3, 30, 9, 100, 40, 65)]
    lines = lines_of(rows, matcher_for("fr", ()), "fr")
    for shift in (-3, -1, 1, 3):
        trees = [[NAMES.index(f"words{shift:+d}"), size, 0.0, -1.0 / n, 1.0 / n] for n, size in enumerate(sizes, 1)]
        scores = Gate(trees, [0.0]).scores(Document(lines), range(len(lines)))
        wanted = [Trees(NAMES, tuple(trees)).score(row) for row in features(lines)]
        assert [score for score, _ in scores] == pytest.approx(wanted)
        for line in lines:
            line.sieved = None


def test_the_numbers_are_those_that_were_weighed() -> None:
    assert (gate.OUT, gate.IN, gate.SHORT_OUT, gate.SHORT_IN, gate.NO_TITLE) == (-4, 3, -3, 2.5, -5.5)
    assert (gate.REACH, gate.SPAN, gate.NEARS) == (3, 7, 2_048)
