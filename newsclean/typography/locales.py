"""Locales: the row of typographic conventions of a place, read from `languages/locales.toml`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from newsclean.errors import unknown
from newsclean.languages import canonical_code, language_cache, locale_rows
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAME = lazy_regex(r"([A-Za-z]{2,3})(?:[-_][A-Za-z]{4})?(?:[-_]([A-Za-z]{2}|\d{3}))?(?:[-_.@][A-Za-z0-9-]{2,16})?")
_OTHER = frozenset({"extends", "default", "fallback", "domains"})  # columns that are none of typography
_HIDDEN = frozenset({"none", "base"})


@dataclass(frozen=True, slots=True)
class Locale:
    """The typographic columns of a row of `languages/locales.toml`; the file says what each column means.

    >>> locale_row("fr-CA").primary, locale_row("fr-CA").high_mode
    ('«»', 'remove')
    """

    name: str
    language: str
    primary: str
    secondary: str
    third: str
    inner: str
    inner_mode: str
    force: bool
    keep: tuple[str, ...]
    keep_inner: tuple[str, ...]
    strokes: bool
    reversed: bool
    low_closer: bool
    same: bool
    high: str
    high_mode: str
    colon: str
    colon_mode: str
    dash: str
    double_dash: str
    dialogue: str
    dialogue_dash: str
    long_ellipsis: bool
    thousands: str
    swiss_thousands: bool
    percent: str
    units: bool
    modifier: bool
    bare_capitals: bool
    marks: bool


@language_cache()
def _rows() -> Mapping[str, Locale]:
    table = locale_rows()
    return MappingProxyType({name: _row(name, table) for name in table})


def _row(name: str, table: Mapping[str, Mapping[str, Any]]) -> Locale:
    values: dict[str, Any] = {}
    at: str | None = name
    while at:
        row = table[at]
        values = {**row, **values}
        at = row.get("extends")
    values = {key: value for key, value in values.items() if key not in _OTHER and not key.startswith("region_")}
    values["keep"], values["keep_inner"] = tuple(values["keep"]), tuple(values["keep_inner"])
    return Locale(name=name, language=name.partition("-")[0], **values)


@language_cache()
def _fallbacks() -> Mapping[str, str]:
    """The row of each language that sets texts of a place without a row: the one that says so, the default, or the first."""
    table = locale_rows()
    found: dict[str, str] = {}
    for name in sorted(known_locales(), key=lambda name: ("fallback" not in table[name], "default" not in table[name])):
        found.setdefault(name.partition("-")[0], name)
    return MappingProxyType(found)


def known_locales() -> list[str]:
    """Return the names of all rows, sorted; styles of a row are not listed.

    >>> "fr-CH" in known_locales()
    True
    """
    return sorted(name for name in _rows() if name not in _HIDDEN and name.count("-") == 1)


def locale_row(locale: str | None) -> Locale:
    """Return the row of a locale, that of its language if the place has none, or the one that only sets apostrophes between letters.

    Args:
        locale: A BCP 47 name such as "fr-CH" (also "fr_CH", "fr"); None is an unknown language.

    Raises:
        NewscleanError: The locale is not such a name.

    >>> locale_row("fr-SN").name, locale_row("de_at.UTF-8").name, locale_row(None).marks
    ('fr-FR', 'de-AT', False)
    """
    return _lookup(locale) if locale else _rows()["none"]


@language_cache()
def _lookup(locale: str) -> Locale:
    match = _NAME.fullmatch(locale)
    if not match:
        raise unknown("locale", locale, known_locales())
    language, place = match[1].lower(), (match[2] or "").upper()
    rows = _rows()
    exact = rows.get(f"{language}-{place}")
    if exact:
        return exact
    default = _fallbacks().get(canonical_code(language))
    return rows[default] if default else replace(rows["none"], language=language)


def styled(row: Locale, style: str | None) -> Locale:
    """Return the row in another style of the same place.

    Args:
        row: The row of the locale.
        style: The name of the style; None and "press" leave the row as it is.

    Raises:
        NewscleanError: The place has no such style.

    >>> styled(locale_row("fr-CH"), "guide").inner_mode
    'set'
    """
    if style is None or style == "press":
        return row
    rows = _rows()
    found = rows.get(f"{row.name}-{style}")
    if found is None:
        prefix = row.name + "-"
        raise unknown(
            f"style of {row.name}", style, ["press", *(n.removeprefix(prefix) for n in rows if n.startswith(prefix))]
        )
    return found
