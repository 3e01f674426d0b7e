"""Marks glued to the end of a sentence: "... samedi. (ats/nxp)", "... gestern mit. (dpa)", "... /ATS"."""

from __future__ import annotations

import functools

from newsclean.metadata.line.agencies import AgencySignature, agencies, read_agency_signature
from newsclean.metadata.line.names import is_initials
from newsclean.metadata.line.results import MetadataSpan
from newsclean.metadata.line.signatures import has_signing_word, signs_pictures_only, words_in
from newsclean.metadata.words import table
from newsclean.normal_forms import fold
from newsclean.patterns import lazy_regex

_WINDOW = 160
_MIN_BEFORE = 12
_STOPS = ".!?…»\"”'’:)]"
_STOPPED = lazy_regex(r"[.!?…»\"”)\]]")
_BRACKET = lazy_regex(
    r"(?:(?<=[.!?…»\"”]\s{1,4})(?P<sign>\p{Ll}{2,4}(?:[/-]\p{Ll}{2,4}){0,4})\s{0,3})?[(\[](?P<mark>[^()\[\]]{2,70})[)\]]\s*$"
)
_SLASH = lazy_regex(r"(?<=[.!?…»\"”)\]]\s{0,6})(?P<mark>(?:/\s?)?\p{L}[\p{L}.]{1,13}(?:[/-]\p{L}{2,12}){0,4}/?)\s*$")
_DASH = lazy_regex(r"(?<=[.!?…»\"”)\]]\s{0,4})(?:[–—-]{1,2}\s{0,3})(?P<mark>\p{L}[\p{L}/ ]{1,30})\s*$")
_WIDE = lazy_regex(r"(?<=[.!?…»\"”)\]])\s{3,120}(?P<mark>(?:\p{Lu}\p{Ll}?\.\s?){1,3}\p{Lu}\p{Ll}{0,2}\.?)\s*$")
_DATE = lazy_regex(r",?\s?\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}\s?$")
_COPY = lazy_regex(r"(?<=[.!?…»\"”)\]]\s{0,6})©\s?(?:(?:19|20)\d\d\s?)?(?P<mark>\p{L}[\p{L} -]{1,25})\s*$")

# "Avec AFP", "La Presse canadienne": a sentence of its own that is nothing but a source
_SOURCE = lazy_regex(
    r"(?<=[.!?…»\"”)\]]\s{1,4})(?P<mark>(?:[Aa]vec|[Ww]ith|[Mm]it|[Cc]on)\s\p{L}[\p{L}'’ -]{2,30}|\p{Lu}\p{L}{1,12}(?:\s\p{L}{3,12}){1,3})\s*$"
)


def may_end_in_signature(line: str) -> bool:
    """A cheap look at the end of a line: does it end as a mark does?

    >>> may_end_in_signature("Il pleut."), may_end_in_signature("Il pleut. (ats)"), may_end_in_signature("Il pleut. /ATS")
    (False, True, True)
    """
    last = line[-1:]
    if last.isspace():
        line = line[-200:].rstrip()
        last = line[-1:]
    if last in ")]":
        return True
    if last == ".":
        return line[-2:-1].isupper() and _gap(line[-16:-1])
    return last.isalpha() or last == "/"


def _gap(text: str) -> bool:
    """Is there room that only a layout leaves?"""
    return "  " in text or "\u00a0\u00a0" in text or "\t" in text


def read_tail(line: str) -> MetadataSpan | None:
    """The mark that a line ends with and that can be cut, or None.

    Args:
        line: A line; only its end is read.

    >>> read_tail("Le trafic a repris samedi. (ats/nxp)")
    MetadataSpan(label='agency', start=26, end=36, value='ATS, NXP', rule='metadata.agency.tail')
    """
    at = max(0, len(line) - _WINDOW)
    tail = line[at:]
    found = _bracket(tail) if tail.rstrip()[-1:] in ")]" else _open(tail)
    if found is None:
        return None
    start, label, value = found
    while start and tail[start - 1].isspace():
        start -= 1
    if at + start < _MIN_BEFORE or not any(c.isalpha() for c in tail[:start]):
        return None
    return MetadataSpan(label, at + start, len(line.rstrip()), value, f"metadata.{label}.tail")


def _bracket(tail: str) -> tuple[int, str, str] | None:
    """A mark in brackets."""
    opening = max(tail.rfind("("), tail.rfind("["))
    may = opening >= 0 and len(tail) - opening <= 80 and _may_mark(tail[opening + 1 :].rstrip(" )]"))
    match = _BRACKET.search(tail, max(0, opening - 24)) if may else None
    if match is None:
        return None
    before = tail[: match.start()].rstrip()
    stopped = before[-1:] in _STOPS
    text = match["mark"]
    if stopped and fold(text).strip() in _outlets():
        return match.start(), "agency", text.strip()
    mark = read_agency_signature(_dateless(text))
    if mark is None or not _certain(mark, text, before, stopped=stopped):
        return None
    return match.start(), _label(mark), ", ".join(mark.agencies) or text.strip()


def _may_mark(text: str) -> bool:
    """A cheap look: an agency, small initials, or a paper?"""
    folded = fold(text)
    return text == folded or has_signing_word(words_in(folded)) or folded in _outlets()


def _certain(mark: AgencySignature, text: str, before: str, *, stopped: bool) -> bool:
    """May this mark be cut?"""
    if not mark.agencies:
        return stopped and text == text.lower() and all(2 <= len(i) <= 12 for i in mark.initials) and _initials(mark)
    if not stopped:
        joined = mark.parts > 1 and text == text.lower()
        ends = fold(before[-60:])
        return joined and not any(ends.endswith(name) for name in agencies() if " " in name or "-" in name)
    return mark.sure or bool(mark.initials) or text.islower()


def _initials(mark: AgencySignature) -> bool:
    """Are single initials so short that they are no word?"""
    return (
        len(mark.initials) > 1
        or "-" in mark.initials[0]
        or len(mark.initials[0]) <= 3
        or mark.initials[0] in table("agencies")["words"]["desks"]
    )


def _dateless(text: str) -> str:
    """A mark such as "APA, red, 12.5.2024" without its date."""
    return _DATE.sub("", text)


def _open(tail: str) -> tuple[int, str, str] | None:
    """A mark without brackets: "/ATS", "AFP", "— Reuters", "     B. A.", "© 2019 AFP"."""
    if not _STOPPED.search(tail):
        return None
    if (match := _WIDE.search(tail)) and is_initials(match["mark"]):
        return match.start("mark"), "byline", match["mark"]
    for pattern in (_COPY, _DASH, _SLASH, _SOURCE):
        match = pattern.search(tail)
        mark = read_agency_signature(match["mark"]) if match else None
        if match is None or mark is None or not mark.agencies or not mark.sure:
            continue
        text = match["mark"]
        if pattern is _SLASH and not (
            text.isupper()
            or "/" in text
            or text.split("/")[0] in ("Belga", "Reuters", "dpa", "Keystone-SDA", "Keystone-ATS")
        ):
            continue
        return match.start(), _label(mark), ", ".join(mark.agencies)
    return None


def _label(mark: AgencySignature) -> str:
    """What a mark is: of agencies, of those that sign pictures only, or of authors."""
    if not mark.agencies:
        return "byline"
    return "credit" if all(signs_pictures_only(a) for a in mark.agencies) else "agency"


@functools.lru_cache(maxsize=1)
def _outlets() -> frozenset[str]:
    return frozenset(table("bylines")["outlets"])
