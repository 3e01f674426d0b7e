"""Texts for learning: sentences of their own, with lines of the site around them."""

from __future__ import annotations

import random

from newsclean import Profile
from tests.benchmarks.corpus import Article, articles, sentence

FOOTER = "Le Courrier paraît le jeudi à Valbrune"
CORPUS = list(articles(600, 3, seed=4))


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


def learned_lines(texts: list[str]) -> list[str]:
    """The lines of the profile of these texts."""
    return [line.line for line in Profile.learn(texts, site="example.ch").lines]


def shards(count: int, seed: int) -> list[list[Article]]:
    """The corpus, shuffled and dealt out."""
    rows = list(CORPUS)
    random.Random(seed).shuffle(rows)
    return [rows[n::count] for n in range(count)]
