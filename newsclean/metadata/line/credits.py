"""Picture credits: "Photo: Keystone", "© KEYSTONE/Anne Muster", "Image source, Getty Images"."""

from __future__ import annotations

import functools

import regex

from newsclean.metadata.line.agencies import agencies, agencies_named
from newsclean.metadata.line.credit_holders import (
    EDGES,
    MAX_HOLDER,
    credit_words,
    is_rights_notice,
    is_source,
    read_holders,
)
from newsclean.metadata.line.names import is_outlet, read_part
from newsclean.normal_forms import fold
from newsclean.patterns import lazy_regex

_COPY = lazy_regex(r"(?:©|\(c\)|ⓒ)\s{0,3}", regex.I)
_ENDS_IN_YEAR = lazy_regex(r"\b(?:19|20)\d\d\s?$")
_YEAR = lazy_regex(r"(?:19|20)\d\d\s{0,2}[,-]?\s{0,2}")


def credit_head_end(folded: str) -> tuple[int, bool]:
    """Where the words that open a credit end, and whether they promise one surely (a colon or a copyright sign).

    Args:
        folded: The folded text, without space before it.

    >>> credit_head_end("photo: keystone"), credit_head_end("photos keystone"), credit_head_end("photographier")
    ((7, True), (7, False), (0, False))
    """
    if copied := _COPY.match(folded):
        return copied.end(), True
    heads, colon_only, _, _, first, _ = credit_words()
    word = folded[:24].split(" ", 1)[0].rstrip(":,")
    if word.split(":", 1)[0] not in first:
        return 0, False
    at, best, sure = 0, 0, False
    for _ in range(5):
        stops = [x for x in (folded.find(" ", at), folded.find(":", at)) if x >= 0]
        stop = min(stops, default=len(folded))
        words = folded[:stop].rstrip(" ,")
        colon = folded[stop : stop + 3].lstrip()[:1] == ":" or (
            words.endswith("source") and folded[stop - 1 : stop] == ","
        )
        if words in heads and (colon or words not in colon_only):
            best, sure = stop, colon
        if stop >= len(folded) or colon:
            break
        at = stop + 1
    while best and best < len(folded) and folded[best] in " :,":
        best += 1
    if best and not sure and (copied := _COPY.match(folded, best)):
        return copied.end(), True
    return best, sure


def read_credit(text: str) -> list[str] | None:
    """The holders of a credit that is the whole text; None when it is none, or a copyright notice of the text.

    >>> read_credit("(Photo: Police cantonale zurichoise)"), read_credit("Luc Renard / Photononstop / AFP")
    (['Police cantonale zurichoise'], ['Luc Renard', 'Photononstop', 'AFP'])
    """
    text = text.strip(" \t\u00a0*•[](")
    if len(text) > MAX_HOLDER + 30:
        return None
    text = text if "(" in text else text.removesuffix(")").rstrip()
    folded = fold(text)
    end, sure = credit_head_end(folded)
    if end:
        rest = text[end:]
        if folded.startswith(("©", "(c)", "ⓒ")):
            year = _YEAR.match(rest)
            rest = rest[year.end() :] if year else rest
            if is_rights_notice(fold(rest)) or _ENDS_IN_YEAR.search(rest) or (year and not is_source(fold(rest))):
                return None
        inner, inner_sure = credit_head_end(fold(rest))
        rest, sure = rest[inner:], sure or inner_sure
        return read_holders(rest, sure=sure)
    return read_bare_credit(text)


def read_bare_credit(text: str) -> list[str] | None:
    """The holders of a credit without a head: names and sources with slashes, or a picture library alone.

    >>> read_bare_credit("AFP"), read_bare_credit("Getty Images"), read_bare_credit("Luc Renard/AP/SIPA")
    (None, ['Getty Images'], ['Luc Renard', 'AP', 'SIPA'])
    """
    folded = fold(text).strip(EDGES)
    if folded in _photo_only():
        return [text.strip(EDGES)]
    if ("/" not in text and " via " not in folded) or "(" in text:
        return None
    found = read_holders(text, sure=False)
    if not found or len(found) < 2 or not any(_signs_pictures(p) for p in found):
        return None
    people = [p for p in found if not is_source(fold(p))]
    if not people:
        return found if any(fold(p) in _photo_only() for p in found) else None
    return found if all(_person(p) for p in people) else None


def _person(text: str) -> bool:
    """Is this a photographer: a name, initials, or few words with capitals?"""
    if len(text) < 4 or ":" in text or text.islower() or is_outlet(fold(text)):
        return False
    part = read_part(text)
    if part is not None and part.kind in ("name", "initials"):
        return True
    return len(text.split()) <= 4 and not any(w[0].islower() and len(w) > 3 for w in text.split())


@functools.lru_cache(maxsize=1)
def _photo_only() -> frozenset[str]:
    """The sources that sign pictures only and that are no everyday word."""
    agency = {name for name, a in agencies().items() if not a.photo}
    return credit_words().sources - agency - credit_words().everyday


def _signs_pictures(text: str) -> bool:
    """Is this a source, and so written that it is no everyday word: "REA", not "Twitter"?"""
    folded = fold(text).strip(EDGES)
    if folded in credit_words().everyday:
        return text.isupper() and len(folded) > 1
    return is_source(folded) and not all(a.unsure for a in agencies_named(folded) or [agencies()["afp"]])
