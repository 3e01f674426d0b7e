"""`newsclean fix` and `newsclean typography`: one repair, and nothing else."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from newsclean.cli.files import add_files, names, read, write
from newsclean.encoding.decode import decode
from newsclean.filters import FixEncoding, Typography


def fix(arguments: Sequence[str]) -> int:
    """`newsclean fix FILE ...`: bytes decoded and mojibake repaired, nothing else."""
    parser = argparse.ArgumentParser(
        prog="newsclean fix", description="Repairs the encoding of texts, and nothing else."
    )
    add_files(parser)
    parser.add_argument("--charset", help="encoding of the input, as an HTTP header would tell it")
    parser.add_argument("--guess", action="store_true", help="also where more than one word is possible")
    options = parser.parse_args(arguments)
    for source in [read(name) for name in options.files or ["-"]]:
        write(FixEncoding(guess=options.guess)(decode(source, options.charset).text).rstrip("\n"))
    return 0


def typography(arguments: Sequence[str]) -> int:
    """`newsclean typography FILE ... --locale fr-FR`: marks and spaces set, nothing else."""
    parser = argparse.ArgumentParser(
        prog="newsclean typography", description="Sets marks and spaces, and nothing else."
    )
    add_files(parser)
    parser.add_argument("--locale", metavar="LOCALE", help='such as "fr-CH"; found when not given')
    kinds = ("typographic", "nbsp", "plain")
    told = "all kinds of spaces, none that are narrow, or none that hold lines together"
    parser.add_argument("--spaces", choices=kinds, default="typographic", help=told)
    parser.add_argument("--off", metavar="RULE,...", default="", help="rules to leave out")
    parser.add_argument("--on", metavar="RULE,...", default="", help="editorial rules to add")
    options = parser.parse_args(arguments)
    setter = Typography(options.locale, spaces=options.spaces, off=names(options.off), on=names(options.on))
    for source in [read(name) for name in options.files or ["-"]]:
        write(setter(decode(source).text).rstrip("\n"))
    return 0
