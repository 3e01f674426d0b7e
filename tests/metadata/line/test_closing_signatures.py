"""Signatures glued to the end of a sentence, which are cut. What must stay comes first."""

from __future__ import annotations

import pytest

from newsclean.metadata.line.closing_signatures import find_closing_signature, may_end_in_signature

SENTENCE = "Le trafic a repris samedi soir."


@pytest.mark.parametrize(
    "end",
    [
        " (sic)",
        " (voir page 3)",
        " (rires)",
        " Reuters était là.",
        " (Genève)",
        " (1998)",
        " (le parti)",
        "",
    ],
)
def test_what_is_text_stays(end: str) -> None:
    assert find_closing_signature(SENTENCE + end) is None


def test_an_agency_in_brackets_inside_a_sentence_is_its_short_name() -> None:
    assert find_closing_signature("Il travaille pour l'Agence France-Presse (AFP)") is None
    assert find_closing_signature("Il travaille pour l'agence télégraphique suisse (ats)") is None


@pytest.mark.parametrize(
    ("end", "label", "value"),
    [
        (" (ats/nxp)", "agency", "ATS, NXP"),
        (" (red, sda)", "agency", "SDA"),
        (" /ATS", "agency", "ATS"),
        (" /Belga", "agency", "Belga"),
        (" — Reuters", "agency", "Reuters"),
        (" © 2019 AFP", "agency", "AFP"),
        (" Avec AFP", "agency", "AFP"),
        (" (Le Monde)", "agency", "Le Monde"),
        (" (mla)", "byline", "mla"),
        ("     B. A.", "byline", "B. A."),
        (" (Keystone)", "credit", "Keystone"),
    ],
)
def test_signatures_are_found(end: str, label: str, value: str) -> None:
    line = SENTENCE + end
    found = find_closing_signature(line)
    assert found is not None
    assert (found.label, found.value) == (label, value)
    assert line[: found.start] == SENTENCE
    assert found.rule == f"metadata.{label}.tail"
    assert may_end_in_signature(line)
