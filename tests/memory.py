"""How memory grows with the number of articles: made-up ones, all different, so that no cache can hold them.

    python -m tests.memory [ARTICLES]

Prints the memory in use after each tenth, in bytes as tracemalloc counts them and in MB as the system does.
"""

from __future__ import annotations

import gc
import random
import resource
import sys
import tracemalloc
from collections.abc import Iterator, Sequence

from newsclean import clean

SYLLABLES = ("ba", "ri", "lo", "mé", "tan", "ville", "cou", "é", "ron", "pa", "gne", "stra", "ti")
BUTTONS = (
    "Partager",
    "Lire aussi : {}",
    "Publié le {} mars 2020",
    "Par {} {}",
    "{} commentaires",
    "Photo: {}",
    "/ATS",
    "Tags: {}, {}",
)


def articles(furniture: int = 4) -> Iterator[str]:
    """Articles without end, of words that do not come again, with some lines of the furniture of a site."""
    dice = random.Random(1)

    def word() -> str:
        return "".join(dice.choices(SYLLABLES, k=dice.randint(1, 4)))

    while True:
        lines = []
        for _ in range(4):
            said = " ".join(word() for _ in range(25)).capitalize()
            lines.append(f"{said}, a dit le ministre. Il n'a pas \"{word()}\" la loi, 'dit-on'.")
        lines += [line.replace("{}", word()) for line in dice.sample(BUTTONS, furniture)]
        yield "\n".join(lines)


def growth(numbers: Sequence[int]) -> list[int]:
    """Bytes in use after so many articles each, all of long lines; counted by tracemalloc, which must run."""
    source, used = articles(furniture=0), []
    for number in numbers:
        for _ in range(number):
            clean(next(source))
        gc.collect()
        used.append(tracemalloc.get_traced_memory()[0])
    return used


def main() -> None:
    """Clean many, and print."""
    number = int(sys.argv[1]) if sys.argv[1:] else 100_000
    source = articles()
    for tenth in range(10):
        for _ in range(number // 10):
            clean(next(source))
        gc.collect()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        sys.stdout.write(f"{(tenth + 1) * number // 10:9,} articles: peak {peak:.1f} MB\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
