"""Letters, apostrophes and quotation marks that became U+FFFD or a question mark."""

import pytest

from newsclean.encoding.lost_characters import LostCharacter, repair_lost
from newsclean.encoding.repair_document import RepairDocument
from tests.encoding.steps import after


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Vraiment ? Oui ! Pourquoi pas ?", "questions"),
        ("Qui a dit cela?", "a question without a space"),
        ("voir exemple.fr/?a=b pour les gens", "a web address"),
        ("le r?sum", "one word with a question mark is not enough"),
        ("xq\ufffdzz", "no word of the list"),
        ("p\ufffdcheur", "pêcheur and pécheur are possible"),
    ],
)
def test_stays(line, why):
    assert after(repair_lost, line, language="fr", guess=False) == line, why


@pytest.mark.parametrize(
    ("line", "want", "why"),
    [
        ("le pr\ufffdsident", "le président", "one word is possible"),
        ("LE PR\ufffdSIDENT", "LE PRÉSIDENT", "in capitals"),
        (
            "le pr\ufffd\ufffdsident, la r\ufffd\ufffdpublique",
            "le président, la république",
            "a mark for every lost byte",
        ),
        ("l\ufffdhomme", "l’homme", "an elision"),
        ("le pr?sident et les d?put?s", "le président et les députés", "question marks in two words"),
        ("il a dit \ufffdmerci\ufffd, puis rien", "il a dit “merci”, puis rien", "a pair of quotation marks"),
    ],
)
def test_filled_in(line, want, why):
    assert after(repair_lost, line, language="fr", guess=False) == want, why


def test_guess_takes_the_likelier_word():
    line = "la \ufffdtude des m\ufffdthodes du march\ufffd de la p\ufffdche"
    guessed, certain = (after(repair_lost, line, language="fr", guess=guess) for guess in (True, False))
    assert guessed.count("\ufffd") <= certain.count("\ufffd")


def test_the_marks_of_one_character_are_counted():
    one = LostCharacter("\ufffd", RepairDocument(["d\ufffdj\ufffd vu"], "fr"), guess=False)
    two = LostCharacter("\ufffd", RepairDocument(["d\ufffd\ufffdj\ufffd\ufffd vu"], "fr"), guess=False)
    assert (one.one_mark_per_byte, one.marks_per_quote) == (False, 1)
    assert (two.one_mark_per_byte, two.marks_per_quote) == (True, 3)
    assert not one.letters_survive


def test_intact_letters_say_that_marks_are_lost():
    document = RepairDocument(["L\ufffdété à Genève"], "fr")
    assert LostCharacter("\ufffd", document, guess=False).letters_survive
