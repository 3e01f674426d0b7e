"""The labels of the blocks of a page."""

import pytest

from newsclean import analyze
from newsclean.clues import CLUES
from newsclean.labels.page_decision import CLUE_LABELS
from tests.extract.pages import PROSE, TITLE, article, page


def labels(html: str) -> dict[str, str]:
    return {block.source: str(block.label) for block in analyze(html, kind="html").blocks}


def test_title_headings_and_items_have_their_labels():
    found = labels(page(article("<h2>Un référendum en vue</h2>")))
    assert found[TITLE] == "title"
    assert found["Un référendum en vue"] == "heading"
    assert found[PROSE[3]] == "paragraph"


def test_captions_leave_with_their_figure():
    found = labels(
        page(
            article(
                "<figure><img src='a.jpg'><figcaption>La salle du conseil, lundi. Photo: Keystone</figcaption></figure>"
            )
        )
    )
    assert found["La salle du conseil, lundi. Photo: Keystone"] in ("caption", "credit")


def test_a_newsletter_box_goes():
    box = "<div class='newsletter-box'><p>Recevez chaque matin l'essentiel de l'actualité dans votre boîte mail.</p><button>S'inscrire</button></div>"
    found = labels(page(article(box)))
    assert found["Recevez chaque matin l'essentiel de l'actualité dans votre boîte mail."] == "newsletter"


def test_every_removal_says_why():
    found = analyze(page(article()), kind="html")
    assert all(block.evidence for block in found.removed)


def kicked(name: str, text: str = "Politique locale", tag: str = "p") -> str:
    return page(
        article()
        .replace("<h1>", f"<header><{tag} class='{name}'>{text}</{tag}><h1>")
        .replace("</h1>", "</h1></header>")
    )


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


def test_clues_that_suggest_a_label_are_declared() -> None:
    assert set(CLUE_LABELS) <= CLUES.keys()


def test_the_nearest_class_name_gives_the_label() -> None:
    box = "<div class='promo'><p class='newsletter'>Recevez chaque matin l'essentiel.</p></div>"
    assert labels(page(article() + box))["Recevez chaque matin l'essentiel."] == "newsletter"


def test_a_long_text_in_the_place_of_a_byline_is_about_the_author() -> None:
    text = "Jeanne Dupraz couvre la politique communale depuis dix ans, et préside l'association des journalistes."
    assert labels(page(article() + f"<footer><div class='author'>{text}</div></footer>"))[text] == "author_bio"


def test_a_lone_h1_is_the_headline_where_the_head_has_none() -> None:
    html = page(article()).replace("<title>", "<title>x").replace('og:title" content="', 'og:title" content="x')
    assert labels(html)[TITLE] == "title"


def test_the_headline_once_more_is_a_duplicate() -> None:
    found = analyze(page(article(f"<p>{TITLE}</p>")), kind="html")
    assert [str(block.label) for block in found.blocks if block.source == TITLE] == ["title", "duplicate"]
