"""`newsclean evaluate`: figures, and a gate on them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsclean.cli import main
from tests.cli.conftest import PACK, Command
from tests.cli.verbs.conftest import PROSE

TEXT = f"Le budget passe la rampe\n\n{PROSE}\n\nPartager\n"


def test_evaluate(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    lines = [
        {"text": "Le conseil a voté le budget de la ville lundi soir.", "label": "paragraph"},
        {"text": "Partager", "label": "share"},
    ]
    document = {"id": "a", "group": "b", "language": "fr", "lines": lines}
    path.write_text(json.dumps(document) + "\n", "utf-8")
    code, out, err = command("evaluate", str(path))
    assert (code, err) == (0, "")
    assert "share" in out
    path.write_text(json.dumps(document) + "\n{broken\n", "utf-8")
    code, _, err = command("evaluate", str(path))
    assert code == 1
    assert "line 2" in err
    assert command("evaluate", "missing.jsonl")[0] == 2


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
