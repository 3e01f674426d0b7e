"""Ensembles of trees over the numbers of a document's lines, asked about many lines at once.

`bits.py` tells how trees are read as bits: each number clears the leaves that it rules out. Here what is left is put together from parts
that are found out once for many lines: what is the same for the whole document, what changes steadily from the first line to the last and so
is cut into stretches, what a line is to its neighbours, and the kinds of the lines above and below. The numbers themselves (`features.py`) are
never made; the scores are the same.
"""

from __future__ import annotations

import functools
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from operator import and_

from newsclean.errors import NewscleanError
from newsclean.labels import features
from newsclean.labels.bits import Bits, Node, bits_of
from newsclean.labels.document import COUNTED, WINDOWS, Document
from newsclean.labels.features import AROUND, BESIDE, END_ORDER, KIND_ORDER, NAMES
from newsclean.labels.lines import Line

# numbers that only grow, or only shrink, from one line to the next
RISING = ("position", "from-start", "prose-share-before", "prose-before", "dense-start", "dense-position")
FALLING = ("from-end", "prose-share-after", "prose-after", "dense-end", "closings-after")
STEADY = frozenset((*RISING, *FALLING))
NEARS, COUNTS = 1_024, 4_096  # neighbours, and rows of kinds, that are remembered: some 5 MB
REACH = max(AROUND)
WIDE = max(WINDOWS)
SPAN = 2 * REACH + 1  # the lines that a line is seen with
FEW = 5  # thresholds for whose crossing could be looked in the time that one line takes to be looked up in all steady numbers
# the place of a number among those of its group, its thresholds, and what is left of all leaves below each
Column = tuple[int, list[float], list[int]]


class Sieve:
    """Ensembles over the numbers of `features.NAMES`; the score of each is the sum of what its trees say.

    >>> from newsclean.labels.lines import lines_of
    >>> from newsclean.labels.matching import Matcher
    >>> sieve = Sieve([[NAMES.index("words"), 5.0, 0.0, -4.0, 4.0]], [0.5])
    >>> sieve.scores(Document(lines_of(["Un titre", "Le conseil a voté le budget de la ville lundi soir."], Matcher([]), "fr")), [0, 1])
    [(-4.0, 0.5), (4.0, 0.5)]
    """

    def __init__(self, *ensembles: Sequence[Node]) -> None:
        bits = bits_of([tree for trees in ensembles for tree in trees])
        if bits is None:
            raise NewscleanError("the model has no trees, or too large ones; train it again")
        self._bits: Bits = bits
        ends = list(accumulate(map(len, ensembles)))
        self._parts = [slice(end - len(trees), end) for end, trees in zip(ends, ensembles, strict=True)]
        columns = {NAMES[index]: (thresholds, masks) for index, thresholds, masks in bits.numbers}

        def group(names: Iterable[str]) -> list[Column]:
            return [(n, *columns[name]) for n, name in enumerate(names) if name in columns]

        self._steady = {name: columns[name] for name in STEADY & columns.keys()}
        self._crossings = sum(len(thresholds) for thresholds, _ in self._steady.values())
        self._whole, self._own, self._shared = group(features.WHOLE), group(features.OWN), group(features.SHARED)
        self._single = {name: columns[name] for name in features.COLUMNS if name in columns and name not in STEADY}
        # the line itself, between those above and below, leaves all
        beside = [group(f"{name}{shift:+d}" for name in BESIDE) for shift in range(-REACH, REACH + 1)]
        self._nowhere = tuple(self._left(columns, (-1.0, -1.0, -1.0)) for columns in beside)
        self._near = functools.lru_cache(maxsize=NEARS)(functools.partial(self._beside, beside))
        self._counts = [
            (functools.lru_cache(maxsize=COUNTS)(functools.partial(self._counted, told)), side == "before", size)
            for side in ("before", "after")
            for size in WINDOWS
            if (told := group(f"{kind}-{side}-{size}" for kind in COUNTED))
        ]

    def scores(self, document: Document, asked: Sequence[int]) -> list[tuple[float, ...]]:
        """What each ensemble says of each of the lines that are asked about."""
        if not asked:
            return []
        told = map(self._bits.told, self._leaves(document, asked))
        if len(self._parts) == 1:
            return [(sum(values),) for values in told]
        return [tuple([sum(values[part]) for part in self._parts]) for values in told]

    def _leaves(self, document: Document, asked: Sequence[int]) -> Iterator[int]:
        """For each line, the leaves that are left."""
        lines, kinds, own = document.lines, document.kinds, self.own
        whole, nears = self._left(self._whole, features.whole(document)), self._nears(document, asked)
        few = len(asked) * FEW < self._crossings
        looked = {**self._single, **self._steady} if few else self._single
        singles = [(thresholds, masks, features.column(document, name)) for name, (thresholds, masks) in looked.items()]
        stretches = [whole] * document.count if few else [whole & left for left in self._stretches(document)]
        for n in asked:
            left = stretches[n] & own(lines[n])
            for at, near in enumerate(nears[n : n + SPAN]):
                left &= near[at]
            for counted, before, size in self._counts:
                window = kinds[max(0, n - size) : n] if before else kinds[n + 1 : n + 1 + size]
                # a short row of kinds comes again as it is, a long one only in another order
                left &= counted(window if size < WIDE else "".join(sorted(window)))
            for thresholds, masks, column in singles:
                left &= masks[bisect_left(thresholds, column[n])]
            if self._shared:
                left &= self._left(self._shared, features.shared(document, n))
            yield left

    def _nears(self, document: Document, asked: Sequence[int]) -> list[tuple[int, ...]]:
        """What each line leaves of its neighbours; before the first line and behind the last what the lack of any leaves."""
        nears, lines = [self._nowhere] * (document.count + SPAN), document.lines
        for m in {n + shift for n in asked for shift in AROUND}:
            if 0 <= m < document.count:
                line = lines[m]
                nears[m + REACH] = self._near(line.kind, line.form.words, line.form.end)
        return nears

    def own(self, line: Line) -> int:
        """What is left of all leaves by what the line says itself."""
        return self._left(self._own, features.own(line))

    def _left(self, columns: Sequence[Column], values: Sequence[float]) -> int:
        left = self._bits.leaves
        for at, thresholds, masks in columns:
            left &= masks[bisect_left(thresholds, values[at])]
        return left

    def _beside(self, beside: Sequence[Sequence[Column]], kind: str, words: int, end: str) -> tuple[int, ...]:
        """What a line leaves of those from three below it to three above it."""
        values = KIND_ORDER[kind], words, END_ORDER[end]
        return tuple(self._left(columns, values) for columns in beside)

    def _counted(self, columns: Sequence[Column], kinds: str) -> int:
        """What the kinds of the lines on one side leave, as many as a window has."""
        return self._left(columns, list(map(kinds.count, COUNTED)))

    def _stretches(self, document: Document) -> list[int]:
        """What the numbers that only grow or only shrink leave of each line: each threshold clears leaves from some line on, or up to it."""
        count, leaves = document.count, self._bits.leaves
        down, up = [leaves] * (count + 1), [leaves] * (count + 1)
        crossings = _crossings(document)
        for name, (thresholds, masks) in self._steady.items():
            first, rising = crossings[name], name in RISING
            for threshold, mask in zip(thresholds, masks[1:], strict=True):
                at = first(threshold)
                if rising:
                    down[at] &= mask
                elif at:
                    up[at - 1] &= mask
        fallen = list(accumulate(reversed(up[:count]), and_))
        return list(map(and_, accumulate(down[:count], and_), reversed(fallen)))


def _crossings(document: Document) -> dict[str, Callable[[float], int]]:
    """For each number that changes steadily, how the first line is found at which a rising one is over a threshold, or a falling one no more."""
    count, start, end = document.count, document.start, document.end
    words, prose, closings = document.words, document.prose, document.closings
    total, dense = words[-1] or 1, max(1, end - start + 1)

    def over(limit: float) -> int:
        return min(count, max(0, int(limit // 1) + 1))

    def reached(limit: float) -> int:
        return min(count, max(0, -int(-limit // 1)))

    def exact(at: int, is_there: Callable[[int], bool]) -> int:
        """The first line at which a share has crossed: a product that was rounded may miss it by one."""
        while at and is_there(at - 1):
            at -= 1
        while at < count and not is_there(at):
            at += 1
        return at

    return {
        "from-start": over,
        "position": lambda t: exact(over(t * count), lambda n: n / count > t),
        "dense-start": lambda t: over(t + start),
        "dense-position": lambda t: exact(over(t * dense + start), lambda n: (n - start) / dense > t),
        "prose-before": lambda t: min(count, bisect_right(prose, t)),
        "prose-share-before": lambda t: exact(
            min(count, bisect_right(words, t * total)), lambda n: words[n] / total > t
        ),
        "from-end": lambda t: reached(count - t),
        "dense-end": lambda t: reached(end - t),
        "prose-after": lambda t: max(0, bisect_left(prose, prose[-1] - t) - 1),
        "prose-share-after": lambda t: exact(
            max(0, bisect_left(words, words[-1] - t * total) - 1), lambda n: (words[-1] - words[n + 1]) / total <= t
        ),
        "closings-after": lambda t: min(count, bisect_left(closings, closings[-1] - t)),
    }
