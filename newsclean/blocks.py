"""Blocks: the lines and paragraphs of a source, with their spans; text is split into blocks, and gaps are set between kept blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from newsclean.edits import Edit, apply, compose
from newsclean.vocabulary import Label

BAR = " | "  # separates the cells of a table row
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

    Attributes:
        start: Offset of its first character in the source of the article.
        end: Offset after its last character.
        source: The characters between them.
        text: The same after the edits.
        edits: The edits from `source` to `text`, with offsets in `source`.
        label: What the block is; None until it is labelled.
        evidence: The reasons for the label.
        kept: Whether it is part of the text of the article.
        gap: The white space between it and the kept block before it; None for that of the source.
        mark: In HTML mode the name of its tag, else "".
        clues: In HTML mode numbers that describe its place in the markup, by name.

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
        """The span of the block in the source, in code points."""
        return self.start, self.end

    @property
    def why(self) -> str:
        """The label and the four strongest reasons for it, in one readable line."""
        label = self.label.value if self.label else "not labelled"
        reasons = ", ".join(map(str, self.evidence[:4]))
        return f"{label}: {reasons}" if reasons else label

    def with_label(self, label: Label | None, evidence: tuple[Evidence, ...]) -> Block:
        """Return the block with a label and the reasons for it."""
        # written out, this takes half the time of `_replace`, which matters in texts of many lines
        start, end, source, text, edits, _, _, kept, gap, mark, clues = self
        return Block(start, end, source, text, edits, label, evidence, kept, gap, mark, clues)

    def with_gap(self, gap: str) -> Block:
        """Return the block with this white space between it and the kept block before it."""
        start, end, source, text, edits, label, evidence, kept, _, mark, clues = self
        return Block(start, end, source, text, edits, label, evidence, kept, gap, mark, clues)

    def edited(self, edits: Iterable[Edit]) -> Block:
        """Return the block after more edits, which have their offsets in `text`."""
        new = tuple(edits)
        if not new:
            return self
        return self._replace(text=apply(self.text, new), edits=compose(self.source, self.edits, new))


def split_text(text: str) -> tuple[Block, ...]:
    r"""Return the lines of a text as blocks, without surrounding spaces; blank lines make no block.

    Lines end at \n, \r\n and \r only: U+0085 and U+2028 can be parts of mojibake.

    >>> [(block.span, block.text) for block in split_text("  Un titre\n\n - un point ")]
    [((2, 10), 'Un titre'), ((13, 23), '- un point')]
    """
    return tuple(_blocks(text))


def _blocks(text: str) -> Iterator[Block]:
    at = 0
    # \r is replaced by one character, so that offsets stay the same
    for line in (text.replace("\r", "\n") if "\r" in text else text).split("\n"):
        body = line.strip()
        if body:
            start = at if body == line else at + len(line) - len(line.lstrip())
            yield Block(start, start + len(body), body, body)
        at += len(line) + 1


def set_gaps(blocks: Sequence[Block], source: str) -> tuple[Block, ...]:
    """Return the blocks with the gaps of a clean text: a line break between list items on consecutive lines, a blank line elsewhere.

    >>> source = "Un titre\\nUn texte.\\n* un\\n* deux"
    >>> listed = [b._replace(label=Label.LIST_ITEM) if b.text[0] == "*" else b for b in split_text(source)]
    >>> [block.gap for block in set_gaps(listed, source)]
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
        elif block.label in _LISTED and before.label in _LISTED and _consecutive(before, block, source):
            gap = "\n"
        else:
            gap = "\n\n"
        out.append(block if block.gap == gap else block.with_gap(gap))
        before = block
    return tuple(out)


def _consecutive(before: Block, block: Block, source: str) -> bool:
    between = source[before.end : block.start]
    return not between.strip() and between.replace("\r\n", "\n").count("\n") + between.count("\r") <= 1
