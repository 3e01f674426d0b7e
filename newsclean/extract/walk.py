"""One pass over the body of a page: text runs in reading order, and the block elements that they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsclean.blocks import BAR
from newsclean.extract.elements import (
    BOLD,
    INLINE,
    MENUS,
    PLACE_BITS,
    ROLE_PLACES,
    TAG_PLACES,
    BlockElement,
    NameGroups,
    RunBuilder,
    TextRun,
    builtin_groups,
)
from newsclean.patterns import lazy_re

if TYPE_CHECKING:
    from lxml.html import HtmlElement

CELLS = frozenset({"td", "th"})
PROSE_SIZE = 80  # characters from which a text can be prose
MAX_MENU_PROSE = 800  # characters of prose that no menu holds
MAX_MENU_STORY = 250  # the same for a menu that has an <article> or <main> in it
SPACE = lazy_re(r"[ \t\n\r\f\v]+")
# attributes whose words say what an element is, and those that say what kind of place it is
_NAME_ATTRIBUTES = frozenset({"class", "id", "itemprop", "data-testid", "data-component", "data-qa", "data-module"})
_PLACE_ATTRIBUTES = frozenset({"role", "hidden", "aria-hidden", "style"})
_BODY_PROPERTIES = frozenset({"articleBody", "text", "reviewBody"})  # schema.org
_IN_ROW = frozenset({"tr", *CELLS, *INLINE})


class PageWalk:
    """The text runs and block elements of a page.

    Attributes:
        groups: The groups of class names that the bits of elements refer to.
        runs: The text runs, in reading order.
        elements: The block elements, parents before children; the first is the body.
        nodes: The nodes of the tree that `elements` stand for.
        max_depth: Levels of the deepest node.

    >>> from newsclean.extract.tree import parse_html
    >>> walk = PageWalk(parse_html("<h1>Un titre</h1><p>Un <b>texte</b>.<table><tr><td>a<td>b</table>"))
    >>> [(run.element.tag, run.text) for run in walk.runs]
    [('h1', 'Un titre'), ('p', 'Un texte.'), ('tr', 'a | b')]
    """

    def __init__(self, tree: HtmlElement, groups: NameGroups | None = None) -> None:
        self.groups = groups or builtin_groups()
        body: Any = _body(tree)
        self.runs: list[TextRun] = []
        self.elements: list[BlockElement] = [BlockElement("body", None, 0, 0, "body")]
        self.nodes: list[Any] = [body]
        self.max_depth = 0
        self._builder = RunBuilder()
        self._open_rows = 0  # rows of data tables that the walk is in
        self._walk(body)

    def prose_chars(self) -> int:
        """Return the characters of runs that are long enough for prose."""
        return sum(len(run.text) for run in self.runs if len(run.text) >= PROSE_SIZE)

    def _walk(self, body: Any) -> None:
        from lxml import etree

        element, builder, depth = self.elements[0], self._builder, 0
        walker = etree.iterwalk(body, events=("start", "end"))
        node: Any
        for event, node in walker:
            tag = node.tag
            if event == "start":
                depth += 1
                self.max_depth = max(self.max_depth, depth)
                if tag in INLINE:
                    self._start_inline(node, tag)
                elif tag == "br":
                    if builder.parts and _continues(builder.parts[-1], node.tail):
                        builder.parts.append(" ")
                    else:
                        self._end_run(element, at_break=True)
                elif self._open_rows and tag in CELLS:
                    self._add_bar()
                elif node is not body:
                    element = self._start_block(node, tag, element)
                    if tag in MENUS and self._read_menu(node, element):
                        walker.skip_subtree()
                        continue
                text = node.text
            else:
                depth -= 1
                if node is body:
                    break
                if tag in INLINE:
                    self._end_inline(tag)
                elif tag != "br" and not (self._open_rows and tag in CELLS):
                    element = self._end_block(tag, element)
                text = node.tail
            if text:
                builder.add(text)
        self._end_run(element)

    def _start_inline(self, node: Any, tag: str) -> None:
        builder = self._builder
        if tag == "a":
            builder.in_links += 1
            builder.links += 1
        elif tag in BOLD:
            builder.in_bold += 1
        elif tag == "img":
            builder.images += 1
        elif tag == "time":
            builder.times += 1
        name = node.get("class")
        if name:
            builder.names |= self.groups.bits_of(name)

    def _end_inline(self, tag: str) -> None:
        if tag == "a":
            self._builder.in_links -= 1
        elif tag in BOLD:
            self._builder.in_bold -= 1

    def _start_block(self, node: Any, tag: str, parent: BlockElement) -> BlockElement:
        """End the run before an element, and return the element."""
        if self._builder.parts:
            self._end_run(parent)
        self._builder.after_break = False
        bits_of = self.groups.bits_of
        names = bits_of(tag) if "-" in tag else 0
        places = TAG_PLACES.get(tag, 0)
        signature = tag
        for key, value in node.items():  # one call, since an element has few attributes
            if key in _NAME_ATTRIBUTES and value:
                names |= bits_of(value)
                if key == "class":
                    signature = f"{tag}.{value}"
                elif key == "itemprop" and _BODY_PROPERTIES.intersection(value.split()):
                    places |= PLACE_BITS["itemprop-body"]
            elif key in _PLACE_ATTRIBUTES:
                places |= _attribute_place(key, value)
        element = BlockElement(tag, parent, names, places, signature)
        self.elements.append(element)
        self.nodes.append(node)
        if tag == "tr" and _is_data_row(node):
            self._open_rows += 1
        return element

    def _end_block(self, tag: str, element: BlockElement) -> BlockElement:
        """End the run in an element, and return the element around it."""
        parts = self._builder.parts
        if self._open_rows and tag == "tr":
            self._open_rows -= 1
            if parts and parts[-1] == BAR:
                parts.pop()
        if parts:
            self._end_run(element)
        self._builder.after_break = False
        return element.parent if element.parent is not None else element

    def _add_bar(self) -> None:
        parts = self._builder.parts
        if parts and parts[-1] != BAR:
            parts.append(BAR)

    def _read_menu(self, node: Any, element: BlockElement) -> bool:
        """Take the texts of a menu without its structure: most nodes of a page stand in menus, and none of its article.

        Returns False if it holds much prose: then its end tag is missing, and the page stands in it.
        """
        texts = [text for part in node.itertext() if (text := SPACE.sub(" ", part).strip())]
        prose = sum(len(text) for text in texts if len(text) >= PROSE_SIZE)
        if prose > MAX_MENU_PROSE:
            return False
        if prose > MAX_MENU_STORY and next(node.iter("article", "main"), None) is not None:
            return False
        for text in texts:
            run = TextRun(text, element)
            run.links, run.linked = 1, len(text)
            self.runs.append(run)
        return True

    def _end_run(self, element: BlockElement, *, at_break: bool = False) -> None:
        """End the run that is being collected, if it holds any text."""
        builder = self._builder
        if builder.parts:
            text = SPACE.sub(" ", "".join(builder.parts)).strip()
            if text:
                run, size = TextRun(text, element), len(text)
                run.linked, run.bold = min(size, builder.linked), min(size, builder.bold)
                run.links, run.images, run.names, run.times = (
                    builder.links,
                    builder.images,
                    builder.names,
                    builder.times,
                )
                run.after_break = builder.after_break
                self.runs.append(run)
                builder.images = 0
            builder.clear()
        builder.after_break = at_break


def _attribute_place(key: str, value: str) -> int:
    """The place that an attribute makes of an element."""
    if key == "role":
        return ROLE_PLACES.get(value, 0)
    if key == "style":
        is_hidden = "none" in value and "display:none" in value.replace(" ", "").lower()
        return PLACE_BITS["hidden"] if is_hidden else 0
    return PLACE_BITS["hidden"] if key == "hidden" or value == "true" else 0


def _body(tree: HtmlElement) -> Any:
    """The body of a page; of several, the first with the contents of the others."""
    bodies: list[Any] = tree.findall("body")
    for more in bodies[1:]:
        if more.text and more.text.strip() and len(bodies[0]):
            bodies[0][-1].tail = (bodies[0][-1].tail or "") + more.text
        bodies[0].extend(list(more))
    return bodies[0] if bodies else tree


def _continues(above: str, below: str | None) -> bool:
    """Return True if a line break splits a sentence: no stop before it, and a lower-case letter after it."""
    above, below = above.rstrip(), (below or "").lstrip()
    return bool(above and below) and (above[-1].isalnum() or above[-1] == ",") and below[0].islower()


def _is_data_row(row: Any) -> bool:
    """Return True if a row is data, not layout: it has only cells with inline text."""
    return all(node.tag in _IN_ROW for node in row.iter())
