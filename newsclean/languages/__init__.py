"""The data of all languages: one folder for each, named by its code. `README.md` lists the files and their keys.

Code takes the code of a language as an argument and names none itself, so a new folder adds a language. Every file is read on first
use and kept. Decorate with `language_cache` what is computed from these files, so that `added_languages` can empty its cache.
"""

from __future__ import annotations

import functools
import pkgutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from newsclean.errors import NewscleanError
from newsclean.tables import files_of, parse, table_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from importlib.resources.abc import Traversable
    from typing import TypeVar

    F = TypeVar("F", bound=Callable[..., Any])

CORE = "core"  # the folder of what is the same in every language

_added: tuple[Traversable, ...] = ()  # folders searched before the shipped one; set by `added_languages` only
_caches: list[functools._lru_cache_wrapper[Any]] = []


def language_cache(maxsize: int = 256) -> Callable[[F], F]:
    """Return a decorator like `functools.lru_cache`, for functions whose results depend on the data of languages.

    Args:
        maxsize: The maximum number of results to keep.
    """

    def cached(function: F) -> F:
        wrapper = functools.lru_cache(maxsize)(function)
        _caches.append(wrapper)
        return wrapper  # type: ignore[return-value]  # the same signature

    return cached


@language_cache()
def language_codes() -> tuple[str, ...]:
    """Return the codes of all languages, sorted.

    >>> {"de", "en", "fr"} <= set(language_codes())
    True
    """
    names = set(files_of("newsclean", "languages")).union(*(_names(folder) for folder in _added))
    return tuple(sorted(name for name in names if name.isalpha() and name.islower() and len(name) in (2, 3)))


@language_cache()
def language_files(code: str) -> tuple[str, ...]:
    """Return the names of the files of a language, sorted; none for an unknown language.

    Args:
        code: The code of the language, or `CORE`.

    >>> "rules-CH.toml" in language_files("fr"), language_files("xx")
    (True, ())
    """
    for folder in _added:
        if code in _names(folder):
            return tuple(sorted(_names(folder.joinpath(code))))
    if code != CORE and code not in language_codes():
        return ()
    return tuple(sorted(files_of("newsclean", f"languages/{code}")))


@language_cache()
def languages_with(name: str) -> tuple[str, ...]:
    """Return the codes of the languages that have a table.

    Args:
        name: The name of the table, without its suffix.

    >>> "fr" in languages_with("rules")
    True
    """
    return tuple(code for code in language_codes() if f"{name}.toml" in language_files(code))


@language_cache()
def language_table(code: str, name: str) -> Mapping[str, Any]:
    """Return a table of a language, read once.

    Args:
        code: The code of the language, or `CORE`.
        name: The name of the table, without its suffix.

    Raises:
        NewscleanError: The language has no such table, or its file is damaged.

    >>> language_table("fr", "rules")["language"]
    'fr'
    >>> language_table("fr", "nothing")
    Traceback (most recent call last):
    newsclean.errors.NewscleanError: languages/fr/nothing.toml: there is no such file; reinstall newsclean
    """
    return read_language_table(code, name)


def language_section(code: str, section: str) -> Mapping[str, Any]:
    """Return a section of `language.toml`; an empty one when the language is unknown or has none.

    Args:
        code: The code of the language, or `CORE`.
        section: The name of the section, such as "typography".

    >>> language_section("fr", "encoding")["dash"], language_section("xx", "encoding")
    ('–', {})
    """
    if code != CORE and code not in languages_with("language"):
        return {}
    found: Mapping[str, Any] = language_table(code, "language").get(section, {})
    return found


@language_cache()
def words_of_all(section: str, key: str) -> frozenset[str]:
    """Return the words under one key of `language.toml`, of all languages together.

    >>> {"lire", "reading"}.isdisjoint(words_of_all("mending", "opening")), "the" in words_of_all("mending", "opening")
    (True, True)
    """
    return frozenset(
        word for code in (CORE, *language_codes()) for word in language_section(code, section).get(key, "").split()
    )


@language_cache()
def canonical_code(code: str) -> str:
    """Return the code under which a language has its folder: its own, or that of the language that names it as an alias.

    >>> canonical_code("nn"), canonical_code("fr"), canonical_code("xx")
    ('nb', 'fr', 'xx')
    """
    for known in languages_with("language"):
        if code in language_table(known, "language").get("aliases", "").split():
            return known
    return code


@language_cache()
def locale_rows() -> Mapping[str, Mapping[str, Any]]:
    """Return the rows of `locales.toml`, by their names.

    >>> locale_rows()["fr-BE"]["extends"]
    'fr-FR'
    """
    rows: dict[str, Mapping[str, Any]] = table_of("newsclean.languages", "locales.toml")
    for folder in _added:
        if "locales.toml" in _names(folder):
            rows |= parse(folder.joinpath("locales.toml").read_text("utf-8"))
    return rows


def read_language_table(code: str, name: str, without: frozenset[str] = frozenset()) -> dict[str, Any]:
    """Return the same as `language_table`, without caching it: for large tables that are converted to something else.

    Args:
        code: The code of the language, or `CORE`.
        name: The name of the table, without its suffix.
        without: Keys to leave out.

    Raises:
        NewscleanError: The language has no such table, or its file is damaged.
    """
    data = language_data(code, f"{name}.toml")
    try:
        return parse(data.decode("utf-8"), without)
    except ValueError as error:  # no UTF-8, or no TOML
        raise NewscleanError(
            f"languages/{code}/{name}.toml: the file is damaged ({error}); reinstall newsclean"
        ) from error


def language_data(code: str, file: str) -> bytes:
    """Return the bytes of a file of a language.

    Args:
        code: The code of the language, or `CORE`.
        file: The name of the file.

    Raises:
        NewscleanError: There is no such file.
    """
    try:
        for folder in _added:
            if code in _names(folder):
                return folder.joinpath(code, file).read_bytes()
        return pkgutil.get_data(__name__, f"{code}/{file}") or b""
    except OSError as error:
        raise NewscleanError(f"languages/{code}/{file}: there is no such file; reinstall newsclean") from error


@contextmanager
def added_languages(folder: Traversable) -> Iterator[None]:
    """Add the languages of a folder while the context lasts, to try or test them.

    A language in `folder` replaces the one with the same code that comes with newsclean. All caches are emptied on entering and
    leaving; all threads see the languages.

    Args:
        folder: A folder, such as a `pathlib.Path`, with one folder a language.
    """
    global _added  # noqa: PLW0603  # restored below
    before = _added
    _added = (folder, *before)
    try:
        _forget()
        yield
    finally:
        _added = before
        _forget()


def _forget() -> None:
    for cache in _caches:
        cache.cache_clear()


def _names(folder: Traversable) -> list[str]:
    return [file.name for file in folder.iterdir()]
