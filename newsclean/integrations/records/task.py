"""The work of a worker: parse raw records, clean them, and return rows as bytes that only need to be written."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from newsclean.article import Article
from newsclean.cleaner import analyze
from newsclean.errors import NewscleanError, unknown
from newsclean.integrations.records.output_rows import FIELDS, Row, encode_rows, field_value
from newsclean.integrations.records.parsing import FieldNames, ParsedRecord, UnreadableError, parse_records
from newsclean.integrations.records.raw_record import RawRecord


@dataclass(frozen=True)
class Job:
    """What is done with each record.

    Args:
        names: The names of its fields.
        fields: What is written of the article beside its text.
        carry: The fields that are carried over unchanged. Default: all.
        options: The options of `analyze`.
        suffix: The suffix of the output: ".jsonl", ".gz", ".zst" or ".parquet".

    Raises:
        NewscleanError: An unknown field, or an invalid option.
    """

    names: FieldNames = field(default_factory=FieldNames)
    fields: tuple[str, ...] = ("title", "date", "authors", "agencies", "language")
    carry: frozenset[str] | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    suffix: str = ".jsonl"

    def __post_init__(self) -> None:
        for name in self.fields:
            if name not in FIELDS:
                raise unknown("field", name, FIELDS)
        analyze("", **self.options)
        encode_rows([], self.suffix)


class TaskResult(NamedTuple):
    """The result of some raw records.

    Attributes:
        raws: The number of raw records.
        payload: The bytes to write.
        errors: The failures, as JSON lines.
        counts: Counts by name, to add up.
        at: The number of bytes of the whole input that were read by then.
    """

    raws: int
    payload: bytes
    errors: bytes
    counts: Counter[str]
    at: int


@dataclass(frozen=True)
class Task:
    """Cleans lists of raw records, in any process."""

    job: Job

    def __call__(self, raws: list[RawRecord]) -> TaskResult:
        """Clean raw records; errors of records are reported, not raised."""
        rows: list[Row] = []
        errors: list[bytes] = []
        counts: Counter[str] = Counter()
        schema: Any = None
        for raw in raws:
            items = 0
            for item in parse_records(raw, self.job.names):
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
        payload = encode_rows(rows, self.job.suffix, schema) if rows else b""
        return TaskResult(len(raws), payload, b"".join(errors), counts, raws[-1].at)

    def lost(self, raw: RawRecord) -> TaskResult:
        """Return the result for a record that a process died of."""
        error = NewscleanError("the process that worked on it died; it may need more memory than there is")
        return TaskResult(1, b"", _failure(raw, error, error), Counter(records=1, failures=1), raw.at)

    def _row(self, item: ParsedRecord | Exception, counts: Counter[str]) -> Row | Exception:
        """Return the row of a record, or its error."""
        if isinstance(item, Exception):
            return item
        known = {"kind": item.kind, "url": item.url, "charset": item.charset}
        own = {name: value for name, value in known.items() if value}
        try:
            article = analyze(item.source, **{**self.job.options, **own})
        except Exception as error:  # noqa: BLE001 - whatever happens in a record, the batch continues
            return error
        _count(article, counts)
        carry = self.job.carry
        row = {name: value for name, value in item.row.items() if carry is None or name in carry}
        row["text"] = article.text
        for name in self.job.fields:
            if row.get(name) in (None, "") and _may_fill(item.schema, name):
                row[name] = field_value(article, name)
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
    """Return True if a column of the input can hold text; one of dates or numbers keeps its type."""
    if schema is None or name not in schema.names:
        return True
    return str(schema.field(name).type) in ("string", "large_string", "string_view", "null")


def _failure(raw: RawRecord, item: ParsedRecord | Exception, error: Exception) -> bytes:
    name, number = (item.name, item.number) if isinstance(item, UnreadableError) else (None, 0)
    if isinstance(item, ParsedRecord):
        name, number = item.id, item.number
    number += raw.number
    if not name:
        name = raw.place if raw.form in ("text", "html") else f"{raw.place}:{number}"
    message = str(error) if isinstance(error, NewscleanError) else f"{type(error).__name__}: {error}"
    return json.dumps({"id": name, "file": raw.place, "record": number, "error": message}).encode() + b"\n"
