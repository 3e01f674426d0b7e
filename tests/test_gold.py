"""Gold files are read, with file and line for what is malformed."""

from __future__ import annotations

import gzip
import json

import pytest

from newsclean.errors import NewscleanError
from newsclean.evaluate import evaluate, read_gold

PROSE = "Le conseil a voté le budget de la ville lundi soir après un long débat."


def document(*lines, **more):
    rows = [dict(zip(("text", "label", "sure"), line, strict=False)) for line in lines]
    return {"id": "1", "group": "a.ch", "language": "fr", "lines": rows} | more


def test_gold_files_are_read_with_line_numbers(tmp_path):
    good = json.dumps(document((PROSE, "paragraph")))
    file = tmp_path / "gold.jsonl"
    file.write_text(f"{good}\n\n{{broken\n{good}\n", "utf-8")
    with gzip.open(tmp_path / "more.jsonl.gz", "wt", encoding="utf-8") as more:
        more.write(good)
    with pytest.raises(NewscleanError, match=r"gold\.jsonl, line 3"):
        list(read_gold([file]))
    scores = evaluate(read_gold([tmp_path], strict=False))
    assert scores.documents == 3
    assert "line 3" in scores.errors[0]


@pytest.mark.parametrize(
    "line", ["[" * 100_000, "null", '"text"', '{"id": NaN}', "{'id': 1}", "\x00", '{"id": "1"} {}']
)
def test_a_line_that_is_no_document(tmp_path, line):
    file = tmp_path / "gold.jsonl"
    file.write_text(f"{json.dumps(document((PROSE, 'paragraph')))}\n{line}\n", "utf-8")
    scores = evaluate(read_gold([file], strict=False))
    assert scores.documents == 1
    assert [error.partition(":")[0] for error in scores.errors] == [f"{file}, line 2"]


def test_what_does_not_stand_in_the_text_is_told_with_its_place(tmp_path):
    file = tmp_path / "gold.jsonl"
    file.write_text(json.dumps(document((PROSE, "paragraph"), text="etwas anderes")), "utf-8")
    (error,) = evaluate(read_gold([file], strict=False)).errors
    assert error.startswith(f"{file}, line 1: document '1', line 1: 'Le conseil a voté")


def test_a_file_that_breaks_off_gives_what_came_before(tmp_path):
    packed = gzip.compress(f"{json.dumps(document((PROSE, 'paragraph')))}\n".encode() * 2000)
    file = tmp_path / "gold.jsonl.gz"
    for size, most in ((len(packed) // 2, 1999), (0, 0), (5, 0)):
        file.write_bytes(packed[:size] if size != 5 else b"no gzip")
        scores = evaluate(read_gold([file], strict=False))
        assert scores.documents <= most
        assert [" the file cannot be read" in error for error in scores.errors] == [True] * bool(size)


def test_the_example_of_the_documentation_is_gold(tmp_path):
    from pathlib import Path

    page = (Path(__file__).parent.parent / "docs" / "gold.md").read_text("utf-8")
    file = tmp_path / "gold.jsonl"
    file.write_text(page.split("```json\n")[1].split("```")[0], "utf-8")
    scores = evaluate(read_gold([file]))
    assert scores.documents == 2
    assert not scores.errors
