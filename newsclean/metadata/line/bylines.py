"""The words that open a byline and the names behind them: "Par Jean Dupont", "Von Anna Muster und Jan B."."""

from __future__ import annotations

from typing import NamedTuple

import regex

from newsclean.languages import language_cache
from newsclean.metadata.line.names import BylinePart, PartKind, read_part, read_parts
from newsclean.metadata.words import alternatives, any_apostrophe, word_lists
from newsclean.patterns import lazy_regex

MAX_BYLINE = 160  # characters of a byline with its date
_MAX_ROLE = 60  # characters of what somebody is
_MAX_HEAD_WORDS = 5  # words that open a byline: "par notre envoyé spécial à"
_HEAD_WINDOW = 30  # characters in which the first of them ends
_BRACKETS = lazy_regex(r"\(([^()]{0,80})\)")


class _Grammar(NamedTuple):
    heads: frozenset[str]
    colon_heads: frozenset[str]
    first_words: frozenset[str]
    with_agency: regex.Pattern[str]
    from_place: regex.Pattern[str]


@language_cache()
def _grammar() -> _Grammar:
    words = word_lists("bylines")
    from_place, articles = alternatives(words["from_place"]), any_apostrophe(alternatives(words["place_articles"]))
    return _Grammar(
        heads=frozenset(words["heads"]),
        colon_heads=frozenset(words["colon_heads"]),
        first_words=frozenset(head.split()[0].rstrip(":") for head in words["heads"]),
        with_agency=lazy_regex(rf"^(?:{alternatives(words['with'])})\s", regex.I),
        from_place=lazy_regex(rf"(?:{from_place})\s(?:{articles})?\p{{Lu}}[\p{{L}} '’-]{{1,40}}$"),
    )


def byline_head_end(folded: str) -> int:
    """Return where the words that open a byline end; 0 if the line opens otherwise.

    Args:
        folded: The folded line, without space before it.

    >>> byline_head_end("par jean dupont"), byline_head_end("un texte de marlène x"), byline_head_end("il pleut")
    (4, 12, 0)
    """
    grammar = _grammar()
    word = folded[:_HEAD_WINDOW].split(" ", 1)[0].rstrip(":")
    if word not in grammar.first_words:
        return 0
    at, best = 0, 0
    for _ in range(_MAX_HEAD_WORDS):
        stop = folded.find(" ", at)
        stop = len(folded) if stop < 0 else stop
        words = folded[:stop].rstrip(" :,")
        colon = ":" in folded[len(words) : stop + 2]
        if words in grammar.heads and (colon or words not in grammar.colon_heads):
            best = stop
        if stop >= len(folded):
            break
        at = stop + 1
    while best and best < len(folded) and folded[best] in " :,\t":
        best += 1
    return best


def read_byline_parts(text: str) -> list[BylinePart] | None:
    """Return the parts of what follows the head of a byline, or None if it is no byline.

    Args:
        text: The line behind its head. Names and agencies in brackets come last; other words in brackets are dropped.

    >>> [p.text for p in read_byline_parts("Claire Petit (Bruxelles, bureau européen)")]
    ['Claire Petit']
    """
    bracketed = [read_parts(_grammar().with_agency.sub("", m.group(1))) or [] for m in _BRACKETS.finditer(text)]
    bare = _BRACKETS.sub(" ", text).strip(" ,:;–—-|").lstrip(".")
    parts = read_parts(bare)
    if parts is None and "," in bare:
        head, tail = bare.split(",", 1)
        parts = read_parts(head)
        if parts is None or not _is_role(tail):
            return None
    if parts is None:
        return None
    return [*parts, *(p for found in bracketed for p in found if p.kind in (PartKind.NAME, PartKind.AGENCY))]


def _is_role(text: str) -> bool:
    """Return True if this tells what the person before it is: "Redakteurin für Finanzen"."""
    text = text.strip()
    if len(text) > _MAX_ROLE:
        return False
    titled = len(text.split()) <= 4 and text[:1].isupper() and text[-1:] not in ".!?"
    return titled or read_part(text) is not None or _grammar().from_place.match(text) is not None


def author_names(parts: list[BylinePart]) -> list[str]:
    """Return the names among the parts, then initials; a newsroom only if there are neither.

    >>> author_names(read_parts("Anna Muster und Jan B."))
    ['Anna Muster', 'Jan B.']
    """
    names = [p.text for p in parts if p.kind is PartKind.NAME]
    names += [p.text for p in parts if p.kind is PartKind.INITIALS]
    return list(dict.fromkeys(names or [p.text for p in parts if p.kind is PartKind.DESK]))
