"""`newsclean evaluate`: figures on gold of your own."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from newsclean.cli.files import write
from newsclean.cli.options import add_label_options, label_options_of
from newsclean.errors import NewscleanError
from newsclean.evaluate import Scores, evaluate, read_gold

HELP = "measure newsclean on gold of your own"


def parser() -> argparse.ArgumentParser:
    """Return the parser of the arguments."""
    parser = argparse.ArgumentParser(prog="newsclean evaluate", description="Measure newsclean on gold (docs/gold.md).")
    parser.add_argument("gold", nargs="+", type=Path, metavar="GOLD", help="JSON lines, or a folder of them")
    parser.add_argument(
        "--fail-under",
        action="append",
        default=[],
        metavar="FIGURE=VALUE",
        help="exit with 1 if a figure is worse, such as kept_f1=0.95 or label.share.f1=0.9; may be repeated",
    )
    add_label_options(parser)
    return parser


def run(options: argparse.Namespace) -> int:
    """Print the figures; return 1 if a document is malformed or a figure is worse than required."""
    label_options = label_options_of(options)
    limits = [_limit(given) for given in options.fail_under]
    for path in options.gold:
        if not path.exists():
            raise NewscleanError(f"{path}: no such file or folder")
    scores = evaluate(read_gold(options.gold, strict=False), **label_options)
    if not scores.documents and not scores.errors:
        named = ", ".join(map(str, options.gold))
        raise NewscleanError(f"{named}: there is no gold document; give a .jsonl file, or a folder that holds some")
    missed = [message for name, value in limits if (message := _missed(scores, name, value))]
    write(scores.table())
    for error in (*scores.errors, *missed):
        sys.stderr.write(f"newsclean: {error}\n")
    return 1 if scores.errors or missed else 0


def _limit(given: str) -> tuple[str, float]:
    """Return a figure and the value that it must reach.

    >>> _limit("kept_f1=0.95")
    ('kept_f1', 0.95)
    """
    name, equals, value = given.partition("=")
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not equals or not 0 <= number <= 1:
        raise NewscleanError(f"--fail-under {given}: write FIGURE=VALUE with a value from 0 to 1, such as kept_f1=0.95")
    return name.strip(), number


def _missed(scores: Scores, name: str, value: float) -> str | None:
    """Return a message if a figure is worse than required. For loss figures, less is better."""
    found = scores.figure(name)
    if name.endswith("prose_loss"):
        return f"{name} is {found:.4f}, over {value:g}" if found > value else None
    return f"{name} is {found:.4f}, under {value:g}" if found < value else None
