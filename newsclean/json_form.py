"""Blocks and fields as plain data for JSON: the parts of `Article.to_dict()`.

`newsclean.report.schema()` is the JSON Schema of the whole.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping
from typing import Any

from newsclean.blocks import Block
from newsclean.fields import Fields

SCHEMA = 1  # version of the JSON form; a new key does not change it, a changed or removed key does


def fields_form(fields: Fields) -> dict[str, Any]:
    """Return the fields of an article by name.

    >>> fields_form(Fields(title="Un titre", date=datetime.date(2024, 5, 1)))["date"]
    '2024-05-01'
    """
    return {field.name: _plain(getattr(fields, field.name)) for field in dataclasses.fields(fields)}


def block_form(block: Block) -> dict[str, Any]:
    """Return a block with its reasons (weights rounded to two decimals) and its edits.

    >>> block_form(Block(0, 8, "Partager", "Partager", kept=False))["span"]
    [0, 8]
    """
    return {
        "span": [block.start, block.end],
        "label": block.label.value if block.label else None,
        "kept": block.kept,
        "text": block.text,
        "source": block.source,
        "evidence": [{"name": reason.name, "weight": round(reason.weight, 2)} for reason in block.evidence],
        "edits": [
            {
                "span": [edit.start, edit.end],
                "before": edit.before,
                "after": edit.after,
                "rule": edit.rule,
                "label": edit.label,
            }
            for edit in block.edits
        ],
    }


def _plain(value: Any) -> Any:
    """A value as JSON has it: dates in ISO 8601, sequences as lists."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    return value
