"""The command line: files or standard input in, clean text out. Exit codes: 0 done, 1 findings or failures, 2 bad option or file."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from newsclean import __version__, analyze
from newsclean.article import Article
from newsclean.errors import NewscleanError
from newsclean.report import explain


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; gives the exit code.

    >>> main(["--version"])
    Traceback (most recent call last):
    SystemExit: 0
    """
    options = _parser().parse_args(argv)
    try:
        for article in _articles(options):
            _show(article, options)
    except NewscleanError as error:
        return _fail(str(error))
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="newsclean", description="Cleans scraped news text: the article and only the article, well set."
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="text or HTML; standard input when none, or for -")
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument("--json", action="store_true", help="one JSON document a line, with blocks, labels and reasons")
    shown.add_argument("--explain", action="store_true", help="what was removed, and why")
    shown.add_argument("--diff", action="store_true", help="what changed, as a unified diff")
    parser.add_argument("--kind", choices=("text", "html"), help="what the input is; looked at when not given")
    parser.add_argument("--locale", metavar="LOCALE", help='typography of this locale, such as "fr-CH"')
    parser.add_argument("--url", help="where the article comes from: tells the region")
    parser.add_argument("--charset", help="encoding of the input, as an HTTP header would tell it")
    parser.add_argument("--keep", metavar="LABEL,...", default="", help='labels to keep, or "metadata", "furniture"')
    parser.add_argument("--drop", metavar="LABEL,...", default="", help="more labels to drop")
    parser.add_argument("--version", action="version", version=f"newsclean {__version__}")
    return parser


def _articles(options: argparse.Namespace) -> Iterator[Article]:
    sources = [_read(name) for name in options.files or ["-"]]
    for source in sources:
        yield analyze(
            source,
            kind=options.kind,
            url=options.url,
            charset=options.charset,
            locale=options.locale,
            keep=_names(options.keep),
            drop=_names(options.drop),
        )


def _read(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise NewscleanError(f"{name}: {error.strerror or error}") from error


def _names(listed: str) -> set[str]:
    return {name.strip() for name in listed.split(",") if name.strip()}


def _show(article: Article, options: argparse.Namespace) -> None:
    if options.json:
        _write(json.dumps(article.to_dict(), ensure_ascii=False))
    elif options.explain:
        _write(explain(article))
    elif options.diff:
        _write(article.diff().rstrip("\n"))
    else:
        _write(article.text)


def _write(text: str) -> None:
    sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\n")


def _fail(message: str) -> int:
    sys.stderr.write(f"newsclean: {message}\n")
    return 2


if __name__ == "__main__":
    sys.exit(main())
