"""`newsclean typography`: the typography alone."""

from __future__ import annotations

import argparse

from newsclean.cli.files import add_files, names, read, write
from newsclean.encoding.decode import decode
from newsclean.filters import Typography

HELP = "correct quotes, apostrophes, dashes and spaces, and nothing else"
SPACES = ("typographic", "nbsp", "plain")


def parser() -> argparse.ArgumentParser:
    """Return the parser of the arguments."""
    parser = argparse.ArgumentParser(
        prog="newsclean typography", description="Correct quotes, apostrophes, dashes and spaces, and nothing else."
    )
    add_files(parser)
    parser.add_argument("--locale", metavar="LOCALE", help='locale, such as "fr-CH" (default: detected)')
    parser.add_argument(
        "--spaces",
        choices=SPACES,
        default="typographic",
        help="all kinds of spaces, no narrow ones, or no non-breaking ones (default: %(default)s)",
    )
    parser.add_argument("--off", metavar="RULE,...", default="", help="rules to leave out")
    parser.add_argument("--on", metavar="RULE,...", default="", help="editorial rules to add")
    return parser


def run(options: argparse.Namespace) -> int:
    """Typeset each text."""
    typeset = Typography(options.locale, spaces=options.spaces, off=names(options.off), on=names(options.on))
    for source in [read(name) for name in options.files or ["-"]]:
        write(typeset(decode(source).text).rstrip("\n"))
    return 0
