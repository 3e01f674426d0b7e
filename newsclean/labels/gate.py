"""The gate: small trees that settle what is plain, so that the model is asked only about lines that are in doubt.

It is trained to say what the model says (Bucila, Caruana, Niculescu-Mizil: Model compression, KDD 2006). Cross-validated by publisher on
207,000 lines, it settles three in four and costs no F1; smaller models instead of the large one behind it, of 128 or 200 trees, cost 0.2 to 0.6
points of F1 on dumps, also when they learned only from the lines in doubt.

`bits.py` tells how trees are read as bits: each number of a line clears the leaves that it rules out. Here what is left is put together from
parts that are found out once for many lines: what the whole document tells, what changes steadily from the first line to the last and so is cut into
stretches, and what a line is to its neighbours. The numbers (`features.py`) of the line need not be made; the scores are the same.
"""

from __future__ import annotations

import functools
import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from operator import and_

from newsclean.errors import NewscleanError
from newsclean.labels import features
from newsclean.labels.bits import Bits, Node, bits_of
from newsclean.labels.document import Document
from newsclean.labels.features import AROUND, BESIDE, END_ORDER, KIND_ORDER, NAMES
from newsclean.labels.trees import builtin_trees

# scores of the gate up to which, and from which, the model is not asked: of 207,000 lines it would have kept 11, and dropped 7
OUT, IN = -4.0, 3.0
SHORT_OUT, SHORT_IN = -3.0, 2.5  # the same for lines that are no prose: it would have kept 90 more, and dropped 23 more
# score up to which the model is not asked whether a line is the headline: of 29,000 lines it would have said yes to none
NO_TITLE = -5.5
KNOWN = frozenset(NAMES) - {
    *features.COUNTS,
    *features.SHARED,
}  # what it asks for: the rest costs more and says little more
# numbers that only grow, or only shrink, from one line to the next
RISING = ("position", "from-start", "prose-share-before", "prose-before", "dense-start", "dense-position")
FALLING = ("from-end", "prose-share-after", "prose-after", "dense-end", "closings-after")
STEADY = frozenset((*RISING, *FALLING))
REACH = max(AROUND)
SPAN = 2 * REACH + 1  # the lines that a line is seen with
NEARS = 2_048  # looks of neighbours that are remembered: a megabyte
# the place of a number among those of its group, its thresholds, and what is left of all leaves below each
Column = tuple[int, list[float], list[int]]


class Gate:
    """Two small ensembles over the numbers `KNOWN`: is a line article text, and is it the headline?

    >>> from newsclean.labels.lines import lines_of
    >>> from newsclean.rules.matcher import Matcher
    >>> gate = Gate([[NAMES.index("words"), 5.0, 0.0, -4.0, 4.0]], [-7.0])
    >>> gate.scores(Document(lines_of(["Un titre", "Le conseil a voté le budget de la ville lundi soir."], Matcher([]), "fr")), [0, 1])
    [(-4.0, -7.0), (4.0, -7.0)]
    """

    def __init__(self, content: Sequence[Node], title: Sequence[Node]) -> None:
        bits = bits_of([*content, *title])
        if bits is None:
            raise NewscleanError("the gate has no trees, or too large ones; train the model again")
        self._bits: Bits = bits
        self._split = len(content)
        known = {NAMES[index]: (thresholds, masks) for index, thresholds, masks in bits.numbers}
        if strange := known.keys() - KNOWN:
            raise NewscleanError(f"the gate cannot ask for {min(strange)!r}; train the model again")

        def group(names: Iterable[str]) -> list[Column]:
            return [(n, *known[name]) for n, name in enumerate(names) if name in known]

        self._steady = {name: known[name] for name in STEADY & known.keys()}
        self._whole, self._own = group(features.WHOLE), group(features.OWN)
        self._single = {name: known[name] for name in features.COLUMNS if name in known and name not in STEADY}
        # the line itself, between those above and those below, leaves all
        beside = [group(f"{name}{shift:+d}" for name in BESIDE) for shift in range(-REACH, REACH + 1)]
        sizes = {size for columns in beside for at, told, _ in columns if BESIDE[at] == "words" for size in told}
        self._sizes = [*sorted(sizes), math.inf]  # neighbours whose words lie between the same two look the same
        self._nowhere = tuple(self._left(columns, (-1.0, -1.0, -1.0)) for columns in beside)
        self._near = functools.lru_cache(maxsize=NEARS)(functools.partial(self._beside, beside))

    def scores(self, document: Document, asked: Sequence[int]) -> list[tuple[float, float]]:
        """What the trees say of each of the lines that are asked about: article text, the headline."""
        split = self._split
        told = map(self._bits.told, self._leaves(document, asked)) if asked else ()
        return [(sum(values[:split]), sum(values[split:])) for values in told]

    def _leaves(self, document: Document, asked: Sequence[int]) -> Iterator[int]:
        """For each line, the leaves that are left."""
        lines, nears = document.lines, self._nears(document, asked)
        whole = self._left(self._whole, features.whole(document))
        stretches = self._stretches(document)
        singles = [(told, masks, features.column(document, name)) for name, (told, masks) in self._single.items()]
        for n in asked:
            line = lines[n]
            if line.sieved is None:  # noted down, since a line may come in many documents
                line.sieved = self._left(self._own, features.own(line))
            left = whole & stretches[n] & line.sieved
            for at, near in enumerate(nears[n : n + SPAN]):
                left &= near[at]
            for thresholds, masks, column in singles:
                left &= masks[bisect_left(thresholds, column[n])]
            yield left

    def _nears(self, document: Document, asked: Sequence[int]) -> list[tuple[int, ...]]:
        """What each line leaves of its neighbours; before the first line and behind the last what the lack of any leaves."""
        nears, lines, sizes = [self._nowhere] * (document.count + SPAN), document.lines, self._sizes
        for m in {n + shift for n in asked for shift in AROUND}:
            if 0 <= m < document.count:
                line = lines[m]
                nears[m + REACH] = self._near(line.kind, sizes[bisect_left(sizes, line.form.words)], line.form.end)
        return nears

    def _left(self, columns: Sequence[Column], values: Sequence[float]) -> int:
        left = self._bits.leaves
        for at, thresholds, masks in columns:
            left &= masks[bisect_left(thresholds, values[at])]
        return left

    def _beside(self, beside: Sequence[Sequence[Column]], kind: str, words: float, end: str) -> tuple[int, ...]:
        """What a line leaves of those from three below it to three above it."""
        values = KIND_ORDER[kind], words, END_ORDER[end]
        return tuple(self._left(columns, values) for columns in beside)

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


@functools.lru_cache(maxsize=1)
def builtin_gate() -> Gate:
    """The gate that comes with newsclean.

    >>> from newsclean.labels.lines import lines_of
    >>> from newsclean.rules.matcher import Matcher
    >>> document = Document(lines_of(["Le conseil a voté le budget de la ville lundi soir."] * 2, Matcher([]), "fr"))
    >>> len(builtin_gate().scores(document, [0, 1]))
    2
    """
    trees = builtin_trees()
    return Gate(trees["gate"].trees, trees["title-gate"].trees)
