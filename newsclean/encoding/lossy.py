"""Lossy mojibake: UTF-8 read in windows-1252 or ISO-8859-1 and then stripped, collapsed, lower-cased or normalised.

The rest of a sequence says which letters are possible; the lexicon says which one makes a word.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.edits import Edit
from newsclean.encoding.context import is_open, mark_for
from newsclean.encoding.damage import Forms, forms
from newsclean.encoding.document import Document
from newsclean.encoding.slots import Piece, fill
from newsclean.patterns import lazy_re

RULE = "mojibake"
_SIGNAL = lazy_re("[ÂÃÄÅÆÎÏÐÑØÙÚÛ×âãäåð]")
_MOST_READINGS = 40
_MOST_STEPS = 400
_RUN = lazy_re(r"[^\W\d_]+")
_LONGEST = 40
_NATURAL = frozenset(" \"'?aoAO123")  # what follows a damaged place may be the text's own
_BROKEN = lazy_re(r"[ÂÃÄÅÆÎÏÐÑØÙÚÛ×](?:[?\ufffd\"'](?=[^\W\d_]))?")
_FAR = lazy_re("[\u0100-\u0151\u0154-\u0177\u017b-\u02c5\u0370-\u1fff]")  # intact letters: "â" is none of the damage
_WINDOWS = lazy_re("[ÂÃÄÅâãåä][€ƒ†‡ˆ‰‹›•™œžŸš˜ŒŽŠ]|â€|âTM")
_C1 = lazy_re("[ÂÃÄÅâ][\x80-\x9f]")
_LATIN = lazy_re("[a-z]â[a-zÃ]|â[?\ufffd]{2}|â[\xa0-\xbf]")
_STRONG = lazy_re("[A-Za-z]â[a-zÃ]|â€|â[\ufffd?]{1,2}|âTM")


def repair_lossy(document: Document, *, evidence: bool) -> bool:
    """Restore words whose mojibake has lost something; needs two such words, or `evidence` of other mojibake."""
    lines = [i for i, line in enumerate(document.lines) if _SIGNAL.search(line)]
    if not lines:
        return False
    letters = document.language.own | document.language.foreign
    table = forms(letters, base=_base(document), lower=document.text.islower())
    if not evidence and _witnesses(document, lines, table) < 2:
        return False
    changed = False
    for i in lines:
        changed |= document.change(i, list(_marks(document.lines[i], table, document)))
        changed |= document.change(i, list(_words(document.lines[i], table, document)))
        changed |= document.change(i, list(_holes(document.lines[i])))
    return changed


def _holes(line: str) -> Iterator[Edit]:
    """U+FFFD for a letter that is lost for good: what is left of it stands where no such letter can."""
    end, broken = 0, False
    for match in _BROKEN.finditer(line):
        before, after = line[match.start() - 1 : match.start()], line[match.end() : match.end() + 1]
        odd = before.islower() or before > "\u0370" or after > "\u0370" or (broken and end == match.start())
        broken = odd and (before.isalpha() or after.isalpha() or broken)
        end = match.end()
        if broken:
            yield Edit(match.start(), end, match.group(), "\ufffd", RULE)


def _base(document: Document) -> str:
    """The charset that the text was read in, by the characters that only one of them gives."""
    source = "\n".join(document.source)
    if _WINDOWS.search(source):
        return "both" if _C1.search(source) else "windows"
    return "latin" if _C1.search(source) or _LATIN.search(source) else "both"


def _witnesses(document: Document, lines: list[int], table: Forms) -> int:
    """Different damaged words and marks that have a plain repair."""
    found: set[str] = set()
    for i in lines:
        line = document.lines[i]
        found.update(edit.after.lower() for edit in _words(line, table, document, sure=True))
        found.update(
            line[max(0, m.start() - 2) : m.end() + 2]
            for m in _STRONG.finditer(line)
            if not _is_word(line, m.start(), document) and _FAR.search(line) is None
        )
        if len(found) > 1:
            break
    return len(found)


def _is_word(line: str, at: int, document: Document) -> bool:
    """Whether the letters around a place spell a known word as they stand."""
    start, end = _letters_around(line, at)
    return document.lexicon is not None and line[start:end].lower() in document.lexicon


def _letters_around(line: str, at: int) -> tuple[int, int]:
    """The run of letters around a place, no longer than any word on either side."""
    start, end = at, at
    while start and at - start < _LONGEST and line[start - 1].isalpha():
        start -= 1
    while end < len(line) and end - at < _LONGEST and line[end].isalpha():
        end += 1
    return start, end


def _marks(line: str, table: Forms, document: Document) -> Iterator[Edit]:
    """Quotation marks, apostrophes, dashes and signs, by what is left of them and by their place."""
    own = "â" in document.language.own or "â" in document.language.foreign or _FAR.search(line) is not None
    at, opened = 0, False
    for match in table.mark.finditer(line):
        form = match.group()
        if (
            form == "â"
            and own
            and not _alone(line, match.start())
            and (document.lexicon is None or _is_word(line, match.start(), document))
        ):
            continue
        opened = is_open(line[at : match.start()], opened=opened)
        at = match.end()
        after = mark_for(line, match.span(), table.marks[form], document, opened=opened)
        if after is not None:
            opened = is_open(after, opened=opened)
            yield Edit(match.start(), match.end(), form, after, RULE)


def _alone(line: str, at: int) -> bool:
    return not line[at - 1 : at].isalpha() and not line[at + 1 : at + 2].isalpha()


def _words(line: str, table: Forms, document: Document, *, sure: bool = False) -> Iterator[Edit]:
    at = 0
    cache: dict[str, tuple[int, str] | None] = {}
    for match in table.letter.finditer(line):
        if match.start() < at:
            continue
        start, end = _letters_around(line, match.start())
        if end - start >= _LONGEST:  # no word
            run = _RUN.match(line, match.start())
            at = run.end() if run else match.end()
            continue
        start = max(start, at)
        lone = len(match.group()) == 1 and match.group() in document.language.own
        window = line[max(0, start - 1) : start + _LONGEST + 8]
        if window not in cache:
            got = _word(line, start, table, document, sure=sure or lone)
            cache[window] = None if got is None else (got[0] - start, got[1])
        found = cache[window]
        if found is not None and line[start : start + found[0]] != found[1]:
            at = start + found[0]
            yield Edit(start, at, line[start:at], found[1], RULE)


def _word(line: str, start: int, table: Forms, document: Document, *, sure: bool) -> tuple[int, str] | None:
    """Where the word ends and what it is."""
    if _is_word(line, start, document):
        return None
    readings = _readings(line, start, table)
    words = document.lexicon
    if words is not None:
        known = [
            (end - 2 * glued, words.bands[text.lower()], text, end)
            for end, pieces, glued in readings
            if (text := fill(pieces, words)) is not None and (not glued or words.bands[text.lower()] > 2)
        ]
        if known:
            *_, text, end = max(known, key=lambda row: (row[0], row[1]))
            return end, text
    if sure:
        return None
    for end, pieces, glued in readings:
        if not glued:
            text = fill(pieces, words, loose=True) if words is not None else None
            text = text or _plain(pieces, document)
            return None if text is None else (end, text)
    return None


def _plain(pieces: list[Piece], document: Document) -> str | None:
    """The only reading that the alphabet of the language leaves, without a lexicon."""
    out: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            out.append(piece)
            continue
        lower = out[-1][-1:].islower() if out and out[-1] else False
        own = [c for c in piece if len(piece) == 1 or (c in document.language.own and not (lower and c.isupper()))]
        if len(own) != 1:
            return None
        out.append(own[0])
    return "".join(out)


def _readings(line: str, start: int, table: Forms) -> list[tuple[int, list[Piece], bool]]:
    """The ways to cut the token at `start` into letters and damaged places: (end, pieces, went on after a space).

    Only those that leave the least of the damage, longer damaged forms first.
    """
    out: list[tuple[int, int, list[Piece], bool]] = []
    stack: list[tuple[int, int, list[Piece], bool]] = [(start, -1, [], False)]
    steps = 0
    while stack and len(out) < _MOST_READINGS and steps < _MOST_STEPS:
        steps += 1
        at, eaten, pieces, glued = stack.pop()
        sizes = [size for size in (1, 2, 3, 4) if at + size <= len(line) and line[at : at + size] in table.letters]
        if eaten >= 0 and not sizes and not line[at : at + 1].isalpha():
            out.append((at, eaten, pieces, glued))
            continue
        if at - start > _LONGEST:
            continue
        if line[at : at + 1].isalpha():
            stack.append((at + 1, eaten, _with_letter(pieces, line[at]), glued))
        for size in sizes:
            form, after = line[at : at + size], line[at + size : at + size + 1]
            more = [*pieces, _in_case(table.letters[form], line[at - 1 : at] if at > start else "")]
            now = max(eaten, 0) + sum(c not in _NATURAL for c in form)
            if not form.endswith(" "):
                stack.append((at + size, now, more, glued))
            elif after.isalpha():
                stack.append((at + size, now, more, True))
            elif not after.isdigit():
                out.append((at + size, now, more, False))
    out.sort(key=lambda row: -sum(not isinstance(piece, str) for piece in row[2]) - row[1])
    most = max((eaten for _, eaten, _, _ in out), default=0)
    return [(end, pieces, glued) for end, eaten, pieces, glued in out if eaten == most]


def _in_case(chars: tuple[str, ...], before: str) -> tuple[str, ...]:
    """The possible letters: after a small letter only small ones, if there are any."""
    return tuple(c for c in chars if c.islower()) or chars if before.islower() else chars


def _with_letter(pieces: list[Piece], letter: str) -> list[Piece]:
    if pieces and isinstance(pieces[-1], str):
        return [*pieces[:-1], pieces[-1] + letter]
    return [*pieces, letter]
