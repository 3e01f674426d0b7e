"""Hostile texts: a result in linear time, whatever comes."""

import pytest

from newsclean.edits import apply
from newsclean.typography import typeset
from tests.work import MOST, growth

PROSE = "L'été, le président a dit \"oui\" et 'qu'il viendrait' à 10 000 % : voilà ! "
HOSTILE = {
    "one line": PROSE,
    "apostrophes": "'",
    "double marks": '"',
    "marks and spaces": "' ",
    "letters and marks": "a'",
    "openings": "«",
    "unpaired": "il dit \"non et 'oui ",
    "nested": "\"' x ",
    "dots": ". ",
    "dashes": " -",
    "digits": "000 ",
    "minutes": "1'",
    "high signs": "\u00a0!",
    "combining": "\u0301'",
    "surrogates": "\ud800'a",
    "urls": "http://",
    "brackets after a url": "http://a)",
    "addresses": "a@",
    "code": "`a ",
    "tags": "<a ",
    "agency": '" +a',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_work_is_linear(name):
    piece = HOSTILE[name]
    assert growth(lambda size: typeset([piece * (size // len(piece))], "fr-FR"), 2_000, 32_000) <= MOST


def test_blanks():
    text = "a" + " " * 50_000 + "!"
    assert apply(text, typeset([text], "fr-FR")[0]) == "a\u202f!"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "'",
        '"',
        "''",
        "«",
        "»",
        "«»",
        "' '",
        '""',
        "\ud800",
        "\x00'\x00",
        "e\u0301'e\u0301",
        "'" * 7,
        "«" * 5 + "»" * 3,
    ],
)
@pytest.mark.parametrize("locale", ["fr-FR", "fr-CH", "de-DE", "en-US", "it-IT", None])
def test_only_marks(text, locale):
    result = apply(text, typeset([text], locale)[0])
    assert typeset([result], locale)[0] == ()


def test_combining_letters_take_an_apostrophe():
    text = "l'e\u0301te\u0301, de\u0301'a"
    assert apply(text, typeset([text], "fr-FR")[0]) == "l’e\u0301te\u0301, de\u0301’a"


def test_no_paragraphs():
    assert typeset([], "fr-FR") == []
