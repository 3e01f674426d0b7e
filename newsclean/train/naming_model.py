"""Examples to the points of labels (`labels/naming.py`): two conditional random fields, trained with CRFsuite."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from newsclean.article import CONTENT, Label
from newsclean.labels.document import Document
from newsclean.labels.naming import Chain
from newsclean.labels.signs import furniture_signs, part_signs
from newsclean.train.examples import COARSE, KEPT, Example

Sequences = list[tuple[list[list[str]], list[str]]]
L1, L2, ROUNDS, SEEN = 0.4, 0.02, 100, 3  # penalties, rounds of training, lines that must have a sign
LEAST = 0.03  # points; fewer are left out


def is_fine(example: Example) -> bool:
    """Return whether an example has exact labels."""
    return not COARSE & set(example.labels)


def fit_chains(examples: Iterable[Example]) -> dict[str, Chain]:
    """Return the chains for examples with exact labels."""
    parts: Sequences = []
    furniture: Sequences = []
    for example in filter(is_fine, examples):
        kept = [n for n, label in enumerate(example.labels) if label in KEPT]
        gone = [n for n, label in enumerate(example.labels) if label not in KEPT]
        if kept:
            signs = part_signs([example.lines[n] for n in kept], [example.gaps[n] for n in kept])
            parts.append((signs, [example.labels[n] for n in kept]))
        if gone:
            signs = furniture_signs(Document(example.lines), gone, example.gaps)
            furniture.append((signs, [example.labels[n] for n in gone]))
    return {"parts": _fit(parts, CONTENT), "furniture": _fit(furniture, frozenset(Label) - CONTENT)}


def _fit(sequences: Sequences, allowed: frozenset[Label]) -> Chain:
    import pycrfsuite

    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.select("lbfgs")
    trainer.set_params(
        {"c1": L1, "c2": L2, "max_iterations": ROUNDS, "feature.possible_transitions": True, "feature.minfreq": SEEN}
    )
    for signs, labels in sequences:
        trainer.append(signs, labels)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    return _chain(info.labels, info.state_features, info.transitions, allowed)


def _chain(
    known: Sequence[str],
    states: dict[tuple[str, str], float],
    changes: dict[tuple[str, str], float],
    allowed: frozenset[Label],
) -> Chain:
    labels = tuple(label for label in Label if label.value in known and label in allowed)
    index = {label.value: n for n, label in enumerate(labels)}
    signs: dict[str, list[tuple[int, float]]] = {}
    for (sign, label), points in sorted(states.items()):
        if abs(points) >= LEAST:
            signs.setdefault(sign, []).append((index[label], round(points, 2)))
    table = [[round(changes.get((a.value, b.value), 0.0), 2) for b in labels] for a in labels]
    return Chain(labels, signs, table)
