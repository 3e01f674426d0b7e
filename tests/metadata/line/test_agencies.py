"""Agencies that sign, alone, together and with initials. What is none comes first."""

from __future__ import annotations

import pytest

from newsclean.metadata.line.agencies import agencies, agencies_by_id, agencies_named, read_agency_signature
from newsclean.normal_forms import fold
from tests.metadata.line.cases import cases, check


@pytest.mark.parametrize("text", ["sic", "km/h", "et", "voir page 3", "Le Monde", "avec plaisir", "x" * 81, ""])
def test_what_is_no_signature(text: str) -> None:
    assert read_agency_signature(text) is None


@pytest.mark.parametrize("case", cases("agencies"))
def test_a_line_is_read_as_expected(case) -> None:
    check(case)


@pytest.mark.parametrize(
    ("text", "ids", "initials"),
    [
        ("ats/nxp", ("ATS", "NXP"), ()),
        ("red, sda", ("SDA",), ("red",)),
        ("Avec l'Agence France-Presse", ("AFP",), ()),
        ("Quelle: dpa", ("dpa",), ()),
        ("Keystone-ATS", ("Keystone", "ATS"), ()),
        ("dpa und afp", ("dpa", "AFP"), ()),
    ],
)
def test_agencies_and_initials_are_told_apart(text: str, ids: tuple[str, ...], initials: tuple[str, ...]) -> None:
    signature = read_agency_signature(text)
    assert signature is not None
    assert (signature.agencies, signature.initials) == (ids, initials)


def test_a_party_or_a_word_is_no_sure_agency() -> None:
    for text in ("PC", "si", "map"):
        signature = read_agency_signature(text)
        assert signature is None or not signature.sure


def test_the_word_for_an_agency_and_its_article_may_stand_before_its_name() -> None:
    for name in ("agence belga", "belga", "l'agence belga", "la presse canadienne", "the associated press"):
        assert len(agencies_named(name)) == 1, name


def test_names_are_folded_and_belong_to_one_agency() -> None:
    assert all(name == fold(name) for name in agencies())
    assert {agency.id for agency in agencies().values()} == set(agencies_by_id())
