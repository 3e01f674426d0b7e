"""The packs that come with newsclean: which there are, and which speak for a language."""

from __future__ import annotations

from collections.abc import Iterable

from newsclean.languages import CORE, language_cache, language_codes, language_files
from newsclean.rules.rule import EXAMPLES, Pack, Rule


@language_cache(1)
def builtin() -> tuple[Pack, ...]:
    """The packs that come with newsclean, core first.

    >>> builtin()[0].id
    'core'
    """
    return tuple(map(Pack.shipped, _names()))


@language_cache(1)
def _names() -> tuple[str, ...]:
    """The names of the packs that come with newsclean; a name is the language and, behind a hyphen, the region."""
    return tuple(
        code + file.removeprefix("rules").removesuffix(".toml")
        for code in (CORE, *language_codes())
        for file in sorted(language_files(code), key=lambda file: file.removesuffix(".toml"))
        if file.startswith("rules") and file.endswith(".toml")
    )


@language_cache(64)
def _lean(name: str) -> Pack:
    """The pack without its examples, which only those read who look at rules."""
    return Pack.shipped(name, EXAMPLES)


def spoken(language: str | None) -> list[Rule]:
    """The rules that come with newsclean and fit a language, without their examples; no other pack is read.

    >>> [rule.id for rule in spoken("fr")] == [rule.id for rule in spoken_for(builtin(), "fr")]
    True
    """
    wanted = {"core", "en", language}
    return [rule for name in _names() if name.partition("-")[0] in wanted for rule in _lean(name).rules]


def spoken_for(packs: Iterable[Pack], language: str | None) -> list[Rule]:
    """The rules that fit a language: its own, those for every language, and English ones, since interfaces mix it in.

    >>> {rule.id.split(".")[0] for rule in spoken_for(builtin(), "xx")} <= {"core", "en"}
    True
    """
    wanted = {"", "en", language}
    return [rule for pack in packs if pack.language in wanted for rule in pack.rules]
