"""Languages: which one a damaged text is written in, and the letters that belong to it."""

from __future__ import annotations

import functools
import itertools
from typing import NamedTuple

from newsclean.patterns import lazy_re
from newsclean.tables import table_of

_WORD = lazy_re(r"[A-Za-z]+")
_ENOUGH = 400  # words; more do not change the answer


class Language(NamedTuple):
    """The letters of a language beyond ASCII: those of its own words, those of the names in its press, and its dash."""

    code: str
    own: frozenset[str]
    foreign: frozenset[str]
    dash: str


@functools.lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, Language], dict[str, tuple[str, ...]]]:
    data = table_of("newsclean.encoding", "languages.toml")
    languages: dict[str, Language] = {}
    stops: dict[str, list[str]] = {}
    for code, row in data.items():
        own, _, foreign = row["letters"].partition(" ")
        languages[code] = Language(code, _cases(own), _cases(foreign), row["dash"])
        for word in row["stop"].split():
            stops.setdefault(word, []).append(code)
    return languages, {word: tuple(codes) for word, codes in stops.items()}


def _cases(letters: str) -> frozenset[str]:
    return frozenset(letters) | frozenset(c.upper() for c in letters if len(c.upper()) == 1)


def language_of(text: str, hint: str | None = None, *, least: int = 2) -> Language | None:
    """The language of a text by its frequent ASCII words, or None when they do not tell.

    Arguments: `hint` is a language or locale code; it wins when it is known here; `least` is how many frequent words are needed.

    >>> language_of("Le pr?sident de la R?publique et les d?put?s").code
    'fr'
    """
    languages, stops = _tables()
    if hint:
        code = hint.replace("_", "-").lower().split("-")[0]
        code = {"nb": "no", "nn": "no", "bs": "hr", "sr": "hr", "sl": "hr"}.get(code, code)
        if code in languages:
            return languages[code]
    counts: dict[str, int] = {}
    for match in itertools.islice(_WORD.finditer(text), _ENOUGH):
        for code in stops.get(match.group().lower(), ()):
            counts[code] = counts.get(code, 0) + 1
    if not counts:
        return None
    best = max(counts, key=lambda code: (counts[code], code))
    return languages[best] if counts[best] >= least else None
