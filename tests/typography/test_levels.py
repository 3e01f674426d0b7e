"""The glyphs of a pair at its level."""

import pytest

from newsclean.edits import apply
from newsclean.typography import typeset
from newsclean.typography.levels import choose_pair, pair_at_level
from newsclean.typography.locales import locale_row
from newsclean.typography.quote_marks import DOUBLE, GUILLEMET, SINGLE, QuoteMark
from newsclean.typography.text_style import TextStyle


def mark(glyph, family=DOUBLE):
    return QuoteMark(0, 1, glyph, family, 0, 0, 0, 0, 0, False)


@pytest.mark.parametrize(
    ("locale", "outer", "want"),
    [
        ("fr-FR", [], "«»"),
        ("fr-FR", ["«»"], "“”"),
        ("de-DE", [], "„“"),
        ("de-DE", ["„“"], "‚‘"),
        ("de-CH", ["«»"], "‹›"),
        ("en-US", [], "“”"),
        ("en-US", ["“”"], "‘’"),
        ("en-US", ["“”", "‘’"], "‘’"),
    ],
)
def test_levels(locale, outer, want):
    assert pair_at_level(mark('"'), outer, locale_row(locale), TextStyle()) == want


def test_the_style_of_the_text_chooses_the_outer_quotes():
    assert pair_at_level(mark('"'), [], locale_row("it-IT"), TextStyle(outer_quotes="“”")) == "“”"


def test_glyphs_that_a_locale_accepts_stay():
    row = locale_row("de-DE")
    assert choose_pair(mark("»", GUILLEMET), mark("«", GUILLEMET), [], row, TextStyle()) == "»«"
    assert choose_pair(mark('"'), mark('"'), [], row, TextStyle()) == "„“"
    assert choose_pair(mark("'", SINGLE), mark("'", SINGLE), [], row, TextStyle()) == "„“"


def test_a_pair_inside_an_unclosed_quote_is_nested():
    text = '«Il a dit "non" à tous'
    assert apply(text, typeset([text], "fr-CH")[0]) == "«Il a dit ‹non› à tous"
