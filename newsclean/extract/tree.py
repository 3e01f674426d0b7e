"""A page into a tree, once; what holds no text leaves it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsclean.errors import NewscleanError
from newsclean.patterns import lazy_re

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_SIZE = 20_000_000  # characters; pages of real sites stay below 5 million
DEEP = 250  # levels from which libxml2's own limits and recursive code are in danger
TEXTLESS = (
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
AFTER = 300  # characters behind the end tag of a page that may be a part of it
SWALLOWED = 600  # characters that no note to readers without scripts has
TOWER = 1_800  # levels near those from which libxml2 drops the rest of a page
_TAGS = lazy_re(r"(?:</?(?!(?:p|h[1-6]|html|head|body|title|meta|script|style)\b)[a-zA-Z][^<>]{0,5000}>\s*+)++")
_ENDS = lazy_re(r"</(?:body|html)\s{0,9}>")
_CONTROL = lazy_re("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# references to them; libxml2 reads no further than the digits
_CODED = lazy_re(
    r"&#0*+(?:(?:[1-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d)"
    r"|[xX]0*+(?:[1-8bcefBCEF]|1[\da-fA-F]|[fF]{3}[efEF])(?![\da-fA-F]));?"
)
_WRAPPERS = frozenset({"div", "span", "section", "font", "center", "b", "i", "em", "strong"})


def parse(page: str, max_size: int = MAX_SIZE) -> HtmlElement | None:
    """The tree of a page, or None when there is nothing in it; frames, images as data and control characters do not hurt.

    Raises `NewscleanError` for a page of more than `max_size` characters.

    >>> parse("<p>Un texte.</p>").tag, parse(" ")
    ('html', None)
    """
    if len(page) > max_size:
        raise NewscleanError(
            f"the page has {len(page):,} characters, more than max_size={max_size:,}; raise max_size to read it"
        )
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    if _CONTROL.search(page):  # lxml reads them, and refuses to write them when a node goes
        page = _CONTROL.sub("", page.replace("\x0b", " ").replace("\x0c", " "))
    if "&#" in page:
        page = _CODED.sub(" ", page)
    if not page.strip("\ufeff \t\r\n"):
        return None
    if 0 < page.find("</html") < len(page) - AFTER:  # libxml2 reads nothing behind it
        page = _ENDS.sub("", page)
    # bytes, since lxml refuses a str with an XML declaration; the parser's charset outweighs the page's
    data = page.lstrip("\ufeff \t\r\n").encode("utf-8", "replace")
    try:
        tree = document_fromstring(data, parser=HTMLParser(encoding="utf-8", huge_tree=True))
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    return tree if isinstance(tree.tag, str) else None


def strip(tree: HtmlElement) -> None:
    """Takes out of the tree, in place, what never holds text of an article."""
    from lxml import etree

    for node in list(tree.iter("noscript")):
        # a box opened inside it and never closed: the parser puts the rest of the page there
        if node.getparent() is not None and len(node.text_content()) > SWALLOWED:
            node.drop_tag()
    etree.strip_elements(tree, *TEXTLESS, "script", with_tail=False)
    for node in list(tree.iter("rt")):
        above = node.getparent()
        # readings in brackets are text; bare ones, over every word of a page for learners, would garble it
        if above is not None and above.find("rp") is None:
            node.drop_tree()
    etree.strip_tags(tree, etree.Comment, etree.ProcessingInstruction)


def level(page: str) -> str:
    """A page without any boxes but paragraphs and headings: what stood in towers of boxes comes apart by line breaks.

    >>> level("<div><p>Un</p><ul><li>deux</ul></div>")
    '<br><p>Un</p><br>deux<br>'
    """
    return _TAGS.sub("<br>", page)


def flatten(tree: HtmlElement) -> None:
    """Dissolves, in place, boxes that hold one box and nothing else: towers of them make trees too deep for other tools."""
    node: Any
    for node in list(tree.iter(*_WRAPPERS)):
        if len(node) == 1 and not (node.text or "").strip() and node.getparent() is not None:
            child = node[0]
            if child.tag in _WRAPPERS and not (child.tail or "").strip():
                node.drop_tag()
