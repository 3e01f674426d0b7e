"""Structure, facts and clues: what the markup says reaches the blocks and the fields."""

import datetime as dt

from newsclean import analyze
from newsclean.extract.elements import builtin_groups
from newsclean.extract.page import read_html
from tests.extract.pages import PROSE, TITLE, article, page

FACTS = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle",
"datePublished": "2024-05-01T18:30:00+02:00", "author": [{"@type": "Person", "name": "Jeanne Dupraz"}],
"keywords": ["budget", "impôts"], "headline": "Le budget passe la rampe après un long débat"}]}</script>"""


def labels(html: str) -> dict[str, str]:
    return {block.source: str(block.label) for block in analyze(html, kind="html").blocks}


def test_fields_from_json_ld():
    found = analyze(page(article(), FACTS), kind="html")
    assert found.title == TITLE
    assert found.authors == ["Jeanne Dupraz"]
    assert found.date == dt.datetime.fromisoformat("2024-05-01T18:30:00+02:00")
    assert found.fields.tags == ("budget", "impôts")


def test_fields_from_meta():
    head = '<meta name="author" content="Luc Morand"><meta property="article:published_time" content="2024-05-01">'
    found = read_html(page(article(), head))
    assert found.fields.authors == ("Luc Morand",)
    assert found.fields.date == dt.date(2024, 5, 1)
    assert (found.language, found.locale) == ("fr", "fr-CH")


def test_marks_of_structure():
    inner = "<h2>Un référendum en vue</h2><ul><li>Les impôts montent de deux centimes.</li></ul><table><tr><td>Budget</td><td>12 millions</td></tr></table>"
    marks = {block.text: block.mark for block in read_html(page(article(inner))).blocks}
    assert marks["Un référendum en vue"] == "h2"
    assert marks["Les impôts montent de deux centimes."] == "li"
    assert marks["Budget | 12 millions"] == "tr"


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


def test_names_of_classes():
    groups = builtin_groups()
    assert "related" in groups.names_of(groups.bits_of("js-relatedArticles"))
    assert "teaser" in groups.names_of(groups.bits_of("teaserliste"))
    assert groups.bits_of("xyz-123") == 0


def test_witnesses_are_clues():
    blocks = {block.text: block.clues for block in read_html(page(article())).blocks}
    assert blocks[PROSE[2]]["kept-by-trafilatura"] == 1.0
    assert blocks["Accueil"]["kept-by-trafilatura"] == 0.0
