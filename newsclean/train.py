"""Gold to weights: `python -m newsclean.train --gold FILE ... --out text.json`; needs the extra `train` (python-crfsuite).

Gold is JSON lines, a document each: `{"id", "group" (the publisher), "language", "lines": [{"text", "label"}]}`; docs/gold.md.
Training is deterministic: the same gold gives the same weights.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from newsclean.article import CONTENT, METADATA
from newsclean.errors import NewscleanError
from newsclean.labels.decision import matcher_for
from newsclean.labels.features import features
from newsclean.labels.lines import lines_of
from newsclean.labels.model import STATES, Model

COARSE = {"content": "content", "title": "title", "kicker": "title", "metadata": "metadata", "furniture": "furniture"}
COARSE |= {label.value: "content" for label in CONTENT if label.value not in ("title", "kicker")}
COARSE |= {label.value: "metadata" for label in METADATA}


class Example(NamedTuple):
    """One document for training: its publisher, and features and state of each line."""

    id: str
    group: str
    features: list[list[str]]
    states: list[str]


def states_of(labels: Sequence[str]) -> list[str]:
    """Gold labels as states of the model: furniture is told apart by where it stands.

    >>> states_of(["nav", "title", "paragraph", "ad", "paragraph", "share"])
    ['before', 'title', 'content', 'inside', 'content', 'after']
    """
    coarse = [COARSE.get(label, "furniture") for label in labels]
    places = [n for n, label in enumerate(coarse) if label == "content"]
    first, last = (places[0], places[-1]) if places else (len(coarse), len(coarse))
    return [
        label if label != "furniture" else "before" if n < first else "after" if n > last else "inside"
        for n, label in enumerate(coarse)
    ]


def example_of(document: dict[str, Any]) -> Example:
    """A gold document with its features."""
    lines = [line for line in document["lines"] if line["text"].strip()]
    matcher = matcher_for(document["language"], ())
    found = features(lines_of([line["text"].strip() for line in lines], matcher, document["language"]))
    return Example(document["id"], document["group"], found, states_of([line["label"] for line in lines]))


def fit(examples: Iterable[Example], c1: float = 0.4, c2: float = 0.05, iterations: int = 120, rare: int = 3) -> Model:
    """A model that fits the examples; features that fewer than `rare` documents have are left out.

    `c1` and `c2` are the weights of the L1 and L2 penalties.
    """
    import pycrfsuite

    examples = list(examples)
    known = Counter(name for example in examples for name in {name for names in example.features for name in names})
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": c1, "c2": c2, "max_iterations": iterations, "feature.possible_transitions": True})
    for example in examples:
        trainer.append([[name for name in names if known[name] >= rare] for names in example.features], example.states)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    rows: dict[str, list[float]] = {}
    for (name, state), weight in info.state_features.items():
        rows.setdefault(name, [0.0] * len(STATES))[STATES.index(state)] = round(weight, 2)
    kept = {name: tuple(row) for name, row in rows.items() if any(row)}
    transitions = tuple(tuple(round(info.transitions.get((a, b), -9.0), 2) for b in STATES) for a in STATES)
    return Model(kept, transitions)


def read_gold(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """The documents of gold files; raises `NewscleanError` with file and line for one that is not well formed."""
    for path in paths:
        with path.open(encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                try:
                    document = json.loads(line)
                    _ = document["id"], document["group"], document["language"], document["lines"][0]["label"]
                except (ValueError, KeyError, TypeError, IndexError) as error:
                    raise NewscleanError(f"{path}, line {number}: not a gold document ({error!r}); see docs/gold.md") from error
                yield document


def main(argv: Sequence[str] | None = None) -> int:
    """Train on gold files and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m newsclean.train", description=__doc__)
    parser.add_argument("--gold", nargs="+", type=Path, required=True, metavar="FILE")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")
    options = parser.parse_args(argv)
    examples = [example_of(document) for document in read_gold(options.gold)]
    model = fit(examples)
    options.out.write_text(model.dump(), "utf-8")
    sys.stdout.write(f"{len(examples)} documents, {len(model.features)} features\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
