"""An article as plain data for JSON, in a form with a version and a schema."""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections.abc import Mapping
from importlib import resources
from typing import Any

from newsclean.article import Article, Block

SCHEMA = 1  # version of the JSON form; a new key is no new version, a changed or lost one is


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what `to_dict` gives.

    >>> schema()["properties"]["schema"]
    {'description': 'Version of this form. A new key is no new version; a changed or lost one is.', 'const': 1}
    """
    text = resources.files("newsclean.report").joinpath("schema.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def to_dict(article: Article) -> dict[str, Any]:
    """The article as plain data for JSON; `schema` is the version of its form.

    >>> from newsclean import analyze
    >>> sorted(to_dict(analyze("Bonjour.")))[:4]
    ['agencies', 'authors', 'blocks', 'credits']
    """
    fields = {field.name: getattr(article.fields, field.name) for field in dataclasses.fields(article.fields)}
    return {
        "schema": SCHEMA,
        "text": article.text,
        "kind": article.kind,
        "language": article.language,
        "locale": article.locale,
        "url": article.url,
        **{name: _plain(value) for name, value in fields.items()},
        "reading_minutes": article.reading_minutes,
        "encoding": article.encoding,
        "decode_errors": article.decode_errors,
        "notes": list(article.notes),
        "blocks": [_block(block) for block in article.blocks],
    }


def _plain(value: Any) -> Any:
    """A field as JSON has it: dates in ISO 8601, sequences as lists."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    return value


def _block(block: Block) -> dict[str, Any]:
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
