"""Texts that occur twice in one document: which one merely repeats which.

Texts are filed under their first characters (one hash table, so that the time is linear); inside a group three relations are
looked for: the same text, the beginning of a longer text, and the concatenation of several other texts. Case, spaces and
punctuation do not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import regex

from newsclean.mending.line_ends import STOPS
from newsclean.patterns import lazy_re, lazy_regex

_MIN_LETTERS = 32  # letters and digits of a copy: shorter lines (rankings, headings) repeat by chance
_MIN_WORDS = 6  # words of a copy, for the same reason
_MIN_FRAGMENT = 80  # characters of a copy that does not end like a sentence: longer than a headline
_PREFIX = 12  # characters under which texts are filed
_MAX_DISTANCE = 4  # lines between a text and an earlier one whose beginning it repeats
_MAX_STARTS = 2  # texts before, and after, a long text that are tried as the first of its pieces
_MAX_PIECES = 200  # texts of which a longer one may consist
_MAX_VERSE = 70  # characters: verses are shorter
_MARKS = lazy_re(r"[\W_]+")
_SENTENCES = lazy_regex(r"\S.{13,}[.!?…]\s?[\"'”’»)]?", regex.S)
_ELLIPSES = ("…", "...", "[…]", "[...]", "(...)")
_LEADING = " \t-–—•·*+>▪■●○«»“”„\"'‘’([_#"
_TRAILING = "\"'”’»)] \u00a0\u202f"


def find_copies(texts: Sequence[str]) -> list[int]:
    """Return, for each text, the index of another one that it merely repeats, or -1.

    A copy is the later of two equal texts; a beginning that is cut short, or that a text shortly before it contains; or the
    concatenation of several others. Headings, questions, verses, rankings and other short lines are never copies.

    >>> lead = "Le conseil a voté le budget de la ville lundi soir après un long débat."
    >>> find_copies(["Le budget est voté", lead, "Le conseil a voté le budget de la ville lundi soir...", lead, "Le budget est voté"])
    [-1, -1, 1, 1, -1]
    """
    found = [-1] * len(texts)
    groups = [group for group in _same_prefix(texts) if len(group) > 1]
    if not groups:
        return found
    keys = _NormalTexts(texts)
    for group in groups:
        _mark_repeats(texts, keys, group, found)
    for group in groups:
        for n, pieces in _concatenations(keys, group):
            if found[n] < 0 and all(found[k] != n for k in pieces):
                found[n] = pieces[0]
    for group in groups:
        _mark_beginnings(texts, keys, group, found)
    return found


class _NormalTexts:
    """The letters and digits of each text in lower case, computed on first use."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self.count = len(texts)
        self._known: dict[int, str] = {}

    def __getitem__(self, n: int) -> str:
        key = self._known.get(n)
        if key is None:
            key = self._known[n] = _MARKS.sub("", self._texts[n]).lower()
        return key


def _same_prefix(texts: Sequence[str]) -> Iterable[list[int]]:
    """Return groups of texts whose first characters are equal."""
    filed: dict[str, list[int]] = {}
    for n, text in enumerate(texts):
        if len(text) >= _PREFIX:
            head = text if text[0].isalnum() else text.lstrip(_LEADING)
            filed.setdefault(head[:_PREFIX].lower().replace("’", "'"), []).append(n)
    return filed.values()


def _mark_repeats(texts: Sequence[str], keys: _NormalTexts, group: Sequence[int], found: list[int]) -> None:
    """Record the texts of a group that equal an earlier one."""
    first: dict[str, int] = {}
    for n in group:
        earlier = first.setdefault(keys[n], n)
        if earlier != n and len(keys[n]) >= _MIN_LETTERS and _may_repeat(texts, n):
            found[n] = earlier


def find_repeated_half(text: str) -> tuple[int, int] | None:
    """Return the span of the second half, with the space before it, if a line is one text twice; else None.

    >>> text = "Wir erwarten mehr. Wir erwarten mehr."
    >>> find_repeated_half(text), text[18:]
    ((18, 37), ' Wir erwarten mehr.')
    >>> find_repeated_half("Bora Bora"), find_repeated_half("Non, rien de rien. Non, je ne regrette rien.")
    (None, None)
    """
    length = len(text)
    for middle in (length // 2, (length - 1) // 2, length // 2 + 1):
        head, tail = text[:middle].rstrip(), text[middle:].lstrip()
        if head and head == tail and _SENTENCES.fullmatch(head) and head.count(" ") >= 2:
            chant = head.endswith("!") and len(head) < _MIN_LETTERS
            return None if chant else (len(head), length)
    return None


def _may_repeat(texts: Sequence[str], n: int) -> bool:
    """Return True if a text is long enough, ends like a sentence or is longer than a headline, and is no question or verse."""
    text = texts[n]
    bare = text.rstrip(_TRAILING)
    if text.count(" ") < _MIN_WORDS - 1 or bare.endswith("?"):
        return False
    if bare[-1:] not in STOPS and len(text) < _MIN_FRAGMENT:
        return False
    return len(text) > _MAX_VERSE or not _in_verse(texts, n)


def _in_verse(texts: Sequence[str], n: int) -> bool:
    """Return True if short lines that do not end like sentences surround a line."""
    around = [*texts[max(0, n - 3) : n], *texts[n + 1 : n + 4]]
    verses = [text for text in around if len(text) <= _MAX_VERSE]
    open_ends = sum(text[-1:] not in STOPS for text in verses)
    return len(verses) >= 3 and 2 * len(verses) > len(around) and 2 * open_ends >= len(verses)


def _mark_beginnings(texts: Sequence[str], keys: _NormalTexts, group: Sequence[int], found: list[int]) -> None:
    """Record the texts that are the beginning of another one: cut short with an ellipsis, or contained in one shortly before."""
    longest = max(group, key=lambda k: len(keys[k]))
    for place, n in enumerate(group):
        if found[n] >= 0 or len(keys[n]) < _MIN_LETTERS or not _may_repeat(texts, n):
            continue
        before = [k for k in group[max(0, place - _MAX_DISTANCE) : place] if n - k <= _MAX_DISTANCE]
        for k in [longest] if texts[n].endswith(_ELLIPSES) else before:
            if k != n and found[k] < 0 and len(keys[k]) > len(keys[n]) and keys[k].startswith(keys[n]):
                found[n] = k
                break


def _concatenations(keys: _NormalTexts, group: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """Yield the texts that are the concatenation of several others, with the indices of those."""
    for place, n in enumerate(group):
        if len(keys[n]) < 2 * _MIN_LETTERS:
            continue
        for k in (*group[max(0, place - _MAX_STARTS) : place], *group[place + 1 : place + 1 + _MAX_STARTS]):
            pieces = _pieces(keys, n, k) if len(keys[k]) < len(keys[n]) else []
            if pieces:
                yield n, pieces
                break


def _pieces(keys: _NormalTexts, n: int, start: int) -> list[int]:
    """Return the texts from `start` on that together are text `n`; none if something is left over."""
    whole, at, pieces = keys[n], 0, []
    for k in range(start, min(keys.count, start + _MAX_PIECES)):
        if at == len(whole) or k == n or not whole.startswith(keys[k], at):
            break
        if keys[k]:
            pieces.append(k)
            at += len(keys[k])
    return pieces if at == len(whole) and len(pieces) > 1 else []
