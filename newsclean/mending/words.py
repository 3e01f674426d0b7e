"""Words that tell what was torn apart or glued together, read from the section `mending` of each `language.toml`."""

from __future__ import annotations

from newsclean.languages import language_cache, language_section, words_of_all


def words(table: str, language: str | None = "all") -> frozenset[str]:
    """Return the words of one table, in one language ("all": of all languages together); none for a language that has none.

    Args:
        table: A key of the section, such as "unfinished" or "opening"; `languages/README.md` lists them.
        language: The code of a language, None for an unknown one, or "all".

    >>> "des" in words("unfinished", "fr"), "des" in words("unfinished", "en")
    (True, False)
    """
    return words_of_all("mending", table) if language == "all" else _words_of(table, language or "")


@language_cache()
def _words_of(table: str, language: str) -> frozenset[str]:
    return frozenset(language_section(language, "mending").get(table, "").split())
