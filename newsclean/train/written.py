"""Texts that were written for training: single lines, and whole documents in a form that is easy to write and to read.

A file of lines has a label, a tab and a text a line; its name begins with the code of its language. A file of documents has any number of them, each under a
header that names its language, genre and kind:

    #DOC fr recipe article
    title<TAB>Le gratin de la mi-saison
    share<TAB>Partager

    paragraph<TAB>Épluchez les courges et coupez-les en dés.

Blank lines are blank lines of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from newsclean.errors import NewscleanError, unknown
from newsclean.gold import LABELS, GoldDocument, check, read_gold

HEADER = "#DOC"
WEIGHT = 2.0  # of a written document, beside one of a page
ARTICLE = "article"  # label of a single line of an article, whichever part of it
SOURCE = "genres"  # the source of gold that written documents are like


class WrittenLine(NamedTuple):
    """A line that was written for training: its language, label and text."""

    language: str
    label: str
    text: str


def read_lines(paths: Iterable[Path]) -> Iterator[WrittenLine]:
    """Yield the lines of files of single lines, in the order of the names of the files.

    Raises:
        NewscleanError: A line has no tab, no text or no known label.
    """
    for path in sorted(paths, key=lambda path: path.name):
        for number, row in enumerate(path.read_text("utf-8").split("\n"), 1):
            if not row.strip():
                continue
            label, text = _parted(row, path, number)
            if label != ARTICLE and label not in LABELS:
                raise NewscleanError(f"{path}, line {number}: {unknown('label', label, {*LABELS, ARTICLE})}")
            yield WrittenLine(path.name.partition(".")[0], label, text)


def read_training_gold(paths: Iterable[Path]) -> Iterator[GoldDocument]:
    """Yield the documents of gold files and of files of written documents (`.txt`), the gold files first, each kind in the order of the names.

    Raises:
        NewscleanError: A file cannot be read, or a document is malformed.
    """
    for path in sorted(paths, key=lambda path: (path.suffix == ".txt", path.name)):
        yield from read_documents(path) if path.suffix == ".txt" else read_gold([path])


def read_documents(path: Path) -> Iterator[GoldDocument]:
    """Yield the documents of a file of written documents as gold. Each is a group of its own.

    Raises:
        NewscleanError: A header, a tab or a text is missing, or a label is unknown; with file and line.
    """
    document: GoldDocument | None = None
    count = 0
    for number, row in enumerate(path.read_text("utf-8").split("\n"), 1):
        if row.startswith(HEADER):
            if document is not None:
                yield _checked(document, path)
            count += 1
            document = _opened(row, f"{path.stem}-{count}", path, number)
        elif not row.strip():
            if document is not None:
                document["text"] += "\n"
        elif document is None:
            raise NewscleanError(
                f"{path}, line {number}: a document begins with {HEADER!r}, its language, genre and kind"
            )
        else:
            label, text = _parted(row, path, number)
            document["text"] += f"\n{text}" if document["text"] else text
            document["lines"].append({"text": text, "label": label})
    if document is not None:
        yield _checked(document, path)


def _opened(row: str, name: str, path: Path, number: int) -> GoldDocument:
    """Return the document that a header opens."""
    _, *given = row.split()
    if len(given) != 3:
        raise NewscleanError(
            f"{path}, line {number}: {HEADER!r} needs a language, a genre and a kind, not {' '.join(given)!r}"
        )
    language, genre, kind = given
    about = {"language": language, "genre": genre, "kind": kind, "gold": SOURCE, "weight": WEIGHT}
    return {"id": f"written/{name}", "group": f"{name}.example", **about, "text": "", "lines": []}


def _parted(row: str, path: Path, number: int) -> tuple[str, str]:
    """Return the label and the text of a line."""
    label, tab, text = row.partition("\t")
    if not tab or not text.strip():
        raise NewscleanError(f"{path}, line {number}: a label, a tab and a text are needed, not {row[:60]!r}")
    return label.strip(), text.strip()


def _checked(document: GoldDocument, path: Path) -> GoldDocument:
    try:
        return check(document)
    except NewscleanError as error:
        raise NewscleanError(f"{path}: {error}") from error
