"""What the elements of a page hold: sums over their text, what the witnesses keep of it, inherited names, the main element."""

from __future__ import annotations

from newsclean.extract.elements import PLACE_BITS, BlockElement, TextRun
from newsclean.extract.walk import PROSE_SIZE, PageWalk
from newsclean.extract.witnesses import WitnessText

WRAPPER_SHARE = (
    0.7  # share of the prose of the page from which an element wraps it, and its name says nothing of its parts
)
MAIN_SHARE = 0.75  # share of the kept text that the main element holds
MIN_ALONE = 600  # characters of an `articleBody` that can be the only witness
KEPT_SHARE = 0.5  # share of a run from which it counts as kept by a witness
_BOILERPLATE = (
    PLACE_BITS["nav"] | PLACE_BITS["footer"] | PLACE_BITS["dialog"] | PLACE_BITS["button"] | PLACE_BITS["form"]
)


class PageStructure:
    """The elements of a walk with their sums, and how much of each text run the witnesses keep.

    Attributes:
        walk: The walk over the page.
        body: The element around all.
        main: The smallest element that holds most of the kept text.
        kept_shares: For each run its share that trafilatura keeps, and that `articleBody` holds.

    >>> from newsclean.extract.tree import parse_html
    >>> walk = PageWalk(parse_html("<div class=nav><p>Un</p></div><div class=story><p>Deux</p></div>"))
    >>> structure = PageStructure(walk)
    >>> structure.record_witnesses(WitnessText(["Deux"]), WitnessText([]))
    >>> structure.kept_shares, [run.element.kept for run in walk.runs]
    ([(0.0, 0.0), (1.0, 0.0)], [0, 4])
    """

    def __init__(self, walk: PageWalk) -> None:
        self.walk = walk
        self.body = self.main = walk.elements[0]
        self.kept_shares: list[tuple[float, float]] = []
        for run in walk.runs:
            element, size = run.element, len(run.text)
            element.runs += 1
            element.chars += size
            element.linked += run.linked
            if is_prose_run(run):
                element.prose += size
        for element in reversed(walk.elements):
            parent = element.parent
            if parent is not None:
                parent.runs += element.runs
                parent.chars += element.chars
                parent.linked += element.linked
                parent.prose += element.prose

    def drop_menus(self) -> None:
        """Take empty elements and plain menus out of the tree: three nodes in four, which would cost trafilatura most of its time."""
        dropped: set[int] = set()
        for element, node in zip(self.walk.elements[1:], self.walk.nodes[1:], strict=True):
            if id(element.parent) in dropped:
                dropped.add(id(element))
            elif not element.chars or self._is_menu(element):
                dropped.add(id(element))
                node.drop_tree()

    def _is_menu(self, element: BlockElement) -> bool:
        """Return True for an element with little prose that is a menu by its place, or has most of its text in several links."""
        if element.prose * 8 > self.body.prose:
            return False
        return bool(element.places & _BOILERPLATE) or (element.linked * 2 > element.chars and element.runs > 1)

    def is_covered_by(self, body: WitnessText) -> bool:
        """Return True if most of `articleBody` stands on the page, so that no other witness is needed."""
        if len(body.text) < MIN_ALONE:
            return False
        found = [
            len(run.text)
            for run in self.walk.runs
            if len(run.text) >= PROSE_SIZE and body.share(run.text) >= KEPT_SHARE
        ]
        return len(found) > 2 and sum(found) * 10 > 8 * len(body.text)

    def record_witnesses(self, trafilatura: WitnessText, body: WitnessText) -> None:
        """Record what the witnesses keep, and find the main element.

        Args:
            trafilatura: What trafilatura keeps; if it has no text, `body` stands in for it.
            body: The `articleBody` of the JSON-LD.
        """
        for run in self.walk.runs:
            in_body = body.share(run.text) if body else 0.0
            shares = (trafilatura.share(run.text) if trafilatura else in_body), in_body
            self.kept_shares.append(shares)
            if shares[0] >= KEPT_SHARE or shares[1] >= KEPT_SHARE:
                run.element.kept += len(run.text)
        for element in reversed(self.walk.elements):
            if element.parent is not None:
                element.parent.kept += element.kept
        self._inherit_names()
        self.main = self._main_element()

    def _inherit_names(self) -> None:
        """Give every element the names and places of those around it, but furniture names of elements that wrap most of the page."""
        furniture = self.walk.groups.furniture
        wrapper_prose = WRAPPER_SHARE * self.body.prose
        for element in self.walk.elements:
            parent = element.parent
            names = element.names
            if self.body.prose and element.prose > wrapper_prose:
                names &= ~furniture
                element.places &= ~_BOILERPLATE
            element.own_names = names
            if parent is not None:
                names |= parent.all_names
                element.places |= parent.places
            element.all_names = names

    def _main_element(self) -> BlockElement:
        """The smallest element that holds most of what is kept, or most of the prose if nothing is."""
        body, best = self.body, self.body
        for element in self.walk.elements:
            if body.kept:
                if element.kept >= MAIN_SHARE * body.kept:
                    best = element
            elif body.prose and element.prose >= MAIN_SHARE * body.prose:
                best = element
        node: BlockElement | None = best
        while node is not None:
            node.holds_main = True
            node = node.parent
        return best


def is_prose_run(run: TextRun) -> bool:
    """Return True if a run is long enough for prose and at most a third of it is linked."""
    size = len(run.text)
    return size >= PROSE_SIZE and run.linked * 3 < size
