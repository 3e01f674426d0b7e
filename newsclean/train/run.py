"""The training on one page: read the gold, add made documents, fit words, trees and names, write the files."""

from __future__ import annotations

import gzip
import json
import multiprocessing
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from newsclean.gold import GoldDocument, read_gold
from newsclean.labels.features import FEATURES
from newsclean.labels.lexicon import FILE, Lexicon, dump_lexicon
from newsclean.labels.naming import dump_chains
from newsclean.labels.region import REGION_FEATURES
from newsclean.labels.trees import Node, dump
from newsclean.languages import language_codes
from newsclean.train.augment import augment, group_of_written
from newsclean.train.examples import FOLDS, KEPT, Example, example_of, fold_of
from newsclean.train.html_model import train_pages
from newsclean.train.lexicons import FittedWords, LabelledLine, fit_words, merged, split_by_language
from newsclean.train.naming_model import fit_chains
from newsclean.train.pages import gold_pages
from newsclean.train.trees_model import (
    Rows,
    article_trees,
    headline_trees,
    region_trees,
    rows_of,
    scores_of,
    second_rows,
)
from newsclean.train.written import ARTICLE, WrittenLine, read_lines, read_training_gold

MADE_FROM = {"real", "genres", "french", "fundus-clean"}  # sources of which more documents are made
Job = tuple[Path, dict[str, dict[str, float]], list[Node], int | None]
_SHARED: list[Any] = []  # of the worker processes that write models
ALL_GENRES = "genres"  # source of the written documents of every genre; pages are made of them
WRITTEN_WEIGHT = 1.5  # of a written line, beside one of a page


def train(
    gold: Sequence[Path],
    lines: Sequence[Path],
    words: Sequence[Path],
    out: Path | None,
    folds: Path | None,
    by: str | None = None,
    pages: Sequence[Path] = (),
    *,
    text: bool = True,
) -> None:
    """Train all models and write them into a package, or those of each fold into a folder.

    Args:
        gold: Gold files, and files of written documents (`.txt`).
        lines: Files of written lines.
        words: Files of lines of pages.
        out: The package that gets the files; None for none.
        folds: The folder that gets a subfolder for each fold; None for none.
        by: The key of documents, such as "genre", that is left out as a whole instead of a publisher; None for publishers.
        pages: Files of gold pages, for the model of HTML mode; without any, it is not trained.
        text: Train the models of text mode, and write the lexicons.
    """
    documents = [_grouped(one, by) for one in read_training_gold(gold)]
    written = list(read_lines(lines))
    fitted = fit_words([*_gold_lines(documents), *_written_lines(written), *_page_lines(words)], FOLDS)
    _say(f"{len(fitted.whole.weights)} terms")
    left_out = [_shipped(fitted, lexicon) for lexicon in fitted.out_of_fold]
    if pages:
        rendered = gold_pages([one for one in documents if one.get("gold") == ALL_GENRES])
        train_pages([*read_gold(pages), *rendered], left_out, out, folds)
    if not text:
        return
    made = list(augment([one for one in documents if one.get("gold") in MADE_FROM], written))
    _say(f"{len(documents)} documents, {len(made)} made, {len(written)} written lines")
    with multiprocessing.Pool(2) as pool:
        examples = [one for one in pool.imap(example_of, [*documents, *made], chunksize=16) if one]
    _say(f"{sum(len(one.lines) for one in examples)} lines")
    examples = [one.with_lexicon(merged(left_out[fold_of(one.group)], one.language)) for one in examples]
    rows = [rows_of(one) for one in examples]
    own = [fold_of(one.group) for one in examples]
    firsts = [article_trees(*_chosen(examples, rows, own, number)) for number in range(FOLDS)]
    _say("first trees of each fold")
    second = [second_rows(one, row, scores_of(firsts[k], row)) for one, row, k in zip(examples, rows, own, strict=True)]
    jobs: list[Job] = (
        [] if out is None else [(out, _shipped(fitted, fitted.whole), article_trees(examples, rows), None)]
    )
    jobs += [] if folds is None else [(folds / str(k), left_out[k], firsts[k], k) for k in range(FOLDS)]
    # forked processes share what is in memory
    with multiprocessing.get_context("fork").Pool(2, _share, ((examples, rows, second, own),)) as pool:
        pool.map(_write, jobs, chunksize=1)


def _share(shared: tuple[Sequence[Example], Sequence[Rows], Sequence[Rows], Sequence[int]]) -> None:
    _SHARED[:] = shared


def _grouped(document: GoldDocument, by: str | None) -> GoldDocument:
    """Return a document with the value of a key in the place of its publisher, if it has one."""
    return {**document, "group": f"{by} {document[by]}"} if by and document.get(by) else document


def _chosen(
    examples: Sequence[Example], rows: Sequence[Rows], own: Sequence[int], number: int | None
) -> tuple[list[Example], list[Rows]]:
    """Return the examples outside a fold, and their rows; all for None."""
    chosen = [n for n, k in enumerate(own) if k != number]
    return [examples[n] for n in chosen], [rows[n] for n in chosen]


def _shipped(fitted: FittedWords, lexicon: Lexicon) -> dict[str, dict[str, float]]:
    return split_by_language(fitted, lexicon, language_codes())


def _write(job: Job) -> None:
    """Write the models of all examples, or of those outside a fold, into a folder."""
    out, lexicons, article, number = job
    everything, all_rows, all_second, own = _SHARED
    examples, rows = _chosen(everything, all_rows, own, number)
    _, second = _chosen(everything, all_second, own, number)
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
        yield LabelledLine(group_of_written(line.text), line.language, line.text, line.label != ARTICLE, WRITTEN_WEIGHT)


def _page_lines(paths: Iterable[Path]) -> Iterator[LabelledLine]:
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                row = json.loads(line)
                yield LabelledLine(row["group"], row["language"] or "", row["text"], row["furniture"], row["weight"])


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")
