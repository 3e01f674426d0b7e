"""Lost characters: U+FFFD, or `?` where a program could not write one; filled in only where one answer is possible.

A run of marks between letters is a letter (the word list says which), an apostrophe (where the language elides) or a
quotation mark (`lost_quotes`). How many marks one character left is counted over the whole document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclean.edits import Edit
from newsclean.encoding.lost_quotes import paired_quotes, unpaired_marks
from newsclean.encoding.mark_context import is_elision
from newsclean.encoding.repair_document import RepairDocument
from newsclean.encoding.word_lists import TokenPart, fill_slots
from newsclean.languages import words_of_all
from newsclean.patterns import lazy_re

RULE = "lost"
_CERTAIN_MARGIN = 3  # bands of frequency (powers of two): the word is 8 times more frequent than any other
_LIKELY_MARGIN = 1  # bands: 2 times; enough for a guess
_MANY_BYTES = 0.7  # share of runs with several marks, from which every lost byte left a mark of its own
_QUESTION_IN_WORD = lazy_re(r"[a-z]\?+[a-z]|(?:^|[\s(])\?+[^\W\d_]{2}")
_QUESTION_BEFORE_WORD = lazy_re(r"(?:^|(?<=[\s(]))\?+[^\W\d_]{2,}")


def repair_lost(document: RepairDocument, *, guess: bool) -> bool:
    """Fill in lost letters, apostrophes and pairs of quotation marks.

    Args:
        document: The document.
        guess: Also fill in what is likely but not certain.

    Returns:
        True if something changed.
    """
    changed = False
    for mark in ("\ufffd", "?"):
        lines = [i for i, line in enumerate(document.lines) if mark in line]
        if not lines or (mark == "?" and not any(_QUESTION_IN_WORD.search(document.lines[i]) for i in lines)):
            continue
        lost = LostCharacter(mark, document, guess=guess)
        if mark == "?" and not lost.stands_for_letters():
            continue
        for i in lines:
            changed |= document.change(i, lost.word_edits(document.lines[i]))
        for i in lines if document.word_list is not None or lost.letters_survive else ():
            changed |= document.change(
                i, paired_quotes(document.lines[i], mark, lost.marks_per_quote, document.orthography)
            )
            changed |= document.change(
                i,
                unpaired_marks(
                    document.lines[i],
                    mark,
                    lost.marks_per_quote,
                    document.orthography,
                    letters_survive=lost.letters_survive,
                ),
            )
    return changed


class LostCharacter:
    """What stands for a lost character in a document.

    Args:
        mark: The mark that stands for it, U+FFFD or "?".
        document: The document.
        guess: Also fill in what is likely but not certain.

    Attributes:
        mark: As given.
        one_mark_per_byte: Whether every byte of a lost character left a mark, so that a letter is two marks.
        marks_per_quote: Number of marks that a lost quotation mark left.
        letters_survive: Whether more letters of the language are intact than marks stand in the text; then most lost
            characters are quotation marks and apostrophes.
    """

    def __init__(self, mark: str, document: RepairDocument, *, guess: bool) -> None:
        mine = re.escape(mark)
        self.mark, self._document, self._guess = mark, document, guess
        if mark == "?":  # a real question mark ends a word before a space, a capital or the end
            ending = r"(?=[,;:]|\s[a-z])"
            self._token = lazy_re(rf"[^\W\d_]*(?:\?+[^\W\d_]+)+(?:\?+{ending})?|[^\W\d_]+\?+{ending}")
        else:
            self._token = lazy_re(rf"[^\W\d_]*(?:{mine}+[^\W\d_]*)+")
        inside = lazy_re(rf"(?<=[^\W\d_]){mine}+(?=[^\W\d_])")
        runs = [len(run) for line in document.lines for run in inside.findall(line)]
        runs = runs or [len(run) for line in document.lines for run in re.findall(f"{mine}+", line)]
        self.one_mark_per_byte = sum(n > 1 for n in runs) > _MANY_BYTES * len(runs)
        self.marks_per_quote = 3 if self.one_mark_per_byte else 1  # a quotation mark has 3 bytes in UTF-8
        own = document.orthography.own
        intact = sum(c in own for line in document.source for c in line.replace("ï¿½", "") if c > "\x7f")
        self.letters_survive = intact > sum(runs)

    def stands_for_letters(self) -> bool:
        """Return True if `?` stands for letters: two different words of the document have it inside."""
        found: set[str] = set()
        for line in self._document.lines:
            found.update(match.group().lower() for match in _QUESTION_BEFORE_WORD.finditer(line))
            for match in self._token.finditer(line):
                if (
                    _QUESTION_IN_WORD.search(match.group())
                    and self._answer(line, match.start(), match.group()) is not None
                ):
                    found.add(match.group().lower())
        return len(found) > 1

    def word_edits(self, line: str) -> Iterator[Edit]:
        """Yield edits for the words of a line that have one possible answer."""
        for match in self._token.finditer(line):
            text = self._answer(line, match.start(), match.group())
            if text is not None and text != match.group():
                yield Edit(match.start(), match.end(), match.group(), text, RULE)

    def _answer(self, line: str, start: int, token: str) -> str | None:
        """Return what a token was, or None."""
        if not token.strip(self.mark):
            return None
        sentence = _starts_sentence(line, start)
        whole, elided = self._filled(token, sentence=sentence), self._elided(line, start, token)
        if whole is not None and elided is not None:
            return elided if self._guess or elided.split("’")[-1] in words_of_all("encoding", "after_elision") else None
        found = whole or elided
        if found is None and (self._guess or (token[0] != self.mark and token[-1] != self.mark)):
            found = self._filled(token, sentence=sentence, compounds=True)
        return found or self._quoted(line, start, token)

    def _quoted(self, line: str, start: int, token: str) -> str | None:
        """Return a token with its letters filled in and its first or last lost quotation mark left as it is, or None."""
        mark = self.mark * self.marks_per_quote
        if token.endswith(mark) and self.mark in token[: -self.marks_per_quote] and not self._may_be_word(token):
            core = self._filled(token[: -self.marks_per_quote], sentence=_starts_sentence(line, start))
            if core is not None:
                return core + mark
        if token.startswith(mark) and self.mark in token[self.marks_per_quote :]:
            core = self._answer(line, start + self.marks_per_quote, token[self.marks_per_quote :])
            return None if core is None else mark + core
        return None

    def _may_be_word(self, token: str) -> bool:
        """Return True if any word of the word list fits a token."""
        words = self._document.word_list
        return words is not None and fill_slots(self._parts(token), words, margin=0) is not None

    def _filled(self, token: str, *, sentence: bool, compounds: bool = False) -> str | None:
        """Return the word of the word list that a token must be, in its case, or None."""
        words, parts = self._document.word_list, self._parts(token)
        if words is None:
            return None
        opens, rest = not isinstance(parts[0], str), token.strip(self.mark)
        if opens and rest[:1].isupper() and (len(rest) == 1 or not rest.isupper()):
            return None  # a capital after the lost character: it was a quotation mark
        found = fill_slots(parts, words, compounds=compounds, margin=_LIKELY_MARGIN if self._guess else _CERTAIN_MARGIN)
        if found is None or not opens or not (sentence or words.is_capital(found.lower())):
            return found
        return found[:1].upper() + found[1:]

    def _elided(self, line: str, start: int, token: str) -> str | None:
        """Return a token whose lost character is the apostrophe of an elision (`l?homme`), or None."""
        at = token.find(self.mark)
        end = at + self.marks_per_quote
        rest, code = token[end:], self._document.orthography.code
        if at < 1 or token[at:end] != self.mark * self.marks_per_quote:
            return None
        if rest.startswith(self.mark):
            fits = is_elision(
                f"{line[max(0, start - 9) : start]}{token[:at]}’a", min(start, 9) + at, min(start, 9) + at + 1, code
            )
        else:
            fits = is_elision(line, start + at, start + end, code)
        if not fits:
            return None
        known = self._filled(rest, sentence=False) if self.mark in rest else rest
        return None if known is None else f"{token[:at]}’{known}"

    def _parts(self, token: str) -> list[TokenPart]:
        """Return the parts of a token: a run of marks is one slot for each mark, or one for each two."""
        out: list[TokenPart] = []
        for part in re.split(f"({re.escape(self.mark)}+)", token):
            if part.startswith(self.mark):
                out.extend([()] * (max(1, len(part) // 2) if self.one_mark_per_byte else len(part)))
            elif part:
                out.append(part)
        return out


def _starts_sentence(line: str, start: int) -> bool:
    """Return True if a sentence starts at an offset."""
    before = line[max(0, start - 20) : start].rstrip(" \xa0\u202f«“„\"'(")
    return not before or before[-1] in ".!?…"
