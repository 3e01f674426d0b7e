"""The data model: an article is its source and the blocks found in it, each with a label and the reasons for it."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from newsclean.edits import Edit, Offsets, apply, undo
from newsclean.errors import NewscleanError
from newsclean.fields import NO_FIELDS, Fields, Span, Told, reading_minutes
from newsclean.vocabulary import CONTENT, FURNITURE, GROUPS, METADATA, Label, labels_of

__all__ = [
    "CONTENT",
    "FURNITURE",
    "GROUPS",
    "METADATA",
    "Article",
    "Block",
    "Edit",
    "Evidence",
    "Fields",
    "Label",
    "Link",
    "labels_of",
]


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
        from newsclean.edits import compose

        new = tuple(edits)
        if not new:
            return self
        return self._replace(text=apply(self.text, new), edits=compose(self.source, self.edits, new))


class Link(NamedTuple):
    """A stretch of the source that leads to another page, and the address.

    >>> Link(6, 16, "https://example.org/a").url
    'https://example.org/a'
    """

    start: int
    end: int
    url: str


@dataclasses.dataclass(frozen=True)
class Article(Told):
    """A source, its blocks, and what was found out about it; every filter makes a new one.

    `kind` is "text" or "html"; `encoding` and `decode_errors` (replaced characters) are set when bytes came in; `notes` are
    remarks for the reader, such as "more than half of the prose would have gone, it stays"; `links` are those of a page, when they were asked for.

    >>> article = Article("Partager", (Block(0, 8, "Partager", "Partager", kept=False),))
    >>> article.text, article.rebuild()
    ('', 'Partager')
    """

    source: str
    blocks: tuple[Block, ...] = ()
    kind: str = "text"
    language: str | None = None
    locale: str | None = None
    url: str | None = None
    encoding: str | None = None
    decode_errors: int = 0
    notes: tuple[str, ...] = ()
    fields: Fields = NO_FIELDS
    tail: str | None = None
    links: tuple[Link, ...] = ()

    @property
    def kept(self) -> tuple[Block, ...]:
        """The blocks that make the text, in order."""
        return tuple(block for block in self.blocks if block.kept)

    @property
    def removed(self) -> tuple[Block, ...]:
        """The blocks that do not, in order."""
        return tuple(block for block in self.blocks if not block.kept)

    @functools.cached_property
    def text(self) -> str:
        """The kept blocks as they now read, joined."""
        parts: list[str] = []
        for gap, block in self._layout():
            parts.append(gap)
            if block is not None:
                parts.append(block.text)
        return "".join(parts)

    @functools.cached_property
    def edits(self) -> tuple[Edit, ...]:
        """All edits from the source to the text: `apply(article.source, article.edits) == article.text`."""
        return tuple(self._edits())

    def rebuild(self) -> str:
        """The source again, from the text and the edits: nothing is lost."""
        return undo(self.text, self.edits)

    def to_source(self, offset: int) -> int:
        """The offset in `source` for an offset in `text` (code points); raises `NewscleanError` for one that lies outside."""
        return self._offsets.to_source(_inside(offset, "text", len(self.text)))

    def from_source(self, offset: int) -> int:
        """The offset in `text` for an offset in `source`; what was removed maps to the place where it stood.

        Raises `NewscleanError` for an offset that lies outside of the source.
        """
        return self._offsets.from_source(_inside(offset, "source", len(self.source)))

    def source_span(self, start: int, end: int) -> Span:
        """The span in `source` of the characters `text[start:end]`: carries a mark on the clean text back.

        What was removed at either end stays outside, what was removed in the middle is inside; a character that an edit made stands for
        all that the edit replaced. An empty span gives an empty one; one that lies outside raises `NewscleanError`.

        >>> from newsclean import analyze
        >>> article = analyze("Partager\\n\\nL'Etat a versé 250 francs aux communes lundi soir.")
        >>> start, end = article.source_span(0, 6)
        >>> article.text[:6], article.source[start:end]
        ('L’Etat', "L'Etat")
        """
        size = len(self.text)
        return self._offsets.span_to_source(_inside(start, "text", size), _inside(end, "text", size))

    def text_span(self, start: int, end: int) -> Span:
        """The span in `text` of the characters `source[start:end]`: empty when all of them were removed."""
        size = len(self.source)
        return self._offsets.span_from_source(_inside(start, "source", size), _inside(end, "source", size))

    def replace(self, **changes: Any) -> Article:
        """A copy with some fields changed."""
        return dataclasses.replace(self, **changes)

    def noted(self, note: str) -> Article:
        """A copy with one more note."""
        return self if note in self.notes else dataclasses.replace(self, notes=(*self.notes, note))

    def diff(self) -> str:
        """A unified diff from the source to the text."""
        from newsclean.report import diff

        return diff(self)

    def to_dict(self) -> dict[str, Any]:
        """The article as plain data for JSON."""
        from newsclean.report import to_dict

        return to_dict(self)

    @property
    def reading_minutes(self) -> int:
        """The minutes that reading the text takes, at 238 words a minute (`newsclean.fields.reading_minutes`)."""
        return reading_minutes(self.text)

    @functools.cached_property
    def _offsets(self) -> Offsets:
        return Offsets(self.edits)

    def _layout(self) -> Iterator[tuple[str, Block | None]]:
        """(gap, kept block) in order, last (gap, None) for the end."""
        at, gap, dropped, first = 0, "", False, True
        for block in self.blocks:
            between = self.source[at : block.start]
            gap = max(gap, between, key=_breaks) if gap else between
            at = block.end
            if not block.kept:
                dropped = True
                continue
            if block.gap is not None:
                gap = block.gap
            elif first and dropped:
                gap = ""
            yield gap, block
            gap, dropped, first = "", False, False
        end = self.source[at:]
        yield (self.tail if self.tail is not None else "" if dropped else end), None

    def _edits(self) -> Iterator[Edit]:
        gaps = {id(block): gap for gap, block in self._layout() if block is not None}
        end = next(gap for gap, block in self._layout() if block is None)
        at, source = 0, self.source
        for block in self.blocks:
            if not block.kept:
                gap = source[at : block.start]
                if gap:
                    yield Edit(at, block.start, gap, "", "layout")
                label = block.label.value if block.label else None
                yield Edit(block.start, block.end, block.source, "", f"drop.{label or 'empty'}", label)
            else:
                was, now = source[at : block.start], gaps[id(block)]
                if was != now:
                    yield Edit(at, block.start, was, now, "layout")
                for start, stop, before, after, rule, of in block.edits:
                    yield Edit(start + block.start, stop + block.start, before, after, rule, of)
            at = block.end
        if source[at:] != end:
            yield Edit(at, len(source), source[at:], end, "layout")


def _breaks(gap: str) -> tuple[int, int]:
    return gap.count("\n") + gap.count("\r"), len(gap)


def _inside(offset: int, name: str, size: int) -> int:
    """The offset, when it lies in a text of this size or at its end: any other is that of another text, or of bytes."""
    if not 0 <= offset <= size:
        raise NewscleanError(f"the offset {offset} lies outside of the {name} ({size} characters); count code points")
    return offset
