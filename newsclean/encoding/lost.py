"""Lost information: U+FFFD, or `?` where a character could not be written; filled in only where one answer is possible."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclean.edits import Edit
from newsclean.encoding.context import is_elision
from newsclean.encoding.document import Document
from newsclean.encoding.quotes import paired
from newsclean.encoding.slots import Piece, fill

RULE = "lost"
_SURE, _LIKELY = 3, 1  # bands: the word is 8 times, 2 times more frequent than any other
_SHORT = frozenset("on un une en il ils elle elles y eu est ont a au aux".split())


class Hole:
    """What stands for a lost character, and how many of them for one."""

    def __init__(self, mark: str, document: Document) -> None:
        mine = re.escape(mark)
        self.mark = mark
        self.inside = re.compile(rf"(?<=[^\W\d_]){mine}+(?=[^\W\d_])")
        if mark == "?":  # a real question mark ends a word before a space, a capital or the end
            self.token = re.compile(r"[^\W\d_]*(?:\?+[^\W\d_]+)+(?:\?+(?=[ ,][a-z]))?|[^\W\d_]+\?+(?=[ ,][a-z])")
        else:
            self.token = re.compile(rf"[^\W\d_]*(?:{mine}+[^\W\d_]*)+")
        runs = [len(run) for line in document.lines for run in self.inside.findall(line)]
        runs = runs or [len(run) for line in document.lines for run in re.findall(f"{mine}+", line)]
        self.wide = sum(n > 1 for n in runs) > 0.7 * len(runs)  # each lost byte left a mark
        self.sign = 3 if self.wide else 1  # marks for one quotation mark

    def pieces(self, token: str) -> list[Piece]:
        """Letters and slots: a run of marks is one slot for each mark, or one for each two."""
        out: list[Piece] = []
        for part in re.split(f"({re.escape(self.mark)}+)", token):
            if part.startswith(self.mark):
                out.extend([()] * (max(1, len(part) // 2) if self.wide else len(part)))
            elif part:
                out.append(part)
        return out


def repair_lost(document: Document, *, guess: bool) -> bool:
    """Fill in lost letters, apostrophes and pairs of quotation marks; what is not certain stays, unless `guess`."""
    changed = False
    for mark in ("\ufffd", "?"):
        lines = [i for i, line in enumerate(document.lines) if mark in line]
        if not lines or (mark == "?" and not any(_ASKED.search(document.lines[i]) for i in lines)):
            continue
        hole = Hole(mark, document)
        if mark == "?" and not _asks(document, hole):
            continue
        for i in lines:
            changed |= document.change(i, list(_words(document.lines[i], hole, document, guess=guess)))
        for i in lines:
            changed |= document.change(i, paired(document.lines[i], mark, hole.sign, document.language))
    return changed


_ASKED = re.compile(r"[a-z]\?+[a-z]")


def _asks(document: Document, hole: Hole) -> bool:
    """Whether `?` stands for letters: two different words say so."""
    found: set[str] = set()
    for line in document.lines:
        for match in hole.token.finditer(line):
            if _ASKED.search(match.group()) and _answer(line, match, hole, document, guess=False) is not None:
                found.add(match.group().lower())
    return len(found) > 1


def _words(line: str, hole: Hole, document: Document, *, guess: bool) -> Iterator[Edit]:
    for match in hole.token.finditer(line):
        text = _answer(line, match, hole, document, guess=guess)
        if text is not None and text != match.group():
            yield Edit(match.start(), match.end(), match.group(), text, RULE)


def _answer(line: str, match: re.Match[str], hole: Hole, document: Document, *, guess: bool) -> str | None:
    """What a token was, or None."""
    token, start = match.group(), match.start()
    if not token.strip(hole.mark):
        return None
    sentence = _starts_sentence(line, start)
    whole = _filled(token, hole, document, guess=guess, sentence=sentence)
    elided = _elided(line, start, token, hole, document, guess=guess)
    if whole is not None and elided is not None:
        return elided if guess or elided.split("’")[-1] in _SHORT else None
    found = whole or elided
    if found is None and (guess or (token[0] != hole.mark and token[-1] != hole.mark)):
        found = _filled(token, hole, document, guess=guess, sentence=sentence, loose=True)
    if found is None and token.endswith(hole.mark * hole.sign):  # a closing quotation mark, perhaps
        core = token[: -hole.sign]
        if hole.mark in core:
            found = _filled(core, hole, document, guess=guess, sentence=sentence)
            found = None if found is None else found + hole.mark * hole.sign
    if found is None and token.startswith(hole.mark * hole.sign) and hole.mark in token[hole.sign :]:
        core = _filled(token[hole.sign :], hole, document, guess=guess, sentence=False)
        found = None if core is None else hole.mark * hole.sign + core
    return found


def _starts_sentence(line: str, start: int) -> bool:
    before = line[:start].rstrip(" \xa0\u202f«“„\"'(")
    return not before or before[-1] in ".!?…"


def _filled(
    token: str, hole: Hole, document: Document, *, guess: bool, sentence: bool, loose: bool = False
) -> str | None:
    words = document.lexicon
    if words is None:
        return None
    pieces = hole.pieces(token)
    found = fill(pieces, words, loose=loose, margin=_LIKELY if guess else _SURE)
    if found is None or isinstance(pieces[0], str):
        return found
    if sentence or words.is_capital(found.lower()):
        return found[:1].upper() + found[1:]
    return found


def _elided(line: str, start: int, token: str, hole: Hole, document: Document, *, guess: bool) -> str | None:
    """A token with its elision: `l?homme`."""
    at = token.find(hole.mark)
    end = at + hole.sign
    rest = token[end:]
    if at < 1 or token[at:end] != hole.mark * hole.sign:
        return None
    code = document.language.code
    if not rest.startswith(hole.mark):
        if not is_elision(line, start + at, start + end, code):
            return None
    elif not is_elision(f"{line[: start + at]}’a", start + at, start + at + 1, code):
        return None
    if hole.mark in rest:
        known = _filled(rest, hole, document, guess=guess, sentence=False)
        return None if known is None else f"{token[:at]}’{known}"
    return f"{token[:at]}’{rest}"
