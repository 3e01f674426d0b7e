"""Edits replay, undo and compose."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsclean.edits import Edit, apply, compose, difference, shifted, undo

WORDS = st.text("ab c’'é", max_size=24)


@st.composite
def edited(draw: st.DrawFn, text: str) -> list[Edit]:
    """Edits of a text, in order, no two at one place."""
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    edits = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        after = draw(st.text("xyz", max_size=3))
        if text[start:end] != after:
            edits.append(Edit(start, end, text[start:end], after, "r"))
    return edits


@given(st.data(), WORDS)
def test_undo_takes_back(data: st.DataObject, text: str) -> None:
    edits = data.draw(edited(text))
    assert undo(apply(text, edits), edits) == text


@given(st.data(), WORDS)
def test_compose_is_one_after_the_other(data: st.DataObject, text: str) -> None:
    first = data.draw(edited(text))
    middle = apply(text, first)
    second = data.draw(edited(middle))
    both = compose(text, first, second)
    assert apply(text, both) == apply(middle, second)
    assert undo(apply(text, both), both) == text
    assert all(a.end <= b.start for a, b in zip(both, both[1:], strict=False))


@given(WORDS, WORDS)
def test_difference(before: str, after: str) -> None:
    edits = difference(before, after, "r")
    assert apply(before, edits) == after
    assert undo(after, edits) == before


def test_difference_of_long_texts_is_one_edit() -> None:
    before, after = "a " * 5000, "b " * 5000
    edits = difference(before, after, "r")
    assert len(edits) == 1
    assert apply(before, edits) == after


def test_shifted() -> None:
    assert list(shifted([Edit(1, 2, "a", "b", "r")], -1)) == [Edit(0, 1, "a", "b", "r")]


def test_words_that_come_again_and_again_are_one_edit() -> None:
    """To compare them one by one would take difflib minutes."""
    before, after = "Ã a " * 480, "à a" * 480
    assert [edit[:2] for edit in difference(before, after, "x")] == [(0, len(before))]
    assert apply(before, difference(before, after, "x")) == after
