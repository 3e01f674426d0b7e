"""The corpus of the fuzzer, which holds what once failed, through every target."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.targets import TARGETS, checked

CORPUS = Path(__file__).parent / "corpus"
FILES = sorted(path for path in CORPUS.rglob("*") if path.is_file())


def test_there_is_a_corpus() -> None:
    assert {path.parent.name for path in FILES} == set(TARGETS)


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_holds(path: Path, target: str) -> None:
    TARGETS[target](path.read_bytes())


def test_a_failure_is_one() -> None:
    def target(data: bytes) -> None:
        assert not data

    with pytest.raises(AssertionError):
        checked(target)(b"a")
