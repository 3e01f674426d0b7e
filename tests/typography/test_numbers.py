"""Spaces in numbers, before signs and before units."""

import pytest

from newsclean.edits import Edit, apply
from newsclean.typography.conventions import resolve_conventions
from newsclean.typography.numbers import bind_thousands, bind_units, set_swiss_thousands, space_signs

FR = resolve_conventions("fr-FR")


def made(text, edits):
    return apply(text, [Edit(*edit) for edit in edits]).replace("\u00a0", "~").replace("\u202f", "¦")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("en 2013 100 personnes", "a year and a number"),
        ("06 12 34 56 78", "a phone number"),
        ("+41 21 312 34 56", "a phone number abroad"),
        ("022 345 67 89", "a phone number with a head of three"),
        ("12.5 000", "behind a point"),
        ("1 500.50", "before a decimal point"),
        ("7 300 2", "a list of numbers"),
    ],
)
def test_no_groups(text, why):
    assert made(text, bind_thousands(text, FR)) == text, why


@pytest.mark.parametrize(
    ("text", "want"),
    [("1 500 euros", "1¦500 euros"), ("1 234 567", "1¦234¦567"), ("10~000", "10¦000"), ("1¦500", "1¦500")],
)
def test_groups(text, want):
    text = text.replace("~", "\u00a0").replace("¦", "\u202f")
    assert made(text, bind_thousands(text, FR)) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("l'250", "l'250"),
        ("1'23", "1'23"),
        ("'250'000'", "'250'000'"),
        ("250'000", "250’000"),
        ("1´234´567", "1’234’567"),
    ],
)
def test_swiss(text, want):
    assert made(text, set_swiss_thousands(text)) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("100%recyclé", "100%recyclé"),
        ("5$", "5$"),
        ("a % b", "a % b"),
        ("50%", "50~%"),
        ("50 %", "50~%"),
        ("10€", "10~€"),
        ("5 $", "5~$"),
    ],
)
def test_signs(text, want):
    assert made(text, space_signs(text, FR)) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("10 mots", "10 mots"),
        ("10 hameaux", "10 hameaux"),
        ("10km", "10km"),
        ("10 km/h", "10~km/h"),
        ("3 m²", "3~m²"),
        ("20 °C", "20~°C"),
        ("5 GB", "5 GB"),
    ],
)
def test_units(text, want):
    assert made(text, bind_units(text, FR)) == want
