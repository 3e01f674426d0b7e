"""Pages whose text is not where it should be: behind a missing end tag, in scripts, for readers without scripts."""

import json

import pytest

from newsclean import analyze, clean
from newsclean.extract.hidden_text import hidden_page
from newsclean.extract.page import read_html
from tests.extract.pages import PROSE, TITLE, article, page
from tests.extract.test_fallbacks import kept_prose

BODY = "".join(f"<p>{text}</p>" for text in PROSE)
DATA = json.dumps({"page": {"teaser": "court", "content": BODY}})


def test_box_left_open_in_a_note_to_readers_without_scripts() -> None:
    sentences = "".join(f"<p>Le conseil a voté le point {n} du budget de la ville lundi soir.</p>" for n in range(20))
    page = f"<html><body><noscript><div id='a'></noscript><div id='b'><h1>Un titre du jour</h1>{sentences}</div></body></html>"
    assert "le point 19 du budget" in clean(page)


def test_a_menu_without_an_end_tag():
    html = page(article()).replace("</ul></nav>", "")
    assert "</nav>" not in html
    text = clean(html, kind="html")
    assert kept_prose(text) == 5
    assert "Accueil" not in text


def test_text_behind_the_end_of_the_page():
    html = "<html><body><nav><a href='/'>Accueil</a></nav></body></html>" + article() + "<p>Impressum</p></body></html>"
    assert kept_prose(clean(html, kind="html")) == 5


def test_two_bodies():
    html = f"<html><body><p>Menu</p></body><body>{article()}</body></html>"
    assert kept_prose(clean(html, kind="html")) == 5


@pytest.mark.parametrize(
    "script",
    [
        f"<script id='__NEXT_DATA__' type='application/json'>{DATA}</script>",
        f"<script>window.state = {DATA};</script>",
        f"<script>self.push([1, {json.dumps(DATA)}])</script>",
        f"<script>window.state = {DATA}",
    ],
    ids=["data", "state", "quoted twice", "cut off"],
)
def test_text_in_the_data_of_scripts(script):
    found = analyze(f"<html lang=fr><head><title>{TITLE}</title></head><body><div id=root></div>{script}</body></html>")
    assert kept_prose(found.text) == 5
    assert any("scripts" in note for note in found.notes)
    assert found.rebuild() == found.source


def test_text_for_readers_without_scripts():
    html = page(f"<div id='app'></div><noscript>{article()}</noscript>")
    assert kept_prose(clean(html, kind="html")) == 5


@pytest.mark.parametrize(
    "script",
    ['var a = "' + "x" * 5000 + '";', '"' * 5000, '"<p>court</p>"', '"' + "\\u12" * 900 + '"', '"\\' * 200_000],
)
def test_scripts_without_a_text(script):
    assert hidden_page(f"<body><script>{script}</script></body>") is None


def test_lines_broken_by_hand_are_one_paragraph():
    broken = PROSE[0].replace("budget de la ville", "budget<br>\nde la ville")
    blocks = [block.text for block in read_html(page(article().replace(PROSE[0], broken))).blocks]
    assert PROSE[0] in blocks


def test_breaks_after_sentences_part():
    assert [block.text for block in read_html("<p>Un premier point.<br>un second").blocks] == [
        "Un premier point.",
        "un second",
    ]


def test_readings_above_a_line():
    bracketed = "<p><ruby>尹錫悦<rp>（</rp><rt>ユン</rt><rp>）</rp></ruby>大統領</p>"
    assert read_html(bracketed).source == "尹錫悦（ユン）大統領"
    assert read_html("<p><ruby>大統領<rt>だいとうりょう</rt></ruby>が来た</p>").source == "大統領が来た"


def test_formulas_stay_in_their_line():
    formula = "<math><mi>a</mi><mo>+</mo><mn>2</mn><annotation>a+2</annotation></math>"
    assert read_html(f"<p>La somme {formula} est paire.</p>").source == "La somme a+2 est paire."
