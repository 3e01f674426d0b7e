"""Lossy mojibake: UTF-8 decoded as windows-1252 or ISO-8859-1 and then stripped, collapsed, lower-cased or normalised.

What is left of a sequence says which letters are possible (`damaged_forms`); the word list says which one makes a word.
A token can be cut into letters and damaged forms in several ways; a bounded depth-first search finds them.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.edits import Edit
from newsclean.encoding.damaged_forms import DamagedForms, charset_of_damage, damaged_forms
from newsclean.encoding.mark_context import choose_mark, is_quote_open
from newsclean.encoding.repair_document import RepairDocument
from newsclean.encoding.word_lists import TokenPart, fill_slots
from newsclean.patterns import lazy_re

RULE = "mojibake"
_SIGNAL = lazy_re("[ÂÃÄÅÆÎÏÐÑØÙÚÛ×âãäåð]")
_MAX_SEGMENTATIONS = 40  # ways to cut one token that are compared
_MAX_STEPS = 400  # of the search for them, so that hostile tokens take bounded time
_RUN = lazy_re(r"[^\W\d_]+")
_MAX_WORD = 40  # letters on either side of a damaged character; longer runs are no words
_MAY_BE_INTACT = frozenset(" \"'?aoAO123")  # in a damaged form, these may be intact text
_BROKEN = lazy_re(r"[ÂÃÄÅÆÎÏÐÑØÙÚÛ×](?:[?\ufffd\"'](?=[^\W\d_]))?")
_OTHER_LETTERS = lazy_re(
    "[\u0100-\u0151\u0154-\u0177\u017b-\u02c5\u0370-\u1fff]"
)  # intact letters of languages in which "â" is a letter, too
_STRONG = lazy_re("[A-Za-z]â[a-zÃ]|â€|â[\ufffd?]{1,2}|âTM")


def repair_lossy_mojibake(document: RepairDocument, *, evidence: bool) -> bool:
    """Restore words whose mojibake has lost something.

    Args:
        document: The document.
        evidence: Whether it had intact mojibake; without it two different words must be repairable.

    Returns:
        True if something changed.
    """
    lines = [i for i, line in enumerate(document.lines) if _SIGNAL.search(line)]
    if not lines:
        return False
    letters = document.orthography.own | document.orthography.foreign
    table = damaged_forms(letters, base=charset_of_damage("\n".join(document.source)), lower=document.text.islower())
    if not evidence and _count_repairs(document, lines, table) < 2:
        return False
    changed = False
    for i in lines:
        changed |= document.change(i, list(_mark_edits(document.lines[i], table, document)))
        changed |= document.change(i, list(_word_edits(document.lines[i], table, document)))
        changed |= document.change(i, list(_lost_letters(document.lines[i])))
    return changed


def _lost_letters(line: str) -> Iterator[Edit]:
    """Yield edits to U+FFFD for letters that are lost for good: what is left of them stands where no such letter can."""
    end, broken = 0, False
    for match in _BROKEN.finditer(line):
        before, after = line[match.start() - 1 : match.start()], line[match.end() : match.end() + 1]
        odd = before.islower() or before > "\u0370" or after > "\u0370" or (broken and end == match.start())
        broken = odd and (before.isalpha() or after.isalpha() or broken)
        end = match.end()
        if broken:
            yield Edit(match.start(), end, match.group(), "\ufffd", RULE)


def _count_repairs(document: RepairDocument, lines: list[int], table: DamagedForms) -> int:
    """Count the distinct damaged words and marks that have one repair; stops at two."""
    found: set[str] = set()
    for i in lines:
        line = document.lines[i]
        found.update(edit.after.lower() for edit in _word_edits(line, table, document, certain=True))
        found.update(
            line[max(0, m.start() - 2) : m.end() + 2]
            for m in _STRONG.finditer(line)
            if not _is_known_word(line, m.start(), document) and _OTHER_LETTERS.search(line) is None
        )
        if len(found) > 1:
            break
    return len(found)


def _is_known_word(line: str, at: int, document: RepairDocument) -> bool:
    """Return True if the letters around an offset are a known word as they are."""
    start, end = _letters_around(line, at)
    return document.word_list is not None and line[start:end].lower() in document.word_list


def _letters_around(line: str, at: int) -> tuple[int, int]:
    """Return the span of letters around an offset, at most `_MAX_WORD` on either side."""
    start, end = at, at
    while start and at - start < _MAX_WORD and line[start - 1].isalpha():
        start -= 1
    while end < len(line) and end - at < _MAX_WORD and line[end].isalpha():
        end += 1
    return start, end


def _mark_edits(line: str, table: DamagedForms, document: RepairDocument) -> Iterator[Edit]:
    """Yield edits for quotation marks, apostrophes, dashes and signs, by what is left of them and by their context."""
    own = (
        "â" in document.orthography.own
        or "â" in document.orthography.foreign
        or _OTHER_LETTERS.search(line) is not None
    )
    at, opened = 0, False
    for match in table.mark_pattern.finditer(line):
        form = match.group()
        if (
            form == "â"
            and own
            and not _alone(line, match.start())
            and (document.word_list is None or _is_known_word(line, match.start(), document))
        ):
            continue
        opened = is_quote_open(line[at : match.start()], opened=opened)
        at = match.end()
        after = choose_mark(line, match.span(), table.marks[form], document, opened=opened)
        if after is not None:
            opened = is_quote_open(after, opened=opened)
            yield Edit(match.start(), match.end(), form, after, RULE)


def _alone(line: str, at: int) -> bool:
    """Return True if a character has no letter on either side."""
    return not line[at - 1 : at].isalpha() and not line[at + 1 : at + 2].isalpha()


def _word_edits(line: str, table: DamagedForms, document: RepairDocument, *, certain: bool = False) -> Iterator[Edit]:
    at = 0
    cache: dict[str, tuple[int, str] | None] = {}
    for match in table.letter_pattern.finditer(line):
        if match.start() < at:
            continue
        start, end = _letters_around(line, match.start())
        if end - start >= _MAX_WORD:  # no word
            run = _RUN.match(line, match.start())
            at = run.end() if run else match.end()
            continue
        start = max(start, at)
        lone = len(match.group()) == 1 and match.group() in document.orthography.own
        window = line[max(0, start - 1) : start + _MAX_WORD + 8]
        if window not in cache:
            got = _repaired_word(line, start, table, document, certain=certain or lone)
            cache[window] = None if got is None else (got[0] - start, got[1])
        found = cache[window]
        if found is not None and line[start : start + found[0]] != found[1]:
            at = start + found[0]
            yield Edit(start, at, line[start:at], found[1], RULE)


def _repaired_word(
    line: str, start: int, table: DamagedForms, document: RepairDocument, *, certain: bool
) -> tuple[int, str] | None:
    """Return the end and the text of the word that starts at an offset, or None.

    With `certain`, only words of the word list count.
    """
    if _is_known_word(line, start, document):
        return None
    segmentations = _segmentations(line, start, table)
    words = document.word_list
    if words is not None:
        known = [
            (end - 2 * glued, words.bands[text.lower()], text, end)
            for end, parts, glued in segmentations
            if (text := fill_slots(parts, words)) is not None and (not glued or words.bands[text.lower()] > 2)
        ]
        if known:
            *_, text, end = max(known, key=lambda row: (row[0], row[1]))
            return end, text
    if certain:
        return None
    for end, parts, glued in segmentations:
        if not glued:
            text = fill_slots(parts, words, compounds=True) if words is not None else None
            text = text or _only_spelling(parts, document)
            return None if text is None else (end, text)
    return None


def _only_spelling(parts: list[TokenPart], document: RepairDocument) -> str | None:
    """Return the only spelling that the alphabet of the language allows, or None."""
    out: list[str] = []
    for part in parts:
        if isinstance(part, str):
            out.append(part)
            continue
        lower = out[-1][-1:].islower() if out and out[-1] else False
        own = [c for c in part if len(part) == 1 or (c in document.orthography.own and not (lower and c.isupper()))]
        if len(own) != 1:
            return None
        out.append(own[0])
    return "".join(out)


def _segmentations(line: str, start: int, table: DamagedForms) -> list[tuple[int, list[TokenPart], bool]]:
    """Return the ways to cut the token at `start` into letters and damaged forms.

    Only those that leave the fewest damaged characters are returned, the ones with longer damaged forms first.

    Returns:
        Triples of the end of the token, its parts, and whether a form that ends in a space was joined with the next letter.
    """
    out: list[tuple[int, int, list[TokenPart], bool]] = []
    stack: list[tuple[int, int, list[TokenPart], bool]] = [(start, -1, [], False)]
    steps = 0
    while stack and len(out) < _MAX_SEGMENTATIONS and steps < _MAX_STEPS:
        steps += 1
        at, consumed, parts, glued = stack.pop()
        sizes = [size for size in (1, 2, 3, 4) if at + size <= len(line) and line[at : at + size] in table.letters]
        if consumed >= 0 and not sizes and not line[at : at + 1].isalpha():
            out.append((at, consumed, parts, glued))
            continue
        if at - start > _MAX_WORD:
            continue
        if line[at : at + 1].isalpha():
            stack.append((at + 1, consumed, _with_letter(parts, line[at]), glued))
        for size in sizes:
            form, after = line[at : at + size], line[at + size : at + size + 1]
            more = [*parts, _in_case(table.letters[form], line[at - 1 : at] if at > start else "")]
            now = max(consumed, 0) + sum(c not in _MAY_BE_INTACT for c in form)
            if not form.endswith(" "):
                stack.append((at + size, now, more, glued))
            elif after.isalpha():
                stack.append((at + size, now, more, True))
            elif not after.isdigit():
                out.append((at + size, now, more, False))
    out.sort(key=lambda row: -sum(not isinstance(part, str) for part in row[2]) - row[1])
    most = max((consumed for _, consumed, _, _ in out), default=0)
    return [(end, parts, glued) for end, consumed, parts, glued in out if consumed == most]


def _in_case(chars: tuple[str, ...], before: str) -> tuple[str, ...]:
    """Return the possible letters: only lower-case ones after a lower-case letter, if there are any."""
    return tuple(c for c in chars if c.islower()) or chars if before.islower() else chars


def _with_letter(parts: list[TokenPart], letter: str) -> list[TokenPart]:
    """Return the parts of a token with one more undamaged letter."""
    if parts and isinstance(parts[-1], str):
        return [*parts[:-1], parts[-1] + letter]
    return [*parts, letter]
