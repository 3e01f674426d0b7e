"""Offsets map through edits, both ways."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsclean.edits import Edit, apply
from newsclean.offsets import Offsets
from tests.test_edits import WORDS, edited


@given(st.data(), WORDS)
def test_offsets_agree_on_what_was_not_touched(data: st.DataObject, text: str) -> None:
    edits = data.draw(edited(text))
    result, offsets = apply(text, edits), Offsets(edits)
    touched = {n for edit in edits for n in range(edit.start, edit.end)}
    for n in range(len(text)):
        if n not in touched:
            assert result[offsets.from_source(n)] == text[n]
            assert offsets.to_source(offsets.from_source(n)) == n


@given(st.data(), WORDS)
def test_offsets_stay_inside_and_in_order(data: st.DataObject, text: str) -> None:
    edits = data.draw(edited(text))
    result, offsets = apply(text, edits), Offsets(edits)
    there = [offsets.to_source(n) for n in range(len(result) + 1)]
    assert there == sorted(there)
    assert all(0 <= n <= len(text) for n in there)


@given(st.data(), WORDS)
def test_spans_cover_what_their_characters_were_made_of(data: st.DataObject, text: str) -> None:
    edits = data.draw(edited(text))
    result, offsets = apply(text, edits), Offsets(edits)
    for n in range(len(result)):
        start, end = offsets.span_to_source(n, n + 1)
        assert 0 <= start < end <= len(text) or result[n] in "xyz"  # what was inserted stands at one place


def test_an_insertion_has_an_empty_span_in_the_source() -> None:
    assert Offsets([Edit(2, 2, "", "xy", "r")]).span_to_source(2, 4) == (2, 2)
