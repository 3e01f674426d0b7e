"""Boxes and pieces: what a walk over a page is made of, and the kinds of places that boxes are."""

from __future__ import annotations

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img amp-img ins kbd label mark nobr picture q rb rp rt rtc ruby s samp small span"  # noqa: SIM905
    " strike strong sub sup time tspan tt u var wbr mjx-container mjx-assistive-mml math semantics mrow mi mn mo ms mtext mfrac msqrt"
    " mroot msub msup msubsup munder mover munderover mtable mtr mtd mstyle mspace mpadded mfenced mphantom menclose mmultiscripts".split()
)
STRONG = frozenset({"b", "strong"})
MENUS = frozenset({"nav", "amp-sidebar"})
# the kinds of boxes that matter, a bit each
PLACES = (
    "article main aside nav footer header figure figcaption form table list li blockquote section button details dialog address"  # noqa: SIM905
    " heading hidden itemprop-body p link".split()
)
PLACE = {name: 1 << n for n, name in enumerate(PLACES)}
_NO_TAGS = ("hidden", "link", "list", "heading", "itemprop-body")
TAGS = {name: bit for name, bit in PLACE.items() if name not in _NO_TAGS}
TAGS |= dict.fromkeys(("ul", "ol", "dl", "menu"), PLACE["list"]) | dict.fromkeys(("dt", "dd"), PLACE["li"])
TAGS |= dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), PLACE["heading"])
TAGS |= {"amp-sidebar": PLACE["nav"], "fieldset": PLACE["form"], "input": PLACE["form"], "pre": PLACE["p"]}
ROLES = {name: PLACE[name] for name in ("main", "article", "button", "list", "form", "heading", "figure")}
ROLES |= {"navigation": PLACE["nav"], "menu": PLACE["nav"], "menubar": PLACE["nav"], "complementary": PLACE["aside"]}
ROLES |= {"banner": PLACE["header"], "contentinfo": PLACE["footer"], "search": PLACE["form"], "listitem": PLACE["li"]}
ROLES |= {"tabpanel": PLACE["details"], "dialog": PLACE["dialog"], "alertdialog": PLACE["dialog"]}


class Box:
    """One element that parts text from text: where it stands, what it is, what it holds.

    >>> body = Box("body", None, 0, 0, "body")
    >>> Box("p", body, 0, 0, "p.lead").depth
    1
    """

    __slots__ = "around chars depth groups kept linked main own parent pieces places prose shape tag".split()  # noqa: SIM905

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


class Pen:
    """What is being written: the parts of the next piece, and what was met since the last."""

    __slots__ = ("bold", "broken", "groups", "images", "in_bold", "in_links", "linked", "links", "parts", "times")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.in_links = self.in_bold = 0
        self.images = 0
        self.broken = False
        self.lift()

    def lift(self) -> None:
        """A piece has ended; an image without text still belongs to the next."""
        self.parts.clear()
        self.linked = self.links = self.bold = self.groups = self.times = 0

    def add(self, text: str) -> None:
        """One more part of the piece."""
        self.parts.append(text)
        if self.in_links or self.in_bold:
            size = len(text.strip())
            if self.in_links:
                self.linked += size
            if self.in_bold:
                self.bold += size
