"""`newsclean evaluate` as a gate, and `newsclean label`: gold to correct by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsclean import NewscleanError
from newsclean.cli import main
from newsclean.evaluate import evaluate, read_gold
from tests.cli.conftest import PACK

PROSE = "Le conseil a voté le budget de la ville lundi soir après un long débat."
TEXT = f"Le budget passe la rampe\n\n{PROSE}\n\nPartager\n"


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    file = tmp_path / "gold.jsonl"
    lines = [{"text": PROSE, "label": "paragraph"}, {"text": "Partager", "label": "share"}]
    file.write_text(json.dumps({"id": "1", "group": "a.example", "language": "fr", "lines": lines}) + "\n", "utf-8")
    return file


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    file = tmp_path / "texts.jsonl"
    rows = [{"id": "t1", "text": TEXT, "url": "https://www.a.example/1"}, {"text": f"{PROSE} (ats)"}]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return file


@pytest.mark.parametrize(
    ("least", "code", "told"),
    [
        ("kept_f1=0.9", 0, ""),
        ("label.share.recall=1", 0, ""),
        ("group.a.example.f1=1.0", 0, ""),
        ("kept_prose_loss=0.01", 0, ""),
        ("macro_f1=0.5", 1, "macro_f1 is 0.0000, under 0.5"),
        ("kept_f2=0.9", 2, "did you mean 'kept_f1'"),
        ("kept_f1", 2, "write FIGURE=VALUE"),
        ("kept_f1=95", 2, "from 0 to 1"),
    ],
)
def test_fail_under(gold: Path, capfd: pytest.CaptureFixture[str], least: str, code: int, told: str) -> None:
    assert main(["evaluate", str(gold), "--fail-under", least]) == code
    assert told in capfd.readouterr().err


def test_a_loss_is_worse_when_it_is_larger(gold: Path, capfd: pytest.CaptureFixture[str]) -> None:
    document = json.loads(gold.read_text("utf-8"))
    document["lines"][0] = {"text": f"{PROSE} (ats)", "label": "paragraph"}
    gold.write_text(json.dumps(document), "utf-8")
    assert main(["evaluate", str(gold), "--fail-under", "kept_prose_loss=0.01"]) == 1
    assert "kept_prose_loss is 0.0" in capfd.readouterr().err


def test_a_broken_line_is_named_and_the_rest_is_scored(gold: Path, capfd: pytest.CaptureFixture[str]) -> None:
    gold.write_text(gold.read_text("utf-8") + "\n{broken\n", "utf-8")
    assert main(["evaluate", str(gold)]) == 1
    shown = capfd.readouterr()
    assert "gold.jsonl, line 3" in shown.err
    assert "1 document, 1 not scored" in shown.out
    for word in ("language", "group", "a.example", "share"):
        assert word in shown.out


@pytest.mark.parametrize("name", ["empty.jsonl", "folder"])
def test_nothing_to_measure_passes_no_gate(tmp_path: Path, capfd: pytest.CaptureFixture[str], name: str) -> None:
    (tmp_path / "empty.jsonl").write_text("\n", "utf-8")
    (tmp_path / "folder").mkdir()
    assert main(["evaluate", str(tmp_path / name), "--fail-under", "kept_f1=0.9"]) == 2
    assert f"{name}: there is no gold document" in capfd.readouterr().err


def test_rules_of_your_own_are_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mine.toml").write_text(PACK, "utf-8")
    corner = {"text": "Le coin des lecteurs", "label": "nav"}
    lines = [{"text": PROSE, "label": "paragraph"}, {"text": "Le budget est tenu.", "label": "paragraph"}, corner]
    document = {"id": "1", "group": "a.example", "language": "fr", "lines": lines}
    Path("gold.jsonl").write_text(json.dumps(document), "utf-8")
    wanted = ["evaluate", "gold.jsonl", "--fail-under", "label.nav.f1=1"]
    assert main(wanted) == 1
    assert main([*wanted, "--pack", "mine.toml"]) == 0
    Path("newsclean.toml").write_text(
        'packs = ["mine.toml"]\nformat = "markdown"\nurl = "https://b.example"\n', "utf-8"
    )
    assert main(wanted) == 0
    assert main([*wanted, "--no-config"]) == 1
    assert main(["evaluate", "gold.jsonl", "--strictness", "strickt"]) == 2
    Path("texts.jsonl").write_text(json.dumps({"text": "\n".join(line["text"] for line in lines)}), "utf-8")
    capfd.readouterr()
    assert main(["label", "texts.jsonl"]) == 0
    assert json.loads(capfd.readouterr().out)["lines"][-1] == corner


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


def test_a_figure_that_there_is_not(gold: Path) -> None:
    with pytest.raises(NewscleanError, match=r"did you mean 'kept_recall'"):
        evaluate(read_gold([gold])).figure("kept_recal")
