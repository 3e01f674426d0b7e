"""Names of people, papers and newsrooms: the parts that a byline is made of."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

import regex

from newsclean.languages import language_cache
from newsclean.metadata.line.agencies import agencies_named
from newsclean.metadata.words import alternatives, any_apostrophe, word_lists
from newsclean.normal_forms import fold
from newsclean.patterns import lazy_regex

_MAX_PART, _MAX_OUTLET = 70, 45  # characters of one part, and of the name of a paper
_MAX_ROLE_WORDS = 8  # words of what somebody is
_MAX_PARTS = 8  # names of one byline
_INITIALS = lazy_regex(r"(?:\p{Lu}\p{Ll}?\.[\s-]?){1,3}(?:\p{Lu}\p{Ll}{0,2}\.?)|\p{Lu}\.[\s-]?\p{Lu}\p{Ll}{0,3}\.?")
_DESK_INITIALS = lazy_regex(
    r"\p{Ll}{1,5}(?:-\p{Ll}{1,5}){0,6}(?:/\p{Ll}{1,5}(?:-\p{Ll}{1,5}){0,3}){1,4}|\p{Ll}{2,4}(?:-\p{Ll}{2,4}){1,6}/\p{Ll}{1,4}"
)
SMALL_INITIALS = lazy_regex(r"\p{Ll}{2,5}")
_LAST_INITIAL = lazy_regex(r"\s\p{Lu}\.\s?$")


class PartKind(StrEnum):
    """What a part of a byline is."""

    NAME = "name"
    AGENCY = "agency"
    OUTLET = "outlet"  # a paper or a channel
    DESK = "desk"  # a newsroom
    INITIALS = "initials"
    ROLE = "role"  # what somebody is: "journalist"
    PLACE = "place"


class BylinePart(NamedTuple):
    """One part of a byline and its words.

    >>> read_part("Marie-Ève Le Gall").kind is PartKind.NAME
    True
    """

    kind: PartKind
    text: str


class _Grammar(NamedTuple):
    name: regex.Pattern[str]
    joiner: regex.Pattern[str]
    role: regex.Pattern[str]
    domain: regex.Pattern[str]


@language_cache()
def _grammar() -> _Grammar:
    words = word_lists("bylines")
    particles, prefixes = alternatives(words["particles"]), any_apostrophe(alternatives(words["name_prefixes"]))
    word = rf"(?:(?:{prefixes})?\p{{Lu}}(?:[\p{{L}}\p{{M}}'’]|(?<=\p{{L}})[‑-](?=\p{{L}})){{0,24}}\.?|(?:\p{{Lu}}\.-?){{1,3}})"
    return _Grammar(
        name=lazy_regex(
            rf"(?:(?i:{particles})\s{{1,2}}){{0,2}}{word}(?:\s{{1,2}}(?:(?:{particles})\s{{1,2}}){{0,3}}{word}){{1,4}}"
        ),
        joiner=lazy_regex(rf"\s{{0,3}}[,;/&+]\s{{0,3}}|\s{{1,3}}(?i:{alternatives(words['joiners'])})\s{{1,3}}"),
        role=lazy_regex(rf"(?<!\w)(?:{alternatives(words['roles'])})\w*"),
        domain=lazy_regex(
            rf"(?:www\.|{alternatives(words['outlet_prefixes'])})?[\p{{L}}\d-]{{2,30}}\.(?:{alternatives(words['domains'])})"
        ),
    )


class _Lists(NamedTuple):
    desks: frozenset[str]
    desk_words: frozenset[str]
    outlets: frozenset[str]
    outlet_words: frozenset[str]
    not_initials: frozenset[str]
    small_words: frozenset[str]
    places: frozenset[str]
    agency_desks: frozenset[str]


@language_cache()
def _lists() -> _Lists:
    words, agency_words = word_lists("bylines"), word_lists("agencies")
    return _Lists(
        desks=frozenset(words["desks"]),
        desk_words=frozenset(words["desk_words"]),
        outlets=frozenset(words["outlets"]),
        outlet_words=frozenset(words["outlet_words"]),
        not_initials=frozenset(words["not_initials"]) | frozenset(agency_words["not_initials"]),
        small_words=frozenset([*words["particles"], *words["joiners"]]),
        places=frozenset(word_lists("datelines")["places"]),
        agency_desks=frozenset(agency_words["desks"]),
    )


def read_part(text: str) -> BylinePart | None:
    """Return what one part of a byline is, or None for anything that is no part of one.

    Args:
        text: The words between two joiners.

    >>> [read_part(text).kind.value for text in ("AFP", "La rédaction", "BBC News")], read_part("il pleut")
    (['agency', 'desk', 'outlet'], None)
    """
    text = text.strip(" .:*") + ("." if _LAST_INITIAL.search(text) else "")
    if not text or len(text) > _MAX_PART or "," in text:
        return None
    folded = fold(text)
    if agencies_named(folded):
        return BylinePart(PartKind.AGENCY, text)
    if is_outlet(folded) and _is_titled(text, folded):
        return BylinePart(PartKind.OUTLET, text)
    if is_desk(folded):
        return BylinePart(PartKind.DESK, text)
    return BylinePart(PartKind.INITIALS, text) if is_initials(text) else _read_person(text, folded)


def _read_person(text: str, folded: str) -> BylinePart | None:
    """Return a name, also one with a role behind it, a role or a place."""
    grammar = _grammar()
    if role := grammar.role.search(folded):
        before = text[: role.start()].strip(" ,-")
        if grammar.name.fullmatch(before):
            return BylinePart(PartKind.NAME, " ".join(before.split()[:2]))
        return BylinePart(PartKind.ROLE, text) if len(folded.split()) <= _MAX_ROLE_WORDS else None
    if folded in _lists().places:
        return BylinePart(PartKind.PLACE, text)
    words = text.split()
    if grammar.name.fullmatch(text) and words[0] != words[-1]:  # "Von Haus zu Haus"
        return BylinePart(PartKind.NAME, " ".join(words))
    if " " not in text and text[:1].isupper() and text.replace("-", "").isalpha():
        return BylinePart(PartKind.PLACE, text)
    return None


def _is_titled(text: str, folded: str) -> bool:
    """Return True if this is written as the name of a paper: each longer word with a capital, or a listed name."""
    return folded in _lists().outlets or "." in text or not any(w[0].islower() and len(w) > 3 for w in text.split())


def is_outlet(folded: str) -> bool:
    """Return True if this is the name of a paper or channel.

    >>> is_outlet("le monde.fr"), is_outlet("marie dupont")
    (True, False)
    """
    lists = _lists()
    if folded in lists.outlets or _grammar().domain.fullmatch(folded):
        return True
    if len(folded) > _MAX_OUTLET or "," in folded or _grammar().joiner.search(folded):
        return False
    return any(w in lists.outlet_words for w in folded.replace("-", " ").split())


def is_listed_outlet(folded: str) -> bool:
    """Return True if this is one of the papers that sign as a person would.

    >>> is_listed_outlet("le monde"), is_listed_outlet("morning news")
    (True, False)
    """
    return folded in _lists().outlets


def is_desk(folded: str) -> bool:
    """Return True if this is a newsroom that signs as such: "la rédaction", "BR24 Redaktion".

    >>> is_desk("la rédaction"), is_desk("redaktion"), is_desk("la rédaction de ce texte est libre")
    (True, True, False)
    """
    lists = _lists()
    if folded in lists.outlets:
        return False
    words = folded.replace("'", " ").replace("-", " ").replace(".", " ").split()
    if not 1 <= len(words) <= 5 or not any(w in lists.desks for w in words):
        return folded in lists.desks
    others = [i for i, w in enumerate(words) if w not in lists.desks and w not in lists.desk_words]
    return not others or (len(others) == 1 and others[0] in (0, len(words) - 1))


def is_initials(text: str) -> bool:
    """Return True if these are the initials of authors: "R. B.", "G.La", "mla-vb/pg".

    >>> is_initials("R. B."), is_initials("mla-vb/pg"), is_initials("U.S."), is_initials("km/h")
    (True, True, False, False)
    """
    if not 3 <= len(text) <= 40:
        return False
    folded = fold(text)
    if _INITIALS.fullmatch(text):
        acronym = text.count(".") > 2 and not any(c.isspace() for c in text)
        return not acronym and folded not in _lists().not_initials
    return bool(_DESK_INITIALS.fullmatch(text)) and folded not in _lists().not_initials


def looks_like_names(text: str) -> bool:
    """Return True for few words, nearly all with a capital, and no sentence end: a quick look before the grammar.

    >>> looks_like_names("Anna Muster und Jan B."), looks_like_names("Efforts coordonnés")
    (True, False)
    """
    if not text or not text[0].isupper() or text[-1] in "!?:;…" or (text[-1] == "." and not text[-2:-1].isupper()):
        return False
    words = text.split()
    small = [w for w in words if w[0].islower()]
    if len(words) > 9 or len(words) - len(small) < 2:
        return False
    return not small or _lists().small_words.issuperset(map(fold, small))


def read_parts(text: str, *, initials: bool = False) -> list[BylinePart] | None:
    """Return the parts of a list of names, or None if one of them is no part of a byline.

    Args:
        text: The list.
        initials: Whether small letters may be somebody's initials.

    >>> [p.text for p in read_parts("Anna Muster und Jan B.")]
    ['Anna Muster', 'Jan B.']
    """
    whole = read_part(text)
    if whole:
        return [whole]
    pieces = [p for p in _grammar().joiner.split(text) if p and p.strip()]
    if not 1 < len(pieces) <= _MAX_PARTS:
        return None
    parts = []
    for piece in pieces:
        part = read_part(piece)
        if part is None or part.kind in (PartKind.PLACE, PartKind.ROLE):
            part = _read_agency_desk(piece) or part
        if part is None and initials and SMALL_INITIALS.fullmatch(piece.strip()):
            part = BylinePart(PartKind.INITIALS, piece.strip())
        if part is None:
            return None
        parts.append(part)
    return parts


def _read_agency_desk(piece: str) -> BylinePart | None:
    """Return a word that signs only together with others: "red, ORF.at/Agenturen"."""
    return BylinePart(PartKind.DESK, piece.strip()) if fold(piece).strip(" .") in _lists().agency_desks else None
