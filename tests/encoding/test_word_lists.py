"""The word lists: small, of their language, and enough to tell words apart."""

import pytest

from newsclean.encoding.word_lists import WORDS, fill_slots, word_list
from newsclean.languages import language_codes, language_data, language_files


def test_no_list_is_larger_than_300_kilobytes():
    lists = {code for code in language_codes() if WORDS in language_files(code)}
    assert lists >= {"fr", "de", "it", "es", "en", "pt"}
    assert all(len(language_data(code, WORDS)) <= 300_000 for code in lists)


@pytest.mark.parametrize(
    ("code", "word"), [("fr", "été"), ("de", "für"), ("it", "perché"), ("es", "año"), ("pt", "não"), ("en", "café")]
)
def test_common_words_are_known(code, word):
    assert word in word_list(code)


def test_a_word_is_filled_in_its_case():
    words = word_list("fr")
    assert fill_slots(["Pr", (), "sident"], words) == "Président"
    assert fill_slots(["PR", (), "SIDENT"], words) == "PRÉSIDENT"
    assert fill_slots(["xq", (), "zz"], words) is None


def test_an_unknown_language_has_no_list():
    assert word_list("xx") is None
