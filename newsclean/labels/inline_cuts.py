"""Blocks as lines: the furniture glued into them cut out, and what each line then says by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsclean.article import Block, Label
from newsclean.edits import Edit, apply
from newsclean.labels.lexicon import Lexicon, lexicon_for
from newsclean.labels.line import Line, line_of
from newsclean.languages import language_cache
from newsclean.metadata import read_line
from newsclean.normal_forms import NormalForms
from newsclean.rules.matcher import Matcher, PossibleCuts, matcher_for
from newsclean.rules.pack import Pack
from newsclean.rules.rule import DEFAULT_LENGTH

SHORT = 80  # characters of a line that may come again in other articles
SEEN = 4_096  # short lines of a language that are remembered, twice at most: some 4 MB
Key = tuple[str, str]  # the text of a line and its mark


class Looked(NamedTuple):
    """A line that was looked at: what rules take out of it, the metadata that are cut out then, what the rest says by itself."""

    ruled: tuple[Edit, ...]
    cut: tuple[Edit, ...]
    line: Line


class There(NamedTuple):
    """What can be found in any line of a document: the anchors of cuts, and of patterns for long lines."""

    cuts: PossibleCuts
    anchors: frozenset[str]


class Memory:
    """The short lines that were looked at last, since sites repeat their furniture on every page.

    What is not asked for while as many new lines come as it holds is forgotten. Threads may share it: what one loses, it looks at again.

    >>> memory = Memory(size=1)
    >>> for key in (("a", ""), ("b", ""), ("c", "")):
    ...     memory.add(key, Looked((), (), None))
    >>> [memory.get((text, "")) is not None for text in "abc"]
    [False, True, True]
    """

    def __init__(self, size: int = SEEN) -> None:
        self._size = size
        self._young: dict[Key, Looked] = {}
        self._old: dict[Key, Looked] = {}

    def get(self, key: Key) -> Looked | None:
        """What was found out about a line, None when it is not remembered."""
        found = self._young.get(key)
        if found is None and (found := self._old.get(key)) is not None:
            self.add(key, found)
        return found

    def add(self, key: Key, looked: Looked) -> None:
        """Remember a line."""
        if len(self._young) >= self._size:
            self._old, self._young = self._young, {}
        self._young[key] = looked


def read_blocks(
    blocks: Sequence[Block],
    language: str | None,
    packs: tuple[Pack, ...],
    keep: frozenset[Label] = frozenset(),
) -> tuple[list[Block], list[Line]]:
    """The blocks without the furniture glued into them, and the line of each; pieces with a keep label are left in.

    >>> from newsclean.blocks import split_text
    >>> blocks, lines = read_blocks(split_text("Le trafic a repris samedi. (ats/nxp)"), "fr", ())
    >>> blocks[0].text, lines[0].kind
    ('Le trafic a repris samedi.', <LineKind.PROSE: 8>)
    """
    known = _looked_up([(block.text, block.mark) for block in blocks], language, packs, keep)
    pieces, lines = [], []
    for block in blocks:
        ruled, cut, line = known[block.text, block.mark]
        pieces.append(block.edited(ruled).edited(cut) if ruled or cut else block)
        lines.append(line)
    return pieces, lines


def _looked_up(
    keys: Sequence[Key], language: str | None, packs: tuple[Pack, ...], keep: frozenset[Label]
) -> dict[Key, Looked]:
    """What is found out about each line; those that are not remembered are looked at together."""
    memory, found, new = _memory(language, packs, keep), {}, []
    for key in dict.fromkeys(keys):
        looked = memory.get(key) if len(key[0]) <= SHORT else None
        if looked is None:
            new.append(key)
        else:
            found[key] = looked
    if not new:
        return found
    matcher, lexicon, texts = (
        matcher_for(language, packs),
        lexicon_for(language),
        NormalForms.of_lines([text for text, _ in new]),
    )
    there = There(
        matcher.cuts_possible_in("\n".join([text.straight_lower for text in texts])),
        matcher.long_anchors_in(
            "\n".join(
                [
                    text.straight_lower
                    for text in texts
                    if DEFAULT_LENGTH < len(text.straight_lower) <= 2 * matcher.longest
                ]
            )
        ),
    )
    for key, text in zip(new, texts, strict=True):
        looked = found[key] = _look(*key, text, matcher, lexicon, there, language, keep)
        if len(key[0]) <= SHORT:
            memory.add(key, looked)
    return found


@language_cache(8)
def _memory(language: str | None, packs: tuple[Pack, ...], keep: frozenset[Label]) -> Memory:  # noqa: ARG001 - the key
    """What is remembered of lines that are looked at with these rules."""
    return Memory()


def _look(
    text: str,
    mark: str,
    known: NormalForms,
    matcher: Matcher,
    lexicon: Lexicon,
    there: There,
    language: str | None,
    keep: frozenset[Label],
) -> Looked:
    """The furniture that rules take out of a line, the metadata that are cut out then, and the line that is left."""
    found = [cut for cut in matcher.find_cuts(text, known.straight_lower, there.cuts) if cut[2].label not in keep]
    metadata = read_line(text, language, known.folded)
    ruled = tuple(Edit(a, b, text[a:b], "", rule.id, rule.label) for a, b, rule in found)
    rest = apply(text, ruled) if ruled else text
    # a line that is metadata as a whole has nothing glued to it, and one of which a decoration would be left is furniture as a whole
    if ruled and (metadata.label or _is_decoration(rest)):
        return Looked((), (), line_of(text, metadata, matcher, lexicon, language, mark, known, there.anchors))
    if ruled:
        text = rest
        known = NormalForms.of(text)
        metadata = read_line(text, language, known.folded)
    cut = tuple(
        Edit(p.start, p.end, text[p.start : p.end], "", p.rule, p.label)
        for p in sorted(metadata.cuts, key=lambda p: p.start)
        if p.label not in keep
    )
    if cut:
        text = apply(text, cut)
        known = NormalForms.of(text)
        metadata = read_line(text, language, known.folded)
    # what is left of a cut line may have words at its ends that the document does not have
    anchors = None if ruled or cut else there.anchors
    return Looked(ruled, cut, line_of(text, metadata, matcher, lexicon, language, mark, known, anchors))


def _is_decoration(rest: str) -> bool:
    """Return True if marks are left of a line, but no word.

    >>> _is_decoration("» "), _is_decoration("Oui"), _is_decoration("")
    (True, False, False)
    """
    return bool(rest.strip()) and not any(map(str.isalnum, rest))
