"""Signatures glued to the end of a sentence: "... samedi. (ats/nxp)", "... gestern mit. (dpa)", "... /ATS".

What is found here is cut from the text, so each form asks for more certainty than the same words on a line of their own: a full stop
before it, small letters or capitals as agencies write them, or several agencies.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex

from newsclean.languages import language_cache
from newsclean.metadata.line.agencies import (
    AgencySignature,
    agencies,
    agencies_by_id,
    agencies_named,
    read_agency_signature,
)
from newsclean.metadata.line.names import is_initials, is_listed_outlet
from newsclean.metadata.line.results import MetadataSpan
from newsclean.metadata.line.signatures import has_signing_word, signs_pictures_only, words_in
from newsclean.metadata.words import either_case, word_lists
from newsclean.normal_forms import fold
from newsclean.patterns import lazy_regex
from newsclean.vocabulary import Label

_WINDOW = 160  # characters at the end of a line that are read
_MIN_BEFORE = 12  # characters of the sentence before a signature
_MAX_BRACKET = 80  # characters of a signature in brackets
_SURE_INITIALS = 3  # letters up to which single initials are no word
_STOPS = ".!?…»\"”'’:)]"
_STOPPED = lazy_regex(r"[.!?…»\"”)\]]")
_BRACKET = lazy_regex(
    r"(?:(?<=[.!?…»\"”]\s{1,4})(?P<initials>\p{Ll}{2,4}(?:[/-]\p{Ll}{2,4}){0,4})\s{0,3})?[(\[](?P<signature>[^()\[\]]{2,70})[)\]]\s*$"
)
_SLASH = lazy_regex(
    r"(?<=[.!?…»\"”)\]]\s{0,6})(?P<signature>(?:/\s?)?\p{L}[\p{L}.]{1,13}(?:[/-]\p{L}{2,12}){0,4}/?)\s*$"
)
_DASH = lazy_regex(r"(?<=[.!?…»\"”)\]]\s{0,4})(?:[–—-]{1,2}\s{0,3})(?P<signature>\p{L}[\p{L}/ ]{1,30})\s*$")
_WIDE_GAP = lazy_regex(r"(?<=[.!?…»\"”)\]])\s{3,120}(?P<signature>(?:\p{Lu}\p{Ll}?\.\s?){1,3}\p{Lu}\p{Ll}{0,2}\.?)\s*$")
_COPYRIGHT = lazy_regex(r"(?<=[.!?…»\"”)\]]\s{0,6})©\s?(?:(?:19|20)\d\d\s?)?(?P<signature>\p{L}[\p{L} -]{1,25})\s*$")
# Small initials joined by a slash, or capitals with a full stop behind a dash or in brackets: "... lundi. abc/de", "... – A. M."
_INITIALS = lazy_regex(
    r"(?<=[.!?…»\"”)\]]\s{1,4})(?P<signature>\p{Ll}{2,4}(?:/\p{Ll}{2,4}){1,3})\s*$"
    r"|(?<=[.!?…»\"”)\]]\s{0,4})(?:[–—-]{1,2}\s{0,2})(?P<signature>\p{Lu}\p{Ll}?\.[\s-]?\p{Lu}\p{Ll}{0,2}\.)\s*$"
)
_BRACKETED_INITIALS = lazy_regex(r"\p{Lu}\p{Ll}?\.[\s-]?(?:\p{Lu}\.[\s-]?)?\p{Lu}\p{Ll}{0,2}\.")
_GLUED_CAPITALS = lazy_regex(r"(?<=[\s('’]\p{L}\p{Ll}{2,20})(?P<signature>\p{Lu}{3,10})\s*$")  # "... à ParisAFP"
_DATE = lazy_regex(r",?\s?\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}\s?$")


class _Grammar(NamedTuple):
    source_sentence: regex.Pattern[str]
    desks: frozenset[str]
    after_slash: frozenset[str]
    agency_names: tuple[str, ...]


@language_cache()
def _grammar() -> _Grammar:
    with_ = either_case(word_lists("bylines")["with"])
    return _Grammar(
        # "Avec AFP", "La Presse canadienne": a sentence of its own that is nothing but a source
        source_sentence=lazy_regex(
            rf"(?<=[.!?…»\"”)\]]\s{{1,4}})(?P<signature>{with_}\s\p{{L}}[\p{{L}}'’ -]{{2,30}}|\p{{Lu}}\p{{L}}{{1,12}}(?:\s\p{{L}}{{3,12}}){{1,3}})\s*$"
        ),
        desks=frozenset(word_lists("agencies")["desks"]),
        after_slash=frozenset(form for agency in agencies_by_id().values() for form in agency.after_slash),
        agency_names=tuple(name for name in agencies() if " " in name or "-" in name),
    )


class _Found(NamedTuple):
    start: int
    label: Label
    value: str


def may_end_in_signature(line: str) -> bool:
    """Return True if a line ends as one with a signature does: a quick look before the grammar.

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
        return line[-2:-1].isalpha() and (_has_wide_gap(line[-16:-1]) or _has_dash(line[-12:-1]))
    return last.isalpha() or last == "/"


def _has_wide_gap(text: str) -> bool:
    """Return True if there is room that only a layout leaves."""
    return "  " in text or "\u00a0\u00a0" in text or "\t" in text


def _has_dash(text: str) -> bool:
    """Return True if there is a dash before initials: "– A. M."."""
    return "." in text and any(dash in text for dash in "–—-")


def find_closing_signature(line: str) -> MetadataSpan | None:
    """Find the signature that a line ends with and that can be cut.

    Args:
        line: A line; only its end is read.

    >>> find_closing_signature("Le trafic a repris samedi. (ats/nxp)").value
    'ATS, NXP'
    """
    at = max(0, len(line) - _WINDOW)
    tail = line[at:]
    found = _find_bracketed(tail) if tail.rstrip()[-1:] in ")]" else _find_open(tail)
    if found is None:
        return None
    start = found.start
    while start and tail[start - 1].isspace():
        start -= 1
    if at + start < _MIN_BEFORE or not any(c.isalpha() for c in tail[:start]):
        return None
    return MetadataSpan(found.label, at + start, len(line.rstrip()), found.value, f"metadata.{found.label}.tail")


def _find_bracketed(tail: str) -> _Found | None:
    """Find a signature in brackets."""
    opening = max(tail.rfind("("), tail.rfind("["))
    if opening < 0 or len(tail) - opening > _MAX_BRACKET:
        return None
    inner = tail[opening + 1 :].rstrip(" )]")
    if tail[:opening].rstrip()[-1:] in _STOPS and _signs_in_capitals(inner):
        return _Found(opening, Label.BYLINE, inner)
    if not _may_sign(inner):
        return None
    match = _BRACKET.search(tail, max(0, opening - 24))
    if match is None:
        return None
    before = tail[: match.start()].rstrip()
    stopped = before[-1:] in _STOPS
    text = match["signature"]
    if stopped and is_listed_outlet(fold(text).strip()):
        return _Found(match.start(), Label.AGENCY, text.strip())
    signature = read_agency_signature(_DATE.sub("", text))  # "APA, red, 12.5.2024"
    if signature is None or not _is_certain(signature, text, before, stopped=stopped):
        return None
    return _Found(match.start(), _label(signature.agencies), ", ".join(signature.agencies) or text.strip())


def _signs_in_capitals(text: str) -> bool:
    """Return True for initials with full stops: "A. M."."""
    return bool(_BRACKETED_INITIALS.fullmatch(text)) and is_initials(text)


def _may_sign(text: str) -> bool:
    """Return True for an agency, small initials or a paper: a quick look before the grammar."""
    folded = fold(text)
    return text == folded or has_signing_word(words_in(folded)) or is_listed_outlet(folded)


def _is_certain(signature: AgencySignature, text: str, before: str, *, stopped: bool) -> bool:
    """Return True if a signature in brackets may be cut.

    Args:
        signature: The signature.
        text: What stands between the brackets.
        before: What stands before them.
        stopped: Whether that ends a sentence.
    """
    small = text == text.lower()
    if not signature.agencies:
        return stopped and small and _are_no_word(signature.initials)
    if not stopped:
        end = fold(before[-60:])
        return signature.parts > 1 and small and not end.endswith(_grammar().agency_names)
    return signature.sure or bool(signature.initials) or text.islower()


def _are_no_word(initials: tuple[str, ...]) -> bool:
    """Return True if initials are several, joined, or so short that they are no word."""
    if not all(2 <= len(part) <= 12 for part in initials):
        return False
    first = initials[0]
    return len(initials) > 1 or "-" in first or len(first) <= _SURE_INITIALS or first in _grammar().desks


def _find_open(tail: str) -> _Found | None:
    """Find a signature without brackets: "/ATS", "AFP", "— Reuters", "     B. A.", "© 2019 AFP"."""
    match = _GLUED_CAPITALS.search(tail) if tail.rstrip()[-3:].isupper() else None
    glued = agencies_named(fold(match["signature"])) if match else []
    if match and glued and not any(agency.unsure for agency in glued):
        return _Found(match.start(), _label([agency.id for agency in glued]), ", ".join(a.id for a in glued))
    if not _STOPPED.search(tail):
        return None
    if (match := _INITIALS.search(tail)) and is_initials(match["signature"]):
        signature = read_agency_signature(match["signature"])
        named_ids = signature.agencies if signature else ()
        return _Found(match.start(), _label(named_ids), ", ".join(named_ids) or match["signature"])
    if (match := _WIDE_GAP.search(tail)) and is_initials(match["signature"]):
        return _Found(match.start("signature"), Label.BYLINE, match["signature"])
    for pattern in (_COPYRIGHT, _DASH, _SLASH, _grammar().source_sentence):
        match = pattern.search(tail)
        signature = read_agency_signature(match["signature"]) if match else None
        if match is None or signature is None or not signature.agencies or not signature.sure:
            continue
        if pattern is _SLASH and not _is_written_as_signature(match["signature"]):
            continue
        return _Found(match.start(), _label(signature.agencies), ", ".join(signature.agencies))
    return None


def _is_written_as_signature(text: str) -> bool:
    """Return True if the last word of a line is written as agencies sign there."""
    return text.isupper() or "/" in text or text in _grammar().after_slash


def _label(ids: Sequence[str]) -> Label:
    """Return the label of a signature: of agencies, of those that sign pictures only, or of authors."""
    if not ids:
        return Label.BYLINE
    return Label.CREDIT if all(signs_pictures_only(a) for a in ids) else Label.AGENCY
