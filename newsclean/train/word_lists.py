"""How the word lists of `languages/` were derived: counted words that hold letters beyond ASCII, in bands of frequency.

    python -m newsclean.train.word_lists fr spellchecker/resources/fr.json.gz texts.jsonl.gz ...

Sources are JSON objects {word: count} or {word: log probability}, or JSON Lines with a "text". Each source counts the
same, whatever its size. See languages/README.md for what was used and its licence.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import json
import math
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from newsclean.patterns import lazy_re

_WORD = lazy_re(r"[^\W\d_]+")
_FOLDER = Path(__file__).parents[1] / "languages"
_BROKEN = lazy_re("ã(?![oe])|[âåäà]$|â[^aeiou]*$")  # counted web text holds mojibake too
MAX_WORDS = 60_000


def frequencies(path: Path) -> dict[str, float]:
    """Return the words of one source, as written, with their frequency per million."""
    counts: dict[str, float] = collections.defaultdict(float)
    with gzip.open(path, "rt", encoding="utf-8") as file:
        if path.name.endswith(".jsonl.gz"):
            for line in file:
                for word in _WORD.findall(unicodedata.normalize("NFC", json.loads(line)["text"])):
                    counts[word] += 1
        else:
            table = json.load(file)
            logarithmic = min(table.values()) < 0
            for word, value in table.items():
                if _WORD.fullmatch(word):
                    counts[unicodedata.normalize("NFC", word)] += math.exp(value) * 1e9 if logarithmic else value
    total = sum(counts.values())
    return {word: 1e6 * count / total for word, count in counts.items()}


def bands(
    sources: Iterable[Mapping[str, float]], own: frozenset[str], foreign: frozenset[str], limit: int
) -> dict[int, list[str]]:
    """Return the most frequent words with letters of the alphabet, by the binary logarithm of their frequency.

    >>> bands([{"été": 64.0, "bar": 900.0, "çà": 1.0}], frozenset("éçà"), frozenset(), 9)
    {6: ['été'], 0: ['çà']}
    """
    merged: collections.Counter[str] = collections.Counter()
    capital: collections.Counter[str] = collections.Counter()
    sources = list(sources)
    for source in sources:
        for written, value in source.items():
            word = written.lower()
            letters = {c for c in word if c > "\x7f"}
            broken = any(not own.issuperset(m.group()[0]) for m in _BROKEN.finditer(word))
            if letters and letters <= own | foreign and len(word) < 30 and not broken:
                merged[word] += value / len(sources)  # type: ignore[assignment]
                if written[0] > "\x7f" and written[0].isupper():
                    capital[word] += value / len(sources)  # type: ignore[assignment]
    out: dict[int, list[str]] = {}
    for word, value in merged.most_common(limit):
        named = word[0] > "\x7f" and capital[word] > 0.75 * value
        out.setdefault(round(math.log2(value)), []).append(word[0].upper() + word[1:] if named else word)
    return {band: sorted(words) for band, words in out.items()}


def main() -> None:
    """Write one list."""
    from newsclean.encoding.orthography import find_orthography
    from newsclean.encoding.word_lists import WORDS

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("language")
    parser.add_argument("sources", nargs="+", type=Path)
    parser.add_argument("--limit", type=int, default=MAX_WORDS)
    options = parser.parse_args()
    language = find_orthography("", options.language)
    if language is None:
        parser.error(f"{options.language}: no letters in languages/{options.language}/language.toml")
    found = bands(map(frequencies, options.sources), language.own, language.foreign, options.limit)
    lines = [f"={band}\n" + "\n".join(words) for band, words in sorted(found.items(), reverse=True)]
    data = ("\n".join(lines) + "\n").encode()
    with (
        (_FOLDER / options.language / WORDS).open("wb") as file,
        gzip.GzipFile("", "wb", 9, file, mtime=0) as packed,
    ):
        packed.write(data)


if __name__ == "__main__":
    main()
