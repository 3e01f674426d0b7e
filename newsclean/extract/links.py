"""The links of a page: their spans and addresses, collected only if a caller asks for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from newsclean.article import Block, Link
from newsclean.extract.elements import BlockElement
from newsclean.extract.walk import SPACE, PageWalk

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_URL = 2_000  # characters of an address; longer ones are data
_SCHEMES = ("http:", "https:", "mailto:", "tel:", "ftp:")
_UNSAFE = {ord(sign): f"%{ord(sign):02X}" for sign in ' ()<>|\\"`'}


class LinkWalk(PageWalk):
    """A walk that keeps the addresses of links.

    Attributes:
        urls: For the index of a run, the spans of its text that are linked, and their addresses.

    >>> from newsclean.extract.tree import parse_html
    >>> LinkWalk(parse_html("<p>Selon <a href='/a'> la <b>Gazette</b></a>, hier.</p>")).urls
    {0: [(6, 16, '/a')]}
    """

    def __init__(self, tree: HtmlElement) -> None:
        self.urls: dict[int, list[tuple[int, int, str]]] = {}
        self._url, self._first_part = "", 0
        self._links: list[tuple[int, int, str]] = []
        super().__init__(tree)

    def _start_inline(self, node: Any, tag: str) -> None:
        super()._start_inline(node, tag)
        if tag == "a":
            self._end_link()
            self._url, self._first_part = (node.get("href") or "").strip(), len(self._builder.parts)

    def _end_inline(self, tag: str) -> None:
        super()._end_inline(tag)
        if tag == "a":
            self._end_link()
            self._url = ""

    def _end_link(self) -> None:
        parts = self._builder.parts
        if self._url and self._first_part < len(parts):
            self._links.append((self._first_part, len(parts), self._url))

    def _end_run(self, element: BlockElement, *, at_break: bool = False) -> None:
        self._end_link()
        parts, count = list(self._builder.parts), len(self.runs)
        super()._end_run(element, at_break=at_break)
        self._first_part = 0
        if self._links and len(self.runs) > count:
            self.urls[count] = _spans(parts, self._links)
        self._links.clear()


def collect_links(walk: PageWalk, blocks: Sequence[Block], base: str | None) -> tuple[Link, ...]:
    """Return the links of a walk as spans of the source; empty if it is not a `LinkWalk`.

    Args:
        walk: The walk over the page.
        blocks: Its blocks, one a run.
        base: The address of the page; relative addresses stay as they are without it.
    """
    found: list[Link] = []
    for n, spans in walk.urls.items() if isinstance(walk, LinkWalk) else ():
        start = blocks[n].start
        for a, b, href in spans:
            url = _absolute(href, base)
            if url and a < b:
                found.append(Link(start + a, start + b, url))
    return tuple(found)


def _absolute(url: str, base: str | None) -> str:
    """An address that can stand in a text; "" for scripts, data and places on the page."""
    if url.startswith("#") or len(url) > MAX_URL:
        return ""
    try:
        url = urljoin(base, url) if base else url
    except ValueError:
        return ""
    url = "".join(url.split("\n")).translate(_UNSAFE)
    scheme = url.partition("/")[0]
    return "" if ":" in scheme and not url.lower().startswith(_SCHEMES) else url


def _spans(parts: Sequence[str], links: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Ranges of parts as spans of the text of the run, where each run of white space is one space; none begins or ends with a space."""
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
    return [(starts[a], ends[b - 1], url) for a, b, url in links if starts[a] < ends[b - 1]]
