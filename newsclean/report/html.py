"""The HTML report: one self-contained page that shows articles before and after, with the reason for every change.

The page asks the network for nothing. Every text in it is escaped, in elements and in attributes, and its Content-Security-Policy
(W3C, level 2) allows only its own style and script, which it names by their hashes.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import resources
from string import Template

from newsclean.article import Article
from newsclean.report import index
from newsclean.report.article_header import article_header, headline
from newsclean.report.block_rows import block_rows
from newsclean.report.counts import ReportCounts, counted
from newsclean.report.display_text import escape_html

MAX_OPEN_SIZE = 2_000_000  # characters; a larger page unfolds its articles one by one, since browsers render it slowly


def render(article: Article) -> str:
    """Return an article as a fragment of HTML: its metadata, then its source beside the clean text.

    The fragment needs `style()`, and `script()` for the tooltips. Every text in it is escaped.

    >>> from newsclean import analyze
    >>> render(analyze("Partager")).partition(">")[0]
    '<article class="nc"'
    """
    return _fragment(article, ReportCounts().add(article).sentence)


def page(articles: Iterable[tuple[str, Article]]) -> Iterator[str]:
    """Yield the parts of a page that shows articles.

    One article is shown open; several are folded under their titles, below counts by label and by rule.

    Args:
        articles: Pairs of a name, such as that of a file, and an article.

    >>> from newsclean import analyze
    >>> "".join(page([("a.txt", analyze("Partager"))]))[:15]
    '<!doctype html>'
    """
    report = Report()
    for name, article in articles:
        report.add(name, article)
    return report.parts()


def style() -> str:
    """Return the style sheet of the page, which also works for a fragment."""
    return _data("page.css")


def script() -> str:
    """Return the script of the page: filters, views and tooltips. It also works for fragments that are added later."""
    return _data("page.js")


class Report:
    """Collects articles for a page, and holds only their rendered form.

    >>> report = Report()
    >>> report.summary()
    '0 articles: nothing changed'
    """

    def __init__(self) -> None:
        self._counts = ReportCounts()
        self._name = self._title = ""
        self._summaries: list[str] = []
        self._fragments: list[str] = []

    def add(self, name: str, article: Article) -> None:
        """Add an article under a name, such as that of its file."""
        summary = self._counts.add(article)
        self._name, self._title = name, headline(article)
        self._summaries.append(index.folded_article(name, article, summary, number=len(self._summaries) + 1))
        self._fragments.append(_fragment(article, summary.sentence))

    def summary(self) -> str:
        """Return one line of figures over all articles."""
        return f"{counted(self._counts.articles, 'article')}: {self._counts}"

    def parts(self) -> Iterator[str]:
        """Yield the page in parts, to be written one after the other."""
        before, after = self._frame().split("<!--articles-->")
        yield before
        if len(self._fragments) == 1:
            yield self._fragments[0]
        else:
            yield from self._folded()
        yield after

    def _folded(self) -> Iterator[str]:
        heavy = sum(map(len, self._fragments)) > MAX_OPEN_SIZE
        for summary, fragment in zip(self._summaries, self._fragments, strict=True):
            yield summary
            # browsers do not parse the content of a script of an unknown type; page.js inserts it when the article is opened
            yield f'<script type="text/html">{fragment}</script>' if heavy else fragment
            yield "</details>\n"

    def _frame(self) -> str:
        single = len(self._fragments) == 1
        return Template(_data("page.html")).substitute(
            policy=_policy(),
            style=style(),
            script=script(),
            kind="one" if single else "many",
            title=escape_html(self._title or self._name) if single else "Cleaning report",
            name=escape_html(self._name) if single else self.summary(),
            filters=index.label_filters(self._counts),
            index="" if single else index.count_tables(self._counts),
            search="" if single else index.SEARCH,
        )


def _fragment(article: Article, sentence: str) -> str:
    lang = (
        f' lang="{escape_html(article.locale or article.language or "")}"' if article.locale or article.language else ""
    )
    body = "".join(block_rows(article))
    return (
        f'<article class="nc"{lang}>\n{article_header(article, sentence)}'
        '<div class="row names" aria-hidden="true"><span class="tag"></span><div class="src">Source</div>'
        f'<div class="out">Clean text</div></div>\n{body}</article>\n'
    )


def _policy() -> str:
    """The Content-Security-Policy of the page: only its own style and script, by their hashes, and its icon."""
    return (
        f"default-src 'none'; img-src data:; style-src '{_hash(style())}'; script-src '{_hash(script())}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


@lru_cache(maxsize=8)
def _data(name: str) -> str:
    return resources.files("newsclean.report").joinpath(name).read_text("utf-8")
