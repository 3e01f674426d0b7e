r"""Word lists: which word a damaged token must have been; looked up in the list of a language, never guessed.

A word is filed under its skeleton, the word with a zero for every letter beyond ASCII: `\0t\0` finds "été". A token whose
damaged places are known has the same skeleton, and what is left of the damage says which letters are possible.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from newsclean.encoding.orthography import Orthography, find_orthography
from newsclean.languages import language_cache, language_data, language_files
from newsclean.patterns import lazy_re

SLOT = "\0"
WORDS = "words.txt.gz"  # the file of a language with its word list; languages/README.md says where each comes from
_BEYOND = lazy_re(r"[^\x00-\x7f]")
_MIN_PART = 4  # letters of a known part of a compound; shorter parts are in words by chance
_MAX_SLOTS = 4  # damaged letters of a compound; more leave too little of it
_MAX_COMPOUND = 40  # letters of a compound; longer tokens are no words
_MIN_AGREEMENT = 0.97  # share of the words with the same neighbours that agree on a letter
_MIN_SEEN = 4  # words with the same neighbours; fewer prove nothing
_NEIGHBOURS = ((3, 3), (2, 2))  # letters to the left and right of a slot, the stricter context first

AllowedLetters = Sequence[Collection[str] | None]  # for each slot the lower-case letters that are possible; None: any
TokenPart = (
    str | Collection[str]
)  # an undamaged string, or the letters that are possible for a damaged one (empty: any)


class WordList:
    """The words of one language that contain letters beyond ASCII.

    Args:
        orthography: The language.
        bands: Word in lower case -> band of its frequency, a power of two.
        capitals: Words of `bands` that are written with a capital.
    """

    def __init__(self, orthography: Orthography, bands: dict[str, int], capitals: frozenset[str] = frozenset()) -> None:
        self.orthography = orthography
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
        """Return True if a word that begins with a letter beyond ASCII is written with a capital."""
        return word in self._capitals

    def candidates(self, skeleton: str, allowed: AllowedLetters) -> list[str]:
        """Return the words of a skeleton that the allowed letters permit, most frequent first."""
        return [w for w in self._by_skeleton.get(skeleton, ()) if _fits(w, skeleton, allowed)]

    def only(self, skeleton: str, allowed: AllowedLetters, margin: int = 3) -> str | None:
        """Return the one possible word, or one that is `margin` bands (powers of two) more frequent than any other; else None."""
        words = self.candidates(skeleton, allowed)
        if not words:
            return None
        if len(words) > 1 and self.bands[words[0]] - self.bands[words[1]] < margin:
            return None
        return words[0]

    def compound(self, skeleton: str, allowed: AllowedLetters) -> str | None:
        """Return a compound or an inflected form with its slots filled from the longest known ends, else from their neighbours."""
        if skeleton.count(SLOT) > _MAX_SLOTS or len(skeleton) > _MAX_COMPOUND:
            return None
        for size in range(len(skeleton) - 1, _MIN_PART - 1, -1):
            for start, end in ((len(skeleton) - size, len(skeleton)), (0, size)):
                part = skeleton[start:end]
                if part.count(SLOT) == skeleton.count(SLOT) and (found := self.only(part, allowed)):
                    return skeleton[:start] + found + skeleton[end:]
        return self._from_neighbours(skeleton, allowed)

    def _from_neighbours(self, skeleton: str, allowed: AllowedLetters) -> str | None:
        if self._contexts is None:
            self._contexts = self._count_contexts()
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
        for left, right in _NEIGHBOURS:
            seen = self._contexts.get((padded[at - left : at], padded[at + 1 : at + 1 + right]), {})
            counts = {c: n for c, n in seen.items() if letters is None or c in letters}
            total = sum(counts.values())
            if total >= _MIN_SEEN:
                best = max(counts, key=lambda c: (counts[c], c))
                return best if counts[best] >= _MIN_AGREEMENT * total else None
        return None

    def _count_contexts(self) -> dict[tuple[str, str], dict[str, int]]:
        contexts: dict[tuple[str, str], dict[str, int]] = {}
        for skeleton, words in self._by_skeleton.items():
            padded = f"^^^{skeleton}$$$"
            for at in (i for i, c in enumerate(skeleton, 3) if c == SLOT):
                for left, right in _NEIGHBOURS:
                    row = contexts.setdefault((padded[at - left : at], padded[at + 1 : at + 1 + right]), {})
                    for word in words:
                        row[word[at - 3]] = row.get(word[at - 3], 0) + 1
        return contexts


def _fits(word: str, skeleton: str, allowed: AllowedLetters) -> bool:
    slot = 0
    for have, want in zip(word, skeleton, strict=True):
        if want == SLOT:
            letters = allowed[slot]
            if letters is not None and have not in letters:
                return False
            slot += 1
    return True


@language_cache(8)
def word_list(code: str) -> WordList | None:
    r"""Return the word list of a language, or None if it has none.

    >>> word_list("fr").candidates("\0t\0", [None, None])[0]
    'été'
    """
    import gzip

    orthography = find_orthography("", code)
    if orthography is None or WORDS not in language_files(code):
        return None
    bands: dict[str, int] = {}
    capitals: set[str] = set()
    for block in gzip.decompress(language_data(code, WORDS)).decode("utf-8").removeprefix("=").split("\n="):
        band, *words = block.split("\n")
        for word in filter(None, words):
            lower = word.lower()
            bands[lower] = int(band)
            if lower != word:
                capitals.add(lower)
    return WordList(orthography, bands, frozenset(capitals))


def fill_slots(parts: Sequence[TokenPart], words: WordList, *, compounds: bool = False, margin: int = 3) -> str | None:
    """Return the word that a damaged token must have been, or None if none or several are possible.

    Args:
        parts: The undamaged strings and, for each damaged character, the characters that are possible there (empty: any).
        words: The word list of the language.
        compounds: Also accept compounds and inflected forms that are not in the list.
        margin: As for `WordList.only`.

    >>> fill_slots(["Pr", ["é"], "sident"], word_list("fr"))
    'Président'
    """
    skeleton, allowed = _skeleton(parts)
    found = words.only(skeleton, allowed, margin)
    if found is None and not words.candidates(skeleton, allowed) and compounds:
        found = words.compound(skeleton, allowed)
    return None if found is None else _cased(found, parts)


def _skeleton(parts: Sequence[TokenPart]) -> tuple[str, list[Collection[str] | None]]:
    """Return the skeleton of a token, and the letters that are allowed in each of its slots."""
    skeleton, allowed = "", list[Collection[str] | None]()
    for part in parts:
        if not isinstance(part, str):
            skeleton += SLOT
            allowed.append(frozenset(c.lower() for c in part) if part else None)
            continue
        for char in part.lower():
            skeleton += SLOT if char > "\x7f" else char
            if char > "\x7f":
                allowed.append((char,))
    return skeleton, allowed


def _cased(word: str, parts: Sequence[TokenPart]) -> str:
    """Return a word in the case of the token, according to the undamaged letters of the token."""
    plain = "".join(part for part in parts if isinstance(part, str))
    capitals = len(plain) > 1 and plain.isupper()
    out, at = [], 0
    for part in parts:
        if isinstance(part, str):
            out.append(part)
            at += len(part)
            continue
        char = word[at]
        at += 1
        upper = char.upper()
        possible = len(upper) == 1 and (not part or upper in part)
        wanted = capitals or (at == 1 and bool(plain) and not plain.islower())
        out.append(upper if possible and (wanted or (part and char not in part)) else char)
    return "".join(out)
