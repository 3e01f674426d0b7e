"""What only the whole document tells: how dirty it is, where its dense part lies, what comes twice, what stands near."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from newsclean.labels.lines import Line
from newsclean.patterns import lazy_regex

MENU = 4  # short lines in a row that make a menu on a page dumped whole
WINDOWS = (2, 5, 12)
COUNTED = "pfwhs"
SPOKEN = 1_000  # characters of a line whose words are looked at
WORD = lazy_regex(r"\p{L}{4,}")


class Document:
    """The lines of one document, looked at as a whole; counts and distances are in lines, sizes in words."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.columns: dict[str, Sequence[float]] = {}  # numbers of all lines, as `features.column` makes them
        self._words_of: dict[int, set[str]] = {}
        self.count = len(lines)
        self.kinds = "".join(line.kind for line in lines)
        self.weights = [line.form.words if line.kind == "p" else 0 for line in lines]
        self.short = sum(map(self.kinds.count, "fwst")) / self.count
        self.known = (self.kinds.count("f") + 0.5 * self.kinds.count("w")) / self.count
        self.dirty = next(
            (name for top, name in ((0.04, "0"), (0.15, "1"), (0.35, "2"), (0.6, "3")) if self.short <= top), "4"
        )
        self.start, self.end = self._dense()
        self.prose = list(accumulate((kind == "p" for kind in self.kinds), initial=0))
        self.words = list(accumulate(self.weights, initial=0))
        self.usual = sorted(filter(None, self.weights))[sum(map(bool, self.weights)) // 2] if any(self.weights) else 1
        self.keys = Counter(line.key for line in lines)
        self.copies = self._copies()
        self.sections = self._sections()
        self.runs = self._runs()
        walls = (
            kind in "fw" or (run >= MENU and kind in "sth") for kind, run in zip(self.kinds, self.runs, strict=True)
        )
        self.barriers = list(accumulate(walls, initial=0))
        self.islands = self._islands()
        self.closings = list(accumulate((line.strong == 4 for line in lines), initial=0))
        self.last, self.next = self._nearest_rules()

    def _dense(self) -> tuple[int, int]:
        """First and last line of the densest part: the run of lines with the most prose, when every other line costs some."""
        cost = 6.0 if self.dirty in "34" else 3.0
        best, first, last = 0.0, 0, -1
        total, start = 0.0, 0
        for n, weight in enumerate(self.weights):
            if total <= 0:
                total, start = 0.0, n
            total += min(weight, 60) if weight else -cost
            if total > best:
                best, first, last = total, start, n
        return first, last

    @functools.cached_property
    def counted(self) -> list[list[int]]:
        """For each counted kind, how many lines of it stand above each line; as many places more at both ends as a window has."""
        margin = WINDOWS[-1]
        tables = (list(accumulate((k == kind for k in self.kinds), initial=0)) for kind in COUNTED)
        return [[0] * margin + table + [table[-1]] * margin for table in tables]

    def _copies(self) -> list[bool]:
        """Is the line a copy of one above?"""
        seen: set[str] = set()
        out = []
        for line in self.lines:
            out.append(line.key in seen)
            seen.add(line.key)
        return out

    @functools.cached_property
    def vocabulary(self) -> Counter[str]:
        """In how many prose lines of the dense part a word stands."""
        found: Counter[str] = Counter()
        for n in range(self.start, self.end + 1):
            if self.kinds[n] == "p":
                found.update(self.words_of(n))
        return found

    def words_of(self, n: int) -> set[str]:
        """The longer words of a line, in lower case."""
        found = self._words_of.get(n)
        if found is None:
            found = self._words_of[n] = set(WORD.findall(self.lines[n].text[:SPOKEN].lower()))
        return found

    def _sections(self) -> list[tuple[str, int]]:
        """For each line, the heading of a section of furniture above it and the distance, when little prose stands between."""
        out: list[tuple[str, int]] = []
        label, distance = "", 0
        for line in self.lines:
            out.append((label, distance))
            section = next((rule for rule in line.rules if rule.section), None)
            if section:
                label, distance = section.label, 1
            elif label:
                distance += 1
                if line.kind == "p" and distance > 6:
                    label = ""
        return out

    def _runs(self) -> list[int]:
        """The length of the run of short lines that each line stands in."""
        out = [0] * self.count
        n = 0
        while n < self.count:
            m = n
            while m < self.count and self.kinds[m] in "fwshmtb" and self.lines[m].form.words <= 8:
                m += 1
            out[n:m] = [m - n] * (m - n)
            n = max(m, n + 1)
        return out

    def _islands(self) -> list[int]:
        """For each line, how large its stretch of prose is beside the largest one, from 0 (none) to 4 (the largest)."""
        spans: list[tuple[int, int, int]] = []
        start, last, total = 0, -9, 0
        for n, weight in enumerate(self.weights):
            if not weight:
                continue
            if n - last > 3:
                if total:
                    spans.append((start, last, total))
                start, total = n, 0
            last, total = n, total + weight
        if total:
            spans.append((start, last, total))
        largest = max((size for _, _, size in spans), default=0)
        out = [0] * self.count
        for start, last, size in spans:
            share = 4 if size == largest else min(3, 1 + int(4 * size / largest))
            out[start : last + 1] = [share] * (last + 1 - start)
        return out

    def _nearest_rules(self) -> tuple[list[int], list[int]]:
        """The nearest line above, and below, that a strong rule speaks for; -1 where there is none."""
        above, below, seen = [], [-1] * self.count, -1
        for n, line in enumerate(self.lines):
            above.append(seen)
            seen = n if line.strong else seen
        seen = -1
        for n in range(self.count - 1, -1, -1):
            below[n] = seen
            seen = n if self.lines[n].strong else seen
        return above, below

    def is_inside(self, n: int) -> bool:
        """Does the line stand in the dense part?"""
        return self.start <= n <= self.end

    def barrier(self, n: int) -> int:
        """How many lines of furniture stand between the line and the dense part."""
        if n < self.start:
            return self.barriers[self.start] - self.barriers[n + 1]
        return self.barriers[n] - self.barriers[self.end + 1] if n > self.end else 0
