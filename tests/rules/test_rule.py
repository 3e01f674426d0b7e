"""Rules: which lines they match, and what a cut finds."""

from __future__ import annotations

import pytest

from newsclean import NewscleanError
from newsclean.article import Label
from newsclean.rules.rule import CUT_REACH, DEFAULT_LENGTH, Cut, Rule, Strength


@pytest.mark.parametrize(
    ("rule", "line", "speaks"),
    [
        ({"lines": ("lire aussi",)}, "» LIRE  AUSSI :", True),
        ({"lines": ("lire aussi",)}, "Lire aussi bien Proust", False),
        ({"lines": ("l'essentiel",)}, "L’essentiel", True),
        ({"starts": ("lire aussi :",)}, "- Lire aussi\u00a0: Le port vend sa criée", True),
        ({"starts": ("photo",)}, "Photographies interdites", False),
        ({"starts": ("photo",)}, "Photo Paul Amiel", True),
        ({"ends": ("en savoir plus",)}, "Le port vend sa criée En savoir plus", True),
        ({"ends": ("plus",)}, "Le port vend son surplus", False),
        ({"pattern": r"^\d+ commentaires?$", "anchors": ("commentaires",)}, "12 commentaires", True),
        ({"pattern": r"^\d+ commentaires?$", "anchors": ("commentaires",)}, "1 commentaire", False),
        ({"lines": ("partager",), "longest": 5}, "Partager", False),
        ({"starts": ("lire",)}, "lire " + "a" * DEFAULT_LENGTH, False),
        ({"starts": ("lire",), "longest": 400}, "lire " + "a" * DEFAULT_LENGTH, True),
    ],
)
def test_what_a_rule_speaks_for(rule: dict, line: str, speaks: bool) -> None:
    assert Rule("a", Label.RELATED, **rule).matches_line(line) is speaks


def test_a_cut_finds_its_piece_where_it_may_stand() -> None:
    tail = Rule("a", Label.AGENCY, pattern=r"\(afp\)$", anchors=("(afp)",), cut="tail")
    head = Rule("b", Label.AGENCY, pattern=r"^\(afp\)", anchors=("(afp)",), cut="head")
    inside = Rule("c", Label.AD, pattern=r"\bwindow\._ads\(\);", anchors=("window._ads",), cut="inside")
    long = "Le conseil a voté. " * 40
    assert tail.find(long + "(AFP)") == (len(long), len(long) + 5)
    assert tail.find("(AFP) " + long) is None
    assert head.find("(AFP) " + long) == (0, 5)
    assert inside.find(long + "window._ads(); " + long) == (len(long), len(long) + 14)
    assert (
        Rule("d", Label.AGENCY, pattern=r"\(afp\)", anchors=("afp",), cut="head").find("a" * CUT_REACH + "(AFP)")
        is None
    )


def test_strength_and_cut_may_be_given_as_text() -> None:
    rule = Rule("a", Label.AD, "weak", pattern="x", anchors=("x",), cut="tail")  # type: ignore[arg-type]
    assert rule.strength is Strength.WEAK
    assert rule.cut is Cut.TAIL


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ({"strength": "stong"}, "unknown strength of rule a 'stong', did you mean 'strong'? Known: strong, weak"),
        ({"cut": "tale"}, "unknown cut of rule a 'tale', did you mean 'tail'? Known: head, inside, tail"),
    ],
)
def test_a_misspelt_strength_or_cut_names_the_nearest(told: dict, message: str) -> None:
    with pytest.raises(NewscleanError) as caught:
        Rule("a", Label.AD, **told)
    assert str(caught.value) == message
