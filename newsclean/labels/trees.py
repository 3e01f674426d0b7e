"""The model: gradient-boosted trees over named numbers, walked in plain Python.

Friedman: Greedy Function Approximation, a Gradient Boosting Machine (Annals of Statistics, 2001). The trees are grown offline by
`python -m newsclean.train` and shipped as JSON; run time needs no library. What a line's number contributes is the sum of the changes of
value at the nodes that ask for it (Saabas: Interpreting random forests, 2014), so a decision can say why.
"""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsclean.errors import NewscleanError
from newsclean.labels.bits import Bits, Node, bits_of
from newsclean.tables import data_of

VERSION = 1
WALKS = 64  # lines for which the trees are walked: reading them as bits pays only later


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
    def _bits(self) -> Bits | None:
        return bits_of(self.trees)

    @functools.cached_property
    def _walks(self) -> Iterator[int]:
        return iter(range(WALKS))

    def score(self, numbers: Sequence[float]) -> float:
        """The logit for a line with these numbers; the same, whether the trees are walked or read as bits."""
        if next(self._walks, None) is None and self._bits is not None:
            return self._bits.score(numbers)
        return sum([_walked(node, numbers) for node in self.trees])

    def probability(self, numbers: Sequence[float]) -> float:
        """The probability for a line with these numbers."""
        return chance_of(self.score(numbers))

    def contributions(self, numbers: Sequence[float], first: int | None = None) -> dict[int, float]:
        """What each number contributes to the logit in the `first` trees (all when None), by its index."""
        told: dict[int, float] = {}
        for node in self.trees[:first]:
            while type(node) is list:
                index, value = node[0], node[2]
                node = node[3] if numbers[index] <= node[1] else node[4]
                told[index] = told.get(index, 0.0) + (node[2] if type(node) is list else node) - value
        return told

    def reasons(self, numbers: Sequence[float]) -> list[tuple[str, float]]:
        """The contributions by name, the largest first."""
        told = self.contributions(numbers)
        return sorted(((self.names[index], weight) for index, weight in told.items()), key=lambda item: -abs(item[1]))


def _walked(node: Node, numbers: Sequence[float]) -> float:
    while type(node) is list:
        node = node[3] if numbers[node[0]] <= node[1] else node[4]
    return node  # type: ignore[no-any-return]  # a leaf


def chance_of(score: float) -> float:
    """The probability that a logit stands for.

    >>> chance_of(0.0)
    0.5
    """
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))


def parse(text: str, name: str = "model") -> Mapping[str, Trees]:
    """The ensembles of a JSON text, by name.

    Raises `NewscleanError` when it is damaged or of a version that this newsclean does not know.

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
    """The JSON text of ensembles, one tree a line."""
    parts = []
    for key, trees in ensembles.items():
        rows = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in trees)
        parts.append(f"{json.dumps(key)}: [\n{rows}\n]")
    joined = ",\n".join(parts)
    return f'{{"version": {VERSION},\n"names": {json.dumps(list(names))},\n"ensembles": {{\n{joined}\n}}}}\n'


def load(path: str | Path) -> Mapping[str, Trees]:
    """The ensembles in a file that `python -m newsclean.train` wrote; raises `NewscleanError` when it cannot be used."""
    try:
        return parse(Path(path).read_text("utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise NewscleanError(f"{path}: the model cannot be read ({error})") from error


@functools.lru_cache(maxsize=4)
def builtin_trees(name: str = "text") -> Mapping[str, Trees]:
    """The ensembles that come with newsclean: "text" or "html".

    >>> sorted(builtin_trees())
    ['content', 'gate', 'short', 'title', 'title-gate']
    """
    data = json.loads(data_of("newsclean.labels", f"{name}.json"))
    names = tuple(data["names"])  # not checked: tests do, and it takes longer than reading
    return {key: Trees(names, tuple(grown)) for key, grown in data["ensembles"].items()}
