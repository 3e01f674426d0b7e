"""Texts for learning: sentences of their own, with lines of the site around them."""

from __future__ import annotations

import random

from tests.benchmarks.corpus import sentence


def bodies(count: int, seed: int = 7, paragraphs: int = 5) -> list[str]:
    """So many articles, of which no sentence is in another."""
    rng = random.Random(seed)
    return [
        "\n".join(f"{sentence(rng)} {sentence(rng)} {sentence(rng)}" for _ in range(paragraphs)) for _ in range(count)
    ]


def with_tail(texts: list[str], line: str, count: int) -> list[str]:
    """The texts, the first of them with a line at the end."""
    return [f"{text}\n{line}" if n < count else text for n, text in enumerate(texts)]


def with_middle(texts: list[str], line: str, count: int) -> list[str]:
    """The texts, the first of them with a line behind their second paragraph."""
    out = []
    for n, text in enumerate(texts):
        rows = text.split("\n")
        out.append("\n".join([*rows[:2], line, *rows[2:]]) if n < count else text)
    return out
