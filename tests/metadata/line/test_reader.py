"""Reading one line: what is no metadata stays, and what holds for every line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from newsclean.metadata import find_agencies, find_dates, read_authors, read_credits, read_line
from tests.metadata.line.cases import FOLDER, table
from tests.metadata.line.lines import LANGUAGES, LINES
from tests.work import MOST, growth

KEPT = [
    pytest.param(line, language, id=f"{language}: {line[:50]}")
    for language, part in table("keeps").items()
    for line in part["lines"]
]


@pytest.mark.parametrize(("line", "language"), KEPT)
def test_what_is_no_metadata_stays(line, language):
    for said in (language, None):
        metadata = read_line(line, said)
        assert metadata.label is None
        assert metadata.cuts == ()
    assert find_agencies(line) == []


def test_there_are_enough_cases():
    cases = sum(len(table(path.stem).get("case", ())) for path in FOLDER.glob("*.toml"))
    assert cases + len(KEPT) >= 150


@settings(max_examples=400, deadline=None)
@given(LINES, LANGUAGES)
def test_a_reading_fits_its_line(line, language):
    metadata = read_line(line, language)
    for piece in (*metadata.spans, *metadata.cuts):
        assert 0 <= piece.start < piece.end <= len(line)
        assert piece.rule.startswith("metadata.")
    ends = [0]
    for cut in metadata.cuts:
        assert cut.start >= ends[-1]
        ends.append(cut.end)
    assert not (metadata.label and metadata.cuts)
    assert read_line(line, language) == metadata


@settings(max_examples=200, deadline=None)
@given(LINES, LANGUAGES)
def test_a_cut_leaves_words(line, language):
    left, at = "", 0
    for cut in read_line(line, language).cuts:
        left += line[at : cut.start]
        at = cut.end
    assert not at or any(c.isalnum() for c in left + line[at:])


@settings(max_examples=200, deadline=None)
@given(LINES)
def test_nothing_raises(line):
    assert all(read_authors(line))
    assert all(read_credits(line))
    assert len(find_agencies(line)) == len(set(find_agencies(line)))


def test_surrogates_and_nothing():
    for line in ("", " ", "\n", "\ud800", "Par \udfff", "\x00", "\u202e"):
        assert read_line(line).label is None
        assert find_dates(line) == []


def read_all(line: str) -> None:
    read_line(line)
    find_dates(line)
    read_authors(line)
    read_credits(line)
    find_agencies(line)


@pytest.mark.parametrize(
    "unit",
    [
        "x",
        "a b ",
        "(",
        "(ats ",
        " ",
        "1/1/",
        "Paris ",
        "Photo: ",
        "© ",
        "Jean Dupont ",
        "12 mai ",
        "R. ",
        "a-b/",
        "\u00a0",
    ],
)
def test_work_grows_with_the_line(unit):
    assert growth(lambda size: read_all(unit * size), 500, 16_000) <= MOST
