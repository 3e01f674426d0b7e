"""Editorial changes: accented capitals, ligatures, ordinals, ranges, times, primes, bound abbreviations. Only those asked for by name."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

import regex

from newsclean.languages import language_cache, language_section
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from newsclean.typography.conventions import Conventions, RawEdit

_RANGE = lazy_regex(r"(?<![\p{L}\p{N}.,/'’\-–])(\d{1,4})-(\d{1,4})(?![\p{L}\p{N}/'’\-–]|[.,]\d)")
_PRIME = lazy_regex(r"""(?<![\p{L}\d'"])\d{1,3}(?P<one>['"]) ?\d{1,2}(?P<two>["'])?(?![\p{L}\d'"])""")
_LIGATURES = {"œ": "oe", "æ": "ae"}
# a pattern, and what it finds with what that becomes
_Table = tuple[regex.Pattern[str], Mapping[str, str]]


def _bare(word: str) -> str:
    """The word without accents on its first letter: `État` -> `Etat`."""
    return unicodedata.normalize("NFD", word[0])[0] + word[1:]


def _words(language: str, key: str) -> list[str]:
    words: str = language_section(language, "editorial").get(key, "")
    return words.split()


@language_cache(16)
def _accents(language: str) -> _Table | None:
    return _table({_bare(word): word for word in _words(language, "accented_capitals")})


@language_cache(16)
def _accented_word(language: str) -> tuple[regex.Pattern[str], str] | None:
    """Return the pattern of a sentence's first word that lacks its accent, before a word that tells, and that word with its accent."""
    word: str = language_section(language, "editorial").get("accented_word", "")
    if not word:
        return None
    pattern = rf"(?:^|(?<=[.!?…«“] )|(?<=[«“\u00a0])){_bare(word)} (?=(\p{{L}}+['’]?))"
    return lazy_regex(pattern), word


@language_cache(16)
def _ligatures(language: str) -> _Table | None:
    table: dict[str, str] = {}
    for word in language_section(language, "editorial").get("ligatures", ()):
        plain = word
        for ligature, letters in _LIGATURES.items():
            plain = plain.replace(ligature, letters)
        table[plain.replace("'", "’")] = word.replace("'", "’")
    table |= {k[0].upper() + k[1:]: v[0].upper() + v[1:] for k, v in table.items()}
    table |= {k.replace("’", "'"): v.replace("’", "'") for k, v in table.items()}
    titles = tuple(letters.title() for letters in _LIGATURES.values())
    table |= {k[:2].upper() + k[2:]: v for k, v in table.items() if k.startswith(titles)}
    return _table(table)


def _table(words: Mapping[str, str]) -> _Table | None:
    """Return the pattern that finds the keys, with the words that replace them; None if there are none."""
    if not words:
        return None
    longest_first = "|".join(sorted(words, key=len, reverse=True))
    return lazy_regex(rf"(?<!\p{{L}})(?:{longest_first})(?!\p{{L}})"), MappingProxyType(words)


@language_cache(16)
def _binding(language: str) -> regex.Pattern[str] | None:
    words = _words(language, "bound")
    if not words:
        return None
    return lazy_regex(r"(?<![\p{L}\p{N}])(?:" + "|".join(regex.escape(w) for w in words) + r")( )(?=[\p{Lu}\d])")


@language_cache(16)
def _ordinal(language: str) -> tuple[regex.Pattern[str], str, str] | None:
    """Return the pattern of ordinals, and the endings of the first and of all others."""
    section = language_section(language, "editorial")
    if "ordinals" not in section:
        return None
    return lazy_regex(section["ordinals"]), section["ordinal_first"], section["ordinal_other"]


@language_cache(16)
def _hours(language: str) -> tuple[regex.Pattern[str], str] | None:
    """Return the pattern of times of the day, and the sign between hours and minutes."""
    sign: str = language_section(language, "editorial").get("hour_sign", "")
    if not sign:
        return None
    hour = rf"(?<![\d:.,])([01]?\d|2[0-4])( ?){sign}"
    return lazy_regex(rf"{hour}( ?)([0-5]\d)(?!\d)|{hour}(?![\p{{L}}\p{{N}}])"), sign


def _listed(text: str, table: _Table | None, rule: str) -> Iterable[RawEdit]:
    if table is None:
        return
    pattern, words = table
    for match in pattern.finditer(text):
        yield match.start(), match.end(), match[0], words[match[0]], rule, None


def _accented(text: str, conventions: Conventions) -> Iterable[RawEdit]:
    """`Etat` -> `État` and a sentence's first `A` -> `À` before words that no verb takes; never in places where capitals go bare."""
    language = conventions.row.language
    if conventions.row.bare_capitals:
        return
    yield from _listed(text, _accents(language), "accents")
    opening = _accented_word(language)
    if opening is None:
        return
    (pattern, word), after = opening, _words(language, "after_accented_word")
    bare = _bare(word)
    for match in pattern.finditer(text):
        if match[1] in after or match[1][0].isupper():
            yield match.start(), match.start() + len(bare), bare, word, "accents", None


def _ligated(text: str, conventions: Conventions) -> Iterable[RawEdit]:
    yield from _listed(text, _ligatures(conventions.row.language), "ligatures")


def _ordinals(text: str, conventions: Conventions) -> Iterable[RawEdit]:
    """`2ème` -> `2e`, `1ère` -> `1re`."""
    found = _ordinal(conventions.row.language)
    if found is None:
        return
    pattern, first, other = found
    for match in pattern.finditer(text):
        after = match["one"] + first if match["one"] else match["rank"] + other + match["many"]
        yield match.start(), match.end(), match[0], after, "ordinals", None


def _ranges(text: str, _resolve: Conventions) -> Iterable[RawEdit]:
    """`2010-2015` -> `2010–2015`, when the second number is the larger one."""
    for match in _RANGE.finditer(text):
        if int(match[1]) < int(match[2]) and match[2][0] != "0" and match[1][0] != "0":
            yield match.end(1), match.end(1) + 1, "-", "–", "ranges", None


def _times(text: str, conventions: Conventions) -> Iterable[RawEdit]:
    """`16h30` -> `16 h 30` with no-break spaces (Lexique de l'Imprimerie nationale)."""
    found = _hours(conventions.row.language)
    if found is None:
        return
    (pattern, sign), space = found, conventions.no_break
    for match in pattern.finditer(text):
        after = f"{match[1]}{space}{sign}{space}{match[4]}" if match[1] else f"{match[5]}{space}{sign}"
        if after != match[0]:
            yield match.start(), match.end(), match[0], after, "times", None


def _primes(text: str) -> Iterable[RawEdit]:
    """`6'2"` -> `6′2″`."""
    glyph = {"'": "′", '"': "″"}
    for match in _PRIME.finditer(text):
        for name in ("one", "two"):
            if match[name]:
                yield match.start(name), match.end(name), match[name], glyph[match[name]], "primes", None


def _bound(text: str, conventions: Conventions) -> Iterable[RawEdit]:
    """`M. Macron`, `art. 3` with a no-break space."""
    pattern = _binding(conventions.row.language)
    for match in pattern.finditer(text) if pattern and conventions.no_break != " " else ():
        yield match.start(1), match.end(1), " ", conventions.no_break, "bind-abbrev", None


_RULES: Mapping[str, Callable[[str, Conventions], Iterable[RawEdit]]] = MappingProxyType(
    {
        "accents": _accented,
        "bind-abbrev": _bound,
        "ligatures": _ligated,
        "ordinals": _ordinals,
        "ranges": _ranges,
        "times": _times,
    }
)


def editorial(text: str, conventions: Conventions) -> list[RawEdit]:
    """Return the edits of the editorial changes that the call asks for, except primes.

    All of them change what the author or the newspaper chose.

    >>> from newsclean.typography.conventions import resolve_conventions
    >>> editorial("la 2ème fois", resolve_conventions("fr-FR", on={"ordinals"}))
    [(3, 7, '2ème', '2e', 'ordinals', None)]
    """
    out: list[RawEdit] = []
    for name in sorted(conventions.on):
        rule = _RULES.get(name)
        if rule:
            out += rule(text, conventions)
    return out


def primes(source: str) -> list[RawEdit]:
    """Return the edits that set true primes for feet, inches, minutes and seconds; other rules protect these.

    A lone `45'` stays: next to quotes, nobody can tell.

    >>> [e[:4] for e in primes("1'30")]
    [(1, 2, "'", '′')]
    """
    return list(_primes(source))
