"""Profiles as TOML, which people read and edit."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from newsclean.article import Label
from newsclean.errors import NewscleanError, unknown
from newsclean.profiles.profile_line import ProfileLine
from newsclean.rules.rule import MAX_LENGTH

_PROFILE_KEYS = ("site", "articles", "line")
_LINE_KEYS = ("line", "articles", "head", "tail", "label", "example")
_COUNTS = ("articles", "head", "tail")


class ProfileData(NamedTuple):
    """What a profile holds: its site, how many different articles were counted, and the lines that the site repeats."""

    site: str
    articles: int
    lines: tuple[ProfileLine, ...]


def dumps(profiles: Iterable[tuple[str, int, tuple[ProfileLine, ...]]]) -> str:
    """Return profiles as TOML.

    Args:
        profiles: The site, the number of articles and the lines of each.

    >>> print(dumps([("example.ch", 50, (ProfileLine("partager", 41, 0, 39, Label.SHARE, "Partager"),))]))
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
    for site, articles, lines in profiles:
        rows += ["[[profile]]", f"site = {_quoted(site)}", f"articles = {articles}", ""]
        for line in lines:
            rows += ["[[profile.line]]", f"line = {_quoted(line.line)}"]
            rows += [f"{name} = {getattr(line, name)}" for name in _COUNTS]
            rows += [f"label = {_quoted(line.label.value)}", f"example = {_quoted(line.example)}", ""]
    return "\n".join(rows)


def _quoted(text: str) -> str:
    """Return a text as a TOML string: the escapes of JSON hold in TOML too, but for DEL and lone surrogates."""
    text = json.dumps(text.encode("utf-8", "replace").decode(), ensure_ascii=False)
    return text.replace("\x7f", "\\u007f")


def parse_one(text: str, name: str) -> ProfileData:
    """Read the only profile in a TOML text.

    Raises:
        NewscleanError: The text is not well formed, or holds no profile or several.
    """
    profiles = list(parse(text, name))
    if len(profiles) != 1:
        raise NewscleanError(f"{name}: {len(profiles)} profiles where one was looked for; read them with Profiles")
    return profiles[0]


def parse(text: str, name: str) -> Iterator[ProfileData]:
    """Read the profiles in a TOML text.

    Args:
        text: The text.
        name: What errors call it.

    Raises:
        NewscleanError: The text is not well formed; the message says where and what to do.

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
        _check_keys(row, _PROFILE_KEYS, where)
        lines = _tables(row.get("line", []), f"{where}, line", "[[profile.line]]")
        total = _count(row, "articles", where)
        read = tuple(_line(line, f"{where}, line {m}") for m, line in enumerate(lines, 1))
        yield ProfileData(_text(row, "site", where), total, read)


def _line(row: Mapping[str, Any], where: str) -> ProfileLine:
    _check_keys(row, _LINE_KEYS, where)
    label = _text(row, "label", where)
    if label not in Label._value2member_map_:
        raise unknown(f"label in {where}", label, [known.value for known in Label])
    line = _text(row, "line", where)
    if not line.strip() or len(line) > MAX_LENGTH:
        raise NewscleanError(f"{where}: line must have 1 to {MAX_LENGTH} characters")
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
