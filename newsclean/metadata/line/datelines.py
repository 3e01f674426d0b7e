"""Datelines: "Paris (AFP) - ", "BERLIN (dpa) – ", "LONDON, May 3 (Reuters) - ", "PARIS | "."""

from __future__ import annotations

import functools
from typing import NamedTuple

import regex

from newsclean.metadata.line.agencies import agencies, read_agency_signature
from newsclean.metadata.line.signatures import has_signing_word, words_in
from newsclean.metadata.words import table
from newsclean.normal_forms import fold, plain_punctuation
from newsclean.patterns import lazy_regex

MAX_HEAD = 110
_WORD = r"(?:[dDlL]['’])?\p{Lu}[\p{L}\p{M}'’.-]{0,24}"
_SMALL = (
    r"(?:de|du|des|la|le|les|sur|en|di|da|del|della|do|dos|an|am|der|im|bei|of|the|et|y|aux|au|sous|lès|upon|i|\d{1,2})"
)
_PLACE = (
    rf"(?P<place>{_WORD}(?:[ ,/]{{1,3}}(?:{_SMALL} ){{0,2}}{_WORD}){{0,5}}(?:\s?\(\p{{Lu}}[\p{{L}} .'’-]{{1,30}}\))?)"
)
_DATE = r"(?:,? (?:\p{L}{2,12}\.?,? )?(?:\d{1,2}(?:er|\.|st|nd|rd|th)?[ .]{0,2}(?:de |\d{0,2}\.?)?\p{L}{0,10}\.?|\p{Lu}\p{L}{2,9}\.? \d{1,2}(?:st|nd|rd|th)?)(?:,? (?:de )?\d{4})?)?"
_MARK = r"\s?(?:\((?P<mark>[\p{L}][\p{L}\d ./+&-]{1,40}(?:,\s?[\p{L} .]{2,20})?)\)|/(?P<slash>\p{L}{2,10})/|\[(?P<square>\p{L}[\p{L} /-]{1,30})\])"
_JOINT = r"(?P<joint>\s{0,2}(?:\.?[–—-]{1,2}|[.:|_]|\.\s?[–—-])\s{0,3})"
_INNER = lazy_regex(r"[(\[/]([^()\[\]/]{2,50})[)\]/]|[(\[]([^()\[\]]{2,50})[)\]]")
_JOINED = lazy_regex(r"\s{1,3}(?:\||--|-|–|—)\s{1,3}|\s?[–—]\s{0,3}|\.[–—-]\s{0,2}")
_DATED = lazy_regex(_DATE)


class Dateline(NamedTuple):
    """A dateline at the head of a line: where it ends, its place, its agencies.

    >>> read_dateline("Paris (AFP) - Le chat dort.")
    Dateline(start=0, end=14, place='Paris', agencies=('AFP',), marked=True)
    """

    start: int
    end: int
    place: str
    agencies: tuple[str, ...]
    marked: bool


@functools.lru_cache(maxsize=1)
def _patterns() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    marked = lazy_regex(
        rf"\s{{0,40}}(?:[^\p{{L}}\s(]{{0,2}}\s?){_PLACE}(?P<date>{_DATE}){_MARK}(?:{_JOINT}|(?P<none>\s{{0,3}}))"
    )
    bare = lazy_regex(
        rf"\s{{0,40}}\((?P<mark>[\p{{L}}][\p{{L}}\d /.-]{{1,30}})\)(?:{_JOINT}|\s{{1,3}}(?=[\p{{Lu}}«\"“„]))(?:(?P<place>\p{{Lu}}[\p{{Lu}} '’-]{{2,24}}|\p{{Lu}}\p{{L}}{{2,20}})(?P<date>,? \d{{1,2}} \p{{L}}{{3,10}}\.?)?(?:\s?\.?\s?[–—-]{{1,2}}\s{{0,2}}))?"
    )
    return marked, bare


def may_start_with_dateline(line: str) -> bool:
    """A cheap look at the head of a line."""
    head = line[:90]
    return (
        "(" in head or " - " in head or "–" in head or "—" in head or " | " in head or "--" in head or "/" in head[:40]
    )


def read_dateline(line: str) -> Dateline | None:
    """The dateline that a line opens with, or None.

    Args:
        line: A line; only its head is read.
    """
    head = plain_punctuation(line[:MAX_HEAD])
    if any(c in head for c in "(/[") and _signed(head):
        marked, bare = _patterns()
        match = marked.match(head)
        if match and (found := _marked(match, head)):
            return found
        match = bare.match(head)
        if match and (mark := _read(match["mark"])):
            return Dateline(_at(head), match.end(), (match["place"] or "").strip(), mark, marked=True)
    return _town(head) if len(line) >= 50 else None


def _signed(head: str) -> bool:
    """A cheap look: is the name of an agency between brackets or slashes?"""
    return any(has_signing_word(words_in(fold(m.group()))) for m in _INNER.finditer(head))


def _town(head: str) -> Dateline | None:
    """A town that datelines begin with, and a dash behind it."""
    match = _JOINED.search(head, 0, 60)
    if match is None or head.count("|") > 1:
        return None
    place = head[: match.start()].strip(" .")
    towns = _towns()
    said = place.split(",")[0]
    if len(place) > 45 or not all(fold(p).strip(" .") in towns for p in said.split("/")):
        return None
    if said != place and not _DATED.fullmatch(place[len(said) :]):
        return None
    rest = head[match.end() :].lstrip()[:1]
    if not (rest.isupper() or rest in "«\"“„‘'") or not (said.isupper() or match.group().strip() in ("—", "|")):
        return None
    return Dateline(_at(head), match.end(), said, (), marked=False)


@functools.lru_cache(maxsize=1)
def _towns() -> frozenset[str]:
    return frozenset(table("places")["names"])


def _marked(match: regex.Match[str], head: str) -> Dateline | None:
    """A place with the mark of an agency behind it."""
    mark = _read(match["mark"] or match["slash"] or match["square"])
    place = match["place"].strip(" ,")
    if mark is None or any(_agency_in(w, place) for w in agencies() if " " in w):
        return None
    joint = match["joint"]
    alone = not head[match.end() :].strip()
    if joint is None and not (fold(place) in _towns() if alone else match["date"].strip()):
        return None
    if (
        joint is not None
        and joint.strip() in ("", ".")
        and match.end() < len(head)
        and not head[match.end()].isupper()
        and head[match.end()] not in "«\"“„'‘"
    ):
        return None
    return Dateline(_at(head), match.end(), place, mark, marked=True)


def _agency_in(name: str, place: str) -> bool:
    return name in fold(place)


def _read(text: str | None) -> tuple[str, ...] | None:
    """The agencies of a mark."""
    mark = read_agency_signature(text) if text else None
    return mark.agencies if mark and mark.agencies else None


def _at(head: str) -> int:
    return len(head) - len(head.lstrip())
