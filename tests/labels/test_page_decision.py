"""The labels of the blocks of a page."""

import pytest

from newsclean import analyze
from newsclean.clues import CLUES
from newsclean.labels.page_decision import CLUE_LABELS
from tests.extract.pages import PROSE, RELATED, TITLE, article, page


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


GENRES = {
    "interview": [
        ("p", "Vous ouvrez ce soir un théâtre dans une ancienne laiterie. Pourquoi là ?"),
        ("p", "Parce que personne d'autre n'en voulait."),
        ("p", "Vraiment ?"),
        ("p", "Oui."),
        ("p", "Et le public viendra ?"),
        ("p", "Il est déjà venu hier, pour la répétition."),
    ],
    "recipe": [
        ("h2", "Ingrédients"),
        ("li", "500 g de courge"),
        ("li", "2 oignons"),
        ("li", "1 dl de crème"),
        ("li", "Sel, poivre"),
        ("h2", "Préparation"),
        ("li", "Couper la courge en dés."),
        ("li", "Faire revenir les oignons."),
        ("li", "Mixer et servir."),
    ],
    "results": [
        ("h3", "Deuxième ligue, groupe 1"),
        ("tr", "Bellerive | Montavon | 3-1"),
        ("tr", "Cornaux II | Lessoc | 0-0"),
        ("tr", "Vuadens | Prahins | 2-4"),
        ("h3", "Classement"),
        ("tr", "1. Prahins | 12 | 27"),
        ("tr", "2. Bellerive | 12 | 25"),
    ],
    "verses": [
        ("br", "La neige a pris le vieux moulin,"),
        ("br", "Le ruisseau dort sous sa dentelle,"),
        ("br", "Et l'hiver tire sur le lin"),
        ("br", "Un fil de laine après la belle."),
    ],
    "names": [
        ("h2", "Les élus"),
        ("li", "Aline Crausaz, Les Verts, 1204 voix"),
        ("li", "Bastien Morel, PLR, 1187 voix"),
        ("li", "Chantal Dumont, Le Centre, 1020 voix"),
        ("h2", "Viennent ensuite"),
        ("li", "Didier Roulin"),
        ("li", "Estelle Vial"),
    ],
    "answers": [
        ("h3", "Faut-il déclarer une poule ?"),
        ("p", "Oui, dès la première."),
        ("h3", "Combien cela coûte-t-il ?"),
        ("p", "Rien."),
        ("h3", "Et les canards ?"),
        ("p", "Les canards aussi, auprès du vétérinaire cantonal."),
    ],
    "live": [
        ("h4", "17h42"),
        ("p", "Le cortège arrive sur la place."),
        ("h4", "17h15"),
        ("p", "Deux tracteurs barrent la rue du Four."),
        ("h4", "16h50"),
        ("p", "Premiers slogans devant la préfecture."),
    ],
}


def rendered(parts: list[tuple[str, str]], title: str, container: str = "article") -> str:
    """An article of a genre as an element: consecutive items as one list, rows as one table, verses with line breaks."""
    out, open_tag = [f"<{container}><h1>{title}</h1>"], ""
    around = {"li": "ul", "tr": "table", "br": "p"}
    for tag, text in parts:
        wanted = around.get(tag, "")
        if wanted != open_tag:
            out += [f"</{open_tag}>" if open_tag else "", f"<{wanted}>" if wanted else ""]
            open_tag = wanted
        if tag == "tr":
            text = "".join(f"<td>{cell}</td>" for cell in text.split(" | "))
        out.append(f"{text}<br>" if tag == "br" else f"<{tag}>{text}</{tag}>")
    return "".join(out) + (f"</{open_tag}>" if open_tag else "") + f"</{container}>"


@pytest.mark.parametrize("container", ["article", "main", "div"])
@pytest.mark.parametrize("genre", GENRES)
def test_articles_of_every_genre_stay_whole(genre: str, container: str) -> None:
    body = rendered(GENRES[genre], TITLE, container)
    for html in (
        body,
        page(body),
        page(body + RELATED),
        page(f"<div class='share'><a href='/s'>Partager</a></div>{body}"),
    ):
        kept = [block.source for block in analyze(html, kind="html").kept]
        assert [text for _, text in GENRES[genre] if text not in kept] == []


@pytest.mark.parametrize("container", ["article", "main", "div", "section"])
def test_lists_under_a_headline_stay(container: str) -> None:
    lists = "<ul><li>un</li><li>deux</li><li>trois</li></ul><ol><li>rouge</li><li>bleu</li><li>vert</li></ol>"
    found = analyze(f"<{container}><h1>Le titre</h1>{lists}</{container}>", kind="html")
    assert [block.source for block in found.kept] == ["Le titre", "un", "deux", "trois", "rouge", "bleu", "vert"]


def test_menus_around_a_list_go() -> None:
    found = analyze(page(rendered(GENRES["recipe"], TITLE) + RELATED), kind="html").text
    for text in ("Accueil", "Sports", "À lire aussi", "La piscine restera fermée tout l'été", "Impressum"):
        assert text not in found
