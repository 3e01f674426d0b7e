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


@pytest.mark.parametrize(
    ("parts", "want", "why"),
    [
        (["p", (), "cheur"], None, "pêcheur and pécheur"),
        (["d", ("x",), "j", ()], None, "no word with such letters"),
        (["d", (), "j", ()], "déjà", "one word"),
        (["p", ("ê",), "cheur"], "pêcheur", "what is left of the damage decides"),
        (["été", "s", ()], None, "intact letters beyond ASCII count"),
    ],
)
def test_only_what_is_certain_is_filled_in(parts, want, why):
    assert fill_slots(parts, word_list("fr")) == want, why


def test_a_smaller_margin_takes_the_likelier_word():
    words = word_list("fr")
    assert words.only("p\0cheur", [None], margin=3) is None
    assert words.only("p\0cheur", [None], margin=0) == words.candidates("p\0cheur", [None])[0]


def test_compounds_are_filled_in_on_demand():
    words = word_list("de")
    parts = ["Bundespr", (), "sidentenwahlkampfb", (), "ro"]
    assert fill_slots(parts, words) is None
    assert words.compound("\0" * 5, [None] * 5) is None
    assert words.compound("vizepr\0sident", [("ä", "ü")]) == "vizepräsident"


def test_capitals_of_words_that_begin_beyond_ascii():
    words = word_list("de")
    assert words.is_capital("österreich")
    assert not words.is_capital("über")
