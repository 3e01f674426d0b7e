"""`newsclean evaluate` and `newsclean label`: figures on gold of your own, and gold to correct by hand."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from newsclean import analyze
from newsclean.cli.files import json_line, not_an_input, output, write
from newsclean.cli.options import add_label_options, label_options_of
from newsclean.errors import NewscleanError
from newsclean.evaluate import Scores, read_gold
from newsclean.evaluate import evaluate as measure
from newsclean.integrations.records.inputs import open_input
from newsclean.integrations.records.task import Item, Names, items_of
from newsclean.profiles import site_of
from newsclean.proposals import propose


def evaluate(arguments: Sequence[str]) -> int:
    """`newsclean evaluate GOLD ...`: exit code 1 when a document was broken or a figure is under what was asked for."""
    parser = argparse.ArgumentParser(
        prog="newsclean evaluate", description="Measures newsclean on gold (docs/gold.md)."
    )
    parser.add_argument("gold", nargs="+", type=Path, metavar="GOLD", help="JSON lines, or a folder of them")
    parser.add_argument(
        "--fail-under",
        action="append",
        default=[],
        metavar="FIGURE=VALUE",
        help="exit 1 when a figure is worse, such as kept_f1=0.95 or label.share.f1=0.9; may be given again",
    )
    add_label_options(parser)
    options = parser.parse_args(arguments)
    labelling = label_options_of(options)
    least = [_least(told) for told in options.fail_under]
    for path in options.gold:
        if not path.exists():
            raise NewscleanError(f"{path}: no such file or folder")
    scores = measure(read_gold(options.gold, strict=False), **labelling)
    if not scores.documents and not scores.errors:
        named = ", ".join(map(str, options.gold))
        raise NewscleanError(f"{named}: there is no gold document; give a .jsonl file, or a folder that holds some")
    worse = [told for name, value in least if (told := _worse(scores, name, value))]
    write(scores.table())
    for error in (*scores.errors, *worse):
        sys.stderr.write(f"newsclean: {error}\n")
    return 1 if scores.errors or worse else 0


def _least(told: str) -> tuple[str, float]:
    """A figure and the value that it must reach.

    >>> _least("kept_f1=0.95")
    ('kept_f1', 0.95)
    """
    name, equals, value = told.partition("=")
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not equals or not 0 <= number <= 1:
        raise NewscleanError(f"--fail-under {told}: write FIGURE=VALUE with a value from 0 to 1, such as kept_f1=0.95")
    return name.strip(), number


def _worse(scores: Scores, name: str, value: float) -> str | None:
    """What to say when a figure is worse than asked for; of `prose_loss` less is better."""
    found = scores.figure(name)
    if name.endswith("prose_loss"):
        return f"{name} is {found:.4f}, over {value:g}" if found > value else None
    return f"{name} is {found:.4f}, under {value:g}" if found < value else None


def label(arguments: Sequence[str]) -> int:
    """`newsclean label TEXTS ...`: each text with proposed labels; exit code 1 when some records could not be read."""
    parser = argparse.ArgumentParser(
        prog="newsclean label",
        description="Writes texts as gold with proposed labels, one document a line, to correct by hand (docs/gold.md).",
    )
    parser.add_argument("texts", nargs="+", type=Path, metavar="TEXTS", help="a folder or file, as for newsclean batch")
    parser.add_argument("-o", "--output", metavar="FILE", help="where the gold goes (default: standard output)")
    parser.add_argument("--group", metavar="NAME", help="who published all of them (default: the site of the url)")
    named = parser.add_argument_group("fields")
    named.add_argument("--text-field", metavar="NAME", help="field of the text ('text', else 'html')")
    named.add_argument("--html-field", metavar="NAME", help="field of the page, in place of a text")
    named.add_argument("--url-field", metavar="NAME", default="url", help="field of the address (%(default)r)")
    named.add_argument("--id-field", metavar="NAME", default="id", help="field of the id (%(default)r)")
    add_label_options(parser)
    options = parser.parse_args(arguments)
    labelling = label_options_of(options)
    inputs = [str(path) for path in options.texts]
    if options.output and options.output != "-":
        not_an_input(options.output, inputs)
        if Path(options.output).exists():
            raise NewscleanError(f"{options.output}: the file exists and may hold corrected labels; give another name")
    fields = Names(options.text_field, options.html_field, options.url_field, options.id_field)
    failed = 0
    with output(options.output, inputs):
        for number, item in enumerate(_items(options.texts, fields), 1):
            if isinstance(item, NewscleanError):
                failed += 1
                sys.stderr.write(f"newsclean: {item}\n")
                continue
            group = options.group or item.row.get("group") or site_of(item.url) or "unknown"
            article = analyze(item.source, kind=item.kind, url=item.url, charset=item.charset, **labelling)
            document = propose(article, item.id or f"text-{number}", str(group))
            if document["lines"]:
                write(json_line(document))
            else:
                sys.stderr.write(f"newsclean: {document['id']}: there is no line to label; it is left out\n")
    return 1 if failed else 0


def _items(paths: Sequence[Path], fields: Names) -> Iterator[Item | NewscleanError]:
    """All records, or what is wrong with them."""
    for path in paths:
        for raw in open_input(path).raws():
            for item in items_of(raw, fields):
                yield NewscleanError(f"{raw.place}:{raw.number}: {item}") if isinstance(item, Exception) else item
