"""Parquet files, read and written a bounded number of rows at a time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from newsclean.integrations.records.extras import require
from newsclean.integrations.records.raw_record import Damage

MAX_ROWS = 200  # rows of one piece
SIZE = 1_000_000  # bytes of one piece
GROUP_SIZE = 64_000_000  # bytes of one row group that is written
_WHAT = "a Parquet file"


def batches(file: BinaryIO) -> Iterator[tuple[bytes, int] | Damage]:
    """Yield the rows of a file as Arrow streams of at most 200 rows, with their number; a `Damage` for a row group that cannot be read."""
    pa, pq = require("pyarrow", _WHAT), require("pyarrow.parquet", _WHAT)
    try:
        # no buffering ahead: a row group may be larger than the available memory
        table = pq.ParquetFile(file, pre_buffer=False, buffer_size=1 << 20)
    except (pa.ArrowException, OSError) as error:
        yield Damage(f"not a complete Parquet file ({_first_line(error)})")
        return
    for group in range(table.num_row_groups):
        try:
            for batch in table.iter_batches(batch_size=MAX_ROWS, row_groups=[group], use_threads=False):
                yield from _pieces(batch, pa)
        except (pa.ArrowException, OSError) as error:
            yield Damage(f"row group {group} cannot be read on from here ({_first_line(error)})")


def rows_of(data: bytes) -> tuple[list[dict[str, Any]], Any]:
    """Return the rows of an Arrow stream and its schema."""
    pa = require("pyarrow", _WHAT)
    table = pa.ipc.open_stream(data).read_all()
    return table.to_pylist(), table.schema


def table_of(rows: Sequence[Mapping[str, Any]], schema: Any) -> bytes:
    """Return rows as an Arrow stream. `schema` has the known types; those of other columns are inferred.

    A column with values of several types becomes JSON text.
    """
    pa = require("pyarrow", _WHAT)
    names = dict.fromkeys(name for row in rows for name in row)
    columns = {name: _column([row.get(name) for row in rows], _type(schema, name), pa) for name in names}
    return _stream(pa.table(columns), pa)


def read_table(data: bytes) -> Any:
    """Return the table in an Arrow stream."""
    pa = require("pyarrow", _WHAT)
    return pa.ipc.open_stream(data).read_all()


def concat(tables: Sequence[Any]) -> Any:
    """Return one table with the columns of all; columns of incompatible types become JSON text."""
    pa = require("pyarrow", _WHAT)
    schema = common_schema([table.schema for table in tables])
    return pa.concat_tables([cast(table, schema) for table in tables])


def common_schema(schemas: Sequence[Any]) -> Any:
    """Return a schema with the columns of all, in types that can hold the values of all."""
    pa = require("pyarrow", _WHAT)
    fields: dict[str, Any] = {}
    for schema in schemas:
        for field in schema:
            known = fields.setdefault(field.name, field.type)
            if known != field.type:
                fields[field.name] = _wider(known, field.type, pa)
    return pa.schema(list(fields.items()))


def cast(table: Any, schema: Any) -> Any:
    """Return the table with the columns and types of a schema from `common_schema`."""
    pa = require("pyarrow", _WHAT)
    names = set(table.column_names)
    columns = [
        _cast(table.column(field.name), field.type, pa) if field.name in names else pa.nulls(table.num_rows, field.type)
        for field in schema
    ]
    return pa.table(columns, schema=schema)


def write(table: Any, path: Path) -> None:
    """Write a table to a file."""
    require("pyarrow.parquet", _WHAT).write_table(table, path, compression="zstd")


def merge(parts: Iterable[Path], out: Path) -> None:
    """Merge files into one, in row groups of about 64 MB."""
    pa, pq = require("pyarrow", _WHAT), require("pyarrow.parquet", _WHAT)
    paths = list(parts)
    schema = common_schema([pq.read_schema(path) for path in paths]) if paths else pa.schema([("text", pa.string())])
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        pending: list[Any] = []
        for path in paths:
            pending.append(cast(pq.read_table(path, use_threads=False), schema))
            if sum(table.nbytes for table in pending) >= GROUP_SIZE:
                writer.write_table(pa.concat_tables(pending))
                pending = []
        if pending:
            writer.write_table(pa.concat_tables(pending))


def _pieces(batch: Any, pa: Any) -> Iterator[tuple[bytes, int]]:
    size = max(1, MAX_ROWS * SIZE // max(batch.nbytes, SIZE))
    for start in range(0, batch.num_rows, size):
        piece = batch.slice(start, size)
        yield _stream(pa.Table.from_batches([piece]), pa), piece.num_rows


def _stream(table: Any, pa: Any) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return bytes(sink.getvalue())


def _type(schema: Any, name: str) -> Any:
    return schema.field(name).type if schema is not None and name in schema.names else None


def _column(values: list[Any], kind: Any, pa: Any) -> Any:
    for tried in dict.fromkeys([kind, None]):
        try:
            return pa.array(values, tried)
        except (pa.ArrowException, OverflowError, UnicodeError):
            continue
    return pa.array(map(_as_json, values), pa.string())


def _cast(column: Any, kind: Any, pa: Any) -> Any:
    if column.type == kind:
        return column
    if pa.types.is_string(kind) and not pa.types.is_null(column.type):
        return pa.array(map(_as_json, column.to_pylist()), kind)
    try:
        return column.cast(kind)
    except pa.ArrowException:
        return pa.array(column.to_pylist(), kind)


def _as_json(value: Any) -> str | None:
    if value is None:
        return None
    plain = isinstance(value, (dict, list, int, float))
    text = json.dumps(value, ensure_ascii=False, default=str) if plain else str(value)
    return text.encode("utf-8", "replace").decode()


def _wider(one: Any, other: Any, pa: Any) -> Any:
    try:
        schemas = [pa.schema([("x", kind)]) for kind in (one, other)]
        return pa.unify_schemas(schemas, promote_options="permissive").field("x").type
    except (pa.ArrowException, TypeError):
        return pa.string()


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0][:200] if str(error).strip() else type(error).__name__
