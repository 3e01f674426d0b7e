"""Texts that no newsroom wrote: each gets a result, in a time that grows with its length and not faster."""

from __future__ import annotations

import pytest

from newsclean import analyze, clean
from tests.floods import HOSTILE, MIXED, SENTENCE


@pytest.mark.parametrize("name", HOSTILE)
def test_gets_a_result_and_loses_nothing(name: str) -> None:
    text = HOSTILE[name](2_000)
    article = analyze(text, kind="text")
    assert article.text == clean(text, kind="text")
    assert article.rebuild() == text
    covered = "".join(block.source for block in article.blocks)
    assert "".join(covered.split()) == "".join(text.split())


@pytest.mark.parametrize("name", HOSTILE)
def test_twice_is_once(name: str) -> None:
    once = clean(HOSTILE[name](600), kind="text")
    assert clean(once, kind="text") == once


@pytest.mark.parametrize(
    ("text", "most"),
    [
        (f"{SENTENCE} " * (1_000_000 // 80), 1_000_000),
        ("\n".join(f"mot{i}" for i in range(20_000)), 10**7),
        (f"{SENTENCE}\n" * 10_000, 10**7),
        ("'" * 20_000 + "\n" + '"' * 20_000, 10**5),
    ],
    ids=["one line of 1 MB", "20,000 one-word lines", "one sentence 10,000 times", "20,000 quotes"],
)
def test_large(text: str, most: int) -> None:
    article = analyze(text, kind="text")
    assert 0 < len(article.text) <= most
    assert article.rebuild() == text


def test_one_sentence_many_times_stays_once() -> None:
    assert clean(f"{SENTENCE}\n" * 2_000) == SENTENCE


def test_prose_among_noise_stays() -> None:
    noise = ["…?!", "'" * 500, "&amp;" * 200, "( ( (", "\u0301" * 50, " " * 400]
    text = "\n\n".join(piece for line in MIXED.split("\n") for piece in (line, noise[len(line) % len(noise)]))
    kept = clean(text, kind="text", locale="fr-CH")
    for line in MIXED.split("\n"):
        assert line in kept
