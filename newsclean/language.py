"""Language and locale of a text: from function words, from the address, from what only one region writes."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from newsclean.patterns import lazy_regex
from newsclean.tables import table_of

PROSE = 60  # characters from which a line tells more of the language of the article than of the menu
SAMPLE = 1_500  # characters that are looked at
ENOUGH = 0.14  # share of function words below which the language stays unknown
REGION = 2  # points that a region needs
_WORD = lazy_regex(r"\p{L}++(?:'\p{L}++)*+")
_LATIN = lazy_regex(r"\p{Latin}")
_LETTER = lazy_regex(r"\p{L}")
_SWISS_THOUSANDS = lazy_regex(r"(?<!\d)[1-9]\d{0,2}(?:['’]\d{3})+(?!\d)")
_TIGHT = lazy_regex(r"«\w[^«»]{0,400}\S»")
_SPACED = lazy_regex(r"«\s|\s»")


@functools.lru_cache(maxsize=1)
def _tables() -> dict[str, Any]:
    return table_of("newsclean", "languages.toml")


@functools.lru_cache(maxsize=1)
def _words() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for language, listed in _tables()["words"].items():
        for word in dict.fromkeys(listed.split()):
            table.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in table.items()}


def find_language(lines: Iterable[str]) -> str | None:
    """The language of the lines, as a code such as "fr", or None when it is not plain.

    Long lines count first: the menu of a page may be in another language.

    >>> find_language(["Le ministre a annoncé que la réforme sera votée dans les prochains jours."])
    'fr'
    >>> find_language(["Слава", "12'000"]) is None
    True
    """
    return _spoken(_sample(lines))


@functools.lru_cache(maxsize=64)
def _spoken(sample: str) -> str | None:
    if not sample:
        return None
    known = _words()
    found = _WORD.findall(sample.lower().replace("’", "'"))
    if len(found) < 3 or 2 * len(_LATIN.findall(sample[:400])) < len(_LETTER.findall(sample[:400])):
        return None
    hits: Counter[str] = Counter()
    points: dict[str, float] = {}
    for word, count in Counter(found).items():
        languages = known.get(word, ())
        for language in languages:
            hits[language] += count
            # a word that many languages have says little
            points[language] = points.get(language, 0.0) + count / len(languages)
    best = max(points, key=lambda language: points[language], default="")
    return best if hits[best] >= max(2, ENOUGH * len(found)) else None


def _sample(lines: Iterable[str]) -> str:
    prose: list[str] = []
    short: list[str] = []
    size = 0
    for line in lines:
        if len(line) >= PROSE:
            prose.append(line[:SAMPLE])
            size += len(line)
            if size >= SAMPLE:
                break
        elif len(short) < 200:
            short.append(line)
    return " ".join(prose or short)[:SAMPLE]


def region_of(language: str, text: str) -> str | None:
    """The locale that only its own region writes like, or None.

    >>> region_of("fr", "Le conflit a fait plus de 250'000 morts, dit-on à Genève.")
    'fr-CH'
    >>> region_of("fr", "Le maire de Nantes a démissionné.") is None
    True
    """
    low = text.lower().replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")
    points: Counter[str] = Counter()
    for locale, told in _tables()["region"].items():
        if locale.split("-")[0] != language:
            continue
        for weight, key in ((2, "strong"), (1, "weak"), (2, "gone")):
            points[locale] += weight * sum(piece in low for piece in told[key])
    swiss = f"{language}-CH"
    if swiss in points:
        points[swiss] += 3 * bool(_SWISS_THOUSANDS.search(text))
        if language == "fr":
            points[swiss] += _guillemets(text)
        if language == "de":
            points[swiss] += -6 if "ß" in text else 0
    best, most = max(points.items(), key=lambda item: item[1], default=("", 0))
    return best if most >= REGION else None


def _guillemets(text: str) -> int:
    """Tight guillemets speak for Switzerland, spaced ones against it."""
    if "«" not in text:
        return 0
    if _SPACED.search(text):
        return -2
    return 1 if _TIGHT.search(text) else 0


def from_url(url: str | None, language: str | None) -> str | None:
    """The locale that an address tells for a language.

    >>> from_url("https://www.example.ch/a", "fr"), from_url("https://example.com/", "fr")
    ('fr-CH', None)
    """
    if not url or not language:
        return None
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return None
    found: str | None = _tables()["domain"].get(language, {}).get(host.rsplit(".", 1)[-1])
    return found


def default_locale(language: str | None) -> str | None:
    """The locale that stands for a language when nothing tells the region.

    >>> default_locale("fr"), default_locale("sw"), default_locale(None)
    ('fr-FR', 'sw', None)
    """
    return _tables()["default"].get(language, language) if language else None


def find_locale(language: str | None, text: str, url: str | None = None) -> str | None:
    """The locale of a text in a known language: from its address, else from what it says, else the usual one.

    >>> find_locale("fr", "Voilà.", "https://journal.example.be/1")
    'fr-BE'
    """
    if language is None:
        return None
    return from_url(url, language) or region_of(language, text) or default_locale(language)
