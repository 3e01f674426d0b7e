"""Lines that sign. What is none comes first."""

from __future__ import annotations

import pytest

from newsclean.metadata.line.results import LineMetadata
from newsclean.metadata.line.signatures import (
    find_name_line,
    has_signing_word,
    read_copyright,
    read_joint_signature,
    read_signature,
    signs_pictures_only,
    words_in,
)
from newsclean.normal_forms import fold


def signature(line: str) -> LineMetadata | None:
    return read_signature(line, fold(line), words_in(fold(line)))


@pytest.mark.parametrize("line", ["* AFP", "Keystone", "map", "sid", "AFP était là", "Il pleut.", "U.S."])
def test_what_does_not_sign(line: str) -> None:
    assert signature(line) is None


@pytest.mark.parametrize(
    ("line", "label", "values"),
    [
        ("/ATS", "agency", ["ATS"]),
        ("ats/nxp", "agency", ["ATS", "NXP"]),
        ("dpa", "agency", ["dpa"]),
        ("(afp)", "agency", ["AFP"]),
        ("AFP", "agency", ["AFP"]),
        ("R. B.", "byline", ["R. B."]),
        ("mla-vb/pg", "byline", ["mla-vb/pg"]),
    ],
)
def test_agencies_and_initials_sign(line: str, label: str, values: list[str]) -> None:
    found = signature(line)
    assert found is not None
    assert found.label == label
    assert [span.value for span in found.spans] == values


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("LIBERATION avec AFP", "byline"),
        ("jj/sti (dpa, afp)", "agency"),
        ("La rédaction", "byline"),
        ("Anna Muster, sda", "byline"),
        ("Agence France-Presse (AFP)", None),
        ("Par Jean Dupont, AFP", None),
        ("Genève, AFP", None),
        ("Journaliste, AFP", None),
    ],
)
def test_names_sign_with_agencies(line: str, label: str | None) -> None:
    found = read_joint_signature(line, words_in(fold(line)))
    assert (found.label if found else None) == label


@pytest.mark.parametrize(("line", "agency"), [("© 2019 AFP", "AFP"), ("Copyright 2020 dpa. Alle Rechte", "dpa")])
def test_a_copyright_notice_names_the_agency_of_the_text(line: str, agency: str) -> None:
    found = read_copyright(line, fold(line))
    assert found is not None
    assert [span.value for span in found.spans] == [agency]


@pytest.mark.parametrize("line", ["© AFP", "© 2019 Le Courrier", "2019 AFP"])
def test_what_is_no_notice_of_an_agency(line: str) -> None:
    assert read_copyright(line, fold(line)) is None


def test_a_line_of_names_is_weak() -> None:
    assert [span.value for span in find_name_line("* Jeanne Martin", "* jeanne martin")] == ["Jeanne Martin"]
    assert find_name_line("Le pont rouvre", "le pont rouvre") == []
    assert find_name_line("Le Monde", "le monde")[0].rule == "metadata.byline.outlet"


def test_quick_looks() -> None:
    assert has_signing_word(["rédaction"])
    assert not has_signing_word(["la", "the"])
    assert signs_pictures_only("EPA")
