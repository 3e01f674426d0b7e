"""What a text shows of its own conventions."""

import pytest

from newsclean.typography.locales import locale_row
from newsclean.typography.text_style import TextStyle, observe_style


@pytest.mark.parametrize(
    ("paragraphs", "locale", "why"),
    [
        ([], "fr-FR", "nothing"),
        (["Il vient — dit-on – demain."], "fr-FR", "as many of each dash"),
        (["1914–1918, vient-il"], "fr-FR", "dashes without spaces are ranges"),
        (["« oui » «non»"], "fr-CH", "one tight guillemet outweighs a spaced pair"),
        (["« oui »"], "fr-FR", "the locale has spaces anyway"),
        (["“Sì” «no»", "«no»"], "it-IT", "more of the first choice"),
    ],
)
def test_no_style(paragraphs, locale, why):
    assert observe_style(paragraphs, locale_row(locale)) == TextStyle(), why


def test_the_more_frequent_dash():
    assert observe_style(["a — b", "c – d — e"], locale_row("fr-FR")).dash == "—"
    assert observe_style(["a – b"], locale_row("fr-FR")).dash == "–"


def test_spaced_guillemets():
    assert observe_style(["« oui »", "« non »"], locale_row("fr-CH")).spaced_guillemets


def test_outer_quotes():
    assert observe_style(["“Sì”, disse."], locale_row("it-IT")).outer_quotes == "“”"
    assert observe_style(["“Yes”"], locale_row("en-US")).outer_quotes == ""
