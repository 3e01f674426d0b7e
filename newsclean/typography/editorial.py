"""Editorial changes: accented capitals, ligatures, ordinals, ranges, times, primes, bound abbreviations. Only those asked for by name."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import regex

from newsclean.patterns import lazy_regex
from newsclean.typography.patterns import Pattern
from newsclean.typography.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from newsclean.typography.plan import Plan, Raw

_ORDINAL = Pattern(r"\b(?P<one>[1I])(?:ère|ere)\b|\b(?P<rank>\d{1,4}|[IVXLCDM]{1,8})(?P<end>i?[èe]me)(?P<many>s?)\b")
_RANGE = Pattern(r"(?<![\p{L}\p{N}.,/'’\-–])(\d{1,4})-(\d{1,4})(?![\p{L}\p{N}/'’\-–]|[.,]\d)")
_HOUR = Pattern(
    r"(?<![\d:.,])([01]?\d|2[0-4])( ?)h( ?)([0-5]\d)(?!\d)|(?<![\d:.,])([01]?\d|2[0-4])( ?)h(?![\p{L}\p{N}])"
)
_PRIME = Pattern(r"""(?<![\p{L}\d'"])\d{1,3}(?P<one>['"]) ?\d{1,2}(?P<two>["'])?(?![\p{L}\d'"])""")
_A = Pattern(r"(?:^|(?<=[.!?…«“] )|(?<=[«“\u00a0]))A (?=(\p{L}+['’]?))")


@lru_cache(maxsize=1)
def _tables() -> Mapping[str, Any]:
    return MappingProxyType(read_table("editorial.toml"))


def _bare(word: str) -> str:
    """The word without accents on its first letter: `État` -> `Etat`."""
    return unicodedata.normalize("NFD", word[0])[0] + word[1:]


@lru_cache(maxsize=1)
def _accents() -> tuple[regex.Pattern[str], Mapping[str, str]]:
    table = {_bare(word): word for word in _tables()["accents"]["words"]}
    return lazy_regex(
        r"(?<!\p{L})(?:" + "|".join(sorted(table, key=len, reverse=True)) + r")(?!\p{L})"
    ), MappingProxyType(table)


@lru_cache(maxsize=1)
def _ligatures() -> tuple[regex.Pattern[str], Mapping[str, str]]:
    words = _tables()["ligatures"]
    table = {w.replace("œ", "oe").replace("'", "’"): w.replace("'", "’") for w in words["oe"]} | {
        w.replace("æ", "ae"): w for w in words["ae"]
    }
    table |= {k[0].upper() + k[1:]: v[0].upper() + v[1:] for k, v in table.items()}
    table |= {k.replace("’", "'"): v.replace("’", "'") for k, v in table.items()}
    table |= {k.replace("Oe", "OE", 1): v for k, v in table.items() if k.startswith("Oe")}
    return lazy_regex(
        r"(?<!\p{L})(?:" + "|".join(sorted(table, key=len, reverse=True)) + r")(?!\p{L})"
    ), MappingProxyType(table)


@lru_cache(maxsize=16)
def _binding(language: str) -> regex.Pattern[str] | None:
    words = _tables()["bind"].get(language)
    if not words:
        return None
    return lazy_regex(r"(?<![\p{L}\p{N}])(?:" + "|".join(regex.escape(w) for w in words) + r")( )(?=[\p{Lu}\d])")


def _listed(text: str, table: tuple[regex.Pattern[str], Mapping[str, str]], rule: str) -> Iterable[Raw]:
    pattern, words = table
    for match in pattern.finditer(text):
        yield match.start(), match.end(), match[0], words[match[0]], rule, None


def _accented(text: str, plan: Plan) -> Iterable[Raw]:
    """`Etat` -> `État` and a sentence's first `A` -> `À` before words that no verb takes; never in Switzerland, where capitals go bare."""
    if plan.row.language != "fr" or plan.row.name.startswith("fr-CH"):
        return
    yield from _listed(text, _accents(), "accents")
    after = _tables()["accents"]["after_a"]
    for match in _A.finditer(text):
        if match[1] in after or match[1][0].isupper():
            yield match.start(), match.start() + 1, "A", "À", "accents", None


def _ligated(text: str, plan: Plan) -> Iterable[Raw]:
    if plan.row.language == "fr":
        yield from _listed(text, _ligatures(), "ligatures")


def _ordinals(text: str, plan: Plan) -> Iterable[Raw]:
    """`2ème` -> `2e`, `1ère` -> `1re`."""
    if plan.row.language != "fr":
        return
    for match in _ORDINAL.finditer(text):
        after = match["one"] + "re" if match["one"] else match["rank"] + "e" + match["many"]
        yield match.start(), match.end(), match[0], after, "ordinals", None


def _ranges(text: str, _plan: Plan) -> Iterable[Raw]:
    """`2010-2015` -> `2010–2015`, when the second number is the larger one."""
    for match in _RANGE.finditer(text):
        if int(match[1]) < int(match[2]) and match[2][0] != "0" and match[1][0] != "0":
            yield match.end(1), match.end(1) + 1, "-", "–", "ranges", None


def _times(text: str, plan: Plan) -> Iterable[Raw]:
    """`16h30` -> `16 h 30` with no-break spaces (Lexique de l'Imprimerie nationale)."""
    if plan.row.language != "fr":
        return
    for match in _HOUR.finditer(text):
        space = plan.no_break
        after = f"{match[1]}{space}h{space}{match[4]}" if match[1] else f"{match[5]}{space}h"
        if after != match[0]:
            yield match.start(), match.end(), match[0], after, "times", None


def _primes(text: str) -> Iterable[Raw]:
    """`6'2"` -> `6′2″`."""
    glyph = {"'": "′", '"': "″"}
    for match in _PRIME.finditer(text):
        for name in ("one", "two"):
            if match[name]:
                yield match.start(name), match.end(name), match[name], glyph[match[name]], "primes", None


def _bound(text: str, plan: Plan) -> Iterable[Raw]:
    """`M. Macron`, `art. 3` with a no-break space."""
    pattern = _binding(plan.row.language)
    for match in pattern.finditer(text) if pattern and plan.no_break != " " else ():
        yield match.start(1), match.end(1), " ", plan.no_break, "bind-abbrev", None


_RULES: Mapping[str, Callable[[str, Plan], Iterable[Raw]]] = MappingProxyType(
    {
        "accents": _accented,
        "bind-abbrev": _bound,
        "ligatures": _ligated,
        "ordinals": _ordinals,
        "ranges": _ranges,
        "times": _times,
    }
)


def editorial(text: str, plan: Plan) -> list[Raw]:
    """The edits of the opt-ins that the plan switches on, but for primes.

    Source: sections 4, 5 and 7 of the rules; all of them change what the author or the house chose.

    >>> from newsclean.typography.plan import make_plan
    >>> editorial("la 2ème fois", make_plan("fr-FR", on={"ordinals"}))
    [(3, 7, '2ème', '2e', 'ordinals', None)]
    """
    out: list[Raw] = []
    for name in sorted(plan.on):
        rule = _RULES.get(name)
        if rule:
            out += rule(text, plan)
    return out


def primes(source: str) -> list[Raw]:
    """True primes for feet, inches, minutes and seconds; they look at what is protected otherwise.

    A lone `45'` stays: next to quotes, nobody can tell.

    >>> [e[:4] for e in primes("1'30")]
    [(1, 2, "'", '′')]
    """
    return list(_primes(source))
