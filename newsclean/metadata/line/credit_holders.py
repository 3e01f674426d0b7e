"""Holders of rights in pictures: photographers, agencies, libraries; one or several, joined by slashes."""

from __future__ import annotations

from typing import NamedTuple

import regex

from newsclean.languages import language_cache
from newsclean.metadata.line.agencies import agencies, agencies_named
from newsclean.metadata.line.names import PartKind, is_initials, read_part
from newsclean.metadata.words import alternatives, word_lists
from newsclean.normal_forms import fold, plain_punctuation
from newsclean.patterns import lazy_regex

MAX_HOLDERS = 180  # characters of all holders of a credit
_MAX_COUNT = 16  # holders of a credit
_MAX_INSTITUTION = 6  # words of an institution; `_SURE_INSTITUTION` with small letters among them
_SURE_INSTITUTION = 4
HOLDER_EDGES = ' \n.,:;*()[]–—-/|\t«»"“”„'
_KINDS = frozenset({PartKind.NAME, PartKind.AGENCY, PartKind.OUTLET, PartKind.DESK})


class _Grammar(NamedTuple):
    sources: frozenset[str]
    articles: frozenset[str]
    joiner: regex.Pattern[str]
    rights: regex.Pattern[str]


@language_cache()
def _grammar() -> _Grammar:
    words = word_lists("credits")
    joiners = alternatives([*words["for"], *words["via"]])
    return _Grammar(
        sources=frozenset(words["sources"]),
        articles=frozenset(words["articles"]),
        joiner=lazy_regex(
            rf"\s{{0,3}}[/|,;&+]\s{{0,3}}|\s{{1,3}}[–—-]\s{{1,3}}|(?<!(?<!\p{{L}})\p{{Lu}}\p{{Ll}}?)\.\s{{1,3}}(?=\p{{Lu}})|\s{{0,3}}\(|\s{{1,3}}(?:{joiners})\s{{1,3}}|[–—]"
        ),
        rights=lazy_regex(rf"(?<!\w)(?:{alternatives(words['rights'])})(?!\w)"),
    )


def is_rights_notice(folded: str) -> bool:
    """Return True if this is about the rights in the text or the name of a firm: "© 2020 Example AG, all rights reserved".

    >>> is_rights_notice("example ag"), is_rights_notice("keystone/anna muster")
    (True, False)
    """
    return _grammar().rights.search(folded) is not None


def is_source(folded: str) -> bool:
    """Return True if this signs pictures: an agency or a picture library.

    >>> is_source("getty images"), is_source("jean dupont")
    (True, False)
    """
    folded = folded.strip(HOLDER_EDGES)
    return folded in _grammar().sources or folded in agencies() or bool(agencies_named(folded))


def read_holders(text: str, *, sure: bool) -> list[str] | None:
    """Return the holders that a text names, or None if it is no list of holders.

    Args:
        text: What follows the head of a credit.
        sure: Whether the head leaves no doubt, so that plain words may be a holder too.

    >>> read_holders("KEYSTONE/Anne Muster", sure=False), read_holders("le président arrive à Genève", sure=True)
    (['KEYSTONE', 'Anne Muster'], None)
    """
    text = plain_punctuation(text).strip(HOLDER_EDGES)
    if not text or len(text) > MAX_HOLDERS:
        return None
    found = [p.strip(HOLDER_EDGES) for p in _grammar().joiner.split(text)]
    found = [p for p in found if p]
    if not found or len(found) > _MAX_COUNT:
        return None
    with_source = any(is_source(fold(p)) for p in found)
    if all(_is_holder(p, certain=with_source or sure) for p in found):
        return [name for p in found for name in _split_name_and_source(p)]
    return [text] if sure and _may_be_institution(text) else None


def _is_holder(text: str, *, certain: bool) -> bool:
    """Return True if this is one holder: a source, a name, a handle; if it is certain that it is one, also other words."""
    folded = fold(text)
    if is_source(folded) or text.startswith(("@", "http")) or is_initials(text):
        return True
    part = read_part(text)
    if part is not None:
        return part.kind in _KINDS or (certain and part.kind is not PartKind.ROLE)
    return certain and (len(_split_name_and_source(text)) > 1 or _is_capitalized(text))


def _split_name_and_source(text: str) -> list[str]:
    """Split a name and a source with nothing between them: "Luc Renard Agence France-Presse"."""
    words = text.split()
    if is_source(fold(text)):
        return [text]
    for i in range(2, min(len(words), 5)):
        head, tail = " ".join(words[:i]), " ".join(words[i:])
        if is_source(fold(tail)) and read_part(head) is not None:
            return [head, tail]
    return [text]


def _is_capitalized(text: str) -> bool:
    """Return True for few words, most of which begin with a capital letter."""
    words = [w for w in text.replace("'", " ").replace("’", " ").split() if len(w) > 3 or w[:1].isupper()]
    return 0 < len(words) <= 5 and sum(w[:1].isupper() for w in words) * 2 >= len(words)


def _may_be_institution(text: str) -> bool:
    """Return True for few words and no sentence: an institution, a handle, the name of a blog."""
    words = text.split()
    if text[-1] in ".!?…" or ". " in text or fold(words[0]) in _grammar().articles:
        return False
    if len(words) <= 2:
        return True
    return (
        len(words) <= _MAX_INSTITUTION
        and text[0].isupper()
        and (len(words) <= _SURE_INSTITUTION or _is_capitalized(text))
    )
