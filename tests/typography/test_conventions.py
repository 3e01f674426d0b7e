"""The conventions of a call: a locale with the options applied."""

import pytest

from newsclean.errors import NewscleanError
from newsclean.typography import EDITORIAL, RULES, known_locales, locale_row
from newsclean.typography.conventions import resolve_conventions


@pytest.mark.parametrize(
    ("options", "known"),
    [
        ({"spaces": "thin"}, "nbsp"),
        ({"off": ["quote"]}, "quotes"),
        ({"on": ["accent"]}, "accents"),
        ({"style": "x"}, "press"),
    ],
)
def test_mistakes_name_what_is_known(options, known):
    with pytest.raises(NewscleanError, match=known):
        resolve_conventions("fr-FR", **options)


@pytest.mark.parametrize(
    ("spaces", "high", "colon", "no_break"),
    [("typographic", "\u202f", "\u00a0", "\u00a0"), ("nbsp", "\u00a0", "\u00a0", "\u00a0"), ("plain", " ", " ", " ")],
)
def test_spaces(spaces, high, colon, no_break):
    found = resolve_conventions("fr-FR", spaces)
    assert (found.high, found.colon, found.no_break) == (high, colon, no_break)


def test_the_order_of_ids_does_not_matter():
    assert resolve_conventions("fr-FR", off=RULES) is resolve_conventions("fr-FR", off=RULES[::-1])


def test_a_rule_that_is_off_and_on_is_off():
    assert resolve_conventions("fr-FR", off=EDITORIAL, on=EDITORIAL).on == frozenset()


def test_a_row_gives_what_its_name_gives():
    assert resolve_conventions(locale_row("de-CH")) == resolve_conventions("de-CH")


@pytest.mark.parametrize("name", known_locales())
def test_the_marks_of_a_locale_are_not_ambiguous(name):
    found = resolve_conventions(name)
    own = found.row.primary if found.row.force else "“”«»"
    assert not set(own) & set(found.ambiguous)
    assert {"'", '"'} <= set(found.ambiguous)
