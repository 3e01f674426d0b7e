"""The tree of a page: what the parser would lose stays, what holds no text goes."""

import re

import pytest

from newsclean import clean
from newsclean.extract.page import read_html
from newsclean.extract.tree import collapse_wrappers, drop_textless, parse_html, remove_nesting
from tests.extract.pages import PROSE, article, page
from tests.extract.test_fallbacks import kept_prose


def test_box_left_open_in_a_note_to_readers_without_scripts() -> None:
    sentences = "".join(f"<p>Le conseil a voté le point {n} du budget de la ville lundi soir.</p>" for n in range(20))
    page = f"<html><body><noscript><div id='a'></noscript><div id='b'><h1>Un titre du jour</h1>{sentences}</div></body></html>"
    assert "le point 19 du budget" in clean(page)


def test_text_behind_the_end_of_the_page():
    html = "<html><body><nav><a href='/'>Accueil</a></nav></body></html>" + article() + "<p>Impressum</p></body></html>"
    assert kept_prose(clean(html, kind="html")) == 5


def test_readings_above_a_line():
    bracketed = "<p><ruby>尹錫悦<rp>（</rp><rt>ユン</rt><rp>）</rp></ruby>大統領</p>"
    assert read_html(bracketed).source == "尹錫悦（ユン）大統領"
    assert read_html("<p><ruby>大統領<rt>だいとうりょう</rt></ruby>が来た</p>").source == "大統領が来た"


@pytest.mark.parametrize(
    "reference",
    [
        "&#1;",
        "&#23A3;",
        "&#x1f;",
        "&#000012;",
        "&#0000000000000000000000000000000012;",
        "&#XfFfE;",
        "&\x05#23;",
        "&#65535",
        "&#&#1;5;",
    ],
)
def test_references_to_control_characters_do_not_hurt(reference: str) -> None:
    """Where a box goes, lxml writes what stands behind it anew, and refuses such characters."""
    menu = f"<ul class=menu>{'<li><a href=/a>Sport</a> <a href=/b>Monde</a></li>' * 3}</ul>{reference}"
    text = clean(page(f"{menu}{article()}"), kind="html")
    assert PROSE[1][:44] in text
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", text)


def test_references_to_other_characters_stay() -> None:
    assert "né à 18h, 3&#5" in clean(
        page(article().replace(PROSE[0], "Il est n&#233; &#xe0; 18h, 3&amp;#5 dit le maire au conseil de la ville.")),
        kind="html",
    )


def test_elements_without_text_go() -> None:
    tree = parse_html("<p>a<script>b</script>c<!-- d --><svg><text>e</text></svg>f<textarea>g</textarea></p>")
    drop_textless(tree)
    assert tree.text_content() == "acf"


def test_wrappers_of_one_element_collapse() -> None:
    tree = parse_html("<div><div><section><p>a</p></section></div></div><div>b<div>c</div></div>")
    collapse_wrappers(tree)
    assert len(list(tree.iter("div", "section"))) == 3
    assert tree.text_content() == "abc"


def test_nesting_leaves_and_paragraphs_stay() -> None:
    assert remove_nesting("<ul><li><p>a</p><h2>b</h2></li></ul>") == "<br><p>a</p><h2>b</h2><br>"
