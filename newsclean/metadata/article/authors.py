"""The authors of an article among the names in its head and at its foot.

Each line that names people gets points for what it looks like and for where it stands (`authors.toml`). The line with the most points is
the byline; the lines right under it that name people and are not much worse name further authors. A name in the middle of a page is as
likely that of a reader or of a teaser, so a line outside the head of the article must open as bylines do, or be labelled as one.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import regex

from newsclean.languages import language_cache
from newsclean.metadata.article.head import MAX_HEAD_LINE, MAX_LONG_HEAD_LINE, FieldValue, HeadLine
from newsclean.metadata.line.bylines import author_names, byline_head_end
from newsclean.metadata.line.dates import find_dates
from newsclean.metadata.line.headers import read_authors
from newsclean.metadata.line.names import PartKind, read_parts
from newsclean.metadata.words import alternatives, either_case, word_lists
from newsclean.normal_forms import fold
from newsclean.patterns import lazy_regex
from newsclean.tables import table_of
from newsclean.vocabulary import Label

_MAX_AUTHORS = 8  # a line with more names is a list of something else
_MAX_LONE_HEAD = 28  # characters of a line that only opens a byline: "Written by"
_MAX_NAMES_ALONE = 3  # names on a line that neither opens as a byline nor is labelled as one
_MAX_SEGMENT_WORDS, _MAX_ROLE_WORDS = 14, 6  # words of a segment with names, and of what the first of them is
_NEAR_DATE = 2  # lines between a name and the date that goes with it
_EDGES = " *•·|+,:–—-\t\u00a0"
_WORD = lazy_regex(r"[\p{L}']+")
_SEPARATOR = lazy_regex(r"\s?[|•·—]\s?|\s–\s|\s-\s|\s{3,}")


class _Grammar(NamedTuple):
    degrees: regex.Pattern[str]
    before_date: regex.Pattern[str]
    inner_byline: regex.Pattern[str]
    glued: regex.Pattern[str]
    not_names: frozenset[str]


@language_cache()
def _grammar() -> _Grammar:
    words = word_lists("bylines")
    heads, section = either_case(words["short_heads"]), either_case(words["before_section"])
    return _Grammar(
        degrees=lazy_regex(
            rf"(?:,\s?(?:\p{{Lu}}[\p{{Lu}}.&-]{{1,8}}|{alternatives(words['degrees'])})(?:\s\d{{1,4}})?){{1,6}}$"
        ),
        before_date=lazy_regex(rf"\s(?:{alternatives(words['before_date'])})$", regex.I),
        inner_byline=lazy_regex(
            rf"(?:^|\s){heads}\s((?:\p{{Lu}}[\p{{L}}'’.-]{{0,20}}\s?){{2,4}})(?=\s?(?:{section}\s|[|,•]|$))"
        ),
        glued=lazy_regex(rf"(?<=\p{{Ll}})(?:{alternatives(words['glued'])})$"),
        not_names=frozenset(words["not_names"]),
    )


@functools.lru_cache(maxsize=1)
def _scores() -> tuple[Mapping[str, float], Mapping[str, float]]:
    """Return points and limits."""
    table = table_of("newsclean.metadata.article", "authors.toml")
    return table["points"], table["limits"]


class _SigningLine(NamedTuple):
    """A line that names authors, its place among the lines, and its points."""

    points: float
    at: int
    line: HeadLine
    names: tuple[str, ...]


def find_authors(lines: Sequence[HeadLine], language: str | None, title: int | None = None) -> tuple[FieldValue, ...]:
    """Find the authors: those of the likeliest byline, and of the lines right under it.

    Args:
        lines: The lines of the head of the article and those that sign it, in order.
        language: The language, if known.
        title: The index of the block that is the headline, if known.

    Returns:
        Each name once, with the place where it stands.
    """
    _, limits = _scores()
    found = list(_signing_lines(lines, language, title))
    best = max(found, key=lambda one: (one.points, -one.at), default=None)
    if best is None or best.points < _least(best.line):
        return ()
    below = (one for one in found if one.at >= best.at)
    group = [one for n, one in itertools.takewhile(lambda pair: pair[1].at - best.at <= pair[0], enumerate(below))]
    least = best.points - limits["behind_best"]
    values = [value for one in group if one.points > least for value in _values(one)]
    return tuple({value.value: value for value in reversed(values)}.values())[::-1][:_MAX_AUTHORS]


def _signing_lines(lines: Sequence[HeadLine], language: str | None, title: int | None) -> Iterator[_SigningLine]:
    """Yield the lines that name authors, each with its points."""
    points, _ = _scores()
    dated = [line.distance is not None and bool(find_dates(line.text, language)) for line in lines]
    for n, (line, above) in enumerate(zip(lines, (None, *lines), strict=False)):
        read = _read(line, above, language)
        if read is None:
            continue
        form, names = read
        total = points[form]
        total += points["dated"] * any(dated[max(0, n - _NEAR_DATE) : n + _NEAR_DATE + 1])
        total += points["under_title"] * (title is not None and line.at > title)
        total += points["outside"] if line.distance is None else points["line_apart"] * line.distance
        yield _SigningLine(total, n, line, names)


def _least(line: HeadLine) -> float:
    """Return the points below which a line names no author."""
    points, limits = _scores()
    least = limits["least_labelled"] if line.label == Label.BYLINE else limits["least"]
    return least + points["outside"] * (line.distance is None)


def _read(line: HeadLine, above: HeadLine | None, language: str | None) -> tuple[str, tuple[str, ...]] | None:
    """Return the form of a line that names authors (a key of the points), and the names."""
    text = line.text.strip(_EDGES)
    if not text or len(line.text) > MAX_LONG_HEAD_LINE:
        return None
    end = byline_head_end(fold(text))
    if end and end < len(text) and (names := read_authors(line.text) or read_authors(text)):
        return "opens", tuple(names)
    opened = above is not None and _is_lone_head(above) and line.at - above.at <= 1
    if opened and (names := _names_beside_dates(text, language)):
        return "opens", tuple(names)
    if len(text) > MAX_HEAD_LINE:
        return None
    if line.label == Label.BYLINE and (names := read_authors(line.text)) and all(map(_may_be_name, names)):
        return "labelled", tuple(names)
    names = [name for name in _names_beside_dates(text, language) if _may_be_name(name)]
    if names and len(names) <= _MAX_NAMES_ALONE and line.distance is not None:
        return ("labelled" if line.label == Label.BYLINE else "names"), tuple(names)
    return None


def _names_beside_dates(text: str, language: str | None) -> list[str]:
    """Return the names on a line of names, dates, roles and degrees: "Anna Keller, MD, 3 May 2024 - 4 min read"."""
    grammar = _grammar()
    at, segments = 0, []
    for found in sorted(find_dates(text, language), key=lambda found: found.start):
        segments.append(text[at : found.start])
        at = found.end
    dated = at > 0
    for part in (part for segment in (*segments, text[at:]) for part in _SEPARATOR.split(segment)):
        bare = grammar.before_date.sub("", grammar.degrees.sub("", part.strip(_EDGES))).strip(_EDGES)
        end = byline_head_end(fold(bare))
        inner = grammar.inner_byline.search(bare) if dated and not end else None
        if names := _names(inner[1] if inner else bare[end:]):
            return names
    return []


def _names(text: str) -> list[str]:
    """Return the people in a text that holds nothing else, but for what the first of them is."""
    parts = read_parts(text) if len(text.split()) <= _MAX_SEGMENT_WORDS else None
    if parts and all(part.kind in (PartKind.NAME, PartKind.INITIALS) for part in parts):
        return author_names(parts)
    head, comma, rest = text.partition(",")
    first = read_parts(head) if comma and len(rest.split()) <= _MAX_ROLE_WORDS else None
    return [first[0].text] if first and len(first) == 1 and first[0].kind is PartKind.NAME else []


def _is_lone_head(line: HeadLine) -> bool:
    """Return True if the line opens a byline and says no more: "Written by"."""
    text = fold(line.text).strip(_EDGES)
    return 0 < len(text) <= _MAX_LONE_HEAD and byline_head_end(f"{text}: x") > len(text)


def _may_be_name(name: str) -> bool:
    """Return True if this may be somebody's name, and no entry of a menu such as "Contact Us" or "AI Labs"."""
    words = [word for word in name.split() if len(word) > 1 and "." not in word]
    return not any(map(str.isupper, words)) and _grammar().not_names.isdisjoint(_WORD.findall(fold(name)))


def _values(signing: _SigningLine) -> Iterator[FieldValue]:
    for name in signing.names:
        bare = _grammar().glued.sub("", name)
        yield FieldValue(bare, signing.line.find(bare) or signing.line.span(0, len(signing.line.text)))
