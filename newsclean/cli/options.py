"""The options of `clean()` as flags, under the same names as in Python and in the configuration."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from newsclean.article import labels_of
from newsclean.cleaner import READING, cleaner_for
from newsclean.cli.config import KEYS, find, is_file, load
from newsclean.cli.files import names
from newsclean.errors import NewscleanError, unknown
from newsclean.reading import KINDS
from newsclean.rules.catalog import packs_of
from newsclean.rules.rule import Pack

JUDGEMENT = ("keep", "drop", "strictness", "packs", "profile", "tables", "comments")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `clean()`, and those that choose the configuration."""
    group = parser.add_argument_group("what comes in")
    group.add_argument("--kind", metavar="KIND", help='"text" or "html": what the input is; looked at when not given')
    group.add_argument("--url", help="where the article comes from: tells the region and the site")
    group.add_argument("--charset", help="encoding of the input, as an HTTP header would tell it")
    group.add_argument("--language", metavar="LANGUAGE", help='language of the text, such as "fr"')
    group.add_argument("--max-size", type=int, metavar="N", help="the largest input in bytes; a larger one fails")
    group.add_argument("--max-lines", type=int, metavar="N", help="the most lines of an input; one of more fails")
    group = parser.add_argument_group("what goes out")
    group.add_argument("--locale", metavar="LOCALE", help='typography of this locale, such as "fr-CH"')
    _add_labels(group)
    group.add_argument("--format", metavar="FORMAT", help='"text" or "markdown"')
    switch = argparse.BooleanOptionalAction
    group.add_argument("--tables", action=switch, help="keep the rows of tables (they are kept)")
    group.add_argument("--comments", action=switch, help="keep what readers wrote (it is dropped)")
    group.add_argument("--links", action=switch, help="write the links of a page; needs --format markdown")
    _add_rules(parser)


def add_judgement(parser: argparse.ArgumentParser) -> None:
    """Add the options of `clean()` that bear on labels and on what stays, and those that choose the configuration."""
    _add_labels(parser.add_argument_group("what stays"))
    _add_rules(parser)


def _add_labels(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--keep", metavar="LABEL,...", help='labels to keep, or "metadata", "furniture"')
    group.add_argument("--drop", metavar="LABEL,...", help="more labels to drop")
    group.add_argument(
        "--strictness", metavar="HOW", help='"careful", "normal" or "strict": how much doubt it takes to drop'
    )


def _add_rules(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("rules of your own")
    told = "a pack of rules (TOML), or the name of an installed pack; may be repeated"
    group.add_argument("--pack", action="append", dest="packs", metavar="FILE", help=told)
    group.add_argument("--profile", metavar="FILE", help="what was learned of sites, by newsclean learn")
    add_config(group)


def add_config(parser: argparse._ActionsContainer) -> None:
    """Add the options that choose the configuration."""
    group = parser.add_mutually_exclusive_group()
    told = "configuration (newsclean.toml, or [tool.newsclean] in pyproject.toml, here or in a folder above)"
    group.add_argument("--config", type=Path, metavar="FILE", help=told)
    group.add_argument("--no-config", action="store_true", help="no configuration")


def options_of(given: argparse.Namespace) -> dict[str, Any]:
    """The options for `clean()`: those given, else those of the configuration, with packs and profile loaded.

    Raises `NewscleanError` when one is wrong, before anything is cleaned.
    """
    path = _config(given)
    options: dict[str, Any] = {}
    if path:
        options = load(path)
        _try(options, f"{path}: ")
    for key in KEYS:
        value = getattr(given, key, None)
        if value is not None:
            options[key] = names(value) if key in ("keep", "drop") else value
    try:
        return _try(options)
    except NewscleanError as error:
        kept = [key for key in ("keep", "drop") if key in options and getattr(given, key) is None]
        if not (kept and "both keep and drop" in str(error)):
            raise
        raise NewscleanError(f"{error} ({kept[0]} is that of {path})") from error


def judgement_of(given: argparse.Namespace) -> dict[str, Any]:
    """Of the options for `clean()`, also those of the configuration, the ones that bear on labels and on what stays."""
    return {key: value for key, value in options_of(given).items() if key in JUDGEMENT}


def files_of(given: argparse.Namespace) -> list[str]:
    """The files that the options name, also in the configuration, and the configuration: no output may replace them."""
    path = _config(given)
    named = (load(path) if path else {}) | {key: value for key, value in vars(given).items() if value}
    packs = [name for name in named.get("packs", ()) if is_file(name)]
    return [str(name) for name in (path, *packs, named.get("profile")) if name]


def _config(given: argparse.Namespace) -> Path | None:
    found: Path | None = None if given.no_config else given.config or find(Path.cwd())
    return found


def _try(options: dict[str, Any], where: str = "") -> dict[str, Any]:
    """The options with their files loaded, after a cleaner could be made of them."""
    done = dict(options)
    try:
        if "packs" in done:
            done["packs"] = packs_of(_loaded(done["packs"]))
        if "profile" in done:
            done["profile"] = load_profiles(Path(done["profile"]))
        if done.get("kind") not in (None, *KINDS):
            raise unknown("kind", done["kind"], KINDS)
        chosen = {key: value for key, value in done.items() if key == "locale" or key not in READING}
        sets = {key: labels_of(chosen[key]) for key in ("keep", "drop") if key in chosen}
        cleaner_for(**(chosen | sets))
    except NewscleanError as error:
        raise NewscleanError(f"{where}{error}") from error
    return done


def _loaded(names: Sequence[str]) -> list[Pack | str]:
    """The packs of these files, and the names of installed ones; raises `NewscleanError` with both files for two with one id."""
    files: dict[str, str] = {}
    packs: list[Pack | str] = []
    for name in names:
        pack = Pack.load(name) if is_file(name) else name
        if isinstance(pack, Pack):
            if pack.id in files:
                both = f"{files[pack.id]} and {name}"
                raise NewscleanError(f"two packs have the id {pack.id!r}: {both}; give one of them another id")
            files[pack.id] = name
        packs.append(pack)
    return packs


def load_profiles(path: Path) -> Any:
    """The profiles in a file that `newsclean learn` wrote; raises `NewscleanError` when it is none."""
    from newsclean.profiles import Profiles

    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise NewscleanError(f"{path}: the profile cannot be read ({getattr(error, 'strerror', error)})") from error
    return Profiles.parse(text, str(path))
