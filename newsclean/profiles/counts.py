"""In how many different articles each line of a site stands: the part of learning that merges without loss, in any order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from newsclean.article import Article
from newsclean.profiles.article_lines import HEAD, TAIL, ArticleLines, scan
from newsclean.profiles.sketch import cluster_copies
from newsclean.reading import Source


class LineCounts(NamedTuple):
    """How often a line stands in the articles of a site.

    Attributes:
        key: The key under which it is counted.
        articles: In how many different articles it stands.
        head: In how many of them it stands in the head.
        tail: In how many of them it stands in the tail.
        example: How it was written.
    """

    key: str
    articles: int
    head: int
    tail: int
    example: str


class SiteCounts:
    """What was counted in the articles of one site.

    `a | b` is what counting the articles of both gives: an article that is in both counts once.

    Attributes:
        articles: The id of each article -> the bands of its sketch.
        lines: The key of each line -> the articles in which it stands -> its place there.
        examples: The key of each line -> how it was written.

    >>> a = SiteCounts.of(["Un texte.\\nPartager"])
    >>> b = SiteCounts.of(["Un autre texte.\\nPartager", "Un texte.\\nPartager"])
    >>> [(line.key, line.articles) for line in (a | b).line_counts() if line.articles > 1]
    [('partager', 2)]
    """

    def __init__(self) -> None:
        self.articles: dict[int, tuple[int, ...]] = {}
        self.lines: dict[str, dict[int, int]] = {}
        self.examples: dict[str, str] = {}

    @classmethod
    def of(cls, sources: Iterable[Source | Article]) -> SiteCounts:
        """Count the lines of these articles.

        Raises:
            TypeError: The sources are a single text.
        """
        if isinstance(sources, (str, bytes)):
            raise TypeError("profiles are learned from many articles: give a list of texts, not one text")
        counts = cls()
        for source in sources:
            counts.add(scan(source))
        return counts

    def add(self, article: ArticleLines) -> None:
        """Count one article; an empty one counts for nothing."""
        if not article.bands:
            return
        self.articles[article.id] = article.bands
        for key, place, example in article.lines:
            self._add(key, article.id, place, example)

    def _add(self, key: str, article: int, place: int, example: str) -> None:
        places = self.lines.get(key)
        if places is None:
            self.lines[key] = {article: place}
            self.examples[key] = example
            return
        places[article] = places.get(article, 0) | place
        self.examples[key] = min(self.examples[key], example)

    def __or__(self, other: SiteCounts) -> SiteCounts:
        merged = SiteCounts()
        for counts in (self, other):
            merged.articles |= counts.articles
            for key, places in counts.lines.items():
                for article, place in places.items():
                    merged._add(key, article, place, counts.examples[key])
        return merged

    def total(self) -> int:
        """Return how many different articles were counted."""
        return count_distinct(len(self.articles), cluster_copies(self.articles))

    def line_counts(self) -> Iterator[LineCounts]:
        """Yield all lines with their counts."""
        roots = cluster_copies(self.articles)
        for key, places in self.lines.items():
            yield count_line(key, places.items(), self.examples[key], roots)


def count_line(key: str, places: Iterable[tuple[int, int]], example: str, roots: Mapping[int, int]) -> LineCounts:
    """Return the counts of one line, copies of an article counted once.

    Args:
        key: The key of the line.
        places: Pairs of an article in which it stands and its place there.
        example: How it was written.
        roots: The copies among all articles, as `cluster_copies` gives them.
    """
    by_root: dict[int, int] = {}
    for article, place in places:
        root = roots.get(article, article)
        by_root[root] = by_root.get(root, 0) | place
    head = sum(place & HEAD > 0 for place in by_root.values())
    tail = sum(place & TAIL > 0 for place in by_root.values())
    return LineCounts(key, len(by_root), head, tail, example)


def count_distinct(articles: int, roots: Mapping[int, int]) -> int:
    """Return how many of the articles are left when copies are counted once.

    Args:
        articles: The number of all articles.
        roots: The copies among them, as `cluster_copies` gives them.

    >>> count_distinct(10, {5: 3, 3: 3})
    9
    """
    return articles - sum(article != root for article, root in roots.items())
