"""The language and the locale of a text.

There are two detectors. Both count the function words in `languages/<code>/language.toml`, section `detection`:

* `find_language` is for intact text. Words are runs of letters with the apostrophes inside them, and a word that
  several languages share counts for each of them in part. It counts `frequent` and `intact`.
* `find_damaged_language` is for text in which letters beyond ASCII may be wrong or lost. It reads only runs of ASCII letters, so
  "R?publique" and "RÃ©publique" do no harm, and a few words are enough. It counts `frequent` and
  `damaged`, of the languages whose letters are known.

They are separate because each fails at the task of the other: ASCII words alone identify intact text less well, and the share of function
words that `find_language` requires is not reached where half of the words are torn.

The locale of a text in a known language comes from its address, else from words that only one place writes
(`languages/locales.toml`), else it is the default of the language.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from newsclean.languages import (
    canonical_code,
    language_cache,
    language_codes,
    language_section,
    locale_rows,
)
from newsclean.patterns import lazy_re, lazy_regex

PROSE = 60  # characters from which a line is more likely prose than menu
SAMPLE = 1_500  # characters that are counted
ENOUGH = 0.14  # share of function words below which the language stays unknown
DAMAGED_SAMPLE = 400  # words that are counted; more do not change the answer
REGION = 2  # points that a region needs
THOUSANDS = 3  # points for an apostrophe between thousands
NEVER = -6  # points for a letter that the region does not write
_UNRANKED = 1_000  # rank of a language that has none
_WORD = lazy_regex(r"\p{L}++(?:'\p{L}++)*+")
_ASCII_WORD = lazy_re(r"[A-Za-z]+")
_LATIN = lazy_regex(r"\p{Latin}")
_LETTER = lazy_regex(r"\p{L}")
_THOUSANDS = lazy_regex(r"(?<!\d)[1-9]\d{0,2}(?:['’]\d{3})+(?!\d)")
_TIGHT = lazy_regex(r"«\w[^«»]{0,400}\S»")
_SPACED = lazy_regex(r"«\s|\s»")
_Languages = Mapping[str, tuple[str, ...]]  # the languages of each word


@language_cache()
def _intact_words() -> _Languages:
    return _by_word(language_codes(), "intact")


@language_cache()
def _damaged_words() -> _Languages:
    return _by_word((code for code in language_codes() if language_section(code, "encoding")), "damaged")


def _by_word(codes: Iterable[str], more: str) -> _Languages:
    """Return the languages of each function word, by rank."""
    table: dict[str, list[str]] = {}
    sections = {code: language_section(code, "detection") for code in codes}
    for code in sorted(sections, key=lambda code: (sections[code].get("rank", _UNRANKED), code)):
        for key in ("frequent", more):
            for word in sections[code].get(key, "").split():
                table.setdefault(word, []).append(code)
    return {word: tuple(languages) for word, languages in table.items()}


def find_language(lines: Iterable[str]) -> str | None:
    """Return the language of the lines, as a code such as "fr", or None if it is unclear.

    Long lines count first: the menu of a page may be in another language.

    >>> find_language(["Le ministre a annoncé que la réforme sera votée dans les prochains jours."])
    'fr'
    >>> find_language(["Слава", "12'000"]) is None
    True
    """
    return _language_of_sample(_sample(lines))


@language_cache(64)
def _language_of_sample(sample: str) -> str | None:
    if not sample:
        return None
    known = _intact_words()
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


def find_damaged_language(text: str, *, least: int = 2) -> str | None:
    """Return the language of a text by its ASCII words, or None if it is unclear.

    Args:
        text: A text in which letters beyond ASCII may be wrong or lost.
        least: The number of function words that are needed.

    >>> find_damaged_language("Le pr?sident de la R?publique et les d?put?s")
    'fr'
    """
    words = _damaged_words()
    counts: dict[str, int] = {}
    for match in itertools.islice(_ASCII_WORD.finditer(text), DAMAGED_SAMPLE):
        for code in words.get(match.group().lower(), ()):
            counts[code] = counts.get(code, 0) + 1
    best = max(counts, key=lambda code: (counts[code], code), default=None)
    return best if best and counts[best] >= least else None


def language_of_tag(tag: str) -> str:
    """Return the code of the language of a locale or language tag.

    >>> language_of_tag("fr_CH"), language_of_tag("nn")
    ('fr', 'nb')
    """
    return canonical_code(tag.replace("_", "-").lower().split("-")[0])


@language_cache()
def _rows_of(language: str) -> Mapping[str, Mapping[str, Any]]:
    """Return the locales of a language with their rows, in the order of the file."""
    return {name: row for name, row in locale_rows().items() if name.split("-")[0] == language}


def region_of(language: str, text: str) -> str | None:
    """Return the locale whose region the text shows, or None.

    >>> region_of("fr", "Le conflit a fait plus de 250'000 morts, dit-on à Genève.")
    'fr-CH'
    >>> region_of("fr", "Le maire de Nantes a démissionné.") is None
    True
    """
    low = text.lower().replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")
    points: Counter[str] = Counter()
    for locale, row in _rows_of(language).items():
        if "region_strong" not in row:
            continue
        for weight, key in ((2, "region_strong"), (1, "region_weak"), (2, "region_furniture")):
            points[locale] += weight * sum(piece in low for piece in row.get(key, ()))
        if row.get("swiss_thousands"):
            points[locale] += THOUSANDS * bool(_THOUSANDS.search(text))
        if row.get("region_guillemets"):
            points[locale] += _guillemets(text)
        if row.get("region_never", "\0") in text:
            points[locale] += NEVER
    best, most = max(points.items(), key=lambda item: item[1], default=("", 0))
    return best if most >= REGION else None


def _guillemets(text: str) -> int:
    """Return the points for tight guillemets, or against spaced ones."""
    if "«" not in text:
        return 0
    if _SPACED.search(text):
        return -2
    return 1 if _TIGHT.search(text) else 0


@language_cache()
def _domains(language: str) -> Mapping[str, str]:
    """Return the locale of each top-level domain that indicates one."""
    return {domain: name for name, row in _rows_of(language).items() for domain in row.get("domains", "").split()}


def from_url(url: str | None, language: str | None) -> str | None:
    """Return the locale that an address indicates for a language, or None.

    >>> from_url("https://www.example.ch/a", "fr"), from_url("https://example.com/", "fr")
    ('fr-CH', None)
    """
    if not url or not language:
        return None
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return None
    return _domains(language).get(host.rsplit(".", 1)[-1])


@language_cache()
def default_locale(language: str | None) -> str | None:
    """Return the default locale of a language.

    >>> default_locale("fr"), default_locale("sw"), default_locale(None)
    ('fr-FR', 'sw', None)
    """
    if not language:
        return None
    return next((name for name, row in _rows_of(language).items() if row.get("default")), language)


def find_locale(language: str | None, text: str, url: str | None = None) -> str | None:
    """Return the locale of a text in a known language: from its address, else from the text, else the default.

    >>> find_locale("fr", "Voilà.", "https://journal.example.be/1")
    'fr-BE'
    """
    if language is None:
        return None
    return from_url(url, language) or region_of(language, text) or default_locale(language)
