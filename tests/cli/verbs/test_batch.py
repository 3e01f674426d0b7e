"""`newsclean batch` as a user meets it."""

from __future__ import annotations

import gzip
import io
import json
import os
import re
import shlex
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from newsclean.cli.progress import watching
from newsclean.integrations.records import Progress
from tests.cli.conftest import Command
from tests.conftest import ROOT
from tests.integrations.records.files import CLEAN, json_lines, read, rows, warc
from tests.integrations.records.files import page as archived


@pytest.fixture
def source(here: Path) -> Path:
    path = here / "in.jsonl"
    path.write_bytes(json_lines([*rows(12), {"id": "b", "text": None}]))
    return path


def test_batch(here: Path, source: Path, command: Command) -> None:
    code, out, err = command("batch", "in.jsonl", "out.jsonl.gz", "--jobs", "2", "--fields", "agencies,language")
    assert (code, out) == (1, "")
    made = read(here / "out.jsonl.gz")
    assert [row["text"] for row in made] == [CLEAN.format(n) for n in range(12)]
    assert made[0] == {"id": "a0", "site": "example.ch", "text": CLEAN.format(0), "agencies": [], "language": "fr"}
    told = json.loads((here / "out.jsonl.gz.errors.jsonl").read_text())
    assert told == {"id": "b", "file": "in.jsonl", "record": 13, "error": "the field 'text' holds NoneType, not a text"}
    lines = err.splitlines()
    assert lines[0].startswith("newsclean: out.jsonl.gz: 12 articles, ")
    assert lines[0].endswith("/s")
    assert lines[1:] == [
        "newsclean: removed: share 12 (96 characters)",
        "newsclean: 1 failures, see out.jsonl.gz.errors.jsonl",
    ]
    code, _, err = command("batch", "in.jsonl", "out.jsonl.gz", "--resume", "--fields", "agencies,language")
    assert (code, err) == (0, "newsclean: out.jsonl.gz: already complete\n")


def test_options(here: Path, source: Path, command: Command) -> None:
    options = ["--keep", "share", "--carry", "id", "--fields", "", "--jobs", "1", "--locale", "fr-CH"]
    assert command("batch", "in.jsonl", "out.jsonl", *options)[0] == 1
    assert read(here / "out.jsonl")[0] == {"id": "a0", "text": f"{CLEAN.format(0)}\n\nPartager"}
    assert command("batch", "in.jsonl", "b.jsonl", *options, "--max-errors", "0")[0] == 2
    assert command("batch", "in.jsonl", "b.jsonl", *options, "--max-errors", "1", "--resume")[0] == 1


def test_folder_without_failures(here: Path, command: Command) -> None:
    (here / "pages").mkdir()
    (here / "pages" / "a.txt").write_text(CLEAN.format(1), "utf-8")
    code, _, err = command("batch", "pages", "out.jsonl", "--jobs", "1")
    assert code == 0
    assert "removed" not in err
    assert sorted(path.name for path in here.glob("out*")) == ["out.jsonl"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["in.jsonl", "in.jsonl"], "the output is the input"),
        (["in.jsonl", "out.csv"], "unknown suffix of an output '.csv'"),
        (["in.jsonl", "out.jsonl", "--fields", "titel"], "did you mean 'title'"),
        (["in.jsonl", "out.jsonl", "--keep", "adds"], "did you mean 'ad'"),
        (["in.jsonl", "out.jsonl", "--jobs", "0"], "invalid whole number from 1 on value: '0'"),
        (["in.jsonl", "out.jsonl", "--resume", "--overwrite"], "not allowed with"),
        (["none.jsonl", "out.jsonl"], "none.jsonl: no such file or folder"),
        (["in.jsonl", "out.jsonl", "--text-field", "body"], "there is no field 'body'"),
    ],
)
def test_bad_calls(here: Path, source: Path, command: Command, arguments: list[str], message: str) -> None:
    before = source.read_bytes()
    code, _, err = command("batch", *arguments)
    assert code == 2
    assert message in err
    assert source.read_bytes() == before
    assert not (here / "out.jsonl").exists()


def test_existing_output(here: Path, source: Path, command: Command) -> None:
    assert command("batch", "in.jsonl", "out.jsonl")[0] == 1
    code, _, err = command("batch", "in.jsonl", "out.jsonl")
    assert (code, err) == (2, "newsclean: out.jsonl exists; replace it with --overwrite\n")
    assert command("batch", "in.jsonl", "out.jsonl", "--overwrite")[0] == 1


def test_a_changed_pack_is_another_run(here: Path, source: Path, command: Command) -> None:
    options = ["batch", "in.jsonl", "out.jsonl", "--pack", "mine.toml"]
    assert command(*options, "--max-errors", "0")[0] == 2
    with (here / "mine.toml").open("a") as file:
        file.write("\n")
    code, _, err = command(*options, "--resume")
    assert code == 2
    assert "content of mine.toml was" in err


@pytest.mark.skipif(os.name == "nt", reason="sends the signal of Ctrl-C as Unix does")
def test_ctrl_c(here: Path) -> None:
    (here / "long.jsonl").write_bytes(json_lines(rows(60_000)))
    code = (
        "import sys; from newsclean.cli import main; from newsclean.cli.verbs import batch\n"
        "from newsclean.integrations.records import run\n"
        "real = run.Run._check\n"
        "def check(self, *given): print('.', flush=True); real(self, *given)\n"
        "run.Run._check = check\nsys.exit(main(sys.argv[1:]))"
    )
    command = ["batch", "long.jsonl", "out.jsonl", "--jobs", "2", "--fields", ""]
    process = subprocess.Popen(
        [sys.executable, "-c", code, *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout
    assert process.stdout.readline() == ".\n"
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of them
    _, err = process.communicate(timeout=120)
    assert process.returncode == 130
    assert err == "newsclean: stopped; continue with: newsclean batch long.jsonl out.jsonl --resume\n"
    state = json.loads((here / "out.jsonl.journal").read_text())
    lines = (here / "out.jsonl.part").read_bytes().splitlines()
    assert 0 < state["counts"]["articles"] == len(lines) < 60_000


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


STEPS = [Progress(at, 1_000, Counter(articles=at, failures=at // 500), at, 2.0) for at in (100, 500, 1_000)]


@pytest.mark.parametrize("rich", [True, False])
def test_progress_on_a_terminal(monkeypatch: pytest.MonkeyPatch, rich: bool) -> None:
    monkeypatch.setattr("newsclean.cli.progress._INTERVAL", 0.0)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    if rich:
        pytest.importorskip("rich")
    else:
        monkeypatch.setitem(sys.modules, "rich.console", None)
    stream = Terminal()
    with watching(stream) as watch:
        for step in STEPS:
            watch(step)
    assert "100 %, 1,000 articles, 500/s, 2 failures, 0:00:00 left" in stream.getvalue()


def test_no_progress_where_nobody_looks_on() -> None:
    stream = io.StringIO()
    with watching(stream) as watch:
        watch(STEPS[0])
    assert stream.getvalue() == ""


def test_commands_of_the_documentation(here: Path, command: Command) -> None:
    page = (ROOT / "docs" / "corpus.md").read_text("utf-8")
    (here / "warc").mkdir()
    (here / "warc" / "a.warc.gz").write_bytes(gzip.compress(warc(archived())))
    (here / "pages").mkdir()
    (here / "pages" / "a.html").write_bytes(archived())
    (here / "articles.jsonl").write_bytes(json_lines(rows(2)))
    lines = re.findall(r"^\$ newsclean (batch .+)$", page, re.MULTILINE)
    assert len(lines) >= 4
    for line in lines:
        code, _, err = command(*shlex.split(line))
        assert code == 0, err
    assert {"id", "url", "crawl_date", "text", "title", "locale"} <= {*read(here / "news.parquet")[0]}
