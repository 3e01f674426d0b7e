"""The sequence model: a linear-chain CRF whose weights stand on named features, decoded in plain Python.

Lafferty, McCallum, Pereira: Conditional Random Fields (ICML 2001). The weights are learned offline by `python -m newsclean.train` and
shipped as one JSON file; run time needs no library.
"""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from newsclean.errors import NewscleanError

VERSION = 1
STATES = ("before", "title", "metadata", "content", "inside", "after")
FURNITURE_STATES = ("before", "inside", "after")
Row = tuple[float, ...]


@dataclass(frozen=True)
class Model:
    """Weights: one row of numbers for each feature, a number for each state; a row for each transition from a state.

    >>> model = Model({"a": (0.0, 0.0, 0.0, 2.0, 0.0, 0.0)}, ((0.0,) * 6,) * 6)
    >>> round(model.probabilities([["a"]])[0][STATES.index("content")], 2)
    0.6
    """

    features: Mapping[str, Row]
    transitions: tuple[Row, ...]

    @classmethod
    def parse(cls, text: str, name: str = "model") -> Model:
        """The model in a JSON text.

        Raises `NewscleanError` when it is damaged or of a version that this newsclean does not know.
        """
        try:
            data = json.loads(text)
        except ValueError as error:
            raise NewscleanError(f"{name}: not valid JSON ({error}); reinstall newsclean or train the model again") from error
        if not isinstance(data, dict) or data.get("version") != VERSION:
            found = data.get("version") if isinstance(data, dict) else None
            raise NewscleanError(f"{name}: model version {found!r}, this newsclean reads version {VERSION}; upgrade newsclean")
        try:
            features = {str(key): _row(row) for key, row in data["features"].items()}
            transitions = tuple(_row(row) for row in data["transitions"])
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise NewscleanError(f"{name}: damaged model ({error}); reinstall newsclean or train the model again") from error
        if len(transitions) != len(STATES):
            raise NewscleanError(f"{name}: damaged model (transitions); reinstall newsclean or train the model again")
        return cls(features, transitions)

    @classmethod
    def load(cls, path: str | Path) -> Model:
        """The model in a file that `python -m newsclean.train` wrote."""
        try:
            return cls.parse(Path(path).read_text("utf-8"), str(path))
        except (OSError, UnicodeDecodeError) as error:
            raise NewscleanError(f"{path}: the model cannot be read ({error})") from error

    def dump(self) -> str:
        """The model as JSON, one feature a line."""
        rows = ",\n".join(f"{json.dumps(key, ensure_ascii=False)}: {json.dumps(row)}" for key, row in sorted(self.features.items()))
        transitions = json.dumps(self.transitions)
        head: dict[str, Any] = {"version": VERSION, "states": STATES}
        return f'{json.dumps(head)[:-1]},\n"transitions": {transitions},\n"features": {{\n{rows}\n}}}}\n'

    def scores(self, document: Sequence[Sequence[str]]) -> list[list[float]]:
        """For each line, the sum of its features' weights for each state."""
        table = self.features
        out = []
        for names in document:
            total = [0.0] * len(STATES)
            for name in names:
                row = table.get(name)
                if row is not None:
                    total = [a + b for a, b in zip(total, row, strict=True)]
            out.append(total)
        return out

    def probabilities(self, document: Sequence[Sequence[str]]) -> list[list[float]]:
        """For each line, the probability of each state given the whole document (forward-backward)."""
        if not document:
            return []
        emit = [_exp(row) for row in self.scores(document)]
        step = [[math.exp(weight) for weight in row] for row in self.transitions]
        back_step = list(zip(*step, strict=True))
        forward = [_scaled(emit[0])]
        for row in emit[1:]:
            last = forward[-1]
            forward.append(_scaled([e * _dot(last, column) for e, column in zip(row, back_step, strict=True)]))
        backward = [[1.0] * len(STATES)]
        for row in reversed(emit[1:]):
            ahead = [e * b for e, b in zip(row, backward[-1], strict=True)]
            backward.append(_scaled([_dot(ahead, out) for out in step]))
        return [_scaled([a * b for a, b in zip(f, b, strict=True)]) for f, b in zip(forward, reversed(backward), strict=True)]

    def reasons(self, names: Sequence[str], state: str, against: str) -> list[tuple[str, float]]:
        """The features of a line with what each says for one state against another, strongest first."""
        a, b = STATES.index(state), STATES.index(against)
        found = [(name, row[a] - row[b]) for name in names if (row := self.features.get(name)) is not None]
        return sorted(found, key=lambda item: -item[1])


def _row(row: Sequence[float]) -> Row:
    values = tuple(float(value) for value in row)
    if len(values) != len(STATES):
        raise ValueError(f"a row of {len(values)} numbers, not {len(STATES)}")
    return values


def _exp(row: Sequence[float]) -> list[float]:
    top = max(row)
    return [math.exp(value - top) for value in row]


def _scaled(row: Sequence[float]) -> list[float]:
    total = sum(row) or 1.0
    return [value / total for value in row]


def _dot(a: Sequence[float], b: Sequence[float]) -> float:
    return sum(x * y for x, y in zip(a, b, strict=True))


@functools.lru_cache(maxsize=4)
def builtin_model(name: str = "text") -> Model:
    """The model that comes with newsclean.

    >>> len(builtin_model().transitions)
    6
    """
    path = resources.files("newsclean.labels") / f"{name}.json"
    return Model.parse(path.read_text("utf-8"), f"{name}.json")
