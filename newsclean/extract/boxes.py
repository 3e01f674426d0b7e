"""What the boxes of a page hold and say: sums over their parts, names they inherit, the box of the article."""

from __future__ import annotations

from newsclean.extract.shapes import PLACE, Box
from newsclean.extract.walk import Walk
from newsclean.extract.witnesses import Held

WRAP = 0.7  # share of the page's prose from which a box is a wrapper of it, whose name says nothing against its parts
PROSE = 80  # characters of a piece from which it can be prose
MAIN = 0.75  # share of the kept text that the box of the article holds
TOLD = 600  # letters of an `articleBody` that can stand alone as a witness
HELD = 0.5  # share of a piece from which it counts as held by a witness


_ASIDE = PLACE["nav"] | PLACE["footer"] | PLACE["dialog"] | PLACE["button"] | PLACE["form"]


class Boxes:
    """The boxes of a walk, weighed, and how far the witnesses hold each piece.

    >>> from newsclean.extract.tree import parse
    >>> walk = Walk(parse("<div class=nav><p>Un</p></div><div class=story><p>Deux</p></div>"))
    >>> boxes = Boxes(walk)
    >>> boxes.hear(Held(["Deux"]), Held([]))
    >>> boxes.held, [piece.box.kept for piece in walk.pieces]
    ([(0.0, 0.0), (1.0, 0.0)], [0, 4])
    """

    def __init__(self, walk: Walk) -> None:
        self.walk = walk
        self.page = self.main = walk.boxes[0]
        self.held: list[tuple[float, float]] = []
        for piece in walk.pieces:
            box, size = piece.box, len(piece.text)
            box.pieces += 1
            box.chars += size
            box.linked += piece.linked
            if size >= PROSE and piece.linked * 3 < size:
                box.prose += size
        for box in reversed(walk.boxes):
            parent = box.parent
            if parent is not None:
                parent.pieces += box.pieces
                parent.chars += box.chars
                parent.linked += box.linked
                parent.prose += box.prose

    def prune(self) -> None:
        """Takes empty boxes and plain menus out of the tree: three nodes in four, which would cost trafilatura most of its time."""
        gone: set[int] = set()
        page = self.page
        for box, node in zip(self.walk.boxes[1:], self.walk.nodes[1:], strict=True):
            if id(box.parent) in gone:
                gone.add(id(box))
            elif not box.chars or (
                box.prose * 8 <= page.prose and (box.places & _ASIDE or (box.linked * 2 > box.chars and box.pieces > 1))
            ):
                gone.add(id(box))
                node.drop_tree()

    def told(self, body: Held) -> bool:
        """Does `articleBody` speak for so much of the page that no other witness is needed?"""
        if len(body.text) < TOLD:
            return False
        found = [
            len(piece.text) for piece in self.walk.pieces if len(piece.text) >= PROSE and body.share(piece.text) >= HELD
        ]
        return len(found) > 2 and sum(found) * 10 > 8 * len(body.text)

    def hear(self, kept: Held, body: Held) -> None:
        """What the witnesses hold: trafilatura, and `articleBody` of the JSON-LD."""
        for piece in self.walk.pieces:
            told = body.share(piece.text) if body else 0.0
            by = (kept.share(piece.text) if kept else told), told
            self.held.append(by)
            if by[0] >= HELD or by[1] >= HELD:
                piece.box.kept += len(piece.text)
        for box in reversed(self.walk.boxes):
            if box.parent is not None:
                box.parent.kept += box.kept
        self._inherit(self.walk)
        self.main = self._main(self.walk)

    def _inherit(self, walk: Walk) -> None:
        """Every box says what the boxes around it say, but for furniture names of boxes that wrap most of the page."""
        furniture = walk.groups.furniture
        wall = WRAP * self.page.prose
        for box in walk.boxes:
            parent = box.parent
            groups = box.groups
            if self.page.prose and box.prose > wall:
                groups &= ~furniture
                box.places &= ~_ASIDE
            box.own = groups
            if parent is not None:
                groups |= parent.around
                box.places |= parent.places
            box.around = groups

    def _main(self, walk: Walk) -> Box:
        """The smallest box that holds most of what is kept; where nothing is, most of the prose."""
        page, best = self.page, self.page
        for box in walk.boxes:
            if page.kept:
                if box.kept >= MAIN * page.kept:
                    best = box
            elif page.prose and box.prose >= MAIN * page.prose:
                best = box
        node: Box | None = best
        while node is not None:
            node.main = True
            node = node.parent
        return best
