"""`newsclean label`: gold to correct by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsclean.cli import main
from newsclean.evaluate import evaluate, read_gold
from tests.cli.verbs.conftest import PROSE

TEXT = f"Le budget passe la rampe\n\n{PROSE}\n\nPartager\n"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    file = tmp_path / "texts.jsonl"
    rows = [{"id": "t1", "text": TEXT, "url": "https://www.a.example/1"}, {"text": f"{PROSE} (ats)"}]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return file


def test_label_writes_gold(texts: Path, tmp_path: Path) -> None:
    out = tmp_path / "proposed.jsonl"
    assert main(["label", str(texts), "-o", str(out)]) == 0
    first, second = read_gold([out])
    assert (first["id"], first["group"], first["language"]) == ("t1", "a.example", "fr")
    assert [line["label"] for line in first["lines"]] == ["title", "paragraph", "share"]
    assert first["text"] == TEXT
    assert "text" not in second
    assert second["lines"] == [{"text": f"{PROSE} (ats)", "label": "paragraph"}]
    scores = evaluate([first, second])
    assert scores.documents == 2
    assert scores.f1 == 1.0


def test_label_reads_other_fields(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "texts.jsonl"
    row = {"name": "t1", "body": TEXT, "link": "https://www.a.example/1"}
    file.write_text(json.dumps(row) + "\n" + json.dumps(row | {"name": "t2", "body": " \n"}) + "\n", "utf-8")
    assert main(["label", str(file)]) == 1
    assert "name one with --text-field" in capfd.readouterr().err
    assert main(["label", str(file), "--text-field", "body", "--id-field", "name", "--url-field", "link"]) == 0
    shown = capfd.readouterr()
    (line,) = shown.out.splitlines()
    assert [json.loads(line)[key] for key in ("id", "group")] == ["t1", "a.example"]
    assert "t2: there is no line to label" in shown.err


def test_label_keeps_half_a_surrogate_pair(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    texts, out = tmp_path / "texts.jsonl", tmp_path / "gold.jsonl"
    texts.write_text(json.dumps({"id": "1", "text": f"{PROSE} \ud83d"}), "utf-8")
    assert main(["label", str(texts), "-o", str(out)]) == 0
    assert next(read_gold([out]))["lines"][0]["text"].startswith(PROSE)
    assert main(["label", str(texts)]) == 0
    assert capfd.readouterr().out == out.read_text("utf-8")


def test_label_to_standard_output(texts: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["label", str(texts), "--group", "b.example"]) == 0
    assert [json.loads(line)["group"] for line in capfd.readouterr().out.splitlines()] == ["b.example", "b.example"]


def test_label_keeps_its_inputs(texts: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = texts.read_bytes()
    assert main(["label", str(texts), "-o", str(texts)]) == 2
    assert texts.read_bytes() == before
    assert "one of the inputs" in capfd.readouterr().err


def test_label_does_not_write_over_corrected_gold(texts: Path, gold: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = gold.read_bytes()
    assert main(["label", str(texts), "-o", str(gold)]) == 2
    assert gold.read_bytes() == before
    assert "exists" in capfd.readouterr().err


def test_label_names_a_broken_record(texts: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    texts.write_text("{broken\n" + texts.read_text("utf-8"), "utf-8")
    out = tmp_path / "proposed.jsonl"
    assert main(["label", str(texts), "-o", str(out)]) == 1
    assert "texts.jsonl:1" in capfd.readouterr().err
    assert len(list(read_gold([out]))) == 2
