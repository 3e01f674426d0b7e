"""Pages that trip extractors: each still gives its article, or an empty text and a note."""

import json

import pytest

from newsclean import analyze, clean
from tests.extract.pages import PROSE, RELATED, TITLE, article, page


def kept_prose(text: str) -> int:
    flat = "".join(text.replace("’", "'").split())
    return sum("".join(prose.split())[5:60] in flat for prose in PROSE)


def of(html: str) -> str:
    return clean(html, kind="html")


def test_an_article_among_furniture():
    text = of(page(article() + RELATED))
    assert kept_prose(text) == 5
    assert "Impressum" not in text
    assert "piscine restera" not in text
    assert "Accueil" not in text


def test_breaks_instead_of_paragraphs():
    body = "<h1>" + TITLE + "</h1><div class='text'>" + "<br><br>".join(PROSE) + "</div>"
    assert kept_prose(of(page(body))) == 5


def test_a_layout_table():
    cells = "".join(f"<p>{text}</p>" for text in PROSE)
    assert kept_prose(of(page(f"<table><tr><td>{cells}</td></tr></table>"))) == 5


def test_an_amp_page():
    html = page("<amp-sidebar><ul><li><a href='/'>Menu</a></ul></amp-sidebar>" + article("<amp-ad>Annonce</amp-ad>"))
    assert kept_prose(of(html.replace("<html", "<html amp"))) == 5


@pytest.mark.parametrize("levels", [300, 3000])
def test_a_tower_of_boxes(levels):
    html = page("<div>" * levels + article() + "</div>" * levels)
    assert kept_prose(of(html)) == 5


def test_text_in_json_ld_alone():
    data = json.dumps({"@type": "NewsArticle", "headline": TITLE, "articleBody": "\n".join(PROSE)})
    found = analyze(page("<div id='root'></div>", f'<script type="application/ld+json">{data}</script>'), kind="html")
    assert kept_prose(found.text) == 5
    assert any("JSON-LD" in note for note in found.notes)
    assert found.rebuild() == found.source


def test_two_articles_give_the_main_one():
    teaser = "<article class='teaser'><h2><a href='/x'>Un autre sujet du jour</a></h2><p><a href='/x'>La gare sera fermée.</a></p></article>"
    text = of(page(article() + f"<section class='teasers'>{teaser * 3}</section>"))
    assert kept_prose(text) == 5
    assert "gare sera fermée" not in text


def test_fragments():
    assert kept_prose(of("".join(f"<p>{text}</p>" for text in PROSE))) == 5


def test_plain_text_taken_for_html():
    assert kept_prose(of("\n\n".join(PROSE))) >= 4


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<script>document.write('x')</script>",
        "<noscript>Please enable JavaScript.</noscript><div id='app'></div>",
        "<form><input name='q'></form>",
    ],
)
def test_pages_without_an_article(body):
    found = analyze(f"<html><body>{body}</body></html>", kind="html")
    assert found.text == ""
    assert found.notes
    assert found.rebuild() == found.source


def test_a_consent_wall_is_no_article():
    wall = (
        "<div class='cookie-consent' role='dialog'><h2>Votre vie privée</h2><p>Nous utilisons des cookies.</p>"
        "<button>Tout accepter</button><button>Tout refuser</button></div>"
    )
    found = analyze(f"<html lang=fr><body>{wall}</body></html>", kind="html")
    assert "accepter" not in found.text
    assert found.text == ""
    assert found.notes
