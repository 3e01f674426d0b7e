"""The words by which torn and glued lines are told."""

from __future__ import annotations

import pytest

from newsclean.languages import language_codes, language_section
from newsclean.mending.words import words


@pytest.mark.parametrize(
    ("table", "language", "word"),
    [
        ("unfinished", "fr", "des"),
        ("linking", "de", "dass"),
        ("opening", "all", "the"),
        ("shortened", "all", "etc"),
        ("domains", "all", "com"),
        ("elided", "all", "lorsqu"),
    ],
)
def test_known_words(table: str, language: str, word: str) -> None:
    assert word in words(table, language)


@pytest.mark.parametrize("language", ["xx", "id", None, ""])
def test_an_unknown_language_has_none(language: str | None) -> None:
    assert words("unfinished", language) == frozenset()


@pytest.mark.parametrize("table", ["unfinished", "linking", "opening"])
def test_all_languages_together_have_the_words_of_each(table: str) -> None:
    assert words(table) == frozenset().union(*(words(table, code) for code in language_codes()))


def test_every_language_with_openings_says_which_words_end_no_line() -> None:
    for code in language_codes():
        section = language_section(code, "mending")
        assert ("opening" in section) == ("unfinished" in section), code
