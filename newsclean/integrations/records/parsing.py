"""Raw records into what can be cleaned: a source, and the row that it comes from."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from newsclean.encoding.decode import decode
from newsclean.errors import NewscleanError
from newsclean.integrations.records import parquet, warc
from newsclean.integrations.records.output_rows import Row
from newsclean.integrations.records.raw_record import RawRecord
from newsclean.options import Kind


@dataclass(frozen=True)
class FieldNames:
    """The names of the fields of a record.

    Attributes:
        text: The field of the text. Default: `text`, or else `html`.
        html: The field of a page, in place of a text.
        url: The field of the address.
        id: The field of the id.
    """

    text: str | None = None
    html: str | None = None
    url: str = "url"
    id: str = "id"


class ParsedRecord(NamedTuple):
    """A parsed record.

    Attributes:
        source: What to clean.
        row: The fields of the record that may be carried over.
        id: The id of the record.
        url: The address of the article.
        kind: The type of the source; None to detect it.
        charset: The Content-Type header of the page.
        schema: The Arrow schema of the table that the record is a row of.
        number: How many records come before it in its raw record.
    """

    source: Any
    row: Row
    id: str | None = None
    url: str | None = None
    kind: Kind | None = None
    charset: str | None = None
    schema: Any = None
    number: int = 0


class UnreadableError(NewscleanError):
    """The error of one record, with its id and how many records come before it in its raw record."""

    def __init__(self, message: str, name: str | None, number: int) -> None:
        super().__init__(message)
        self.name, self.number = name, number


def parse_records(raw: RawRecord, names: FieldNames) -> Iterator[ParsedRecord | Exception]:
    """Yield the records in a raw record; an error in place of one that cannot be read."""
    try:
        yield from _PARSERS[raw.form](raw, names)
    except Exception as error:  # noqa: BLE001 - whatever happens in a record, the others are read
        yield error


def _json(raw: RawRecord, names: FieldNames) -> Iterator[ParsedRecord]:
    try:
        row = json.loads(raw.data.decode("utf-8"))
    except UnicodeDecodeError:
        row = json.loads(decode(raw.data).text)
    except ValueError as error:
        raise NewscleanError(f"not valid JSON ({error})") from error
    if not isinstance(row, dict):
        raise NewscleanError(f"a record is a JSON object, not {_JSON_TYPES.get(type(row), 'a number')}")
    yield _item(row, names)


def _arrow(raw: RawRecord, names: FieldNames) -> Iterator[ParsedRecord | Exception]:
    rows, schema = parquet.rows_of(raw.data)
    for number, row in enumerate(rows):
        try:
            yield _item(row, names, number, schema)
        except UnreadableError as error:
            yield error


def _item(row: Row, names: FieldNames, number: int = 0, schema: Any = None) -> ParsedRecord:
    name = row.get(names.id)
    url = row.get(names.url)
    key = names.html or names.text or ("text" if "text" in row or "html" not in row else "html")
    kind: Kind | None = "html" if key == names.html or (key == "html" and names.text is None) else None
    name = None if name is None else str(name)
    source = row.get(key)
    if isinstance(source, (str, bytes)):
        rest = {field: value for field, value in row.items() if field != key or field == "text"}
        return ParsedRecord(source, rest, name, url if isinstance(url, str) else None, kind, None, schema, number)
    what = f"the field {key!r} holds {type(source).__name__}, not a text" if key in row else _missing(key, row)
    raise UnreadableError(what, name, number)


def _missing(key: str, row: Row) -> str:
    known = ", ".join(sorted(map(str, row))[:20]) or "nothing"
    return f"there is no field {key!r}; name one with --text-field or --html-field (the record has: {known})"


def _warc(raw: RawRecord, _: FieldNames) -> Iterator[ParsedRecord]:
    page = warc.page(raw.data)
    if page is not None:
        row = {"id": page.id, "url": page.url, "crawl_date": page.date}
        yield ParsedRecord(page.body, row, page.id, page.url, page.kind, page.charset)


def _text(raw: RawRecord, _: FieldNames) -> Iterator[ParsedRecord]:
    yield ParsedRecord(raw.data, {"id": raw.place}, raw.place)


def _html(raw: RawRecord, _: FieldNames) -> Iterator[ParsedRecord]:
    yield ParsedRecord(raw.data, {"id": raw.place}, raw.place, kind="html")


def _broken(raw: RawRecord, _: FieldNames) -> Iterator[ParsedRecord]:
    raise NewscleanError(raw.data.decode())


_PARSERS: dict[str, Callable[[RawRecord, FieldNames], Iterator[ParsedRecord | Exception]]] = {
    "json": _json,
    "arrow": _arrow,
    "warc": _warc,
    "text": _text,
    "html": _html,
    "broken": _broken,
}
_JSON_TYPES: dict[type, str] = {list: "a list", str: "a string", bool: "true or false", type(None): "null"}
