"""The two articles that the project started from, when they stand beside the repository."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from newsclean import analyze, clean
from newsclean.article import Article


@pytest.fixture
def first(shared: Path) -> Article:
    return analyze(next(shared.glob("seeds/000_*.txt")).read_bytes())


@pytest.fixture
def second(shared: Path) -> Article:
    return analyze(next(shared.glob("seeds/001_*.txt")).read_bytes())


def removed(article: Article) -> list[tuple[str, str]]:
    return [(block.source[:30], str(block.label)) for block in article.removed]


def test_first_removed(first: Article) -> None:
    assert removed(first) == [
        ("Votre publicité ici avec IMPAC", "ad"),
        ("08 sept. 2016, 22:32", "date"),
        ("John Kerry se rend jeudi soir ", "caption"),
        ("Votre publicité ici avec IMPAC", "ad"),
    ]


def test_first_fields(first: Article) -> None:
    assert first.date == datetime.datetime(2016, 9, 8, 22, 32)  # noqa: DTZ001 - the page gives no zone
    assert first.locale == "fr-CH"
    assert first.title == "Syrie: Kerry se rend à Genève pour des entretiens avec Lavrov"


def test_first_parts(first: Article) -> None:
    labels = {block.text: str(block.label) for block in first.kept}
    assert labels["Longue incertitude"] == labels["Efforts coordonnés"] == "heading"
    assert [str(block.label) for block in first.kept][:2] == ["title", "lead"]
    assert len(first.kept) == 14


def test_first_typography(first: Article) -> None:
    assert "secrétaire d’Etat" in first.text
    assert "250’000 morts" in first.text
    assert first.text.startswith("Syrie: Kerry")


def test_second_removed(second: Article) -> None:
    assert [label for _, label in removed(second)] == [
        "credit",
        "agency",
        "share",
        "share",
        "nav",
        "newsletter",
        "newsletter",
    ]


def test_second_fields(second: Article) -> None:
    assert second.kicker == "Pourparlers Lavrov et Kerry à Genève jeudi et vendredi"
    assert second.title == "Washington assure que John Kerry ne viendra pas à Genève"
    assert second.credits == ["Keystone"]
    assert second.agencies == ["ATS"]
    assert second.locale == "fr-CH"


def test_second_typography(second: Article) -> None:
    text = second.text
    assert "«Nous n’accepterons pas un accord qui ne répond pas à nos objectifs fondamentaux», a-t-il" in text
    assert "«Il a été convenu de poursuivre" in text
    assert "les 8-9 septembre», ajoute" in text
    assert "conflits régionaux (…) est impossible sans qu’on respecte le minimum de convenances», a affirmé" in text
    assert "sur «les détails de l’accord sur" in text
    assert "du processus politique»." in text
    assert "\n\nUn «certain rapprochement»\n\n" in text
    assert text.count("«") == text.count("»") == 8
    assert "'" not in text


def test_time_untouched(second: Article) -> None:
    assert "dès 16h30 toutes" in second.removed[-1].text


@pytest.mark.parametrize("name", ["000", "001"])
def test_promises(shared: Path, name: str) -> None:
    source = next(shared.glob(f"seeds/{name}_*.txt")).read_text("utf-8")
    article = analyze(source)
    assert article.text == clean(source)
    assert clean(article.text) == article.text
    assert article.rebuild() == source
