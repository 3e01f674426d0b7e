"""mend_lines: joins shattered sentences and hard-wrapped paragraphs, splits glued paragraphs."""

from __future__ import annotations

import functools
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsclean.article import Article, Block
from newsclean.edits import Edit, apply, compose, shifted
from newsclean.filters.base import Filter
from newsclean.mending import Join, find_drop_cap, find_joins, find_splits, may_split

_MAX_ROUNDS = 4  # passes over joined lines; a text settles in two
_MAX_DROP_CAPS = 20  # drop caps of a text; more are the letters of an index
_PARAGRAPH_BREAK = "\n\n"  # put between two paragraphs that were glued


@dataclass(frozen=True)
class MendLines(Filter):
    r"""Repairs line structure that a scraper damaged; what is not certainly damaged stays as it is.

    >>> MendLines()("Le maire l'a dit au\nTemps\n, qui l'a publié jeudi avec une photo de la maison et un plan du jardin.")
    "Le maire l'a dit au Temps, qui l'a publié jeudi avec une photo de la maison et un plan du jardin."
    """

    name: str = "mend_lines"

    def apply(self, article: Article) -> Article:
        """Return the article with mended blocks; the same object if nothing is damaged."""
        blocks: Sequence[Block] = article.blocks
        texts = [block.text for block in blocks]
        for _ in range(_MAX_ROUNDS):
            found = find_joins(texts, functools.partial(_source_gap, article.source, blocks), article.language)
            if not found:
                break
            blocks = list(_joined(blocks, found, article.source))
            texts = [block.text for block in blocks]
        lone = [n for n, text in enumerate(texts) if text[1:2] == " " and text[0].isupper()]
        spaces = {n: span for n in lone if len(lone) <= _MAX_DROP_CAPS and (span := find_drop_cap(texts[n], texts))}
        if spaces:
            blocks = [_without_space(block, spaces.get(n)) for n, block in enumerate(blocks)]
        if may_split("\n".join(texts)):
            pieces = [piece for block in blocks for piece in _split(block, find_splits(block.text))]
            blocks = pieces if len(pieces) > len(blocks) else blocks
        return article if blocks is article.blocks else article.replace(blocks=tuple(blocks))


def _source_gap(source: str, blocks: Sequence[Block], n: int) -> str:
    """Return the source text before a block, or "" if the block must not be joined with the one before it."""
    if not n:
        return source[: blocks[0].start]
    before, block = blocks[n - 1], blocks[n]
    alike = before.kept and block.kept and before.label == block.label and block.gap is None
    return source[before.end : block.start] if alike and not (before.mark or block.mark) else ""


def _joined(blocks: Sequence[Block], joins: Mapping[int, Join], source: str) -> Iterator[Block]:
    """Yield the blocks, with each run of joined ones merged."""
    run: list[Block] = []
    between: list[Join] = []
    for n, block in enumerate(blocks):
        if n in joins:
            between.append(joins[n])
        elif run:
            yield _merged(run, between, source)
            run, between = [], []
        run.append(block)
    yield _merged(run, between, source)


def _merged(run: Sequence[Block], joins: Sequence[Join], source: str) -> Block:
    """Return one block over the span of several; it has their edits, and one for each gap."""
    if len(run) == 1:
        return run[0]
    first, last = run[0], run[-1]
    start = first.start
    earlier = [edit for block in run for edit in shifted(block.edits, block.start - start)]
    new: list[Edit] = []
    at = len(first.text)
    for before, block, join in zip(run, run[1:], joins, strict=False):
        gap = source[before.end : block.start]
        was = before.text[len(before.text) - join.before :] + gap + block.text[: join.after]
        if was != join.glue:
            low = at - join.before
            new.append(Edit(low, low + len(was), was, join.glue, "mend.join"))
        at += len(gap) + len(block.text)
    text = source[start : last.end]
    edits = compose(text, earlier, new)
    return first._replace(end=last.end, source=text, text=apply(text, edits), edits=edits)


def _without_space(block: Block, space: tuple[int, int] | None) -> Block:
    """Return the block without the space after its drop cap."""
    return block.edited([Edit(*space, block.text[slice(*space)], "", "mend.initial")]) if space else block


def _split(block: Block, places: Sequence[int]) -> Iterator[Block]:
    """Yield the parts of a block that is split at offsets of its text; offsets inside an edit are ignored."""
    cuts = list(_source_offsets(block, places))
    if not cuts:
        yield block
        return
    edits = deque(block.edits)
    for start, stop in pairwise((0, *cuts, len(block.source))):
        own = []
        while edits and edits[0].end <= stop:
            own.append(edits.popleft())
        source, moved = block.source[start:stop], tuple(shifted(own, -start))
        whole = block._replace(start=block.start + start, end=block.start + stop, source=source, edits=moved)
        yield whole._replace(text=apply(source, moved), gap=_PARAGRAPH_BREAK if start else block.gap)


def _source_offsets(block: Block, places: Sequence[int]) -> Iterator[int]:
    """Yield the source offsets of ascending text offsets; those inside an edit are left out."""
    edits, shift = deque(block.edits), 0
    for place in places:
        while edits and edits[0].start + shift + len(edits[0].after) <= place:
            edit = edits.popleft()
            shift += len(edit.after) - len(edit.before)
        if not edits or place <= edits[0].start + shift:
            yield place - shift


mend_lines = MendLines()
