"""The normal forms of lines: what each drops, what it keeps, and that all lines at once give what each gives alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.normal_forms import (
    NormalForms,
    fold,
    line_key,
    phrase_of,
    plain_punctuation,
    straighten,
    strip_typographic_spaces,
    words,
)

SIGNS = st.text("aÉİß «»“”'’‘ʼ‐‑-.,:;!?…%\t\u00a0\u202f\u2009\u3000\u2028\x85•o1)", max_size=30)


@given(SIGNS)
def test_forms_of_the_same_length_keep_every_offset(line: str) -> None:
    for form in (straighten(line), plain_punctuation(line), fold(line)):
        assert len(form) == len(line)


@given(st.lists(SIGNS, max_size=5))
def test_all_lines_at_once_give_what_each_gives_alone(lines: list[str]) -> None:
    assert NormalForms.of_lines(lines) == [NormalForms.of(line) for line in lines]


@given(SIGNS)
def test_folding_is_the_same_with_what_is_known(line: str) -> None:
    assert fold(line, straighten(line).lower()) == fold(line)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pourquoi\u202f?", "Pourquoi?"),
        ("« Oui »", "«Oui»"),
        ("L’été...", "l'été…"),
        ("12\u00a0%", "12%"),
        ("• Lire aussi :", "LIRE AUSSI"),
        ("2. Accueil", "accueil"),
        ("ca\u00adfé", "café"),
    ],
)
def test_lines_with_the_same_key(one: str, other: str) -> None:
    assert line_key(one) == line_key(other)


@pytest.mark.parametrize(("one", "other"), [("Lire aussi", "Lire ceci"), ("L'essentiel", "Lessentiel"), ("été", "ete")])
def test_lines_with_different_keys(one: str, other: str) -> None:
    assert line_key(one) != line_key(other)


def test_untypeset_lines_keep_their_case_and_marks() -> None:
    assert strip_typographic_spaces("« L’Été »  à 12 % ...") == "«L’Été» à 12%…"


def test_a_phrase_keeps_the_marks_at_its_ends() -> None:
    assert phrase_of("» lire  aussi :") == "lire aussi :"


def test_words_are_in_lower_case_and_marks_stand_alone() -> None:
    assert words("L’ÉTÉ, enfin !") == ["l", "'", "été", ",", "enfin", "!"]
