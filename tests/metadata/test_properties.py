"""What holds for every line: no failure, spans inside the line, cuts in order, time that grows with the line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.metadata import find_agencies, find_dates, read_authors, read_credits, read_line
from tests.work import MOST, growth

WORDS = st.sampled_from(
    [
        "Par",
        "Von",
        "By",
        "di",
        "Por",
        "Jean",
        "Dupont",
        "R.",
        "B.",
        "et",
        "und",
        "avec",
        "AFP",
        "dpa",
        "(ats/nxp)",
        "/ATS",
        "(dpa)",
        "©",
        "2019",
        "Photo:",
        "Foto",
        "Keystone",
        "Paris",
        "—",
        "|",
        "-",
        "(AFP)",
        "3",
        "mai",
        "2018",
        "à",
        "10h30",
        "vor",
        "Stunden",
        "ago",
        "May",
        "12,",
        "11.06.2018",
        "Publié",
        "le",
        "Mis",
        "jour",
        "İ",
        "ß",
        ".",
        ",",
        "«",
        "»",
        "(",
        ")",
        "/",
        "17:05",
        "CET",
        "+02:00",
        "31/02/99",
        "via",
        "Getty",
        "Images",
    ]
)
LINES = st.one_of(
    st.text(max_size=400), st.lists(WORDS, max_size=40).map(" ".join), st.lists(WORDS, max_size=25).map("".join)
)
LANGUAGES = st.sampled_from([None, "fr", "de-CH", "en", "it", "es", "xx"])


@settings(max_examples=400, deadline=None)
@given(LINES, LANGUAGES)
def test_a_reading_fits_its_line(line, language):
    reading = read_line(line, language)
    for piece in (*reading.spans, *reading.cuts):
        assert 0 <= piece.start < piece.end <= len(line)
        assert piece.rule.startswith("metadata.")
    ends = [0]
    for cut in reading.cuts:
        assert cut.start >= ends[-1]
        ends.append(cut.end)
    assert not (reading.label and reading.cuts)
    assert read_line(line, language) == reading


@settings(max_examples=200, deadline=None)
@given(LINES, LANGUAGES)
def test_a_cut_leaves_words(line, language):
    left, at = "", 0
    for cut in read_line(line, language).cuts:
        left += line[at : cut.start]
        at = cut.end
    assert not at or any(c.isalnum() for c in left + line[at:])


@settings(max_examples=200, deadline=None)
@given(LINES, LANGUAGES)
def test_dates_fit_their_line(line, language):
    for found in find_dates(line, language):
        assert line[found.start : found.end] == found.text != ""


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
