"""newsclean: scraped news in, the article and only the article out, well set, with a reason for every change."""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # type checkers read it as true; importing `typing` would take ten times as long as all else here
if TYPE_CHECKING:
    from typing import Any

    from newsclean import filters
    from newsclean.article import Article, Block, Edit, Evidence, Label
    from newsclean.cleaner import Cleaner, analyze, clean
    from newsclean.errors import NewscleanError
    from newsclean.profiles import Profile, Profiles
    from newsclean.rules.pack import Pack
    from newsclean.rules.rule import Rule
    from newsclean.streams import Failure, Record, analyze_many, clean_many

__version__ = "0.1.0"
__all__ = [
    "Article",
    "Block",
    "Cleaner",
    "Edit",
    "Evidence",
    "Failure",
    "Label",
    "NewscleanError",
    "Pack",
    "Profile",
    "Profiles",
    "Record",
    "Rule",
    "analyze",
    "analyze_many",
    "clean",
    "clean_many",
    "filters",
]

# imported on first use: a scraper that only imports newsclean waits for nothing
_HOMES = {
    "newsclean.article": ("Article", "Block", "Edit", "Evidence", "Label"),
    "newsclean.cleaner": ("Cleaner", "analyze", "clean"),
    "newsclean.errors": ("NewscleanError",),
    "newsclean.rules.pack": ("Pack",),
    "newsclean.rules.rule": ("Rule",),
    "newsclean.profiles": ("Profile", "Profiles"),
    "newsclean.streams": ("Failure", "Record", "analyze_many", "clean_many"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name == "filters":
        return import_module("newsclean.filters")
    if name in _HOME:
        value = getattr(import_module(_HOME[name]), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module 'newsclean' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
