"""Drop caps: the big first letter of an article that was torn off its word."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from newsclean.mending.line_ends import STOPS, is_spread
from newsclean.mending.words import words
from newsclean.patterns import lazy_regex

PROSE = 60  # characters
_INITIAL = lazy_regex(r"['\"«“‘]?\s?(\p{Lu})$")
_SPLIT = lazy_regex(r"['\"«“‘]?\s?(\p{Lu})(\s)(\p{Ll}{1,30}+)(?=[\s,'’])")
_ALONE = frozenset("AÀIOYEU")  # letters that are words
_LOOKED_AT = 200  # lines in which the whole word is looked for


def is_drop_cap(left: str, right: str) -> bool:
    """Is the line before a text its first letter?

    >>> text = "e ministre a dit lundi que la loi sera votée avant la fin de l'année."
    >>> is_drop_cap("L", text), is_drop_cap("E", text)
    (True, False)
    """
    if len(left) > 3 or len(right) < PROSE or not right[0].islower():
        return False
    found = _INITIAL.match(left)
    if not found or not (right[-1] in STOPS or is_spread(right)):
        return False
    letter, word = found[1], right.split(None, 1)[0].strip(",;:")
    if word.lower().startswith(letter.lower()):
        return False  # the letter of an index, and its first entry
    return (letter + word).lower() in words("opening") or (letter not in _ALONE and word not in words("opening"))


def initial(text: str, lines: Sequence[str]) -> tuple[int, int] | None:
    """The span of the space behind a drop cap in one line, when the whole word is a common one or stands elsewhere in the text.

    >>> text = "O perator and crew deny that the train was late."
    >>> initial(text, [text, "The operator said so."]), initial(text, [text])
    ((1, 2), None)
    """
    if len(text) < PROSE // 2 or " " not in text[1:4]:
        return None
    found = _SPLIT.match(text)
    if not found:
        return None
    letter, rest = found[1], found[3]
    if rest in words("opening"):
        return None
    whole = (letter + rest).lower()
    if whole in words("opening") or (
        letter not in "AÀI" and len(rest) > 3 and _stands(whole, lines) and not _stands(rest, lines, text)
    ):
        return found.span(2)
    return None


def _stands(word: str, lines: Sequence[str], besides: str | None = None) -> bool:
    low = word.lower()  # looked for first: compiling costs more, and most words do not come again
    held = [line for line in lines[:_LOOKED_AT] if line is not besides and low in line[:5000].lower()]
    pattern = lazy_regex(rf"(?<!\p{{L}}){regex.escape(word)}(?!\p{{L}})", regex.I)
    return any(pattern.search(line[:5000]) for line in held)
