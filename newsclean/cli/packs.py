"""All packs that a verb can list or check."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from newsclean.cli.config import is_file
from newsclean.rules.catalog import builtin_packs, file_of, installed_packs, site_packs
from newsclean.rules.pack import Pack


def all_packs(given: Sequence[str]) -> list[tuple[str, Pack]]:
    """Return the packs that come with newsclean and those given by file or name, each with its place."""
    packs = [(f"newsclean/languages/{'/'.join(file_of(pack.id))}.toml", pack) for pack in builtin_packs()]
    packs += [(f"newsclean/rules/sites/{pack.id}.toml", pack) for pack in site_packs()]
    for name in given:
        if is_file(name) or Path(name).is_file():
            packs.append((name, Pack.load(name)))
        else:
            packs += [(f"installed: {name}", pack) for pack in installed_packs(name)]
    return packs
