"""The quick tests of a paragraph, and the edits of its quotes."""

import pytest

from newsclean.edits import Edit, apply
from newsclean.typography.conventions import resolve_conventions
from newsclean.typography.quotes import has_ambiguous_marks, has_unpaired_marks, quote_edits
from newsclean.typography.text_style import TextStyle


def made(text, locale, style=None):
    return apply(text, sorted(Edit(*e) for e in quote_edits(text, resolve_conventions(locale), style or TextStyle())))


@pytest.mark.parametrize(
    ("text", "locale", "want"),
    [
        ("l’été", "fr-FR", False),
        ("«\u00a0oui\u00a0»", "fr-FR", False),
        ("“yes”", "en-US", False),
        ('un "mot"', "fr-FR", True),
        ("l'été", "fr-FR", True),
        ("<<mot>>", "fr-FR", True),
        ('"le +mot+"', "fr-FR", True),
    ],
)
def test_ambiguous_marks(text, locale, want):
    assert has_ambiguous_marks(text, resolve_conventions(locale)) is want


@pytest.mark.parametrize(
    ("text", "locale", "want"),
    [
        ("rien", "fr-FR", False),
        ("«\u00a0oui\u00a0»", "fr-FR", False),
        ("«oui»", "fr-CH", False),
        ("« oui »", "fr-FR", True),
        ("«oui»", "fr-FR", True),
        ("« oui »", "fr-CH", True),
        ("„ja“", "de-DE", False),
        ("ja“", "de-DE", True),
        ("l’ homme", "fr-FR", True),
    ],
)
def test_unpaired_marks(text, locale, want):
    assert has_unpaired_marks(text, resolve_conventions(locale)) is want


@pytest.mark.parametrize(
    ("text", "locale", "want"),
    [
        ('un " seul', "fr-FR", 'un " seul'),
        ("à 45' de", "fr-FR", "à 45' de"),
        ("+mot+", "fr-FR", "+mot+"),
        ('un "mot"', "de-CH", "un «mot»"),
        ('"le +mot+ juste"', "fr-CH", "«le ‹mot› juste»"),
        ("l' homme", "fr-FR", "l’homme"),
    ],
)
def test_edits(text, locale, want):
    assert made(text, locale) == want


def test_a_quote_that_an_earlier_paragraph_opened_is_closed():
    assert made('Et le dernier", dit-il.', "fr-CH") == 'Et le dernier", dit-il.'
    assert made('Et le dernier", dit-il.', "fr-CH", TextStyle(quote_is_open=True)) == "Et le dernier», dit-il."
