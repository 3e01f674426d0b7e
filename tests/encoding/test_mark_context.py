"""Which mark stands in a place."""

import pytest

from newsclean.encoding.mark_context import choose_mark, is_elision, is_quote_open
from newsclean.encoding.repair_document import RepairDocument

ALL = frozenset("’“”„–—-")


@pytest.mark.parametrize(
    ("line", "at", "language", "opened", "want"),
    [
        ("l*homme", 1, "fr", False, "’"),
        ("1914*1918", 4, "fr", False, "–"),
        ("10*000", 2, "fr", False, "’"),
        ("oui * non", 4, "fr", False, "–"),
        ("oui * non", 4, "en", False, "—"),
        ("dit *non", 4, "fr", False, "“"),
        ("sagt *nein", 5, "de", False, "„"),
        ("nein*, sagt", 4, "de", True, "“"),
        ("non*, dit", 3, "fr", True, "”"),
        ("the parents* house", 11, "en", False, "’"),
    ],
)
def test_chosen(line, at, language, opened, want):
    document = RepairDocument([line], language)
    assert choose_mark(line, (at, at + 1), ALL, document, opened=opened) == want


def test_of_marks_that_do_not_fit_none_is_chosen():
    assert choose_mark("l*homme", (1, 2), "„€", RepairDocument(["x"], "fr"), opened=False) is None
    assert choose_mark("l*homme", (1, 2), "€", RepairDocument(["x"], "fr"), opened=False) == "€"


@pytest.mark.parametrize(
    ("line", "language", "want"),
    [
        ("le?homme", "fr", False),
        ("l?zomme", "fr", False),
        ("l?homme", "de", False),
        ("dogs?x", "en", False),
        ("jusqu?ici", "fr", True),
        ("dell?anno", "it", True),
        ("don?t", "en", True),
    ],
)
def test_elisions(line, language, want):
    at = line.index("?")
    assert is_elision(line, at, at + 1, language) is want


def test_an_open_quote():
    assert not is_quote_open("«oui»", opened=False)
    assert is_quote_open("«oui» et «non", opened=False)
    assert is_quote_open("rien", opened=True)
