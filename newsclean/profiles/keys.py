"""The key under which a line is counted: folded, with its digits masked when it is a date or a counter."""

from __future__ import annotations

import regex

from newsclean.languages import words_of_all
from newsclean.metadata import read_line
from newsclean.normal_forms import TOKENS, line_key, words
from newsclean.patterns import lazy_regex

NUMBER = "{n}"  # how a masked number is written
LONGEST = 1_000  # characters: no longer line is counted, for no rule looks at one
COUNTED = 8  # words: no line of a counter has more
DATED = 120  # characters: no line of a date or counter is longer
_DIGITS = r"\d+(?:[.,'/]\d+| \d{3}(?!\d))*+"
_NUMBER = lazy_regex(_DIGITS)
_GLUED = lazy_regex(r"\S*\{n\}\S*")
_EDGE = r"[\W_]*"


def key_of(line: str, folded: str | None = None) -> str:
    """The key of a line; "" for one that is never counted: without a letter, or longer than any footer.

    `folded` is `line_key(line)` when it is known.

    >>> key_of("  » Votre PUBLICITÉ ici"), key_of("12 commentaires"), key_of("Les 12 travaux d’Hercule"), key_of("(...)")
    ('votre publicité ici', '{n} commentaires', "les 12 travaux d'hercule", '')
    """
    if len(line) > LONGEST:
        return ""
    key = line_key(line) if folded is None else folded
    if not any(map(str.isalpha, key)):
        return ""
    if len(key) > DATED or not any(map(str.isdigit, key)) or not _varies(line, key):
        return key
    return _NUMBER.sub(NUMBER, key)


def _varies(line: str, key: str) -> bool:
    """Is the number of this line a date's or a counter's?"""
    if read_line(line.strip()).label == "date":
        return True
    tokens = words(key)
    if len(tokens) > 2 * COUNTED or key.count(" ") >= COUNTED or line.rstrip().endswith("."):
        return False
    numbers = [n for n, token in enumerate(tokens) if token[0].isdigit()]
    return any(not words_of_all("profiles", "counted").isdisjoint(tokens[max(0, n - 3) : n + 4]) for n in numbers)


def is_masked(key: str) -> bool:
    """Does the key stand for lines with other numbers too?"""
    return NUMBER in key


def pattern_of(key: str) -> str:
    """The pattern that finds the lines of a masked key.

    >>> regex.search(pattern_of("{n} commentaires"), "» 1 254 commentaires") is not None
    True
    """
    parts = key.split(NUMBER)
    return f"^{_EDGE}" + rf"\s*{_DIGITS}\s*".join(map(_spaced, parts)) + f"{_EDGE}$"


def _spaced(part: str) -> str:
    tokens = (regex.escape(word) if word != "…" else r"(?:…|\.\.\.)" for word in TOKENS.findall(part))
    return r"\s*".join(tokens)


def anchors_of(key: str) -> tuple[str, ...]:
    """The words of a masked key that stand by themselves: one of them is in every line that its pattern finds.

    >>> anchors_of("publié à {n}h{n}")
    ('publié', 'à')
    """
    return tuple(dict.fromkeys(word for word in words(_GLUED.sub(" ", key)) if word.isalpha()))
