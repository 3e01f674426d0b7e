"""Invisible characters are spelled out, and nothing steers a terminal or a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.report.display_text import display_width, escape_controls, escape_html, spell_invisible, truncate


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\r", "\x9b", "\u2028", "\u202e", "\u2066", "\ud800"])
def test_characters_that_steer_are_spelled_out(char: str) -> None:
    assert char not in escape_controls(f"a{char}b")
    assert escape_controls(f"a{char}b").startswith("a<")


def test_tabs_and_line_feeds_stay() -> None:
    assert escape_controls("a\tb\nc") == "a\tb\nc"


@pytest.mark.parametrize("char", ["<", ">", "&", '"', "'"])
def test_every_mark_of_html_is_escaped(char: str) -> None:
    assert char not in escape_html(f"a{char}b").replace("&", "") or char == "&"
    assert escape_html(f"a{char}b") != f"a{char}b"


def test_line_ends_are_line_feeds_in_html() -> None:
    assert escape_html("a\r\nb\rc") == "a\nb\nc"


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("", ""),
        ("   ", "␣␣␣"),
        (" a  b ", "␣a␣␣b␣"),
        ("12\u202f000", "12<NNBSP>000"),
        ("a\u00adb", "a<SHY>b"),
        ("\u2063", "<U+2063>"),
    ],
)
def test_what_the_eye_would_miss(text: str, spelled: str) -> None:
    assert spell_invisible(text) == spelled


@given(st.text(max_size=60), st.integers(min_value=2, max_value=40))
def test_a_truncated_line_fits(text: str, width: int) -> None:
    line = truncate(text, width)
    assert display_width(line) <= width
    assert "\n" not in line


def test_a_line_that_fits_stays() -> None:
    assert truncate("日本 été", 8) == "日本 été"
    assert truncate("日本 été", 7) == "日本 é…"
