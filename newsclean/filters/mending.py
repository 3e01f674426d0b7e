"""mend_lines: shattered sentences and hard-wrapped paragraphs joined, glued paragraphs parted."""

from __future__ import annotations

import functools
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsclean.article import Article, Block
from newsclean.edits import Edit, apply, compose, shifted
from newsclean.filters.base import Filter
from newsclean.mending import initial, joins, may_part, parts

ROUNDS = 4  # times that joined lines are looked at again; a text settles in two
CAPS = 20  # drop caps that a text may have; more are the letters of an index
BREAK = "\n\n"  # what stands between two paragraphs that were glued


@dataclass(frozen=True)
class MendLines(Filter):
    r"""Mends what a scraper did to lines; what is not certainly damaged stays as it is.

    >>> MendLines()("Le maire l'a dit au\nTemps\n, qui l'a publié jeudi avec une photo de la maison et un plan du jardin.")
    "Le maire l'a dit au Temps, qui l'a publié jeudi avec une photo de la maison et un plan du jardin."
    """

    name: str = "mend_lines"

    def apply(self, article: Article) -> Article:
        """The article with mended blocks."""
        blocks: Sequence[Block] = article.blocks
        texts = [block.text for block in blocks]
        for _ in range(ROUNDS):
            found = joins(texts, functools.partial(_gap, article.source, blocks), article.language)
            if not found:
                break
            blocks = list(_joined(blocks, found, article.source))
            texts = [block.text for block in blocks]
        lone = [n for n, text in enumerate(texts) if text[1:2] == " " and text[0].isupper()]
        spaces = {n: span for n in lone if len(lone) <= CAPS and (span := initial(texts[n], texts))}
        if spaces:
            blocks = [_whole(block, spaces.get(n)) for n, block in enumerate(blocks)]
        if may_part("\n".join(texts)):
            pieces = [piece for block in blocks for piece in _parted(block, parts(block.text))]
            blocks = pieces if len(pieces) > len(blocks) else blocks
        return article if blocks is article.blocks else article.replace(blocks=tuple(blocks))


def _gap(source: str, blocks: Sequence[Block], n: int) -> str:
    """What the source has in front of a block, when it may be joined with the one before it."""
    before, block = blocks[n - 1], blocks[n]
    alike = before.kept and block.kept and before.label == block.label and block.gap is None
    return source[before.end : block.start] if alike and not (before.mark or block.mark) else ""


def _joined(blocks: Sequence[Block], glue: dict[int, str], source: str) -> Iterator[Block]:
    """The blocks with each run of torn ones as one."""
    run: list[Block] = []
    between: list[str] = []
    for n, block in enumerate(blocks):
        if n in glue:
            between.append(glue[n])
        elif run:
            yield _one(run, between, source)
            run, between = [], []
        run.append(block)
    yield _one(run, between, source)


def _one(run: Sequence[Block], glue: Sequence[str], source: str) -> Block:
    """One block over the span of several; its edits are theirs, and one for each gap."""
    if len(run) == 1:
        return run[0]
    first, last = run[0], run[-1]
    start = first.start
    earlier = [edit for block in run for edit in shifted(block.edits, block.start - start)]
    new: list[Edit] = []
    at = len(first.text)
    for before, block, now in zip(run, run[1:], glue, strict=False):
        was = source[before.end : block.start]
        if was != now:
            new.append(Edit(at, at + len(was), was, now, "mend.join"))
        at += len(was) + len(block.text)
    text = source[start : last.end]
    edits = compose(text, earlier, new)
    return first._replace(end=last.end, source=text, text=apply(text, edits), edits=edits)


def _whole(block: Block, space: tuple[int, int] | None) -> Block:
    """The block with its first letter beside the rest of the word."""
    return block.edited([Edit(*space, block.text[slice(*space)], "", "mend.initial")]) if space else block


def _parted(block: Block, places: Sequence[int]) -> Iterator[Block]:
    """The block as several, one behind the other, at places of its text that no edit covers."""
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
        yield whole._replace(text=apply(source, moved), gap=BREAK if start else block.gap)


def _source_offsets(block: Block, places: Sequence[int]) -> Iterator[int]:
    """Where places of the text, in order, stand in the block's source; those inside an edit are left out."""
    edits, shift = deque(block.edits), 0
    for place in places:
        while edits and edits[0].start + shift + len(edits[0].after) <= place:
            edit = edits.popleft()
            shift += len(edit.after) - len(edit.before)
        if not edits or place <= edits[0].start + shift:
            yield place - shift


mend_lines = MendLines()
