"""What stands between the dates of a header line. What is neither date words nor a byline comes first."""

from __future__ import annotations

import pytest

from newsclean.metadata.line.header_segments import HeaderSegments
from newsclean.normal_forms import fold


def read(line: str, *, dated: bool = True) -> tuple[bool, HeaderSegments]:
    segments = HeaderSegments(line, fold(line), dated=dated)
    return segments.read(0, len(line)), segments


@pytest.mark.parametrize(
    "line",
    ["il pleut", "Der Bund senkt die Steuern", "publié par erreur dans le journal", "Von der Bühne", "Some Event:"],
)
def test_a_word_too_many_is_no_header(line: str) -> None:
    assert not read(line)[0]


@pytest.mark.parametrize(
    "line", ["Publié le ", " | ", "mis à jour à 17:05", "215 commentaires", "in Science", "Stand: "]
)
def test_words_of_date_lines(line: str) -> None:
    done, segments = read(line)
    assert done
    assert segments.parts == []


def test_counts_and_sections_need_a_date() -> None:
    assert not read("215 commentaires", dated=False)[0]
    assert not read("in Science", dated=False)[0]


def test_published_and_a_clock_are_noted() -> None:
    _, segments = read("mis à jour à 17:05", dated=False)
    assert segments.published
    assert segments.clock


@pytest.mark.parametrize(
    ("line", "names", "headed"),
    [
        ("Par Jean Dupont, publié le", ["Jean Dupont"], True),
        ("Jean Dupont | AFP", ["Jean Dupont", "AFP"], False),
        ("srf/hosb;kesm", ["srf/hosb", "kesm"], False),
        ("R. B.", ["R. B."], False),
        ("Texte: Jean Dupont / Photos: Anne Martin", ["Jean Dupont"], True),
    ],
)
def test_parts_of_a_byline(line: str, names: list[str], *, headed: bool) -> None:
    done, segments = read(line)
    assert done
    assert [part.text for part in segments.parts] == names
    assert segments.headed is headed
    assert all(line[start:end].strip() for start, end in segments.spans)
