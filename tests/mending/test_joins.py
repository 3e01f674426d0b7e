"""Which lines of a text are joined; the cases of the filter (tests/filters/mending) try whole texts."""

import pytest

from newsclean.mending import find_joins

TORN = ["Il l'a dit au", "Temps", ", qui l'a publié jeudi avec une photo de la maison et un plan du jardin."]


def joined(lines, gap="\n", language="fr"):
    return {n: join.glue for n, join in find_joins(lines, lambda _n: gap, language).items()}


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ([], "nothing"),
        (["", "", "a"], "empty lines"),
        (["Sport", "Culture", "et plus", "Météo"], "a menu: no sentence among the lines"),
        (["Deux œufs", "du sel", "de la farine"], "a recipe"),
        (["tools = [", "search,", "] et plus que cela pour les gens de la ville et d'ailleurs"], "code"),
    ],
)
def test_lines_stay_apart(lines, why):
    assert joined(lines) == {}, why


@pytest.mark.parametrize("gap", ["\n\n", "", "\n \n"])
def test_only_across_one_line_break(gap):
    assert joined(TORN, gap) == {}


@pytest.mark.parametrize("gap", ["\n", "\r\n", " \n\t"])
def test_a_link_inside_a_sentence(gap):
    assert joined(TORN, gap) == {1: " ", 2: ""}


def test_the_words_that_end_no_sentence_are_those_of_the_language():
    lines = ["Il l'a dit au", "Temps qui a publié jeudi une photo de la maison avec un plan du jardin."]
    assert joined(lines) == {1: " "}
    assert joined(lines, language="de") == {}


def test_a_word_that_was_hyphenated_keeps_its_hyphen():
    lines = ["Il vient du Val-", "de-Ruz, où il a passé jeudi avec une photo de la maison et un plan."]
    assert joined(lines).get(1, "") == ""


def test_the_marks_at_the_edges_take_no_space():
    lines = ["Il a lu hier le «", "Temps de la ville, qui a publié jeudi une photo de la maison et un plan."]
    assert joined(lines) == {1: ""}
