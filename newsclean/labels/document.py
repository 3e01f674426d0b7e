"""The lines of a document as a whole: how much of it is furniture, where its prose lies, what repeats, what stands near.

Theory. On a page that was dumped whole, the article is the stretch with the most prose: each line of prose adds its words, each other line
costs some, and the best stretch is found in one pass (Kadane's algorithm for the maximum subarray). The same is done with what words weigh
(`lexicon.py`), which finds articles without any prose: a recipe or a list of results has no sentences, but the words of an article. A text
that is mostly short lines says nothing by its short lines, so that form and place are numbers for the model here, and never reasons.
"""

from __future__ import annotations

import functools
import math
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from newsclean.labels.line import Line, LineKind
from newsclean.patterns import lazy_regex

MENU_LENGTH = 4  # short lines in a row that stand between the article and something else
SHORT_WORDS = 8  # words of the longest line in a run of short lines
COST_IN_DUMP, COST_IN_TEXT = 6.0, 3.0  # words of prose that one other line outweighs
NOISY_SHARE = 0.35  # share of short lines and furniture from which a text is noisy
WEIGHTY_WORDS = 60  # words from which a paragraph adds no more to its stretch
WEIGHTY_LINE = 4.0  # the most that one line counts where words are weighed: the root of 16 words
ISLAND_GAP = 3  # lines without prose that end a stretch of prose
SECTION_PROSE = 6  # lines below a heading of furniture from which prose ends the section
READ = 1_000  # characters of a line whose words are compared
_LONG_WORD = lazy_regex(r"\p{L}{4,}")
_SHORT_KINDS = frozenset({LineKind.FURNITURE, LineKind.HINT, LineKind.SCRAP, LineKind.TINY_ITEM})
_RUN_KINDS = frozenset(LineKind) - {LineKind.PROSE, LineKind.ROW}
_WALL_KINDS = frozenset({LineKind.SCRAP, LineKind.TINY_ITEM, LineKind.SHORT})


class Stretch(NamedTuple):
    """Lines that belong together: the first and the last one."""

    first: int
    last: int

    def __contains__(self, n: object) -> bool:
        return isinstance(n, int) and self.first <= n <= self.last


class Section(NamedTuple):
    """The heading of a section of furniture above a line: its label, "" for none, and the distance in lines."""

    label: str
    distance: int


class Document:
    """The lines of one document; there is at least one.

    Attributes:
        lines: The lines.
        count: The number of lines.
        prose: The stretch with the most prose, empty (`last` before `first`) if there is no prose.
        region: The stretch with the most words of an article.
        short_share: The share of lines that are furniture, or three words or fewer.
        rule_share: The share of lines that rules match; those of weak rules count half.
        prose_words: The words of prose in each line, 0 for other lines.
        words_above: The words of prose above each line; one more entry for all lines.
        prose_above: The lines of prose above each line; one more entry for all lines.
        median_words: The median of the words of lines of prose; 1 without prose.
        copies: How many lines have each key.
        repeats: Whether a line above has the same key.
        sections: The section of furniture that each line stands in.
        runs: The length of the run of short lines that each line stands in.
        prose_rank: How large the stretch of prose around each line is, from 0 (none) to 4 (the largest).
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.count = len(lines)
        self.kinds = [line.kind for line in lines]
        kinds = Counter(self.kinds)
        self.short_share = sum(kinds[kind] for kind in _SHORT_KINDS) / self.count
        self.rule_share = (kinds[LineKind.FURNITURE] + 0.5 * kinds[LineKind.HINT]) / self.count
        self.prose_words = [line.form.words if line.kind is LineKind.PROSE else 0 for line in lines]
        self.words_above = list(accumulate(self.prose_words, initial=0))
        self.prose_above = list(accumulate(map(bool, self.prose_words), initial=0))
        sizes = sorted(filter(None, self.prose_words))
        self.median_words = sizes[len(sizes) // 2] if sizes else 1
        cost = COST_IN_DUMP if self.short_share > NOISY_SHARE else COST_IN_TEXT
        self.prose = densest([min(words, WEIGHTY_WORDS) if words else -cost for words in self.prose_words])
        self.region = densest(
            [-line.words.logit * min(math.sqrt(line.form.words), WEIGHTY_LINE) for line in lines],
        )
        self.copies = Counter(line.key for line in lines)
        self.repeats = _repeats(lines)
        self.sections = _sections(lines)
        self.runs = self._runs()
        self.prose_rank = self._prose_ranks()
        self.walls_above = list(accumulate(self._walls(), initial=0))
        self.closings_above = list(accumulate((line.strong == 4 for line in lines), initial=0))
        strong = [line.strong > 0 for line in lines]
        self.rule_above = _nearest(strong)
        self.rule_below = [self.count - 1 - n if n >= 0 else -1 for n in _nearest(strong[::-1])[::-1]]

    def walls_between(self, n: int) -> int:
        """Return how many lines of furniture, or of menus, stand between a line and the prose."""
        if n < self.prose.first:
            return self.walls_above[self.prose.first] - self.walls_above[n + 1]
        return self.walls_above[n] - self.walls_above[self.prose.last + 1] if n > self.prose.last else 0

    @functools.cached_property
    def vocabulary(self) -> Counter[str]:
        """In how many lines of the prose a word stands."""
        found: Counter[str] = Counter()
        for n in range(self.prose.first, self.prose.last + 1):
            if self.prose_words[n]:
                found.update(self.long_words(n))
        return found

    @functools.cached_property
    def _long_words(self) -> list[frozenset[str]]:
        return [frozenset(_LONG_WORD.findall(line.plain[:READ].lower())) for line in self.lines]

    def long_words(self, n: int) -> frozenset[str]:
        """Return the words of four letters and more of a line, in lower case."""
        return self._long_words[n]

    def shared_words(self, n: int) -> float:
        """Return the share of the long words of a line that other lines of the prose have, -1 if it has none."""
        words = self.long_words(n)
        if not words:
            return -1.0
        # a line of the prose is in the vocabulary itself, so a word must stand in another line as well
        need = 2 if self.prose_words[n] and n in self.prose else 1
        vocabulary = self.vocabulary
        return sum(vocabulary[word] >= need for word in words) / len(words)

    def _walls(self) -> list[bool]:
        furniture = (LineKind.FURNITURE, LineKind.HINT)
        return [
            kind in furniture or (run >= MENU_LENGTH and kind in _WALL_KINDS)
            for kind, run in zip(self.kinds, self.runs, strict=True)
        ]

    def _runs(self) -> list[int]:
        out = [0] * self.count
        n = 0
        while n < self.count:
            m = n
            while m < self.count and self.kinds[m] in _RUN_KINDS and self.lines[m].form.words <= SHORT_WORDS:
                m += 1
            out[n:m] = [m - n] * (m - n)
            n = max(m, n + 1)
        return out

    def _prose_ranks(self) -> list[int]:
        stretches: list[tuple[Stretch, int]] = []
        start, last, total = 0, -9, 0
        for n, words in enumerate(self.prose_words):
            if not words:
                continue
            if n - last > ISLAND_GAP:
                if total:
                    stretches.append((Stretch(start, last), total))
                start, total = n, 0
            last, total = n, total + words
        if total:
            stretches.append((Stretch(start, last), total))
        largest = max((size for _, size in stretches), default=0)
        out = [0] * self.count
        for (first, end), size in stretches:
            rank = 4 if size == largest else min(3, 1 + int(4 * size / largest))
            out[first : end + 1] = [rank] * (end + 1 - first)
        return out


def densest(values: Sequence[float]) -> Stretch:
    """Return the stretch with the largest sum (Kadane's algorithm); an empty one if no value is positive.

    >>> densest([-1.0, 3.0, -1.0, 2.0, -5.0, 1.0]), densest([-1.0])
    (Stretch(first=1, last=3), Stretch(first=0, last=-1))
    """
    best, found = 0.0, Stretch(0, -1)
    total, start = 0.0, 0
    for n, value in enumerate(values):
        if total <= 0:
            total, start = 0.0, n
        total += value
        if total > best:
            best, found = total, Stretch(start, n)
    return found


def _repeats(lines: Sequence[Line]) -> list[bool]:
    seen: set[str] = set()
    out = []
    for line in lines:
        out.append(line.key in seen)
        seen.add(line.key)
    return out


def _sections(lines: Sequence[Line]) -> list[Section]:
    out: list[Section] = []
    label, distance = "", 0
    for line in lines:
        out.append(Section(label, distance))
        heading = next((rule for rule in line.rules if rule.section), None)
        if heading:
            label, distance = heading.label, 1
        elif label:
            distance += 1
            if line.kind is LineKind.PROSE and distance > SECTION_PROSE:
                label = ""
    return out


def _nearest(flags: Sequence[bool]) -> list[int]:
    """Return for each place the nearest flag before it, -1 if there is none."""
    out, last = [], -1
    for n, flag in enumerate(flags):
        out.append(last)
        last = n if flag else last
    return out
