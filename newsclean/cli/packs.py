"""All packs that a verb can list or check."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from newsclean.cli.config import is_file
from newsclean.rules.catalog import site_packs
from newsclean.rules.installed import installed
from newsclean.rules.rule import Pack, file_of
from newsclean.rules.shipped import builtin


def all_packs(given: Sequence[str]) -> list[tuple[str, Pack]]:
    """Return the packs that come with newsclean and those given by file or name, each with its place."""
    packs = [(f"newsclean/languages/{'/'.join(file_of(pack.id))}.toml", pack) for pack in builtin()]
    packs += [(f"newsclean/rules/sites/{pack.id}.toml", pack) for pack in site_packs()]
    for name in given:
        if is_file(name) or Path(name).is_file():
            packs.append((name, Pack.load(name)))
        else:
            packs += [(f"installed: {name}", pack) for pack in installed(name)]
    return packs
