"""The page holds every word, and nothing that a browser would run or fetch."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from newsclean import analyze
from newsclean.article import Article, Block, Edit, Evidence, Fields, Label
from newsclean.report import html as report
from newsclean.report.display_text import escape_controls
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
    assert shown == "".join(escape_controls("".join(block.source for block in article.blocks)).split())
    shown = "".join("".join(reader.words.get("out", [])).removeprefix("Clean text").split())
    assert shown == "".join(escape_controls("".join(block.text for block in article.kept)).split())


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


TRAP = '<s>x" onmouseover="window.hacked=1" y=\''


def booby_trapped() -> Article:
    """An article with a tag and a quote in everything that a caller, a filter or a page can write."""
    source = f"Un\u00a0texte.\n{TRAP}"
    edits = (Edit(2, 3, "\u00a0", " ", TRAP), Edit(8, 9, ".", TRAP, "other", TRAP))
    kept = Block(0, 9, source[:9], f"Un texte{TRAP}", edits, Label.PARAGRAPH)
    gone = Block(10, len(source), TRAP, TRAP, label=Label.SHARE, evidence=(Evidence(TRAP),), kept=False)
    return Article(
        source,
        (kept, gone),
        locale=TRAP,
        url=TRAP,
        encoding=TRAP,
        notes=(TRAP,),
        fields=Fields(title=TRAP, kicker=TRAP, authors=(TRAP,), place=TRAP, tags=(TRAP,)),
    )


def test_no_text_opens_a_tag_or_ends_an_attribute() -> None:
    article = booby_trapped()
    for text in (render(article), "".join(page([(TRAP, article)])), "".join(page([(TRAP, article)] * 2))):
        reader = Reader(text)
        assert reader.open == []
        assert "s" not in reader.tags
        assert {key for key, _ in reader.attributes if key.startswith("on")} == set()
    values = {key: {value for name, value in reader.attributes if name == key} for key, _ in reader.attributes}
    assert TRAP in values["lang"]
    assert TRAP in values["data-by"]
    assert TRAP in values["data-label"]
    assert TRAP in values["data-rule"]


def test_names_are_escaped() -> None:
    for names in (["<b>x</b>"], ["<b>x</b>", '"><script>']):
        text = "".join(page([(name, analyze(HOSTILE)) for name in names]))
        assert "<b>x</b>" not in text
        assert "&lt;b&gt;x&lt;/b&gt;" in text


def test_heavy_page_is_folded_and_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = list(ARTICLES.items())
    open_page = "".join(page(articles))
    monkeypatch.setattr(report, "MAX_OPEN_SIZE", 0)
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


def test_what_went_on_the_models_word_is_marked_and_counted() -> None:
    names = ["fr.share.button", "model-only", "model-only-prose"]
    blocks = tuple(
        Block(n, n + 1, "x", "x", label=Label.OTHER, evidence=(Evidence(name),), kept=False)
        for n, name in enumerate(names)
    )
    fragment = render(Article("xxx", blocks))
    assert re.findall(r'class="row (gone[^"]*)"', fragment) == ["gone", "gone model-only", "gone model-only prose"]
    assert '<span class="doubt prose">2 on the model&#x27;s word alone, 1 of them prose</span>' in fragment
    assert "doubt" not in render(Article("xxx", blocks[:1]))
    assert "prose" not in re.findall(r'<span class="doubt[^"]*">', render(Article("xxx", blocks[:2])))[0]
    for name in ("model-only", "model-only.prose", "doubt.prose"):
        assert f".{name}" in report.style()
