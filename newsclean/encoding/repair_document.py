"""The document under repair: its lines as they now read, their edits so far, and its language."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence

from newsclean.edits import Edit, apply, compose
from newsclean.encoding.orthography import Orthography, find_orthography
from newsclean.encoding.word_lists import WordList, word_list

_WESTERN_EUROPE = Orthography("", frozenset("éèêàçäöüßáíóúñÉÈÊÀÇÄÖÜÁÍÓÚÑâîôû"), frozenset("ëïùœãõåæøìòÅÆØÎÔÛŒ"), "–")

_MIN_WORDS = 6  # frequent words of a language, from which its detection is certain


class RepairDocument:
    """Lines that the steps change; each change is kept as edits of the source line.

    Attributes:
        source: The lines before the repair.
        lines: The lines as they now read.
        edits: For each line the edits from `source` to `lines`.
    """

    def __init__(self, lines: Sequence[str], hint: str | None) -> None:
        self.source = tuple(lines)
        self.lines = list(lines)
        self.edits: list[tuple[Edit, ...]] = [()] * len(lines)
        self._hint = hint
        self._text: str | None = None

    @property
    def text(self) -> str:
        """The lines as they now read, joined with line breaks."""
        if self._text is None:
            self._text = "\n".join(self.lines)
        return self._text

    def change(self, index: int, edits: Iterable[Edit]) -> bool:
        """Make edits to a line as it now reads; return True if it changed."""
        real = [edit for edit in edits if edit.before != edit.after]
        if not real:
            return False
        self.edits[index] = compose(self.source[index], self.edits[index], real)
        self.lines[index] = apply(self.lines[index], real)
        self._text = None
        return True

    @functools.cached_property
    def detected_orthography(self) -> Orthography | None:
        """The language according to the hint or the ASCII words, or None."""
        return find_orthography(self.text, self._hint)

    @property
    def orthography(self) -> Orthography:
        """The detected language, or one with the letters of western Europe if there is none."""
        return self.detected_orthography or _WESTERN_EUROPE

    @functools.cached_property
    def language_is_certain(self) -> bool:
        """Whether the language was given, or detected from many words."""
        return bool(self._hint) or find_orthography(self.text, None, least=_MIN_WORDS) is not None

    @functools.cached_property
    def word_list(self) -> WordList | None:
        """The word list of the language, or None."""
        return word_list(self.detected_orthography.code) if self.detected_orthography else None
