"""What one article says of its site: its lines, where they stand, and the sketch that tells it from copies of it."""

from __future__ import annotations

from typing import NamedTuple

from newsclean.article import Article
from newsclean.blocks import split_text
from newsclean.normal_forms import line_key
from newsclean.profiles.keys import key_of
from newsclean.profiles.sketch import bands_of, digest
from newsclean.reading import Source, read, sniff

HEAD, TAIL = 1, 2
EDGE = 0.15  # share of the lines of an article that are its head, and its tail
EXAMPLE = 200  # characters of an example that are kept


class Sighting(NamedTuple):
    """A line in an article: its key, its place (HEAD, TAIL, both or 0) and how it was written."""

    key: str
    place: int
    example: str


class Seen(NamedTuple):
    """One article: the number that stands for it, the bands of its sketch, its lines."""

    id: int
    bands: tuple[int, ...]
    lines: tuple[Sighting, ...]


def look(source: Source | Article) -> Seen:
    """What an article says of its site: each of its lines once.

    Raises `TypeError` for anything but a text, a page, bytes or an `Article`.

    >>> [line.key for line in look("Le conseil a voté le budget.\\nVotre publicité ici\\nVotre publicité ici").lines]
    ['le conseil a voté le budget', 'votre publicité ici']
    """
    texts = _encodable(_lines(source))
    folded = [line_key(text) for text in texts]
    edge = max(1.0, EDGE * len(texts))
    found: dict[str, Sighting] = {}
    for n, (text, plain) in enumerate(zip(texts, folded, strict=True)):
        key = key_of(text, plain)
        if not key:
            continue
        place = HEAD * (n < edge) + TAIL * (len(texts) - n <= edge)
        example = " ".join(text.split())[:EXAMPLE]
        if known := found.get(key):
            place, example = known.place | place, min(known.example, example)
        found[key] = Sighting(key, place, example)
    return Seen(digest("\n".join(sorted(set(folded)))), bands_of(folded), tuple(found.values()))


def _lines(source: Source | Article) -> list[str]:
    if isinstance(source, Article):
        return [block.source for block in source.blocks]
    if isinstance(source, str) and sniff(source) == "text":
        return [block.source for block in split_text(source)]
    return [block.source for block in read(source).blocks]


def _encodable(texts: list[str]) -> list[str]:
    """The texts without lone surrogates, which no file and no cluster could carry."""
    try:
        "\n".join(texts).encode()
    except UnicodeEncodeError:
        return [text.encode("utf-8", "replace").decode() for text in texts]
    return texts
