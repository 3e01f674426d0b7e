"""How likely a character is between its neighbours."""

import pytest

from newsclean.encoding.orthography import find_orthography
from newsclean.encoding.plausibility import char_contexts, plausibility, total_plausibility

FR = find_orthography("", "fr")


@pytest.mark.parametrize(
    ("before", "char", "after", "low", "high", "why"),
    [
        ("r", "É", "p", -1, 0, "a capital inside a word"),
        ("r", "Ž", "p", -2, -0.5, "a letter of another language"),
        ("r", "\x80", "p", -2, -2, "a control"),
        ("r", "“", "p", -1, -1, "a quotation mark inside a word"),
        ("r", "©", "p", -1, -1, "a sign inside a word"),
        ("r", "é", "p", 1, 1, "a letter of the language"),
        ("r", "’", "p", 0.5, 1, "an apostrophe"),
        (" ", "«", "p", 0.5, 1, "a guillemet before a word"),
        ("5", "€", "", 0.4, 1, "a currency after a number"),
    ],
)
def test_one_character(before, char, after, low, high, why):
    assert low <= plausibility(before, char, after, FR.own, FR.foreign) <= high, why


def test_clean_text_is_more_plausible_than_its_mojibake():
    text = "L’été à Genève, «déjà» terminé"
    clean, damaged = ([(c, 1) for c in char_contexts(t)] for t in (text, text.encode().decode("latin-1")))
    assert total_plausibility(clean, FR) > 0 > total_plausibility(damaged, FR)
