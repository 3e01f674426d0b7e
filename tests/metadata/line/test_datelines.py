"""Datelines at the head of a line. What is none comes first."""

from __future__ import annotations

import pytest

from newsclean.metadata.line.datelines import may_start_with_dateline, read_dateline
from tests.metadata.line.cases import cases, check

REST = "La ministre a visité samedi une école de la ville avec des élus."


@pytest.mark.parametrize(
    "opening",
    [
        "Paris - ",  # a bare town needs capitals, a long dash or a bar
        "Le conseil (AFP) avait dit que ",
        "Martin — ",
        "Le parti (PS) - ",
        "PARIS, dimanche soir, — ",
        "L'Agence France-Presse (AFP) ",
    ],
)
def test_what_is_no_dateline(opening: str) -> None:
    assert read_dateline(opening + REST) is None


@pytest.mark.parametrize("case", cases("datelines"))
def test_a_line_is_read_as_expected(case) -> None:
    check(case)


@pytest.mark.parametrize(
    ("opening", "place", "agencies"),
    [
        ("LONDON, May 3 (Reuters) - ", "LONDON", ("Reuters",)),
        ("WASHINGTON, Sept. 12, 2020 (AFP) — ", "WASHINGTON", ("AFP",)),
        ("PARIS, TEXAS, Jan 5 (AP) - ", "PARIS, TEXAS", ("AP",)),
        ("Genève (ATS) - ", "Genève", ("ATS",)),
        ("BERLIN/PARIS (dpa/afp) – ", "BERLIN/PARIS", ("dpa", "AFP")),
        ("PARIS | ", "PARIS", ()),
        ("München — ", "München", ()),
        ("PARIS, 3 mai 2024 — ", "PARIS", ()),
        ("(ats) ", "", ("ATS",)),
    ],
)
def test_place_and_agencies(opening: str, place: str, agencies: tuple[str, ...]) -> None:
    found = read_dateline(opening + REST)
    assert found is not None
    assert (found.end, found.place, found.agencies) == (len(opening), place, agencies)
    assert found.signed == bool(agencies)
    assert may_start_with_dateline(opening + REST)
