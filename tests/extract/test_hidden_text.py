"""Pages whose text is not where it should be: behind a missing end tag, in scripts, for readers without scripts."""

import json

import pytest

from newsclean import analyze, clean
from newsclean.extract.hidden_text import hidden_page
from tests.extract.pages import PROSE, TITLE, article, page
from tests.extract.test_fallbacks import kept_prose

BODY = "".join(f"<p>{text}</p>" for text in PROSE)
DATA = json.dumps({"page": {"teaser": "court", "content": BODY}})


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
