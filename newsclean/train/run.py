"""The training on one page: read the gold, add made documents, fit words, trees and names, write the files."""

from __future__ import annotations

import gzip
import json
import multiprocessing
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from newsclean.gold import GoldDocument, read_gold
from newsclean.labels.features import FEATURES
from newsclean.labels.lexicon import FILE, Lexicon, dump_lexicon
from newsclean.labels.naming import dump_chains
from newsclean.labels.region import REGION_FEATURES
from newsclean.labels.trees import Node, dump
from newsclean.languages import language_codes
from newsclean.train.augment import WrittenLine, augment, group_of_written
from newsclean.train.examples import FOLDS, KEPT, Example, example_of, fold_of
from newsclean.train.lexicons import FittedWords, LabelledLine, fit_words, merged, split_by_language
from newsclean.train.naming_model import fit_chains
from newsclean.train.trees_model import (
    Rows,
    article_trees,
    headline_trees,
    region_trees,
    rows_of,
    scores_of,
    second_rows,
)

MADE_FROM = {"real", "genres", "french", "fundus-clean"}  # sources of which more documents are made
WRITTEN_WEIGHT = 1.5  # of a written line, beside one of a page


def train(
    gold: Sequence[Path], lines: Sequence[Path], words: Sequence[Path], out: Path | None, folds: Path | None
) -> None:
    """Train all models and write them into a package, or those of each fold into a folder.

    Args:
        gold: Gold files.
        lines: Files of written lines.
        words: Files of lines of pages.
        out: The package that gets the files; None for none.
        folds: The folder that gets a subfolder for each fold; None for none.
    """
    documents = list(read_gold(gold))
    written = list(read_written(lines))
    made = list(augment([one for one in documents if one.get("gold") in MADE_FROM], written))
    _say(f"{len(documents)} documents, {len(made)} made, {len(written)} written lines")
    with multiprocessing.Pool(2) as pool:
        examples = [one for one in pool.imap(example_of, [*documents, *made], chunksize=16) if one]
    _say(f"{sum(len(one.lines) for one in examples)} lines")
    fitted = fit_words([*_gold_lines(documents), *_written_lines(written), *_page_lines(words)], FOLDS)
    _say(f"{len(fitted.whole.weights)} terms")
    left_out = [_shipped(fitted, lexicon) for lexicon in fitted.out_of_fold]
    examples = [one.with_lexicon(merged(left_out[fold_of(one.group)], one.language)) for one in examples]
    rows = [rows_of(one) for one in examples]
    own = [fold_of(one.group) for one in examples]
    firsts = [article_trees(*_chosen(examples, rows, own, number)) for number in range(FOLDS)]
    _say("first trees of each fold")
    second = [second_rows(one, row, scores_of(firsts[k], row)) for one, row, k in zip(examples, rows, own, strict=True)]
    if out is not None:
        _write(out, _shipped(fitted, fitted.whole), examples, article_trees(examples, rows), rows, second)
    if folds is not None:
        for number in range(FOLDS):
            chosen, seen = _chosen(examples, rows, own, number)
            _, seconds = _chosen(examples, second, own, number)
            _write(folds / str(number), left_out[number], chosen, firsts[number], seen, seconds)


def _chosen(
    examples: Sequence[Example], rows: Sequence[Rows], own: Sequence[int], number: int
) -> tuple[list[Example], list[Rows]]:
    """Return the examples outside a fold, and their rows."""
    chosen = [n for n, k in enumerate(own) if k != number]
    return [examples[n] for n in chosen], [rows[n] for n in chosen]


def _shipped(fitted: FittedWords, lexicon: Lexicon) -> dict[str, dict[str, float]]:
    return split_by_language(fitted, lexicon, language_codes())


def _write(
    out: Path,
    lexicons: dict[str, dict[str, float]],
    examples: Sequence[Example],
    article: Sequence[Node],
    rows: Sequence[Rows],
    second: Sequence[Rows],
) -> None:
    for code, weights in lexicons.items():
        path = out / "languages" / code / FILE
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
            packed.write(dump_lexicon(weights).encode())
    (out / "labels").mkdir(parents=True, exist_ok=True)
    text = dump(FEATURES, {"article": article, "headline": headline_trees(examples, rows)})
    (out / "labels" / "text.json").write_text(text, "utf-8")
    (out / "labels" / "region.json").write_text(
        dump(REGION_FEATURES, {"region": region_trees(examples, second)}), "utf-8"
    )
    _say(f"{out}: trees")
    (out / "labels" / "naming.json").write_text(dump_chains(fit_chains(examples)), "utf-8")
    _say(f"{out}: names")


def read_written(paths: Iterable[Path]) -> Iterator[WrittenLine]:
    """Yield the lines of files with a label and a text a line; the name of a file begins with its language."""
    for path in sorted(paths, key=str):
        for row in path.read_text("utf-8").splitlines():
            label, tab, text = row.partition("\t")
            if tab and text.strip():
                yield WrittenLine(path.name.partition(".")[0], label, text.strip())


def _gold_lines(documents: Iterable[GoldDocument]) -> Iterator[LabelledLine]:
    for document in documents:
        if document.get("words") is False:
            continue
        group, language, weight = document["group"], str(document["language"]), float(document.get("weight", 1.0))
        for row in document["lines"]:
            if "sure" not in row:
                yield LabelledLine(group, language, row["text"], row["label"] not in KEPT, weight)


def _written_lines(lines: Iterable[WrittenLine]) -> Iterator[LabelledLine]:
    for line in lines:
        yield LabelledLine(
            group_of_written(line.text), line.language, line.text, line.label != "article", WRITTEN_WEIGHT
        )


def _page_lines(paths: Iterable[Path]) -> Iterator[LabelledLine]:
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                row = json.loads(line)
                yield LabelledLine(row["group"], row["language"] or "", row["text"], row["furniture"], row["weight"])


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")
