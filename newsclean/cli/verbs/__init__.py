"""The verbs of the command line: each module of this package is one.

`check_rules.py` is `newsclean check-rules`. A module declares

- `HELP`, one line for the list in `newsclean --help`,
- `parser()`, which returns the parser of its arguments,
- `run(options)`, which does the work and returns the exit code.

Modules are imported when their verb is used, so that no verb waits for the imports of another one.
"""

from __future__ import annotations

import argparse
import pkgutil
from importlib import import_module
from typing import Protocol, cast


class Verb(Protocol):
    """What a module of this package declares."""

    HELP: str

    def parser(self) -> argparse.ArgumentParser:
        """Return the parser of the arguments."""

    def run(self, options: argparse.Namespace) -> int:
        """Do the work and return the exit code."""


def verb_names() -> list[str]:
    """Return the names of all verbs, sorted.

    >>> "check-rules" in verb_names()
    True
    """
    return sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules(__path__))


def load(name: str) -> Verb:
    """Return the verb of a name.

    >>> load("fix").HELP
    'repair the encoding of texts, and nothing else'
    """
    return cast("Verb", import_module(f"{__name__}.{name.replace('-', '_')}"))
