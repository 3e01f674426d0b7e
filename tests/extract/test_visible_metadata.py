"""Dates and bylines that the body of a page marks."""

import pytest

from newsclean.extract.tree import parse_html
from newsclean.extract.visible_metadata import MAX_BYLINE, visible_byline, visible_dates


def test_dates_of_publication_come_first() -> None:
    html = "<time datetime=2024-05-03>x</time><span itemprop=datePublished content=2024-05-01>y</span><time>hier</time>"
    assert list(visible_dates(parse_html(html))) == ["2024-05-01", "2024-05-03", "hier"]


@pytest.mark.parametrize("name", ["author-bio", "byline-avatar", "related-authors", "follow-author"])
def test_boxes_about_authors_are_no_bylines(name: str) -> None:
    assert visible_byline(parse_html(f"<p class={name}>Par Jeanne Dupraz</p>")) == ()
    assert visible_byline(parse_html("<p class=byline>Par Jeanne Dupraz</p>")) == ("Jeanne Dupraz",)


def test_marked_authors_go_before_class_names() -> None:
    html = "<p class=byline>Par Jeanne Dupraz</p><p itemprop=author>Luc Morand</p>"
    assert visible_byline(parse_html(html)) == ("Luc Morand",)


def test_a_marked_name_in_an_unusual_spelling() -> None:
    assert visible_byline(parse_html("<a rel=author>Dupraz J</a>")) == ("Dupraz J",)
    assert visible_byline(parse_html("<a rel=author>Suivre @dupraz</a>")) == ()


def test_long_elements_are_no_bylines() -> None:
    assert visible_byline(parse_html(f"<div class=byline>Par Jeanne Dupraz {'mot ' * MAX_BYLINE}</div>")) == ()
