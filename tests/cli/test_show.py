"""What the command line shows on a terminal, in a pipe, and in a report."""

from __future__ import annotations

import errno
import io
import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import jsonschema
import pytest

from newsclean.cli import main
from newsclean.report import schema
from newsclean.report.html import Report
from tests.cli.conftest import Command
from tests.conftest import ROOT

FERRY = str(ROOT / "docs" / "examples" / "ferry.txt")
COLOUR = re.compile(r"\x1b\[\d*m")


class Terminal(io.TextIOWrapper):
    """A standard output that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def on_terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Runs the command as in a terminal of 80 columns; gives what it writes."""

    def run(*arguments: str, **environment: str) -> str:
        for name, value in {"TERM": "xterm", "COLUMNS": "80", "NO_COLOR": "", **environment}.items():
            monkeypatch.setenv(name, value)
        written = io.BytesIO()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", Terminal(written, "utf-8"))
            assert main(arguments) == 0
            sys.stdout.flush()
            return written.getvalue().decode("utf-8")

    return run


@pytest.mark.parametrize("view", ["--diff", "--explain"])
def test_colours_on_a_terminal_only(view: str, on_terminal: Callable[..., str], command: Command) -> None:
    coloured = on_terminal(view, FERRY)
    assert COLOUR.search(coloured)
    plain = on_terminal(view, FERRY, NO_COLOR="1")
    assert COLOUR.sub("", coloured) == plain
    assert on_terminal(view, FERRY, TERM="dumb") == plain
    _, out, _ = command(view, FERRY)
    assert "\x1b" not in out


def test_diff_in_colour(on_terminal: Callable[..., str]) -> None:
    lines = on_terminal("--diff", FERRY).splitlines()
    assert lines[0] == f"\x1b[1m--- {FERRY}\tsource\x1b[0m"
    assert "\x1b[31m-Partager\x1b[0m" in lines
    assert any(line.startswith("\x1b[36m@@ ") for line in lines)


def test_table_has_the_width_of_the_terminal(on_terminal: Callable[..., str], command: Command) -> None:
    assert max(map(len, on_terminal("--explain", FERRY, NO_COLOR="1").splitlines())) == 80
    _, out, _ = command("--explain", FERRY)
    assert max(map(len, out.splitlines())) > 120


def test_nothing_steers_the_terminal(on_terminal: Callable[..., str], tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Le conseil a voté le budget lundi soir.\nPartager\x1b]0;titre\x07\nPartager\n", "utf-8")
    for view in ("--diff", "--explain"):
        assert "\x1b" not in on_terminal(view, str(path), NO_COLOR="1")
        assert "\x1b]" not in on_terminal(view, str(path))


def test_real_terminal() -> None:
    mother, child = pty.openpty()
    variables = {key: value for key, value in os.environ.items() if key != "NO_COLOR"} | {"TERM": "xterm"}
    subprocess.run(
        [sys.executable, "-m", "newsclean", "--diff", FERRY], stdout=child, env=variables, cwd=ROOT, check=True
    )
    os.close(child)
    assert COLOUR.search(os.read(mother, 1000).decode("utf-8", "replace"))
    os.close(mother)


@pytest.mark.parametrize("view", ["--explain", "--diff", "--check"])
def test_nothing_to_tell(command: Command, tmp_path: Path, view: str) -> None:
    (tmp_path / "a.txt").write_text("Le conseil a voté le budget de la ville lundi soir.\n", "utf-8")
    assert command(view, str(tmp_path / "a.txt")) == (0, "", "")


def test_several_tables_have_names(command: Command) -> None:
    _, out, _ = command("--explain", FERRY, FERRY)
    assert out.count(f"{FERRY}:\n") == 2


def test_json_is_valid_whatever_the_text(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Un demi \ud800 signe et l'été.".encode("utf-16-le", "surrogatepass"))
    code, out, _ = command("--json", "--charset", "utf-16-le", str(path))
    assert code == 0
    assert json.loads(out)["kind"] == "text"


def test_json_of_many_files_names_each(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("Partager", "utf-8")
    _, out, _ = command("--json", "a.txt", FERRY)
    documents = [json.loads(line) for line in out.splitlines()]
    assert [document["file"] for document in documents] == ["a.txt", FERRY]
    for document in documents:
        jsonschema.validate(document, schema())
        assert set(document) == set(schema()["properties"])


def test_report(command: Command, tmp_path: Path) -> None:
    target = tmp_path / "out.html"
    code, out, err = command("--report", str(target), FERRY, FERRY)
    assert (code, out) == (0, "")
    assert err.startswith("newsclean: 2 articles: ")
    assert err.endswith(f"in {target}\n")
    assert target.read_text("utf-8").count('<details class="item"') == 2


def test_report_is_as_it_was_when_it_cannot_be_written(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Report) -> Iterator[str]:
        yield "<!doctype html>"
        raise OSError(errno.ENOSPC, "No space left on device")

    target = tmp_path / "out.html"
    target.write_text("before", "utf-8")
    monkeypatch.setattr(Report, "parts", broken)
    code, _, err = command("--report", str(target), FERRY)
    assert (code, f"{target}: No space left on device" in err) == (2, True)
    assert target.read_text("utf-8") == "before"
    assert list(tmp_path.iterdir()) == [target]


def test_report_is_no_input(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Partager", "utf-8")
    code, _, err = command("--report", str(path), str(path))
    assert code == 2
    assert "is one of the inputs" in err
    assert path.read_text("utf-8") == "Partager"


@pytest.mark.parametrize(("target", "message"), [("nowhere/out.html", "there is no folder"), (".", "this is a folder")])
def test_report_that_cannot_be_written(
    command: Command,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    target: str,
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = command("--report", target, FERRY)
    assert (code, out) == (2, "")
    assert message in err
    assert err.count("\n") == 1
