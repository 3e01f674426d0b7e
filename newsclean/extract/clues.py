"""What the markup says of every piece, as named numbers: its place, its links, its box and its neighbours, and who else keeps it."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.extract.boxes import HELD, PROSE, Boxes
from newsclean.extract.counts import Counts
from newsclean.extract.head_data import Facts
from newsclean.extract.shapes import PLACE, PLACES, Box, Piece
from newsclean.extract.walk import Walk
from newsclean.extract.witnesses import fold

MARKS = (
    "p div li h1 h2 h3 h4 h5 h6 blockquote figcaption tr td dd"  # noqa: SIM905
    " dt button section body article address pre caption summary".split()
)
MARK_ORDER = {mark: n + 1.0 for n, mark in enumerate(MARKS)}
BESIDE_HELD, BESIDE_PROSE = 8, 3  # pieces around a held one, around prose, that are looked at
ASIDE = PLACE["nav"] | PLACE["footer"] | PLACE["button"] | PLACE["dialog"]
FAR = 99.0
_ABOVE, _BELOW = (tuple(f"held-{side}{what}" for what in ("", "-same", "-shape")) for side in ("above", "below"))
_LEVELS = [tuple(f"box{level}-{what}" for what in ("chars", "linked", "prose", "kept", "pieces")) for level in range(4)]
_AROUND = [
    (n, f"mark{n:+d}", f"link-density{n:+d}", f"kept{n:+d}", f"same-box{n:+d}", f"bold{n:+d}") for n in (-2, -1, 1, 2)
]
_IN = [f"in-{place}" for place in PLACES]
OUTSIDE = {"outside": 1.0, "kept-by-trafilatura": 0.0}


def clues_of(walk: Walk, boxes: Boxes, facts: Facts) -> list[dict[str, float]]:
    """The clues of each piece: only numbers that are not 0, but for `kept-by-trafilatura`.

    Pieces far from all that any witness holds get the clue `outside` and their names only.
    """
    pieces = walk.pieces
    if not pieces:
        return []
    page = _Page(walk, boxes, facts)
    return [
        page.clues(n) if near and not page.menu(n) else page.outside(n) for n, near in enumerate(_near(pieces, boxes))
    ]


def _near(pieces: Sequence[Piece], boxes: Boxes) -> list[bool]:
    """Which pieces could belong to the article: those beside one that a witness holds, or beside prose."""
    near = [False] * len(pieces)
    for n, (piece, by) in enumerate(zip(pieces, boxes.held, strict=True)):
        if max(by) >= HELD:
            reach = BESIDE_HELD
        elif len(piece.text) >= PROSE and piece.linked * 3 < len(piece.text):
            reach = BESIDE_PROSE
        else:
            continue
        for at in range(max(0, n - reach), min(len(pieces), n + reach + 1)):
            near[at] = True
    return near


class _Page(Counts):
    """The clues of the pieces of a page."""

    def menu(self, n: int) -> bool:
        """Is a piece plainly a link of a menu, a button, a footer: nothing like it, and nothing in its box, is held?"""
        piece = self.pieces[n]
        box = piece.box
        if self.held[n]:
            return False
        if box.places & ASIDE:
            return True
        return piece.linked * 10 > len(piece.text) * 7 and not box.kept and not self.kind_held[self.kinds[n]]

    def outside(self, n: int) -> dict[str, float]:
        """The clues of a piece that is far from the article; pieces of one box share them."""
        box = self.pieces[n].box
        key = (id(box), self.pieces[n].groups)
        found = self.far.get(key)
        if found is None:
            self.far[key] = found = dict(OUTSIDE)
            self._names(found, self.pieces[n])
        return found

    def _names(self, found: dict[str, float], piece: Piece) -> None:
        """Names and places: 3 on the element itself, 2 on the boxes next to it, 1 further around."""
        box = piece.box
        around, places = box.around | piece.groups, box.places
        own = box.own | piece.groups
        parent = box.parent
        near = own | parent.own if parent is not None else own
        if parent is not None and parent.parent is not None:
            near |= parent.parent.own
        while around:
            bit = around & -around
            found[self.names[bit.bit_length() - 1]] = 3.0 if own & bit else 2.0 if near & bit else 1.0
            around ^= bit
        while places:
            bit = places & -places
            found[_IN[bit.bit_length() - 1]] = 1.0
            places ^= bit

    def clues(self, n: int) -> dict[str, float]:
        """All clues of a piece."""
        piece = self.pieces[n]
        box, size = piece.box, len(piece.text)
        kept, told = self.boxes.held[n]
        found = dict(self.whole)
        found["kept-by-trafilatura"] = kept
        found["in-article-body"] = told
        found["mark"] = MARK_ORDER.get(box.tag, 0.0)
        found["depth"] = float(box.depth)
        found["links"] = float(piece.links)
        found["link-density"] = piece.linked / size
        found["bold"] = piece.bold / size
        found["images"] = float(piece.images)
        found["times"] = float(piece.times)
        found["broken"] = float(piece.broken)
        self._names(found, piece)
        self._boxes(found, piece)
        self._neighbours(found, n)
        self._article(found, n)
        key = fold(piece.text).lower()
        if key in self.titles:
            found["is-title"] = 1.0
        elif (
            len(key) > 20
            and any(key in title or title in key for title in self.titles if len(title) > 20)
            and size < 200
        ):
            found["is-title"] = 0.5
        if len(key) > 20 and self.description and (key in self.description or self.description in key):
            found["is-description"] = 1.0
        return found

    def _article(self, found: dict[str, float], n: int) -> None:
        """Where the piece stands in the article that the headline begins."""
        piece, size, held = self.pieces[n], len(self.pieces[n].text), self.held[n]
        whole = max(1, self.before[-1] - (size if held else 0))
        found["held-before"] = self.before[n] / whole
        found["held-after"] = (self.before[-1] - self.before[n + 1]) / whole
        found["kind-share"] = max(0.0, found["kind-held"]) * found["kind-chars"] / whole
        found["usual-depth"] = float(piece.box.depth - self.usual)
        found["tops"] = float(self.tops[n])
        if self.title >= 0:
            found["title-distance"] = float(n - self.title)
            found["title-article"] = 1.0 + (_article(piece.box) is _article(self.pieces[self.title].box))

    def _boxes(self, found: dict[str, float], piece: Piece) -> None:
        """The box of the piece and the three around it: size, links, prose, what is kept of them."""
        box: Box | None = piece.box
        for all_chars, linked, prose, kept, pieces in _LEVELS:
            if box is None:
                break
            chars = box.chars or 1
            found[all_chars] = float(chars)
            found[linked] = box.linked / chars
            found[prose] = box.prose / chars
            found[kept] = box.kept / chars
            found[pieces] = float(box.pieces)
            box = box.parent
        box, steps = piece.box, 0
        while box is not None and not box.main:
            box, steps = box.parent, steps + 1
        found["main-steps"] = float(steps)
        found["in-kept-box"] = float(box is self.boxes.main)
        found["main-depth"] = float(piece.box.depth - self.boxes.main.depth)

    def _neighbours(self, found: dict[str, float], n: int) -> None:
        """The nearest held pieces and the boxes shared with them; pieces of the same shape."""
        piece, shape, kind = self.pieces[n], self.shapes[n], self.kinds[n]
        box = piece.box
        for (near, same, like), at in ((_ABOVE, self.above[n]), (_BELOW, self.below[n])):
            if at < 0:
                found[near] = FAR
                continue
            other = self.pieces[at].box
            found[near] = float(abs(n - at))
            found[same] = _kinship(box, other)
            found[like] = float(other.shape == box.shape)
        self_held = self.held[n]
        found["alike"] = float(self.alike[shape])
        found["alike-held"] = (self.alike_held[shape] - self_held) / max(1, self.alike[shape] - 1)
        own = len(piece.text)
        rest = self.kind_chars[kind] - own
        found["kind-held"] = (self.kind_held[kind] - (own if self_held else 0)) / rest if rest else -1.0
        found["kind-chars"] = float(rest)
        at = self.heading[n]
        if at >= 0:
            found["heading-distance"] = float(n - at)
            found["heading-held"] = float(self.held[at])
            found["heading-same"] = float(self.pieces[at].box.parent is box.parent)
        for shift, mark, density, kept, same, bold in _AROUND:
            if 0 <= n + shift < len(self.pieces):
                beside = self.pieces[n + shift]
                other, size = beside.box, len(beside.text)
                found[mark] = MARK_ORDER.get(other.tag, 0.0)
                found[density] = beside.linked / size
                found[kept] = max(self.boxes.held[n + shift])
                found[same] = 2.0 if other is box else float(other.parent is box.parent)
                found[bold] = beside.bold / size


def _article(box: Box | None) -> Box | None:
    """The nearest box around that is an article by tag."""
    while box is not None and box.tag != "article":
        box = box.parent
    return box


def _kinship(box: Box, other: Box) -> float:
    """3 the same box, 2 boxes of one parent, 1 one in the other, 0 strangers."""
    if other is box:
        return 3.0
    if other.parent is box.parent:
        return 2.0
    return float(box.parent is other or other.parent is box)
