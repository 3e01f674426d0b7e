"""The headline: which line of a text, which words of a page. What is none comes first."""

from __future__ import annotations

import pytest

from newsclean import analyze
from newsclean.metadata.article.title import bare_title
from tests.extract.pages import PROSE, TITLE

TEXT = "\n\n".join(PROSE)
HEAD = "Par Jeanne Dupraz\nPublié le 1er mai 2024 à 18h30"
MENU = "Accueil\nSuisse\nMonde\nSports\nCulture"


def title_of(text: str, url: str | None = None) -> str | None:
    return analyze(text, kind="text", url=url).title


def title_in(body: str, told: str, url: str | None = None) -> str | None:
    head = f'<title>{told}</title><meta property="og:title" content="{told}">'
    return analyze(f"<html lang=fr><head>{head}</head><body>{body}</body></html>", kind="html", url=url).title


@pytest.mark.parametrize("text", [TEXT, PROSE[0], "Partager\n\nImprimer", ""])
def test_a_text_without_headline_gets_none(text: str) -> None:
    assert title_of(text) in (None, "Partager")


@pytest.mark.parametrize(
    "teasers",
    [
        "* La piscine restera fermée\n* L'école attend ses travaux\n* Le marché change de place",
        "1. La piscine restera fermée tout l'été\n2. L'école du centre attend ses travaux",
    ],
)
def test_teasers_are_no_headline(teasers: str) -> None:
    assert title_of(f"{MENU}\n{teasers}\n\n{TITLE}\n{HEAD}\n\n{TEXT}") == TITLE
    assert title_of(f"{TITLE}\n{HEAD}\n\n{TEXT}\n\nLire aussi\n{teasers}") == TITLE


def test_a_kicker_is_no_headline() -> None:
    assert title_of(f"Politique\n{TITLE}\n{HEAD}\n\n{TEXT}") == TITLE


def test_the_summary_under_a_headline_is_none() -> None:
    summary = "Les députés ont siégé jusqu'à minuit pour entendre tous les partis"
    assert title_of(f"{MENU}\n{TITLE}\n{summary}\n{HEAD}\n\n{TEXT}") == TITLE


def test_the_title_of_the_page_tells_the_headline() -> None:
    other = "L'école du centre attend toujours ses travaux"
    dump = f"{TITLE} | Le Courrier\n{MENU}\n{other}\n{TITLE}\n{TEXT}"
    assert title_of(dump) == TITLE
    assert title_of(f"{TITLE} | Le Courrier\n{MENU}\n{TEXT}", "https://www.lecourrier.example/1") == TITLE


def test_the_path_of_the_menu_is_no_part_of_the_headline() -> None:
    for path in (f"Accueil > Suisse > {TITLE}", f"Accueil > {TITLE}", f"* {TITLE}"):
        assert title_of(f"{MENU}\n{path}\n{TITLE}\n{HEAD}\n\n{TEXT}") == TITLE
    assert bare_title("* Le pont rouvre", []) == "Le pont rouvre"


def test_the_name_of_the_site_in_an_h1_is_no_headline() -> None:
    assert title_in(f"<h1>Le Courrier</h1><article><h2>{TITLE}</h2><p>{TEXT}</p></article>", TITLE) == TITLE


def test_a_summary_in_an_h1_is_no_headline() -> None:
    summary = "La commune a ouvert la nouvelle école hier, et les parents ont pu visiter les classes, la cour et la salle de sport"
    assert title_in(f"<article><h1>{summary} jusqu'au soir</h1><p>{TEXT}</p></article>", TITLE) == TITLE


def test_an_h1_goes_before_a_line_that_is_more_like_the_title_of_the_page() -> None:
    body = f"<article><h1>{TITLE} de la ville</h1><h2>{TITLE}</h2><p>{TEXT}</p></article>"
    assert title_in(body, f"{TITLE} hier") == f"{TITLE} de la ville"


def test_a_bar_in_an_h1_stays_unless_the_site_stands_behind_it() -> None:
    body = f"<article><h1>%s</h1><p>{TEXT}</p></article>"
    assert title_in(body % f"En direct | {TITLE}", TITLE) == f"En direct | {TITLE}"
    assert title_in(body % f"{TITLE} | Le Courrier", TITLE, "https://lecourrier.example/1") == TITLE


@pytest.mark.parametrize("told", [f"Vote au Parlement: {TITLE}", f"Vote au Parlement - {TITLE}"])
def test_a_headline_has_its_beginning(told: str) -> None:
    body = f"<article><h1>{TITLE}</h1><p>{TEXT}</p></article>"
    assert title_in(body, told) == told


def test_the_name_of_the_site_is_no_beginning() -> None:
    body = f"<article><h1>{TITLE}</h1><p>{TEXT}</p></article>"
    assert title_in(body, f"Le Courrier: {TITLE}", "https://lecourrier.example/1") == TITLE
