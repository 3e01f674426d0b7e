"""Which articles are nearly the same: sketches of a text made from it alone, and the clusters of texts whose sketches touch.

The sketch is a one-permutation MinHash of shingles of words (Li, Owen, Zhang: One Permutation Hashing, 2012), empty places filled by rotation
(Shrivastava, Li, 2014), cut into bands (Leskovec, Rajaraman, Ullman: Mining of Massive Datasets, chapter 3). Two texts that share 90 % of
their shingles meet in a band with a chance of 99 %, two that share 40 % with one of 2 %.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b

BANDS, ROWS = 6, 6
SHINGLE = 4  # words
LONG = 7  # letters of a word with which a shingle begins
ENOUGH = BANDS * ROWS  # shingles of a text that a sketch can tell from others
SENTENCE = 8  # words of a line from which it counts as text
_PLACES = BANDS * ROWS
_MIX = 0x9E3779B97F4A7C15
_MASK = (1 << 64) - 1
_STEP = 1 << 48


def digest(text: str) -> int:
    """A number that stands for a text: signed, of 64 bits, the same on every machine.

    >>> digest("a") == digest("a"), digest("a") == digest("b")
    (True, False)
    """
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "big", signed=True)


def bands_of(keys: Sequence[str]) -> tuple[int, ...]:
    """The bands of the sketch of a text, from the keys of its lines; a short text is like none but itself, an empty one has no bands.

    >>> text = [f"le conseil numéro {n} a voté le budget de la ville {n + 1}" for n in range(60)]
    >>> len(bands_of(text)), len(set(bands_of(text)) & set(bands_of(text[1:]))) > 0, len(bands_of(text[:2]))
    (6, True, 1)
    """
    if not any(keys):
        return ()
    long = [key for key in keys if key.count(" ") >= SENTENCE - 1] or keys
    shingles = {shingle for key in long for shingle in _shingles(key.split())}
    if len(shingles) < ENOUGH:
        return (digest("\n".join(sorted(set(long)))),)
    least: list[int | None] = [None] * _PLACES
    for shingle in shingles:
        value = (zlib.crc32(shingle) * _MIX & _MASK) >> 20
        place = value % _PLACES
        seen = least[place]
        if seen is None or value < seen:
            least[place] = value
    filled = _filled(least)
    return tuple(digest(f"{n}:{filled[n : n + ROWS]}") for n in range(0, _PLACES, ROWS))


def _shingles(words: Sequence[str]) -> Iterator[bytes]:
    """The shingles that begin with a long word: a sample that is the same wherever a sentence stands, at a quarter of the cost."""
    for n, word in enumerate(words):
        if len(word) >= LONG:
            yield " ".join(words[n : n + SHINGLE]).encode("utf-8", "replace")


def _filled(least: Sequence[int | None]) -> list[int]:
    """The minima, where an empty place takes that of the next one that is not."""
    out = []
    for n in range(_PLACES):
        steps = next(step for step in range(_PLACES) if least[(n + step) % _PLACES] is not None)
        out.append((least[(n + steps) % _PLACES] or 0) + steps * _STEP)
    return out


def clusters(articles: Mapping[int, Iterable[int]]) -> dict[int, int]:
    """Article -> the one that stands for it and all that are nearly the same; articles that are like no other are left out.

    >>> clusters({5: (1, 2), 3: (2, 9), 7: (4,)})
    {5: 3, 3: 3}
    """
    groups: dict[int, list[int]] = {}
    for article, bands in articles.items():
        for band in bands:
            groups.setdefault(band, []).append(article)
    return joined(group for group in groups.values() if len(group) > 1)


def joined(groups: Iterable[Iterable[int]]) -> dict[int, int]:
    """Article -> the least of all that it shares a group with, directly or over others; the order of the groups does not matter.

    >>> joined([[5, 3], [8, 5], [1, 2]])
    {5: 3, 3: 3, 8: 3, 1: 1, 2: 1}
    """
    over: dict[int, int] = {}

    def top(article: int) -> int:
        while over[article] != article:
            over[article] = over[over[article]]
            article = over[article]
        return article

    for group in groups:
        first: int | None = None
        for article in group:
            over.setdefault(article, article)
            first = article if first is None else first
            a, b = top(first), top(article)
            if a != b:
                over[max(a, b)] = min(a, b)
    return {article: top(article) for article in over}
