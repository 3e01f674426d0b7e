"""The table of damaged forms: what mojibake of a character becomes when a part of it is lost."""

import pytest

from newsclean.encoding.damaged_forms import charset_of_damage, damaged_forms, forms_of


def test_a_damaged_form_is_not_the_one_that_decodes():
    assert "Ã©" not in set(forms_of("é"))
    assert "Ã" in set(forms_of("É"))


@pytest.mark.parametrize(
    ("form", "letter", "why"),
    [
        ("ã©", None, "lower case is damage only if the whole text is in lower case"),
        ("Ã©", None, "intact mojibake is decoded, not looked up"),
        ("Ã", "à", "the no-break space was dropped"),
        ("Ã ", "à", "the no-break space became a space"),
        ("Ã", "É", "the C1 control was dropped"),
        ("Ã?", "É", "the C1 control became a question mark"),
    ],
)
def test_forms_lead_back_to_letters(form, letter, why):
    found = damaged_forms(frozenset("éàÉ")).letters.get(form, ())
    assert (letter in found) if letter else not found, why


def test_marks_are_found_by_their_remains():
    marks = damaged_forms(frozenset()).marks
    assert marks["â€TM"] == ("’",)
    assert {"’", "“", "–"} <= set(marks["â"])


def test_the_charset_limits_the_forms():
    windows, latin = (damaged_forms(frozenset("é"), base=base).marks for base in ("windows", "latin"))
    assert "â€" in windows
    assert "â€" not in latin


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        ("clean", "both"),
        ("lâ€™Ã©tÃ©", "windows"),
        ("fÃ\x89te", "latin"),
        ("lâété", "both"),
        ("larmâe", "latin"),
        ("lâ€™ fÃ\x89te", "both"),
    ],
)
def test_the_charset_of_damage(text, charset):
    assert charset_of_damage(text) == charset
