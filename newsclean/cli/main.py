"""The entry point of the command line.

Exit codes: 0 done, 1 findings or some inputs failed, 2 invalid option or file, 130 stopped by Ctrl-C.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import cast

from newsclean.cli.verbs import Verb, load, verb_names
from newsclean.errors import NewscleanError

STOPPED = 130  # exit code after Ctrl-C: 128 and the number of the signal, as shells report it


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code.

    Args:
        argv: The arguments. Default: those of the process.

    >>> main(["--version"])
    Traceback (most recent call last):
    SystemExit: 0
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        if arguments and arguments[0] in verb_names():
            verb, arguments = load(arguments[0]), arguments[1:]
        else:
            verb = default_verb()
        return verb.run(verb.parser().parse_args(arguments))
    except NewscleanError as error:
        sys.stderr.write(f"newsclean: {error}\n")
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except KeyboardInterrupt as stop:
        sys.stderr.write(f"newsclean: stopped; {stop}\n" if stop.args else "newsclean: stopped\n")
        return STOPPED


def default_verb() -> Verb:
    """Return what `newsclean FILE ...` does, without a verb."""
    from newsclean.cli import clean

    return cast("Verb", clean)
