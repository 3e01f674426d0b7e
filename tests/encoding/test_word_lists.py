"""The word lists: small, of their language, and enough to tell words apart."""

from pathlib import Path

import pytest

import newsclean.encoding
from newsclean.encoding.word_lists import fill_slots, word_list

WORDS = Path(newsclean.encoding.__file__).parent / "words"


def test_no_list_is_larger_than_300_kilobytes():
    assert {path.name for path in WORDS.glob("*.txt.gz")} >= {
        f"{code}.txt.gz" for code in ("fr", "de", "it", "es", "en", "pt")
    }
    assert all(path.stat().st_size <= 300_000 for path in WORDS.glob("*.txt.gz"))


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
