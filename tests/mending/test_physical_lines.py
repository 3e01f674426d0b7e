"""Where lines stand between their margins."""

import pytest

from newsclean.mending.physical_lines import physical_line, quote_end


@pytest.mark.parametrize(("line", "end"), [("", 0), ("a > b", 0), (">", 1), ("> a", 2), ("> > a", 4), (">> a", 3)])
def test_the_mark_of_a_quoted_mail(line, end):
    assert quote_end(line) == end


@pytest.mark.parametrize(
    ("gap", "column", "follows"),
    [
        ("", 0, False),
        ("\n", 0, True),
        ("\r\n", 0, True),
        ("\n   ", 3, True),
        ("\n\t", 8, True),
        (" \n", 0, True),
        ("\n\n", 0, False),
        ("\n \n", 0, False),
        ("\n\f", 0, True),
        ("\n\n\n\n\f", 0, False),
    ],
)
def test_the_margin(gap, column, follows):
    line = physical_line("Le texte", gap)
    assert (line.column, line.end, line.follows) == (column, column + 8, follows)


@pytest.mark.parametrize("text", ["le texte", "l'école", "peut-être", "a.", "vu,"])
def test_words_in_lower_case(text):
    assert physical_line(text, "").in_lower_case


@pytest.mark.parametrize("text", ["", "Le texte", "iPhone 15", "lemonde.fr", "m² 30", "a/b", "5 francs"])
def test_no_words_in_lower_case(text):
    assert not physical_line(text, "").in_lower_case
