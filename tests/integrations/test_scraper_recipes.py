"""The recipes of docs/scrapers.md, as they stand there, with the tools that are installed or a stand-in with the same attributes."""

from __future__ import annotations

import importlib
import os
import re
import sys
import types
from types import SimpleNamespace
from typing import Any

import pytest

from tests.conftest import ROOT

URL = "https://gazette.example/bac"
TITLE = "Le bac revient sur le lac"
PROSE = [
    "Le bac a repris son service vendredi matin, après deux mois de travaux sur la rive nord du lac.",
    "Les habitants de la vallée l'attendaient, car le détour par le pont leur prenait une heure chaque jour.",
    "La commune espère que les visiteurs reviendront aussi, a dit son président lors de l'inauguration.",
]
SENTENCE = PROSE[1].replace("'", "’")
FURNITURE = ("Partager", "Menu")
PAGE = (
    "<!doctype html><html lang='fr'><head><title>Le bac revient sur le lac</title></head><body><nav><a href='/'>Menu</a></nav>"
    f"<article><h1>{TITLE}</h1>{''.join(f'<p>{line}</p>' for line in PROSE)}<button class='share'>Partager</button></article></body></html>"
)
RSS = (
    "<rss version='2.0'><channel><title>La Gazette</title><item><title>Bac</title><link>https://gazette.example/bac</link>"
    f"<description>&lt;p&gt;{PROSE[0]}&lt;/p&gt;&lt;p&gt;{PROSE[1]}&lt;/p&gt;</description></item></channel></rss>"
)
PLAIN = "\n\n".join([TITLE, *PROSE, "Partager"])
BLOCKS = dict(
    re.findall(
        r"<!-- recipe: (\w+) -->\n```python\n(.*?)```", (ROOT / "docs/scrapers.md").read_text("utf-8"), re.DOTALL
    )
)
RUN_ELSEWHERE = {"settings", "spider"}  # tests/integrations/test_scrapy_crawl.py
NEEDS = {"loader": "itemloaders", "web_poet": "web_poet", "bs4": "bs4", "feedparser": "feedparser"}
STAND_INS: dict[str, dict[str, Any]] = {
    "newsplease": {"article": SimpleNamespace(maintext=PLAIN, url=URL, language="fr")},
    "fundus": {"article": SimpleNamespace(plaintext=PLAIN, html=SimpleNamespace(responded_url=URL, content=PAGE))},
}


class Downloaded:
    """An article of newspaper4k, as far as the recipe uses it."""

    def __init__(self, url: str) -> None:
        self.url, self.html, self.text = url, "", ""

    def download(self, *, input_html: str) -> None:
        self.html = input_html

    def parse(self) -> None:
        self.text = PLAIN


def require(name: str) -> None:
    package = NEEDS.get(name)
    if package is None:
        return
    try:
        importlib.import_module(package)
    except ImportError:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"{package} is not installed: the recipe is not run here")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("name", sorted(set(BLOCKS) - RUN_ELSEWHERE))
def test_recipe(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    require(name)
    if name == "newspaper":
        stand_in = types.ModuleType("newspaper")
        stand_in.Article = Downloaded  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "newspaper", stand_in)
    names: dict[str, Any] = {"page": PAGE, "url": URL, "rss": RSS, **STAND_INS.get(name, {})}
    exec(BLOCKS[name], names)
    texts = [names[key] for key in ("text", "again", "whole") if key in names] + names.get("texts", [])
    assert texts
    for text in texts:
        assert SENTENCE in text
        assert not set(FURNITURE) & set(text.splitlines())


def test_every_recipe_is_known() -> None:
    assert set(BLOCKS) == {*NEEDS, *STAND_INS, *RUN_ELSEWHERE, "newspaper", "trafilatura"}
