"""Lost information: U+FFFD, or `?` where a character could not be written; filled in only where one answer is possible."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclean.edits import Edit
from newsclean.encoding.context import is_elision
from newsclean.encoding.document import Document
from newsclean.encoding.quotes import paired, single
from newsclean.encoding.slots import Piece, fill
from newsclean.patterns import lazy_re

RULE = "lost"
_SURE, _LIKELY = 3, 1  # bands: the word is 8 times, 2 times more frequent than any other
_SHORT = frozenset(["on", "un", "une", "en", "il", "ils", "elle", "elles", "y", "eu", "est", "ont", "a", "au", "aux"])
_ASKED = lazy_re(r"[a-z]\?+[a-z]|(?:^|[\s(])\?+[^\W\d_]{2}")
_OPENING = lazy_re(r"(?:^|(?<=[\s(]))\?+[^\W\d_]{2,}")


def repair_lost(document: Document, *, guess: bool) -> bool:
    """Fill in lost letters, apostrophes and pairs of quotation marks; what is not certain stays, unless `guess`."""
    changed = False
    for mark in ("\ufffd", "?"):
        lines = [i for i, line in enumerate(document.lines) if mark in line]
        if not lines or (mark == "?" and not any(_ASKED.search(document.lines[i]) for i in lines)):
            continue
        hole = Hole(mark, document, guess=guess)
        if mark == "?" and not hole.is_asked():
            continue
        for i in lines:
            changed |= document.change(i, hole.words(document.lines[i]))
        for i in lines if document.lexicon is not None or hole.some else ():
            changed |= document.change(i, paired(document.lines[i], mark, hole.sign, document.language))
            changed |= document.change(i, single(document.lines[i], mark, hole.sign, document.language, some=hole.some))
    return changed


class Hole:
    """What stands for a lost character in a document, and how many of them for one."""

    def __init__(self, mark: str, document: Document, *, guess: bool) -> None:
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
        self.wide = sum(n > 1 for n in runs) > 0.7 * len(runs)  # each lost byte left a mark
        self.sign = 3 if self.wide else 1  # marks for one quotation mark
        own = document.language.own
        intact = sum(c in own for line in document.source for c in line.replace("ï¿½", "") if c > "\x7f")
        self.some = intact > sum(runs)  # other letters are whole: what is lost is mostly marks

    def is_asked(self) -> bool:
        """Whether `?` stands for letters: two different words say so."""
        found: set[str] = set()
        for line in self._document.lines:
            found.update(match.group().lower() for match in _OPENING.finditer(line))
            for match in self._token.finditer(line):
                if _ASKED.search(match.group()) and self._answer(line, match.start(), match.group()) is not None:
                    found.add(match.group().lower())
        return len(found) > 1

    def words(self, line: str) -> Iterator[Edit]:
        """Edits for the words of a line that have one answer."""
        for match in self._token.finditer(line):
            text = self._answer(line, match.start(), match.group())
            if text is not None and text != match.group():
                yield Edit(match.start(), match.end(), match.group(), text, RULE)

    def _answer(self, line: str, start: int, token: str) -> str | None:
        """What a token was, or None."""
        if not token.strip(self.mark):
            return None
        sentence = _starts_sentence(line, start)
        whole, elided = self._filled(token, sentence=sentence), self._elided(line, start, token)
        if whole is not None and elided is not None:
            return elided if self._guess or elided.split("’")[-1] in _SHORT else None
        found = whole or elided
        if found is None and (self._guess or (token[0] != self.mark and token[-1] != self.mark)):
            found = self._filled(token, sentence=sentence, loose=True)
        return found or self._quoted(line, start, token)

    def _quoted(self, line: str, start: int, token: str) -> str | None:
        """A token whose first or last hole is a quotation mark; those stay holes for now."""
        mark = self.mark * self.sign
        if token.endswith(mark) and self.mark in token[: -self.sign] and not self._has_words(token):
            core = self._filled(token[: -self.sign], sentence=_starts_sentence(line, start))
            if core is not None:
                return core + mark
        if token.startswith(mark) and self.mark in token[self.sign :]:
            core = self._answer(line, start + self.sign, token[self.sign :])
            return None if core is None else mark + core
        return None

    def _has_words(self, token: str) -> bool:
        words = self._document.lexicon
        return words is not None and fill(self._pieces(token), words, margin=0) is not None

    def _filled(self, token: str, *, sentence: bool, loose: bool = False) -> str | None:
        """The word of the lexicon that a token must be, in its case."""
        words, pieces = self._document.lexicon, self._pieces(token)
        if words is None:
            return None
        opens, rest = not isinstance(pieces[0], str), token.strip(self.mark)
        if opens and rest[:1].isupper() and (len(rest) == 1 or not rest.isupper()):
            return None  # a capital after the hole: it was a quotation mark
        found = fill(pieces, words, loose=loose, margin=_LIKELY if self._guess else _SURE)
        if found is None or not opens or not (sentence or words.is_capital(found.lower())):
            return found
        return found[:1].upper() + found[1:]

    def _elided(self, line: str, start: int, token: str) -> str | None:
        """A token with its elision: `l?homme`."""
        at = token.find(self.mark)
        end = at + self.sign
        rest, code = token[end:], self._document.language.code
        if at < 1 or token[at:end] != self.mark * self.sign:
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

    def _pieces(self, token: str) -> list[Piece]:
        """Letters and slots: a run of marks is one slot for each mark, or one for each two."""
        out: list[Piece] = []
        for part in re.split(f"({re.escape(self.mark)}+)", token):
            if part.startswith(self.mark):
                out.extend([()] * (max(1, len(part) // 2) if self.wide else len(part)))
            elif part:
                out.append(part)
        return out


def _starts_sentence(line: str, start: int) -> bool:
    before = line[max(0, start - 20) : start].rstrip(" \xa0\u202f«“„\"'(")
    return not before or before[-1] in ".!?…"
