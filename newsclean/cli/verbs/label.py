"""`newsclean label`: texts as gold with proposed labels, to correct by hand."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from newsclean import analyze
from newsclean.cli.files import json_line, not_an_input, output, write
from newsclean.cli.options import add_label_options, label_options_of
from newsclean.cli.records import add_field_options, field_names, records
from newsclean.errors import NewscleanError
from newsclean.profiles import site_of
from newsclean.proposals import propose

HELP = "write texts as gold with proposed labels, to correct by hand"


def parser() -> argparse.ArgumentParser:
    """Return the parser of the arguments."""
    parser = argparse.ArgumentParser(
        prog="newsclean label",
        description="Write texts as gold with proposed labels, one document a line, to correct by hand (docs/gold.md).",
    )
    parser.add_argument("texts", nargs="+", type=Path, metavar="TEXTS", help="file or folder, as for newsclean batch")
    parser.add_argument("-o", "--output", metavar="FILE", help="write to this file instead of standard output")
    parser.add_argument("--group", metavar="NAME", help="publisher of all texts (default: the site of the url)")
    add_field_options(parser.add_argument_group("fields"))
    add_label_options(parser)
    return parser


def run(options: argparse.Namespace) -> int:
    """Write each text with proposed labels; return 1 if some records could not be read."""
    label_options = label_options_of(options)
    inputs = [str(path) for path in options.texts]
    if options.output and options.output != "-":
        not_an_input(options.output, inputs)
        if Path(options.output).exists():
            raise NewscleanError(f"{options.output}: the file exists and may hold corrected labels; use another name")
    failed = 0
    with output(options.output, inputs):
        for number, item in enumerate(records(options.texts, field_names(options)), 1):
            if isinstance(item, NewscleanError):
                failed += 1
                sys.stderr.write(f"newsclean: {item}\n")
                continue
            group = options.group or item.row.get("group") or site_of(item.url) or "unknown"
            article = analyze(item.source, kind=item.kind, url=item.url, charset=item.charset, **label_options)
            document = propose(article, item.id or f"text-{number}", str(group))
            if document["lines"]:
                write(json_line(document))
            else:
                sys.stderr.write(f"newsclean: {document['id']}: there is no line to label; it is left out\n")
    return 1 if failed else 0
