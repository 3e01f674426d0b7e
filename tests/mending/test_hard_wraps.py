"""Lines that were cut at one width; the cases are data, those that stay apart first."""

from __future__ import annotations

import textwrap
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.filters.mending import mend_lines
from newsclean.mending.hard_wraps import find_wrapped_lines
from newsclean.reading import read_text

HERE = Path(__file__).parent
MAIL = (
    "Chers collègues, la séance de jeudi aura lieu dans la grande salle du premier étage, car la salle habituelle est occupée "
    "par les travaux de peinture. Merci d'apporter vos dossiers et de prévenir vos équipes de ce changement, qui durera "
    "jusqu'à la fin du mois. Les clés de la salle se trouvent comme toujours chez le concierge de la maison, et les "
    "personnes qui viennent en train peuvent aussi entrer par la porte de la gare, où un plan du bâtiment est affiché."
)
PARAGRAPHS = (
    MAIL,
    (
        "Der Gemeinderat von Hinterbach hat am Montag beschlossen, die alte Brücke über den Bach zu erneuern. Die Arbeiten beginnen im "
        "Frühling und kosten die Gemeinde zwei Millionen Franken, die zum größten Teil aus dem Fonds für den Hochwasserschutz stammen."
    ),
    (
        "Residents of the village have clubbed together to buy a second-hand bus after the last public service was withdrawn. It was paid for "
        "by most of the households, and six volunteers are going to drive it to the market town on three days of the week."
    ),
    (
        "La commune ferme le pont pendant six semaines, car les piles sont rongées par le gel et les ingénieurs craignent un affaissement "
        "de la chaussée, ce que le syndic a confirmé lundi devant la presse."
    ),
)


def cases(name):
    read = tomllib.loads((HERE / name).read_text("utf-8"))["case"]
    return [pytest.param(case, id=case["why"]) for case in read]


def mended(case):
    return mend_lines(read_text(case["text"], language=case.get("language")))


def break_(_n):
    return "\n"


def blank(_n):
    return "\n\n"


@pytest.mark.parametrize("case", cases("wraps_keep.toml"))
def test_lines_that_were_not_cut_stay_apart(case):
    wanted = case.get("lines") or [line.strip() for line in case["text"].splitlines() if line.strip()]
    assert [block.text for block in mended(case).blocks] == wanted


@pytest.mark.parametrize("case", cases("wraps_join.toml"))
def test_paragraphs_come_back(case):
    article = mended(case)
    assert [block.text for block in article.blocks] == case["lines"]
    assert article.rebuild() == case["text"]


@pytest.mark.parametrize("case", [*cases("wraps_keep.toml"), *cases("wraps_join.toml")])
def test_twice_is_once(case):
    once = mended(case).text
    assert mend_lines(read_text(once, language=case.get("language"))).text == once


@pytest.mark.parametrize(
    ("lines", "gap", "why"),
    [
        ([], break_, "nothing"),
        (["", "", "a"], break_, "empty lines"),
        (textwrap.wrap(MAIL, 70), blank, "blank lines between"),
        (textwrap.wrap(MAIL, 24), break_, "narrower than any column of prose"),
        (textwrap.wrap(MAIL, 140), break_, "wider than any terminal"),
        ([line.replace(" ", "   ", 1) for line in textwrap.wrap(MAIL, 70)], break_, "columns"),
        (textwrap.wrap(MAIL.title(), 70), break_, "every line begins with a capital"),
        ([f"{'> ' * (n % 2)}{line}" for n, line in enumerate(textwrap.wrap(MAIL, 70))], break_, "quoted and not"),
    ],
)
def test_no_wraps(lines, gap, why):
    assert find_wrapped_lines(lines, gap) == [], why


@pytest.mark.parametrize("width", [40, 60, 66, 72, 80, 100])
def test_every_cut_of_a_paragraph_is_found(width):
    lines = textwrap.wrap(MAIL, width, break_on_hyphens=False)
    assert find_wrapped_lines(lines, break_) == list(range(1, len(lines)))


def test_paragraphs_stay_apart():
    lines = textwrap.wrap(MAIL, 70, break_on_hyphens=False)
    found = find_wrapped_lines(lines * 2, lambda n: "\n\n" if n == len(lines) else "\n")
    assert found == [n for n in range(1, 2 * len(lines)) if n != len(lines)]


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=5),
    st.integers(60, 100),
    st.sampled_from(["", "   ", "> ", "> > "]),
)
def test_wrapped_paragraphs_come_back(paragraphs, width, margin):
    wrapped = [
        "\n".join(textwrap.wrap(text, width, initial_indent=margin, subsequent_indent=margin, break_on_hyphens=False))
        for text in paragraphs
    ]
    source = "\n\n".join(wrapped)
    article = mend_lines(read_text(source, language="fr"))
    assert article.rebuild() == source
    found = [block.text.lstrip("> ") for block in article.blocks]
    assert not [text for text in found if text[0].islower()], "no paragraph begins in the middle of a sentence"
    assert " ".join(found) == " ".join(paragraphs)
    assert mend_lines(read_text(article.text, language="fr")).text == article.text
