"""Lines that were cut at one width."""

import textwrap

import pytest

from newsclean.mending.hard_wraps import find_wrapped_lines

MAIL = (
    "Chers collègues, la séance de jeudi aura lieu dans la grande salle du premier étage, car la salle habituelle est occupée "
    "par les travaux de peinture. Merci d'apporter vos dossiers et de prévenir vos équipes de ce changement, qui durera "
    "jusqu'à la fin du mois. Les clés de la salle se trouvent comme toujours chez le concierge de la maison, et les "
    "personnes qui viennent en train peuvent aussi entrer par la porte de la gare, où un plan du bâtiment est affiché."
)
VERSES = [
    "Le vent du soir descend la pente des coteaux,",
    "Il porte jusqu'à nous la rumeur des troupeaux,",
    "Et la cloche là-bas dans la brume s'éveille,",
    "Comme un enfant perdu dont la lampe sommeille.",
] * 3


def break_(_n):
    return "\n"


def blank(_n):
    return "\n\n"


@pytest.mark.parametrize(
    ("lines", "gap", "why"),
    [
        ([], break_, "nothing"),
        (textwrap.wrap(MAIL, 70), blank, "blank lines between"),
        (textwrap.wrap(MAIL, 40), break_, "narrower than any mail"),
        (textwrap.wrap(MAIL, 110), break_, "wider than any mail"),
        (textwrap.wrap(MAIL, 70)[:5], break_, "too few lines to believe the width"),
        (VERSES, break_, "verses end before the width"),
        ([f"> {line}" for line in textwrap.wrap(MAIL, 70)], break_, "a quotation of a mail"),
        ([line.replace(" ", "   ", 1) for line in textwrap.wrap(MAIL, 70)], break_, "columns"),
        (textwrap.wrap(MAIL.title(), 70), break_, "every line begins with a capital"),
    ],
)
def test_no_wraps(lines, gap, why):
    assert find_wrapped_lines(lines, gap) == [], why


@pytest.mark.parametrize("width", [60, 66, 72, 80])
def test_wraps(width):
    lines = textwrap.wrap(MAIL, width, break_on_hyphens=False)
    assert find_wrapped_lines(lines, break_) == list(range(1, len(lines)))


def test_paragraphs_stay_apart():
    lines = textwrap.wrap(MAIL, 70, break_on_hyphens=False)
    found = find_wrapped_lines(lines * 2, lambda n: "\n\n" if n == len(lines) else "\n")
    assert found == [n for n in range(1, 2 * len(lines)) if n != len(lines)]
