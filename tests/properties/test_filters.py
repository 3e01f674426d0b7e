"""Every filter alone, on scraped and on random texts and pages: a result, the same twice, nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean import Cleaner, NewscleanError, analyze, clean
from newsclean.cleaner import DEFAULT, build_cleaner
from newsclean.edits import apply
from newsclean.filters.base import Filter
from newsclean.filters.comments import ReaderComments
from newsclean.filters.markdown import Markdown
from newsclean.filters.tables import DropTables
from newsclean.options import Options
from newsclean.reading import read
from tests.properties.test_promises import scraped

FILTERS = (
    *DEFAULT,
    DropTables(),
    ReaderComments(),
    Markdown(),
    build_cleaner(Options(strictness="careful")),
    build_cleaner(Options(locale="fr-CH")),
)
ANY = st.text(st.characters(exclude_categories=[]), max_size=120)  # lone surrogates, too
MARKUP = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div class='share'>",
        "</div>",
        "<li>",
        "<h1>",
        "<table><tr><td>",
        "<a href='/a'>",
        "<br>",
        "&nbsp;",
        "&#0;",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<![CDATA[",
        "<svg>",
        "<template>",
        "<figure><figcaption>",
        "\x00",
        "\x0b",
        "\ufffe",
    ]
)
PAGES = st.lists(st.one_of(MARKUP, MARKUP, ANY, scraped()), max_size=12).map("".join)
OPTIONS = st.fixed_dictionaries(
    {},
    optional={
        "locale": st.sampled_from(["fr-CH", "de-DE", "en-GB", "xx", "fr_FR"]),
        "language": st.sampled_from(["fr", "de", "xx"]),
        "strictness": st.sampled_from(["careful", "normal", "strict"]),
        "keep": st.sets(st.sampled_from(["caption", "metadata", "share"])),
        "drop": st.sets(st.sampled_from(["title", "list_item", "related"])),
        "tables": st.booleans(),
        "comments": st.booleans(),
        "format": st.sampled_from(["text", "markdown"]),
        "url": st.one_of(st.just("https://news.example.ch/a"), st.text(max_size=12)),
        "max_size": st.integers(0, 3_000),
        "max_lines": st.integers(0, 40),
    },
)


@pytest.mark.parametrize("step", FILTERS, ids=lambda step: step.name)
@given(st.one_of(scraped(), ANY))
@settings(max_examples=30, deadline=None)
def test_alone_on_a_text(step: Filter, text: str) -> None:
    article = step.apply(read(text, kind="text"))
    assert article == step.apply(read(text, kind="text"))
    assert article.source == article.rebuild() == text
    assert apply(text, article.edits) == article.text


@pytest.mark.parametrize("step", FILTERS, ids=lambda step: step.name)
@given(PAGES)
@settings(max_examples=15, deadline=None)
def test_alone_on_a_page(step: Filter, page: str) -> None:
    article = step.apply(read(page, kind="html"))
    assert article.rebuild() == article.source
    assert apply(article.source, article.edits) == article.text


@given(st.one_of(scraped(), PAGES, ANY), OPTIONS)
@settings(max_examples=100, deadline=None)
def test_any_options_on_anything(source: str, options: dict[str, object]) -> None:
    try:
        article = analyze(source, **options)
    except NewscleanError:
        return
    assert article.text == clean(source, **options)
    assert article.rebuild() == article.source


@given(st.binary(max_size=300), st.sampled_from([None, "utf-16", "shift_jis", "text/html; charset=latin-1", "?"]))
@settings(max_examples=150, deadline=None)
def test_any_bytes(data: bytes, charset: str | None) -> None:
    article = analyze(data, charset=charset)
    assert article.rebuild() == article.source
    assert article.text == clean(data, charset=charset)


@given(scraped(), st.permutations(DEFAULT))
@settings(max_examples=40, deadline=None)
def test_in_any_order(text: str, steps: list[Filter]) -> None:
    article = Cleaner(*steps).apply(read(text, kind="text"))
    assert article.rebuild() == text
    assert apply(text, article.edits) == article.text


@pytest.mark.parametrize(
    "step", [step for step in DEFAULT if step.name not in ("label_blocks", "read_metadata")], ids=lambda s: s.name
)
def test_twice_is_once_on_what_newsrooms_write(step: Filter) -> None:
    text = "L'Etat a «versé» 250'000 francs à Genève, a dit \"la ministre\".\n\n- du sel\n- deux Å“ufs\n\nPartager\nPar Jeanne Roulet"
    once = step.apply(read(text, kind="text")).text
    assert step.apply(read(once, kind="text")).text == once
