"""Datelines: "Paris (AFP) - ", "BERLIN (dpa) – ", "LONDON, May 3 (Reuters) - ", "PARIS | "."""

from __future__ import annotations

import itertools
from typing import NamedTuple

import regex

from newsclean.languages import language_cache
from newsclean.metadata.line.agencies import agencies, read_agency_signature
from newsclean.metadata.line.signatures import has_signing_word, words_in
from newsclean.metadata.words import alternatives, any_apostrophe, word_lists
from newsclean.normal_forms import fold, plain_punctuation
from newsclean.patterns import lazy_regex

_MAX_HEAD = 110  # characters of a line in which a dateline ends
_MAX_PLACE = 45  # characters of a place without an agency behind it
_MIN_SENTENCE = 50  # characters of a line that a place without an agency may open
_QUOTES = "«\"“„‘'"
_AGENCY = (
    r"\s?(?:\((?P<agency>[\p{L}][\p{L}\d ./+&-]{1,40}(?:,\s?[\p{L} .]{2,20})?)\)|/(?P<slash>\p{L}{2,10})/"
    r"|\[(?P<square>\p{L}[\p{L} /-]{1,30})\])"
)
_JOINT = r"(?P<joint>\s{0,2}(?:\.?[–—-]{1,2}|[.:|_]|\.\s?[–—-])\s{0,3})"
_INNER = lazy_regex(r"[(\[/]([^()\[\]/]{2,50})[)\]/]|[(\[]([^()\[\]]{2,50})[)\]]")
_DASH = lazy_regex(r"\s{1,3}(?:\||--|-|–|—)\s{1,3}|\s?[–—]\s{0,3}|\.[–—-]\s{0,2}")


class Dateline(NamedTuple):
    """A dateline at the head of a line.

    Attributes:
        start: Where it begins, behind white space.
        end: Where the sentence begins.
        place: Its place; "" if it names only an agency.
        agencies: The ids of its agencies.
        signed: It names an agency.

    >>> read_dateline("Paris (AFP) - Le chat dort.")
    Dateline(start=0, end=14, place='Paris', agencies=('AFP',), signed=True)
    """

    start: int
    end: int
    place: str
    agencies: tuple[str, ...]
    signed: bool


class _Grammar(NamedTuple):
    place_first: regex.Pattern[str]
    agency_first: regex.Pattern[str]
    date: regex.Pattern[str]
    places: frozenset[str]
    date_names: frozenset[str]  # of months and weekdays
    agency_names: tuple[str, ...]  # those of several words


@language_cache()
def _grammar() -> _Grammar:
    words, date = word_lists("datelines"), _date()
    word = rf"(?:{any_apostrophe(alternatives(words['place_prefixes']))})?\p{{Lu}}[\p{{L}}\p{{M}}'’.-]{{0,24}}"
    small = rf"(?:{alternatives(words['place_particles'])}|\d{{1,2}})"
    place = (
        rf"(?P<place>{word}(?:[ ,/]{{1,3}}(?:{small} ){{0,2}}{word}){{0,5}}(?:\s?\(\p{{Lu}}[\p{{L}} .'’-]{{1,30}}\))?)"
    )
    return _Grammar(
        place_first=lazy_regex(
            rf"\s{{0,40}}(?:[^\p{{L}}\s(]{{0,2}}\s?){place}(?P<date>{date}){_AGENCY}(?:{_JOINT}|(?P<none>\s{{0,3}}))"
        ),
        agency_first=lazy_regex(
            rf"\s{{0,40}}\((?P<agency>[\p{{L}}][\p{{L}}\d /.-]{{1,30}})\)(?:{_JOINT}|\s{{1,3}}(?=[\p{{Lu}}«\"“„]))(?:(?P<place>\p{{Lu}}[\p{{Lu}} '’-]{{2,24}}|\p{{Lu}}\p{{L}}{{2,20}})(?P<date>,? \d{{1,2}} \p{{L}}{{3,10}}\.?)?(?:\s?\.?\s?[–—-]{{1,2}}\s{{0,2}}))?"
        ),
        date=lazy_regex(date),
        places=frozenset(words["places"]),
        date_names=frozenset(
            [*itertools.chain.from_iterable(word_lists("months").values()), *word_lists("dates")["weekdays"]]
        ),
        agency_names=tuple(name for name in agencies() if " " in name),
    )


def _date() -> str:
    """Return the pattern of the date in a dateline, which may be missing."""
    words = word_lists("dates")
    ordinal, of, of_year = (alternatives(words[name]) for name in ("ordinals", "of", "of_year"))
    day_first = rf"\d{{1,2}}(?:{ordinal}|\.)?[ .]{{0,2}}(?:(?:{of}) |\d{{0,2}}\.?)?\p{{L}}{{0,10}}\.?"
    month_first = rf"\p{{Lu}}\p{{L}}{{2,9}}\.? \d{{1,2}}(?:{ordinal})?"
    return rf"(?:,? (?:\p{{L}}{{2,12}}\.?,? )?(?:{day_first}|{month_first})(?:,? (?:(?:{of_year}) )?\d{{4}})?)?"


def may_start_with_dateline(line: str) -> bool:
    """Return True if the head of a line has the marks of a dateline: a quick look before the grammar."""
    head = line[:90]
    return (
        "(" in head or " - " in head or "–" in head or "—" in head or " | " in head or "--" in head or "/" in head[:40]
    )


def read_dateline(line: str) -> Dateline | None:
    """Return the dateline that a line opens with, or None.

    Args:
        line: A line; only its head is read.
    """
    head = plain_punctuation(line[:_MAX_HEAD])
    if any(c in head for c in "(/[") and _names_agency(head):
        grammar = _grammar()
        match = grammar.place_first.match(head)
        if match and (found := _place_first(match, head)):
            return found
        match = grammar.agency_first.match(head)
        if match and (named := _agency_ids(match["agency"])):
            return Dateline(_indent(head), match.end(), (match["place"] or "").strip(), named, signed=True)
    return _place_alone(head) if len(line) >= _MIN_SENTENCE else None


def _names_agency(head: str) -> bool:
    """Return True if the name of an agency stands between brackets or slashes: a quick look before the grammar."""
    return any(has_signing_word(words_in(fold(m.group()))) for m in _INNER.finditer(head))


def _place_first(match: regex.Match[str], head: str) -> Dateline | None:
    """Return the dateline of a place with an agency behind it."""
    named = _agency_ids(match["agency"] or match["slash"] or match["square"])
    place = _without_month(match["place"].strip(" ,"))
    folded = fold(place)
    if named is None or any(name in folded for name in _grammar().agency_names):
        return None
    joint, rest = match["joint"], head[match.end() :]
    if joint is None and not (match["date"].strip() if rest.strip() else folded in _grammar().places):
        return None
    weak = joint is not None and joint.strip() in ("", ".")
    if weak and rest and not rest[0].isupper() and rest[0] not in _QUOTES:
        return None
    return Dateline(_indent(head), match.end(), place, named, signed=True)


def _without_month(place: str) -> str:
    """Return a place without the month or weekday that the pattern took for its second word: "LONDON, May"."""
    town, comma, rest = place.rpartition(",")
    named = [fold(word).strip(".") for word in rest.split()]
    return town if comma and named and _grammar().date_names.issuperset(named) else place


def _place_alone(head: str) -> Dateline | None:
    """Return the dateline of a known town with a dash behind it."""
    match = _DASH.search(head, 0, 60)
    if match is None or head.count("|") > 1:
        return None
    opening = head[: match.start()].strip(" .")
    grammar = _grammar()
    place = opening.split(",")[0]
    if len(opening) > _MAX_PLACE or not all(fold(p).strip(" .") in grammar.places for p in place.split("/")):
        return None
    if place != opening and not grammar.date.fullmatch(opening[len(place) :]):
        return None
    rest = head[match.end() :].lstrip()[:1]
    if not (rest.isupper() or rest in _QUOTES) or not (place.isupper() or match.group().strip() in ("—", "|")):
        return None
    return Dateline(_indent(head), match.end(), place, (), signed=False)


def _agency_ids(text: str | None) -> tuple[str, ...] | None:
    signature = read_agency_signature(text) if text else None
    return signature.agencies if signature and signature.agencies else None


def _indent(head: str) -> int:
    return len(head) - len(head.lstrip())
