"""Text, HTML and bytes told apart."""

from __future__ import annotations

import pytest

from newsclean import clean
from newsclean.reading import read, sniff

PAGE = """<!doctype html><html lang="fr"><head><title>Un titre</title></head><body><nav><a href="/">Accueil</a></nav>
<article><h1>Un titre du jour pour la ville</h1><p>L'été n'est pas fini, a dit le ministre à la presse lundi soir, et il n'a pas souri.</p>
<p>Le conseil a voté le budget de la ville lundi soir, après un débat de six heures qui a laissé des traces.</p></article></body></html>"""


@pytest.mark.parametrize(
    "text",
    [
        "Un texte.",
        "Si a < b et b > c, alors a < c.",
        "La balise <p> ouvre un paragraphe, dit le manuel de HTML.",
        "<3 pour toujours, dit-elle > que tout.",
        "Il écrit : <<Bonjour>> et s'en va.",
    ],
)
def test_text(text: str) -> None:
    assert sniff(text) == "text"


@pytest.mark.parametrize(
    "text", [PAGE, "<p>Un texte.</p>", "\n <!-- a --> <div>b</div>", "Un <b>a</b></p><p>b</p><p>c</p>"]
)
def test_html(text: str) -> None:
    assert sniff(text) == "html"


def test_kind_forces() -> None:
    assert "<p>" in clean("<p>Le conseil a voté le budget de la ville lundi soir.</p>", kind="text")
    assert clean("Un texte du jour.", kind="html") == "Un texte du jour."


def test_page_and_its_bytes_agree() -> None:
    expected = clean(PAGE)
    assert "L’été n’est pas fini" in expected
    assert "Accueil" not in expected
    assert clean(PAGE.encode("utf-8")) == expected
    assert clean(PAGE.encode("utf-16")) == expected


def test_language_and_locale() -> None:
    assert read(PAGE).language == "fr"
    assert read(PAGE, locale="fr_ch").locale == "fr-CH"
    assert read(PAGE, url="https://www.example.be/x").locale == "fr-BE"
    assert read("Le conseil a voté le budget de la ville.", url="https://a.ch").locale == "fr-CH"


def test_bytes_say_how_they_were_read() -> None:
    article = read("été".encode("latin-1"))
    assert article.source == "été"
    assert article.encoding
