"""One line: what it looks like, and that its decoration is seen nowhere but in its text."""

from __future__ import annotations

import pytest

from newsclean.article import CONTENT, METADATA, Label
from newsclean.labels.line import Line, LineKind, may_be_headline, place_of_label, read_lines
from newsclean.rules.matcher import Matcher
from newsclean.rules.rule import Rule

RULES = Matcher(
    [
        Rule("m.share.bar", Label.SHARE, lines=("partager",)),
        Rule("m.related.head", Label.RELATED, lines=("à voir",), section=True),
        Rule("m.nav.word", Label.NAV, lines=("sport",), strength="weak"),
        Rule("m.legal.sport", Label.LEGAL, lines=("sport",), strength="weak"),
    ]
)


def line(text: str, language: str | None = "fr") -> Line:
    (found,) = read_lines([text], RULES, language)
    return found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Partager", LineKind.FURNITURE),
        ("Sport", LineKind.HINT),
        ("12 mars 2021 à 18h20", LineKind.METADATA),
        ("Le conseil a voté le budget de la ville lundi soir.", LineKind.PROSE),
        ("Un phare à vendre sur l'île", LineKind.SHORT),
        ("Culture", LineKind.SCRAP),
        ("Brévilly | 34 | 12 | 4", LineKind.ROW),
    ],
)
def test_the_kind_of_a_line(text: str, kind: LineKind) -> None:
    assert line(text).kind is kind


def test_rules_tell_where_a_line_stands() -> None:
    assert (line("Partager").strong, line("Partager").weak) == (place_of_label(Label.SHARE), 0)
    assert (line("Sport").strong, line("Sport").weak) == (0, place_of_label(Label.LEGAL))  # the farther of two
    assert (line("Culture").strong, line("Culture").weak) == (0, 0)


def test_every_label_has_a_place() -> None:
    assert all(1 <= place_of_label(label) <= 4 for label in Label)
    assert all(place_of_label(label) == 1 for label in METADATA)
    assert place_of_label(Label.NAV) < place_of_label(Label.RELATED)
    assert CONTENT.isdisjoint({Label.NAV, Label.RELATED})


@pytest.mark.parametrize(
    "variant", ["▶ Partager", "[Partager]", "PARTAGER", "Partager »", "  Partager  ", "👉 partager"]
)
def test_a_variant_matches_the_same_rules(variant: str) -> None:
    assert [rule.id for rule in line(variant).rules] == ["m.share.bar"]
    assert line(variant).key == line("Partager").key
    assert line(variant).text == variant


def test_the_key_ignores_marks_and_case_and_nothing_else() -> None:
    assert line("À voir !").key == line("à voir").key
    assert line("À voir ici").key != line("À voir").key


def test_a_line_of_marks_has_a_key_of_its_own() -> None:
    assert line("***").key != line("---").key


def test_words_depend_on_the_language() -> None:
    assert line("Condividi", "it").words.logit > line("Le conseil a voté le budget").words.logit
    assert line("Partager", None).words.logit != line("Partager", "fr").words.logit


def test_a_headline_is_short() -> None:
    assert may_be_headline(line("Le pont rouvre"))
    assert not may_be_headline(line("Pont"))
    assert not may_be_headline(line("Le pont " * 20))
    assert not may_be_headline(line("Le pont rouvre lundi soir. " * 4))


def test_marks_of_a_page_are_kept() -> None:
    marked = read_lines(["Partager", "Sport"], RULES, "fr", ["li", "p"])
    assert [found.mark for found in marked] == ["li", "p"]
    assert line("Partager").mark == ""
