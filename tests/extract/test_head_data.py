"""What the head of a page says, in JSON-LD and meta elements."""

import json

import pytest

from newsclean.extract.head_data import HeadData, read_head
from newsclean.extract.tree import parse_html


def head_of(*items: object, metas: str = "") -> HeadData:
    scripts = "".join(f"<script type='application/ld+json'>{json.dumps(item)}</script>" for item in items)
    return read_head(parse_html(f"<html lang=fr_CH><head>{metas}{scripts}</head><body><p>x"))


def test_the_article_with_the_longest_text_is_taken() -> None:
    short = {"@type": "NewsArticle", "headline": "Court"}
    long = {"@type": "Report", "headline": "Long", "articleBody": "Un texte. " * 50}
    assert head_of(short, {"@graph": [long]}).title == "Long"


def test_what_is_no_article_has_no_text() -> None:
    head = head_of({"@type": "WebPage", "text": "Un texte.", "isAccessibleForFree": False})
    assert (head.article_body, head.is_free, head.article_score) == ("", None, 0.0)


def test_authors_are_found_by_their_id() -> None:
    graph = [
        {"@type": "Person", "@id": "#jd", "name": "Jeanne Dupraz"},
        {"@type": "NewsArticle", "headline": "Un titre", "author": [{"@id": "#jd"}, {"name": "Luc Morand"}]},
    ]
    assert [author["name"] for author in head_of({"@graph": graph}).json_ld["author"]] == [
        "Jeanne Dupraz",
        "Luc Morand",
    ]


def test_markup_in_the_text_becomes_line_feeds() -> None:
    head = head_of({"@type": "NewsArticle", "articleBody": "<p>Un &amp; deux</p><p>trois</p>"})
    assert head.article_body == "Un & deux\ntrois"


@pytest.mark.parametrize(
    ("value", "free"),
    [(True, True), ("False", False), ("https://schema.org/True", True), ("maybe", None), (1, None)],
)
def test_free_or_not(value: object, free: bool | None) -> None:
    assert head_of({"@type": "NewsArticle", "isAccessibleForFree": value}).is_free is free


def test_scores_add_up() -> None:
    metas = "<meta property='og:type' content='article'>"
    assert head_of(metas=metas).article_score == 1.0
    assert head_of({"@type": "NewsArticle"}, metas=metas).article_score == 3.0


def test_the_first_meta_element_of_a_name_counts() -> None:
    head = head_of(metas="<meta name=Author content=A><meta name=author content=B>")
    assert head.metas["author"] == "A"
    assert head.language == "fr-CH"


def test_an_open_comment_around_json_is_read() -> None:
    html = '<script type=\'application/ld+json\'><!-- {"@type": "NewsArticle", "headline": "Un titre"} --></script><p>x'
    assert read_head(parse_html(html)).title == "Un titre"
