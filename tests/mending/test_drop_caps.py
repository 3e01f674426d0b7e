"""Large first letters that were separated from their words."""

import pytest

from newsclean.mending.drop_caps import find_drop_cap, is_drop_cap

REST = "e ministre a dit lundi que la loi sera votée avant la fin de l'année."


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        ("E", REST, "the letter of an index, and its first entry"),
        ("L", "e ministre", "too short for a paragraph"),
        ("L", REST.capitalize(), "the next line begins with a capital"),
        ("L", REST.rstrip(".") + " 12", "no sentence"),
        ("12", REST, "no letter"),
        ("Les", REST, "a whole word"),
    ],
)
def test_no_drop_cap(left, right, why):
    assert not is_drop_cap(left, right), why


@pytest.mark.parametrize("left", ["L", "«L", "“ L"])
def test_drop_cap(left):
    assert is_drop_cap(left, REST)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("A la fin du mois, le maire a dit que la loi sera votée.", "a word of one letter"),
        ("I think that the train was late again this morning.", "English I"),
        ("M le maire a dit que la loi sera votée avant la fin.", "the rest is a common word"),
        ("L e", "too short"),
        ("X ylophone players of the city are glad to be here.", "the word stands nowhere else"),
    ],
)
def test_the_space_stays(text, why):
    assert find_drop_cap(text, [text]) is None, why


def test_the_space_of_a_common_word_is_found():
    text = "C ependant, la commune n'a pas encore reçu les plans."
    assert find_drop_cap(text, [text]) == (1, 2)


def test_the_rest_must_not_be_a_word_of_the_text():
    text = "X ylophone players of the city are glad to be here."
    assert find_drop_cap(text, [text, "The xylophone is new."]) == (1, 2)
    assert find_drop_cap(text, [text, "The xylophone is new.", "An ylophone is none."]) is None
