"""What newsclean is trained on: nothing that only measures is read, and the files come out the same."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from newsclean.blocks import Block
from tests.benchmarks import gold
from tests.benchmarks.gold import MEASURED_ONLY, TRAINING_FILES, WEIGHTS

ARTICLE = {
    "id": "a",
    "group": "bote.example",
    "language": "de",
    "genre": "prose",
    "text": "Der Steg\n\nTeilen",
    "lines": [{"text": "Der Steg", "label": "title"}, {"text": "Teilen", "label": "share", "sure": "", "note": "?"}],
}
LONG = "Die Gemeinde prüft das Geländer der Brücke noch bis Ende Mai, wie sie am Montag der Zeitung mitteilte."
PRESS = {
    "id": "b",
    "site": "courrier.example",
    "kind": "scraped_p_text",
    "lines": [
        {"text": "Le pont", "label": "title"},
        {"text": " ", "label": "blank"},
        {"text": "Le pont", "label": "title", "note": "duplicate"},
        {"text": "Photo : A. Keller", "label": "photo_credit"},
        {"text": "La rive, hier.", "label": "caption", "note": "caption-ambiguous"},
    ],
}


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A benchmark with a document for training in each labelled source; what only measures cannot be read."""
    monkeypatch.setattr(gold, "BENCH", tmp_path)
    rows = {name: ARTICLE for source in ("genres", "real") for name in TRAINING_FILES[source]}
    for name, row in (rows | {"french/gold.dev.jsonl.gz": PRESS}).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = f"{json.dumps(row)}\n".encode()
        path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    (tmp_path / "scraped").mkdir()
    for name in (
        "genres/gold.dev.jsonl",
        "genres/quoted.dev.jsonl",
        "scraped/gold.dev.jsonl",
        "real/gold.dev.jsonl.gz",
    ):
        (tmp_path / name).write_text("only to measure with")
    return tmp_path


def test_what_only_measures_is_never_among_the_files(shared: Path) -> None:
    read = {path for source in TRAINING_FILES for path in gold.training_files(source)}
    measured = {path for pattern in MEASURED_ONLY for path in (shared / "bench").glob(pattern)}
    assert measured
    assert not read & measured


def test_only_the_named_files_are_read(bench: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path] = []
    plain = gold._read
    monkeypatch.setattr(gold, "_read", lambda path: read.append(path) or plain(path))
    found = [row for source in ("french", "genres", "real") for row in gold.documents(source)]
    assert len(found) == 6
    assert {str(path.relative_to(bench)) for path in read} == {
        name for source in ("french", "genres", "real") for name in TRAINING_FILES[source]
    }


def test_a_labelled_article_keeps_its_labels(bench: Path) -> None:
    first: dict[str, Any] = next(gold.documents("genres"))
    assert first["lines"] == [
        {"text": "Der Steg", "label": "title"},
        {"text": "Teilen", "label": "share", "sure": ""},
    ]
    about = {key: first[key] for key in ("id", "group", "genre", "gold", "weight")}
    assert about == {
        "id": "genres/a",
        "group": "bote.example",
        "genre": "news",
        "gold": "genres",
        "weight": WEIGHTS["genres"],
    }


def test_labels_of_the_french_gold_become_ours(bench: Path) -> None:
    lines = next(gold.documents("french"))["lines"]
    assert [(line["label"], "sure" in line) for line in lines] == [
        ("title", False),
        ("duplicate", False),
        ("credit", False),
        ("paragraph", True),
    ]


def test_lines_that_are_not_counted_take_the_label_around_them() -> None:
    labelled = [("Menü", "furniture"), ("?", None), ("Ein Satz.", "content"), ("…", None), ("Noch einer.", "content")]
    assert [line["label"] for line in gold._filled(labelled)] == [
        "furniture",
        "furniture",
        "content",
        "content",
        "content",
    ]


@pytest.mark.parametrize(
    ("clues", "text", "side"),
    [
        ({"kept-by-trafilatura": 1.0}, LONG, False),
        ({"kept-by-trafilatura": 0.5}, LONG, None),
        ({"kept-by-trafilatura": 1.0, "share": 3.0}, "Teilen", None),
        ({"kept-by-trafilatura": 1.0, "in-figcaption": 1.0}, LONG, None),
        ({"in-nav": 1.0}, "Ausland", True),
        ({}, "Ausland", None),
        ({"in-aside": 1.0, "related": 3.0}, "Der Steg bleibt zu", None),
        ({"in-footer": 1.0, "byline": 3.0}, "Anna Keller", None),
        ({"in-aside": 1.0, "comment": 2.0, "teaser": 1.0}, LONG, None),
    ],
)
def test_a_line_of_a_page_counts_when_its_place_is_plain(clues: dict[str, float], text: str, side: bool | None) -> None:
    assert gold._side(Block(0, len(text), text, text, clues=clues)) is side


def test_lines_of_a_page_count_once() -> None:
    body = "".join(f"<p>{LONG}</p><p>{LONG[:-1]} ({n}).</p>" for n in range(4))
    page = f"<html><body><nav><a href='/a'>Ausland</a><a href='/a'>Ausland</a></nav><article><h1>Der Steg</h1>{body}</article></body></html>"
    rows = gold._page_lines({"id": "a", "html": page, "url": "", "domain": "bote.example", "lang": "de"})
    assert len({row["text"] for row in rows}) == len(rows)
    sides = {row["text"]: row["furniture"] for row in rows}
    assert (sides[LONG], sides["Ausland"]) == (False, True)
    assert {(row["group"], row["language"]) for row in rows} == {("bote.example", "de")}


def test_files_come_out_the_same(tmp_path: Path) -> None:
    paths = [tmp_path / "a.jsonl.gz", tmp_path / "b.jsonl.gz"]
    for path in paths:
        gold._write(path, [{"text": "Menü"}])
    assert paths[0].read_bytes() == paths[1].read_bytes()
