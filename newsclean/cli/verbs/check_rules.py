"""`newsclean check-rules`: whether packs of your own are sound."""

from __future__ import annotations

import argparse

from newsclean.cli.files import read, write
from newsclean.cli.packs import all_packs
from newsclean.errors import NewscleanError
from newsclean.rules.lint import lint_pack
from newsclean.rules.pack import Pack

HELP = "check rule packs of your own"


def parser() -> argparse.ArgumentParser:
    """Return the parser of the arguments."""
    parser = argparse.ArgumentParser(
        prog="newsclean check-rules",
        description="Check packs: their form, examples and ids, and that no pattern can take long.",
        epilog="exit codes: 0 no problems, 1 problems found, 2 invalid option or file",
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="packs (TOML)")
    return parser


def run(options: argparse.Namespace) -> int:
    """Report each problem as `file:line: message`; return 1 if there are any."""
    texts = [(name, _text(name)) for name in options.files]
    builtin = [pack for _, pack in all_packs([])]
    taken = {pack.id for pack in builtin} | {rule.id for pack in builtin for rule in pack.rules}
    problems = 0
    for name, text in texts:
        found = sorted(lint_pack(text, name, taken), key=lambda finding: finding.line)
        for line, message in found:
            write(f"{name}:{line}: {message}")
        problems += len(found)
        if not found:
            pack = Pack.parse(text, name)
            taken |= {pack.id, *(rule.id for rule in pack.rules)}
            count = len(pack.rules)
            write(f"{name}: {count} {'rule' if count == 1 else 'rules'}, all is well")
    return 1 if problems else 0


def _text(name: str) -> str:
    try:
        return read(name).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NewscleanError(f"{name}: not UTF-8 ({error}); a pack is a UTF-8 file") from error
