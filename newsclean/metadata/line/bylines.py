"""Bylines: "Par Jean Dupont", "Von Anna Muster und Jan B.", "By Ann Lee and Bo Li, BBC News", "mla-vb/pg"."""

from __future__ import annotations

import functools

import regex

from newsclean.metadata.line.names import BylinePart, read_part, read_parts
from newsclean.metadata.words import table
from newsclean.patterns import lazy_regex

MAX_BYLINE = 160
_BRACKETS = lazy_regex(r"\(([^()]{0,80})\)")
_WITH = lazy_regex(r"^(?:avec|mit|with|con)\s", regex.I)
_AT = lazy_regex(r"(?:à|au|en|in|aus|from|da|a|depuis|bei|avec)\s(?:l[ae]s?\s|l['’])?\p{Lu}[\p{L} '’-]{1,40}$")
_HEAD_WORDS = 5


@functools.lru_cache(maxsize=1)
def _heads() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    words = table("bylines")
    heads = frozenset(words["heads"])
    return heads, frozenset(words["colon_only"]), frozenset(h.split()[0].rstrip(":") for h in heads)


def byline_head_end(folded: str) -> int:
    """Where the words that open a byline end; 0 when the line opens otherwise.

    Args:
        folded: The folded line, without space before it.

    >>> byline_head_end("par jean dupont"), byline_head_end("un texte de marlène x"), byline_head_end("il pleut")
    (4, 12, 0)
    """
    heads, colon_only, first = _heads()
    word = folded[:30].split(" ", 1)[0].rstrip(":")
    if word not in first:
        return 0
    at, best = 0, 0
    for _ in range(_HEAD_WORDS):
        stop = folded.find(" ", at)
        stop = len(folded) if stop < 0 else stop
        words = folded[:stop].rstrip(" :,")
        colon = ":" in folded[len(words) : stop + 2]
        if words in heads and (colon or words not in colon_only):
            best = stop
        if stop >= len(folded):
            break
        at = stop + 1
    while best and best < len(folded) and folded[best] in " :,\t":
        best += 1
    return best


def read_byline_parts(text: str) -> list[BylinePart] | None:
    """The parts of what follows the head of a byline: names first, then what they are; None when it is no byline.

    >>> [p.kind for p in read_byline_parts("Claire Petit (Bruxelles, bureau européen)")]
    ['name']
    """
    inner = [read_parts(_WITH.sub("", m.group(1))) or [] for m in _BRACKETS.finditer(text)]
    bare = _BRACKETS.sub(" ", text).strip(" ,:;–—-|").lstrip(".")
    parts = read_parts(bare)
    if parts is None and "," in bare:
        head, tail = bare.split(",", 1)
        parts = read_parts(head)
        if parts is None or not _is_role(tail):
            return None
    if parts is None:
        return None
    return [
        *parts,
        *(p for found in inner for p in found if p.kind in ("name", "agency") and len(found) and p.kind != "place"),
    ]


def _is_role(text: str) -> bool:
    """Does this tell what the person before it is: "Redakteurin für Finanzen"?"""
    text = text.strip()
    if len(text) > 60:
        return False
    titled = len(text.split()) <= 4 and text[:1].isupper() and text[-1:] not in ".!?"
    return titled or read_part(text) is not None or _AT.match(text) is not None


def authors_of(parts: list[BylinePart]) -> list[str]:
    """The names among the parts; a newsroom or initials only when nobody is named."""
    names = [p.text for p in parts if p.kind == "name"]
    names += [p.text for p in parts if p.kind == "initials"]
    return list(dict.fromkeys(names or [p.text for p in parts if p.kind == "desk"]))
