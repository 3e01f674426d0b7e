"""Files of many records, for the verbs that read them: the flags that name their fields, and the records one by one."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

from newsclean.errors import NewscleanError
from newsclean.integrations.records.inputs import open_input
from newsclean.integrations.records.parsing import FieldNames, ParsedRecord, parse_records


def add_field_options(group: argparse._ActionsContainer, *, with_id: bool = True) -> None:
    """Add the flags that name the fields of a record."""
    group.add_argument("--text-field", metavar="NAME", help='field of the text (default: "text", or else "html")')
    group.add_argument("--html-field", metavar="NAME", help="field of the page, in place of a text")
    group.add_argument(
        "--url-field", metavar="NAME", default="url", help='field of the address (default: "%(default)s")'
    )
    if with_id:
        group.add_argument("--id-field", metavar="NAME", default="id", help='field of the id (default: "%(default)s")')


def field_names(options: argparse.Namespace) -> FieldNames:
    """Return the names of the fields that the flags give."""
    names = FieldNames(options.text_field, options.html_field, options.url_field)
    return FieldNames(names.text, names.html, names.url, options.id_field) if "id_field" in options else names


def records(paths: Iterable[Path], names: FieldNames) -> Iterator[ParsedRecord | NewscleanError]:
    """Yield all records of some files and folders; an error in place of a record that cannot be read."""
    for path in paths:
        for raw in open_input(path).raw_records():
            for item in parse_records(raw, names):
                yield NewscleanError(f"{raw.place}:{raw.number}: {item}") if isinstance(item, Exception) else item
