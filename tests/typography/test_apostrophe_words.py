"""The words that carry an apostrophe."""

from __future__ import annotations

import pytest

from newsclean.languages import language_codes, language_section
from newsclean.typography.apostrophe_words import DROPPED, apostrophe_words


@pytest.mark.parametrize(
    ("language", "key", "word"),
    [
        ("fr", "elisions", "aujourd"),
        ("it", "elisions", "dell"),
        ("it", "trailing", "po"),
        ("en", "leading", "tis"),
        ("en", "okina_words", "hawai"),
        ("de", "trailing", "wär"),
        ("nl", "leading", "s"),
    ],
)
def test_known_words(language: str, key: str, word: str) -> None:
    assert word in getattr(apostrophe_words(language), key)


@pytest.mark.parametrize("language", ["xx", "", "id", "../fr"])
def test_a_language_without_words_has_none(language: str) -> None:
    words = apostrophe_words(language)
    assert not words.elisions | words.joins | words.leading | words.trailing | words.vowels
    assert words.endings == ()
    assert words.dropped == DROPPED


@pytest.mark.parametrize("language", [code for code in language_codes() if language_section(code, "typography")])
def test_a_stray_space_is_taken_out_after_elisions_only(language: str) -> None:
    words = apostrophe_words(language)
    assert words.joins <= words.elisions
