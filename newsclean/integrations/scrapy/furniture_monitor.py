"""Detects that the furniture of a site changes: a new design, a broken selector, a wall in front of the text.

The last 30 items of each site are compared with those before them, by the means of two shares:

- how much of the usual furniture of the site (the lines removed from at least half of the earlier items) an item still has;
- how many of its lines are removed.

A difference of 0.4 or more in one of them is a change. It is reported once, and the site is learned anew.
"""

from __future__ import annotations

from collections import Counter, OrderedDict, deque
from collections.abc import Iterable

from newsclean.article import FURNITURE, Article
from newsclean.normal_forms import line_key
from newsclean.profiles import site_of

RECENT = 30  # items of a site on either side of a comparison, at least
STEP = 0.4  # between the means of 30 items, a step of this size occurs by chance once in 100,000 comparisons
MEMORY = 400  # earlier items; at twice as many, all counts are halved, so that slow changes are not reported
SITES = 200  # sites; the least recently used one is forgotten
LINES = 300  # furniture lines of one item that are counted
KEYS = 1_000  # furniture lines of one site; above, those of fewer than one item in eight are forgotten
KEY_LENGTH = 80  # characters of a line that identify it


class SiteHistory:
    """The furniture of the items of one site so far."""

    def __init__(self) -> None:
        self._recent: deque[tuple[frozenset[int], float]] = deque()
        self._lines: Counter[int] = Counter()
        self._items = 0.0
        self._share = 0.0

    def add(self, keys: frozenset[int], share: float) -> str | None:
        """Add an item by the keys of its furniture and the share of its lines removed; return what has changed, if anything."""
        self._recent.append((keys, share))
        if len(self._recent) > RECENT:
            self._settle(*self._recent.popleft())
        if self._items < RECENT:
            return None
        change = self._carried() or self._removed()
        if change:
            self.__init__()  # type: ignore[misc]  # learned anew
        return change

    def _settle(self, keys: frozenset[int], share: float) -> None:
        self._lines.update(keys)
        self._items += 1
        self._share += share
        if len(self._lines) > KEYS:
            self._lines = Counter({key: count for key, count in self._lines.items() if 8 * count >= self._items})
        if self._items >= 2 * MEMORY:
            self._items, self._share = self._items / 2, self._share / 2
            self._lines = Counter({key: count // 2 for key, count in self._lines.items() if count > 1})

    def _carried(self) -> str | None:
        usual = {key: count / self._items for key, count in self._lines.items() if 2 * count >= self._items}
        if not usual:
            return None
        before = sum(usual.values()) / len(usual)
        now = sum(len(usual.keys() & keys) for keys, _ in self._recent) / len(usual) / len(self._recent)
        return f"items carry {now:.0%} of its usual furniture, {before:.0%} before" if before - now >= STEP else None

    def _removed(self) -> str | None:
        before = self._share / self._items
        now = sum(share for _, share in self._recent) / len(self._recent)
        return f"{now:.0%} of the lines are removed, {before:.0%} before" if abs(now - before) >= STEP else None


class FurnitureMonitor:
    """Monitors the sites of a crawl.

    >>> from newsclean.article import Block, Label
    >>> def page(line: str) -> Article:
    ...     return Article("", (Block(0, 0, line, line, label=Label.AD, kept=False), Block(0, 0, "a", "a")))
    >>> monitor = FurnitureMonitor()
    >>> changes = [monitor.add(page("Reklame"), "https://a.example/1") for _ in range(100)]
    >>> changes += [monitor.add(page("Neu"), "https://a.example/2") for _ in range(100)]
    >>> [change for change in changes if change]
    ['items carry 60% of its usual furniture, 100% before']
    """

    def __init__(self) -> None:
        self._sites: OrderedDict[str, SiteHistory] = OrderedDict()

    def add(self, article: Article, url: str | None) -> str | None:
        """Add an article; return what has changed on its site, if anything."""
        name = site_of(url)
        site = self._sites.get(name)
        if site is None:
            site = self._sites[name] = SiteHistory()
        self._sites.move_to_end(name)
        if len(self._sites) > SITES:
            self._sites.popitem(last=False)
        return site.add(frozenset(_keys(article)), len(article.removed) / (len(article.blocks) or 1))


def _keys(article: Article) -> Iterable[int]:
    furniture = (block for block in article.removed if block.label in FURNITURE)
    for block, _ in zip(furniture, range(LINES), strict=False):
        yield hash(line_key(block.source[:KEY_LENGTH]))  # a number takes less memory than a line
