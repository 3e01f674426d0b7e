"""Captions: a description with its credit glued to it, before or behind."""

from __future__ import annotations

import itertools
from typing import NamedTuple

import regex

from newsclean.languages import language_cache
from newsclean.metadata.line.credit_holders import is_rights_notice, read_holders
from newsclean.metadata.line.credits import (
    credit_head_end,
    has_via,
    read_bare_credit,
    read_credit,
    read_paper_and_photographer,
)
from newsclean.metadata.words import alternatives, contains_any, word_lists
from newsclean.normal_forms import fold
from newsclean.patterns import lazy_regex

MAX_CAPTION = 340  # characters; in a longer paragraph the credit at the end is cut and the paragraph stays
_WINDOW = 150  # characters at the end of a line in which a credit is searched
_MIN_BEFORE = 8  # characters before it
_MIN_BEHIND = 50  # characters behind a credit that opens a caption
_MAX_ANCHORS = 6  # words that may open a credit, tried one after another
_NAME = lazy_regex(r"\s{0,2}(\p{Lu}[\p{L}'’-]{1,20}\s\p{Lu}[\p{L}'’-]{1,20})\s(?=.{0,400}\p{Ll}{4})")
_SIGNS = ("©", "(c)", "ⓒ")
_BRACKET = lazy_regex(r"[(\[]([^()\[\]]{2,110})[)\]]\s{0,3}\.?\s*$")
_GLUED = lazy_regex(
    r"(?<=(?:[\p{Ll}\d]{3}|[)\]»\"”])[.!?…][)\]»\"”]?|\p{Ll}{3}[)\]»\"”])(?=\p{Lu})"
)  # "... de la gare.Journal"
_END = lazy_regex(r"[.!?…»\"”’)]\s{1,4}|\s[–—-]{1,2}\s{1,3}|\s\|\s|\s{3,60}")


class FoundCredit(NamedTuple):
    """A credit in a line, `line[start:end]`, and its holders."""

    start: int
    end: int
    holders: tuple[str, ...]


class _Grammar(NamedTuple):
    anchor: regex.Pattern[str]
    marker: regex.Pattern[str]
    stems: tuple[str, ...]
    copyright_words: tuple[str, ...]


@language_cache()
def _grammar() -> _Grammar:
    words = word_lists("credits")
    heads, markers = alternatives(words["heads"]), alternatives(words["markers"])
    ending, sentence = alternatives(words["ending_markers"]), alternatives(words["sentence_markers"])
    return _Grammar(
        anchor=lazy_regex(
            rf"(?<!\w)(?:{heads})\s?:|©|\(c\)\s|ⓒ|(?<=[.!?…»\"”)]\s{{0,3}}|\s[|/–—-]\s|\s\s)(?:{heads})(?=\s)"
        ),
        marker=lazy_regex(rf"[(\[]\s?(?:{markers})\s?[)\]]\s?\.?\s*$|(?:{ending})\.?\s*$|(?:^|\.\s)(?:{sentence})\.?$"),
        stems=(*_SIGNS, *words["stems"]),
        copyright_words=words["copyright_words"],
    )


def may_hold_credit(folded: str) -> bool:
    """Return True if there is a word or sign that a credit needs: a quick look before the grammar."""
    return "/" in folded or contains_any(folded, _grammar().stems)


def find_closing_credit(line: str) -> FoundCredit | None:
    """Find the credit at the end of a line that says something before it.

    Args:
        line: A line; only its end is read.

    >>> find_closing_credit("Une partie du butin. (Photo: Police cantonale)")
    FoundCredit(start=21, end=46, holders=('Police cantonale',))
    """
    at = max(0, len(line) - _WINDOW)
    tail = line[at:]
    found = _find_bracketed(tail) or _find_headed(tail, fold(tail)) or _find_bare(tail)
    if not found or at + found.start < _MIN_BEFORE:
        return None
    return FoundCredit(at + found.start, at + found.end, found.holders)


def _find_bracketed(tail: str) -> FoundCredit | None:
    """Find a credit in brackets: "... dans l'entrepôt. (Photo: Police cantonale)"."""
    if tail.rstrip(" .")[-1:] not in ")]":
        return None
    match = _BRACKET.search(tail)
    names = read_credit(match.group(1)) if match else None
    return FoundCredit(match.start(), match.end(), tuple(names)) if match and names else None


def _find_headed(tail: str, folded: str) -> FoundCredit | None:
    """Find a credit with its head: "... par jour - © Luc Renard - BELGA", "... lundi. Photo JEANNE MARTIN. AFP"."""
    if not contains_any(folded, _grammar().stems):
        return None
    grammar = _grammar()
    for match in itertools.islice(grammar.anchor.finditer(folded), _MAX_ANCHORS):
        start = match.start()
        end, sure = credit_head_end(folded[start:])
        if not end or start < 3:
            continue
        rest = tail[start + end :]
        if match.group() in "©ⓒ(c) ":
            notice = contains_any(folded, grammar.copyright_words) or is_rights_notice(fold(rest))
            if rest[:4].isdigit() or notice:
                continue
        inner, more = credit_head_end(fold(rest))
        names = read_holders(rest[inner:], sure=(sure and rest[:1].isalpha()) or more or match.group() in "©ⓒ")
        if names:
            while start and tail[start - 1] in " \t\u00a0–—-|/([":
                start -= 1
            return FoundCredit(start, len(tail.rstrip()), tuple(names))
    return None


def _find_bare(tail: str) -> FoundCredit | None:
    """Find a credit without a head: "... le 12 juillet. JEANNE MARTIN / AFP", "... ce soir — Luc Renard/AP/SIPA"."""
    if "/" in tail or has_via(tail):
        for match in reversed(list(_END.finditer(tail))):
            names = read_bare_credit(tail[match.end() :])
            if names and len(names) > 1:
                return FoundCredit(match.end(), len(tail.rstrip()), tuple(names))
    return _find_glued(tail)


def _find_glued(tail: str) -> FoundCredit | None:
    """Find a credit with no space between it and the full stop: "... de la gare.Journal/Luc Renard", "... lundi.Keystone"."""
    for match in reversed(list(_GLUED.finditer(tail))):
        rest = tail[match.end() :].rstrip()
        if names := read_bare_credit(rest) or read_paper_and_photographer(rest):
            return FoundCredit(match.end(), match.end() + len(rest), tuple(names))
    return None


def ends_on_caption_marker(folded: str) -> bool:
    """Return True if the line ends on words such as "(photo d'illustration)".

    >>> ends_on_caption_marker("le matériel retrouvé (photo d'illustration)."), ends_on_caption_marker("l'illustration")
    (True, False)
    """
    return bool(_grammar().marker.search(folded))


def find_opening_credit(line: str) -> FoundCredit | None:
    """Find the credit that opens a caption: "Photo: Jeanne Martin Les trottinettes ...".

    Args:
        line: A line; only its head is read.

    >>> find_opening_credit("Photo: Jeanne Martin Les vélos ont roulé longtemps sur cette route.")
    FoundCredit(start=0, end=20, holders=('Jeanne Martin',))
    """
    folded = fold(line[:60])
    end, sure = credit_head_end(folded)
    if not end or not sure:
        return None
    name = _NAME.match(line[end : end + 500])
    if not name or len(line) - end < _MIN_BEHIND:
        return None
    return FoundCredit(len(line) - len(line.lstrip()), end + name.end(1), (name.group(1),))


def read_credits(line: str) -> list[str]:
    """Return the holders that a credit or a caption with its credit names, as written.

    Args:
        line: A credit, or a caption with its credit glued to it.

    >>> read_credits("Photo: Keystone"), read_credits("Devant le tribunal, lundi. Photo JEANNE MARTIN. AFP")
    (['Keystone'], ['JEANNE MARTIN', 'AFP'])
    """
    found = read_credit(line)
    if found is None:
        glued = find_closing_credit(line)
        found = list(glued.holders) if glued else []
    return found
