"""What class names, ids and roles say of a box: one bit for each group of words of `tokens.toml`."""

from __future__ import annotations

import functools

from newsclean.patterns import lazy_re
from newsclean.tables import table_of

_PIECE = lazy_re(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_STEM = range(12, 4, -1)  # lengths of beginnings that are looked up, the longest first
_LONGEST = 400  # characters of a class attribute that are read: generated names can run to kilobytes


class Groups:
    """The groups of words, with a bit each.

    >>> groups = builtin()
    >>> groups.names_of(groups.of("c-newsletterBox js-x"))
    ['newsletter', 'sidebar']
    """

    def __init__(self, table: dict[str, dict[str, list[str]]]) -> None:
        self.names = tuple(table)
        self.furniture = 0
        self._words: dict[str, int] = {}
        self._stems: dict[str, int] = {}
        for place, group in enumerate(table.values()):
            bit = 1 << place
            if group.get("furniture"):
                self.furniture |= bit
            for word in group.get("words", ()):
                self._words[word] = self._words.get(word, 0) | bit
            for stem in group.get("stems", ()):
                self._stems[stem] = self._stems.get(stem, 0) | bit

    @functools.lru_cache(maxsize=8192)  # noqa: B019 - one instance lives as long as the process
    def of(self, name: str) -> int:
        """The bits of a class attribute or an id."""
        found = 0
        for piece in _PIECE.findall(name[:_LONGEST]):
            found |= self._piece(piece)
        return found

    def bit(self, name: str) -> int:
        """The bit of a group."""
        return 1 << self.names.index(name)

    def names_of(self, bits: int) -> list[str]:
        """The names of the groups in `bits`."""
        return [name for place, name in enumerate(self.names) if bits >> place & 1]

    @functools.lru_cache(maxsize=8192)  # noqa: B019 - as above; names differ, their pieces are the same ones over and over
    def _piece(self, piece: str) -> int:
        piece = piece.lower()
        bits = self._words.get(piece)
        if bits is not None:
            return bits
        for size in _STEM:
            if size <= len(piece):
                bits = self._stems.get(piece[:size])
                if bits is not None:
                    return bits
        return 0


@functools.lru_cache(maxsize=1)
def builtin() -> Groups:
    """The groups that come with newsclean.

    >>> "newsletter" in builtin().names
    True
    """
    return Groups(table_of("newsclean.extract", "tokens.toml")["groups"])
