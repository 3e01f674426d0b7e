"""Names of people, papers and newsrooms: the parts that a byline is made of."""

from __future__ import annotations

import functools
from typing import NamedTuple

import regex

from newsclean.metadata.line.agencies import agencies_named
from newsclean.metadata.words import alternatives, table
from newsclean.normal_forms import fold
from newsclean.patterns import lazy_regex

_WORD = r"(?:(?:[dDlLO]['’]|Mc|Mac)?\p{Lu}(?:[\p{L}\p{M}'’]|(?<=\p{L})[‑-](?=\p{L})){0,24}\.?|(?:\p{Lu}\.-?){1,3})"
_INITIALS = lazy_regex(r"(?:\p{Lu}\p{Ll}?\.[\s-]?){1,3}(?:\p{Lu}\p{Ll}{0,2}\.?)|\p{Lu}\.[\s-]?\p{Lu}\p{Ll}{0,3}\.?")
_DESK_INITIALS = lazy_regex(
    r"\p{Ll}{1,5}(?:-\p{Ll}{1,5}){0,6}(?:/\p{Ll}{1,5}(?:-\p{Ll}{1,5}){0,3}){1,4}|\p{Ll}{2,4}(?:-\p{Ll}{2,4}){1,6}/\p{Ll}{1,4}"
)
_SMALL = lazy_regex(r"\p{Ll}{2,5}")
_LAST_INITIAL = lazy_regex(r"\s\p{Lu}\.\s?$")
_DOMAIN = lazy_regex(
    r"(?:www\.|l')?[\p{L}\d-]{2,30}\.(?:fr|ch|be|ca|com|de|at|net|org|info|it|es|eu|lu|co\.uk|uk|news|tv|qc\.ca|nl|is)"
)


class BylinePart(NamedTuple):
    """One part of a byline: "name", "agency", "outlet", "desk", "initials", "role" or "place", and its words.

    >>> read_part("Marie-Ève Le Gall").kind
    'name'
    """

    kind: str
    text: str


@functools.lru_cache(maxsize=1)
def _grammar() -> tuple[regex.Pattern[str], regex.Pattern[str], regex.Pattern[str]]:
    words = table("bylines")
    particles = alternatives(words["particles"])
    name = lazy_regex(
        rf"(?:(?i:{particles})\s{{1,2}}){{0,2}}{_WORD}(?:\s{{1,2}}(?:(?:{particles})\s{{1,2}}){{0,3}}{_WORD}){{1,4}}"
    )
    joints = lazy_regex(rf"\s{{0,3}}[,;/&+]\s{{0,3}}|\s{{1,3}}(?i:{alternatives(words['and'])})\s{{1,3}}")
    role = lazy_regex(rf"(?<!\w)(?:{alternatives(words['roles'])})\w*")
    return name, joints, role


class _Lists(NamedTuple):
    desks: frozenset[str]
    desk_words: frozenset[str]
    outlets: frozenset[str]
    outlet_words: frozenset[str]
    not_initials: frozenset[str]
    towns: frozenset[str]
    wires: frozenset[str]


@functools.lru_cache(maxsize=1)
def _lists() -> _Lists:
    words, wires = table("bylines"), table("agencies")["words"]
    not_initials = frozenset(words["not_initials"]) | frozenset(wires["not_initials"])
    towns = frozenset(table("places")["names"])
    desks, desk_words, outlets, outlet_words = (
        frozenset(words[x]) for x in ("desks", "desk_words", "outlets", "outlet_words")
    )
    return _Lists(desks, desk_words, outlets, outlet_words, not_initials, towns, frozenset(wires["desks"]))


def read_part(text: str) -> BylinePart | None:
    """What one part of a byline is, or None for anything that is no part of one.

    Args:
        text: The words between two joints.

    >>> read_part("AFP").kind, read_part("La rédaction").kind, read_part("BBC News").kind, read_part("il pleut")
    ('agency', 'desk', 'outlet', None)
    """
    text = text.strip(" .:*") + ("." if _LAST_INITIAL.search(text) else "")
    if not text or len(text) > 70 or "," in text:
        return None
    folded = fold(text)
    for kind, fits in (("agency", agencies_named), ("outlet", is_outlet), ("desk", is_desk)):
        if fits(folded) and (kind != "outlet" or _is_titled(text, folded)):
            return BylinePart(kind, text)
    return BylinePart("initials", text) if is_initials(text) else _person(text, folded)


def _person(text: str, folded: str) -> BylinePart | None:
    """A name, a name followed by a role, a role or a place."""
    name, _, role = _grammar()
    if said := role.search(folded):
        before = text[: said.start()].strip(" ,-")
        if name.fullmatch(before):
            return BylinePart("name", " ".join(before.split()[:2]))
        return BylinePart("role", text) if len(folded.split()) <= 8 else None
    if folded in _lists().towns:
        return BylinePart("place", text)
    words = text.split()
    if name.fullmatch(text) and words[0] != words[-1]:  # "Von Haus zu Haus"
        return BylinePart("name", " ".join(words))
    if " " not in text and text[:1].isupper() and text.replace("-", "").isalpha():
        return BylinePart("place", text)
    return None


def _is_titled(text: str, folded: str) -> bool:
    """Is this written as the name of a paper: each longer word with a capital, or a name that the list has?"""
    return folded in _lists().outlets or "." in text or not any(w[0].islower() and len(w) > 3 for w in text.split())


def is_outlet(folded: str) -> bool:
    """Is this the name of a paper or channel?

    >>> is_outlet("le monde.fr"), is_outlet("marie dupont")
    (True, False)
    """
    lists = _lists()
    if folded in lists.outlets or _DOMAIN.fullmatch(folded):
        return True
    if len(folded) > 45 or "," in folded or _grammar()[1].search(folded):
        return False
    return any(w in lists.outlet_words for w in folded.replace("-", " ").split())


def is_desk(folded: str) -> bool:
    """Is this a newsroom that signs as such: "la rédaction", "BR24 Redaktion"?

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
    """Are these the initials of authors: "R. B.", "G.La", "mla-vb/pg"?

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
    """A cheap look: few words, nearly all with a capital, and no sentence end.

    >>> looks_like_names("Anna Muster und Jan B."), looks_like_names("Efforts coordonnés")
    (True, False)
    """
    if not text or not text[0].isupper() or text[-1] in "!?:;…" or (text[-1] == "." and not text[-2:-1].isupper()):
        return False
    words = text.split()
    small = [w for w in words if w[0].islower()]
    return len(words) <= 9 and len(words) - len(small) >= 2 and (not small or _smalls().issuperset(map(fold, small)))


@functools.lru_cache(maxsize=1)
def _smalls() -> frozenset[str]:
    words = table("bylines")
    return frozenset([*words["particles"], *words["and"]])


def read_parts(text: str, *, initials: bool = False) -> list[BylinePart] | None:
    """The parts of a list of names, or None when one of them is none.

    Args:
        text: The list.
        initials: Whether small letters may be the initials of somebody.

    >>> [p.text for p in read_parts("Anna Muster und Jan B.")]
    ['Anna Muster', 'Jan B.']
    """
    whole = read_part(text)
    if whole:
        return [whole]
    spans = [p for p in _grammar()[1].split(text) if p and p.strip()]
    if not 1 < len(spans) <= 8:
        return None
    parts = []
    for piece in spans:
        part = read_part(piece)
        if part is None or part.kind in ("place", "role"):
            part = _wire(piece) or part
        if part is None and initials and _SMALL.fullmatch(piece.strip()):
            part = BylinePart("initials", piece.strip())
        if part is None:
            return None
        parts.append(part)
    return parts


def _wire(piece: str) -> BylinePart | None:
    """A word that signs only together with others: "red, ORF.at/Agenturen"."""
    return BylinePart("desk", piece.strip()) if fold(piece).strip(" .") in _lists().wires else None
