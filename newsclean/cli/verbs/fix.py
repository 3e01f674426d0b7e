"""`newsclean fix`: the repair of the encoding alone."""

from __future__ import annotations

import argparse

from newsclean.cli.files import add_files, read, write
from newsclean.encoding.decode import decode
from newsclean.filters import FixEncoding

HELP = "repair the encoding of texts, and nothing else"


def parser() -> argparse.ArgumentParser:
    """Return the parser of the arguments."""
    parser = argparse.ArgumentParser(
        prog="newsclean fix", description="Repair the encoding of texts, and nothing else."
    )
    add_files(parser)
    parser.add_argument("--charset", help="encoding of the input, as given by the HTTP header (default: detected)")
    parser.add_argument("--guess", action="store_true", help="also repair where more than one word is possible")
    return parser


def run(options: argparse.Namespace) -> int:
    """Decode bytes and repair mojibake."""
    repair = FixEncoding(guess=options.guess)
    for source in [read(name) for name in options.files or ["-"]]:
        write(repair(decode(source, options.charset).text).rstrip("\n"))
    return 0
