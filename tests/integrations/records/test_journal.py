"""The journal is locked, and what is not one is an error."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from newsclean import NewscleanError
from newsclean.integrations.records import Job, Run
from newsclean.integrations.records.journal import Journal
from tests.integrations.records.files import json_lines, rows

NUMBER = 400


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    records: list[Any] = rows(NUMBER)
    records[20] = records[310] = "no record"
    path.write_bytes(json_lines(records))
    return path


def test_journals_that_are_none(source: Path) -> None:
    out = source.with_name("out.jsonl")
    for text, message in {"{": "not the journal", '{"version": 9}': "another version"}.items():
        Journal(out).path.write_text(text, "utf-8")
        with pytest.raises(NewscleanError, match=message):
            Run(source, out, Job())(resume=True)


def test_two_at_once(source: Path) -> None:
    pytest.importorskip("fcntl")
    out = source.with_name("out.jsonl")
    code = "import sys, pathlib; from newsclean.integrations.records import Job, Run\nRun(*map(pathlib.Path, sys.argv[1:3]), Job())()"
    journal = Journal(out)
    journal.lock()
    try:
        done = subprocess.run([sys.executable, "-c", code, source, out], capture_output=True, text=True, check=False)
    finally:
        journal.unlock()
    assert "another process is writing this output" in done.stderr
