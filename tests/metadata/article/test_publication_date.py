"""The date of publication among other dates. What is none comes first."""

from __future__ import annotations

import datetime as dt

import pytest

from newsclean import analyze
from tests.extract.pages import PROSE, TITLE

TEXT = "\n\n".join(PROSE)
DAY = dt.date(2024, 5, 3)


def day_of(text: str, url: str | None = None) -> dt.date | None:
    found = analyze(text, kind="text", url=url).date
    return found.date() if isinstance(found, dt.datetime) else found


@pytest.mark.parametrize(
    "prose",
    [
        "La loi du 3 mai 2024 sur les communes a été votée par une large majorité du conseil.",
        "Le pont, ouvert le 12 juin 1998, a été fermé le 3 mai 2024 après la crue, selon la commune.",
    ],
)
def test_a_day_that_the_text_speaks_of_is_none(prose: str) -> None:
    assert day_of(f"{TITLE}\n\n{TEXT}\n\n{prose}") is None


def test_the_dates_of_teasers_are_none() -> None:
    teasers = "\n".join(f"{day} mai 2024\nLa piscine numéro {day} reste fermée" for day in range(10, 16))
    assert day_of(f"{TITLE}\n3 mai 2024\n\n{TEXT}\n\nLire aussi\n{teasers}") == DAY
    assert day_of(f"{teasers}\n{TITLE}\nPublié le 3 mai 2024\n\n{TEXT}") == DAY


def test_the_dates_of_comments_are_none() -> None:
    comments = "\n".join(f"Marie P.\n{day} mai 2024 à 10h12\nJe suis d'accord avec vous." for day in range(10, 14))
    assert day_of(f"{TITLE}\nPar Jeanne Dupraz, 3 mai 2024\n\n{TEXT}\n\nCommentaires\n{comments}") == DAY


def test_a_teaser_that_says_published_is_none_beside_a_date_under_the_headline() -> None:
    teaser = "La piscine restera fermée\nPublié le 9 mai 2024 à 10h12"
    assert day_of(f"{TITLE}\n3 mai 2024\n\n{TEXT}\n\nLire aussi\n\n{teaser}") == DAY


@pytest.mark.parametrize(
    "head", ["Publié le 3 mai 2024\nMis à jour le 5 mai 2024", "Mis à jour: 5 mai 2024\n3 mai 2024"]
)
def test_the_last_change_comes_last(head: str) -> None:
    assert day_of(f"{TITLE}\n{head}\n\n{TEXT}") == DAY


def test_a_date_far_from_the_headline() -> None:
    assert day_of(f"{TITLE}\n\n{TEXT}\n\nPartager\n\nPublié le 3 mai 2024") == DAY
    assert day_of(f"3 mai 2024\nAccueil\nSuisse\nMonde\nSports\nCulture\nAbonnez-vous\n{TITLE}\n\n{TEXT}") == DAY


def test_a_long_line_of_categories() -> None:
    places = ", ".join(f"College of Science {n}" for n in range(12))
    prose = "The council of the town adopted the budget on Monday evening, after four hours of debate in the hall."
    assert day_of(f"The budget is adopted\nPosted on May 3, 2024 in {places}\n\n{prose}\n\n{prose[::-1]}.") == DAY


def test_the_address_tells_the_order_of_day_and_month() -> None:
    text = f"The budget is adopted\n05/03/2024\n\n{TEXT}"
    assert day_of(text, "https://courier.example/2024/may/03/budget") == DAY
    assert day_of(text, "https://courier.example/2024/03/05/budget") == dt.date(2024, 3, 5)


def marked(told: str, body: str, url: str | None = None) -> dt.date | None:
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{TITLE}", "datePublished": "{told}"}}</script>'
    text = "".join(f"<p>{line}</p>" for line in PROSE)
    page = f"<html lang=fr><head>{head}</head><body><article><h1>{TITLE}</h1>{body}{text}</article></body></html>"
    found = analyze(page, kind="html", url=url).date
    return found.date() if isinstance(found, dt.datetime) else found


@pytest.mark.parametrize(
    ("told", "body"),
    [
        ("2024-05-03T10:12:00Z", "<p>1er mai 2024</p>"),  # may be the day of anything
        ("2024-05-03T01:12:00Z", "<p>Publié le 2 mai 2024</p>"),  # the same moment further west
        ("2024-05-03T10:12:00Z", "<p>Publié le 9 mai 2024</p>"),  # not before it was published
        ("2024-05-03T10:12:00Z", "<p>Mis à jour le 9 mai 2024</p>"),
        ("3 mai 2024", "<p>La loi du 1er mars 2019 sur les communes reste en force.</p>"),
    ],
)
def test_the_date_of_the_markup_stays(told: str, body: str) -> None:
    assert marked(told, body) == DAY


@pytest.mark.parametrize(
    ("told", "body"),
    [
        ("9 septembre 2025", "<p>Par Jeanne Dupraz</p><p>3 mai 2024</p>"),
        ("2025-09-09T10:12:00Z", "<p>Publié le 3 mai 2024</p><p>Mis à jour le 9 septembre 2025</p>"),
        ("05-03-2024", "<p>Publié le 3 mai 2024</p>"),
    ],
)
def test_what_readers_see_puts_it_right(told: str, body: str) -> None:
    assert marked(told, body) == DAY


def test_the_address_puts_the_order_right() -> None:
    assert marked("05/03/2024", "", "https://courrier.example/2024/mai/03/budget") == DAY
    assert marked("03/05/2024", "", "https://courrier.example/2024/mai/03/budget") == DAY
