"""Picture credits: "Photo: Keystone", "© KEYSTONE/Anne Muster", "Image source, Getty Images"."""

from __future__ import annotations

from typing import NamedTuple

import regex

from newsclean.languages import language_cache
from newsclean.metadata.line.agencies import agencies, agencies_named
from newsclean.metadata.line.credit_holders import (
    HOLDER_EDGES,
    MAX_HOLDERS,
    is_rights_notice,
    is_source,
    read_holders,
)
from newsclean.metadata.line.names import PartKind, is_outlet, read_part
from newsclean.metadata.words import alternatives, contains_any, word_lists
from newsclean.normal_forms import fold
from newsclean.patterns import lazy_regex

_MAX_HEAD = 30  # characters of the head beside the holders
_MAX_HEAD_WORDS = 5
_HEAD_WINDOW = 24  # characters in which the first word of the head ends
_COPYRIGHT = lazy_regex(r"(?:©|\([cC]\)|ⓒ)\s{0,3}")
_ENDS_IN_YEAR = lazy_regex(r"\b(?:19|20)\d\d\s?$")
_JOINED_HOLDERS = lazy_regex(r"(\p{Lu}[\p{L}\d .'’-]{1,40})\s?/\s?(\p{Lu}[\p{L}\d .'’-]{1,40})")
_YEAR = lazy_regex(r"(?:19|20)\d\d\s{0,2}[,-]?\s{0,2}")


class _Grammar(NamedTuple):
    heads: frozenset[str]
    colon_heads: frozenset[str]
    comma_heads: frozenset[str]
    first_words: frozenset[str]
    everyday: frozenset[str]
    photo_sources: frozenset[str]  # that sign pictures only and are no everyday word
    via: tuple[str, ...]
    glued_head: regex.Pattern[str]  # a head in capitals glued behind the holder


@language_cache()
def _grammar() -> _Grammar:
    words = word_lists("credits")
    everyday = frozenset(words["everyday"])
    text_agencies = {name for name, agency in agencies().items() if not agency.photo}
    return _Grammar(
        heads=frozenset(words["heads"]),
        colon_heads=frozenset(words["colon_heads"]),
        comma_heads=frozenset(words["comma_heads"]),
        first_words=frozenset(head.split()[0] for head in words["heads"]),
        everyday=everyday,
        photo_sources=frozenset(words["sources"]) - text_agencies - everyday,
        via=tuple(f" {word} " for word in words["via"]),
        glued_head=lazy_regex(rf"(?<=\p{{Lu}})(?:{alternatives(words['glued_heads'])})$", regex.I),
    )


def credit_head_end(folded: str) -> tuple[int, bool]:
    """Return where the words that open a credit end, and whether they leave no doubt (a colon or a copyright sign).

    Args:
        folded: The folded text, without space before it.

    >>> credit_head_end("photo: keystone"), credit_head_end("photos keystone"), credit_head_end("photographier")
    ((7, True), (7, False), (0, False))
    """
    if sign := _COPYRIGHT.match(folded):
        return sign.end(), True
    grammar = _grammar()
    word = folded[:_HEAD_WINDOW].split(" ", 1)[0].rstrip(":,")
    if word.split(":", 1)[0] not in grammar.first_words:
        return 0, False
    at, best, sure = 0, 0, False
    for _ in range(_MAX_HEAD_WORDS):
        stops = [x for x in (folded.find(" ", at), folded.find(":", at)) if x >= 0]
        stop = min(stops, default=len(folded))
        words = folded[:stop].rstrip(" ,")
        colon = folded[stop : stop + 3].lstrip()[:1] == ":" or (
            words in grammar.comma_heads and folded[stop - 1 : stop] == ","
        )
        if words in grammar.heads and (colon or words not in grammar.colon_heads):
            best, sure = stop, colon
        if stop >= len(folded) or colon:
            break
        at = stop + 1
    while best and best < len(folded) and folded[best] in " :,":
        best += 1
    if best and not sure and (sign := _COPYRIGHT.match(folded, best)):
        return sign.end(), True
    return best, sure


def read_credit(text: str) -> list[str] | None:
    """Return the holders of a credit that is the whole text.

    Args:
        text: A line or what stands between brackets.

    Returns:
        The holders as written, or None if it is no credit, or the copyright notice of the text.

    >>> read_credit("(Photo: Police cantonale zurichoise)"), read_credit("Luc Renard / Photononstop / AFP")
    (['Police cantonale zurichoise'], ['Luc Renard', 'Photononstop', 'AFP'])
    """
    text = text.strip(" \t\u00a0*•[](")
    if len(text) > MAX_HOLDERS + _MAX_HEAD:
        return None
    text = text if "(" in text else text.removesuffix(")").rstrip()
    folded = fold(text)
    end, sure = credit_head_end(folded)
    if not end:
        return read_bare_credit(text)
    rest = text[end:]
    if folded.startswith(("©", "(c)", "ⓒ")):
        year = _YEAR.match(rest)
        rest = rest[year.end() :] if year else rest
        if is_rights_notice(fold(rest)) or _ENDS_IN_YEAR.search(rest) or (year and not is_source(fold(rest))):
            return None
    inner, inner_sure = credit_head_end(fold(rest))
    return read_holders(rest[inner:], sure=sure or inner_sure)


def read_bare_credit(text: str) -> list[str] | None:
    """Return the holders of a credit without a head: names and sources with slashes, or a picture library alone.

    >>> read_bare_credit("AFP"), read_bare_credit("Getty Images"), read_bare_credit("Luc Renard/AP/SIPA")
    (None, ['Getty Images'], ['Luc Renard', 'AP', 'SIPA'])
    """
    folded = fold(text).strip(HOLDER_EDGES)
    grammar = _grammar()
    photo_sources = grammar.photo_sources
    if (
        text.isupper() and any(c in text for c in "/,") and (glued := grammar.glued_head.search(text))
    ):  # "LUC RENARD / LE JOURNALPHOTO"
        found = read_holders(text[: glued.start()], sure=True)
        return found if found and " " in found[0] else None
    if folded in photo_sources:
        return [text.strip(HOLDER_EDGES)]
    if ("/" not in text and not has_via(folded)) or "(" in text:
        return None
    found = read_holders(text, sure=False)
    if not found or len(found) < 2 or not any(_signs_pictures(p) for p in found):
        return None
    people = [p for p in found if not is_source(fold(p))]
    if not people:
        return found if any(fold(p) in photo_sources for p in found) else None
    return found if all(_may_be_person(p) for p in people) else None


def read_paper_and_photographer(text: str) -> list[str] | None:
    """Return a paper and its photographer, a form that only a credit glued to a caption has.

    >>> read_paper_and_photographer("Le Journal/Luc Renard"), read_paper_and_photographer("Zurich/Berne")
    (['Le Journal', 'Luc Renard'], None)
    """
    match = _JOINED_HOLDERS.fullmatch(text)
    if match is None:
        return None
    holders = [part.strip() for part in match.groups()]
    named = [part is not None and part.kind is PartKind.NAME for part in map(read_part, holders)]
    others = [holder for holder, is_name in zip(holders, named, strict=True) if not is_name]
    return holders if any(named) and all(map(_may_be_paper, others)) else None


def _may_be_paper(text: str) -> bool:
    """Return True for the name of a paper or its short form, not for a place or other words."""
    return (
        text.isupper() or is_outlet(fold(text)) or (text.rsplit(maxsplit=1)[-1][0].isupper() and _may_be_person(text))
    )


def has_via(text: str) -> bool:
    """Return True if a text names a source and the one that it comes through.

    >>> has_via("AFP via Getty Images")
    True
    """
    return contains_any(text, _grammar().via)


def _may_be_person(text: str) -> bool:
    """Return True if this may be a photographer: a name, initials, or few words with capitals."""
    if len(text) < 4 or ":" in text or text.islower() or is_outlet(fold(text)):
        return False
    part = read_part(text)
    if part is not None and part.kind in (PartKind.NAME, PartKind.INITIALS):
        return True
    return len(text.split()) <= 4 and not any(w[0].islower() and len(w) > 3 for w in text.split())


def _signs_pictures(text: str) -> bool:
    """Return True for a source that is written so that it is no everyday word: "REA", not "Twitter"."""
    folded = fold(text).strip(HOLDER_EDGES)
    if folded in _grammar().everyday:
        return text.isupper() and len(folded) > 1
    named = agencies_named(folded)
    return is_source(folded) and (not named or not all(a.unsure for a in named))
