"""Where quote-like characters are, and which are certainly apostrophes."""

import pytest

from newsclean.typography.apostrophe_words import apostrophe_words
from newsclean.typography.locales import locale_row
from newsclean.typography.scanner import find_quote_marks, is_letter, word_after, word_before


def found(text, locale="fr-FR"):
    row = locale_row(locale)
    apostrophes, spans = find_quote_marks(text, row, apostrophe_words(row.language))
    return apostrophes, [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "locale", "why"),
    [
        ("rien", "fr-FR", "no mark"),
        ("l’été", "fr-FR", "an apostrophe that is set already"),
        ("a < b > c", "fr-FR", "single brackets"),
        ("un,, deux", "fr-FR", "two commas before a space"),
        ("Hawai‘i", "en-US", "an okina"),
        ('"x" «y»', None, "an unknown language has apostrophes only"),
    ],
)
def test_nothing(text, locale, why):
    assert found(text, locale) == ([], []), why


@pytest.mark.parametrize(
    ("text", "apostrophes", "marks"),
    [
        ("l'été", [1], []),
        ("l`été et d´un", [1, 10], []),
        ("le 'mot'", [], ["'", "'"]),
        ("''mot''", [], ["''", "''"]),
        ("d''eux'", [], ["'", "'", "'"]),
        ("l'''mot", [], ["'", "''"]),
        ("<<mot>>", [], ["<<", ">>"]),
        ("<<<mot", [], []),
        (",,mot''", [], [",,", "''"]),
        ("n'90", [1], []),
    ],
)
def test_marks(text, apostrophes, marks):
    assert found(text) == (apostrophes, marks)


@pytest.mark.parametrize(
    ("char", "want"), [("é", True), ("\u0301", True), ("ג", False), ("日", False), ("ʼ", False), ("α", True)]
)
def test_letters(char, want):
    assert is_letter(char) is want


def test_words_are_of_bounded_length():
    assert len(word_before("a" * 100, 100)) == len(word_after("a" * 100, 0)) == 30
    assert (word_before("Il dit L'", 8), word_after("'Tis so", 1)) == ("l", "tis")
