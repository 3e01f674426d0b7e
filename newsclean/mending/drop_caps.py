"""Drop caps: the large first letter of an article that was separated from its word."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from newsclean.mending.line_ends import STOPS, has_inner_sentence_end
from newsclean.mending.words import words
from newsclean.patterns import lazy_regex

_MIN_PARAGRAPH = 60  # characters: headings and captions take no drop cap, and are shorter
_LONE_CAPITAL = lazy_regex(r"['\"«“‘]?\s?(\p{Lu})$")
_TORN_WORD = lazy_regex(r"['\"«“‘]?\s?(\p{Lu})(\s)(\p{Ll}{1,30}+)(?=[\s,'’])")
_MAX_SEARCHED = 200  # lines in which the whole word is looked for
_MAX_LINE = 5_000  # characters of each of these lines


def is_drop_cap(left: str, right: str) -> bool:
    """Return True if a line is the first letter of the line after it.

    >>> text = "e ministre a dit lundi que la loi sera votée avant la fin de l'année."
    >>> is_drop_cap("L", text), is_drop_cap("E", text)
    (True, False)
    """
    if len(left) > 3 or len(right) < _MIN_PARAGRAPH or not right[0].islower():
        return False
    found = _LONE_CAPITAL.match(left)
    if not found or not (right[-1] in STOPS or has_inner_sentence_end(right)):
        return False
    letter, word = found[1], right.split(None, 1)[0].strip(",;:")
    if word.lower().startswith(letter.lower()):
        return False  # the letter of an index, and its first entry
    return (letter + word).lower() in words("opening") or (
        letter not in words("word_letters") and word not in words("opening")
    )


def find_drop_cap(text: str, lines: Sequence[str]) -> tuple[int, int] | None:
    """Return the span of the space after a drop cap within a line, or None.

    The whole word must be a common one, or stand elsewhere in the text.

    Args:
        text: The line.
        lines: All lines of the text.

    >>> text = "O perator and crew deny that the train was late."
    >>> find_drop_cap(text, [text, "The operator said so."]), find_drop_cap(text, [text])
    ((1, 2), None)
    """
    if len(text) < _MIN_PARAGRAPH // 2 or " " not in text[1:4]:
        return None
    found = _TORN_WORD.match(text)
    if not found:
        return None
    letter, rest = found[1], found[3]
    if rest in words("opening"):
        return None
    whole = (letter + rest).lower()
    if whole in words("opening") or (
        letter not in words("opening_letters")
        and len(rest) > 3
        and _occurs(whole, lines)
        and not _occurs(rest, lines, text)
    ):
        return found.span(2)
    return None


def _occurs(word: str, lines: Sequence[str], besides: str | None = None) -> bool:
    """Return True if a word stands in the first lines of a text, other than the line `besides`."""
    low = word.lower()  # looked for first: compiling costs more, and most words do not come again
    held = [line for line in lines[:_MAX_SEARCHED] if line is not besides and low in line[:_MAX_LINE].lower()]
    pattern = lazy_regex(rf"(?<!\p{{L}}){regex.escape(word)}(?!\p{{L}})", regex.I)
    return any(pattern.search(line[:_MAX_LINE]) for line in held)
