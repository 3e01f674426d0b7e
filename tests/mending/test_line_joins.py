"""Two neighbouring lines: whether they were one sentence."""

import pytest

from newsclean.mending.line_joins import JoinConfidence, breaks_word, join_confidence, may_join

NONE, WEAK, SURE = JoinConfidence
PROSE = "Le conseil de la ville a voté lundi soir le budget des écoles. Il sera appliqué dès la rentrée prochaine dans le quartier"


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        ("Deux œufs", "du sel", "a recipe"),
        ("Il a dit :", "non, jamais", "a colon announces a line of its own"),
        ("Il l'a dit au", "- journal", "a list item"),
        ("Le maire a dit", "... et puis", "an ellipsis begins a line of its own"),
        ("Le maire a dit non.", ", dit-on", "the sentence is finished"),
        ("Il a dit", ") non", "no bracket is open"),
        ("Plan B", "du maire", "a lone capital"),
        ("Il l'a dit au", "TEMPS libre", "a heading"),
    ],
)
def test_two_lines(left, right, why):
    assert join_confidence(left, right, "fr") is NONE, why


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        ("Le maire l'a dit au", "journal local.", "a word that ends no sentence"),
        ("Il a joué pour l'", "Espérance", "an elided word"),
        ("Il a dit «", "non »", "an open guillemet"),
        ("« Non »", ", a dit le maire au conseil.", "a comma"),
        ("Il l'a (dit", ") au maire", "a closing bracket"),
        ("Elle l'a écrit dans l", "e journal", "a broken word"),
        ("Il a dit", "«", "a mark on a line of its own"),
    ],
)
def test_one_sentence(left, right, why):
    assert join_confidence(left, right, "fr") is SURE, why


def test_prose_that_breaks_off_is_a_weak_candidate():
    assert join_confidence(PROSE, "et dans les villages des alentours, où les écoles sont vides.", "fr") is WEAK


def test_without_a_language_no_word_needs_another():
    assert join_confidence("Le maire l'a dit au", "Journal", "fr") is SURE
    assert join_confidence("Le maire l'a dit au", "Journal", None) is NONE


@pytest.mark.parametrize(
    ("left", "right"),
    [("Il a sauté 8 m", "et gagné"), ("le plan B", "est là"), ("il y a", "deux"), ("dans l", "E journal")],
)
def test_no_word_is_broken(left, right):
    assert not breaks_word(left, right)


def test_a_quick_no_is_never_a_join():
    lines = ["Deux œufs", "Il a dit au", "«", "« Non »", "dans l", "Oui.", PROSE, "TEMPS", "3. le sel", "M"]
    rights = ["du sel", "Temps", ", dit-il", "e journal", "»", "Et puis.", "- un"]
    for left in lines:
        for right in rights:
            ends = frozenset({"au", "du", "le"})
            if not may_join(left, right, ends):
                assert join_confidence(left, right, None) is NONE, (left, right)
