"""fix_encoding: repairs mojibake, entities, escapes and invisible characters, block by block."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsclean.article import Article, Block
from newsclean.clues import OUTSIDE
from newsclean.edits import Edit, apply, shifted
from newsclean.encoding import repair
from newsclean.filters.base import Filter
from newsclean.language import find_language
from newsclean.patterns import lazy_re


@dataclass(frozen=True)
class FixEncoding(Filter):
    """Repairs what a wrong decoding did to a text; clean text stays as it is.

    Args:
        guess: Also repair where information is lost and more than one word is possible.
        name: Name of the step in a cleaner.

    >>> FixEncoding()("Lâ€™Ã©tÃ© dernier")
    'L’été dernier'
    """

    guess: bool = False
    name: str = "fix_encoding"

    def apply(self, article: Article) -> Article:
        """Return the article with repaired blocks; an unknown language is detected again after the repair."""
        repairs = repair([_repairable(block) for block in article.blocks], article.language, guess=self.guess)
        if not any(repairs):
            return _normalize_line_ends(article)
        blocks = tuple(
            piece
            for block, edits in zip(article.blocks, repairs, strict=True)
            for piece in _split_lines(block.edited(edits))
        )
        language = article.language or find_language(block.text for block in blocks)
        return _normalize_line_ends(article.replace(blocks=blocks, language=language))


def _repairable(block: Block) -> str:
    """Return the text of a block, or "" for one outside the article of a page, which is dropped anyway."""
    return "" if block.clues is not None and OUTSIDE in block.clues else block.text


def _normalize_line_ends(article: Article) -> Article:
    """Return the article with \\n for the lone \\r of old files."""
    source = article.source
    if "\r" not in source or not _LONE_RETURN.search(source):
        return article
    blocks, at = [], 0
    for block in article.blocks:
        gap = source[at : block.start]
        blocks.append(block._replace(gap=_LONE_RETURN.sub("\n", gap)) if block.gap is None and "\r" in gap else block)
        at = block.end
    tail = source[at:]
    return article.replace(blocks=tuple(blocks), tail=_LONE_RETURN.sub("\n", tail) if "\r" in tail else article.tail)


def _split_lines(block: Block) -> Iterator[Block]:
    """Yield the block, split where the repair found the end of a line (U+2028, a form feed)."""
    if "\n" not in block.text:
        yield block
        return
    ends = [edit for edit in block.edits if edit.after == "\n" and not edit.before.strip()]
    at = 0
    for edit in (*ends, None):
        stop = edit.start if edit else len(block.source)
        inner = [e for e in block.edits if at <= e.start and e.end <= stop and e is not edit]
        piece = block.source[at:stop]
        text = apply(piece, shifted(inner, -at))
        # an end of line inside a longer repair splits nothing: its place in the source is not certain
        breaks = [Edit(n, n + 1, "\n", " ", "space") for n, mark in enumerate(text) if mark == "\n"]
        if piece.strip():
            span = block.start + at, block.start + stop
            gap = "\n" if at else block.gap
            part = Block(*span, piece, text, tuple(shifted(inner, -at)), gap=gap, mark=block.mark, clues=block.clues)
            yield part.edited(breaks)
        at = edit.end if edit else stop


_LONE_RETURN = lazy_re(r"\r(?!\n)")
fix_encoding = FixEncoding()
