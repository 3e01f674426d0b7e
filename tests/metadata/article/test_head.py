"""Where the head of an article stands, its lines, and the day that an address names."""

from __future__ import annotations

import datetime as dt

import pytest

from newsclean import analyze
from newsclean.article import Article, Block, Label
from newsclean.metadata.article.head import (
    MAX_HEAD_LINE,
    ArticleHead,
    HeadLine,
    date_in_url,
    dated_lines,
    find_head,
    metadata_lines,
)
from tests.extract.pages import PROSE, TITLE

TEXT = "\n\n".join(PROSE)


@pytest.mark.parametrize(
    "url", [None, "https://a.example/2024/cats/03/x", "https://a.example/2024/feb/30/x", "https://a.example/1/2/3"]
)
def test_an_address_without_a_day(url: str | None) -> None:
    assert date_in_url(url) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/2024/05/03/x",
        "https://a.example/x-20240503.html",
        "https://a.example/2024-05-03-x",
        "https://a.example/2024/mai/3/x",
        "https://a.example/2024-May-03/x",
    ],
)
def test_the_day_of_an_address(url: str) -> None:
    found = date_in_url(url)
    assert found is not None
    assert found[0] == dt.date(2024, 5, 3)
    assert found[1] in url.lower()


def test_the_head_goes_from_the_headline_to_the_text() -> None:
    article = analyze(f"{TITLE}\nPar Jeanne Dupraz\n\n{TEXT}", kind="text")
    head = find_head(article)
    assert (head.title, head.byline_title, head.low) == (0, 0, 0)
    assert article.blocks[head.prose].source == PROSE[0]
    assert head.distance_in_head(1) == 1


def test_the_title_of_a_page_above_its_menu_is_no_place_of_the_byline() -> None:
    menu = "\n".join(f"Rubrique {letter}" for letter in "abcdefghijkl")
    head = find_head(analyze(f"{TITLE} | Le Courrier\n{menu}\n\n{TEXT}", kind="text"))
    assert head.byline_title is None
    assert head.distance_in_head(0) is None


def test_distances() -> None:
    head = ArticleHead(title=2, prose=6, low=0, high=9, byline_title=2)
    assert [head.distance_in_head(n) for n in (0, 3, 5, 9, 10)] == [2, 1, 1, 3, None]
    assert head.distance(10) == 4


def test_lines_of_the_head_and_signatures_far_below() -> None:
    rows = [(TITLE, Label.TITLE), ("Par Luc Morand", Label.BYLINE), (PROSE[0], Label.PARAGRAPH)]
    rows += [("Un mot", Label.OTHER)] * 60 + [("/ATS", Label.AGENCY), ("3 mai 2024", Label.OTHER)]
    blocks = tuple(Block(0, 0, text, text, label=label) for text, label in rows)
    article = Article("", blocks)
    head = find_head(article)
    lines = list(metadata_lines(article, head))
    assert {"Par Luc Morand", "/ATS"} <= {line.text for line in lines}
    assert "3 mai 2024" not in {line.text for line in lines}
    assert "3 mai 2024" in {line.text for line in dated_lines(article, head, lines)}
    assert all(len(line.text) <= MAX_HEAD_LINE for line in lines)


def test_a_line_knows_its_place_in_the_source() -> None:
    source = "Le pont rouvre.  Par  Luc Morand"
    line = HeadLine(source, None, 0, Block(10, 10 + len(source), source, source))
    assert line.find("par luc morand") == (27, 42)
    assert line.find("") is None
    assert HeadLine("Par Luc", None, 0, line.block, start=50).find("Luc") == (54, 57)
