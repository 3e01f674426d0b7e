"""How an article is shown: its text, or what was done to it and why."""

from __future__ import annotations

import argparse
import json

from newsclean.article import Article
from newsclean.cli.files import write
from newsclean.report import explain


def add_views(parser: argparse.ArgumentParser) -> None:
    """Add the options that choose what is shown."""
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument("--json", action="store_true", help="one JSON document a line, with blocks, labels and reasons")
    shown.add_argument("--explain", action="store_true", help="what was removed, and why")
    shown.add_argument("--diff", action="store_true", help="what changed, as a unified diff")


def show(article: Article, options: argparse.Namespace) -> None:
    """Write an article as the options ask."""
    if options.json:
        write(json.dumps(article.to_dict(), ensure_ascii=False))
    elif options.explain:
        write(explain(article))
    elif options.diff:
        write(article.diff().rstrip("\n"))
    else:
        write(article.text)
