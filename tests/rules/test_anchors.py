"""Anchors: where one is a word of its own, and the words at the ends of a long line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.normal_forms import TOKENS
from newsclean.rules.anchors import EDGE, edge_words, is_word_in, present_anchors, sign_of

WORDS = st.text("ab_1é©. ", max_size=12)


@settings(max_examples=400, deadline=None)
@given(WORDS, WORDS)
def test_an_anchor_stands_where_it_is_a_word_of_its_own(text: str, words: str) -> None:
    tokens = TOKENS.findall(text)
    for anchor in {*TOKENS.findall(words), *tokens, "a", "_", "1b", "©"}:
        assert is_word_in(anchor, text) == (anchor in tokens), anchor
    assert set(present_anchors(tokens, text)) == set(tokens)


@pytest.mark.parametrize(
    "low", ["ab", "ab ab", "xab ab", " xab", "abx", "ab_", "_ab", "1ab", "x ab", "xabab ab!", "ab.", "aab"]
)
def test_an_anchor_at_the_ends_of_a_line(low: str) -> None:
    assert is_word_in("ab", low) == ("ab" in TOKENS.findall(low))
    assert present_anchors(["ab", "zz"], low) == (["ab"] if "ab" in TOKENS.findall(low) else [])


@pytest.mark.parametrize("size", range(EDGE - 4, EDGE + 3))
@pytest.mark.parametrize("words", [1, 2, 3, 4])
def test_the_words_at_the_ends_of_a_line_are_whole(words: int, size: int) -> None:
    """Of a line whose words end before, at and behind the bound, the first three and the last."""
    long = "m" * (size - 2 * (words - 1))
    for low in (
        " ".join([*["a"] * (words - 1), long, "fin", "de", long]),
        " ".join([long, "b", "c", "d", "e", "f", *["a"] * (words - 1), long]),
        f"{long} x x x {long} {' ' * size}",
        "x" * size,
    ):
        tokens = TOKENS.findall(low)
        assert edge_words(low) == (tokens[:3], tokens[-1:])


def test_a_line_of_spaces_has_no_words_at_its_ends() -> None:
    assert edge_words(" " * 300) == ([], [])


@pytest.mark.parametrize(
    ("anchor", "sign"), [("l'autre", ""), ("peut-être", ""), ("en direct", ""), ("(x)", "("), ("a.b", "."), ("©", "©")]
)
def test_the_sign_of_an_anchor(anchor: str, sign: str) -> None:
    assert sign_of(anchor) == sign
