"""The verbs of the command line. Exit codes: 0 done, 1 findings or some inputs failed, 2 bad option or file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from newsclean.errors import NewscleanError

# verb -> module below newsclean.cli and function; imported when asked for, so that a verb pays for itself only
VERBS = {
    "batch": ("batch", "batch"),
    "demo": ("demo", "demo"),
    "check-rules": ("rules", "check_rules"),
    "evaluate": ("gold", "evaluate"),
    "fix": ("texts", "fix"),
    "label": ("gold", "label"),
    "learn": ("learn", "learn"),
    "rules": ("rules", "rules"),
    "typography": ("texts", "typography"),
}
STOPPED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; gives the exit code.

    >>> main(["--version"])
    Traceback (most recent call last):
    SystemExit: 0
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    known = VERBS.get(arguments[0]) if arguments else None
    try:
        return _verb(*known)(arguments[1:]) if known else _verb("clean", "clean")(arguments)
    except NewscleanError as error:
        sys.stderr.write(f"newsclean: {error}\n")
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except KeyboardInterrupt as stop:
        sys.stderr.write(f"newsclean: stopped; {stop}\n" if stop.args else "newsclean: stopped\n")
        return STOPPED


def _verb(module: str, function: str) -> Callable[[Sequence[str]], int]:
    verb: Callable[[Sequence[str]], int] = getattr(import_module(f"newsclean.cli.{module}"), function)
    return verb
