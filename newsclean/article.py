"""The data model: an article is its source and its blocks, each with a label and the reasons for it.

Articles are immutable: every filter returns a new one. `source` never changes, and blocks that are removed stay in `blocks` with `kept`
False. So the text is always the kept blocks and the gaps between them, and `edits` always lead from the source to the text and back.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator
from typing import Any, NamedTuple

from newsclean.blocks import Block, Evidence
from newsclean.edits import Edit, undo
from newsclean.errors import NewscleanError
from newsclean.fields import NO_FIELDS, FieldAccessors, Fields, Span, reading_minutes
from newsclean.json_form import SCHEMA, block_form, fields_form
from newsclean.offsets import Offsets
from newsclean.unified_diff import unified_diff
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


class Link(NamedTuple):
    """A link of a page: a span of the source, and the address that it leads to.

    >>> Link(6, 16, "https://example.org/a").url
    'https://example.org/a'
    """

    start: int
    end: int
    url: str


@dataclasses.dataclass(frozen=True)
class Article(FieldAccessors):
    """A source, its blocks, and what was found out about it.

    Attributes:
        source: The text that came in; for a page, the text of its blocks.
        blocks: All blocks, in the order of the source.
        kind: "text" or "html".
        language: The language, such as "fr"; None if unknown.
        locale: The locale of the typography, such as "fr-CH"; None if unknown.
        url: The address of the article, if it was given.
        encoding: The encoding that bytes were decoded from.
        decode_errors: The number of characters that could not be decoded.
        notes: Remarks for the reader, such as "more than half of the prose would have gone, it stays".
        fields: The metadata.
        tail: The white space after the last block; None for that of the source.
        links: The links of a page, if they were asked for.

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
        """The blocks that make up the text, in order."""
        return tuple(block for block in self.blocks if block.kept)

    @property
    def removed(self) -> tuple[Block, ...]:
        """The blocks that were removed, in order."""
        return tuple(block for block in self.blocks if not block.kept)

    @functools.cached_property
    def text(self) -> str:
        """The text of the article: the kept blocks after their edits, with the gaps between them."""
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
        """Return the source, from the text and the edits: nothing is lost."""
        return undo(self.text, self.edits)

    def to_source(self, offset: int) -> int:
        """Return the offset in `source` for an offset in `text`, in code points.

        Raises:
            NewscleanError: An offset outside of the text.
        """
        return self._offsets.to_source(_inside(offset, "text", len(self.text)))

    def from_source(self, offset: int) -> int:
        """Return the offset in `text` for an offset in `source`; removed characters map to the place where they were.

        Raises:
            NewscleanError: An offset outside of the source.
        """
        return self._offsets.from_source(_inside(offset, "source", len(self.source)))

    def source_span(self, start: int, end: int) -> Span:
        """Return the span in `source` of the characters `text[start:end]`, to map an annotation of the text back.

        What was removed at either end stays outside, what was removed in the middle is inside. A character that an edit inserted maps
        to all that the edit replaced, and an empty span to an empty one.

        Raises:
            NewscleanError: A span outside of the text.

        >>> from newsclean import analyze
        >>> article = analyze("Partager\\n\\nL'Etat a versé 250 francs aux communes lundi soir.")
        >>> start, end = article.source_span(0, 6)
        >>> article.text[:6], article.source[start:end]
        ('L’Etat', "L'Etat")
        """
        size = len(self.text)
        return self._offsets.span_to_source(_inside(start, "text", size), _inside(end, "text", size))

    def text_span(self, start: int, end: int) -> Span:
        """Return the span in `text` of the characters `source[start:end]`; it is empty if all of them were removed."""
        size = len(self.source)
        return self._offsets.span_from_source(_inside(start, "source", size), _inside(end, "source", size))

    def replace(self, **changes: Any) -> Article:
        """Return a copy with some attributes changed."""
        return dataclasses.replace(self, **changes)

    def with_note(self, note: str) -> Article:
        """Return a copy with one more note."""
        return self if note in self.notes else dataclasses.replace(self, notes=(*self.notes, note))

    def diff(self) -> str:
        """Return a unified diff from the source to the text."""
        return unified_diff(self.source, self.text, self.edits)

    def to_dict(self) -> dict[str, Any]:
        """Return the article as plain data for JSON; `newsclean.report.schema()` describes its form."""
        return {
            "schema": SCHEMA,
            "text": self.text,
            "kind": self.kind,
            "language": self.language,
            "locale": self.locale,
            "url": self.url,
            **fields_form(self.fields),
            "reading_minutes": self.reading_minutes,
            "encoding": self.encoding,
            "decode_errors": self.decode_errors,
            "notes": list(self.notes),
            "blocks": [block_form(block) for block in self.blocks],
        }

    @property
    def reading_minutes(self) -> int:
        """The minutes that it takes to read the text (`newsclean.fields.reading_minutes`)."""
        return reading_minutes(self.text)

    @functools.cached_property
    def _offsets(self) -> Offsets:
        return Offsets(self.edits)

    def _layout(self) -> Iterator[tuple[str, Block | None]]:
        """Yield (gap, kept block) in order, at last (gap, None) for the end."""
        at, gap, dropped, first = 0, "", False, True
        for block in self.blocks:
            between = self.source[at : block.start]
            gap = max(gap, between, key=_line_breaks) if gap else between
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


def _line_breaks(gap: str) -> tuple[int, int]:
    """Return the number of line breaks and of characters: the larger of two gaps has more of them."""
    return gap.count("\n") + gap.count("\r"), len(gap)


def _inside(offset: int, name: str, size: int) -> int:
    """Return the offset if it lies in a text of this size or at its end; any other belongs to another text, or to bytes."""
    if not 0 <= offset <= size:
        raise NewscleanError(f"the offset {offset} lies outside of the {name} ({size} characters); count code points")
    return offset
