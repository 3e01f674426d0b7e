"""Gold: texts with the correct label on every line, read from JSON lines; docs/gold.md describes the format."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from newsclean.article import CONTENT, Label
from newsclean.errors import NewscleanError, unknown

COARSE = ("content", "title", "metadata", "furniture")
LABELS = frozenset({*COARSE, *(label.value for label in Label)})
KEPT = frozenset({"content", "title", *(label.value for label in CONTENT)})
GoldDocument = dict[str, Any]  # the keys are those of `_TYPES`, checked by `check`
_TYPES: dict[str, tuple[tuple[type, ...], str]] = {
    "id": ((str, int), "a text"),
    "group": ((str,), "a text"),
    "language": ((str, type(None)), 'a code such as "fr", or null'),
    "text": ((str, type(None)), "a text"),
    "url": ((str, type(None)), "a text"),
    "lines": ((list,), "a list of at least one line"),
}
_NEEDED = ("id", "group", "language", "lines")


def read_gold(paths: Iterable[Path], *, strict: bool = True) -> Iterator[GoldDocument]:
    """Yield the documents of gold files: JSON lines, plain or gzipped, also in folders.

    Args:
        paths: Files and folders.
        strict: Whether a malformed document raises. Otherwise its error is yielded in its place, for `evaluate` to collect.

    Raises:
        NewscleanError: A file that cannot be read or a malformed document, with file and line.
    """
    for path in paths:
        for file in sorted(path.rglob("*.jsonl*")) if path.is_dir() else [path]:
            for found in _documents(file):
                if strict and isinstance(found, NewscleanError):
                    raise found
                yield found  # type: ignore[misc]  # an error only when it was asked for


def _documents(file: Path) -> Iterator[GoldDocument | NewscleanError]:
    """Yield the documents of one file, or their errors; of a truncated file, those before the damage."""
    number = 0
    try:
        with gzip.open(file, "rb") if file.suffix == ".gz" else file.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _document(line, f"{file}, line {number}")
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or error
        yield NewscleanError(
            f"{file}, after line {number}: the file cannot be read ({reason}); repair it or leave it out"
        )


def _document(line: bytes, where: str) -> GoldDocument | NewscleanError:
    try:
        return check(json.loads(line))
    except NewscleanError as error:
        return NewscleanError(f"{where}: {error}; see docs/gold.md")
    except (ValueError, RecursionError) as error:  # of the decoder and of json
        reason = f"{error.msg}, column {error.colno}" if isinstance(error, json.JSONDecodeError) else error
        return NewscleanError(
            f"{where}: not valid JSON ({reason}); a document is one object on one line, see docs/gold.md"
        )


def check(document: Any) -> GoldDocument:
    """Return the document if it is well-formed; raise `NewscleanError` otherwise.

    >>> check({"id": "1", "group": "a.ch", "language": "fr", "lines": [{"text": "Un titre", "label": "titel"}]})
    Traceback (most recent call last):
    newsclean.errors.NewscleanError: document '1', line 1: unknown label 'titel', did you mean 'title'? ...
    """
    if not isinstance(document, dict):
        raise NewscleanError(
            f"a document is an object with id, group, language and lines, not {type(document).__name__}"
        )
    name = f"document {document.get('id')!r}"
    for key, (types, wanted) in _TYPES.items():
        if key in _NEEDED and key not in document:
            raise NewscleanError(f"{name}: {key!r} is missing")
        if key in document and not isinstance(document[key], types):
            raise NewscleanError(f"{name}: {key} must be {wanted}, not {document[key]!r}")
    if not document["lines"]:
        raise NewscleanError(f"{name}: lines must be {_TYPES['lines'][1]}, it is empty")
    for number, line in enumerate(document["lines"], 1):
        if not isinstance(line, dict) or not isinstance(line.get("text"), str):
            raise NewscleanError(f"{name}, line {number}: a line is an object with text and label")
        if not isinstance(line.get("label"), str) or line["label"] not in LABELS:
            raise NewscleanError(f"{name}, line {number}: {unknown('label', line.get('label'), LABELS)}")
    list(line_spans(document))
    return document


def text_of(document: GoldDocument) -> str:
    """Return the text of a document: its own, or else its lines joined by line breaks.

    >>> text_of({"lines": [{"text": "Un titre "}, {"text": "Partager"}]})
    'Un titre\\nPartager'
    """
    return document.get("text") or "\n".join(line["text"].strip() for line in document["lines"])


def line_spans(document: GoldDocument) -> Iterator[tuple[int, int]]:
    """Yield the span of each line in the text of a document; raise `NewscleanError` for a line that is not in it.

    >>> list(line_spans({"id": "1", "text": "Un titre\\n\\nPartager", "lines": [{"text": "Un titre"}, {"text": "Partager"}]}))
    [(0, 8), (10, 18)]
    """
    text, at = text_of(document), 0
    for number, line in enumerate(document["lines"], 1):
        part = line["text"].strip()
        start = text.find(part, at)
        if start < 0:
            raise NewscleanError(
                f"document {document['id']!r}, line {number}: {part[:60]!r} is not in the text at its place"
            )
        at = start + len(part)
        yield start, at
