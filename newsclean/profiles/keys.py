"""The key under which a line is counted: that of `normal_forms.line_key`, its numbers masked if it is a date or a counter."""

from __future__ import annotations

import regex

from newsclean.languages import words_of_all
from newsclean.metadata import read_line
from newsclean.normal_forms import TOKENS, line_key, words
from newsclean.patterns import lazy_regex
from newsclean.rules.rule import MAX_LENGTH

NUMBER = "{n}"  # what stands for a masked number
_COUNTER_WORDS = 8  # words: a line of a counter has fewer ("12 comments")
_VARYING_LENGTH = 120  # characters: no line of a date or a counter is longer
_DIGITS = r"\d+(?:[.,'/]\d+| \d{3}(?!\d))*+"
_NUMBER = lazy_regex(_DIGITS)
_GLUED_NUMBER = lazy_regex(r"\S*\{n\}\S*")
_EDGE = r"[\W_]*"


def counting_key(line: str, key: str | None = None) -> str:
    """Return the key of a line; "" for a line that is never counted: one without a letter, or longer than any rule looks at.

    Args:
        line: The line.
        key: `line_key(line)`, when it is known.

    >>> counting_key("  » Votre PUBLICITÉ ici"), counting_key("12 commentaires"), counting_key("Les 12 travaux d’Hercule"), counting_key("(...)")
    ('votre publicité ici', '{n} commentaires', "les 12 travaux d'hercule", '')
    """
    if len(line) > MAX_LENGTH:
        return ""
    key = line_key(line) if key is None else key
    if not any(map(str.isalpha, key)):
        return ""
    if len(key) > _VARYING_LENGTH or not any(map(str.isdigit, key)) or not _varies(line, key):
        return key
    return _NUMBER.sub(NUMBER, key)


def _varies(line: str, key: str) -> bool:
    """Return True if the number of this line is part of a date or a counter."""
    if read_line(line.strip()).label == "date":
        return True
    tokens = words(key)
    if len(tokens) > 2 * _COUNTER_WORDS or key.count(" ") >= _COUNTER_WORDS or line.rstrip().endswith("."):
        return False
    numbers = [n for n, token in enumerate(tokens) if token[0].isdigit()]
    return any(not words_of_all("profiles", "counted").isdisjoint(tokens[max(0, n - 3) : n + 4]) for n in numbers)


def is_masked(key: str) -> bool:
    """Return True if a key stands for lines with other numbers too."""
    return NUMBER in key


def masked_pattern(key: str) -> str:
    """Return the pattern that finds the lines of a masked key.

    >>> regex.search(masked_pattern("{n} commentaires"), "» 1 254 commentaires") is not None
    True
    """
    parts = key.split(NUMBER)
    return f"^{_EDGE}" + rf"\s*{_DIGITS}\s*".join(map(_any_spaces, parts)) + f"{_EDGE}$"


def _any_spaces(part: str) -> str:
    tokens = (regex.escape(word) if word != "…" else r"(?:…|\.\.\.)" for word in TOKENS.findall(part))
    return r"\s*".join(tokens)


def masked_anchors(key: str) -> tuple[str, ...]:
    """Return the words of a masked key that stand by themselves: one of them is in every line that its pattern finds.

    >>> masked_anchors("publié à {n}h{n}")
    ('publié', 'à')
    """
    return tuple(dict.fromkeys(word for word in words(_GLUED_NUMBER.sub(" ", key)) if word.isalpha()))
