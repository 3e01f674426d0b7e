"""Tables: the TOML files beside the code."""

from __future__ import annotations

from typing import Any


def read_table(name: str) -> dict[str, Any]:
    """The content of a TOML file of this package; the readers are imported here, for no text needs them twice.

    >>> read_table("locales.toml")["fr-BE"]
    {'extends': 'fr-FR'}
    """
    import tomllib
    from importlib.resources import files

    return tomllib.loads((files(__package__) / name).read_text(encoding="utf-8"))
