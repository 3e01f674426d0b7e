"""Credits glued to a description. What is none comes first."""

from __future__ import annotations

import pytest

from newsclean.metadata.line.captions import (
    ends_on_caption_marker,
    find_closing_credit,
    find_opening_credit,
    may_hold_credit,
)


@pytest.mark.parametrize(
    "line",
    [
        "Le conseil a voté le budget de la ville lundi soir.",
        "Il a pris la photo de sa vie.",
        "Tous droits réservés. © 2020 Le Courrier SA",
        "Photo: Keystone",  # nothing stands before it
    ],
)
def test_a_line_without_a_credit_at_its_end(line: str) -> None:
    assert find_closing_credit(line) is None


@pytest.mark.parametrize(
    ("line", "credit", "holders"),
    [
        ("Une partie du butin. (Photo: Police cantonale)", "(Photo: Police cantonale)", ("Police cantonale",)),
        (
            "Le pont, lundi matin. Foto: Anna Muster/Keystone",
            " Foto: Anna Muster/Keystone",
            ("Anna Muster", "Keystone"),
        ),
        ("The bridge on Monday. LUC RENARD / AFP", "LUC RENARD / AFP", ("LUC RENARD", "AFP")),
        (
            "The bridge on Monday. LUC RENARD via Getty Images",
            "LUC RENARD via Getty Images",
            ("LUC RENARD", "Getty Images"),
        ),
    ],
)
def test_a_credit_at_the_end(line: str, credit: str, holders: tuple[str, ...]) -> None:
    found = find_closing_credit(line)
    assert found is not None
    assert line[found.start : found.end] == credit
    assert found.holders == holders
    assert may_hold_credit(line.lower())


def test_a_credit_at_the_head() -> None:
    line = " Photo: Jeanne Martin Les vélos ont roulé longtemps sur cette route."
    assert find_opening_credit(line.replace(":", "")) is None
    found = find_opening_credit(line.strip())
    assert found is not None
    assert found.holders == ("Jeanne Martin",)


@pytest.mark.parametrize("line", ["l'illustration", "le symbole", "archives de la ville"])
def test_what_is_no_marker(line: str) -> None:
    assert not ends_on_caption_marker(line)


@pytest.mark.parametrize("line", ["un vélo (archives)", "ein velo. symbolbild", "un vélo, photo d'illustration."])
def test_markers(line: str) -> None:
    assert ends_on_caption_marker(line)
