"""What is counted once for a page before the clues of its blocks: signatures, the nearest kept runs, headings, the headline."""

from __future__ import annotations

from collections import Counter
from itertools import accumulate

from newsclean.clues import DECLARED_ARTICLE
from newsclean.extract.elements import HEADINGS
from newsclean.extract.head_data import HeadData
from newsclean.extract.page_structure import KEPT_SHARE, PageStructure
from newsclean.extract.walk import PageWalk
from newsclean.extract.witnesses import without_spaces

MAX_TITLE = 300  # characters of the longest headline


class PageStatistics:
    """Counts over the text runs of a page; lists have one entry a run.

    Attributes:
        titles: The titles in the head, without spaces and in lower case; `description` likewise.
        is_kept: Whether a witness keeps the run.
        siblings: A key that runs share if their elements have the same signature and the same parent.
        kinds: The signatures of the element and of its parent.
        kept_above: Index of the nearest kept run above, -1 if there is none; `kept_below` likewise.
        heading_above: Index of the nearest heading above, or -1.
        kept_chars_before: Characters of kept runs above; one entry more, for the end of the page.
        h1_before: Headings of level 1 above; likewise.
        usual_depth: The depth at which most of the kept text stands.
        headline: Index of the run that reads like a title of the page, or -1.
        page_clues: The clues that all blocks share.
    """

    def __init__(self, walk: PageWalk, structure: PageStructure, head: HeadData) -> None:
        self.runs, self.structure, self.group_names = walk.runs, structure, walk.groups.names
        self.titles = {without_spaces(title).lower() for title in head.titles}
        self.description = without_spaces(head.description).lower()
        self.is_kept = [max(shares) >= KEPT_SHARE for shares in structure.kept_shares]
        self.siblings = [(id(run.element.parent), run.element.signature) for run in self.runs]
        self.sibling_runs = Counter(self.siblings)
        self.sibling_kept = Counter(key for key, kept in zip(self.siblings, self.is_kept, strict=True) if kept)
        self.kinds = [
            (run.element.parent.signature if run.element.parent else "", run.element.signature) for run in self.runs
        ]
        self.kind_chars: Counter[tuple[str, str]] = Counter()
        self.kind_kept: Counter[tuple[str, str]] = Counter()
        for kind, run, kept in zip(self.kinds, self.runs, self.is_kept, strict=True):
            self.kind_chars[kind] += len(run.text)
            if kept:
                self.kind_kept[kind] += len(run.text)
        self.kept_above, self.kept_below = self._nearest_kept()
        self.heading_above = self._headings_above()
        kept_sizes = (len(run.text) if kept else 0 for run, kept in zip(self.runs, self.is_kept, strict=True))
        self.kept_chars_before = list(accumulate(kept_sizes, initial=0))
        self.h1_before = list(accumulate((run.element.tag == "h1" for run in self.runs), initial=0))
        self.usual_depth = self._usual_depth()
        self.headline = self._headline()
        self.page_clues = self._page_clues(head)

    def _page_clues(self, head: HeadData) -> dict[str, float]:
        body = self.structure.body
        total = max(1, body.chars)
        return {
            "page-kept-share": body.kept / total,
            "page-linked": body.linked / total,
            "page-kept": float(body.kept),
            "page-prose": float(body.prose),
            "has-article-body": float(bool(head.article_body)),
            "not-free": float(head.is_free is False),
            "page-pieces": float(len(self.runs)),
            DECLARED_ARTICLE: head.article_score,
        }

    def _nearest_kept(self) -> tuple[list[int], list[int]]:
        above, below, nearest = [], [-1] * len(self.runs), -1
        for n, kept in enumerate(self.is_kept):
            above.append(nearest)
            nearest = n if kept else nearest
        nearest = -1
        for n in range(len(self.runs) - 1, -1, -1):
            below[n] = nearest
            nearest = n if self.is_kept[n] else nearest
        return above, below

    def _headings_above(self) -> list[int]:
        found, nearest = [], -1
        for n, run in enumerate(self.runs):
            found.append(nearest)
            if run.element.tag in HEADINGS:
                nearest = n
        return found

    def _usual_depth(self) -> int:
        depths: Counter[int] = Counter()
        for run, kept in zip(self.runs, self.is_kept, strict=True):
            if kept:
                depths[run.element.depth] += len(run.text)
        return max(depths, key=depths.__getitem__, default=0)

    def _headline(self) -> int:
        """The first h1 or h2 that reads like a title of the page, else the first run that does."""
        found = [
            n
            for n, run in enumerate(self.runs)
            if len(run.text) < MAX_TITLE and without_spaces(run.text).lower() in self.titles
        ]
        return next((n for n in found if self.runs[n].element.tag in ("h1", "h2")), found[0] if found else -1)
