"""Doubled spaces, spaces before punctuation and inside guillemets."""

import pytest

from newsclean.edits import Edit, apply
from newsclean.typography.conventions import resolve_conventions
from newsclean.typography.spaces import (
    bind_guillemets,
    collapse_spaces,
    space_high_punctuation,
    unspace_commas,
    unspace_high_punctuation,
)


def made(text, edits):
    return apply(text, sorted(Edit(*edit) for edit in edits)).replace("\u00a0", "~").replace("\u202f", "¦")


@pytest.mark.parametrize(
    ("text", "want"),
    [("  un", "  un"), ("un  ", "un  "), ("un\n  deux", "un\n  deux"), ("un   mot", "un mot")],
)
def test_doubled_spaces(text, want):
    assert made(text, collapse_spaces(text)) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("calibre .22", "calibre .22"),
        ("en .NET", "en .NET"),
        ("Et . . .", "Et . . ."),
        (" , x", " , x"),
        ("mot , mot .", "mot, mot."),
        ("« mot » , dit", "« mot », dit"),
    ],
)
def test_commas(text, want):
    assert made(text, unspace_commas(text)) == want


@pytest.mark.parametrize(
    ("text", "locale", "want"),
    [
        ("Was ? Ja", "fr-FR", "Was ? Ja"),
        ("un :-)", "de-DE", "un :-)"),
        ("Was ?! Ja", "de-DE", "Was?! Ja"),
        ("Quoi ? Non : oui", "fr-CA", "Quoi? Non : oui"),
    ],
)
def test_spaces_that_a_locale_does_not_have(text, locale, want):
    assert made(text, unspace_high_punctuation(text, resolve_conventions(locale))) == want


@pytest.mark.parametrize(
    ("text", "locale", "want"),
    [
        ("à 10:30", "fr-FR", "à 10:30"),
        ("f():", "fr-FR", "f()~:"),
        ("x(){};", "fr-FR", "x(){}¦;"),
        ("(!)", "fr-FR", "(!)"),
        ("?", "fr-FR", "?"),
        ("Quoi ? Oui!", "fr-FR", "Quoi¦? Oui¦!"),
        ("Quoi?! Oui", "fr-FR", "Quoi¦?! Oui"),
        ("Il dit: oui", "fr-FR", "Il dit~: oui"),
        ("Il dit: oui", "fr-CH", "Il dit: oui"),
        ("Il dit : oui", "fr-CA", "Il dit~: oui"),
    ],
)
def test_high_punctuation(text, locale, want):
    assert made(text, space_high_punctuation(text, resolve_conventions(locale))) == want


def test_guillemets():
    fr = resolve_conventions("fr-FR")
    assert made("« mot", bind_guillemets("« mot", fr)) == "«~mot"
    assert made("«mot»", bind_guillemets("«mot»", fr)) == "«mot»"
    assert made("«  mot", bind_guillemets("«  mot", fr)) == "«  mot"
