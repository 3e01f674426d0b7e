"""Captions: a description with its credit glued to it, before or behind."""

from __future__ import annotations

import functools
import itertools

import regex

from newsclean.metadata.line.credit_holders import is_rights_notice, read_holders
from newsclean.metadata.line.credits import credit_head_end, read_bare_credit, read_credit
from newsclean.metadata.words import alternatives, table
from newsclean.normal_forms import fold
from newsclean.patterns import lazy_regex

MAX_CAPTION = 340  # above, a credit at the tail is cut and the paragraph stays
_WINDOW = 130
_MAX_ANCHORS = 6
_NAME = lazy_regex(r"\s{0,2}(\p{Lu}[\p{L}'’-]{1,20}\s\p{Lu}[\p{L}'’-]{1,20})\s(?=.{0,400}\p{Ll}{4})")
_STEMS = (
    "©",
    "(c)",
    "photo",
    "foto",
    "bild",
    "crédit",
    "credit",
    "imag",
    "getty",
    "keystone",
    "illustration",
    "archiv",
    "beeld",
    "visuel",
    "dessin",
    "grafi",
    "infogra",
    "immagin",
    "courtesy",
    "capture",
    "ⓒ",
    "picture",
    "karikatur",
    "screenshot",
)
_BRACKET = lazy_regex(r"[(\[]([^()\[\]]{2,110})[)\]]\s{0,3}\.?\s*$")
_END = lazy_regex(r"[.!?…»\"”’)]\s{1,4}|\s[–—-]{1,2}\s{1,3}|\s\|\s|\s{3,60}")


@functools.lru_cache(maxsize=1)
def _patterns() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    words = table("credits")
    heads = alternatives(words["heads"])
    anchor = lazy_regex(
        rf"(?<!\w)(?:{heads})\s?:|©|\(c\)\s|ⓒ|(?<=[.!?…»\"”)]\s{{1,3}}|\s[|/–—-]\s|\s\s)(?:{heads})(?=\s)"
    )
    marker = lazy_regex(
        rf"[(\[]\s?(?:{alternatives(words['markers'])})\s?[)\]]\s?\.?\s*$|(?:image|photo) d'illustration\.?\s*$|(?:^|\.\s)(?:symbolbild|archivbild|file photo|archivfoto)\.?$"
    )
    return anchor, marker


def may_hold_credit(folded: str) -> bool:
    """A cheap look: is there a word or sign that a credit needs?"""
    return "/" in folded or _pictured(folded)


def _pictured(folded: str) -> bool:
    for stem in _STEMS:  # noqa: SIM110 - asked of every line: a generator would take twice as long
        if stem in folded:
            return True
    return False


def find_closing_credit(line: str) -> tuple[int, int, tuple[str, ...]] | None:
    """The span and the holders of a credit at the tail of a line that says something before it.

    >>> find_closing_credit("Une partie du butin. (Photo: Police cantonale)")
    (21, 46, ('Police cantonale',))
    """
    at = max(0, len(line) - _WINDOW - 20)
    tail = line[at:]
    folded = fold(tail)
    found = _in_brackets(tail) or _after_anchor(tail, folded) or _bare_tail(tail)
    if not found or at + found[0] < 8:
        return None
    return at + found[0], at + found[1], found[2]


def _in_brackets(tail: str) -> tuple[int, int, tuple[str, ...]] | None:
    """A credit in brackets: "... dans l'entrepôt. (Photo: Police cantonale)"."""
    if tail.rstrip(" .")[-1:] not in ")]":
        return None
    match = _BRACKET.search(tail)
    names = read_credit(match.group(1)) if match else None
    return (match.start(), match.end(), tuple(names)) if match and names else None


def _after_anchor(tail: str, folded: str) -> tuple[int, int, tuple[str, ...]] | None:
    """A credit with its head: "... par jour - © Luc Renard - BELGA", "... lundi. Photo JEANNE MARTIN. AFP"."""
    if not _pictured(folded):
        return None
    for match in itertools.islice(_patterns()[0].finditer(folded), _MAX_ANCHORS):
        start = match.start()
        end, sure = credit_head_end(folded[start:])
        if not end or start < 3:
            continue
        rest = tail[start + end :]
        if match.group() in "©ⓒ(c) " and (rest[:4].isdigit() or "copyright" in folded or is_rights_notice(fold(rest))):
            continue
        inner, more = credit_head_end(fold(rest))
        names = read_holders(rest[inner:], sure=(sure and rest[:1].isalpha()) or more or match.group() in "©ⓒ")
        if names:
            while start and tail[start - 1] in " \t\u00a0–—-|/([":
                start -= 1
            return start, len(tail.rstrip()), tuple(names)
    return None


def _bare_tail(tail: str) -> tuple[int, int, tuple[str, ...]] | None:
    """A credit without a head: "... le 12 juillet. JEANNE MARTIN / AFP", "... ce soir — Luc Renard/AP/SIPA"."""
    if "/" not in tail and " via " not in tail:
        return None
    for match in reversed(list(_END.finditer(tail))):
        names = read_bare_credit(tail[match.end() :])
        if names and len(names) > 1:
            return match.end(), len(tail.rstrip()), tuple(names)
    return None


def ends_on_caption_marker(folded: str) -> bool:
    """Does the line end on a sign such as "(photo d'illustration)"?

    >>> ends_on_caption_marker("le matériel retrouvé (photo d'illustration)."), ends_on_caption_marker("l'illustration")
    (True, False)
    """
    return bool(_patterns()[1].search(folded))


def find_opening_credit(line: str) -> tuple[int, tuple[str, ...]] | None:
    """The credit that opens a caption ("Photo: Jeanne Martin Les trottinettes ..."): its end and its holder.

    >>> find_opening_credit("Photo: Jeanne Martin Les vélos ont roulé longtemps sur cette route.")
    (20, ('Jeanne Martin',))
    """
    folded = fold(line[:60])
    end, sure = credit_head_end(folded)
    if not end or not sure:
        return None
    name = _NAME.match(line[end : end + 500])
    if not name or len(line) - end < 50:
        return None
    return end + name.end(1), (name.group(1),)


def read_credits(line: str) -> list[str]:
    """The holders that a credit or a caption with its credit names, as written.

    Args:
        line: A credit, or a caption with its credit glued to it.

    >>> read_credits("Photo: Keystone"), read_credits("Devant le tribunal, lundi. Photo JEANNE MARTIN. AFP")
    (['Keystone'], ['JEANNE MARTIN', 'AFP'])
    """
    found = read_credit(line)
    if found is None:
        glued = find_closing_credit(line)
        found = list(glued[2]) if glued else []
    return found
