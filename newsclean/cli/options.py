"""The options of `clean()` as flags, generated from `newsclean.options`, and their values from flags and configuration."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from newsclean.cleaner import build_cleaner
from newsclean.cli.config import find, is_file, load
from newsclean.cli.files import names
from newsclean.errors import NewscleanError
from newsclean.option_info import Form, Group, Info
from newsclean.options import DEFAULTS, INFO, Options
from newsclean.profiles import Profiles
from newsclean.rules.catalog import resolve_packs
from newsclean.rules.pack import Pack

# the options that affect labels and what is kept, for the verbs that compare labels
LABELLING = [name for name, info in INFO.items() if info.group in (Group.LABELS, Group.RULES)]
LABELLING += ["tables", "comments"]


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add all options of `clean()`, and those that select the configuration."""
    _add_groups(parser, Group)


def add_label_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `clean()` that select labels and rules, and those that select the configuration."""
    _add_groups(parser, (Group.LABELS, Group.RULES))


def _add_groups(parser: argparse.ArgumentParser, groups: Iterable[Group]) -> None:
    for wanted in groups:
        group = parser.add_argument_group(wanted.value)
        for name, info in INFO.items():
            if info.group is wanted:
                _add_option(group, name, info)
    _add_config(parser.add_argument_group("configuration"))


def _add_option(group: argparse._ArgumentGroup, name: str, info: Info) -> None:
    flag = info.flag or f"--{name.replace('_', '-')}"
    text = describe(name, info)
    if info.form is Form.SWITCH:
        group.add_argument(flag, dest=name, action=argparse.BooleanOptionalAction, help=text)
    elif info.form is Form.NUMBER:
        group.add_argument(flag, dest=name, type=int, metavar=info.metavar, help=text)
    elif info.form is Form.PACKS:
        group.add_argument(flag, dest=name, action="append", metavar=info.metavar, help=text)
    else:
        group.add_argument(flag, dest=name, metavar=info.metavar, help=text)


def describe(name: str, info: Info) -> str:
    """Return the help of an option, with its choices and its default.

    >>> describe("strictness", INFO["strictness"])
    'certainty required to keep a line: careful, normal or strict (default: normal)'
    """
    text = info.help
    if info.choices:
        text += f": {', '.join(info.choices[:-1])} or {info.choices[-1]}"
    default = DEFAULTS[name]
    if isinstance(default, bool):
        default = "on" if default else "off"
    shown = info.omitted or default
    return f"{text} (default: {shown})" if shown else text


def _add_config(group: argparse._ArgumentGroup) -> None:
    """Add the options that select the configuration."""
    one = group.add_mutually_exclusive_group()
    text = (
        "configuration file (default: newsclean.toml, or [tool.newsclean] in pyproject.toml, here or in a folder above)"
    )
    one.add_argument("--config", type=Path, metavar="FILE", help=text)
    one.add_argument("--no-config", action="store_true", help="read no configuration file")


def options_of(given: argparse.Namespace) -> dict[str, Any]:
    """Return the options for `clean()`: flags first, then the configuration file, with packs and profile loaded.

    Raises:
        NewscleanError: An invalid option, before anything is cleaned.
    """
    path = _config(given)
    values: dict[str, Any] = {}
    if path:
        values = load(path)
        _loaded(values | {"links": False}, f"{path}: ")  # a flag may add the format that links need
    for name, info in INFO.items():
        value = getattr(given, name, None)
        if value is not None:
            values[name] = names(value) if info.form is Form.NAMES else value
    try:
        return _loaded(values)
    except NewscleanError as error:
        configured = [name for name in ("keep", "drop") if name in values and getattr(given, name) is None]
        if not (configured and "both keep and drop" in str(error)):
            raise
        raise NewscleanError(f"{error} ({configured[0]} comes from {path})") from error


def label_options_of(given: argparse.Namespace) -> dict[str, Any]:
    """Return the options for `clean()` that affect labels and what is kept; the configuration may set the others for other verbs."""
    return {name: value for name, value in options_of(given).items() if name in LABELLING}


def files_of(given: argparse.Namespace) -> list[str]:
    """Return the configuration file and the files that flags and configuration name: no output may replace them."""
    path = _config(given)
    named = (load(path) if path else {}) | {name: value for name, value in vars(given).items() if value}
    packs = [name for name in named.get("packs", ()) if is_file(name)]
    return [str(name) for name in (path, *packs, named.get("profile")) if name]


def _config(given: argparse.Namespace) -> Path | None:
    found: Path | None = None if given.no_config else given.config or find(Path.cwd())
    return found


def _loaded(values: dict[str, Any], where: str = "") -> dict[str, Any]:
    """Return the options with their files loaded, after a cleaner could be built from them; errors begin with `where`."""
    loaded = dict(values)
    try:
        if "packs" in loaded:
            loaded["packs"] = resolve_packs(_load_packs(loaded["packs"]))
        if "profile" in loaded:
            loaded["profile"] = load_profiles(Path(loaded["profile"]))
        build_cleaner(Options.of(**loaded))
    except NewscleanError as error:
        raise NewscleanError(f"{where}{error}") from error
    return loaded


def _load_packs(given: Sequence[str]) -> list[Pack | str]:
    """Return the packs in files, and the names of installed ones; raise `NewscleanError` if two files have one id."""
    files: dict[str, str] = {}
    packs: list[Pack | str] = []
    for name in given:
        pack = Pack.load(name) if is_file(name) else name
        if isinstance(pack, Pack):
            if pack.id in files:
                both = f"{files[pack.id]} and {name}"
                raise NewscleanError(f"two packs have the id {pack.id!r}: {both}; give one of them another id")
            files[pack.id] = name
        packs.append(pack)
    return packs


def load_profiles(path: Path) -> Profiles:
    """Return the profiles in a file that `newsclean learn` wrote; raise `NewscleanError` if it cannot be read."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise NewscleanError(f"{path}: the profile cannot be read ({getattr(error, 'strerror', error)})") from error
    return Profiles.parse(text, str(path))
