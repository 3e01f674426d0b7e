"""`newsclean FILE ...`: text or HTML in, clean text out."""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Iterator
from pathlib import Path

from newsclean import __version__, analyze
from newsclean.article import Article
from newsclean.cli.check import report_problems
from newsclean.cli.files import add_files, output, read
from newsclean.cli.options import add_options, files_of, options_of
from newsclean.cli.show import View, add_views
from newsclean.cli.verbs import load, verb_names
from newsclean.errors import NewscleanError

HELP = "clean articles: text or HTML in, clean text out"


def run(options: argparse.Namespace) -> int:
    """Show each article; return 1 if some inputs failed or `--check` found something."""
    if options.report and options.output:
        raise NewscleanError(
            f"--report {options.report} and --output {options.output}: a report is a file of its own; use one of them"
        )
    articles = _Articles(options)
    inputs = [*articles.names, *files_of(options)]
    with output(options.output, inputs):
        if options.check:
            found = [report_problems(name, article) for name, article in articles]
            return 1 if any(found) or articles.failed else 0
        with View(options, inputs) as view:
            for name, article in articles:
                view.show(name, article)
    return 1 if articles.failed else 0


def parser() -> argparse.ArgumentParser:
    """Return the parser of `newsclean FILE ...`, whose help lists the verbs."""
    parser = _Parser(
        prog="newsclean",
        description="Clean scraped news text: only the article stays, with correct typography.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_files(parser)
    add_views(parser).add_argument(
        "--check", action="store_true", help="only report furniture and damage, as file:line: label: why"
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write to this file instead of standard output")
    add_options(parser)
    parser.add_argument("--version", action="version", version=f"newsclean {__version__}")
    return parser


class _Parser(argparse.ArgumentParser):
    """A parser that imports the verbs only when their list is shown."""

    def format_help(self) -> str:
        self.epilog = _epilog()
        return super().format_help()


def _epilog() -> str:
    """Return the list of verbs and exit codes."""
    width = max(map(len, verb_names()))
    verbs = "\n".join(f"  {name:{width}}  {load(name).HELP}" for name in verb_names())
    return f"""\
verbs, each with its own --help:
{verbs}

exit codes: 0 done, 1 problems found by --check or some inputs failed, 2 invalid option or file
"""


class _Articles:
    """The articles of all inputs; an input that fails does not stop the others, unless it is the only one."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.names: list[str] = options.files or ["-"]
        self.failed = 0
        self._options = options_of(options)

    def __iter__(self) -> Iterator[tuple[str, Article]]:
        """Yield the name and the article of each input that can be read."""
        for name in self.names:
            try:
                article = analyze(read(name), **self._options)
            except NewscleanError as error:
                message = str(error) if str(error).startswith(name) else f"{name}: {error}"
                message += self._verb_hint(name)
                if len(self.names) == 1:
                    raise NewscleanError(message) from error
                self.failed += 1
                sys.stderr.write(f"newsclean: {message}\n")
            else:
                yield name, article
        if self.failed:
            sys.stderr.write(f"newsclean: {self.failed} of {len(self.names)} inputs failed\n")

    def _verb_hint(self, name: str) -> str:
        """Return a hint if the first file does not exist and its name resembles a verb."""
        if name != self.names[0] or Path(name).exists():
            return ""
        near = difflib.get_close_matches(name, verb_names(), n=1, cutoff=0.75)
        return f"; did you mean newsclean {near[0]}?" if near else ""
