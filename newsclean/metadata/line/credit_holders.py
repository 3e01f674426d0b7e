"""Holders of rights in pictures: photographers, agencies, libraries; one or several, joined by slashes."""

from __future__ import annotations

import functools
from typing import NamedTuple

import regex

from newsclean.metadata.line.agencies import agencies, agencies_named
from newsclean.metadata.line.names import is_initials, read_part
from newsclean.metadata.words import alternatives, table
from newsclean.normal_forms import fold, plain_punctuation
from newsclean.patterns import lazy_regex

MAX_HOLDER = 180
_SPLIT = lazy_regex(
    r"\s{0,3}[/|,;&+]\s{0,3}|\s{1,3}[–—-]\s{1,3}|\.\s{1,3}(?=\p{Lu})|\s{0,3}\(|\s{1,3}(?:via|pour|for|für|per|para)\s{1,3}|[–—]"
)
EDGES = ' \n.,:;*()[]–—-/|\t«»"“”„'


class CreditWords(NamedTuple):
    """The word lists of credits."""

    heads: frozenset[str]
    colon_only: frozenset[str]
    sources: frozenset[str]
    everyday: frozenset[str]
    first: frozenset[str]
    articles: frozenset[str]


@functools.lru_cache(maxsize=1)
def credit_words() -> CreditWords:
    """The word lists, read on first use."""
    words = table("credits")
    heads, colon_only, sources, everyday = (frozenset(words[x]) for x in ("heads", "colon_only", "sources", "everyday"))
    return CreditWords(
        heads,
        colon_only,
        sources,
        everyday,
        frozenset(h.split()[0] for h in words["heads"]),
        frozenset(words["articles"]),
    )


@functools.lru_cache(maxsize=1)
def _legal() -> regex.Pattern[str]:
    words = [w.strip() for w in table("credits")["legal"]]
    return lazy_regex(rf"(?<!\w)(?:{alternatives(words)})(?!\w)")


def is_rights_notice(folded: str) -> bool:
    """Is this about the rights in the text or the name of a firm: "© 2020 Example AG, all rights reserved"?

    >>> is_rights_notice("example ag"), is_rights_notice("keystone/anna muster")
    (True, False)
    """
    return _legal().search(folded) is not None


def is_source(folded: str) -> bool:
    """Does this sign pictures: an agency or a picture library?

    >>> is_source("getty images"), is_source("jean dupont")
    (True, False)
    """
    folded = folded.strip(EDGES)
    return folded in credit_words().sources or folded in agencies() or bool(agencies_named(folded))


def read_holders(text: str, *, sure: bool) -> list[str] | None:
    """The holders that a text names, or None when it is no list of holders.

    Args:
        text: What follows the head of a credit.
        sure: Whether the head leaves no doubt, so that plain words may be a holder too.

    >>> read_holders("KEYSTONE/Anne Muster", sure=False), read_holders("le président arrive à Genève", sure=True)
    (['KEYSTONE', 'Anne Muster'], None)
    """
    text = plain_punctuation(text).strip(EDGES)
    if not text or len(text) > MAX_HOLDER:
        return None
    found = [p.strip(EDGES) for p in _SPLIT.split(text)]
    found = [p for p in found if p]
    if not found or len(found) > 16:
        return None
    strong = any(is_source(fold(p)) for p in found)
    if all(_holder(p, strong=strong or sure) for p in found):
        return [name for p in found for name in _parted(p)]
    return [text] if sure and _short_words(text) else None


def _holder(text: str, *, strong: bool) -> bool:
    """Is this one holder: a source, a name, a handle?"""
    folded = fold(text)
    if is_source(folded) or text.startswith(("@", "http")) or is_initials(text):
        return True
    part = read_part(text)
    if part is not None:
        return part.kind in ("name", "agency", "outlet", "desk") or (strong and part.kind != "role")
    return strong and (len(_parted(text)) > 1 or _capitals(text))


def _parted(text: str) -> list[str]:
    """A name and a source without a joint are two: "Luc Renard Agence France-Presse"."""
    words = text.split()
    if is_source(fold(text)):
        return [text]
    for i in range(2, min(len(words), 5)):
        head, tail = " ".join(words[:i]), " ".join(words[i:])
        if is_source(fold(tail)) and read_part(head) is not None:
            return [head, tail]
    return [text]


def _capitals(text: str) -> bool:
    """Few words, of which the most begin with a capital letter?"""
    words = [w for w in text.replace("'", " ").replace("’", " ").split() if len(w) > 3 or w[:1].isupper()]
    return 0 < len(words) <= 5 and sum(w[:1].isupper() for w in words) * 2 >= len(words)


def _short_words(text: str) -> bool:
    """Few enough words, and no sentence: an institution, a handle, the name of a blog?"""
    words = text.split()
    if text[-1] in ".!?…" or ". " in text or fold(words[0]) in credit_words().articles:
        return False
    return len(words) <= 2 or (len(words) <= 6 and text[0].isupper() and (len(words) <= 4 or _capitals(text)))
