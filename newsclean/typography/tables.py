"""Tables: the TOML files beside the code."""

from __future__ import annotations

from typing import Any

from newsclean.tables import table_of


def read_table(name: str) -> dict[str, Any]:
    """The content of a TOML file of this package.

    >>> read_table("locales.toml")["fr-BE"]
    {'extends': 'fr-FR'}
    """
    return table_of("newsclean.typography", name)
