"""`newsclean FILE ...`: articles in, clean text out."""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from newsclean import __version__, analyze
from newsclean.article import Article
from newsclean.cli.check import check
from newsclean.cli.files import output, read
from newsclean.cli.options import add_options, files_of, options_of
from newsclean.cli.show import View, add_views
from newsclean.errors import NewscleanError

_EPILOG = """\
Verbs, each with its own --help: newsclean batch, check-rules, demo, evaluate, fix, label, learn, rules, typography.
Exit codes: 0 done, 1 findings of --check or some inputs failed, 2 bad option or file.
"""


def clean(arguments: Sequence[str]) -> int:
    """`newsclean FILE ...`: shows each article as the options ask; exit code 1 when some failed or `--check` found something."""
    options = _parser().parse_args(arguments)
    if options.report and options.output:
        raise NewscleanError(
            f"--report {options.report} and --output {options.output}: a report is a file of its own; give one of them"
        )
    run = _Run(options)
    inputs = [*run.names, *files_of(options)]
    with output(options.output, inputs):
        if options.check:
            found = [check(name, article) for name, article in run.articles()]
            return 1 if any(found) or run.failed else 0
        with View(options, inputs) as view:
            for name, article in run.articles():
                view.show(name, article)
    return 1 if run.failed else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="newsclean",
        description="Cleans scraped news text: the article and only the article, well set.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="text or HTML; standard input when none, or for -")
    add_views(parser).add_argument(
        "--check", action="store_true", help="only tell of furniture and damage: file:line: label: why"
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write to this file instead of standard output")
    add_options(parser)
    parser.add_argument("--version", action="version", version=f"newsclean {__version__}")
    return parser


class _Run:
    """The inputs of a run: one that fails does not stop the others, unless it is the only one."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.names: list[str] = options.files or ["-"]
        self.failed = 0
        self._options = options_of(options)

    def articles(self) -> Iterator[tuple[str, Article]]:
        """The name and the article of each input that can be read."""
        for name in self.names:
            try:
                article = analyze(read(name), **self._options)
            except NewscleanError as error:
                told = (str(error) if str(error).startswith(name) else f"{name}: {error}") + self._verb_meant(name)
                if len(self.names) == 1:
                    raise NewscleanError(told) from error
                self.failed += 1
                sys.stderr.write(f"newsclean: {told}\n")
            else:
                yield name, article
        if self.failed:
            sys.stderr.write(f"newsclean: {self.failed} of {len(self.names)} inputs failed\n")

    def _verb_meant(self, name: str) -> str:
        """What to say of a first file that is not there and reads like a verb."""
        from newsclean.cli.main import VERBS

        if name != self.names[0] or Path(name).exists():
            return ""
        near = difflib.get_close_matches(name, VERBS, n=1, cutoff=0.75)
        return f"; did you mean newsclean {near[0]}?" if near else ""
