"""Dates and bylines that the body of a page marks: `<time datetime>`, microdata, `rel="author"`, classes of bylines."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsclean.metadata import read_authors
from newsclean.patterns import lazy_re

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST = 120  # characters of a byline
MANY, FEW = 200, 12  # elements that are looked at
_AUTHOR = lazy_re(
    r"(?:^|[\s_-])(?:byline|by-line|author|authors|auteur|auteurs|autor|autore|posted-by|post-author|entry-author|writer)(?:$|[\s_-]|name|s?__)",
    re.IGNORECASE,
)
_NOT = lazy_re(
    r"bio|box|avatar|image|img|photo|social|follow|related|desc|comment|more|link-list|popup|card", re.IGNORECASE
)
_DATED = ("datepublished", "datecreated", "uploaddate")


def dates_of(tree: HtmlElement) -> Iterator[str]:
    """The dates that elements carry, those said to be of publication first, then those of the first `<time>` elements.

    >>> from newsclean.extract.tree import parse
    >>> list(dates_of(parse('<p>x<time datetime="2024-05-01">hier</time>')))
    ['2024-05-01']
    """
    times: list[str] = []
    for node in tree.xpath("//*[@itemprop or self::time]")[:MANY]:
        published = (node.get("itemprop") or "").lower() in _DATED or node.get("pubdate") is not None
        if published or (node.tag == "time" and len(times) < FEW):
            said = node.get("content") or node.get("datetime") or _text(node)
            if published:
                yield said
            else:
                times.append(said)
    yield from times


def byline_of(tree: HtmlElement) -> tuple[str, ...]:
    """The authors that the first byline of the page names.

    >>> from newsclean.extract.tree import parse
    >>> byline_of(parse('<div class="byline">Par <a rel="author">Jeanne Dupraz</a></div>'))
    ('Jeanne Dupraz',)
    """
    said = tree.xpath("//body//*[@itemprop='author' or @itemprop='creator' or contains(@rel, 'author')]")
    classed = (node for node in tree.xpath("//body//*[@class]") if _is_byline(node.get("class")))
    for node in said[:FEW]:
        text = _text(node)
        if names := read_authors(text) or _name(text):
            return tuple(names)
    for node in itertools.islice(classed, FEW):
        if names := read_authors(_text(node)):
            return tuple(names)
    return ()


def _is_byline(name: str) -> bool:
    return len(name) < 200 and _AUTHOR.search(name) is not None and _NOT.search(name) is None


def _text(node: HtmlElement) -> str:
    """The text of a small element; nothing of a large one, which is no byline."""
    size, parts = 0, []
    for part in node.itertext():
        parts.append(part)
        size += len(part)
        if size > 4 * LONGEST:
            return ""
    text = " ".join(" ".join(parts).split())
    return text if len(text) <= LONGEST else ""


def _name(text: str) -> list[str]:
    """What is marked as an author is a name however it is written."""
    few = len(text.split()) <= 4 and text[:1].isupper() and not any(c in text for c in "|/@:")
    return [text] if few else []
