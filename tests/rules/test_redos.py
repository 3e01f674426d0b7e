"""Patterns that could take long are found, and those that cannot are let be."""

from __future__ import annotations

import pytest

from newsclean.article import Label
from newsclean.rules.redos import find_slow_input, hostile_lines, unbounded_repeat
from newsclean.rules.rule import Rule


@pytest.mark.parametrize(
    "pattern",
    [
        r"a+",
        r".*",
        r"a*?",
        r"a++",
        r"\w{3,}",
        r"[a-z]+$",
        r"(?:a|b)*",
        r"a{,}",
        r"a{1,5000}",
        r"a{2000}",
        r"x\\+",
        r"[]a]+",
    ],
)
def test_repeats_without_an_end(pattern: str) -> None:
    assert unbounded_repeat(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        r"a?",
        r"a??",
        r"a{3}",
        r"a{,3}",
        r"a{2,3}?",
        r"a{0,4}+b",
        r"\+\*\{3,\}",
        r"[+*]",
        r"[^]*+]",
        r"\p{L}{1,3}",
        r"(?-i:A)(?<=c)(?:d)",
        "",
    ],
)
def test_repeats_with_an_end(pattern: str) -> None:
    assert unbounded_repeat(pattern) == ""


@pytest.mark.parametrize(
    ("pattern", "example"),
    [
        (r"^(?:[a-z]{1,20} ?){1,40}$", "menu un"),
        (r"^menu(?: (?:sport|sports?|kultur)){1,60} ?ende$", "menu sport ende"),
        (r"^menu (?:\w{1,30}-?){1,30}!$", "menu a-b!"),
        (r"^menu (?:.{0,99}a){0,9}[!?]$", "menu aa!"),
        # a search that needs a letter gives up on a line without it: the letter must stand in the flood
        (r"^(?:\w{1,20}\s?){1,20}:$", "menu sport:"),
        (r"(?:a|a){0,40}b", "menu ab"),
        (r"^(?:(?:[a-z]{0,9}){0,9}){0,9}!$", "menu!"),
        (r"(?:x{1,99}y?){1,99}z$", "menu xyz"),
        (r"(?:(?:ab){1,20}){1,20}c$", "menu abc"),
        (r"^(?:é|éé){1,99}€$", "é€"),
        (r"menu(?:\s{0,50}\s{0,50}){0,5}sport$", "menu sport"),
        # pieces that only this pattern tempts
        (r"^(?:€|£|€£){1,40}\$$", "€$"),
        (r"^(?:\[ ?|\[){1,40}\]$", "[]"),
        (r"^(?:#\w{1,9}|#|\w){1,40}\?$", "#a?"),
        (r"^(?:_|__){1,40}-$", "_-"),
        (r"^(?:\+{1,3}){1,30}=$", "+="),
        (r"^[^;]{0,9}(?:;;?){1,60}:$", ";:"),
        (r"(?=(?:a{1,9}){1,9}b)a", "aab"),
    ],
)
def test_slow(pattern: str, example: str) -> None:
    rule = Rule("a", Label.NAV, pattern=pattern, anchors=("menu", "sport"), matches=(example,), longest=500)
    assert find_slow_input(rule)


@pytest.mark.parametrize(
    ("pattern", "example"),
    [
        (r"^\W{0,3}(?:lire|voir) aussi ?: ?.{0,200}$", "Lire aussi : le port"),
        (r"^(?:menu|sport|meteo)(?: (?:menu|sport|meteo)){0,60}$", "menu sport"),
        (r"\b(?:newsletter|infolettre)s?\b.{0,80}$", "la newsletter"),
        (r"^(?:lire|voir)(?: \w{1,20}){1,20} ici$", "lire un ici"),
        (r"^(?:\S{1,30}\s{1,3}){1,15}+\|$", "menu |"),
        (r"^(?:#{1,9}+\w?){1,40}+$", "#a"),
        (r"^votre annonce ici(?: avec [A-Z0-9][\w .&'-]{1,40})?\W{0,3}$", "Votre annonce ici avec Publi"),
    ],
)
def test_fast(pattern: str, example: str) -> None:
    rule = Rule("a", Label.NAV, pattern=pattern, anchors=("menu",), matches=(example,), longest=500)
    assert find_slow_input(rule) == ""


def test_floods_are_as_long_as_what_the_rule_looks_at() -> None:
    rule = Rule("a", Label.NAV, pattern="^menu", anchors=("menu",), matches=("menu un",), longest=80)
    assert {len(flood) for flood in hostile_lines(rule)} == {40, 80}
    cut = Rule("a", Label.NAV, pattern="^menu", anchors=("menu",), matches=("menu un",), cut="inside")
    assert {len(flood) for flood in hostile_lines(cut)} == {40, 2000}
    tiny = Rule("a", Label.NAV, pattern="^menu", anchors=("menu",), matches=("menu",), longest=8)
    assert {len(flood) for flood in hostile_lines(tiny)} == {8}
