"""A page into blocks: its text in reading order, each block with its tag and with trafilatura's verdict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsclean.article import Article, Block, Fields
from newsclean.language import find_language, from_url

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SKIPPED = frozenset({"script", "style", "noscript", "template", "svg", "iframe", "head", "select", "textarea", "object"})
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp small span strike strong sub"
    " sup time tt u var wbr".split()
)
_SPACE = re.compile(r"[ \t\n\r\f\v]+")


def read_html(
    page: str, *, url: str | None = None, language: str | None = None, locale: str | None = None
) -> Article:
    """The article on a page: its source is the text of the page's blocks, one a line.

    >>> article = read_html("<html lang='fr-CH'><body><h1>Un titre</h1><p>Un texte.</p></body></html>")
    >>> article.source, article.locale, [block.mark for block in article.blocks]
    ('Un titre\\nUn texte.', 'fr-CH', ['h1', 'p'])
    """
    tree = _tree(page)
    if tree is None:
        return Article("", (), "html", language, locale, url)
    told = (tree.get("lang") or tree.get("xml:lang") or "").replace("_", "-")
    pieces = [(mark, text) for mark, text in _walk(tree)]
    blocks: list[Block] = []
    at = 0
    for mark, text in pieces:
        blocks.append(Block(at, at + len(text), text, text, mark=mark))
        at += len(text) + 1
    language = language or find_language(text for _, text in pieces) or told.partition("-")[0].lower() or None
    if locale is None and told.count("-") == 1 and told.lower().startswith(f"{language}-") and len(told) == 5:
        locale = f"{language}-{told[3:].upper()}"
    source = "\n".join(text for _, text in pieces)
    kept = _verdict(page, url)
    marked = tuple(b if _fold(b.text) in kept else b._replace(mark=f"-{b.mark}") for b in blocks) if kept else tuple(blocks)
    return Article(source, marked, "html", language, locale or from_url(url, language), url, fields=Fields())


def _tree(page: str) -> HtmlElement | None:
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    data = page.replace("\x00", "").encode("utf-8", "replace")
    try:
        return document_fromstring(data, parser=HTMLParser(encoding="utf-8", huge_tree=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _walk(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """(tag, text) of every block of the body, in reading order."""
    from lxml import etree

    parts: list[str] = []
    stack: list[str] = ["body"]
    body = tree.find("body")
    skip = 0

    def flush() -> Iterator[tuple[str, str]]:
        text = _SPACE.sub(" ", "".join(parts)).strip()
        parts.clear()
        if text:
            yield stack[-1], text

    for event, node in etree.iterwalk(body if body is not None else tree, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            if not skip:
                parts.append(node.tail or "")
            continue
        tag = node.tag
        if event == "start":
            if skip or tag in SKIPPED:
                skip += 1
                continue
            if tag == "br":
                yield from flush()
            elif tag not in INLINE:
                yield from flush()
                stack.append(tag)
            parts.append(node.text or "")
            continue
        if skip:
            skip -= 1
        elif tag not in INLINE and tag != "br":
            yield from flush()
            stack.pop()
        if not skip:
            parts.append(node.tail or "")
    yield from flush()


def _verdict(page: str, url: str | None) -> set[str]:
    """The folded lines that trafilatura keeps."""
    import trafilatura

    text = trafilatura.extract(page, url=url, include_comments=False) or ""
    return {_fold(line.lstrip("-| ")) for line in text.splitlines()}


def _fold(text: str) -> str:
    return "".join(text.split())
