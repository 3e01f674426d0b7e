"""Where the links of a page stand and lead: collected only when a caller asks for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from newsclean.article import Block, Link
from newsclean.extract.shapes import Box
from newsclean.extract.walk import SPACE, Walk

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST = 2_000  # characters of an address: longer ones are data, not addresses
_LEADS = ("http:", "https:", "mailto:", "tel:", "ftp:")
_UNSAFE = {ord(sign): f"%{ord(sign):02X}" for sign in ' ()<>|\\"`'}


class LinkedWalk(Walk):
    """A walk that keeps the addresses of links: `urls` holds, for a piece, the spans of its text and the addresses.

    >>> from newsclean.extract.tree import parse
    >>> LinkedWalk(parse("<p>Selon <a href='/a'> la <b>Gazette</b></a>, hier.</p>")).urls
    {0: [(6, 16, '/a')]}
    """

    def __init__(self, tree: HtmlElement) -> None:
        self.urls: dict[int, list[tuple[int, int, str]]] = {}
        self._url, self._from = "", 0
        self._marks: list[tuple[int, int, str]] = []
        super().__init__(tree)

    def _begin_inline(self, node: Any, tag: str) -> None:
        super()._begin_inline(node, tag)
        if tag == "a":
            self._close()
            self._url, self._from = (node.get("href") or "").strip(), len(self._pen.parts)

    def _end_inline(self, tag: str) -> None:
        super()._end_inline(tag)
        if tag == "a":
            self._close()
            self._url = ""

    def _close(self) -> None:
        parts = self._pen.parts
        if self._url and self._from < len(parts):
            self._marks.append((self._from, len(parts), self._url))

    def _flush(self, box: Box, *, broken: bool = False) -> None:
        self._close()
        parts, count = list(self._pen.parts), len(self.pieces)
        super()._flush(box, broken=broken)
        self._from = 0
        if self._marks and len(self.pieces) > count:
            self.urls[count] = _spans(parts, self._marks)
        self._marks.clear()


def links_of(walk: Walk, blocks: Sequence[Block], base: str | None) -> tuple[Link, ...]:
    """The links of the blocks of a walk; addresses are made whole with that of the page, where it is known."""
    found: list[Link] = []
    for n, spans in walk.urls.items() if isinstance(walk, LinkedWalk) else ():
        start = blocks[n].start
        for a, b, told in spans:
            url = _whole(told, base)
            if url and a < b:
                found.append(Link(start + a, start + b, url))
    return tuple(found)


def _whole(url: str, base: str | None) -> str:
    """An address that can stand in a text, or an empty string for one that leads nowhere: scripts, places on the page."""
    if url.startswith("#") or len(url) > LONGEST:
        return ""
    try:
        url = urljoin(base, url) if base else url
    except ValueError:
        return ""
    url = "".join(url.split("\n")).translate(_UNSAFE)
    scheme = url.partition("/")[0]
    return "" if ":" in scheme and not url.lower().startswith(_LEADS) else url


def _spans(parts: Sequence[str], marks: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Spans of parts as spans of the piece's text, in which runs of spaces have become one; none begins or ends with a space."""
    starts: list[int] = []
    ends: list[int] = []
    size, space = 0, False
    for part in parts:
        text = SPACE.sub(" ", part)
        text = text.removeprefix(" ") if space else text if size else text.lstrip()
        starts.append(size + len(text) - len(text.lstrip()))
        ends.append(size + len(text.rstrip()) if text.strip() else ends[-1] if ends else 0)
        size += len(text)
        space = text.endswith(" ") if text else space
    return [(starts[a], ends[b - 1], url) for a, b, url in marks if starts[a] < ends[b - 1]]


__all__ = ["LinkedWalk", "links_of"]
