"""The parts of a byline. What is none comes first."""

from __future__ import annotations

import pytest

from newsclean.metadata.line.names import is_desk, is_initials, is_outlet, looks_like_names, read_part, read_parts


@pytest.mark.parametrize("text", ["", "il pleut", "a, b", "x" * 71, "le chat dort", "12"])
def test_what_is_no_part(text: str) -> None:
    assert read_part(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Jean Dupont", "name"),
        ("Marie-Ève Le Gall", "name"),
        ("Anne d'Ormesson", "name"),
        ("Ludwig van der Berg", "name"),
        ("Shane O'Neill", "name"),
        ("Jan B.", "name"),
        ("AFP", "agency"),
        ("Le Monde.fr", "outlet"),
        ("BBC News", "outlet"),
        ("La rédaction", "desk"),
        ("R. B.", "initials"),
        ("mla-vb/pg", "initials"),
        ("Chefredakteur", "role"),
        ("Genève", "place"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    part = read_part(text)
    assert part is not None
    assert part.kind == kind


def test_a_name_may_have_a_role_behind_it() -> None:
    part = read_part("Anna Muster Redakteurin")
    assert part is not None
    assert (part.kind, part.text) == ("name", "Anna Muster")


@pytest.mark.parametrize("text", ["U.S.", "km/h", "et/ou", "D.C.", "J.-C.", "ab", "x" * 50])
def test_what_is_no_initials(text: str) -> None:
    assert not is_initials(text)


def test_outlets_and_desks() -> None:
    assert is_outlet("nzz.ch")
    assert is_outlet("l'avenir.net")
    assert not is_outlet("jean dupont")
    assert is_desk("online-redaktion")
    assert not is_desk("le monde")


def test_lists_of_names() -> None:
    assert [part.text for part in read_parts("Anna Muster, Jan B. und Luc Renard") or []] == [
        "Anna Muster",
        "Jan B.",
        "Luc Renard",
    ]
    assert read_parts("Anna Muster und dann") is None
    assert read_parts("Anna Muster, jj", initials=True)
    assert read_parts(", ".join(f"Anna Muster{n}" for n in "abcdefghi")) is None


def test_capitals_alone_make_no_names() -> None:
    assert looks_like_names("Anna von der Heide")
    assert not looks_like_names("Anna geht heim")
    assert not looks_like_names("Anna Muster!")
