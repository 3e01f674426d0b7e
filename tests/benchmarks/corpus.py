"""A synthetic corpus: articles of many sites that repeat lines of their own in known shares, for profiles and for throughput.

python tests/benchmarks/corpus.py OUT.jsonl --articles 200000 --sites 400 [--seed 1]

Every article is of random sentences, so that nothing in it is there twice but what was planted. Each site has its own lines, each in a share
of its articles that lies clearly on one side of the floor from which `newsclean learn` keeps a line; some articles come again with a
few words changed, as agency texts do.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SYLLABLES = [
    "ba",
    "be",
    "bi",
    "bo",
    "da",
    "de",
    "di",
    "do",
    "fa",
    "fe",
    "fi",
    "fo",
    "ga",
    "go",
    "la",
    "le",
    "li",
    "lo",
    "ma",
    "me",
    "mi",
    "mo",
    "na",
    "ne",
    "ni",
    "no",
    "pa",
    "pe",
    "pi",
    "po",
    "ra",
    "re",
    "ri",
    "ro",
    "sa",
    "se",
    "si",
    "so",
    "ta",
    "te",
    "ti",
    "to",
    "va",
    "ve",
    "vi",
    "vo",
]
SMALL = ["le", "la", "de", "du", "un", "une", "et", "en", "à", "que", "qui", "sur", "dans", "pour", "par", "avec"]
HEAD, MIDDLE, TAIL = "head", "middle", "tail"
COPIES = 0.03  # share of the articles that come again, a little changed
WORDS = 7  # of a planted line


class Planted(NamedTuple):
    """A line of a site: how it is written ({n} for any number), where it stands, in which share of the articles, whether that is enough."""

    text: str
    place: str
    share: float
    kept: bool


class Article(NamedTuple):
    """One article of the corpus."""

    id: str
    site: str
    text: str


def word(rng: random.Random) -> str:
    return "".join(rng.choices(SYLLABLES, k=rng.choice((2, 3, 3, 4, 5))))


def sentence(rng: random.Random) -> str:
    words = [word(rng) if n % 3 else rng.choice(SMALL) for n in range(rng.randint(10, 22))]
    return " ".join(words).capitalize() + "."


def planted(rng: random.Random) -> list[Planted]:
    """The lines of one site: enough and not enough, in each place."""
    shares = [(TAIL, 0.9, True), (TAIL, 0.3, True), (TAIL, 0.1, True), (TAIL, 0.002, False)]
    shares += [(MIDDLE, 0.5, True), (MIDDLE, 0.2, True), (MIDDLE, 0.01, False), (HEAD, 0.6, True), (HEAD, 0.01, False)]
    lines = [Planted(_label(rng), place, share, kept) for place, share, kept in shares]
    lines.append(Planted(f"{word(rng).capitalize()} {word(rng)} {{n}} commentaires", TAIL, 0.8, kept=True))
    lines.append(Planted(sentence(rng), TAIL, 0.5, kept=True))  # reads like prose
    lines.append(Planted(sentence(rng), MIDDLE, 0.05, kept=False))  # background that several articles tell
    return lines


def _label(rng: random.Random) -> str:
    return " ".join(word(rng) for _ in range(WORDS)).capitalize()


def articles(count: int, sites: int, seed: int = 1) -> Iterator[Article]:
    """The corpus, site after site mixed; the same for the same arguments."""
    rng = random.Random(seed)
    names = site_names(sites)
    lines = {name: lines_of(name, seed) for name in names}
    before: dict[str, str] = {}
    for n in range(count):
        site = names[n % sites]
        body = _again(before[site], rng) if site in before and rng.random() < COPIES else _body(rng)
        before[site] = body
        yield Article(f"{n:08d}", site, _dressed(body, lines[site], rng))


def site_names(sites: int) -> list[str]:
    return [f"journal-{n:03d}.example" for n in range(sites)]


def lines_of(site: str, seed: int) -> list[Planted]:
    return planted(random.Random(f"{site} {seed}"))


def _body(rng: random.Random) -> str:
    return "\n".join(" ".join(sentence(rng) for _ in range(rng.randint(2, 5))) for _ in range(rng.randint(5, 9)))


def _again(body: str, rng: random.Random) -> str:
    """A text with one word changed and a sentence added, as an agency sends it an hour later."""
    words = body.split(" ")
    words[rng.randrange(len(words))] = word(rng)
    return f"{' '.join(words)}\n{sentence(rng)}"


def _dressed(body: str, lines: list[Planted], rng: random.Random) -> str:
    """The text with the lines of its site, each where it belongs, in its share of the articles."""
    paragraphs = body.split("\n")
    middle = len(paragraphs) // 2
    around: dict[str, list[str]] = {HEAD: [], MIDDLE: [], TAIL: []}
    for line in lines:
        if rng.random() < line.share:
            around[line.place].append(line.text.replace("{n}", str(rng.randint(1, 999))))
    return "\n".join([*around[HEAD], *paragraphs[:middle], *around[MIDDLE], *paragraphs[middle:], *around[TAIL]])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--articles", type=int, default=200_000)
    parser.add_argument("--sites", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with given.out.open("w", encoding="utf-8") as out:
        for article in articles(given.articles, given.sites, given.seed):
            row = {
                "id": article.id,
                "site": article.site,
                "url": f"https://{article.site}/{article.id}",
                "text": article.text,
            }
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
