"""newsclean in text mode on publishers that its models have not seen, beside the models that are shipped.

    python -m newsclean.train --gold ... --folds FOLDS                     the models of each fold (docs/contributing.md)
    python tests/benchmarks/crossvalidate.py FOLDS [--genres FOLDS_BY_GENRE]     ten minutes on two processors
    python tests/benchmarks/crossvalidate.py                               only write the page again

The benchmark beside the repository scores. Each document is cleaned twice: by the package as it is ("in sample"), and by a copy of it that has the models of the
fold that left the document's publisher out ("cross-validated"). Every copy runs in a process of its own. The figures go to crossvalidation.json and into the table of
docs/gold.md. FOLDS_BY_GENRE are folds that left whole genres out (`--by genre`).
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.append(str(ROOT))  # behind the copy of the package that is measured

from tests.benchmarks.gold import BENCH, genre_of  # noqa: E402

STORE = HERE / "crossvalidation.json"
PAGE = ROOT / "docs" / "gold.md"
IN_SAMPLE, CROSSED, BY_GENRE = "in sample", "cross-validated", "genre left out"
NOTHING = "nothing done"
COLUMNS = (NOTHING, IN_SAMPLE, CROSSED, BY_GENRE)
FOLDS = 5  # as in train/examples.py, which only the processes that measure import
PROCESSES = 2
Figures = dict[str, float]
# figure -> what it is called on the page; "<" after it: less is better
SHOWN: Mapping[str, Mapping[str, str]] = {
    "Real pages, labelled line by line (500)": {
        "real.all.lost": "article lines lost <",
        "real.all.left": "furniture lines left <",
        "real.all.f1": "F1 of kept lines",
        "real.all.exact": "documents without a wrong line",
        "real.kind.dump.f1": "F1, whole pages",
        "real.kind.article.f1": "F1, article boxes",
        "real.kind.extracted.f1": "F1, extracted texts",
        "real.label.macro_f1": "F1 of labels, mean",
    },
    "Articles of 22 genres and prose, written (480)": {
        "genres.all.lost": "article lines lost <",
        "genres.all.left": "furniture lines left <",
        "genres.all.f1": "F1 of kept lines",
        "genres.all.exact": "documents without a wrong line",
    },
    "French press, labelled line by line (165)": {
        "french.all.kept_f1": "F1 of kept lines",
        "french.dump.kept_f1": "F1, whole pages",
        "french.extracted.kept_f1": "F1, extracted texts",
        "french.scraped.kept_f1": "F1, scraped texts",
        "french.all.prose_loss": "prose lost <",
        "french.label.macro_f1": "F1 of labels, mean",
    },
    "News pages in 20 languages as text (131)": {
        "text.fundus.dumps.shingle_f1": "whole pages: F1 of runs of 4 words",
        "text.fundus.dumps.content_loss": "whole pages: article words lost <",
        "text.fundus.extracted.shingle_f1": "extracted texts: F1 of runs of 4 words",
        "text.fundus.extracted.content_loss": "extracted texts: article words lost <",
    },
    "English pages of all sorts as text (150)": {
        "text.wcxb_dev.dumps.shingle_f1": "whole pages: F1 of runs of 4 words",
        "text.wcxb_dev.dumps.content_loss": "whole pages: article words lost <",
        "text.wcxb_dev.extracted.shingle_f1": "extracted texts: F1 of runs of 4 words",
        "text.wcxb_dev.extracted.content_loss": "extracted texts: article words lost <",
    },
}


class Job(NamedTuple):
    """One process: the column that it is for, the fold whose documents are measured, the key of the folds, and the models (None: those of the package)."""

    column: str
    fold: int
    key: str
    models: Path | None


class Measured(NamedTuple):
    """What the scorers say of single documents, by the part of the benchmark."""

    real: list[Any]
    genres: list[Any]
    french: list[Any]
    text: list[Any]
    errors: list[str]


def main() -> None:
    """Measure, store, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folds", type=Path, nargs="?", metavar="FOLDS")
    parser.add_argument("--genres", type=Path, metavar="FOLDS_BY_GENRE")
    parser.add_argument("--json", type=Path, default=STORE, metavar="OUT")
    parser.add_argument("--worker", nargs=3, metavar=("FOLD", "KEY", "OUT"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        fold, key, out = options.worker
        Path(out).write_bytes(pickle.dumps(measure(int(fold), key)))
        return
    if options.folds:
        stored = {
            "date": f"{datetime.now(tz=UTC):%d %B %Y}".lstrip("0"),
            "figures": crossvalidate(options.folds, options.genres),
        }
        options.json.write_text(json.dumps(stored, indent=1) + "\n", "utf-8")
    stored = json.loads(options.json.read_text("utf-8"))
    sys.stdout.write(f"{table(stored)}\n")
    if options.json == STORE:
        PAGE.write_text(written(PAGE.read_text("utf-8"), stored), "utf-8")


# figures


def crossvalidate(folds: Path, by_genre: Path | None) -> dict[str, dict[str, float]]:
    """Return each figure in each column that was measured.

    Args:
        folds: A folder with the models of each fold, named by its number.
        by_genre: The same for folds of genres; None for none.
    """
    jobs = [Job(IN_SAMPLE, fold, "group", None) for fold in range(FOLDS)]
    jobs += [Job(CROSSED, fold, "group", folds / str(fold)) for fold in range(FOLDS)]
    if by_genre:
        jobs += [Job(BY_GENRE, fold, "genre", by_genre / str(fold)) for fold in range(FOLDS)]
    for job in jobs:
        if job.models and not (job.models / "labels").is_dir():
            raise SystemExit(f"{job.models}: no models; python -m newsclean.train --folds writes them")
    with ThreadPoolExecutor(PROCESSES) as pool:  # of processes
        parts = list(pool.map(_run, jobs))
    sys.path.insert(0, str(BENCH))
    columns = {}
    for column in dict.fromkeys(job.column for job in jobs):
        own = [part for job, part in zip(jobs, parts, strict=True) if job.column == column]
        whole = Measured(*([one for part in own for one in part[n]] for n in range(len(Measured._fields))))
        for error in whole.errors[:5]:
            _say(f"{column}: {error}")
        columns[column] = figures_of(whole)
        if column == IN_SAMPLE:
            columns[NOTHING] = _untouched(whole, columns[column])
    keys = sorted({key for figures in columns.values() for key in figures})
    return {
        key: {name: round(columns[name][key], 5) for name in COLUMNS if key in columns.get(name, ())} for key in keys
    }


def _run(job: Job) -> Measured:
    """Measure the documents of a fold in a process of its own, with a copy of the package that has the models of the job."""
    with tempfile.TemporaryDirectory() as folder:
        package, out = Path(folder) / "newsclean", Path(folder) / "out.pickle"
        shutil.copytree(ROOT / "newsclean", package, ignore=shutil.ignore_patterns("__pycache__"))
        if job.models:
            shutil.copytree(job.models, package, dirs_exist_ok=True)
        command = [sys.executable, str(Path(__file__).resolve()), "--worker", str(job.fold), job.key, str(out)]
        subprocess.run(command, cwd=folder, env=os.environ | {"PYTHONPATH": f"{folder}{os.pathsep}{ROOT}"}, check=True)
        _say(f"{job.column}: {job.fold + 1} of {FOLDS}")
        return pickle.loads(out.read_bytes())


def figures_of(measured: Measured) -> Figures:
    """Return the figures of measured documents, named as the benchmark names them."""
    from extraction import measure as extraction
    from french import score_french
    from genres import score_genres

    figures: Figures = {}
    for name in ("real", "genres"):
        results = getattr(measured, name)
        documents = [(document, counts, wrong) for document, counts, wrong, _ in results]
        if documents:
            figures |= score_genres.document_figures(name, documents, _pools_of(name))
            figures |= score_genres.label_figures(name, [pair for *_, pairs in results for pair in pairs])
    pools: dict[str, Counter[str]] = defaultdict(Counter)
    for kind, counts, _ in measured.french:
        for pool in ("all", score_french.KINDS[kind]):
            pools[pool].update(counts)
    for pool, counts in pools.items():
        figures |= score_french.kept_figures(f"french.{pool}", counts)
    if measured.french:
        figures |= score_french.label_figures([pair for *_, pairs in measured.french for pair in pairs])
    for source in ("fundus", "wcxb_dev"):
        for pool, is_dump in (("dumps", True), ("extracted", False)):
            rows = [
                row
                for extractor, row in measured.text
                if row["source"] == source and (extractor in extraction.DUMPS) is is_dump
            ]
            if rows:
                figures |= extraction._text_figures(f"text.{source}.{pool}", rows)
    return figures


def _pools_of(name: str) -> Any:
    if name == "real":
        return lambda document: (f"language.{document['language']}", f"kind.{document['genre']}")
    return lambda document: (f"language.{document['language']}", f"genre.{document['genre']}")


def _untouched(measured: Measured, figures: Figures) -> Figures:
    """Return the figures of doing nothing: of labelled documents by their counts, of the rest as the benchmark has stored them."""
    floors = json.loads((BENCH / "reference.json").read_text("utf-8"))["full"]
    out = {key: floors[key]["floor"] for key in figures if "floor" in floors.get(key, {})}
    from genres import score_genres

    for name in ("real", "genres"):
        untouched = [
            (document, [article, 0, other, other], ["left"] * bool(other))
            for document, (article, _, other, _), _, _ in getattr(measured, name)
        ]
        out |= score_genres.document_figures(name, untouched, _pools_of(name))
    return out


# one process


def measure(fold: int, key: str) -> Measured:
    """Return what the scorers say of the documents of one fold, cleaned by the package that is imported.

    Args:
        fold: The number of the fold.
        key: "group" for folds of publishers; "genre" for those of genres, of which only the written articles have one.
    """
    sys.path.insert(0, str(BENCH))
    from genres import score_genres

    import newsclean

    if Path.cwd() not in Path(newsclean.__file__).parents:
        raise SystemExit(f"{newsclean.__file__} is not the copy in {Path.cwd()}")
    measured = Measured([], [], [], [], [])
    parts: dict[str, Iterable[dict[str, Any]]] = {"genres": _written_articles()}
    if key == "group":
        parts["real"] = _records("real/gold.train.jsonl.gz")
    for name, documents in parts.items():
        for document in documents:
            if _is_of_fold(document["group"] if key == "group" else f"{key} {document[key]}", fold):
                (_, _, counts, wrong, pairs), error = score_genres._document(document)
                about = {field: document[field] for field in ("id", "language", "genre")}
                getattr(measured, name).append((about, counts, wrong, pairs))
                _note(measured, error)
    if key == "group":
        _measure_french(measured, fold)
        _measure_texts(measured, fold)
    return measured


def _measure_french(measured: Measured, fold: int) -> None:
    from french import score_french

    for document in _records("french/gold.dev.jsonl.gz"):
        if _is_of_fold(document["site"], fold):
            (_, _, counts, pairs, _, _), error = score_french._doc_job(("newsclean", document))
            measured.french.append((document["kind"], counts, pairs))
            _note(measured, error)


def _measure_texts(measured: Measured, fold: int) -> None:
    from extraction import measure as extraction
    from work import sample

    folder = BENCH / "extraction" / "data"
    for source, limit in (("fundus", None), ("wcxb_dev", extraction.WCXB_TEXT_PAGES)):
        records = [
            r
            for r in sample(_records(f"extraction/data/{source}.dev.jsonl.gz"), limit)
            if _is_of_fold(r["domain"], fold)
        ]
        found = sorted(path.name.split(".")[1] for path in (folder / "text").glob(f"{source}.*.dev.jsonl.gz"))
        if source == "wcxb_dev":
            found = [name for name in found if name in extraction.WCXB_DIRTY]
        texts = {
            name: {r["id"]: r["text"] or "" for r in _records(f"extraction/data/text/{source}.{name}.dev.jsonl.gz")}
            for name in found
        }
        for record in records:
            inputs = {name: of_page.get(record["id"], "") for name, of_page in texts.items()}
            for extractor, row, error in extraction._text_job(("newsclean", record, inputs)):
                measured.text.append((extractor, row))
                _note(measured, error)


def _written_articles() -> Iterator[dict[str, Any]]:
    for name in ("fr", "de", "en", "rest"):
        for document in _records(f"genres/train/{name}.jsonl"):
            yield document | {"genre": genre_of(document)}


def _records(path: str) -> list[dict[str, Any]]:
    from work import read_jsonl

    found: list[dict[str, Any]] = read_jsonl(BENCH / path)
    return found


def _is_of_fold(group: str, fold: int) -> bool:
    from newsclean.train.examples import fold_of

    return fold_of(group) == fold


def _note(measured: Measured, error: str | None) -> None:
    if error:
        measured.errors.append(error)


# the page


def written(page: str, stored: Mapping[str, Any]) -> str:
    """Return a page with the table of the stored figures between its marks."""
    shown = f"<!-- table crossvalidation -->\n{table(stored)}\n<!-- end -->"
    return re.sub(r"<!-- table crossvalidation -->\n.*?<!-- end -->", lambda _: shown, page, flags=re.DOTALL)


def table(stored: Mapping[str, Any]) -> str:
    """Return the table of stored figures, in percent."""
    figures = stored["figures"]
    columns = [name for name in COLUMNS if any(name in row for row in figures.values())]
    rows = [("", *columns), ("---", *("---:" for _ in columns))]
    for heading, names in SHOWN.items():
        rows.append((f"**{heading}**", *("" for _ in columns)))
        rows += [_row(name, figures[key], columns) for key, name in names.items() if key in figures]
    rows += _genre_rows(figures, columns)
    return f"Measured on {stored['date']}, in percent.\n\n{_joined(rows)}"


def _genre_rows(figures: Mapping[str, Mapping[str, float]], columns: Sequence[str]) -> list[tuple[str, ...]]:
    """Return a row for the lines lost of each genre, worst first by cross-validation."""
    found = {m[1]: row for key, row in figures.items() if (m := re.fullmatch(r"genres\.genre\.(.+)\.lost", key))}
    rows: list[tuple[str, ...]] = [("**Article lines lost, by genre** (less is better)", *("" for _ in columns))]
    order = sorted(found, key=lambda genre: (-found[genre].get(CROSSED, 0.0), genre))
    rows += [_row(genre.replace("_", " "), found[genre], columns) for genre in order]
    return rows if found else []


def _row(name: str, figures: Mapping[str, float], columns: Sequence[str]) -> tuple[str, ...]:
    name = name.replace(" <", " (less is better)")
    return name, *(f"{100 * figures[column]:.1f}" if column in figures else "" for column in columns)


def _joined(rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    main()
