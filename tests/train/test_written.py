"""Written lines and documents: those of `tests/gold/` are whole, and malformed files are reported."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from newsclean.errors import NewscleanError
from newsclean.gold import line_spans, text_of
from newsclean.train.written import ARTICLE, read_documents, read_lines, read_training_gold
from newsclean.vocabulary import FURNITURE, METADATA, Label
from tests.conftest import ROOT

GOLD = ROOT / "tests" / "gold"
LINES = sorted((GOLD / "lines").glob("*.tsv"))
DOCUMENTS = sorted((GOLD / "documents").glob("*.txt"))
LANGUAGES = {"de", "en", "es", "fr", "it", "nl", "pt"}  # those of the benchmark's labelled texts
KINDS = {"dump", "article", "extracted", "clean"}
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PRIVATE = re.compile(r"/(?:home|root|tmp|work|Users)/|localhost|127\.0\.0\.1")


def test_every_language_has_lines_of_every_sort() -> None:
    assert {path.stem for path in LINES} == LANGUAGES
    for path in LINES:
        found = Counter(line.label for line in read_lines([path]))
        assert {str(label) for label in FURNITURE | METADATA} - set(found) <= {"duplicate"}, path.name
        assert found[ARTICLE] > 400, f"{path.name}: too few lines that stay"


def test_no_line_is_there_twice() -> None:
    for path in LINES:
        found = Counter((line.label, line.text) for line in read_lines([path]))
        assert [line for line, count in found.items() if count > 1] == [], path.name


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_documents_are_whole(path: Path) -> None:
    documents = list(read_documents(path))
    assert documents
    for document in documents:
        assert document["language"] in LANGUAGES, document["id"]
        assert document["kind"] in KINDS, document["id"]
        assert {line["label"] for line in document["lines"]} <= {str(label) for label in Label}, document["id"]
        text = text_of(document)
        rows = [row for row in text.split("\n") if row]
        assert [text[start:end] for start, end in line_spans(document)] == rows, document["id"]


def test_no_document_is_there_twice() -> None:
    found = Counter(text_of(document) for path in DOCUMENTS for document in read_documents(path))
    assert [text[:60] for text, count in found.items() if count > 1] == []


def test_clean_documents_hold_no_furniture() -> None:
    furniture = {str(label) for label in FURNITURE}
    for path in DOCUMENTS:
        for document in read_documents(path):
            if document["kind"] == "clean":
                assert not furniture & {line["label"] for line in document["lines"]}, document["id"]


def test_addresses_are_invented() -> None:
    for path in (*LINES, *DOCUMENTS):
        text = path.read_text("utf-8")
        assert [one for one in ADDRESS.findall(text) if not one.endswith(".example")] == [], path.name
        assert PRIVATE.findall(text) == [], path.name


def test_gold_files_come_before_documents_whatever_the_order_of_the_arguments(tmp_path: Path) -> None:
    gold, written = tmp_path / "z.jsonl", tmp_path / "a.txt"
    gold.write_text(
        '{"id": "1", "group": "a.example", "language": "fr", "lines": [{"text": "Un pont", "label": "title"}]}\n'
    )
    written.write_text("#DOC fr news clean\ntitle\tUn pont\n\n\nparagraph\tLe pont rouvre.\n", "utf-8")
    first, second = read_training_gold([written, gold])
    assert (first["id"], second["id"], second["group"]) == ("1", "written/a-1", "a-1.example")
    assert text_of(second) == "Un pont\n\n\nLe pont rouvre.\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title\tUn pont\n", "line 1: a document begins with '#DOC'"),
        ("#DOC fr news\ntitle\tUn pont\n", "line 1: '#DOC' needs a language, a genre and a kind"),
        ("#DOC fr news clean\ntitle Un pont\n", "line 2: a label, a tab and a text are needed"),
        ("#DOC fr news clean\ntitle\t \n", "line 2: a label, a tab and a text are needed"),
        ("#DOC fr news clean\ntitel\tUn pont\n", "unknown label 'titel', did you mean 'title'"),
        ("#DOC fr news clean\n#DOC fr news clean\ntitle\tUn pont\n", "lines must be"),
    ],
)
def test_a_malformed_document_is_reported(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, "utf-8")
    with pytest.raises(NewscleanError, match=re.escape(message)):
        list(read_documents(path))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("share Partager\n", "line 1: a label, a tab and a text are needed"),
        ("share\tPartager\n\nshares\tPartager\n", "line 3: unknown label 'shares', did you mean 'share'"),
    ],
)
def test_a_malformed_line_is_reported(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "fr.tsv"
    path.write_text(text, "utf-8")
    with pytest.raises(NewscleanError, match=re.escape(message)):
        list(read_lines([path]))
