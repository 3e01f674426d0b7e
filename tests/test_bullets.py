"""The grammar of bullets: what each of its four functions takes for one."""

from __future__ import annotations

import pytest

from newsclean.bullets import bullet_end, item_start, sign_end, strip_bullet

KINDS = {
    "sign": ("- un", "– un", "• un", "* un", "■ un", "○ un", "► un"),
    "arrow": ("» un", "› un", "> un"),
    "hollow": ("o un",),
    "number": ("1. un", "12) un", "(3) un", "100. un"),
    "letter": ("a) un", "(b) un"),
}
TAKEN = {
    bullet_end: {"sign", "arrow", "hollow", "number", "letter"},
    item_start: {"sign", "number", "letter"},
    sign_end: {"sign"},
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("function", TAKEN)
def test_each_function_takes_its_kinds_of_bullet(function: object, kind: str) -> None:
    for line in KINDS[kind]:
        wanted = line.index("un") if kind in TAKEN[function] else 0  # type: ignore[index]
        assert function(line) == wanted, line  # type: ignore[operator]


@pytest.mark.parametrize("line", ["", "un", "-5 degrés", "océan", "1.5 million", "1234. un", "abc) un", "»un", "●"])
def test_what_is_no_bullet(line: str) -> None:
    assert bullet_end(line) == item_start(line) == sign_end(line) == 0
    assert strip_bullet(line) == line


def test_a_bullet_ends_behind_up_to_four_spaces() -> None:
    assert bullet_end("-\u00a0\t un") == 4
    assert strip_bullet("-     un") == " un"
    assert item_start("-     un") == 0


def test_a_bullet_alone_begins_no_item() -> None:
    assert bullet_end("- ") == 2
    assert item_start("- ") == 0
