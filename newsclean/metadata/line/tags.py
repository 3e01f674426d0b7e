"""Lines of tags: "Mots-clés: vélo, Zurich"."""

from __future__ import annotations

from typing import NamedTuple

from newsclean.languages import language_cache
from newsclean.metadata.line.results import LineMetadata, MetadataSpan, stripped_span
from newsclean.metadata.words import word_lists
from newsclean.vocabulary import Label

_MAX_HEAD = 30  # characters of the words that open a line of tags


class _Heads(NamedTuple):
    bare: tuple[str, ...]
    colon: frozenset[str]


@language_cache()
def _heads() -> _Heads:
    words = word_lists("tags")
    return _Heads(words["heads"], frozenset(words["colon_heads"]))


def read_tags(line: str, folded: str) -> LineMetadata | None:
    """Read a line of tags.

    Args:
        line: The line.
        folded: The same line, folded.

    >>> read_tags("Mots-clés: vélo, Zurich", "mots-clés: vélo, zurich").spans[0].value
    'vélo, Zurich'
    """
    start, end = stripped_span(line)
    head = folded[start : start + _MAX_HEAD]
    heads = _heads()
    name, colon, _ = head.partition(":")
    if not colon and not head.startswith(heads.bare):
        return None
    if colon and name.strip() in heads.colon and line[end - 1] not in ".!?":
        at = start + len(name) + 1
    else:
        word = next((w for w in heads.bare if head.startswith(w) and not head[len(w) : len(w) + 1].isalpha()), None)
        if word is None:
            return None
        at = start + len(word)
    value = line[at:end].strip(" :\u00a0")
    return LineMetadata(Label.TAGS, (MetadataSpan(Label.TAGS, start, end, value, "metadata.tags.line"),))
