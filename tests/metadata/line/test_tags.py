"""Lines of tags. What is none comes first."""

from __future__ import annotations

import pytest

from newsclean.metadata.line.tags import read_tags
from newsclean.normal_forms import fold


@pytest.mark.parametrize("line", ["Thèmes du jour", "Tags", "Sujet: il pleut", "Themen: was nun?", "Mots-clésx vélo"])
def test_what_is_no_line_of_tags(line: str) -> None:
    assert read_tags(line, fold(line)) is None


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Mots-clés: vélo, Zurich", "vélo, Zurich"),
        ("Mots-clés vélo, Zurich", "vélo, Zurich"),
        (" Themen : Velo, Zürich ", "Velo, Zürich"),
        ("Filed Under: bikes", "bikes"),
        ("Argomenti: bici", "bici"),
        ("Etiquetas: bicis", "bicis"),
    ],
)
def test_tags_are_what_follows(line: str, value: str) -> None:
    found = read_tags(line, fold(line))
    assert found is not None
    assert found.spans[0].value == value
