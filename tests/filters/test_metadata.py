"""The fields of an article: their values and their places in the source, from plain text and from a page alike."""

from __future__ import annotations

import datetime as dt

import pytest

from newsclean import analyze
from newsclean.article import Article
from newsclean.extract.head_data import read_head
from newsclean.extract.page_metadata import read_fields
from newsclean.extract.tree import parse_html
from newsclean.fields import Fields, reading_minutes
from newsclean.filters import read_metadata
from newsclean.metadata.article.title import bare_title
from newsclean.reading import read_text
from tests.extract.pages import PROSE, TITLE, article, page

HEAD = "Par Jeanne Dupraz\nPublié le 1er mai 2024 à 18h30"
TEXT = f"{TITLE}\n{HEAD}\n\n" + "\n\n".join(PROSE) + "\n\nPhoto: Keystone\n\n(ats/afp)\n\nMots-clés: budget, impôts"
FACTS = """<script type="application/ld+json">{"@graph": [{"@type": "Person", "@id": "#jd", "name": "Jeanne Dupraz"},
{"@type": "NewsArticle", "datePublished": "2024-05-01T18:30:00+02:00", "author": {"@id": "#jd"}, "isAccessibleForFree": %s,
"keywords": "budget, impôts", "headline": "Le budget passe la rampe après un long débat"}]}</script>"""


def placed(found: Article, field: str) -> list[str | None]:
    """The source at the places of a field."""
    return [span and found.source[slice(*span)] for span in found.spans[field]]


def test_every_field_of_a_text_has_its_place() -> None:
    found = analyze(TEXT, kind="text")
    assert found.title == TITLE
    assert found.authors == ["Jeanne Dupraz"]
    assert found.date == dt.datetime(2024, 5, 1, 18, 30)  # noqa: DTZ001 - no zone is written
    assert (found.agencies, found.credits, found.tags) == (["ATS", "AFP"], ["Keystone"], ["budget", "impôts"])
    assert placed(found, "title") == [TITLE]
    assert placed(found, "authors") == ["Jeanne Dupraz"]
    assert placed(found, "date") == placed(found, "date_text") == ["1er mai 2024 à 18h30"]
    assert placed(found, "agencies") == ["ats", "afp"]
    assert placed(found, "credits") == ["Keystone"]
    assert placed(found, "tags") == ["budget", "impôts"]


def test_values_and_places_are_as_many() -> None:
    found = analyze(TEXT, kind="text")
    for name, spans in found.spans.items():
        value = getattr(found, name)
        assert len(spans) == (len(value) if isinstance(value, list) else 1)


def test_a_page_agrees_with_its_text() -> None:
    told = analyze(page(article(), FACTS % "true"), kind="html")
    written = analyze(page(article().replace("</h1>", f"</h1><p>{HEAD.replace(chr(10), '</p><p>')}</p>")), kind="html")
    text = analyze(TEXT, kind="text")
    for found in (told, written):
        assert (found.title, found.authors) == (text.title, text.authors)
        assert str(found.date)[:16] == str(text.date)[:16]
    assert told.tags == text.tags


def test_what_only_the_markup_tells_has_no_place() -> None:
    found = analyze(page(article(), FACTS % "true"), kind="html")
    assert found.spans["authors"] == (None,)
    assert found.spans["date"] == (None,)
    assert placed(found, "title") == [TITLE]


@pytest.mark.parametrize(("told", "expected"), [("true", False), ("false", True), ('"False"', True)])
def test_the_markup_tells_of_a_paywall(told: str, *, expected: bool) -> None:
    assert analyze(page(article(), FACTS % told), kind="html").paywalled is expected


def test_a_box_for_subscribers_is_a_hint() -> None:
    assert analyze(TEXT, kind="text").paywalled is None
    assert analyze(f"{TEXT}\n\nCet article est réservé aux abonnés", kind="text").paywalled is True


def test_a_dateline_names_the_place() -> None:
    found = analyze(f"{TITLE}\n\nGenève (ATS) - {PROSE[0]}\n\n{PROSE[1]}", kind="text")
    assert (found.place, found.agencies) == ("Genève", ["ATS"])
    assert placed(found, "place") == ["Genève"]


def test_places_hold_where_the_encoding_was_repaired() -> None:
    broken = TEXT.replace("Jeanne", "Hélène").encode().decode("cp1252")
    found = analyze(broken, kind="text")
    assert found.authors == ["Hélène Dupraz"]
    assert placed(found, "authors") == ["HÃ©lÃ¨ne Dupraz"]


@pytest.mark.parametrize(
    ("head", "authors", "day"),
    [
        ("Von Anna Keller\nStand: 12.03.2024, 14:05 Uhr", ["Anna Keller"], "2024-03-12 14:05:00"),
        ("Kommentar von\nAnna Keller\n12. März 2024", ["Anna Keller"], "2024-03-12"),
        ("By Ann Lee\nPublished 14:05 GMT, 12 March 2024", ["Ann Lee"], "2024-03-12 14:05:00+00:00"),
        ("Written by\nAnn Lee, MD\nMarch 12, 2024", ["Ann Lee"], "2024-03-12"),
        ("Ann Lee March 12, 2024 - 4 min read", ["Ann Lee"], "2024-03-12"),
        ("di Maria Rossi\n12 marzo 2024 alle 14:05", ["Maria Rossi"], "2024-03-12 14:05:00"),
        ("Por Ana García\nPublicado el 12 de marzo de 2024 a las 14:05", ["Ana García"], "2024-03-12 14:05:00"),
        ("Mis à jour le 13 mars 2024 à 8h00, publié le 12 mars 2024 à 14h05", [], "2024-03-12 14:05:00"),
    ],
)
def test_heads_of_five_languages(head: str, authors: list[str], day: str) -> None:
    found = analyze(f"{TITLE}\n{head}\n\n" + "\n\n".join(PROSE), kind="text")
    assert found.authors == authors
    assert str(found.date) == day


def test_a_menu_is_neither_headline_nor_byline() -> None:
    menu = "Home\nContact Us\nTravel Tips\nSelect Page"
    found = analyze(f"{menu}\n{TITLE}\n{HEAD}\n\n" + "\n\n".join(PROSE), kind="text")
    assert found.title == TITLE
    assert found.authors == ["Jeanne Dupraz"]


def test_the_address_tells_headline_and_day() -> None:
    url = "https://courrier.example/2024/05/03/budget-passe-rampe-apres-long-debat"
    lines = ["La piscine restera fermée tout l'été", TITLE, "L'école du centre attend ses travaux", *PROSE]
    found = analyze("\n\n".join(lines), kind="text", url=url)
    assert found.title == TITLE
    assert found.date == dt.date(2024, 5, 3)
    assert (found.date_text, found.spans["date"]) == ("2024/05/03", (None,))


def test_the_name_of_the_site_is_no_part_of_the_headline() -> None:
    url = "https://www.lecourrier.example/1"
    assert bare_title(f"{TITLE} - Le Courrier", [], url) == TITLE
    assert bare_title("Accueil > Suisse > Le budget passe", [], None) == "Le budget passe"
    assert bare_title("Zürich - eine Stadt am See", [], url) == "Zürich - eine Stadt am See"


def test_marked_dates_and_bylines_of_a_page() -> None:
    tree = parse_html(
        '<div class="post-author">Par Luc Morand</div><p>x <time datetime="2024-05-01T08:00">hier</time></p>'
    )
    fields = read_fields(tree, read_head(tree))
    assert fields.authors == ("Luc Morand",)
    assert fields.date == dt.datetime(2024, 5, 1, 8)  # noqa: DTZ001 - no zone is written


def authors_of(page: str) -> tuple[str, ...]:
    """The authors that a page tells."""
    tree = parse_html(page)
    return read_fields(tree, read_head(tree)).authors


def test_the_name_of_the_site_is_no_author_beside_a_byline() -> None:
    site = '<meta property="og:site_name" content="Le Courrier"><meta name="author" content="%s">'
    byline = '<p class="byline">Par Luc Morand</p>'
    assert authors_of(site % "Le Courrier" + byline) == ("Luc Morand",)
    assert authors_of(site % "Ann Lee" + byline) == ("Ann Lee",)
    assert authors_of(site % "Le Courrier" + "<p>Par Luc Morand, tout est dit.</p>") == ("Le Courrier",)


def test_reading_time() -> None:
    assert [reading_minutes("mot " * size) for size in (0, 1, 238, 239)] == [0, 1, 1, 2]
    assert analyze(TEXT, kind="text").reading_minutes == 1


def test_the_filter_works_without_labels() -> None:
    found = read_metadata(read_text(TEXT))
    assert found.title is None or found.title == TITLE
    assert read_metadata(read_text("")).fields == Fields()
