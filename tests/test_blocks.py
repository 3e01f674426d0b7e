"""Splitting and joining."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.article import Label
from newsclean.blocks import set_gaps, split_text
from newsclean.reading import read_text


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends(ends: str) -> None:
    assert [block.text for block in split_text(f"un{ends}{ends}deux{ends}")] == ["un", "deux"]


@pytest.mark.parametrize("mark", ["\u0085", "\u2028", "\u2029", "\x0b", "\x0c", "\x1c"])
def test_these_end_no_line(mark: str) -> None:
    """They can be halves of mojibake."""
    assert [block.text for block in split_text(f"un{mark}deux")] == [f"un{mark}deux"]


@given(st.text())
def test_blocks_cover_all_that_is_visible(text: str) -> None:
    at = 0
    for block in split_text(text):
        assert text[at : block.start].strip() == ""
        assert text[block.start : block.end] == block.source == block.text
        at = block.end
    assert text[at:].strip() == ""


@given(st.text("ab \n\r\t", max_size=30))
def test_an_untouched_article_reads_as_its_source(text: str) -> None:
    assert read_text(text).text == text


def test_list_items_on_consecutive_lines_stay_together() -> None:
    source = "Il faut:\n- du sel\n- du pain\n\n- du temps"
    blocks = [b._replace(label=Label.LIST_ITEM) if b.text[0] == "-" else b for b in split_text(source)]
    assert [block.gap for block in set_gaps(blocks, source)] == ["", "\n\n", "\n", "\n\n"]
