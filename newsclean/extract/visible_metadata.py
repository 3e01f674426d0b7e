"""Dates and bylines that the body of a page marks: `<time datetime>`, microdata, `rel="author"`, class names of bylines."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsclean.metadata import read_authors
from newsclean.patterns import lazy_re

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_BYLINE = 120  # characters of an element that is read as a byline or a date
MAX_CLASS = 200  # characters of the class attribute of a byline
MAX_DATED = 200  # elements that are searched for a date of publication
MAX_READ = 12  # elements of one kind that are read
MAX_NAME_WORDS = 4  # words of a name
_BYLINE = lazy_re(
    r"(?:^|[\s_-])(?:byline|by-line|author|authors|auteur|auteurs|autor|autore|posted-by|post-author|entry-author|writer)(?:$|[\s_-]|name|s?__)",
    re.IGNORECASE,
)
_NO_BYLINE = lazy_re(
    r"bio|box|avatar|image|img|photo|social|follow|related|desc|comment|more|link-list|popup|card", re.IGNORECASE
)
_PUBLICATION = ("datepublished", "datecreated", "uploaddate")


def visible_dates(tree: HtmlElement) -> Iterator[str]:
    """Yield the dates of elements that are marked as dates of publication, then those of the first `<time>` elements.

    >>> from newsclean.extract.tree import parse_html
    >>> list(visible_dates(parse_html('<p>x<time datetime="2024-05-01">hier</time>')))
    ['2024-05-01']
    """
    times: list[str] = []
    for node in tree.xpath("//*[@itemprop or self::time]")[:MAX_DATED]:
        published = (node.get("itemprop") or "").lower() in _PUBLICATION or node.get("pubdate") is not None
        if published or (node.tag == "time" and len(times) < MAX_READ):
            date = node.get("content") or node.get("datetime") or _text(node)
            if published:
                yield date
            else:
                times.append(date)
    yield from times


def visible_byline(tree: HtmlElement) -> tuple[str, ...]:
    """Return the authors that the first byline of the page names.

    Elements marked as authors (microdata, `rel`) come first, then those with the class name of a byline.

    >>> from newsclean.extract.tree import parse_html
    >>> visible_byline(parse_html('<div class="byline">Par <a rel="author">Jeanne Dupraz</a></div>'))
    ('Jeanne Dupraz',)
    """
    marked = tree.xpath("//body//*[@itemprop='author' or @itemprop='creator' or contains(@rel, 'author')]")
    classed = (node for node in tree.xpath("//body//*[@class]") if _is_byline(node.get("class")))
    for node in marked[:MAX_READ]:
        text = _text(node)
        if names := read_authors(text) or _name(text):
            return tuple(names)
    for node in itertools.islice(classed, MAX_READ):
        if names := read_authors(_text(node)):
            return tuple(names)
    return ()


def _is_byline(name: str) -> bool:
    return len(name) < MAX_CLASS and _BYLINE.search(name) is not None and _NO_BYLINE.search(name) is None


def _text(node: HtmlElement) -> str:
    """The text of an element, "" for one that is too large for a byline."""
    size, parts = 0, []
    for part in node.itertext():
        parts.append(part)
        size += len(part)
        if size > 4 * MAX_BYLINE:
            return ""
    text = " ".join(" ".join(parts).split())
    return text if len(text) <= MAX_BYLINE else ""


def _name(text: str) -> list[str]:
    """The text of an element marked as an author, if it can be a name in any spelling."""
    few = len(text.split()) <= MAX_NAME_WORDS and text[:1].isupper() and not any(c in text for c in "|/@:")
    return [text] if few else []
