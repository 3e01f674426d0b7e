"""Streams: in order, lazily, in processes that fail and end as they should."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

import pytest

from newsclean import Failure, NewscleanError, Record, analyze, analyze_many, clean, clean_many
from newsclean.streams import CHUNK, chunks
from newsclean.workers import Workers

TEXT = "Le conseil n'a pas voté le budget de la ville numéro {} lundi soir.\nPartager"
STARTS = [start for start in ("fork", "spawn") if start in multiprocessing.get_all_start_methods()]


def texts(number: int) -> list[str]:
    return [TEXT.format(n) for n in range(number)]


@pytest.mark.parametrize("start", STARTS)
def test_processes_give_the_same_in_order(start: str) -> None:
    sources = texts(30)
    assert list(clean_many(sources, jobs=2, start=start)) == [clean(text) for text in sources]


def test_articles_come_whole() -> None:
    source = TEXT.format(1)
    assert list(analyze_many([source] * 10, jobs=2)) == [analyze(source)] * 10


@pytest.mark.parametrize("jobs", [1, 2])
def test_failures_stand_in_their_place(jobs: int) -> None:
    sources = ["Bonjour.", None, Record(3.5, id="a7"), b"Bonsoir."]
    one, two, three, four = clean_many(sources, jobs=jobs)  # type: ignore[list-item]
    assert (one, four) == ("Bonjour.", "Bonsoir.")
    assert isinstance(two, Failure)
    assert isinstance(three, Failure)
    assert (two.id, three.id) == (1, "a7")
    assert two.error.startswith("TypeError: ")


@pytest.mark.parametrize("jobs", [1, 2])
def test_raise_stops_at_the_first_failure(jobs: int) -> None:
    results = clean_many(["Bonjour.", None], jobs=jobs, on_error="raise")  # type: ignore[list-item]
    assert next(results) == "Bonjour."
    with pytest.raises(NewscleanError, match="record 1: TypeError"):
        next(results)
    assert multiprocessing.active_children() == []


def test_records_have_options_of_their_own() -> None:
    page = "Genève l'été".encode("cp1252")
    record = Record(page, url="https://www.example.ch/a", charset="windows-1252")
    article = next(iter(analyze_many([record], charset="utf-8", url="https://www.example.fr/")))
    assert isinstance(article, type(analyze("")))
    assert (article.url, article.encoding) == ("https://www.example.ch/a", "cp1252")


def test_other_forms_of_bytes() -> None:
    sources = [memoryview(b"Bonjour."), bytearray(b"Bonjour.")]
    assert list(clean_many(sources, jobs=2)) == ["Bonjour."] * 2


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"keep": {"adds"}}, "did you mean 'ad'"),
        ({"jobs": 0}, "from 1 on"),
        ({"jobs": "two"}, "whole number"),
        ({"on_error": "rise"}, "did you mean 'raise'"),
    ],
)
def test_bad_options_are_told_at_once(options: dict[str, object], message: str) -> None:
    with pytest.raises(NewscleanError, match=message):
        clean_many([], **options)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        clean_many([], local="fr-CH")


def test_unknown_start() -> None:
    with pytest.raises(NewscleanError, match="did you mean 'spawn'"):
        list(clean_many(["Bonjour."], jobs=2, start="spwan"))


def test_options_may_be_generators() -> None:
    results = clean_many([TEXT.format(1)] * 2, keep=(label for label in ["share"]))
    assert all(str(text).endswith("Partager") for text in results)


@pytest.mark.parametrize(("jobs", "ahead"), [(1, 3), (2, 6 * CHUNK)])
def test_endless_streams_are_read_a_little_ahead(jobs: int, ahead: int) -> None:
    read = 0

    def endless() -> Iterator[str]:
        nonlocal read
        for read in count(1):  # noqa: B007 - seen from outside
            yield "Bonjour."

    results = clean_many(endless(), jobs=jobs)
    assert list(islice(results, 3)) == ["Bonjour."] * 3
    assert read <= ahead
    results.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


def test_chunks_are_bounded_by_size() -> None:
    sizes = [len(chunk) for chunk in chunks(range(2_000), lambda _: 1)]
    assert max(sizes) == CHUNK
    assert sum(sizes) == 2_000
    assert [len(chunk) for chunk in chunks(range(6), lambda _: 400_000)] == [3, 3]
    assert [len(chunk) for chunk in chunks(range(3), lambda _: 5_000_000)] == [1, 1, 1]


def test_streams_in_threads() -> None:
    found: list[list[object]] = []

    def work() -> None:
        found.append(list(clean_many(texts(12), jobs=2)))

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [[clean(text) for text in texts(12)]] * 3


def fatal(numbers: list[int]) -> list[int]:
    if 13 in numbers:
        os.kill(os.getpid(), signal.SIGKILL)
    return numbers


def buried(number: int) -> list[int]:
    return [-number]


@pytest.mark.parametrize("start", STARTS)
def test_a_worker_that_dies_loses_one_item(start: str) -> None:
    with Workers(fatal, buried, jobs=2, start=start) as workers:
        results = [
            number for part in workers.map([[*range(10)], [*range(10, 20)], [*range(20, 30)]]) for number in part
        ]
    assert results == [-13 if number == 13 else number for number in range(30)]


def broken(_: list[int]) -> list[int]:
    raise ZeroDivisionError("no")


def test_a_function_that_raises_is_told() -> None:
    with Workers(broken, buried, jobs=1) as workers, pytest.raises(RuntimeError, match="ZeroDivisionError: no"):
        list(workers.map([[1]]))


SCRIPT = """
import itertools, multiprocessing, newsclean
texts = ("Le conseil a voté le budget de la ville lundi soir." for _ in itertools.count())
for n, text in enumerate(newsclean.clean_many(texts, jobs=2, start={start!r})):
    if n == 20:
        print(*(child.pid for child in multiprocessing.active_children()), flush=True)
"""


def script(path: Path, start: str | None) -> subprocess.Popen[str]:
    path.write_text(SCRIPT.format(start=start), "utf-8")
    return subprocess.Popen(
        [sys.executable, str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


def ended(pids: list[int]) -> bool:
    """Whether the processes are gone, or will never run again."""
    for _ in range(600):
        states = [Path(f"/proc/{pid}/stat") for pid in pids]
        if not any(path.exists() and path.read_text().rpartition(")")[2].split()[0] != "Z" for path in states):
            return True
        time.sleep(0.05)
    return False


def stopped(process: subprocess.Popen[str], number: signal.Signals) -> str:
    """Stop a process; gives what it said on standard error."""
    for _ in range(6):
        if number == signal.SIGINT:
            os.killpg(process.pid, number)  # as a terminal does: to all of them
        else:
            process.send_signal(number)
        try:
            return process.communicate(timeout=20)[1]
        except subprocess.TimeoutExpired:
            continue  # Python drops an interrupt that comes while it runs a callback; people press the keys again
    raise AssertionError("the process did not stop")


@pytest.mark.skipif(not Path("/proc").exists() or "fork" not in STARTS, reason="asks /proc for processes that forked")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_workers_end_with_their_starter(tmp_path: Path, number: signal.Signals) -> None:
    process = script(tmp_path / "script.py", "fork")
    assert process.stdout
    pids = [int(pid) for pid in process.stdout.readline().split()]
    assert len(pids) == 2
    try:
        err = stopped(process, number)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
    assert ended(pids)
    assert process.returncode == -number
    assert number == signal.SIGKILL or ("KeyboardInterrupt" in err)


def test_script_without_main_guard(tmp_path: Path) -> None:
    process = script(tmp_path / "script.py", "spawn")
    _, err = process.communicate(timeout=120)
    assert process.returncode == 1
    assert 'if __name__ == "__main__"' in err.splitlines()[-1]
