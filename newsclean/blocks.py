"""The block: one line or paragraph of the source, with its span; text into blocks, and kept blocks back into a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from newsclean.edits import Edit, apply, compose
from newsclean.vocabulary import Label

BAR = " | "  # parts the cells of a row of a table
_LISTED = frozenset({Label.LIST_ITEM})


class Evidence(NamedTuple):
    """A named reason for a label, with its weight (positive: for it, negative: against it).

    >>> str(Evidence("fr.newsletter.subscribe", 4.1))
    'fr.newsletter.subscribe +4.1'
    """

    name: str
    weight: float = 0.0

    def __str__(self) -> str:
        return f"{self.name} {self.weight:+.1f}" if self.weight else self.name


class Block(NamedTuple):
    """One line or paragraph of the source: `article.source[start:end] == source`, which now reads `text`.

    `label` is None until the block has been labelled; `gap` is what parts it from the kept block before it (None: what the
    source has there); `mark` and `clues` are what the markup said of it in HTML mode (a tag name, else ""; numbers by name).

    >>> Block(0, 4, "Link", "Link", label=Label.SHARE, kept=False).why
    'share'
    """

    start: int
    end: int
    source: str
    text: str
    edits: tuple[Edit, ...] = ()
    label: Label | None = None
    evidence: tuple[Evidence, ...] = ()
    kept: bool = True
    gap: str | None = None
    mark: str = ""
    clues: Mapping[str, float] | None = None

    @property
    def span(self) -> tuple[int, int]:
        """Where the block stands in the source, in code points."""
        return self.start, self.end

    @property
    def why(self) -> str:
        """One readable line: the label and the strongest reasons for it."""
        label = self.label.value if self.label else "not labelled"
        reasons = ", ".join(map(str, self.evidence[:4]))
        return f"{label}: {reasons}" if reasons else label

    def labelled(self, label: Label | None, evidence: tuple[Evidence, ...]) -> Block:
        """The block with a label and the reasons for it."""
        # written out, it takes half the time of `_replace`, which counts where texts have many lines
        start, end, source, text, edits, _, _, kept, gap, mark, clues = self
        return Block(start, end, source, text, edits, label, evidence, kept, gap, mark, clues)

    def parted(self, gap: str) -> Block:
        """The block with what parts it from the kept block before it."""
        start, end, source, text, edits, label, evidence, kept, _, mark, clues = self
        return Block(start, end, source, text, edits, label, evidence, kept, gap, mark, clues)

    def edited(self, edits: Iterable[Edit]) -> Block:
        """The block after more edits, whose offsets are those of `text`."""
        new = tuple(edits)
        if not new:
            return self
        return self._replace(text=apply(self.text, new), edits=compose(self.source, self.edits, new))


def split(text: str) -> tuple[Block, ...]:
    r"""The lines of a text as blocks, without the spaces around them; blank lines make no block.

    Lines end at \n, \r\n and \r only: U+0085 and U+2028 can be halves of mojibake.

    >>> [(block.span, block.text) for block in split("  Un titre\n\n - un point ")]
    [((2, 10), 'Un titre'), ((13, 23), '- un point')]
    """
    return tuple(_blocks(text))


def _blocks(text: str) -> Iterator[Block]:
    at = 0
    # both ends of lines are one character long for this, so that the spans stay
    for line in (text.replace("\r", "\n") if "\r" in text else text).split("\n"):
        body = line.strip()
        if body:
            start = at if body == line else at + len(line) - len(line.lstrip())
            yield Block(start, start + len(body), body, body)
        at += len(line) + 1


def join(blocks: Sequence[Block], source: str) -> tuple[Block, ...]:
    """The blocks with the gaps of a clean text: list items that stood on consecutive lines stay so, all else is parted by a blank line.

    >>> source = "Un titre\\nUn texte.\\n* un\\n* deux"
    >>> listed = [b._replace(label=Label.LIST_ITEM) if b.text[0] == "*" else b for b in split(source)]
    >>> [block.gap for block in join(listed, source)]
    ['', '\\n\\n', '\\n\\n', '\\n']
    """
    out: list[Block] = []
    before: Block | None = None
    for block in blocks:
        if not block.kept:
            out.append(block)
            continue
        if before is None:
            gap = ""
        elif block.label in _LISTED and before.label in _LISTED and _touch(before, block, source):
            gap = "\n"
        else:
            gap = "\n\n"
        out.append(block if block.gap == gap else block.parted(gap))
        before = block
    return tuple(out)


def _touch(before: Block, block: Block, source: str) -> bool:
    between = source[before.end : block.start]
    return not between.strip() and between.replace("\r\n", "\n").count("\n") + between.count("\r") <= 1
