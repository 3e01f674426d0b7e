"""The same results from threads and processes, and no memory that grows with the number of articles."""

from __future__ import annotations

import gc
import multiprocessing
import pickle
import threading
import tracemalloc
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from newsclean import Cleaner, analyze, clean, filters
from newsclean.patterns import lazy_re
from tests.floods import MIXED
from tests.memory import growth

ROOT = Path(__file__).resolve().parents[1]
TEXTS = [path.read_text("utf-8") for path in sorted((ROOT / "docs" / "examples").glob("*.txt"))]
PAGES = [path.read_text("utf-8") for path in sorted((ROOT / "tests" / "cases" / "pages").glob("*.html"))]
SOURCES = [*TEXTS, *PAGES, MIXED, "LÃ©tÃ© sâ€™annonce Ã\xa0 GenÃ¨ve.", ""]
CLEANER = Cleaner(filters.fix_encoding, filters.drop_share, filters.typography("fr-CH"), name="ours")


def cleaned(source: str) -> str:
    return clean(source)


def from_pickle(data: bytes) -> list[str]:
    cleaner = pickle.loads(data)
    return [cleaner(source) for source in TEXTS]


def test_eight_threads_give_the_same_from_the_first_text_on() -> None:
    """All begin at once, on patterns, packs and models that nothing has loaded in this process."""
    code = (
        "import sys, threading; from concurrent.futures import ThreadPoolExecutor; from newsclean import clean\n"
        "from tests.test_threads import SOURCES; sys.setswitchinterval(1e-5); gate = threading.Barrier(8)\n"
        "SOURCES = SOURCES[::3]\n"
        "def run(n): gate.wait(); return [clean(source) for source in SOURCES]\n"
        "with ThreadPoolExecutor(8) as pool: results = list(pool.map(run, range(8)))\n"
        "assert all(result == results[0] for result in results); assert results[0] == [clean(s) for s in SOURCES]\n"
    )
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        pool.submit(exec, code, {}).result()


def test_eight_threads_give_the_same_as_one() -> None:
    alone = [clean(source) for source in SOURCES]
    gate = threading.Barrier(8)

    def run(n: int) -> list[str]:
        gate.wait()
        order = [*range(n, len(SOURCES)), *range(n)]
        found = {k: clean(SOURCES[k]) for k in order}
        return [found[k] for k in range(len(SOURCES))]

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(run, range(8))) == [alone] * 8


@pytest.mark.parametrize("start", ["spawn", "forkserver"])
def test_a_new_process_gives_the_same(start: str) -> None:
    with ProcessPoolExecutor(1, multiprocessing.get_context(start)) as pool:
        assert list(pool.map(cleaned, SOURCES)) == [clean(source) for source in SOURCES]
        assert pool.submit(from_pickle, pickle.dumps(CLEANER)).result() == [CLEANER(source) for source in TEXTS]


def test_a_forked_process_gives_the_same() -> None:
    alone = [clean(source) for source in SOURCES]
    with ProcessPoolExecutor(1, multiprocessing.get_context("fork")) as pool:
        assert list(pool.map(cleaned, SOURCES)) == alone


def test_what_was_pickled_is_the_same() -> None:
    assert pickle.loads(pickle.dumps(CLEANER)) == CLEANER
    assert pickle.loads(pickle.dumps(analyze(TEXTS[0]))) == analyze(TEXTS[0])


def test_a_pattern_that_two_threads_use_first_is_compiled_for_both() -> None:
    for _ in range(50):
        pattern, gate = lazy_re("a(b)"), threading.Barrier(4)

        def run(_: int, pattern=pattern, gate=gate) -> str:
            gate.wait()
            return pattern.sub(r"\1", "ab") + str(pattern.search("ab") is not None)

        with ThreadPoolExecutor(4) as pool:
            assert set(pool.map(run, range(4))) == {"bTrue"}


def test_memory_does_not_grow_with_the_number_of_articles() -> None:
    """Short lines are remembered, up to a number (`tests/supply/test_source.py`); of long ones nothing stays."""
    tracemalloc.start()
    try:
        _, second, third = growth([150, 100, 100])
    finally:
        tracemalloc.stop()
        gc.collect()
    assert third - second < 40_000  # bytes; the articles have some 80,000 characters
