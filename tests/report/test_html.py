"""The page holds every word, and nothing that a browser would run or fetch."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from newsclean import analyze
from newsclean.article import Label
from newsclean.report import html as report
from newsclean.report.counts import Counts
from newsclean.report.glyphs import safe
from newsclean.report.html import Report, page, render
from tests.conftest import ROOT
from tests.report.articles import EXAMPLES, HOSTILE, varied

ARTICLES = dict(varied())
VOID = {"meta", "link", "input", "br", "img"}


class Reader(HTMLParser):
    """Reads a page as a browser would, and keeps what the tests ask for."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words: dict[str, list[str]] = {}
        self._columns: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)
            classes = (dict(attrs).get("class") or "").split()
            self._columns.append(next((name for name in ("src", "out") if name in classes), ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self.open
        assert self.open.pop() == tag
        self._columns.pop()

    def handle_data(self, data: str) -> None:
        column = next((name for name in reversed(self._columns) if name), "")
        if not (column == "src" and "ins" in self.open):
            self.words.setdefault(column, []).append(data)


@pytest.mark.parametrize("name", ARTICLES)
def test_fragment_holds_source_and_text(name: str) -> None:
    article = ARTICLES[name]
    reader = Reader(render(article))
    assert reader.open == []
    shown = "".join("".join(reader.words.get("src", [])).removeprefix("Source").split())
    assert shown == "".join(safe("".join(block.source for block in article.blocks)).split())
    shown = "".join("".join(reader.words.get("out", [])).removeprefix("Clean text").split())
    assert shown == "".join(safe("".join(block.text for block in article.kept)).split())


@pytest.mark.parametrize("name", ARTICLES)
def test_page_is_well_formed_and_asks_for_nothing(name: str) -> None:
    text = "".join(page([(name, ARTICLES[name])]))
    text.encode("utf-8")
    reader = Reader(text)
    assert reader.open == []
    assert reader.tags.count("script") == reader.tags.count("style") == 1
    assert not {"img", "iframe", "object", "embed", "audio", "video", "base"} & set(reader.tags)
    for key, value in reader.attributes:
        assert not key.startswith("on")
        assert key != "style"
        if key in {"src", "href"}:
            assert value is not None
            assert value.startswith(("data:image/svg+xml,", "#"))
    assert "\x00" not in text
    assert "\u202e" not in text


def test_policy_allows_only_what_the_page_brings() -> None:
    text = "".join(page(list(ARTICLES.items())))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy
    assert policy[1].startswith("default-src 'none';")
    assert "unsafe" not in policy[1]
    for tag in ("style", "script"):
        content = re.search(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert content
        digest = base64.b64encode(hashlib.sha256(content[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]


def test_names_are_escaped() -> None:
    for names in (["<b>x</b>"], ["<b>x</b>", '"><script>']):
        text = "".join(page([(name, analyze(HOSTILE)) for name in names]))
        assert "<b>x</b>" not in text
        assert "&lt;b&gt;x&lt;/b&gt;" in text


def test_many_articles_have_counts() -> None:
    articles = list(ARTICLES.items())
    text = "".join(page(articles))
    assert text.count('<details class="item"') == len(articles)
    counts = Counts()
    for _, article in articles:
        counts.add(article)
    assert counts.labels["share"] > 1
    assert counts.rules["core.share.word"] > 1
    row = rf'data-label="share">share</span></th><td>{counts.labels["share"]}</td><td>{counts.with_label["share"]}</td>'
    assert row in text
    assert (
        f'data-rule="core.share.word" aria-pressed="false">core.share.word</button></th><td>{counts.rules["core.share.word"]}'
        in text
    )


def test_every_rule_is_listed_once() -> None:
    text = "".join(page(list(ARTICLES.items())))
    listed = re.findall(r'data-rule="([^"]*)"', text)
    assert len(listed) == len(set(listed)) > 15


def test_what_was_removed_stands_above_edits() -> None:
    counts = Counts()
    for article in ARTICLES.values():
        counts.add(article)
    text = "".join(page(list(ARTICLES.items())))
    edits = [counts.label_of[rule] == "edit" for rule in re.findall(r'data-rule="([^"]*)"', text)]
    assert edits == sorted(edits)
    labels = re.findall(r'<th scope="row"><span class="tag" data-label="(\w+)">', text)
    assert labels[-1] == "edit"
    assert [counts.labels[label] for label in labels[:-1]] == sorted(
        (counts.labels[x] for x in labels[:-1]), reverse=True
    )
    share = 100 * counts.with_label["share"] / counts.articles
    assert f'<rect width="{share:.1f}" height="8" data-label="share"/>' in text


def test_heavy_page_is_folded_and_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = list(ARTICLES.items())
    open_page = "".join(page(articles))
    monkeypatch.setattr(report, "HEAVY", 0)
    folded = "".join(page(articles))
    assert folded.count('<script type="text/html">') == len(articles)
    assert re.sub(r'<script type="text/html">(.*?)</script>', r"\1", folded, flags=re.DOTALL) == open_page


def test_no_articles() -> None:
    text = "".join(page([]))
    assert "0 articles" in text
    assert Reader(text).open == []


def test_every_label_has_a_colour() -> None:
    for label in Label:
        if label not in {"kicker", "title", "lead", "heading", "paragraph", "list_item", "quote"}:
            assert f'[data-label="{label.value}"]' in report.style()


def test_report_is_the_same_each_time() -> None:
    first, second = Report(), Report()
    for one in (first, second):
        for path in EXAMPLES:
            one.add(path.name, analyze(path.read_bytes()))
    assert "".join(first.parts()) == "".join(second.parts())
    assert first.summary().startswith(f"{len(EXAMPLES)} articles: ")


def test_documented_figures_are_true() -> None:
    one = Report()
    path = next(path for path in EXAMPLES if path.stem == "observatoire")
    one.add(path.name, analyze(path.read_bytes()))
    assert f"newsclean: {one.summary()} in out.html" in (ROOT / "docs" / "report.md").read_text("utf-8")
