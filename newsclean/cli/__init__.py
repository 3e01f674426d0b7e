"""The command line; with `integrations`, the only part that touches files."""

from newsclean.cli.main import main

__all__ = ["main"]
