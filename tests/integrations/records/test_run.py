"""A run that is stopped, killed, or has no room: taken up again, nothing is lost and nothing comes twice."""

from __future__ import annotations

import errno
import itertools
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from newsclean import NewscleanError
from newsclean.integrations.records import Job, Progress, Run, Stopped
from newsclean.integrations.records.journal import Journal
from newsclean.integrations.records.outputs import LinesOutput, ParquetOutput
from tests.integrations.records.files import CLEAN, json_lines, read, rows

OUTPUTS = [".jsonl", ".jsonl.gz", ".jsonl.zst", ".parquet"]
NUMBER = 400


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    records: list[Any] = rows(NUMBER)
    records[20] = records[310] = "no record"
    path.write_bytes(json_lines(records))
    return path


@pytest.fixture(autouse=True)
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    """A commit behind every chunk."""
    monkeypatch.setattr(LinesOutput, "interval", 0.0)
    monkeypatch.setattr(ParquetOutput, "interval", 0.0)


def check(out: Path) -> None:
    """The output is whole, and nothing is left beside it but the failures."""
    wanted = [n for n in range(NUMBER) if n not in (20, 310)]
    made = read(out)
    assert [row["id"] for row in made] == [f"a{n}" for n in wanted]
    assert [row["text"] for row in made] == [CLEAN.format(n) for n in wanted]
    errors = out.with_name(f"{out.name}.errors.jsonl")
    assert [row["record"] for row in read(errors)] == [21, 311]
    assert {path.name for path in out.parent.iterdir()} == {"in.jsonl", out.name, errors.name}


def stop_after(number: int) -> Any:
    calls = itertools.count()
    return lambda: next(calls) >= number


@pytest.mark.parametrize("suffix", OUTPUTS)
def test_stopped_and_taken_up_again(source: Path, suffix: str) -> None:
    out = source.with_name(f"out{suffix}")
    job = Job(fields=(), suffix=out.suffix)
    for number in (0, 1, 3):
        with pytest.raises(Stopped):
            Run(source, out, job, stop=stop_after(number))(resume=True)
        assert not out.exists()
    done = Run(source, out, job)(resume=True)
    assert done.counts["articles"] == NUMBER - 2
    assert 0 < done.articles < NUMBER - 2
    check(out)
    assert Run(source, out, job)(resume=True) == Progress(done.size, done.size, done.counts - done.counts, 0, 0.0)


@pytest.mark.parametrize("suffix", OUTPUTS)
def test_written_but_not_committed_comes_once(source: Path, suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    out = source.with_name(f"out{suffix}")
    job = Job(fields=(), suffix=out.suffix)
    real, calls = Journal.write, itertools.count()

    def killed(self: Journal, **state: Any) -> None:
        if next(calls) >= 3:
            raise MemoryError
        real(self, **state)

    with monkeypatch.context() as patch:
        patch.setattr(Journal, "write", killed)
        with pytest.raises(MemoryError):
            Run(source, out, job)()
    Run(source, out, job)(resume=True)
    check(out)


@pytest.mark.parametrize("suffix", OUTPUTS)
@pytest.mark.parametrize("where", ["finish", "publish"])
def test_killed_at_the_very_end(source: Path, suffix: str, where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    out = source.with_name(f"out{suffix}")
    job = Job(fields=(), suffix=out.suffix)
    kind: Any = ParquetOutput if suffix == ".parquet" else LinesOutput
    real = getattr(kind, where)

    def killed(self: Any) -> None:
        real(self)
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(kind, where, killed)
        with pytest.raises(MemoryError):
            Run(source, out, job)()
    Run(source, out, job)(resume=True)
    check(out)


@pytest.mark.parametrize("suffix", [".jsonl.gz", ".parquet"])
def test_killed_processes(source: Path, suffix: str) -> None:
    out = source.with_name(f"out{suffix}")
    command = [sys.executable, "-m", "newsclean", "batch", str(source), str(out), "--jobs", "2", "--fields", ""]
    code = (
        "import sys; from newsclean.cli import main; from newsclean.integrations.records.outputs import LinesOutput, ParquetOutput\n"
        "LinesOutput.interval = ParquetOutput.interval = 0.0\nsys.exit(main(sys.argv[1:]))"
    )
    slow = [sys.executable, "-c", code, *command[3:]]
    with subprocess.Popen(slow, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None and b'"raws": 0' in (_journal(out) or b'"raws": 0'):
            time.sleep(0.005)
        process.send_signal(signal.SIGKILL)
    again = subprocess.run([*command, "--resume"], capture_output=True, check=False, timeout=120)
    assert again.returncode == 1, again.stderr
    assert b"2 failures" in again.stderr
    check(out)


def _journal(out: Path) -> bytes | None:
    path = Journal(out).path
    return path.read_bytes() if path.exists() else None


def test_full_disk(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = source.with_name("out.jsonl")
    real, calls = LinesOutput.write, itertools.count()

    def full(self: LinesOutput, payload: bytes) -> None:
        if self.part.name == "out.jsonl.part" and next(calls) == 3:
            real(self, payload[: len(payload) // 2])
            raise OSError(errno.ENOSPC, "No space left on device")
        real(self, payload)

    with monkeypatch.context() as patch:
        patch.setattr(LinesOutput, "write", full)
        with pytest.raises(
            NewscleanError, match="No space left on device; what is written stays, continue with --resume"
        ):
            Run(source, out, Job(fields=()))()
    Run(source, out, Job(fields=()))(resume=True)
    check(out)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="limits the size of files as Unix does")
def test_file_that_may_not_grow(source: Path) -> None:
    out = source.with_name("out.jsonl")
    code = (
        "import resource, sys; from newsclean.cli import main\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)); sys.exit(main(sys.argv[1:]))"
    )
    command = ["batch", str(source), str(out), "--jobs", "1", "--fields", ""]
    done = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.endswith("File too large; what is written stays, continue with --resume\n")
    Run(source, out, Job(fields=()), terms=_terms(out))(resume=True)
    check(out)


def _terms(out: Path) -> dict[str, Any]:
    import json

    terms: dict[str, Any] = json.loads(Journal(out).path.read_bytes())["terms"]
    return {name: value for name, value in terms.items() if name != "input"}


def test_existing_output(source: Path) -> None:
    out = source.with_name("out.jsonl")
    out.write_text("precious", "utf-8")
    with pytest.raises(NewscleanError, match="exists; replace it with --overwrite"):
        Run(source, out, Job())()
    with pytest.raises(Stopped):
        Run(source, out, Job(fields=()), stop=stop_after(1))(overwrite=True)
    assert out.read_text("utf-8") == "precious"
    with pytest.raises(NewscleanError, match="unfinished run; continue with --resume"):
        Run(source, out, Job())()
    Run(source, out, Job(fields=()))(resume=True)
    check(out)


def test_overwriting_drops_what_was_left(source: Path) -> None:
    out = source.with_name("out.parquet")
    with pytest.raises(Stopped):
        Run(source, out, Job(suffix=".parquet"), stop=stop_after(2))()
    Run(source, out, Job(fields=(), suffix=".parquet"))(overwrite=True)
    check(out)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("in.jsonl", "the output is the input"),
        ("./in.jsonl", "the output is the input"),
        ("same.jsonl", "the output is the input"),
        ("none/out.jsonl", "there is no folder"),
        ("", "this is a folder; name a file"),
    ],
)
def test_paths(source: Path, name: str, message: str) -> None:
    os.link(source, source.with_name("same.jsonl"))
    with pytest.raises(NewscleanError, match=message):
        Run(source, source.parent / name, Job())(overwrite=True)
    assert source.read_bytes()


def test_output_in_the_input_folder(source: Path) -> None:
    with pytest.raises(NewscleanError, match="lies in the input folder"):
        Run(source.parent, source.parent / "out.jsonl", Job())()


@pytest.mark.parametrize("name", ["missing.jsonl", "in.docx", "empty"])
def test_inputs(tmp_path: Path, name: str) -> None:
    (tmp_path / "in.docx").touch()
    (tmp_path / "empty").mkdir()
    with pytest.raises(NewscleanError, match=name):
        Run(tmp_path / name, tmp_path / "out.jsonl", Job())()


def test_other_terms(source: Path) -> None:
    out = source.with_name("out.jsonl")
    with pytest.raises(Stopped):
        Run(source, out, Job(), {"--keep": ""}, stop=stop_after(1))()
    with pytest.raises(NewscleanError, match="--keep was '', is 'share'"):
        Run(source, out, Job(), {"--keep": "share"})(resume=True)
    with source.open("ab") as file:
        file.write(b"\n")
    with pytest.raises(NewscleanError, match="the input has changed"):
        Run(source, out, Job(), {"--keep": ""})(resume=True)


def test_too_many_failures(source: Path) -> None:
    out = source.with_name("out.jsonl")
    with pytest.raises(NewscleanError, match="more than 1 failures"):
        Run(source, out, Job(fields=()), max_errors=1)()
    Run(source, out, Job(fields=()), max_errors=2)(resume=True)
    check(out)


def test_hopeless(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(json_lines([{"body": "x"}] * 5_000))
    with pytest.raises(
        NewscleanError,
        match=r"the first 1,000 records failed, all of them: record in.jsonl.1: there is no field 'text'",
    ):
        Run(tmp_path / "in.jsonl", tmp_path / "out.jsonl", Job())()


def test_every_number_of_processes_gives_the_same(source: Path) -> None:
    outs = [source.with_name(f"{jobs}.jsonl") for jobs in (1, 2, 3)]
    for jobs, out in enumerate(outs, 1):
        Run(source, out, Job(), jobs=jobs)()
    assert len({out.read_bytes() for out in outs}) == 1


def test_progress(source: Path) -> None:
    seen: list[Progress] = []
    done = Run(source, source.with_name("out.jsonl"), Job(fields=()), watch=seen.append)()
    assert [progress.at for progress in seen] == sorted(progress.at for progress in seen)
    assert seen[-1].at == seen[-1].size == source.stat().st_size
    assert done.counts["lines.share"] == NUMBER - 2
    assert done.counts["chars.share"] == (NUMBER - 2) * len("Partager")
