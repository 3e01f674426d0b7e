"""The authors of an article among the names in its head and at its foot."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from newsclean.article import Label
from newsclean.metadata.article.head import LONGEST, FieldValue, HeadLine
from newsclean.metadata.line.bylines import authors_of, byline_head_end
from newsclean.metadata.line.dates import find_dates
from newsclean.metadata.line.headers import read_authors
from newsclean.metadata.line.names import read_parts
from newsclean.metadata.words import alternatives, table
from newsclean.normal_forms import fold
from newsclean.patterns import lazy_regex

NAMES = 8  # more are a list of something else
_LONE = 28  # characters of a line that only opens a byline: "Written by"
_BESIDE = 2  # lines between a name and the date that goes with it
_EDGES = " *•·|+,:–—-\t\u00a0"
_WORD = lazy_regex(r"[\p{L}']+")
_PARTS = lazy_regex(r"\s?[|•·—]\s?|\s–\s|\s-\s|\s{3,}")
_DEGREES = lazy_regex(r"(?:,\s?(?:\p{Lu}[\p{Lu}.&-]{1,8}|Ph\.?D\.?|MSc|BSc|Esq\.?|Jr\.?)(?:\s\d{1,4})?){1,6}$")
_JOINTS = lazy_regex(r"\s(?:on|am|vom|le|il|el|at|in|den|the|updated|published|posted)$", regex.I)
_INNER = lazy_regex(
    r"(?:^|\s)(?:[Bb]y|[Pp]ar|[Vv]on|[Dd]i|[Pp]or)\s((?:\p{Lu}[\p{L}'’.-]{0,20}\s?){2,4})(?=\s?(?:[Ii]n\s|[|,•]|$))"
)


class _Signed(NamedTuple):
    """A line that names authors, where it stands among the lines, and how much speaks for it."""

    score: float
    at: int
    line: HeadLine
    names: tuple[str, ...]


def authors(lines: Sequence[HeadLine], language: str | None, title: int | None = None) -> tuple[FieldValue, ...]:
    """The authors and where each is named: of the likeliest byline, and of those on the lines under it.

    A line that opens as bylines do counts most, then one labelled so; a line of names alone only in the head of the article.

    Args:
        lines: The lines of the head of the article and those that sign it, in order.
        language: The language, when known.
        title: The index of the block that is the headline, when known.
    """
    dated = [line.near is not None and bool(find_dates(line.text, language)) for line in lines]
    found = []
    for n, (line, above) in enumerate(zip(lines, (None, *lines), strict=False)):
        told = _read(line, above, language)
        if told is None:
            continue
        score, names = told
        beside = any(dated[max(0, n - _BESIDE) : n + _BESIDE + 1])
        under = title is not None and line.at > title
        far = 6.0 if line.near is None else 0.25 * line.near
        found.append(_Signed(score + 2.0 * beside + 1.0 * under - far, n, line, names))
    best = max(found, key=lambda one: (one.score, -one.at), default=None)
    if best is None or best.score < (0.0 if best.line.label == Label.BYLINE else -2.0) - 6.0 * (best.line.near is None):
        return ()
    group = itertools.takewhile(
        lambda pair: pair[1].at - best.at <= pair[0], enumerate(f for f in found if f.at >= best.at)
    )
    values = [value for _, one in group if one.score > best.score - 2.5 for value in _values(one)]
    return tuple({value.value: value for value in reversed(values)}.values())[::-1][:NAMES]


def _read(line: HeadLine, above: HeadLine | None, language: str | None) -> tuple[float, tuple[str, ...]] | None:
    """How much a line speaks for its naming authors, and the names."""
    text = line.text.strip(_EDGES)
    if not text or len(line.text) > 600:
        return None
    end = byline_head_end(fold(text))
    if end and end < len(text) and (names := read_authors(line.text) or read_authors(text)):
        return 5.0, tuple(names)
    if above is not None and _is_lone(above) and line.at - above.at <= 1 and (names := _beside_dates(text, language)):
        return 5.0, tuple(names)
    if len(text) > LONGEST:
        return None
    if line.label == Label.BYLINE and (names := read_authors(line.text)) and all(map(_may_sign, names)):
        return 2.0, tuple(names)
    names = [name for name in _beside_dates(text, language) if _may_sign(name)]
    if names and len(names) <= 3 and line.near is not None:
        return (2.0 if line.label == Label.BYLINE else 0.0), tuple(names)
    return None


def _beside_dates(text: str, language: str | None) -> list[str]:
    """The names on a line of names, dates, titles and degrees: "Anna Keller, MD, 3 May 2024 - 4 min read"."""
    at, stretches = 0, []
    for found in sorted(find_dates(text, language), key=lambda found: found.start):
        stretches.append(text[at : found.start])
        at = found.end
    dated = at > 0
    for stretch in (*stretches, text[at:]):
        for part in _PARTS.split(stretch):
            bare = _JOINTS.sub("", _DEGREES.sub("", part.strip(_EDGES))).strip(_EDGES)
            end = byline_head_end(fold(bare))
            inner = _INNER.search(bare) if dated and not end else None
            names = _names(inner[1]) if inner else _names(bare[end:])
            if names:
                return names
    return []


def _names(text: str) -> list[str]:
    """The people on a stretch that holds nothing else, but for what the first of them is."""
    parts = read_parts(text) if len(text.split()) <= 14 else None
    if parts and all(part.kind in ("name", "initials") for part in parts):
        return authors_of(parts)
    head, comma, rest = text.partition(",")
    first = read_parts(head) if comma and len(rest.split()) <= 6 else None
    return [first[0].text] if first and len(first) == 1 and first[0].kind == "name" else []


def _is_lone(line: HeadLine) -> bool:
    """Does the line open a byline and say no more: "Written by"?"""
    text = fold(line.text).strip(_EDGES)
    return 0 < len(text) <= _LONE and byline_head_end(f"{text}: x") > len(text)


def _may_sign(name: str) -> bool:
    """May this be somebody's name, and no entry of a menu such as "Contact Us" or "AI Labs"?"""
    words = [word for word in name.split() if len(word) > 1 and "." not in word]
    if any(map(str.isupper, words)):
        return False
    return _no_names().isdisjoint(_WORD.findall(fold(name)))


@functools.lru_cache(maxsize=1)
def _no_names() -> frozenset[str]:
    return frozenset(table("bylines")["no_names"])


@functools.lru_cache(maxsize=1)
def _glued() -> regex.Pattern[str]:
    return lazy_regex(rf"(?<=\p{{Ll}})(?:{alternatives(table('bylines')['glued'])})$")


def _values(signed: _Signed) -> Iterator[FieldValue]:
    for name in signed.names:
        bare = _glued().sub("", name)
        yield FieldValue(bare, signed.line.find(bare) or signed.line.span(0, len(signed.line.text)))
