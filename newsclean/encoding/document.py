"""Document: the lines under repair, their edits so far, and what the whole text bears witness to."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence

from newsclean.edits import Edit, apply, compose
from newsclean.encoding.languages import Language, language_of
from newsclean.encoding.lexicon import Lexicon, lexicon

_WESTERN = Language("", frozenset("éèêàçäöüßáíóúñÉÈÊÀÇÄÖÜÁÍÓÚÑâîôû"), frozenset("ëïùœãõåæøìòÅÆØÎÔÛŒ"), "–")


class Document:
    """Lines that steps change; each change is kept as edits of the source line."""

    def __init__(self, lines: Sequence[str], hint: str | None) -> None:
        self.source = tuple(lines)
        self.lines = list(lines)
        self.edits: list[tuple[Edit, ...]] = [()] * len(lines)
        self._hint = hint
        self._text: str | None = None

    @property
    def text(self) -> str:
        """The lines as they now read, joined."""
        if self._text is None:
            self._text = "\n".join(self.lines)
        return self._text

    def change(self, index: int, edits: Iterable[Edit]) -> bool:
        """Make edits to a line as it now reads; True when it changed."""
        real = [edit for edit in edits if edit.before != edit.after]
        if not real:
            return False
        self.edits[index] = compose(self.source[index], self.edits[index], real)
        self.lines[index] = apply(self.lines[index], real)
        self._text = None
        return True

    @functools.cached_property
    def known_language(self) -> Language | None:
        """The language by its ASCII words, or None."""
        return language_of(self.text, self._hint)

    @property
    def language(self) -> Language:
        """The language, or the letters of western Europe when it is not known."""
        return self.known_language or _WESTERN

    @functools.cached_property
    def sure_language(self) -> bool:
        """Whether enough words tell the language."""
        return bool(self._hint) or language_of(self.text, None, least=6) is not None

    @functools.cached_property
    def lexicon(self) -> Lexicon | None:
        """The word list of the language, if there is one."""
        return lexicon(self.known_language.code) if self.known_language else None
