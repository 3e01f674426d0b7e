"""`newsclean evaluate`: figures on gold of your own."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from newsclean.cli.files import write
from newsclean.errors import NewscleanError
from newsclean.evaluate import evaluate as measure
from newsclean.evaluate import read_gold


def evaluate(arguments: Sequence[str]) -> int:
    """`newsclean evaluate GOLD ...`: exit code 1 when a document was broken."""
    parser = argparse.ArgumentParser(
        prog="newsclean evaluate", description="Measures newsclean on gold (docs/gold.md)."
    )
    parser.add_argument("gold", nargs="+", type=Path, metavar="GOLD", help="JSON lines, or a folder of them")
    options = parser.parse_args(arguments)
    for path in options.gold:
        if not path.exists():
            raise NewscleanError(f"{path}: no such file or folder")
    scores = measure(read_gold(options.gold, strict=False))
    write(scores.table())
    for error in scores.errors:
        sys.stderr.write(f"newsclean: {error}\n")
    return 1 if scores.errors else 0
