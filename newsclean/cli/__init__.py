"""The command line. Only this package and `integrations` read and write files."""

from newsclean.cli.main import main

__all__ = ["main"]
