r"""Lexicons: which word a damaged token must have been; looked up in word lists by language, never guessed.

A word is filed under its skeleton, the word with a zero for every letter beyond ASCII: `\0t\0` finds "été". A token whose
damaged places are known has the same skeleton, and what is left of the damage says which letters are possible.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Sequence

from newsclean.encoding.languages import Language, language_of
from newsclean.patterns import lazy_re

SLOT = "\0"
_BEYOND = lazy_re(r"[^\x00-\x7f]")
_SHORTEST_PART = 4  # letters of a part of a compound
_SURE = 0.97  # share of the words that agree on a letter between the same neighbours
_SEEN = 4
_CONTEXTS = ((3, 3), (2, 2))  # letters to the left and right of a slot

Allowed = Sequence[Collection[str] | None]


class Lexicon:
    """The words of one language that hold letters beyond ASCII, with their bands of frequency (powers of two)."""

    def __init__(self, language: Language, bands: dict[str, int], capitals: frozenset[str] = frozenset()) -> None:
        self.language = language
        self.bands = bands
        self._capitals = capitals
        self._by_skeleton: dict[str, tuple[str, ...]] = {}
        for word in bands:
            skeleton = _BEYOND.sub(SLOT, word)
            self._by_skeleton[skeleton] = (*self._by_skeleton.get(skeleton, ()), word)
        self._contexts: dict[tuple[str, str], dict[str, int]] | None = None

    def __contains__(self, word: str) -> bool:
        return word in self.bands

    def is_capital(self, word: str) -> bool:
        """Whether a word that begins with a letter beyond ASCII is written with a capital."""
        return word in self._capitals

    def words(self, skeleton: str, allowed: Allowed) -> list[str]:
        """The words of a skeleton that the allowed letters permit, most frequent first.

        Arguments: `allowed` has the possible lower-case letters of each slot, None for any.
        """
        return [w for w in self._by_skeleton.get(skeleton, ()) if _fits(w, skeleton, allowed)]

    def only(self, skeleton: str, allowed: Allowed, margin: int = 3) -> str | None:
        """The one word that is possible: no other, or `margin` bands (powers of two) more frequent than any other."""
        words = self.words(skeleton, allowed)
        if not words:
            return None
        if len(words) > 1 and self.bands[words[0]] - self.bands[words[1]] < margin:
            return None
        return words[0]

    def inside(self, skeleton: str, allowed: Allowed) -> str | None:
        """A compound or an inflected form: its slots filled from the longest known ends, else from their neighbours."""
        if skeleton.count(SLOT) > 4 or len(skeleton) > 40:
            return None
        for size in range(len(skeleton) - 1, _SHORTEST_PART - 1, -1):
            for start, end in ((len(skeleton) - size, len(skeleton)), (0, size)):
                part = skeleton[start:end]
                if part.count(SLOT) == skeleton.count(SLOT) and (found := self.only(part, allowed)):
                    return skeleton[:start] + found + skeleton[end:]
        return self._from_neighbours(skeleton, allowed)

    def _from_neighbours(self, skeleton: str, allowed: Allowed) -> str | None:
        if self._contexts is None:
            self._contexts = self._learned()
        out, places = list(skeleton), [i for i, c in enumerate(skeleton) if c == SLOT]
        padded = f"^^^{skeleton}$$$"
        for place, letters in zip(places, allowed, strict=True):
            found = self._letter(padded, place + 3, letters)
            if found is None:
                return None
            out[place] = found
        return "".join(out)

    def _letter(self, padded: str, at: int, letters: Collection[str] | None) -> str | None:
        assert self._contexts is not None  # noqa: S101
        for left, right in _CONTEXTS:
            seen = self._contexts.get((padded[at - left : at], padded[at + 1 : at + 1 + right]), {})
            counts = {c: n for c, n in seen.items() if letters is None or c in letters}
            total = sum(counts.values())
            if total >= _SEEN:
                best = max(counts, key=lambda c: (counts[c], c))
                return best if counts[best] >= _SURE * total else None
        return None

    def _learned(self) -> dict[tuple[str, str], dict[str, int]]:
        contexts: dict[tuple[str, str], dict[str, int]] = {}
        for skeleton, words in self._by_skeleton.items():
            padded = f"^^^{skeleton}$$$"
            for at in (i for i, c in enumerate(skeleton, 3) if c == SLOT):
                for left, right in _CONTEXTS:
                    row = contexts.setdefault((padded[at - left : at], padded[at + 1 : at + 1 + right]), {})
                    for word in words:
                        row[word[at - 3]] = row.get(word[at - 3], 0) + 1
        return contexts


def _fits(word: str, skeleton: str, allowed: Allowed) -> bool:
    slot = 0
    for have, want in zip(word, skeleton, strict=True):
        if want == SLOT:
            letters = allowed[slot]
            if letters is not None and have not in letters:
                return False
            slot += 1
    return True


@functools.lru_cache(maxsize=8)
def lexicon(code: str) -> Lexicon | None:
    r"""The lexicon of a language, or None when there is no list for it.

    >>> lexicon("fr").words("\0t\0", [None, None])[0]
    'été'
    """
    import gzip
    from importlib import resources

    language = language_of("", code)
    path = resources.files(__package__).joinpath("words", f"{code}.txt.gz")
    if language is None or not path.is_file():
        return None
    bands: dict[str, int] = {}
    capitals: set[str] = set()
    for block in gzip.decompress(path.read_bytes()).decode("utf-8").removeprefix("=").split("\n="):
        band, *words = block.split("\n")
        for word in filter(None, words):
            lower = word.lower()
            bands[lower] = int(band)
            if lower != word:
                capitals.add(lower)
    return Lexicon(language, bands, frozenset(capitals))
