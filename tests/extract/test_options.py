"""Options of a page: tables, comments of readers, the largest size; and the kicker, which the markup tells."""

import pytest

from newsclean import NewscleanError, analyze, clean
from newsclean.reading import read
from tests.extract.pages import PROSE, TITLE, article, page

TABLE = "<table><tr><td>Budget</td><td>12 millions</td></tr><tr><td>Impôts</td><td>3 millions</td></tr></table>"
SAID = "Je ne suis pas du tout d’accord avec ce budget, il fallait voter non."
COMMENTS = f"<section class='comments'><h3>2 commentaires</h3><div class='comment'><p>{SAID}</p><button>Répondre</button></div></section>"
WHOLE = page(article(TABLE) + COMMENTS)


def kicked(name: str, text: str = "Politique locale", tag: str = "p") -> str:
    return page(
        article()
        .replace("<h1>", f"<header><{tag} class='{name}'>{text}</{tag}><h1>")
        .replace("</h1>", "</h1></header>")
    )


def test_tables_stay_or_go():
    assert "Budget | 12 millions\nImpôts | 3 millions" in clean(WHOLE)
    assert "millions" not in clean(WHOLE, tables=False)
    assert PROSE[3][-40:] in clean(WHOLE, tables=False)


def test_tables_that_lay_out_the_page_are_none():
    rows = "".join(f"<tr><td><p>{text}</p></td></tr>" for text in PROSE)
    assert PROSE[3][-40:] in clean(page(f"<table>{rows}</table>"), tables=False)


def test_rows_of_one_cell_are_none():
    rows = "".join(f"<tr><td>{text}</td></tr>" for text in PROSE)
    assert PROSE[3][-40:] in clean(page(f"<table>{rows}</table>"), tables=False)


def test_comments_go_or_stay():
    assert SAID not in clean(WHOLE)
    text = clean(WHOLE, comments=True)
    assert text.endswith(SAID)
    assert "Répondre" not in text
    assert "2 commentaires" not in text


@pytest.mark.parametrize("source", [WHOLE, WHOLE.encode(), "Un texte. " * 300])
def test_max_size(source):
    for call in (clean, analyze, read):
        with pytest.raises(NewscleanError, match="max_size"):
            call(source, max_size=1000)
        call(source, max_size=100_000)


@pytest.mark.parametrize("name", ["kicker", "article-dachzeile", "c-surtitre", "story__overline", "eyebrow", "topline"])
def test_the_kicker(name):
    found = analyze(kicked(name), kind="html")
    assert found.kicker == "Politique locale"
    assert found.title == TITLE
    assert found.text.startswith(f"Politique locale\n\n{TITLE}")


def test_no_kicker():
    assert analyze(kicked("rubrique"), kind="html").kicker is None
    assert analyze(kicked("kicker", "Un long texte " * 10), kind="html").kicker is None
    assert (
        analyze(page("<p class='kicker'>Politique</p><div><p>Un encart de la rédaction</p></div>" + article())).kicker
        is None
    )
