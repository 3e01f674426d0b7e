"""Orthographies: the letters and habits of the language that a damaged text is in."""

from __future__ import annotations

import pytest

from newsclean.encoding.orthography import find_orthography
from newsclean.languages import language_codes, language_section

WITH_LETTERS = [code for code in language_codes() if language_section(code, "encoding").get("letters")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Le pr?sident de la R?publique et les d?put?s", "fr"),
        ("Die Gr??e der Stadt ist nicht zu sehen", "de"),
        ("La mayor?a de los diputados y el alcalde con su", "es"),
        ("Det er ikke mulig og seg hadde det", "nb"),
        ("Le", None),
        ("12'000", None),
        ("", None),
    ],
)
def test_damaged_text_tells_its_language(text: str, code: str | None) -> None:
    found = find_orthography(text)
    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("hint", "code"),
    [
        ("fr", "fr"),
        ("fr_CH", "fr"),
        ("DE-at", "de"),
        ("no", "nb"),
        ("nn", "nb"),
        ("sr", "hr"),
        ("bs", "hr"),
        ("sl", "hr"),
    ],
)
def test_a_hint_wins(hint: str, code: str) -> None:
    found = find_orthography("the of and to in", hint)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("hint", ["xx", "ja", "", "../fr"])
def test_an_unknown_hint_leaves_it_to_the_text(hint: str) -> None:
    found = find_orthography("the mayor of the town and the council", hint)
    assert found is not None
    assert found.code == "en"


def test_more_words_can_be_asked_for() -> None:
    assert find_orthography("le maire de la ville", least=3) is not None
    assert find_orthography("le maire de la ville", least=4) is None


@pytest.mark.parametrize("code", WITH_LETTERS)
def test_letters_are_in_both_cases_and_beyond_ascii(code: str) -> None:
    found = find_orthography("", code)
    assert found is not None
    for letter in found.own | found.foreign:
        assert letter > "\x7f" or letter == "I"  # the capital of ı
        assert len(letter.upper()) > 1 or {letter.upper()} <= found.own | found.foreign
    assert found.own.isdisjoint(found.foreign)
    assert found.dash in ("–", "—")
