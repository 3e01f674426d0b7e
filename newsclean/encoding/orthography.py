"""The letters and marks of a language, by which a repair is judged, read from the section `encoding` of its `language.toml`."""

from __future__ import annotations

from typing import NamedTuple

from newsclean.language import find_damaged_language, language_of_tag
from newsclean.languages import language_cache, language_section, languages_with


class Orthography(NamedTuple):
    """The letters of a language beyond ASCII: those of its own words, those of the names in its press; its marks and habits.

    `languages/README.md` says what the habits are.
    """

    code: str
    own: frozenset[str]
    foreign: frozenset[str]
    dash: str
    quotes: tuple[str, str] = ("“", "”")
    one_letter_words: bool = False
    low_quotes: bool = False
    genitive_apostrophe: bool = False
    inverted_marks: bool = False
    apostrophe_thousands: bool = False
    spaced_dash: bool = False


_HABITS = (
    "one_letter_words",
    "low_quotes",
    "genitive_apostrophe",
    "inverted_marks",
    "apostrophe_thousands",
    "spaced_dash",
)


@language_cache()
def _orthography(code: str) -> Orthography | None:
    """Return the orthography of a language, or that of the language that lends it its letters; None if neither is known."""
    section = language_section(code, "encoding")
    if not section:
        code = next((known for known in languages_with("language") if code in _borrowers(known)), "")
        section = language_section(code, "encoding")
    if not section:
        return None
    left, right = section.get("quotes", "“”")
    habits: dict[str, bool] = {habit: section.get(habit, False) for habit in _HABITS}
    return Orthography(
        code, _cases(section["letters"]), _cases(section["foreign_letters"]), section["dash"], (left, right), **habits
    )


def _borrowers(code: str) -> list[str]:
    codes: str = language_section(code, "encoding").get("aliases", "")
    return codes.split()


def _cases(letters: str) -> frozenset[str]:
    return frozenset(letters) | frozenset(c.upper() for c in letters if len(c.upper()) == 1)


def find_orthography(text: str, hint: str | None = None, *, least: int = 2) -> Orthography | None:
    """Return the orthography of the language of a text, by its frequent ASCII words, or None if they do not tell.

    Args:
        text: A text that may be damaged.
        hint: The code of a language or locale; it wins when its letters are known.
        least: The number of frequent words that are needed.

    >>> find_orthography("Le pr?sident de la R?publique et les d?put?s").code
    'fr'
    """
    known = _orthography(language_of_tag(hint)) if hint else None
    if known is None and (code := find_damaged_language(text, least=least)):
        known = _orthography(code)
    return known
