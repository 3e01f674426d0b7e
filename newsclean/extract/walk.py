"""The body of a page as pieces of text in reading order, and the boxes that they stand in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newsclean.blocks import BAR
from newsclean.extract.shapes import INLINE, MENUS, PLACE, ROLES, STRONG, TAGS, Box, Pen, Piece
from newsclean.extract.tokens import Groups, builtin

if TYPE_CHECKING:
    from lxml.html import HtmlElement

CELLS = frozenset({"td", "th"})
_BODY_PROPS = frozenset({"articleBody", "text", "reviewBody"})
_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_IN_ROW = frozenset({"tr", *CELLS, *INLINE})


class Walk:
    """One pass over the body: `pieces` and `boxes` in reading order, `nodes` the element of each box, `deepest` the nesting.

    >>> from newsclean.extract.tree import parse
    >>> walk = Walk(parse("<h1>Un titre</h1><p>Un <b>texte</b>.<table><tr><td>a<td>b</table>"))
    >>> [(piece.box.tag, piece.text) for piece in walk.pieces]
    [('h1', 'Un titre'), ('p', 'Un texte.'), ('tr', 'a | b')]
    """

    def __init__(self, tree: HtmlElement, groups: Groups | None = None) -> None:
        self.groups = groups or builtin()
        body: Any = tree.find("body")
        body = body if body is not None else tree
        self.pieces: list[Piece] = []
        self.boxes: list[Box] = [Box("body", None, 0, 0, "body")]
        self.nodes: list[Any] = [body]
        self.deepest = 0
        self._pen = Pen()
        self._rows = 0
        self._run(body)

    def _run(self, body: Any) -> None:
        from lxml import etree

        box, pen, depth = self.boxes[0], self._pen, 0
        walker = etree.iterwalk(body, events=("start", "end"))
        node: Any
        for event, node in walker:
            tag = node.tag
            if event == "start":
                depth += 1
                self.deepest = max(self.deepest, depth)
                if tag in INLINE:
                    self._begin_inline(node, tag)
                elif tag == "br":
                    self._flush(box, broken=True)
                elif self._rows and tag in CELLS:
                    self._bar()
                elif node is not body:
                    box = self._begin(node, tag, box)
                    if tag in MENUS:
                        self._menu(node, box)
                        walker.skip_subtree()
                        continue
                text = node.text
            else:
                depth -= 1
                if node is body:
                    break
                if tag in INLINE:
                    self._end_inline(tag)
                elif tag != "br" and not (self._rows and tag in CELLS):
                    box = self._end(tag, box)
                text = node.tail
            if text:
                pen.add(text)
        self._flush(box)

    def _begin_inline(self, node: Any, tag: str) -> None:
        pen = self._pen
        if tag == "a":
            pen.in_links += 1
            pen.links += 1
        elif tag in STRONG:
            pen.in_bold += 1
        elif tag == "img":
            pen.images += 1
        elif tag == "time":
            pen.times += 1
        name = node.get("class")
        if name:
            pen.groups |= self.groups.of(name)

    def _end_inline(self, tag: str) -> None:
        if tag == "a":
            self._pen.in_links -= 1
        elif tag in STRONG:
            self._pen.in_bold -= 1

    def _begin(self, node: Any, tag: str, parent: Box) -> Box:
        """The box of an element that has just begun."""
        self._flush(parent)
        get = node.get
        name, ident = get("class"), get("id")
        groups = self.groups.of(name) if name else 0
        if ident:
            groups |= self.groups.of(ident)
        places = TAGS.get(tag, 0)
        role, prop, style = get("role"), get("itemprop"), get("style")
        if role:
            places |= ROLES.get(role, 0)
        if prop and _BODY_PROPS.intersection(prop.split()):
            places |= PLACE["itemprop-body"]
        if get("hidden") is not None or get("aria-hidden") == "true":
            places |= PLACE["hidden"]
        if style and "none" in style and "display:none" in style.replace(" ", "").lower():
            places |= PLACE["hidden"]
        box = Box(tag, parent, groups, places, f"{tag}.{name}" if name else tag)
        self.boxes.append(box)
        self.nodes.append(node)
        if tag == "tr" and _is_plain_row(node):
            self._rows += 1
        return box

    def _end(self, tag: str, box: Box) -> Box:
        """The box around one that has just ended."""
        parts = self._pen.parts
        if self._rows and tag == "tr":
            self._rows -= 1
            if parts and parts[-1] == BAR:
                parts.pop()
        self._flush(box)
        return box.parent if box.parent is not None else box

    def _bar(self) -> None:
        parts = self._pen.parts
        if parts and parts[-1] != BAR:
            parts.append(BAR)

    def _menu(self, node: Any, box: Box) -> None:
        """The texts of a menu, without their structure: most of a page's nodes, none of its article."""
        for part in node.itertext():
            text = _SPACE.sub(" ", part).strip()
            if text:
                piece = Piece(text, box)
                piece.links, piece.linked = 1, len(text)
                self.pieces.append(piece)

    def _flush(self, box: Box, *, broken: bool = False) -> None:
        """Ends the piece that is being read, if it holds any text."""
        pen = self._pen
        if pen.parts:
            text = _SPACE.sub(" ", "".join(pen.parts)).strip()
            if text:
                piece, size = Piece(text, box), len(text)
                piece.linked, piece.bold = min(size, pen.linked), min(size, pen.bold)
                piece.links, piece.images, piece.groups, piece.times = pen.links, pen.images, pen.groups, pen.times
                piece.broken = pen.broken
                self.pieces.append(piece)
                pen.images = 0
            pen.lift()
        pen.broken = broken


def _is_plain_row(row: Any) -> bool:
    """Is this row of a table data, and no layout: nothing but cells with inline text?"""
    return all(node.tag in _IN_ROW for node in row.iter())
