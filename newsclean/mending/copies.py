"""Texts that come twice in one document: which one merely repeats which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import regex

from newsclean.mending.line_ends import STOPS
from newsclean.patterns import lazy_re, lazy_regex

LETTERS = 32  # letters and digits of the shortest text that can be a copy
WORDS = 6
LONG = 80  # characters from which a line that is no sentence can be a copy
HEAD = 12  # characters under which texts are filed
NEAR = 4  # lines around a text in which its beginning is looked for again
TRIED = 2  # places, before and behind, at which the pieces of an outer copy may begin
PIECES = 200
VERSE = 70  # characters: no verse is longer
_MARKS = lazy_re(r"[\W_]+")
_TWICE = lazy_regex(r"\S.{13,}[.!?…]\s?[\"'”’»)]?", regex.S)
_CUT = ("…", "...", "[…]", "[...]", "(...)")
_OPENERS = " \t-–—•·*+>▪■●○«»“”„\"'‘’([_#"
_CLOSERS = "\"'”’»)] \u00a0\u202f"


def copies(texts: Sequence[str]) -> list[int]:
    """For each text the number of another one that it merely repeats, -1 when there is none.

    A copy is the later of two like texts; a beginning that is cut short, or that a near text before it holds; and a text that is
    nothing but several others one behind the other. Case, spaces and marks do not count. Headings, questions, verses, rankings and
    other short lines are no copies.

    >>> lead = "Le conseil a voté le budget de la ville lundi soir après un long débat."
    >>> copies(["Le budget est voté", lead, "Le conseil a voté le budget de la ville lundi soir...", lead, "Le budget est voté"])
    [-1, -1, 1, 1, -1]
    """
    found = [-1] * len(texts)
    groups = [group for group in _alike(texts) if len(group) > 1]
    if not groups:
        return found
    keys = _Keys(texts)
    for group in groups:
        _repeats(texts, keys, group, found)
    for group in groups:
        for n, pieces in _outer_ones(keys, group):
            if found[n] < 0 and all(found[k] != n for k in pieces):
                found[n] = pieces[0]
    for group in groups:
        _beginnings(texts, keys, group, found)
    return found


class _Keys:
    """The letters and digits of each text in lower case, made when they are asked for."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self.count = len(texts)
        self._known: dict[int, str] = {}

    def __getitem__(self, n: int) -> str:
        key = self._known.get(n)
        if key is None:
            key = self._known[n] = _MARKS.sub("", self._texts[n]).lower()
        return key


def _alike(texts: Sequence[str]) -> Iterable[list[int]]:
    """Groups of texts whose first characters are the same."""
    filed: dict[str, list[int]] = {}
    for n, text in enumerate(texts):
        if len(text) >= HEAD:
            head = text if text[0].isalnum() else text.lstrip(_OPENERS)
            filed.setdefault(head[:HEAD].lower().replace("’", "'"), []).append(n)
    return filed.values()


def _repeats(texts: Sequence[str], keys: _Keys, group: Sequence[int], found: list[int]) -> None:
    first: dict[str, int] = {}
    for n in group:
        earlier = first.setdefault(keys[n], n)
        if earlier != n and len(keys[n]) >= LETTERS and _may_repeat(texts, n):
            found[n] = earlier


def doubled(text: str) -> tuple[int, int] | None:
    """The span of the second copy, with the space before it, when a line is one text twice.

    >>> text = "Wir erwarten mehr. Wir erwarten mehr."
    >>> doubled(text), text[18:]
    ((18, 37), ' Wir erwarten mehr.')
    >>> doubled("Bora Bora"), doubled("Non, rien de rien. Non, je ne regrette rien.")
    (None, None)
    """
    length = len(text)
    for middle in (length // 2, (length - 1) // 2, length // 2 + 1):
        head, tail = text[:middle].rstrip(), text[middle:].lstrip()
        if head and head == tail and _TWICE.fullmatch(head) and head.count(" ") >= 2:
            chant = head.endswith("!") and len(head) < LETTERS
            return None if chant else (len(head), length)
    return None


def _may_repeat(texts: Sequence[str], n: int) -> bool:
    """Is the text long enough, a sentence or longer than a headline, and neither question nor verse?"""
    text = texts[n]
    bare = text.rstrip(_CLOSERS)
    if text.count(" ") < WORDS - 1 or bare.endswith("?"):
        return False
    if bare[-1:] not in STOPS and len(text) < LONG:
        return False
    return len(text) > VERSE or not _in_verse(texts, n)


def _in_verse(texts: Sequence[str], n: int) -> bool:
    """Do short lines that are no sentences stand around the line?"""
    around = [*texts[max(0, n - 3) : n], *texts[n + 1 : n + 4]]
    verses = [text for text in around if len(text) <= VERSE]
    open_ends = sum(text[-1:] not in STOPS for text in verses)
    return len(verses) >= 3 and 2 * len(verses) > len(around) and 2 * open_ends >= len(verses)


def _beginnings(texts: Sequence[str], keys: _Keys, group: Sequence[int], found: list[int]) -> None:
    """Beginnings of other texts: cut short with an ellipsis, or held by a near text before."""
    longest = max(group, key=lambda k: len(keys[k]))
    for place, n in enumerate(group):
        if found[n] >= 0 or len(keys[n]) < LETTERS or not _may_repeat(texts, n):
            continue
        before = [k for k in group[max(0, place - NEAR) : place] if n - k <= NEAR]
        for k in [longest] if texts[n].endswith(_CUT) else before:
            if k != n and found[k] < 0 and len(keys[k]) > len(keys[n]) and keys[k].startswith(keys[n]):
                found[n] = k
                break


def _outer_ones(keys: _Keys, group: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """Texts that are several others one behind the other, with those."""
    for place, n in enumerate(group):
        if len(keys[n]) < 2 * LETTERS:
            continue
        for k in (*group[max(0, place - TRIED) : place], *group[place + 1 : place + 1 + TRIED]):
            pieces = _pieces(keys, n, k) if len(keys[k]) < len(keys[n]) else []
            if pieces:
                yield n, pieces
                break


def _pieces(keys: _Keys, n: int, start: int) -> list[int]:
    """The texts from `start` on that together are text `n`; none when something is left over."""
    whole, at, pieces = keys[n], 0, []
    for k in range(start, min(keys.count, start + PIECES)):
        if at == len(whole) or k == n or not whole.startswith(keys[k], at):
            break
        if keys[k]:
            pieces.append(k)
            at += len(keys[k])
    return pieces if at == len(whole) and len(pieces) > 1 else []
