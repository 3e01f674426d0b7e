"""The text of a page into a tree, and the removal of elements that hold no text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsclean.errors import NewscleanError
from newsclean.patterns import lazy_re

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_SIZE = 20_000_000  # characters; pages of real sites have fewer than 5 million
MAX_DEPTH = 250  # levels that recursive code of other libraries, and libxml2 without `huge_tree`, can take
_TEXTLESS = (
    *(
        "style",
        "noscript",
        "template",
        "svg",
        "annotation",
        "annotation-xml",
        "mjx-math",
        "iframe",
        "frame",
        "select",
        "textarea",
        "object",
        "embed",
        "video",
        "audio",
    ),
    *("canvas", "map", "datalist", "source", "track", "noframes", "applet", "link"),
)
MIN_AFTER_END = 300  # characters after the end tag of a page from which they are taken for a part of it
MAX_NOSCRIPT = 600  # characters of the longest note to readers without scripts
PARSER_DEPTH = (
    1_800  # levels shortly before those from which libxml2 drops the rest of a page (2,048 in `xmlParserMaxDepth`)
)
_TAGS = lazy_re(r"(?:</?(?!(?:p|h[1-6]|html|head|body|title|meta|script|style)\b)[a-zA-Z][^<>]{0,5000}>\s*+)++")
_ENDS = lazy_re(r"</(?:body|html)\s{0,9}>")
_CONTROL = lazy_re("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# references to them; libxml2 reads no further than the digits
_CODED = lazy_re(
    r"&#0*+(?:(?:[1-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d)"
    r"|[xX]0*+(?:[1-8bcefBCEF]|1[\da-fA-F]|[fF]{3}[efEF])(?![\da-fA-F]));?"
)
_WRAPPERS = frozenset({"div", "span", "section", "font", "center", "b", "i", "em", "strong"})


def parse_html(page: str, max_size: int = MAX_SIZE) -> HtmlElement | None:
    """Return the tree of a page, or None if there is nothing in it.

    Args:
        page: The HTML of the page; control characters and references to them are removed.
        max_size: Maximum number of characters.

    Raises:
        NewscleanError: The page has more characters than `max_size`.

    >>> parse_html("<p>Un texte.</p>").tag, parse_html(" ")
    ('html', None)
    """
    if len(page) > max_size:
        raise NewscleanError(
            f"the page has {len(page):,} characters, more than max_size={max_size:,}; raise max_size to read it"
        )
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    if _CONTROL.search(page):  # lxml reads them, but refuses to write them when a node is dropped
        page = _CONTROL.sub("", page.replace("\x0b", " ").replace("\x0c", " "))
    if "&#" in page:
        page = _CODED.sub(" ", page)
    if not page.strip("\ufeff \t\r\n"):
        return None
    if 0 < page.find("</html") < len(page) - MIN_AFTER_END:  # libxml2 ignores what comes after it
        page = _ENDS.sub("", page)
    # bytes, since lxml refuses a str with an XML declaration; the encoding of the parser overrides that of the page
    data = page.lstrip("\ufeff \t\r\n").encode("utf-8", "replace")
    try:
        tree = document_fromstring(data, parser=HTMLParser(encoding="utf-8", huge_tree=True))
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    return tree if isinstance(tree.tag, str) else None


def drop_textless(tree: HtmlElement) -> None:
    """Remove from a tree, in place, the elements that never hold text of an article."""
    from lxml import etree

    for node in list(tree.iter("noscript")):
        # an element opened inside it and never closed: the parser puts the rest of the page there
        if node.getparent() is not None and len(node.text_content()) > MAX_NOSCRIPT:
            node.drop_tag()
    etree.strip_elements(tree, *_TEXTLESS, "script", with_tail=False)
    for node in list(tree.iter("rt")):
        above = node.getparent()
        # readings in brackets (with <rp>) are text; bare ones, over every word of a page for learners, would garble it
        if above is not None and above.find("rp") is None:
            node.drop_tree()
    etree.strip_tags(tree, etree.Comment, etree.ProcessingInstruction)


def remove_nesting(page: str) -> str:
    """Return a page without any elements but paragraphs and headings; line breaks stand in the place of the other tags.

    >>> remove_nesting("<div><p>Un</p><ul><li>deux</ul></div>")
    '<br><p>Un</p><br>deux<br>'
    """
    return _TAGS.sub("<br>", page)


def collapse_wrappers(tree: HtmlElement) -> None:
    """Dissolve, in place, elements that hold one other element and nothing else."""
    node: Any
    for node in list(tree.iter(*_WRAPPERS)):
        if len(node) == 1 and not (node.text or "").strip() and node.getparent() is not None:
            child = node[0]
            if child.tag in _WRAPPERS and not (child.tail or "").strip():
                node.drop_tag()
