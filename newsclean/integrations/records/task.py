"""What a worker does with raw records: parse, clean, and give back rows that only need to be written."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from newsclean.article import Article
from newsclean.cleaner import analyze
from newsclean.encoding.decode import decode
from newsclean.errors import NewscleanError, unknown
from newsclean.integrations.records import parquet, warc
from newsclean.integrations.records.raw import Raw
from newsclean.integrations.records.rows import FIELDS, Row, encode, found
from newsclean.options import Kind


@dataclass(frozen=True)
class Names:
    """What the fields of a record are called; None: `text`, else `html`; `url`; `id`."""

    text: str | None = None
    html: str | None = None
    url: str = "url"
    id: str = "id"


@dataclass(frozen=True)
class Job:
    """What is to be done with each record.

    Arguments: `names` are the names of its fields; `fields` what is written of the article beside its text; `carry` the fields that are
    carried over as they are (None: all); `options` those of `analyze`; `suffix` that of the output, ".jsonl", ".gz", ".zst" or
    ".parquet".
    Raises `NewscleanError` for unknown fields and bad options.
    """

    names: Names = Names()
    fields: tuple[str, ...] = ("title", "date", "authors", "agencies", "language")
    carry: frozenset[str] | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    suffix: str = ".jsonl"

    def __post_init__(self) -> None:
        for name in self.fields:
            if name not in FIELDS:
                raise unknown("field", name, FIELDS)
        analyze("", **self.options)
        encode([], self.suffix)


class Done(NamedTuple):
    """What became of some raw records: `payload` to write, `errors` as JSON lines, `counts` to add up; `at` as in `Raw`."""

    raws: int
    payload: bytes
    errors: bytes
    counts: Counter[str]
    at: int


class Item(NamedTuple):
    """A parsed record: what to clean, and the row that it stood in."""

    source: Any
    row: Row
    id: str | None = None
    url: str | None = None
    kind: Kind | None = None
    charset: str | None = None
    schema: Any = None
    number: int = 0


class UnreadableError(NewscleanError):
    """An error of a record of which it is known which it is: its id, and how many records it stands behind the first of its `Raw`."""

    def __init__(self, message: str, name: str | None, number: int) -> None:
        super().__init__(message)
        self.name, self.number = name, number


@dataclass(frozen=True)
class Task:
    """The work on a list of raw records, for any process."""

    job: Job

    def __call__(self, raws: list[Raw]) -> Done:
        """Clean them; nothing that a record does is raised."""
        rows: list[Row] = []
        errors: list[bytes] = []
        counts: Counter[str] = Counter()
        schema: Any = None
        for raw in raws:
            items = 0
            for item in items_of(raw, self.job.names):
                items += 1
                row = self._row(item, counts)
                if isinstance(row, Exception):
                    errors.append(_failure(raw, item, row))
                    continue
                rows.append(row)
                schema = schema if isinstance(item, Exception) or item.schema is None else item.schema
            counts["records"] += items
            counts["passed"] += not items
        counts["failures"] += len(errors)
        counts["articles"] += len(rows)
        payload = encode(rows, self.job.suffix, schema) if rows else b""
        return Done(len(raws), payload, b"".join(errors), counts, raws[-1].at)

    def lost(self, raw: Raw) -> Done:
        """What is told of a record that a process died of."""
        error = NewscleanError("the process that worked on it died; it may need more memory than there is")
        return Done(1, b"", _failure(raw, error, error), Counter(records=1, failures=1), raw.at)

    def _row(self, item: Item | Exception, counts: Counter[str]) -> Row | Exception:
        """The row of a record, or what was wrong with it."""
        if isinstance(item, Exception):
            return item
        known = {"kind": item.kind, "url": item.url, "charset": item.charset}
        try:
            article = analyze(item.source, **{**self.job.options, **{name: x for name, x in known.items() if x}})
        except Exception as error:  # noqa: BLE001 - whatever a record does, the batch goes on
            return error
        _count(article, counts)
        carry = self.job.carry
        row = {name: value for name, value in item.row.items() if carry is None or name in carry}
        row["text"] = article.text
        for name in self.job.fields:
            if row.get(name) in (None, "") and _may_fill(item.schema, name):
                row[name] = found(article, name)
        return row


def _count(article: Article, counts: Counter[str]) -> None:
    counts["chars_in"] += len(article.source)
    counts["chars_out"] += len(article.text)
    for block in article.blocks:
        if not block.kept:
            label = block.label.value if block.label else "empty"
            counts[f"lines.{label}"] += 1
            counts[f"chars.{label}"] += len(block.source)
            continue
        for edit in block.edits:
            if edit.label:
                label = str(edit.label)
                counts[f"pieces.{label}"] += 1
                counts[f"chars.{label}"] += len(edit.before)


def _may_fill(schema: Any, name: str) -> bool:
    """Whether a column of the input takes what was found: one of dates or numbers keeps its type."""
    if schema is None or name not in schema.names:
        return True
    return str(schema.field(name).type) in ("string", "large_string", "string_view", "null")


def _failure(raw: Raw, item: Item | Exception, error: Exception) -> bytes:
    name, number = (item.name, item.number) if isinstance(item, UnreadableError) else (None, 0)
    if isinstance(item, Item):
        name, number = item.id, item.number
    number += raw.number
    if not name:
        name = raw.place if raw.form in ("text", "html") else f"{raw.place}:{number}"
    told = str(error) if isinstance(error, NewscleanError) else f"{type(error).__name__}: {error}"
    return json.dumps({"id": name, "file": raw.place, "record": number, "error": told}).encode() + b"\n"


def items_of(raw: Raw, names: Names) -> Iterator[Item | Exception]:
    """The records in a raw one, parsed; in the place of one that cannot be read, the error."""
    try:
        yield from _PARSERS[raw.form](raw, names)
    except Exception as error:  # noqa: BLE001 - whatever a record does, the others are read
        yield error


def _json(raw: Raw, names: Names) -> Iterator[Item]:
    try:
        row = json.loads(raw.data.decode("utf-8"))
    except UnicodeDecodeError:
        row = json.loads(decode(raw.data).text)
    except ValueError as error:
        raise NewscleanError(f"no JSON ({error})") from error
    if not isinstance(row, dict):
        raise NewscleanError(f"a record is a JSON object, not {_JSON_NAMES.get(type(row), 'a number')}")
    yield _item(row, names)


def _arrow(raw: Raw, names: Names) -> Iterator[Item | Exception]:
    rows, schema = parquet.rows_of(raw.data)
    for number, row in enumerate(rows):
        try:
            yield _item(row, names, number, schema)
        except UnreadableError as error:
            yield error


def _item(row: Row, names: Names, number: int = 0, schema: Any = None) -> Item:
    name = row.get(names.id)
    url = row.get(names.url)
    key = names.html or names.text or ("text" if "text" in row or "html" not in row else "html")
    kind: Kind | None = "html" if key == names.html or (key == "html" and names.text is None) else None
    name = None if name is None else str(name)
    source = row.get(key)
    if isinstance(source, (str, bytes)):
        rest = {field: value for field, value in row.items() if field != key or field == "text"}
        return Item(source, rest, name, url if isinstance(url, str) else None, kind, None, schema, number)
    what = f"the field {key!r} holds {type(source).__name__}, not a text" if key in row else _missing(key, row)
    raise UnreadableError(what, name, number)


def _missing(key: str, row: Row) -> str:
    known = ", ".join(sorted(map(str, row))[:20]) or "nothing"
    return f"there is no field {key!r}; name one with --text-field or --html-field (the record has: {known})"


def _warc(raw: Raw, _: Names) -> Iterator[Item]:
    page = warc.page(raw.data)
    if page is not None:
        row = {"id": page.id, "url": page.url, "crawl_date": page.date}
        yield Item(page.body, row, page.id, page.url, page.kind, page.charset)


def _text(raw: Raw, _: Names) -> Iterator[Item]:
    yield Item(raw.data, {"id": raw.place}, raw.place)


def _html(raw: Raw, _: Names) -> Iterator[Item]:
    yield Item(raw.data, {"id": raw.place}, raw.place, kind="html")


def _broken(raw: Raw, _: Names) -> Iterator[Item]:
    raise NewscleanError(raw.data.decode())


_PARSERS: dict[str, Callable[[Raw, Names], Iterator[Item | Exception]]] = {
    "json": _json,
    "arrow": _arrow,
    "warc": _warc,
    "text": _text,
    "html": _html,
    "broken": _broken,
}
_JSON_NAMES: dict[type, str] = {list: "a list", str: "a string", bool: "true or false", type(None): "null"}
