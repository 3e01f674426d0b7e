"""In how many different articles each line of a site stands: the part of learning that merges without loss, in any order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from newsclean.article import Article
from newsclean.profiles.article_lines import HEAD, TAIL, Seen, look
from newsclean.profiles.sketch import clusters
from newsclean.reading import Source


class Tally(NamedTuple):
    """A line, in how many different articles it stands, in how many of them in the head and in the tail, and an example."""

    key: str
    articles: int
    head: int
    tail: int
    example: str


class Counts:
    """What was seen on the articles of one site.

    `a | b` is what learning on the articles of both would have seen: an article that is in both counts once.

    >>> a, b = Counts.of(["Un texte.\\nPartager"]), Counts.of(["Un autre texte.\\nPartager", "Un texte.\\nPartager"])
    >>> [(tally.key, tally.articles) for tally in (a | b).tallies() if tally.articles > 1]
    [('partager', 2)]
    """

    def __init__(self) -> None:
        self.articles: dict[int, tuple[int, ...]] = {}
        self.lines: dict[str, dict[int, int]] = {}
        self.examples: dict[str, str] = {}

    @classmethod
    def of(cls, sources: Iterable[Source | Article]) -> Counts:
        """The counts of these articles; raises `TypeError` for a single text."""
        if isinstance(sources, (str, bytes)):
            raise TypeError("profiles are learned from many articles: give a list of texts, not one text")
        counts = cls()
        for source in sources:
            counts.add(look(source))
        return counts

    def add(self, seen: Seen) -> None:
        """Count one article; an empty one counts for nothing."""
        if not seen.bands:
            return
        self.articles[seen.id] = seen.bands
        for key, place, example in seen.lines:
            self._add(key, seen.id, place, example)

    def _add(self, key: str, article: int, place: int, example: str) -> None:
        where = self.lines.get(key)
        if where is None:
            self.lines[key] = {article: place}
            self.examples[key] = example
            return
        where[article] = where.get(article, 0) | place
        self.examples[key] = min(self.examples[key], example)

    def __or__(self, other: Counts) -> Counts:
        merged = Counts()
        for counts in (self, other):
            merged.articles |= counts.articles
            for key, where in counts.lines.items():
                for article, place in where.items():
                    merged._add(key, article, place, counts.examples[key])
        return merged

    def roots(self) -> dict[int, int]:
        """Article -> the one that stands for it and all that are nearly the same."""
        return clusters(self.articles)

    def total(self) -> int:
        """How many different articles were seen."""
        return different(len(self.articles), self.roots())

    def tallies(self) -> Iterator[Tally]:
        """All lines, each with its counts."""
        roots = self.roots()
        for key, where in self.lines.items():
            yield tally(key, where.items(), self.examples[key], roots)


def tally(key: str, where: Iterable[tuple[int, int]], example: str, roots: Mapping[int, int]) -> Tally:
    """The counts of one line from its (article, place) pairs, articles that are nearly the same counted once."""
    places: dict[int, int] = {}
    for article, place in where:
        root = roots.get(article, article)
        places[root] = places.get(root, 0) | place
    head = sum(place & HEAD > 0 for place in places.values())
    tail = sum(place & TAIL > 0 for place in places.values())
    return Tally(key, len(places), head, tail, example)


def different(articles: int, roots: Mapping[int, int]) -> int:
    """How many of the articles are left when each cluster is counted once.

    >>> different(10, {5: 3, 3: 3})
    9
    """
    return articles - sum(article != root for article, root in roots.items())
