"""Character references in text."""

import pytest

from newsclean.encoding.entities import repair_entities
from tests.encoding.steps import after


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("AT&T et R&D", "no name follows"),
        ("Tom & Jerry", "a lone ampersand"),
        ("Dupont &Fils", "the name of a firm, no reference"),
        ("https://exemple.fr/?a=1&copy=2&reg=3", "parameters of a web address"),
        ("?a=1&copy=2", "a parameter without its address"),
        ("&notimportant", "a word that begins like a name"),
        ("&inconnu;", "a name that HTML does not have"),
    ],
)
def test_no_reference(line, why):
    assert after(repair_entities, line) == line, why


@pytest.mark.parametrize(
    ("line", "want", "why"),
    [
        ("l&rsquo;&eacute;t&eacute;", "l’été", "named"),
        ("l&#8217;&#233;t&#xe9;", "l’été", "decimal and hexadecimal"),
        ("l&#146;&#233;t&#233;", "l’été", "a C1 number is windows-1252, as in browsers"),
        ("&amp;amp;eacute;", "é", "escaped several times"),
        ("&eacutet&eacute", "été", "without semicolon"),
        ("l&#8217été", "l’été", "a number without semicolon"),
        ("& eacute;t&eacute;", "été", "torn by a space"),
        ("&EACUTE;t&eacute;", "Été", "put in capitals"),
        ("&#11;", "\ufffd", "a control is no character"),
        ("&#xD800;", "\ufffd", "half of a surrogate pair"),
        ("a&#09;b", "a b", "a tabulator is a space"),
    ],
)
def test_decoded(line, want, why):
    assert after(repair_entities, line) == want, why


def test_letters_of_other_scripts_without_semicolon_need_several_numbers():
    word = "".join(f"&#{ord(char)}" for char in "минстр")
    assert after(repair_entities, word) == "минстр"
    assert after(repair_entities, "&#1084&#1080") == "&#1084&#1080"
