"""Lines of bylines and dates with nothing else in them. What holds more comes first."""

from __future__ import annotations

import pytest

from newsclean.metadata.line.headers import read_authors, read_header


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Il pleut à Genève depuis le 3 mai 2024",
        "Par la fenêtre, on voit le lac",
        "Von der Bühne",
        "12 mars 1848",
        "Zurich, 3 mai",
        "+ 3 mai 2024",
        "Par Jean Dupont " * 20,
        "Some Event: January 6, 2026",
    ],
)
def test_what_is_no_header(line: str) -> None:
    assert read_header(line, None) is None


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("3 mai 2024", "date"),
        ("Mis à jour à 17:05", "date"),
        ("Publié le 3 mai 2024 à 12h30 | 215 commentaires", "date"),
        ("Von Anna Muster, 3. Mai 2024", "byline"),
        ("Texte: Jean Dupont / Photos: Anne Martin", "byline"),
        ("srf/hosb;kesm, 3. Mai 2024, 12:30 Uhr", "byline"),
        ("AFP, 3 mai 2024", "agency"),
        ("3 May 2024 in Science | 4 min read", "date"),
    ],
)
def test_labels(line: str, label: str) -> None:
    header = read_header(line, None)
    assert header is not None
    assert header.label == label
    assert all(0 <= span.start < span.end <= len(line) for span in header.spans)


def test_the_reading_time_is_a_span_without_a_label() -> None:
    line = "3 May 2024 | 4 min read"
    header = read_header(line, "en")
    assert header is not None
    (found,) = [span for span in header.spans if span.label is None]
    assert (found.value, found.rule) == ("4 min read", "metadata.read-time")


def test_authors_of_a_byline() -> None:
    assert read_authors("Par Jean Dupont et Anne Martin, le 3 mai 2024") == ["Jean Dupont", "Anne Martin"]
    assert read_authors("Par la rédaction") == ["la rédaction"]
    assert read_authors("x" * 10_000) == []
