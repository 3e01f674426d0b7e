"""Hostile texts: a result in linear time, whatever comes."""

import time

import pytest

from newsclean.edits import apply
from newsclean.typography import typeset

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


def seconds(text, locale):
    start = time.process_time()
    typeset([text], locale)
    return time.process_time() - start


@pytest.mark.parametrize("name", HOSTILE)
def test_time_is_linear(name):
    piece, size = HOSTILE[name], 14_000
    short, long = piece * (size // len(piece)), piece * (4 * size // len(piece))
    seconds(short[:100], "fr-FR")
    floor = 0.02  # shorter times are noise
    for _attempt in range(3):  # another process may have had the core
        ratio = seconds(long, "fr-FR") / max(floor, seconds(short, "fr-FR"))
        if ratio < 9:  # four times the text; quadratic would be 16
            return
    pytest.fail(f"four times the text took {ratio:.0f} times as long")


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
