"""How the word lists in `words/` were derived: counted words that hold letters beyond ASCII, in bands of frequency.

    python -m newsclean.encoding.derive fr spellchecker/resources/fr.json.gz texts.jsonl.gz ...

Sources are JSON objects {word: count} or {word: log probability}, or JSON Lines with a "text". Each source counts the
same, whatever its size. See words/README.md for what was used and its licence.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import json
import math
import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

_WORD = re.compile(r"[^\W\d_]+")
_FOLDER = Path(__file__).parent / "words"
MAX_WORDS = 60_000


def frequencies(path: Path) -> dict[str, float]:
    """Words per million in one source, in lower case."""
    counts: collections.Counter[str] = collections.Counter()
    with gzip.open(path, "rt", encoding="utf-8") as file:
        if path.name.endswith(".jsonl.gz"):
            for line in file:
                counts.update(_words(json.loads(line)["text"]))
        else:
            table = json.load(file)
            logarithmic = min(table.values()) < 0
            for word, value in table.items():
                if _WORD.fullmatch(word):
                    counts[_folded(word)] += math.exp(value) * 1e9 if logarithmic else value  # type: ignore[assignment]
    total = sum(counts.values())
    return {word: 1e6 * count / total for word, count in counts.items()}


def _words(text: str) -> Iterable[str]:
    return map(_folded, _WORD.findall(text))


def _folded(word: str) -> str:
    return unicodedata.normalize("NFC", word).lower()


def bands(sources: Iterable[Mapping[str, float]], alphabet: frozenset[str], limit: int) -> dict[int, list[str]]:
    """The most frequent words with letters of the alphabet, by the binary logarithm of their frequency.

    >>> bands([{"été": 64.0, "bar": 900.0, "çà": 1.0}], frozenset("éçà"), 9)
    {6: ['été'], 0: ['çà']}
    """
    merged: collections.Counter[str] = collections.Counter()
    sources = list(sources)
    for source in sources:
        for word, value in source.items():
            letters = {c for c in word if c > "\x7f"}
            if letters and letters <= alphabet and 1 < len(word) < 30:
                merged[word] += value / len(sources)  # type: ignore[assignment]
    out: dict[int, list[str]] = {}
    for word, value in merged.most_common(limit):
        out.setdefault(round(math.log2(value)), []).append(word)
    return {band: sorted(words) for band, words in out.items()}


def main() -> None:
    """Write one list."""
    from newsclean.encoding.languages import language_of

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("language")
    parser.add_argument("sources", nargs="+", type=Path)
    parser.add_argument("--limit", type=int, default=MAX_WORDS)
    options = parser.parse_args()
    language = language_of("", options.language)
    if language is None:
        parser.error(f"{options.language}: not in languages.toml")
    found = bands(map(frequencies, options.sources), language.own | language.foreign, options.limit)
    lines = [f"={band}\n" + "\n".join(words) for band, words in sorted(found.items(), reverse=True)]
    data = ("\n".join(lines) + "\n").encode()
    with (_FOLDER / f"{options.language}.txt.gz").open("wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write(data)


if __name__ == "__main__":
    main()
