"""An article as a page and the same as plain text tell the same of themselves."""

from __future__ import annotations

import html

import pytest

from newsclean import analyze
from tests.conftest import ROOT

ARTICLES = {path.stem: path.read_text("utf-8") for path in sorted((ROOT / "docs" / "examples").glob("*.txt"))} | {
    "fr": """Le port rouvre après l'hiver
Publié le 3 février 2021 à 07h15
Par HeadLine Favre

MORGIVAL (ATS) - Les pêcheurs de la commune ont retrouvé leurs barques mardi matin, après six semaines de gel.

La commune a investi 120'000 francs dans un nouveau ponton, a indiqué le syndic à la presse lundi soir.

Photo: Jean Rochat / Keystone""",
    "de": """Der Hafen öffnet nach dem Winter
Von Regula Amstad
Veröffentlicht am 3. Februar 2021, 07:15 Uhr MEZ

Die Fischer der Gemeinde haben am Dienstag ihre Boote zurückbekommen, nach sechs Wochen Eis auf dem See.

Die Gemeinde hat 120 000 Franken für einen neuen Steg ausgegeben, wie sie am Montag mitteilte. (sda/dpa)""",
    "en": """Harbour reopens after six weeks of ice
By Mary Holt
Published February 3, 2021 at 7:15 AM GMT

The fishermen of the village were back in their boats on Tuesday, after six weeks of ice on the lake.

The council has spent 120,000 pounds on a new pier, its chairman told reporters on Monday evening. (Reuters)""",
    "it": """Il porto riapre dopo l'inverno
di Carla Bassi
Pubblicato il 3 febbraio 2021 alle 07:15

I pescatori del paese hanno ritrovato le loro barche martedì mattina, dopo sei settimane di ghiaccio sul lago.

Il comune ha speso 120mila franchi per un nuovo pontile, ha detto il sindaco lunedì sera. (ANSA)""",
    "es": """El puerto reabre tras el invierno
Por Carmen Ruiz
Publicado el 3 de febrero de 2021 a las 07:15

Los pescadores del pueblo recuperaron sus barcas el martes por la mañana, tras seis semanas de hielo en el lago.

El ayuntamiento ha gastado 120.000 euros en un nuevo muelle, dijo el alcalde el lunes por la noche. (EFE)""",
}


def page(text: str, title: str, language: str) -> str:
    """The lines of a text as a page that marks nothing but its headline."""
    lines = [line for line in text.splitlines() if line.strip()]
    tags = ["h1" if line.strip() == title else "p" for line in lines]
    body = "\n".join(f"<{tag}>{html.escape(line)}</{tag}>" for tag, line in zip(tags, lines, strict=True))
    return f'<!doctype html><html lang="{language}"><body><main>{body}</main></body></html>'


@pytest.mark.parametrize("name", ARTICLES)
@pytest.mark.parametrize("field", ["title", "date", "date_text", "authors", "agencies", "credits", "place"])
def test_a_page_tells_what_its_text_tells(name: str, field: str) -> None:
    text = analyze(ARTICLES[name], kind="text")
    start, end = text.spans["title"][0] or (0, 0)
    told = analyze(page(ARTICLES[name], text.source[start:end], text.language or ""), kind="html")
    assert getattr(told, field) == getattr(text, field)
    if field in text.spans:
        values = [found.source[slice(*span)] for found in (text, told) for span in found.spans[field] if span]
        assert len(values) == 2 * len(text.spans[field])
        assert values[: len(values) // 2] == values[len(values) // 2 :]


def test_there_is_something_to_tell() -> None:
    told = [analyze(text, kind="text") for text in ARTICLES.values()]
    for field in ("title", "date", "agencies"):
        assert sum(bool(getattr(article, field)) for article in told) >= len(told) - 1, field
    assert sum(bool(article.authors) for article in told) >= 5
