"""What is counted once for a page: shapes and what is held of them, the nearest held pieces, headings, the headline."""

from __future__ import annotations

from collections import Counter
from itertools import accumulate

from newsclean.extract.boxes import HELD, Boxes
from newsclean.extract.head_data import Facts
from newsclean.extract.walk import Walk
from newsclean.extract.witnesses import fold

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
TITLE = 300  # characters: no headline is longer


class Counts:
    """What is counted once for a page."""

    def __init__(self, walk: Walk, boxes: Boxes, facts: Facts) -> None:
        self.pieces, self.boxes, self.names = walk.pieces, boxes, walk.groups.names
        self.titles = {fold(title).lower() for title in facts.titles}
        self.description = fold(facts.description).lower()
        self.told = [bool(facts.body), facts.free is False]
        self.held = [max(by) >= HELD for by in boxes.held]
        self.shapes = [(id(piece.box.parent), piece.box.shape) for piece in self.pieces]
        self.kinds = [(piece.box.parent.shape if piece.box.parent else "", piece.box.shape) for piece in self.pieces]
        self.alike = Counter(self.shapes)
        self.alike_held = Counter(shape for shape, held in zip(self.shapes, self.held, strict=True) if held)
        self.kind_chars: Counter[tuple[str, str]] = Counter()
        self.kind_held: Counter[tuple[str, str]] = Counter()
        for kind, piece, held in zip(self.kinds, self.pieces, self.held, strict=True):
            self.kind_chars[kind] += len(piece.text)
            if held:
                self.kind_held[kind] += len(piece.text)
        self.far: dict[tuple[int, int], dict[str, float]] = {}
        self.above, self.below = self._nearest()
        self.heading = self._headings()
        self.before = list(
            accumulate((len(p.text) if h else 0 for p, h in zip(self.pieces, self.held, strict=True)), initial=0)
        )
        self.usual = self._usual_depth()
        self.title = self._title()
        self.tops = list(accumulate((p.box.tag == "h1" for p in self.pieces), initial=0))
        total = max(1, boxes.page.chars)
        self.whole = {
            "page-kept-share": boxes.page.kept / total,
            "page-linked": boxes.page.linked / total,
            "page-kept": float(boxes.page.kept),
        }
        self.whole |= {
            "page-prose": float(boxes.page.prose),
            "told-body": float(self.told[0]),
            "not-free": float(self.told[1]),
        }
        self.whole["page-pieces"] = float(len(self.pieces))
        self.whole["told-article"] = facts.article

    def _nearest(self) -> tuple[list[int], list[int]]:
        """For each piece the nearest held one above and below it, -1 where there is none."""
        above, below, seen = [], [-1] * len(self.pieces), -1
        for n, held in enumerate(self.held):
            above.append(seen)
            seen = n if held else seen
        seen = -1
        for n in range(len(self.pieces) - 1, -1, -1):
            below[n] = seen
            seen = n if self.held[n] else seen
        return above, below

    def _headings(self) -> list[int]:
        """For each piece the nearest h1 to h6 above it, -1 where there is none."""
        out, seen = [], -1
        for n, piece in enumerate(self.pieces):
            out.append(seen)
            if piece.box.tag in HEADINGS:
                seen = n
        return out

    def _usual_depth(self) -> int:
        """The depth at which most of the held text stands."""
        depths: Counter[int] = Counter()
        for piece, held in zip(self.pieces, self.held, strict=True):
            if held:
                depths[piece.box.depth] += len(piece.text)
        return max(depths, key=depths.__getitem__, default=0)

    def _title(self) -> int:
        """The piece that reads as the headline, a heading before any other, or -1."""
        told = [
            n
            for n, piece in enumerate(self.pieces)
            if len(piece.text) < TITLE and fold(piece.text).lower() in self.titles
        ]
        return next((n for n in told if self.pieces[n].box.tag in ("h1", "h2")), told[0] if told else -1)
