"""The model: gradient-boosted trees over named features, evaluated in plain Python.

Theory. Each tree asks features one after the other and ends in a leaf; the sum of the leaves is the logit of the probability (Friedman,
Greedy Function Approximation: a Gradient Boosting Machine, Annals of Statistics, 2001). `python -m newsclean.train` grows the trees; run time
needs no library. What a feature contributes is the sum of the changes of value at the nodes that ask for it (Saabas, Interpreting random
forests, 2014), so that a decision can say why.

Walking thousands of nodes is slow in Python. QuickScorer (Lucchese et al., SIGIR 2015) turns the ensemble around: every leaf of every tree is
a bit of one large integer, each feature clears the leaves that it rules out with one bisection and one `&`, and the lowest bit left
of each tree is its leaf. `Trees.score` walks the trees for the first lines, since the bits pay only later.
"""

from __future__ import annotations

import functools
import json
import math
import struct
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import and_, getitem
from pathlib import Path
from typing import Any, NamedTuple

from newsclean.errors import NewscleanError
from newsclean.tables import data_of

VERSION = 1
WALKED = 64  # lines for which the trees are walked
_LANES = {16: "H", 32: "I", 64: "Q"}  # bits of a tree, and how `struct` calls a number of as many
# a leaf is a number; a node is [index of the number it asks for, threshold, its value, node for <=, node for >]
Node = Any


class _Bits(NamedTuple):
    """An ensemble as bits: the leaves at first, what each number clears below each threshold, the values of the leaves.

    >>> bits = _bits_of([[0, 5.0, 0.5, -1.0, 2.0], 0.25])
    >>> bits.score([3.0]), bits.score([8.0])
    (-0.75, 2.25)
    """

    leaves: int
    ones: int
    numbers: tuple[tuple[int, list[float], list[int]], ...]
    unpack: struct.Struct
    values: tuple[dict[int, float], ...]

    def score(self, numbers: Sequence[float]) -> float:
        """Return the sum of the leaves for a row of features."""
        left = self.leaves
        for index, thresholds, masks in self.numbers:
            left &= masks[bisect_left(thresholds, numbers[index])]
        return sum(self.leaves_of(left))

    def leaves_of(self, left: int) -> list[float]:
        """Return the value of each tree: that of its lowest leaf that is left."""
        # in each lane one bit or more is set, so nothing is borrowed from the next
        lowest = left & ~(left - self.ones)
        return list(map(getitem, self.values, self.unpack.unpack(lowest.to_bytes(self.unpack.size, "little"))))


def _bits_of(trees: Sequence[Node]) -> _Bits | None:
    """Return the ensemble as bits, or None if a tree has more leaves than a lane has bits.

    >>> _bits_of([]) is None
    True
    """
    most = max(map(_size, trees), default=0)
    width = next((lane for lane in _LANES if lane >= most), 0)
    if not trees or not width:
        return None
    cleared: dict[int, dict[float, int]] = defaultdict(lambda: defaultdict(int))
    values = [_placed(tree, n * width, cleared) for n, tree in enumerate(trees)]
    leaves = sum(((1 << len(one)) - 1) << n * width for n, one in enumerate(values))
    numbers = []
    for index, masked in sorted(cleared.items()):
        thresholds = sorted(masked)  # many nodes ask for the same: each costs memory, and time, once
        masks = accumulate((leaves & ~masked[threshold] for threshold in thresholds), and_, initial=leaves)
        numbers.append((index, thresholds, list(masks)))
    return _Bits(
        leaves,
        sum(1 << n * width for n in range(len(trees))),
        tuple(numbers),
        struct.Struct(f"<{len(trees)}{_LANES[width]}"),
        tuple({1 << n: value for n, value in enumerate(one)} for one in values),
    )


def _size(node: Node) -> int:
    return _size(node[3]) + _size(node[4]) if type(node) is list else 1


def _placed(node: Node, at: int, cleared: dict[int, dict[float, int]]) -> list[float]:
    """Return the values of the leaves of a node, from bit `at` on, and note what its thresholds clear."""
    if type(node) is not list:
        return [node]
    low = _placed(node[3], at, cleared)
    cleared[node[0]][node[1]] |= ((1 << len(low)) - 1) << at
    return low + _placed(node[4], at + len(low), cleared)


@dataclass(frozen=True)
class Trees:
    """An ensemble: the sum of what its trees say is the logit of the probability.

    >>> trees = Trees(("words",), ([0, 5.0, 0.5, -1.0, 2.0],))
    >>> trees.score([3.0]), round(trees.probability([8.0]), 2), trees.reasons([8.0])
    (-1.0, 0.88, [('words', 1.5)])
    """

    names: tuple[str, ...]
    trees: tuple[Node, ...]

    @functools.cached_property
    def _bits(self) -> _Bits | None:
        return _bits_of(self.trees)

    @functools.cached_property
    def _walks(self) -> Iterator[int]:
        return iter(range(WALKED))

    def score(self, numbers: Sequence[float]) -> float:
        """Return the logit for a row of features; walking and bits give the same."""
        if next(self._walks, None) is None and self._bits is not None:
            return self._bits.score(numbers)
        return sum([_walked(node, numbers) for node in self.trees])

    def probability(self, numbers: Sequence[float]) -> float:
        """Return the probability for a row of features."""
        return chance_of(self.score(numbers))

    def contributions(self, numbers: Sequence[float], first: int | None = None) -> dict[int, float]:
        """Return what each feature contributes to the logit in the `first` trees (None: all), by its index."""
        found: dict[int, float] = {}
        for node in self.trees[:first]:
            while type(node) is list:
                index, value = node[0], node[2]
                node = node[3] if numbers[index] <= node[1] else node[4]
                found[index] = found.get(index, 0.0) + (node[2] if type(node) is list else node) - value
        return found

    def reasons(self, numbers: Sequence[float]) -> list[tuple[str, float]]:
        """Return the contributions by name, the largest first."""
        found = self.contributions(numbers)
        return sorted(((self.names[index], weight) for index, weight in found.items()), key=lambda item: -abs(item[1]))


def _walked(node: Node, numbers: Sequence[float]) -> float:
    while type(node) is list:
        node = node[3] if numbers[node[0]] <= node[1] else node[4]
    return node  # type: ignore[no-any-return]  # a leaf


def chance_of(score: float) -> float:
    """Return the probability of a logit.

    >>> chance_of(0.0)
    0.5
    """
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))


def parse(text: str, name: str = "model") -> Mapping[str, Trees]:
    """Return the ensembles of a JSON text, by name.

    Raises:
        NewscleanError: The text is damaged, or of a version that this newsclean does not know.

    >>> sorted(parse('{"version": 1, "names": ["words"], "ensembles": {"content": [0.5]}}'))
    ['content']
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NewscleanError(
            f"{name}: not valid JSON ({error}); reinstall newsclean or train the model again"
        ) from error
    found = data.get("version") if isinstance(data, dict) else None
    if found != VERSION:
        raise NewscleanError(
            f"{name}: model version {found!r}, this newsclean reads version {VERSION}; upgrade newsclean"
        )
    try:
        names = tuple(data["names"])
        ensembles = {
            str(key): Trees(names, tuple(_checked(node, len(names)) for node in grown))
            for key, grown in data["ensembles"].items()
        }
    except (KeyError, TypeError, AttributeError, ValueError, IndexError, RecursionError) as error:
        raise NewscleanError(
            f"{name}: damaged model ({error!r}); reinstall newsclean or train the model again"
        ) from error
    return ensembles


def _checked(node: Node, count: int) -> Node:
    if isinstance(node, (int, float)):
        return float(node)
    index, threshold, value, low, high = node
    if type(index) is not int or not 0 <= index < count:
        raise ValueError(f"no number {index}")
    return [index, float(threshold), float(value), _checked(low, count), _checked(high, count)]


def dump(names: Sequence[str], ensembles: Mapping[str, Sequence[Node]]) -> str:
    """Return the JSON text of ensembles, one tree a line."""
    parts = []
    for key, trees in ensembles.items():
        rows = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in trees)
        parts.append(f"{json.dumps(key)}: [\n{rows}\n]")
    joined = ",\n".join(parts)
    return f'{{"version": {VERSION},\n"names": {json.dumps(list(names))},\n"ensembles": {{\n{joined}\n}}}}\n'


def load(path: str | Path) -> Mapping[str, Trees]:
    """Return the ensembles in a file that `python -m newsclean.train` wrote; raise `NewscleanError` if it is unusable."""
    try:
        return parse(Path(path).read_text("utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise NewscleanError(f"{path}: the model cannot be read ({error})") from error


@functools.lru_cache(maxsize=4)
def builtin_trees(name: str = "text") -> Mapping[str, Trees]:
    """Return the ensembles that come with newsclean: "text", "region" or "html".

    Raises:
        NewscleanError: The file is missing or damaged.

    >>> sorted(builtin_trees())
    ['article', 'headline']
    """
    file = f"labels/{name}.json"
    try:
        data = json.loads(data_of("newsclean.labels", f"{name}.json"))
        names = tuple(data["names"])  # nodes are not checked: tests do, and it takes longer than reading
        return {key: Trees(names, tuple(grown)) for key, grown in data["ensembles"].items()}
    except OSError as error:
        raise NewscleanError(f"{file}: the model cannot be read ({error}); reinstall newsclean") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise NewscleanError(f"{file}: damaged model ({error!r}); reinstall newsclean") from error
