"""The command line as a user meets it."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from newsclean.cli import main
from tests.conftest import ROOT

TEXT = "Un titre du jour\n\nL'été n'est pas fini, a dit le ministre à la presse lundi.\n\nPartager\n"


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, "utf-8")
    return str(path)


def run(capfdbinary: pytest.CaptureFixture[bytes], *arguments: str) -> tuple[int, str, str]:
    try:
        code = main(arguments)
    except SystemExit as stop:
        code = int(stop.code or 0)
    sys.stdout.flush()
    out, err = capfdbinary.readouterr()
    return code, out.decode("utf-8"), err.decode("utf-8")


def test_file(capfdbinary: pytest.CaptureFixture[bytes], article: str) -> None:
    code, out, err = run(capfdbinary, article)
    assert (code, err) == (0, "")
    assert out == "Un titre du jour\n\nL’été n’est pas fini, a dit le ministre à la presse lundi.\n"


def test_standard_input(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(TEXT.encode("cp1252"))))
    code, out, _ = run(capfdbinary, "--charset", "windows-1252")
    assert code == 0
    assert "L’été" in out


def test_json(capfdbinary: pytest.CaptureFixture[bytes], article: str) -> None:
    _, out, _ = run(capfdbinary, "--json", article, article)
    rows = [json.loads(line) for line in out.splitlines()]
    assert [row["title"] for row in rows] == ["Un titre du jour"] * 2


def test_explain(capfdbinary: pytest.CaptureFixture[bytes], article: str) -> None:
    _, out, _ = run(capfdbinary, "--explain", article)
    assert "share: " in out
    assert "| Partager" in out


def test_diff(capfdbinary: pytest.CaptureFixture[bytes], article: str) -> None:
    _, out, _ = run(capfdbinary, "--diff", article)
    assert "-Partager" in out


def test_options(capfdbinary: pytest.CaptureFixture[bytes], article: str) -> None:
    _, out, _ = run(
        capfdbinary, "--keep", "share", "--drop", "title,kicker", "--locale", "fr-CH", "--url", "https://a.ch", article
    )
    assert out.startswith("L’été")
    assert out.endswith("Partager\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.txt"], "missing.txt: No such file or directory"),
        (["--keep", "adds"], "unknown label 'adds'"),
        (["--locale", "xx!!"], "unknown locale 'xx!!'. Known: "),
    ],
)
def test_bad_option_or_file(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"Bonjour.")))
    code, out, err = run(capfdbinary, *arguments)
    assert code == 2
    assert out == ""
    assert message in err
    assert err.count("\n") == 1


def test_unknown_option(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(capfdbinary, "--nothing")[0] == 2


def test_examples_of_the_documentation(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    for path in sorted((ROOT / "docs" / "examples").glob("*.txt")):
        code, out, _ = run(capfdbinary, str(path))
        assert code == 0
        assert out == path.with_suffix(".clean").read_text("utf-8")


def test_fix(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("DÃ©jÃ\u00a0 vu Ã\u00a0 l'Ã©tÃ©\nPartager\n", "utf-8")
    assert run(capfdbinary, "fix", str(path)) == (0, "Déjà vu à l'été\nPartager\n", "")


def test_typography(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Il a dit 'oui' à l'Etat\n\n250'000 francs", "utf-8")
    assert run(capfdbinary, "typography", "--locale", "fr-CH", str(path)) == (
        0,
        "Il a dit «oui» à l’Etat\n\n250’000 francs\n",
        "",
    )
    assert run(capfdbinary, "typography", "--off", "quote", str(path))[0] == 2


def test_evaluate(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    lines = [
        {"text": "Le conseil a voté le budget de la ville lundi soir.", "label": "paragraph"},
        {"text": "Partager", "label": "share"},
    ]
    document = {"id": "a", "group": "b", "language": "fr", "lines": lines}
    path.write_text(json.dumps(document) + "\n", "utf-8")
    code, out, err = run(capfdbinary, "evaluate", str(path))
    assert (code, err) == (0, "")
    assert "share" in out
    path.write_text(json.dumps(document) + "\n{broken\n", "utf-8")
    code, _, err = run(capfdbinary, "evaluate", str(path))
    assert code == 1
    assert "line 2" in err
    assert run(capfdbinary, "evaluate", "missing.jsonl")[0] == 2


def test_installed_command(article: str) -> None:
    done = subprocess.run([sys.executable, "-m", "newsclean", article], capture_output=True, check=True)
    assert done.stdout.decode("utf-8").startswith("Un titre du jour\n\nL’été")
