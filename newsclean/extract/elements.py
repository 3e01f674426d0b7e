"""Block elements and text runs: what a walk over a page is made of, and what tags, roles and class names say of an element."""

from __future__ import annotations

import functools

from newsclean.clues import PLACES, check_clues
from newsclean.patterns import lazy_re
from newsclean.tables import table_of

# elements inside a line: text goes on through them (HTML Living Standard, phrasing content, and MathML)
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img amp-img ins kbd label mark nobr picture q rb rp rt rtc ruby s samp small span"  # noqa: SIM905
    " strike strong sub sup time tspan tt u var wbr mjx-container mjx-assistive-mml math semantics mrow mi mn mo ms mtext mfrac msqrt"
    " mroot msub msup msubsup munder mover munderover mtable mtr mtd mstyle mspace mpadded mfenced mphantom menclose mmultiscripts".split()
)
BOLD = frozenset({"b", "strong"})
MENUS = frozenset({"nav", "amp-sidebar"})
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

PLACE_BITS = {name: 1 << n for n, name in enumerate(PLACES)}
_BY_ATTRIBUTE = ("hidden", "list", "heading", "itemprop-body")  # places that are no tags
TAG_PLACES = {name: bit for name, bit in PLACE_BITS.items() if name not in _BY_ATTRIBUTE}
TAG_PLACES |= dict.fromkeys(("ul", "ol", "dl", "menu"), PLACE_BITS["list"])
TAG_PLACES |= dict.fromkeys(("dt", "dd"), PLACE_BITS["li"]) | dict.fromkeys(HEADINGS, PLACE_BITS["heading"])
TAG_PLACES |= {"amp-sidebar": PLACE_BITS["nav"], "pre": PLACE_BITS["p"]}
TAG_PLACES |= dict.fromkeys(("fieldset", "input"), PLACE_BITS["form"])
# roles of WAI-ARIA
ROLE_PLACES = {name: PLACE_BITS[name] for name in ("main", "article", "button", "list", "form", "heading", "figure")}
ROLE_PLACES |= dict.fromkeys(("navigation", "menu", "menubar"), PLACE_BITS["nav"])
ROLE_PLACES |= {"complementary": PLACE_BITS["aside"], "banner": PLACE_BITS["header"]}
ROLE_PLACES |= {"contentinfo": PLACE_BITS["footer"], "search": PLACE_BITS["form"], "listitem": PLACE_BITS["li"]}
ROLE_PLACES |= {"tabpanel": PLACE_BITS["details"]} | dict.fromkeys(("dialog", "alertdialog"), PLACE_BITS["dialog"])

_WORD = lazy_re(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_STEM_SIZES = range(12, 4, -1)  # letters of the stems that are looked up, the longest first
_MAX_NAME = 400  # characters of a class attribute that are read: generated ones have kilobytes
_CACHED_NAMES = 8192  # a site has some hundreds of class attributes, and their words are the same ones over and over


class BlockElement:
    """An element that parts text from text.

    Attributes:
        tag: Name of the element.
        parent: The block element around it; None for the body.
        depth: Number of block elements around it.
        names: Bits of its own class names and ids (`NameGroups`).
        places: Bits of `PLACE_BITS`; after `PageStructure.record_witnesses`, with those of the elements around it.
        signature: Tag and class attribute: equal for elements that a site writes with one template.
        runs, chars, linked, prose, kept: Number of text runs in it, and of their characters: all, linked, prose, kept by a witness.
        own_names: `names` without those that are ignored because the element wraps most of the page.
        all_names: `own_names` with those of the elements around it.
        holds_main: True for the main element and those around it.

    >>> body = BlockElement("body", None, 0, 0, "body")
    >>> BlockElement("p", body, 0, 0, "p.lead").depth
    1
    """

    __slots__ = (
        *("all_names", "chars", "depth", "holds_main", "kept", "linked", "names", "own_names"),
        *("parent", "places", "prose", "runs", "signature", "tag"),
    )

    def __init__(self, tag: str, parent: BlockElement | None, names: int, places: int, signature: str) -> None:
        self.tag, self.parent = tag, parent
        self.depth: int = parent.depth + 1 if parent is not None else 0
        self.names, self.places, self.signature = names, places, signature
        self.chars = self.linked = self.runs = self.prose = self.kept = 0
        self.own_names = self.all_names = 0
        self.holds_main = False


class TextRun:
    """A text without a break, which becomes a block.

    Attributes:
        text: The text, each run of white space as one space.
        element: The block element that it stands in.
        linked, bold: Characters in links, and in bold.
        links, images, times: Number of links, of images (also right before the text) and of `<time>` elements.
        names: Bits of the class names of inline elements in it.
        after_break: True if only a line break parts it from the run before.
    """

    __slots__ = ("after_break", "bold", "element", "images", "linked", "links", "names", "text", "times")

    def __init__(self, text: str, element: BlockElement) -> None:
        self.text, self.element = text, element
        self.linked = self.links = self.bold = self.images = self.names = self.times = 0
        self.after_break = False


class RunBuilder:
    """The text run that a walk is collecting: its parts, and what was met in it."""

    __slots__ = ("after_break", "bold", "images", "in_bold", "in_links", "linked", "links", "names", "parts", "times")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.in_links = self.in_bold = 0
        self.images = 0
        self.after_break = False
        self.clear()

    def clear(self) -> None:
        """Begin a new run; the count of images stays, since one without text belongs to the next run."""
        self.parts.clear()
        self.linked = self.links = self.bold = self.names = self.times = 0

    def add(self, text: str) -> None:
        """Add a part of the text."""
        self.parts.append(text)
        if self.in_links or self.in_bold:
            size = len(text.strip())
            if self.in_links:
                self.linked += size
            if self.in_bold:
                self.bold += size


class NameGroups:
    """Groups of words in class names and ids, one bit each.

    A name is split into words ("c-newsletterBox" into c, newsletter, box); a word belongs to the groups that list it, else to those
    that list its longest stem.

    Attributes:
        names: The groups, in the order of their bits.
        furniture: The bits of the groups that are furniture.

    >>> groups = builtin_groups()
    >>> groups.names_of(groups.bits_of("c-newsletterBox js-x"))
    ['newsletter', 'sidebar']
    """

    def __init__(self, table: dict[str, dict[str, list[str]]]) -> None:
        self.names = tuple(table)
        self.furniture = 0
        self._words: dict[str, int] = {}
        self._stems: dict[str, int] = {}
        for place, group in enumerate(table.values()):
            bit = 1 << place
            if group.get("furniture"):
                self.furniture |= bit
            for word in group.get("words", ()):
                self._words[word] = self._words.get(word, 0) | bit
            for stem in group.get("stems", ()):
                self._stems[stem] = self._stems.get(stem, 0) | bit

    @functools.lru_cache(maxsize=_CACHED_NAMES)  # noqa: B019 - one instance lives as long as the process
    def bits_of(self, name: str) -> int:
        """Return the bits of a class attribute or an id."""
        found = 0
        for word in _WORD.findall(name[:_MAX_NAME]):
            found |= self._word_bits(word)
        return found

    def names_of(self, bits: int) -> list[str]:
        """Return the names of the groups in `bits`."""
        return [name for place, name in enumerate(self.names) if bits >> place & 1]

    @functools.lru_cache(maxsize=_CACHED_NAMES)  # noqa: B019 - as above
    def _word_bits(self, word: str) -> int:
        word = word.lower()
        bits = self._words.get(word)
        if bits is not None:
            return bits
        for size in _STEM_SIZES:
            if size <= len(word):
                bits = self._stems.get(word[:size])
                if bits is not None:
                    return bits
        return 0


@functools.lru_cache(maxsize=1)
def builtin_groups() -> NameGroups:
    """Return the groups of `class_names.toml`, whose names are clues.

    Raises:
        NewscleanError: The file has a group that `newsclean.clues` does not declare.
    """
    table = table_of("newsclean.extract", "class_names.toml")["groups"]
    check_clues(table)
    return NameGroups(table)
