"""The cost of each role of a mark, by its neighbours."""

import pytest

from newsclean.typography.apostrophe_words import apostrophe_words
from newsclean.typography.apostrophes import NEVER
from newsclean.typography.locales import locale_row
from newsclean.typography.quote_marks import STOP, SYMBOL, WORD, char_class, weigh_roles
from newsclean.typography.scanner import find_quote_marks


def marks(text, locale="fr-FR"):
    row = locale_row(locale)
    words = apostrophe_words(row.language)
    return weigh_roles(text, find_quote_marks(text, row, words)[1], row, words)


@pytest.mark.parametrize("text", ['un "mot', '("mot', '"Mot', 'dit: "mot', '—"mot', "un «mot", "un 'mot"])
def test_opening_is_cheaper(text):
    [mark] = marks(text)
    assert mark.opening + 1.5 < mark.closing


@pytest.mark.parametrize("text", ['mot" dit', 'mot", dit', 'mot."', 'mot!" dit', "mot» dit", '(mot)" dit', "mot' dit"])
def test_closing_is_cheaper(text):
    [mark] = marks(text)
    assert mark.closing + 1.5 < mark.opening


@pytest.mark.parametrize(
    ("text", "prime"), [("à 45' de", True), ('à 45" de', True), ("le mot' de", False), ("«45» x", False)]
)
def test_primes(text, prime):
    assert (marks(text)[0].prime < 2.5) is prime


def test_double_marks_are_no_apostrophes():
    assert all(mark.apostrophe == NEVER for mark in marks('l"été "mot" «x»'))


def test_the_direction_of_a_glyph_counts_less_where_the_locale_turns_it():
    [french], [german] = marks("un »mot"), marks("un »mot", "de-DE")
    assert german.opening < french.opening


def test_adjacent_marks_see_the_same_neighbours():
    outer, inner = marks("dit \"'mot")
    assert outer.opening < 1 > inner.opening
    assert not outer.blank
    assert inner.blank


@pytest.mark.parametrize(("char", "want"), [("a", WORD), ("\u0301", WORD), (",", STOP), ("☃", SYMBOL), ("1", WORD)])
def test_classes(char, want):
    assert char_class(char) == want
