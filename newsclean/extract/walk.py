"""The body of a page as pieces of text in reading order, and the boxes that they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsclean.blocks import BAR
from newsclean.extract.shapes import INLINE, MENUS, PLACE, ROLES, STRONG, TAGS, Box, Pen, Piece
from newsclean.extract.tokens import Groups, builtin
from newsclean.patterns import lazy_re

if TYPE_CHECKING:
    from lxml.html import HtmlElement

CELLS = frozenset({"td", "th"})

# attributes whose names say what a box is, and those that say what place it is
NAMED = frozenset({"class", "id", "itemprop", "data-testid", "data-component", "data-qa", "data-module"})
_PLACED = frozenset({"role", "hidden", "aria-hidden", "style"})
SENTENCE = 80  # characters of a text that can be prose
PAGE, STORY = 800, 250  # characters of prose that no menu holds; that one with an article in it does not
_BODY_PROPS = frozenset({"articleBody", "text", "reviewBody"})
SPACE = lazy_re(r"[ \t\n\r\f\v]+")
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
        body: Any = _body(tree)
        self.pieces: list[Piece] = []
        self.boxes: list[Box] = [Box("body", None, 0, 0, "body")]
        self.nodes: list[Any] = [body]
        self.deepest = 0
        self._pen = Pen()
        self._rows = 0
        self._run(body)

    def prose(self) -> int:
        """The characters of pieces that are long enough for sentences."""
        return sum(len(piece.text) for piece in self.pieces if len(piece.text) >= SENTENCE)

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
                    if pen.parts and _goes_on(pen.parts[-1], node.tail):
                        pen.parts.append(" ")
                    else:
                        self._flush(box, broken=True)
                elif self._rows and tag in CELLS:
                    self._bar()
                elif node is not body:
                    box = self._begin(node, tag, box)
                    if tag in MENUS and self._menu(node, box):
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
        if self._pen.parts:
            self._flush(parent)
        self._pen.broken = False
        of = self.groups.of
        groups = of(tag) if "-" in tag else 0
        places = TAGS.get(tag, 0)
        shape = tag
        for key, told in node.items():  # one call: an element has few attributes, and many are asked for
            if key in NAMED and told:
                groups |= of(told)
                if key == "class":
                    shape = f"{tag}.{told}"
                elif key == "itemprop" and _BODY_PROPS.intersection(told.split()):
                    places |= PLACE["itemprop-body"]
            elif key in _PLACED:
                places |= _place(key, told)
        box = Box(tag, parent, groups, places, shape)
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
        if parts:
            self._flush(box)
        self._pen.broken = False
        return box.parent if box.parent is not None else box

    def _bar(self) -> None:
        parts = self._pen.parts
        if parts and parts[-1] != BAR:
            parts.append(BAR)

    def _menu(self, node: Any, box: Box) -> bool:
        """The texts of a menu, without their structure: most of a page's nodes, none of its article.

        False when it holds much prose: an end tag is missing, and the page stands in it.
        """
        texts = [text for part in node.itertext() if (text := SPACE.sub(" ", part).strip())]
        prose = sum(len(text) for text in texts if len(text) >= SENTENCE)
        if prose > PAGE or (prose > STORY and next(node.iter("article", "main"), None) is not None):
            return False
        for text in texts:
            piece = Piece(text, box)
            piece.links, piece.linked = 1, len(text)
            self.pieces.append(piece)
        return True

    def _flush(self, box: Box, *, broken: bool = False) -> None:
        """Ends the piece that is being read, if it holds any text."""
        pen = self._pen
        if pen.parts:
            text = SPACE.sub(" ", "".join(pen.parts)).strip()
            if text:
                piece, size = Piece(text, box), len(text)
                piece.linked, piece.bold = min(size, pen.linked), min(size, pen.bold)
                piece.links, piece.images, piece.groups, piece.times = pen.links, pen.images, pen.groups, pen.times
                piece.broken = pen.broken
                self.pieces.append(piece)
                pen.images = 0
            pen.lift()
        pen.broken = broken


def _place(key: str, told: str) -> int:
    """The place that an attribute makes of a box."""
    if key == "role":
        return ROLES.get(told, 0)
    if key == "style":
        return PLACE["hidden"] if "none" in told and "display:none" in told.replace(" ", "").lower() else 0
    return PLACE["hidden"] if key == "hidden" or told == "true" else 0


def _body(tree: HtmlElement) -> Any:
    """The body of a page; of several, the first with the contents of the others."""
    bodies: list[Any] = tree.findall("body")
    for more in bodies[1:]:
        if more.text and more.text.strip() and len(bodies[0]):
            bodies[0][-1].tail = (bodies[0][-1].tail or "") + more.text
        bodies[0].extend(list(more))
    return bodies[0] if bodies else tree


def _goes_on(above: str, below: str | None) -> bool:
    """Does a line go on after its break: it stops in the middle of a sentence, and the next one begins small?"""
    above, below = above.rstrip(), (below or "").lstrip()
    return bool(above and below) and (above[-1].isalnum() or above[-1] == ",") and below[0].islower()


def _is_plain_row(row: Any) -> bool:
    """Is this row of a table data, and no layout: nothing but cells with inline text?"""
    return all(node.tag in _IN_ROW for node in row.iter())
