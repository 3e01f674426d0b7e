"""The report: one self-contained page that shows articles before and after, with the reason for every change."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import resources
from string import Template

from newsclean.article import Article
from newsclean.report import index
from newsclean.report.counts import Counts, counted
from newsclean.report.heads import head, title_of
from newsclean.report.rows import escaped, rows

HEAVY = 2_000_000  # characters; a page with more unfolds its articles one by one


def render(article: Article) -> str:
    """An article as a fragment of HTML: its metadata, then its source beside the clean text.

    It takes its look from `style()` and its tips from `script()`; every text in it is escaped.

    >>> from newsclean import analyze
    >>> render(analyze("Partager")).partition(">")[0]
    '<article class="nc"'
    """
    return _fragment(article, Counts().add(article).said)


def page(articles: Iterable[tuple[str, Article]]) -> Iterator[str]:
    """A page with these articles, each with a name, in parts to write one after the other.

    One article stands open; of several, each is folded under its title, below counts by label and by rule.

    >>> from newsclean import analyze
    >>> "".join(page([("a.txt", analyze("Partager"))]))[:15]
    '<!doctype html>'
    """
    report = Report()
    for name, article in articles:
        report.add(name, article)
    return report.parts()


def style() -> str:
    """The style sheet of the page; it works for a fragment too."""
    return _data("page.css")


def script() -> str:
    """The script of the page: filters, views and tips; it works for fragments that come later, too."""
    return _data("page.js")


class Report:
    """Gathers articles for a page; only their rendered form is held.

    >>> report = Report()
    >>> report.summary()
    '0 articles: nothing changed'
    """

    def __init__(self) -> None:
        self._counts = Counts()
        self._name = self._title = ""
        self._lines: list[str] = []
        self._fragments: list[str] = []

    def add(self, name: str, article: Article) -> None:
        """Add an article under a name, such as that of its file."""
        sums = self._counts.add(article)
        self._name, self._title = name, title_of(article)
        self._lines.append(index.item(name, article, sums, number=len(self._lines) + 1))
        self._fragments.append(_fragment(article, sums.said))

    def summary(self) -> str:
        """One line of figures over all articles."""
        return f"{counted(self._counts.articles, 'article')}: {self._counts}"

    def parts(self) -> Iterator[str]:
        """The page, in parts."""
        before, after = self._frame().split("<!--articles-->")
        yield before
        if len(self._fragments) == 1:
            yield self._fragments[0]
        else:
            yield from self._folded()
        yield after

    def _folded(self) -> Iterator[str]:
        heavy = sum(map(len, self._fragments)) > HEAVY
        for line, fragment in zip(self._lines, self._fragments, strict=True):
            yield line
            # a browser skips over what a script of an unknown type holds; page.js unfolds it when the article is opened
            yield f'<script type="text/html">{fragment}</script>' if heavy else fragment
            yield "</details>\n"

    def _frame(self) -> str:
        single = len(self._fragments) == 1
        return Template(_data("page.html")).substitute(
            policy=_policy(),
            style=style(),
            script=script(),
            kind="one" if single else "many",
            title=escaped(self._title or self._name) if single else "Cleaning report",
            name=escaped(self._name) if single else self.summary(),
            filters=index.filters(self._counts),
            index="" if single else index.tables(self._counts),
            search="" if single else index.SEARCH,
        )


def _fragment(article: Article, said: str) -> str:
    lang = f' lang="{escaped(article.locale or article.language or "")}"' if article.locale or article.language else ""
    body = "".join(rows(article))
    return (
        f'<article class="nc"{lang}>\n{head(article, said)}'
        '<div class="row names" aria-hidden="true"><span class="tag"></span><div class="src">Source</div>'
        f'<div class="out">Clean text</div></div>\n{body}</article>\n'
    )


def _policy() -> str:
    """The page's Content-Security-Policy: nothing but its own style, script and icon, known by their hashes."""
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
