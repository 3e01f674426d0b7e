"""The labels of furniture on a page dumped whole: its lines come in runs of one sort, so they are named together.

A line alone seldom says what it is: a headline may be a related link, one of the most read, or a teaser in a menu. The signs of each line
(its rules, its form, its place, its neighbours) give every label points, a change of label from one line to the next costs some, and the
sequence with the most points is found by dynamic programming (Viterbi, 1967). The points stand in `regions.json`, sign by sign; they are
set by hand: cross-validated by publisher, points learned from the few pages that are labelled line by line did worse.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from newsclean.article import FURNITURE, Label
from newsclean.labels.document import Document
from newsclean.labels.region_features import Place, Zone, breaks, page_of, signs
from newsclean.tables import data_of

NAMES = tuple(sorted(label.value for label in FURNITURE - {Label.DUPLICATE} | {Label.TAGS}))


@functools.lru_cache(maxsize=1)
def points() -> Mapping[str, Mapping[str, float]]:
    """The points of each sign for each label, and under "change" what a change of label costs.

    >>> points()["rule.newsletter"]["newsletter"] > 0
    True
    """
    table: Mapping[str, Mapping[str, float]] = json.loads(data_of("newsclean.labels", "regions.json"))
    return table


def regions(document: Document, run: Sequence[int], places: Sequence[Place], zone: Zone) -> list[Label]:
    """The label of each line of furniture in `run`, the numbers of the lines, in order."""
    page, changes = page_of(document, zone), points()["change"]
    scores = [_points(signs(page, n)) for n in run]
    costs = [_cost(breaks(document, a, b, places), changes) for a, b in pairwise(run)]
    return [Label(NAMES[best]) for best in cheapest(scores, costs)]


@functools.lru_cache(maxsize=1)
def _indexed() -> Mapping[str, tuple[tuple[int, float], ...]]:
    """The table of points with the numbers of the labels in `NAMES`."""
    numbers = {name: n for n, name in enumerate(NAMES)}
    return {
        sign: tuple((numbers[label], weight) for label, weight in row.items())
        for sign, row in points().items()
        if sign != "change"
    }


def _points(found: Iterable[str]) -> list[float]:
    table, total = _indexed(), [0.0] * len(NAMES)
    for sign in found:
        for n, weight in table.get(sign, ()):
            total[n] += weight
    return total


def _cost(found: Iterable[str], table: Mapping[str, float]) -> float:
    return max(0.0, sum(table.get(sign, 0.0) for sign in found))


def cheapest(scores: Sequence[Sequence[float]], costs: Sequence[float]) -> list[int]:
    """The numbers of the labels that together have the most points, when each change costs what `costs` says.

    >>> cheapest([[1.0, 0.0], [0.0, 0.5], [1.0, 0.0]], [1.0, 1.0])
    [0, 0, 0]
    >>> cheapest([[2.0, 0.0], [0.0, 5.0], [2.0, 0.0]], [1.0, 1.0])
    [0, 1, 0]
    """
    if not scores:
        return []
    total, came = list(scores[0]), []
    for own, cost in zip(scores[1:], costs, strict=True):
        top = max(total)
        best, limit = total.index(top), top - cost
        came.append([k if value >= limit else best for k, value in enumerate(total)])
        total = [max(value, limit) + more for value, more in zip(total, own, strict=True)]
    at = total.index(max(total))
    path = [at]
    for row in reversed(came):
        at = row[at]
        path.append(at)
    return path[::-1]


__all__ = ["NAMES", "cheapest", "points", "regions"]
