"""Profiles as TOML: read by people, and by `Profile.parse`."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from newsclean.article import Label
from newsclean.errors import NewscleanError, unknown
from newsclean.profiles.keys import LONGEST
from newsclean.profiles.profile import Profile, ProfileLine

_PROFILE = ("site", "articles", "line")
_LINE = ("line", "articles", "head", "tail", "label", "example")
_COUNTS = ("articles", "head", "tail")


def dumps(profiles: Iterable[Profile]) -> str:
    """Profiles as TOML.

    >>> print(dumps([Profile("example.ch", 50, (ProfileLine("partager", 41, 0, 39, Label.SHARE, "Partager"),))]))
    # {n} stands for any number; delete a line, or change its label, as you like
    <BLANKLINE>
    [[profile]]
    site = "example.ch"
    articles = 50
    <BLANKLINE>
    [[profile.line]]
    line = "partager"
    articles = 41
    head = 0
    tail = 39
    label = "share"
    example = "Partager"
    <BLANKLINE>
    """
    rows = ["# {n} stands for any number; delete a line, or change its label, as you like", ""]
    for profile in profiles:
        rows += ["[[profile]]", f"site = {_quoted(profile.site)}", f"articles = {profile.articles}", ""]
        for line in profile.lines:
            rows += ["[[profile.line]]", f"line = {_quoted(line.line)}"]
            rows += [f"{name} = {getattr(line, name)}" for name in _COUNTS]
            rows += [f"label = {_quoted(line.label.value)}", f"example = {_quoted(line.example)}", ""]
    return "\n".join(rows)


def _quoted(text: str) -> str:
    """A text as a TOML string: JSON's escapes are TOML's too, but for DEL and lone surrogates."""
    told = json.dumps(text.encode("utf-8", "replace").decode(), ensure_ascii=False)
    return told.replace("\x7f", "\\u007f")


def parse_one(text: str, name: str) -> Profile:
    """The only profile in a TOML text.

    Raises `NewscleanError` when it is not well formed, or holds none or several.
    """
    profiles = list(parse(text, name))
    if len(profiles) != 1:
        raise NewscleanError(f"{name}: {len(profiles)} profiles where one was looked for; read them with Profiles")
    return profiles[0]


def parse(text: str, name: str) -> Iterator[Profile]:
    """The profiles in a TOML text; `name` is what errors call it.

    Raises `NewscleanError` (where, what to do) when it is not well formed.

    >>> [profile.site for profile in parse('[[profile]]\\nsite = "a.ch"\\narticles = 9', "mine.toml")]
    ['a.ch']
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise NewscleanError(f"{name}: not valid TOML: {error}") from error
    _check_keys(data, ("profile",), name)
    for n, row in enumerate(_tables(data.get("profile", []), f"{name}, profile", "[[profile]]"), 1):
        where = f"{name}, profile {n}"
        _check_keys(row, _PROFILE, where)
        lines = _tables(row.get("line", []), f"{where}, line", "[[profile.line]]")
        total = _count(row, "articles", where)
        read = tuple(_line(line, f"{where}, line {m}") for m, line in enumerate(lines, 1))
        yield Profile(_text(row, "site", where), total, read)


def _line(row: Mapping[str, Any], where: str) -> ProfileLine:
    _check_keys(row, _LINE, where)
    label = _text(row, "label", where)
    if label not in Label._value2member_map_:
        raise unknown(f"label in {where}", label, [known.value for known in Label])
    line = _text(row, "line", where)
    if not line.strip() or len(line) > LONGEST:
        raise NewscleanError(f"{where}: line must have 1 to {LONGEST} characters")
    counts = [_count(row, name, where) for name in _COUNTS]
    return ProfileLine(line, counts[0], counts[1], counts[2], Label(label), _text(row, "example", where))


def _tables(value: object, where: str, header: str) -> list[dict[str, Any]]:
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        raise NewscleanError(f"{where}: expected tables; begin each with {header}")
    return value


def _check_keys(row: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    wrong = set(row).difference(known)
    if wrong:
        raise unknown(f"key in {where}", min(wrong), known)


def _text(row: Mapping[str, Any], key: str, where: str) -> str:
    value = row.get(key)
    if not isinstance(value, str):
        raise NewscleanError(f'{where}: {key} must be a text in quotes, such as {key} = "..."')
    return value


def _count(row: Mapping[str, Any], key: str, where: str) -> int:
    value = row.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise NewscleanError(f"{where}: {key} must be a number of articles, 0 or more")
    return value
