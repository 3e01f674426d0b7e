"""Dashes and ellipses."""

import pytest

from newsclean.edits import Edit, apply
from newsclean.typography.conventions import resolve_conventions
from newsclean.typography.dashes import has_dash_candidate, set_dashes, set_ellipses, set_leading_dash
from newsclean.typography.text_style import TextStyle


def made(text, edits):
    return apply(text, sorted(Edit(*edit) for edit in edits))


def dashed(text, locale, dash=""):
    return made(text, set_dashes(text, resolve_conventions(locale), TextStyle(dash=dash)))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("dit-il", "a compound"),
        ("5 - 3 = 2", "a subtraction"),
        ("2015 - 2010", "years in the wrong order"),
        ("le score de 3 - 1", "a score"),
        ("cmd --option", "an option"),
        ("a | - | b", "a table"),
        ("-20 degrés", "a minus sign"),
        ("un -mot", "glued to a word"),
    ],
)
def test_hyphens_stay(text, why):
    assert dashed(text, "fr-FR") == text, why


@pytest.mark.parametrize(
    ("text", "locale", "want"),
    [
        ("lui - hier", "fr-FR", "lui – hier"),
        ("him - yesterday", "en-US", "him — yesterday"),
        ("lui -- hier", "fr-FR", "lui – hier"),
        ("him--yesterday", "en-US", "him—yesterday"),
        ("1914 - 1918", "de-DE", "1914 – 1918"),
        ("S. 15 - 20", "de-DE", "S. 15 – 20"),
        ("lui - hier -, dit-il", "fr-FR", "lui – hier –, dit-il"),
    ],
)
def test_dashes(text, locale, want):
    assert dashed(text, locale) == want
    assert dashed(want, locale) == want


def test_the_text_chooses_its_dash():
    assert dashed("lui - hier", "fr-FR", "—") == "lui — hier"


@pytest.mark.parametrize(
    ("text", "locale", "why"),
    [
        ("- Un espoir -", "fr-FR", "a heading between hyphens"),
        ("- du sel", "fr-FR", "a list item"),
        ("- Trois oeufs", "fr-FR", "a list item with a capital"),
        ("-20 degrés.", "fr-FR", "a minus sign"),
        ("- Yes.", "en-US", "English dialogue has quotation marks"),
    ],
)
def test_hyphens_at_the_head_stay(text, locale, why):
    assert set_leading_dash(text, resolve_conventions(locale)) == [], why


@pytest.mark.parametrize(
    ("text", "locale", "want"),
    [
        ("- Je ne viens pas.", "fr-FR", "– Je ne viens pas."),
        ("-¿Vienes?", "es-ES", "—¿Vienes?"),
        ("- Anna Keller (@annak)", "de-DE", "— Anna Keller (@annak)"),
    ],
)
def test_dialogue(text, locale, want):
    assert made(text, set_leading_dash(text, resolve_conventions(locale))) == want


@pytest.mark.parametrize(
    ("text", "locale", "want"),
    [
        ("1...10", "fr-FR", "1...10"),
        ("../dossier", "fr-FR", "../dossier"),
        ("~.../x", "fr-FR", "~.../x"),
        ("Et puis...", "fr-FR", "Et puis…"),
        ("Et puis.....", "fr-FR", "Et puis…"),
        ("And then.....", "en-US", "And then....."),
        ("And then......", "en-US", "And then……"),
        ("Et . . . puis", "fr-FR", "Et … puis"),
    ],
)
def test_ellipses(text, locale, want):
    assert made(text, set_ellipses(text, resolve_conventions(locale))) == want


def test_a_quick_no_is_never_a_dash():
    for text in ("dit-il", "a-b-c", "x-1"):
        assert not has_dash_candidate(text)
        assert dashed(text, "fr-FR") == text
