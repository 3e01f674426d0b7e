"""What one article says of its site: its lines, where they stand, and the sketch that tells it from copies of it."""

from __future__ import annotations

from typing import NamedTuple

from newsclean.article import Article
from newsclean.blocks import split_text
from newsclean.normal_forms import line_key
from newsclean.profiles.keys import counting_key
from newsclean.profiles.sketch import digest, sketch_bands
from newsclean.reading import Source, read, sniff

HEAD, TAIL = 1, 2  # bits of a place: numbers, since they are written to files and added up on clusters
EDGE_SHARE = 0.15  # of the lines of an article that are its head, and its tail: menus and footers rarely have more
EXAMPLE_LENGTH = 200  # characters of an example that are kept, enough to recognise the line


class CountedLine(NamedTuple):
    """A line of an article.

    Attributes:
        key: The key under which it is counted.
        place: Where it stands: `HEAD`, `TAIL`, both bits or 0.
        example: How it was written.
    """

    key: str
    place: int
    example: str


class ArticleLines(NamedTuple):
    """The lines of one article, each key once.

    Attributes:
        id: A number that stands for the article: the same for the same lines.
        bands: The bands of its sketch; articles that share one are copies. An empty article has none.
        lines: The lines.
    """

    id: int
    bands: tuple[int, ...]
    lines: tuple[CountedLine, ...]


def scan(source: Source | Article) -> ArticleLines:
    """Return what an article says of its site: each of its lines once.

    Args:
        source: A text, a page, bytes or an `Article`.

    Raises:
        TypeError: The source is something else.

    >>> [line.key for line in scan("Le conseil a voté le budget.\\nVotre publicité ici\\nVotre publicité ici").lines]
    ['le conseil a voté le budget', 'votre publicité ici']
    """
    texts = _encodable(_texts(source))
    keys = [line_key(text) for text in texts]
    edge = max(1.0, EDGE_SHARE * len(texts))
    found: dict[str, CountedLine] = {}
    for n, (text, known_key) in enumerate(zip(texts, keys, strict=True)):
        key = counting_key(text, known_key)
        if not key:
            continue
        place = HEAD * (n < edge) + TAIL * (len(texts) - n <= edge)
        example = " ".join(text.split())[:EXAMPLE_LENGTH]
        if known := found.get(key):
            place, example = known.place | place, min(known.example, example)
        found[key] = CountedLine(key, place, example)
    return ArticleLines(digest("\n".join(sorted(set(keys)))), sketch_bands(keys), tuple(found.values()))


def _texts(source: Source | Article) -> list[str]:
    if isinstance(source, Article):
        return [block.source for block in source.blocks]
    if isinstance(source, str) and sniff(source) == "text":
        return [block.source for block in split_text(source)]
    return [block.source for block in read(source).blocks]


def _encodable(texts: list[str]) -> list[str]:
    """Return the texts without lone surrogates, which no file and no cluster could carry."""
    try:
        "\n".join(texts).encode()
    except UnicodeEncodeError:
        return [text.encode("utf-8", "replace").decode() for text in texts]
    return texts
