"""The filter typography: which blocks it sets, and by which locale."""

import pytest

from newsclean.edits import apply
from newsclean.errors import NewscleanError
from newsclean.filters import Typography
from newsclean.reading import read_text

FRENCH = "Le président de la République a dit \"oui\" aux députés, et c'est tout pour aujourd'hui."


@pytest.mark.parametrize("options", [{"locale": "klingon!!"}, {"locale": "fr", "on": {"accent"}}, {"spaces": "thin"}])
def test_mistakes_are_reported_when_the_filter_is_made(options):
    with pytest.raises(NewscleanError):
        Typography(**options)


def test_blocks_that_are_dropped_stay_as_they_are():
    article = read_text("l'été\n\nl'hiver", language="fr")
    blocks = (article.blocks[0], article.blocks[1]._replace(kept=False))
    found = Typography("fr-CH")(article.replace(blocks=blocks))
    assert [block.text for block in found.blocks] == ["l’été", "l'hiver"]


def test_the_given_locale_wins_over_that_of_the_article():
    article = read_text(FRENCH).replace(locale="fr-FR")
    assert "«\u00a0oui\u00a0»" in Typography()(article).text
    assert "«oui»" in Typography("fr-CH")(article).text
    assert Typography("fr-CH")(article).locale == "fr-CH"


def test_the_locale_is_detected():
    found = Typography()(read_text(FRENCH))
    assert found.locale == "fr-FR"
    assert "c’est" in found.text
    assert apply(found.source, found.edits) == found.text
    assert found.rebuild() == FRENCH


def test_an_unknown_language_gets_apostrophes_only():
    found = Typography()(read_text('x\'y "z"'))
    assert found.text == 'x’y "z"'
