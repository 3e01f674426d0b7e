"""Escapes that programs left in text."""

import pytest

from newsclean.encoding.escapes import repair_escapes
from tests.encoding.steps import after


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("https://fr.wikipedia.org/wiki/%C3%89t%C3%A9", "a web address keeps its escapes"),
        ("voir exemple.fr/%C3%A9t%C3%A9", "an address without a scheme, too"),
        ("une hausse de 20%E5", "one byte escape is not enough"),
        ("C:\\users", "a path"),
        ("un u00e9 seul", "one bare escape is not enough"),
        ("\\u0001", "a control stays an escape"),
        ("\\ud83d", "half of a surrogate pair"),
        ("%FE%FE", "neither UTF-8 nor letters of the language"),
    ],
)
def test_no_escape(line, why):
    assert after(repair_escapes, line, language="fr") == line, why


@pytest.mark.parametrize(
    ("line", "want", "why"),
    [
        ("l\\u2019\\u00e9t\\u00e9", "l’été", "as in JSON and JavaScript"),
        ("\\\\u00e9t\\\\u00e9", "été", "escaped twice"),
        ("\\u{00e9}", "é", "as in ECMAScript 6"),
        ("\\ud83d\\ude00", "😀", "a surrogate pair"),
        ("%u00e9t%u00e9", "été", "as JavaScript's escape()"),
        ("%C3%A9t%C3%A9", "été", "UTF-8 in percent signs"),
        ("=C3=A9t=C3=A9", "été", "quoted-printable"),
        ("\\xc3\\xa9t\\xc3\\xa9", "été", "the bytes literal of Python"),
        ("l\\xe9t\\xe9", "lété", "one byte an escape is windows-1252"),
        ('l\\\'\\"été\\"', 'l\'"été"', "escaped quotes"),
        ("tu00e9lu00e9visu00e9", "télévisé", "without backslash, when there are several"),
    ],
)
def test_decoded(line, want, why):
    assert after(repair_escapes, line, language="fr") == want, why
