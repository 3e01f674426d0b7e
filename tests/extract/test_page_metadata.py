"""The fields of an article from the markup of its page."""

import datetime as dt

from newsclean import analyze
from newsclean.extract.head_data import read_head
from newsclean.extract.page import read_html
from newsclean.extract.page_metadata import MAX_VALUE, read_date, read_fields
from newsclean.extract.tree import parse_html
from newsclean.fields import Fields
from tests.extract.pages import TITLE, article, page

FACTS = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle",
"datePublished": "2024-05-01T18:30:00+02:00", "author": [{"@type": "Person", "name": "Jeanne Dupraz"}],
"keywords": ["budget", "impôts"], "headline": "Le budget passe la rampe après un long débat"}]}</script>"""


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


def fields_of(html: str) -> Fields:
    tree = parse_html(html)
    return read_fields(tree, read_head(tree))


def test_a_byline_goes_before_the_name_of_the_site() -> None:
    head = "<meta name=author content='La Gazette'><meta property='og:site_name' content='La Gazette'>"
    byline = "<p class=byline>Par Jeanne Dupraz</p>"
    assert fields_of(f"<html><head>{head}</head><body>{byline}").authors == ("Jeanne Dupraz",)
    assert fields_of(f"<html><head>{head}</head><body><p>x").authors == ("La Gazette",)


def test_the_date_of_publication_goes_before_that_of_the_change() -> None:
    changed = "<meta property='article:modified_time' content='2024-05-03'>"
    assert fields_of(f"<html><head>{changed}</head><body><p>x").date == dt.date(2024, 5, 3)
    marked = f"<html><head>{changed}</head><body><time datetime='2024-05-02'>hier</time>"
    assert fields_of(marked).date == dt.date(2024, 5, 2)
    declared = "<meta name=date content='2024-05-01'>"
    assert fields_of(marked.replace("<head>", f"<head>{declared}")).date == dt.date(2024, 5, 1)


def test_addresses_and_long_texts_are_no_names() -> None:
    head = f"<meta name=author content='https://example.org/jd'><meta name=byl content='{'x' * MAX_VALUE}'>"
    assert fields_of(f"<html><head>{head}</head><body><p>x").authors == ()


def test_a_date_in_words() -> None:
    assert read_date("Publié le 1 mai 2024", "fr") == dt.date(2024, 5, 1)
    assert read_date("2024-13-45") is None
