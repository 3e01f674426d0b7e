"""The words that carry an apostrophe at one end, read from the section `typography` of a language's `language.toml`."""

from __future__ import annotations

from dataclasses import dataclass

from newsclean.languages import language_cache, language_section

DROPPED = (
    6.0  # cost of a final apostrophe where the language says nothing: above that of leaving a mark, so it never wins
)


@dataclass(frozen=True, slots=True)
class ApostropheWords:
    """The words of one language; `languages/README.md` says what each field means.

    >>> "quelqu" in apostrophe_words("fr").elisions
    True
    """

    elisions: frozenset[str]
    joins: frozenset[str]
    leading: frozenset[str]
    trailing: frozenset[str]
    endings: tuple[str, ...]
    dropped: float
    vowels: frozenset[str]
    okina_words: frozenset[str]


@language_cache(64)
def apostrophe_words(language: str) -> ApostropheWords:
    """Return the words of a language; none for a language without the section.

    >>> apostrophe_words("xx").elisions
    frozenset()
    """
    section = language_section(language, "typography")

    def words(key: str) -> frozenset[str]:
        return frozenset(section.get(key, "").split())

    return ApostropheWords(
        elisions=words("elisions"),
        joins=words("joins"),
        leading=words("leading"),
        trailing=words("trailing"),
        endings=tuple(section.get("endings", "").split()),
        dropped=section.get("dropped", DROPPED),
        vowels=frozenset(section.get("vowels", "")),
        okina_words=words("okina_words"),
    )
