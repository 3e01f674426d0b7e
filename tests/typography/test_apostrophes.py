"""The cost of taking a mark at the end or the beginning of a word for an apostrophe."""

import pytest

from newsclean.typography.apostrophe_words import apostrophe_words
from newsclean.typography.apostrophes import NEVER, apostrophe_costs


def cost(text, language):
    """The cost of an apostrophe for the first single mark of a text, and the number of spaces to remove."""
    at = next(k for k, char in enumerate(text) if char in "'’")
    around = text[at - 1 : at].isalnum(), text[at + 1 : at + 2].isalnum()
    found = apostrophe_costs(text, (at, at + 1), around, (False, False), apostrophe_words(language))
    return found[0], found[4]


@pytest.mark.parametrize(
    ("text", "language", "why"),
    [
        ("le mot' dit", "fr", "French words do not end with an apostrophe"),
        ("le 'mot", "fr", "nor begin with one"),
        ("1990' x", "en", "a number"),
        (" ' ", "fr", "no word at all"),
    ],
)
def test_no_apostrophe(text, language, why):
    assert cost(text, language)[0] >= 5, why


@pytest.mark.parametrize(
    ("text", "language", "at_most", "why"),
    [
        ("un po' di", "it", 0.5, "a word of the list"),
        ("'tis so", "en", 1, "a word of the list"),
        ("the '90s were", "en", 1, "a decade"),
        ("the workers' house", "en", 1, "a genitive before its noun"),
        ("the workers', he said", "en", 3, "a genitive before a comma is less likely"),
        ("l'«Équipe»", "fr", 0, "an elision before a guillemet"),
    ],
)
def test_an_apostrophe(text, language, at_most, why):
    assert cost(text, language)[0] <= at_most, why


def test_the_space_after_an_elision_is_removed():
    assert cost("dit l'  homme", "fr") == (0.4, 2)
    assert cost("dit l' chat", "fr")[1] == 0


def test_a_curly_apostrophe_opens_no_quote_easily():
    straight, curly = (
        apostrophe_costs(text, (3, 4), (False, True), (False, False), apostrophe_words("fr"))
        for text in ("le 'mot", "le ’mot")
    )
    assert curly[2] == straight[2] + 3.5


def test_no_cost_is_above_that_of_what_cannot_be():
    assert cost("x 'z", "xx")[0] <= NEVER
