"""`newsclean FILE ...`: articles in, clean text out."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from newsclean import __version__, analyze
from newsclean.article import Article
from newsclean.cli.files import names, read
from newsclean.cli.show import add_views, show


def clean(arguments: Sequence[str]) -> int:
    """`newsclean FILE ...`: shows each article as the options ask."""
    options = _parser().parse_args(arguments)
    for article in _articles(options):
        show(article, options)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="newsclean",
        description="Cleans scraped news text: the article and only the article, well set.",
        epilog="verbs, each with its own --help: newsclean fix, newsclean typography, newsclean evaluate",
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="text or HTML; standard input when none, or for -")
    add_views(parser)
    parser.add_argument("--kind", choices=("text", "html"), help="what the input is; looked at when not given")
    parser.add_argument("--locale", metavar="LOCALE", help='typography of this locale, such as "fr-CH"')
    parser.add_argument("--url", help="where the article comes from: tells the region")
    parser.add_argument("--charset", help="encoding of the input, as an HTTP header would tell it")
    parser.add_argument("--keep", metavar="LABEL,...", default="", help='labels to keep, or "metadata", "furniture"')
    parser.add_argument("--drop", metavar="LABEL,...", default="", help="more labels to drop")
    parser.add_argument("--version", action="version", version=f"newsclean {__version__}")
    return parser


def _articles(options: argparse.Namespace) -> Iterator[Article]:
    sources = [read(name) for name in options.files or ["-"]]
    for source in sources:
        yield analyze(
            source,
            kind=options.kind,
            url=options.url,
            charset=options.charset,
            locale=options.locale,
            keep=names(options.keep),
            drop=names(options.drop),
        )
