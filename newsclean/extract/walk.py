"""The body of a page as pieces of text in reading order, and the boxes that they stand in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newsclean.extract.tokens import Groups, builtin

if TYPE_CHECKING:
    from lxml.html import HtmlElement

INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "tspan",
        "picture",
        "img",
        "amp-img",
    ]
)
STRONG = frozenset({"b", "strong"})
# the kinds of boxes that matter, a bit each
PLACES = (
    *(
        "article",
        "main",
        "aside",
        "nav",
        "footer",
        "header",
        "figure",
        "figcaption",
        "form",
        "table",
        "list",
        "li",
        "blockquote",
    ),
    *("section", "button", "details", "dialog", "address", "heading", "hidden", "itemprop-body", "p", "link"),
)
PLACE = {name: 1 << n for n, name in enumerate(PLACES)}
_TAGS = {name: bit for name, bit in PLACE.items() if name not in ("hidden", "link", "list", "heading", "itemprop-body")}
_TAGS |= dict.fromkeys(("ul", "ol", "dl", "menu"), PLACE["list"]) | dict.fromkeys(("dt", "dd"), PLACE["li"])
_TAGS |= dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), PLACE["heading"])
_TAGS |= {"amp-sidebar": PLACE["nav"], "fieldset": PLACE["form"], "input": PLACE["form"], "pre": PLACE["p"]}
_ROLES = {
    "navigation": "nav",
    "complementary": "aside",
    "banner": "header",
    "contentinfo": "footer",
    "main": "main",
    "article": "article",
}
_ROLES |= {
    "dialog": "dialog",
    "alertdialog": "dialog",
    "button": "button",
    "menu": "nav",
    "menubar": "nav",
    "search": "form",
    "list": "list",
}
_ROLES |= {"listitem": "li", "form": "form", "heading": "heading", "figure": "figure", "presentation": ""}
_BODY_PROPS = frozenset({"articleBody", "text", "reviewBody"})
_MENUS = frozenset({"nav", "amp-sidebar"})
_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_IN_ROW = frozenset({"td", "th", "tr", *INLINE})


class Box:
    """One element that parts text from text: where it stands, what it is, what it holds."""

    __slots__ = (
        "around",
        "chars",
        "depth",
        "groups",
        "kept",
        "linked",
        "main",
        "own",
        "parent",
        "pieces",
        "places",
        "prose",
        "shape",
        "tag",
    )

    def __init__(self, tag: str, parent: Box | None, groups: int, places: int, shape: str) -> None:
        self.tag, self.parent = tag, parent
        self.depth: int = parent.depth + 1 if parent is not None else 0
        self.groups, self.places, self.shape = groups, places, shape
        self.chars = self.linked = self.pieces = self.prose = self.kept = 0
        self.own = self.around = 0
        self.main = False


class Piece:
    """A stretch of text without a break: the text, its box, how much of it is linked or bold, what stood in front."""

    __slots__ = ("bold", "box", "broken", "groups", "images", "linked", "links", "text", "times")

    def __init__(self, text: str, box: Box) -> None:
        self.text, self.box = text, box
        self.linked = self.links = self.bold = self.images = self.groups = self.times = 0
        self.broken = False


class Walk:
    """One pass over the body.

    >>> from newsclean.extract.tree import parse
    >>> walk = Walk(parse("<h1>Un titre</h1><p>Un <b>texte</b>.<table><tr><td>a<td>b</table>"))
    >>> [(piece.box.tag, piece.text) for piece in walk.pieces]
    [('h1', 'Un titre'), ('p', 'Un texte.'), ('tr', 'a | b')]
    """

    def __init__(self, tree: HtmlElement, groups: Groups | None = None) -> None:
        self.groups = groups or builtin()
        self.pieces: list[Piece] = []
        self.boxes: list[Box] = [Box("body", None, 0, 0, "body")]
        self.nodes: list[Any] = []
        self.deepest = 0
        self._parts: list[str] = []
        self._linked = self._links = self._bold = self._images = self._own = self._times = 0
        self._broken = False
        body = tree.find("body")
        self.nodes.append(body if body is not None else tree)
        self._run(self.nodes[0])

    def _run(self, body: HtmlElement) -> None:
        from lxml import etree

        box, of = self.boxes[0], self.groups.of
        parts = self._parts
        links = bolds = rows = depth = 0
        node: Any
        walker = etree.iterwalk(body, events=("start", "end"))
        for event, node in walker:
            tag = node.tag
            if event == "start":
                depth += 1
                if tag in INLINE:
                    if tag == "a":
                        links += 1
                        self._links += 1
                    elif tag in STRONG:
                        bolds += 1
                    elif tag == "img":
                        self._images += 1
                    elif tag == "time":
                        self._times += 1
                    name = node.get("class")
                    if name:
                        self._own |= of(name)
                elif tag == "br":
                    self._flush(box, broken=True)
                elif rows and tag in ("td", "th"):
                    if parts and parts[-1] != " | ":
                        parts.append(" | ")
                elif node is not body:
                    self._flush(box)
                    self.deepest = max(self.deepest, depth)
                    box = self._open(node, tag, box)
                    if tag in _MENUS:
                        self._menu(node, box)
                        walker.skip_subtree()
                        continue
                    if tag == "tr" and _plain_row(node):
                        rows += 1
                text = node.text
            else:
                depth -= 1
                if tag in INLINE:
                    if tag == "a":
                        links -= 1
                    elif tag in STRONG:
                        bolds -= 1
                elif tag == "br" or (rows and tag in ("td", "th")):
                    pass
                elif node is body:
                    break
                else:
                    if rows and tag == "tr":
                        rows -= 1
                        if parts and parts[-1] == " | ":
                            parts.pop()
                    self._flush(box)
                    if box.parent is not None:
                        box = box.parent
                text = node.tail
            if text:
                parts.append(text)
                if links or bolds:
                    size = len(text.strip())
                    if links:
                        self._linked += size
                    if bolds:
                        self._bold += size
        self._flush(box)

    def _menu(self, node: Any, box: Box) -> None:
        """The texts of a menu or a footer, without their structure: most of a page's nodes, none of its article."""
        for part in node.itertext():
            text = _SPACE.sub(" ", part).strip()
            if text:
                piece = Piece(text, box)
                piece.links, piece.linked = 1, len(text)
                self.pieces.append(piece)

    def _open(self, node: Any, tag: str, parent: Box) -> Box:
        """The box of an element that has just begun."""
        get = node.get
        name, ident = get("class"), get("id")
        groups = self.groups.of(name) if name else 0
        if ident:
            groups |= self.groups.of(ident)
        places = _TAGS.get(tag, 0)
        role = get("role")
        if role:
            places |= PLACE.get(_ROLES.get(role, ""), 0)
        prop = get("itemprop")
        if prop and _BODY_PROPS.intersection(prop.split()):
            places |= PLACE["itemprop-body"]
        if get("hidden") is not None or get("aria-hidden") == "true":
            places |= PLACE["hidden"]
        style = get("style")
        if style and "none" in style and "display:none" in style.replace(" ", "").lower():
            places |= PLACE["hidden"]
        box = Box(tag, parent, groups, places, f"{tag}.{name}" if name else tag)
        self.boxes.append(box)
        self.nodes.append(node)
        return box

    def _flush(self, box: Box, *, broken: bool = False) -> None:
        """Ends the piece that is being read, if it holds any text."""
        parts = self._parts
        if parts:
            text = (parts[0] if len(parts) == 1 else "".join(parts)).strip()
            parts.clear()
            if text:
                text = _SPACE.sub(" ", text)
                piece = Piece(text, box)
                size = len(text)
                piece.linked = min(size, self._linked)
                piece.bold = min(size, self._bold)
                piece.links, piece.images, piece.groups, piece.times = self._links, self._images, self._own, self._times
                piece.broken = self._broken
                self.pieces.append(piece)
                self._images = 0
            self._linked = self._links = self._bold = self._own = self._times = 0
        self._broken = broken


def _plain_row(row: Any) -> bool:
    """Is this row of a table data, and no layout: nothing but cells with inline text?"""
    return all(node.tag in _IN_ROW for node in row.iter())
