"""Blocks as lines: the furniture glued into them cut out, and what each line then says by itself."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence

from newsclean.article import Block, Label
from newsclean.edits import Edit, apply
from newsclean.labels.lines import Line, line_of
from newsclean.labels.matching import Anchored, Matcher, matcher_for
from newsclean.labels.rules import Pack
from newsclean.labels.texts import Text, text_of, texts_of
from newsclean.metadata import read_line

SHORT = 80  # characters of a line that may come again in other articles
SEEN = 4_096  # short lines of a language that are remembered: some 4 MB
# what rules take out of a line, the metadata that are cut out then, and what the rest says by itself
Looked = tuple[tuple[Edit, ...], tuple[Edit, ...], Line]


def read_blocks(
    blocks: Sequence[Block],
    language: str | None,
    packs: tuple[Pack, ...],
    spared: frozenset[Label] = frozenset(),
) -> tuple[list[Block], list[Line]]:
    """The blocks without the furniture glued into them, and the line of each; pieces with a spared label are left in.

    >>> from newsclean.blocks import split
    >>> blocks, lines = read_blocks(split("Le trafic a repris samedi. (ats/nxp)"), "fr", ())
    >>> blocks[0].text, lines[0].kind
    ('Le trafic a repris samedi.', 'p')
    """
    matcher, short = matcher_for(language, packs), _short(language, packs, spared)
    known: dict[tuple[str, str], Looked] = {}
    texts = texts_of([block.text for block in blocks])
    there = matcher.cuts_in("\n".join([text.low for text in texts]))
    pieces, lines = [], []
    for block, text in zip(blocks, texts, strict=True):
        key = block.text, block.mark
        looked = known.get(key)
        if looked is None:
            looked = short(*key) if len(block.text) <= SHORT else _look(*key, text, matcher, there, language, spared)
            known[key] = looked
        rules, metadata, line = looked
        pieces.append(block.edited(rules).edited(metadata) if rules or metadata else block)
        lines.append(line)
    return pieces, lines


@functools.lru_cache(maxsize=8)
def _short(language: str | None, packs: tuple[Pack, ...], spared: frozenset[Label]) -> Callable[[str, str], Looked]:
    """How short lines are looked at: the last of them are known, since sites repeat their furniture on every page."""
    matcher = matcher_for(language, packs)

    @functools.lru_cache(maxsize=SEEN)
    def look(text: str, mark: str) -> Looked:
        known = text_of(text)
        return _look(text, mark, known, matcher, matcher.cuts_in(known.low), language, spared)

    return look


def _look(
    text: str,
    mark: str,
    known: Text,
    matcher: Matcher,
    there: Anchored,
    language: str | None,
    spared: frozenset[Label],
) -> Looked:
    """The furniture that rules take out of a line, the metadata that are cut out then, and the line that is left."""
    found = [cut for cut in matcher.find_cuts(text, known.low, there) if cut[2].label not in spared]
    reading = read_line(text, language, known.folded)
    if found and reading.label:  # the whole line is metadata: nothing in it is glued
        return (), (), line_of(text, reading, matcher, mark, known)
    ruled = tuple(Edit(a, b, text[a:b], "", rule.id, rule.label) for a, b, rule in found)
    if ruled:
        text = apply(text, ruled)
        known = text_of(text)
        reading = read_line(text, language, known.folded)
    cut = tuple(
        Edit(p.start, p.end, text[p.start : p.end], "", p.rule, p.label)
        for p in sorted(reading.cuts, key=lambda p: p.start)
        if p.label not in spared
    )
    if cut:
        text = apply(text, cut)
        known = text_of(text)
        reading = read_line(text, language, known.folded)
    return ruled, cut, line_of(text, reading, matcher, mark, known)
