"""Holders of rights in pictures. What is none comes first."""

from __future__ import annotations

import pytest

from newsclean.metadata.line.credit_holders import is_rights_notice, is_source, read_holders


@pytest.mark.parametrize("text", ["", "le président arrive à Genève", "un pont sur la rivière.", "x" * 200])
@pytest.mark.parametrize("sure", [True, False])
def test_what_is_no_holder(text: str, *, sure: bool) -> None:
    assert read_holders(text, sure=sure) is None


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("KEYSTONE/Anne Muster", ["KEYSTONE", "Anne Muster"]),
        ("Luc Renard Agence France-Presse", ["Luc Renard", "Agence France-Presse"]),
        ("Ann Lee for AFP", ["Ann Lee", "AFP"]),
        ("Anna Muster für dpa", ["Anna Muster", "dpa"]),
        ("AFP via Getty Images", ["AFP", "Getty Images"]),
    ],
)
def test_several_holders(text: str, holders: list[str]) -> None:
    assert read_holders(text, sure=False) == holders


def test_a_sure_head_lets_an_institution_hold_rights() -> None:
    assert read_holders("Police cantonale zurichoise", sure=True) == ["Police cantonale zurichoise"]
    assert read_holders("Police cantonale zurichoise", sure=False) is None


def test_notices_and_firms_are_no_credit() -> None:
    assert all(map(is_rights_notice, ("tous droits réservés", "example gmbh", "alle rechte vorbehalten")))
    assert not any(map(is_rights_notice, ("keystone", "anna agosti", "sarah sand")))


def test_sources() -> None:
    assert all(map(is_source, ("getty images", "afp", "keystone-sda")))
    assert not any(map(is_source, ("jean dupont", "le pont", "")))
