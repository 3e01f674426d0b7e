"""Evidence from form, place and neighbours: the named numbers of every line of a document.

All but the rules is language-neutral: a language without a pack gains from the rest. Counts and distances are in lines, sizes in words;
what a number means is written beside its name in `NAMES`.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from newsclean.article import METADATA, Label
from newsclean.labels.lines import Line
from newsclean.patterns import lazy_regex

MENU = 4  # short lines in a row that make a menu on a page dumped whole
FAR = 400  # stands for a distance to something that is not there
WINDOWS = (2, 5, 12)
COUNTED = "pfwhs"
AROUND = (-3, -2, -1, 1, 2, 3)
KIND_ORDER = {kind: float(n) for n, kind in enumerate("fwsthbrmp")}
END_ORDER = {end: float(n) for n, end in enumerate(["", ",", ":", "…", ")", "."])}
CASE_ORDER = {case: float(n) for n, case in enumerate(["", "U", "T", "S", "d", "l", "u", "q"])}
# what a rule speaks for: 1 metadata, 2 furniture that stands inside articles, 3 menus, 4 furniture that stands behind them
CLOSING = frozenset({Label.RELATED, Label.MOST_READ, Label.COMMENTS, Label.LEGAL, Label.AUTHOR_BIO, Label.OTHER})
NAMES = (
    *("words", "length", "end", "sentences", "bullet", "quoted", "case", "digit-share", "question", "kind"),
    *("strong-rule", "weak-rule", "metadata", "metadata-pieces", "bar", "copyright"),
    *("short-share", "known-share", "lines", "prose-words", "usual-words", "relative-words"),
    *("position", "from-start", "from-end", "prose-share-before", "prose-share-after", "prose-before", "prose-after"),
    *(
        "dense-start",
        "dense-end",
        "dense-position",
        "barrier",
        "island",
        "run",
        "shared-words",
        "own-words",
        "copies",
        "copy",
    ),
    *("section", "section-distance", "closings-before", "closings-after"),
    *("last-rule", "last-rule-distance", "last-rule-prose", "next-rule", "next-rule-distance", "next-rule-prose"),
    *(f"{kind}-{side}-{size}" for kind in COUNTED for size in WINDOWS for side in ("before", "after")),
    *(f"{name}{shift:+d}" for shift in AROUND for name in ("kind", "words", "end")),
)
_WORD = lazy_regex(r"\p{L}{4,}")


def features(lines: Sequence[Line]) -> list[list[float]]:
    """The numbers of each line, in the order of `NAMES`.

    >>> from newsclean.labels.lines import lines_of
    >>> from newsclean.labels.matching import Matcher
    >>> found = features(lines_of(["Un titre", "Le conseil a voté le budget de la ville lundi soir."], Matcher([]), "fr"))
    >>> [row[NAMES.index("words")] for row in found]
    [2, 11]
    """
    return features_of(Document(lines)) if lines else []


def features_of(document: Document) -> list[list[float]]:
    """The numbers of each line of a document that was looked at as a whole."""
    return [document.numbers(n) for n in range(document.count)]


def speaks_for(label: Label | None) -> int:
    """The kind of furniture a label is, as a number that grows from metadata to what stands behind an article.

    >>> speaks_for(Label.DATE), speaks_for(Label.AD), speaks_for(Label.NAV), speaks_for(Label.COMMENTS), speaks_for(None)
    (1, 2, 3, 4, 0)
    """
    if label is None:
        return 0
    if label in METADATA or label == Label.TAGS:
        return 1
    if label == Label.NAV:
        return 3
    return 4 if label in CLOSING else 2


class Document:
    """What only the whole document tells: how dirty it is, where its dense part lies, what comes twice."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
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
        self.rules = [_spoken(line) for line in lines]
        self.closings = list(accumulate((strong == 4 for strong, _ in self.rules), initial=0))
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
        for line in self.lines[self.start : self.end + 1]:
            if line.kind == "p":
                found.update(set(_WORD.findall(line.text[:2000].lower())))
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
        for n, (strong, _) in enumerate(self.rules):
            above.append(seen)
            seen = n if strong else seen
        seen = -1
        for n in range(self.count - 1, -1, -1):
            below[n] = seen
            seen = n if self.rules[n][0] else seen
        return above, below

    def barrier(self, n: int) -> int:
        """How many lines of furniture stand between the line and the dense part."""
        if n < self.start:
            return self.barriers[self.start] - self.barriers[n + 1]
        return self.barriers[n] - self.barriers[self.end + 1] if n > self.end else 0

    def numbers(self, n: int) -> list[float]:
        """All numbers of one line."""
        return [*self._own(n), *self._place(n), *self._rules_near(n), *self._around(n)]

    def _own(self, n: int) -> list[float]:
        line = self.lines[n]
        form, text = line.form, line.text
        strong, weak = self.rules[n]
        return [
            form.words,
            form.length,
            END_ORDER[form.end],
            form.sentences,
            form.bullet,
            form.quoted,
            CASE_ORDER[form.case],
            form.digits / form.length if form.length else 0,
            text.endswith("?"),
            KIND_ORDER[line.kind],
            strong,
            weak,
            speaks_for(Label.DATE) if line.reading.label else 0,
            len(line.reading.pieces),
            "|" in text[:FAR],
            "©" in text[:FAR],
        ]

    def _place(self, n: int) -> list[float]:
        total, line = self.words[-1] or 1, self.lines[n]
        dense = self.end - self.start + 1
        own = set(_WORD.findall(line.text[:1000].lower()))
        # a line of the dense part is in the vocabulary itself, so a word must stand in another line as well
        need = 2 if line.kind == "p" and self.start <= n <= self.end else 1
        shared = sum(self.vocabulary[word] >= need for word in own) / len(own) if own else -1
        section, distance = self.sections[n]
        return [
            self.short,
            self.known,
            self.count,
            total,
            self.usual,
            line.form.words / self.usual,
            n / self.count,
            n,
            self.count - n,
            self.words[n] / total,
            (self.words[-1] - self.words[n + 1]) / total,
            self.prose[n],
            self.prose[-1] - self.prose[n + 1],
            n - self.start,
            self.end - n,
            (n - self.start) / max(1, dense),
            self.barrier(n),
            self.islands[n],
            self.runs[n],
            shared,
            len(own),
            self.keys[line.key],
            self.copies[n],
            speaks_for(Label(section)) if section else 0,
            distance if section else FAR,
            self.closings[n] - self.closings[self.start] if n > self.start else 0,
            self.closings[-1] - self.closings[n],
        ]

    def _rules_near(self, n: int) -> list[float]:
        above, below = self.last[n], self.next[n]
        return [
            self.rules[above][0] if above >= 0 else 0,
            n - above if above >= 0 else FAR,
            self.words[n] - self.words[above + 1] if above >= 0 else 10 * FAR,
            self.rules[below][0] if below >= 0 else 0,
            below - n if below >= 0 else FAR,
            self.words[below] - self.words[n + 1] if below >= 0 else 10 * FAR,
        ]

    def _around(self, n: int) -> list[float]:
        count, lines = self.count, self.lines
        out: list[float] = []
        at = n + WINDOWS[-1]
        for table in self.counted:
            here, behind = table[at], table[at + 1]
            for size in WINDOWS:
                out += (here - table[at - size], table[at + 1 + size] - behind)
        for shift in AROUND:
            if 0 <= n + shift < count:
                line = lines[n + shift]
                out += (KIND_ORDER[line.kind], line.form.words, END_ORDER[line.form.end])
            else:
                out += (-1, -1, -1)
        return out


def _spoken(line: Line) -> tuple[int, int]:
    """What the strong and the weak rules of a line speak for."""
    strong = max((speaks_for(rule.label) for rule in line.rules if rule.strength == "strong"), default=0)
    return strong, max((speaks_for(rule.label) for rule in line.rules if rule.strength == "weak"), default=0)
