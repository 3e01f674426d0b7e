"""The word lists: small, of their language, and enough to tell words apart."""

from pathlib import Path

import pytest

import newsclean.encoding
from newsclean.encoding.damage import damaged
from newsclean.encoding.lexicon import lexicon
from newsclean.encoding.slots import fill

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
    assert word in lexicon(code)


def test_a_word_is_filled_in_its_case():
    words = lexicon("fr")
    assert fill(["Pr", (), "sident"], words) == "Président"
    assert fill(["PR", (), "SIDENT"], words) == "PRÉSIDENT"
    assert fill(["xq", (), "zz"], words) is None


def test_an_unknown_language_has_no_list():
    assert lexicon("xx") is None


def test_a_damaged_form_is_not_the_one_that_decodes():
    assert "Ã©" not in set(damaged("é"))
    assert "Ã" in set(damaged("É"))
