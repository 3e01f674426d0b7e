"""The rows of an output: the fields of an article, and rows as bytes."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from typing import Any

from newsclean.article import Article
from newsclean.errors import unknown
from newsclean.integrations.records import parquet
from newsclean.integrations.records.extras import require

Row = dict[str, Any]

# field -> kind of column
FIELDS = {
    "title": "string",
    "kicker": "string",
    "lead": "string",
    "date": "string",
    "authors": "strings",
    "agencies": "strings",
    "credits": "strings",
    "place": "string",
    "tags": "strings",
    "language": "string",
    "locale": "string",
    "encoding": "string",
    "decode_errors": "int",
    "notes": "strings",
    "removed": "removed",
}
SUFFIXES = (".jsonl", ".ndjson", ".gz", ".zst", ".parquet")


def field_value(article: Article, name: str) -> Any:
    """Return a field of an article as plain data; `date` as ISO 8601, `removed` as a list of label, reasons and text.

    >>> from newsclean import analyze
    >>> article = analyze("Le conseil a voté le budget de la ville lundi soir.\\nPartager")
    >>> field_value(article, "language"), field_value(article, "removed")[0]["label"]
    ('fr', 'share')
    """
    if name == "removed":
        return [{"label": str(block.label), "why": block.why, "text": block.source} for block in article.removed]
    value = getattr(article.fields, name) if hasattr(article.fields, name) else getattr(article, name)
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if hasattr(value, "isoformat") else value


def encode_rows(rows: Sequence[Row], suffix: str, schema: Any = None) -> bytes:
    """Return rows as bytes that can be appended to a file.

    Args:
        rows: The rows.
        suffix: The suffix of the file; for ".parquet" the result is an Arrow stream.
        schema: The Arrow schema of the input, if it has one.

    Raises:
        NewscleanError: An unknown suffix.

    >>> encode_rows([{"id": 1, "text": "Été"}], ".jsonl").decode()
    '{"id": 1, "text": "Été"}\\n'
    """
    if suffix not in SUFFIXES:
        raise unknown("suffix of an output", suffix, SUFFIXES)
    if suffix == ".parquet":
        return parquet.table_of(rows, _schema(schema))
    data = b"".join(map(_line, rows))
    if suffix == ".gz":
        return gzip.compress(data, 6, mtime=0)
    if suffix == ".zst":
        packed: bytes = require("zstandard", "a .zst file").ZstdCompressor().compress(data)
        return packed
    return data


def _line(row: Row) -> bytes:
    try:
        return json.dumps(row, ensure_ascii=False, default=_plain).encode() + b"\n"
    except UnicodeEncodeError:  # a lone surrogate, as some JSON has it: escaping restores it
        return json.dumps(row, default=_plain).encode() + b"\n"


def _plain(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _schema(given: Any) -> Any:
    """Return the types of our fields; the columns of the input keep theirs, except the text, which may have been bytes."""
    pa = require("pyarrow", "a Parquet file")
    kinds = {"string": pa.string(), "strings": pa.list_(pa.string()), "int": pa.int64()}
    kinds["removed"] = pa.list_(pa.struct([(name, pa.string()) for name in ("label", "why", "text")]))
    types = {name: kinds[kind] for name, kind in FIELDS.items()} | {"text": pa.string(), "id": None, "url": None}
    types |= {field.name: field.type for field in given or [] if field.name != "text"}
    return pa.schema([(name, kind) for name, kind in types.items() if kind is not None])
