"""The words of all languages that the grammar of metadata reads, from `languages/*/metadata.toml`.

A byline or a dateline shows its language itself, and a text in one language quotes agencies and papers of others. The grammar therefore
reads the words of all languages at once: every list is the union of the lists of that name in all folders. `languages/en/metadata.toml`
explains the lists.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import regex

from newsclean.languages import CORE, language_cache, language_table, languages_with

_TABLE = "metadata"


@language_cache()
def word_lists(section: str) -> Mapping[str, tuple[str, ...]]:
    """Return the word lists of a section, each merged over all languages.

    Args:
        section: The name of the section, such as "bylines".

    >>> {"par", "von", "by"} <= set(word_lists("bylines")["short_heads"])
    True
    """
    merged: dict[str, tuple[str, ...]] = {}
    for table in _tables():
        for name, words in table.get(section, {}).items():
            merged[name] = (*merged.get(name, ()), *words)
    return {name: tuple(dict.fromkeys(words)) for name, words in merged.items()}


@language_cache()
def minutes_by_zone(section: str) -> Mapping[str, int]:
    """Return the time zones of a section, in minutes east of Greenwich.

    Args:
        section: "zones", or "zones_us" for those that change with the summer time of the United States.

    >>> minutes_by_zone("zones")["cet"]
    60
    """
    return {name: minutes for table in _tables() for name, minutes in table.get(section, {}).items()}


def agency_rows() -> list[Mapping[str, Any]]:
    """Return the rows of all agencies as the files have them."""
    return [row for table in _tables() for row in table.get("agency", ())]


@language_cache()
def _tables() -> tuple[Mapping[str, Any], ...]:
    return tuple(language_table(code, _TABLE) for code in (CORE, *languages_with(_TABLE)))


def contains_any(text: str, parts: Iterable[str]) -> bool:
    """Return True if a text contains one of the parts.

    >>> contains_any("photo: keystone", ("bild", "photo"))
    True
    """
    for part in parts:  # noqa: SIM110 - asked of every line: a generator takes twice as long
        if part in text:
            return True
    return False


def alternatives(words: Iterable[str]) -> str:
    r"""Return the words as alternatives of a pattern, the longest first. A space stands for any white space.

    >>> alternatives(["a.m", "a", "de la "])
    'de\\sla\\s|a\\.m|a'
    """
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(regex.escape(word, special_only=True, literal_spaces=True).replace(" ", r"\s") for word in ordered)


def either_case(words: Iterable[str]) -> str:
    """Return the words as alternatives of a pattern, each with a small or a capital first letter.

    >>> either_case(["by", "par"])
    '(?:[pP]ar|[bB]y)'
    """
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(f'[{word[0]}{word[0].upper()}]{regex.escape(word[1:])}' for word in ordered)})"


def any_apostrophe(pattern: str) -> str:
    """Return a pattern that takes a curly apostrophe for a straight one.

    >>> any_apostrophe("[dl]'")
    "[dl]['’]"
    """
    return pattern.replace("'", "['’]")
