"""Which articles are nearly the same: a sketch of each text, made from it alone, and the clusters of texts whose sketches touch.

The sketch is a one-permutation MinHash of shingles of words (Li, Owen, Zhang: One Permutation Hashing, 2012), empty places filled by rotation
(Shrivastava, Li, 2014), cut into bands (Leskovec, Rajaraman, Ullman: Mining of Massive Datasets, chapter 3). Two texts that share 90 % of
their shingles meet in a band with a chance of 99 %, two that share 40 % with one of 2 %.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b

_BANDS, _ROWS_PER_BAND = (
    6,
    6,
)  # minima of a sketch: more rows part texts that are less alike, more bands meet more often
_PLACES = _BANDS * _ROWS_PER_BAND
_MIN_SHINGLES = _PLACES  # of a text that a sketch can tell from others
_SHINGLE_WORDS = 4
_LONG_WORD = 7  # letters of a word with which a shingle begins
_SENTENCE_WORDS = 8  # of a line from which it counts as text
_MIX = 0x9E3779B97F4A7C15  # 2^64 divided by the golden ratio (Knuth): spreads the bits of a checksum
_MASK = (1 << 64) - 1
_STEP = 1 << 48  # added to a minimum for each place that it is carried, above all values


def digest(text: str) -> int:
    """Return a number that stands for a text: signed, of 64 bits, the same on every machine.

    >>> digest("a") == digest("a"), digest("a") == digest("b")
    (True, False)
    """
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "big", signed=True)


def sketch_bands(keys: Sequence[str]) -> tuple[int, ...]:
    """Return the bands of the sketch of a text; a short text is like none but itself, an empty one has no bands.

    Args:
        keys: The keys of its lines, in order.

    >>> text = [f"le conseil numéro {n} a voté le budget de la ville {n + 1}" for n in range(60)]
    >>> len(sketch_bands(text)), len(set(sketch_bands(text)) & set(sketch_bands(text[1:]))) > 0, len(sketch_bands(text[:2]))
    (6, True, 1)
    """
    if not any(keys):
        return ()
    long = [key for key in keys if key.count(" ") >= _SENTENCE_WORDS - 1] or keys
    shingles = {shingle for key in long for shingle in _shingles(key.split())}
    if len(shingles) < _MIN_SHINGLES:
        return (digest("\n".join(sorted(set(long)))),)
    least: list[int | None] = [None] * _PLACES
    for shingle in shingles:
        value = (zlib.crc32(shingle) * _MIX & _MASK) >> 20
        place = value % _PLACES
        seen = least[place]
        if seen is None or value < seen:
            least[place] = value
    filled = _fill_by_rotation(least)
    return tuple(digest(f"{n}:{filled[n : n + _ROWS_PER_BAND]}") for n in range(0, _PLACES, _ROWS_PER_BAND))


def _shingles(words: Sequence[str]) -> Iterator[bytes]:
    """Yield the shingles that begin with a long word: a sample that is the same wherever a sentence stands, at a quarter of the cost."""
    for n, word in enumerate(words):
        if len(word) >= _LONG_WORD:
            yield " ".join(words[n : n + _SHINGLE_WORDS]).encode("utf-8", "replace")


def _fill_by_rotation(least: Sequence[int | None]) -> list[int]:
    """Return the minima, where an empty place takes that of the next one that is not."""
    out = []
    for n in range(_PLACES):
        steps = next(step for step in range(_PLACES) if least[(n + step) % _PLACES] is not None)
        out.append((least[(n + steps) % _PLACES] or 0) + steps * _STEP)
    return out


def cluster_copies(articles: Mapping[int, Iterable[int]]) -> dict[int, int]:
    """Return, for each article, the one that stands for it and all its copies; articles without copies are left out.

    Args:
        articles: The id of each article -> the bands of its sketch.

    >>> cluster_copies({5: (1, 2), 3: (2, 9), 7: (4,)})
    {5: 3, 3: 3}
    """
    groups: dict[int, list[int]] = {}
    for article, bands in articles.items():
        for band in bands:
            groups.setdefault(band, []).append(article)
    return merge_groups(group for group in groups.values() if len(group) > 1)


def merge_groups(groups: Iterable[Iterable[int]]) -> dict[int, int]:
    """Return, for each article, the least of all that it shares a group with, directly or over others (union-find).

    The order of the groups does not matter.

    Args:
        groups: Groups of articles that are the same.

    >>> merge_groups([[5, 3], [8, 5], [1, 2]])
    {5: 3, 3: 3, 8: 3, 1: 1, 2: 1}
    """
    parents: dict[int, int] = {}

    def top(article: int) -> int:
        while parents[article] != article:
            parents[article] = parents[parents[article]]
            article = parents[article]
        return article

    for group in groups:
        first: int | None = None
        for article in group:
            parents.setdefault(article, article)
            first = article if first is None else first
            a, b = top(first), top(article)
            if a != b:
                parents[max(a, b)] = min(a, b)
    return {article: top(article) for article in parents}
