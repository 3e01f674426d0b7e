"""Values and where they stand: the lines of an article that may hold metadata, each with the way back to the source."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import NamedTuple

import regex

from newsclean.article import Article, Block, Label
from newsclean.edits import Offsets
from newsclean.fields import Span
from newsclean.metadata.bylines import head_end
from newsclean.metadata.candidates import first_prose
from newsclean.metadata.titles import find_title
from newsclean.metadata.words import fold
from newsclean.patterns import lazy_regex

SIGNED = frozenset({Label.BYLINE, Label.DATE, Label.DATELINE, Label.AGENCY, Label.CREDIT, Label.CAPTION})
BEFORE, BEHIND = 4, 3  # lines round the headline and the first paragraph that still belong to the head
LONGEST = 200  # characters of a line of the head
_URL_DATE = lazy_regex(r"(?<!\d)((?:19|20)\d\d)([/-]?)([01]\d)\2([0-3]\d)(?!\d)")


class Value(NamedTuple):
    """One value of a field and its span in the source, None when it stands nowhere in it."""

    value: str
    span: Span | None


class Line(NamedTuple):
    """A block, or a piece that was cut out of one: its text as it now reads, what it is, and the distance from the headline.

    `near` counts the lines to the nearer of headline and first paragraph; None: it stands outside the head of the article. `at` is
    the index of its block; `start` is the place in the source of a piece that was cut out.
    """

    text: str
    label: Label | None
    near: int | None
    block: Block
    start: int = -1
    at: int = 0

    def span(self, start: int, end: int) -> Span:
        """The span in the source of a stretch of the text."""
        if self.start >= 0:  # a piece that was cut out: it has no edits of its own
            return self.start + start, self.start + end
        first, last = Offsets(self.block.edits).span_to_source(start, end)
        return self.block.start + first, self.block.start + last

    def find(self, value: str) -> Span | None:
        """Where a value stands, whatever the spaces between its words."""
        words = value.split()
        found = regex.search(r"\s{1,3}".join(map(regex.escape, words)), self.text, regex.I) if words else None
        return self.span(*found.span()) if found else None


class Head(NamedTuple):
    """The blocks between which the head of the article stands: `title` is the index of the headline, `prose` that of the text."""

    title: int | None
    prose: int
    low: int
    high: int

    def near(self, n: int) -> int | None:
        """How many lines lie between this block and the headline or the first paragraph."""
        if not self.low <= n <= self.high:
            return None
        return min(abs(n - self.prose), abs(n - self.title) if self.title is not None else self.prose)


def head_of(article: Article) -> Head:
    """Where the head of an article stands.

    >>> from newsclean import analyze
    >>> head_of(analyze("Le pont rouvre samedi\\n\\nLa commune rouvre le pont de la Tine, fermé depuis la crue de mars.")).title
    0
    """
    title, prose = find_title(article.blocks, article.url, article.fields.title), first_prose(article.blocks)
    ends = [prose] if title is None else [title, prose]
    return Head(title, prose, max(0, min(ends) - BEFORE), min(max(ends), min(ends) + 40) + BEHIND)


def lines_of(article: Article, head: Head) -> Iterator[Line]:
    """The lines that may hold a name or a date: those of the head, those labelled so, and pieces cut out of paragraphs."""
    opened = False
    for n, block in enumerate(article.blocks):
        near = head.near(n)
        below, opened = opened, len(block.text) <= LONGEST and head_end(fold(block.text.lstrip(" *•+"))) > 0
        if block.label in SIGNED or opened or below or (near is not None and len(block.text) <= LONGEST):
            text = block.text or block.source
            yield Line(text, block.label, near, block, -1 if block.text else block.start, n)
        for edit in block.edits:
            if edit.label in SIGNED:
                text = edit.before.strip()
                yield Line(text, Label(edit.label), near, block, block.start + edit.start + edit.before.find(text), n)


def date_in_url(url: str | None) -> tuple[datetime.date, str] | None:
    """The day that an address names, and as it is written there.

    >>> date_in_url("https://lecourrier.example/2024/05/03/pont")
    (datetime.date(2024, 5, 3), '2024/05/03')
    """
    for match in _URL_DATE.finditer(url or ""):
        try:
            return datetime.date(int(match[1]), int(match[3]), int(match[4])), match[0]
        except ValueError:
            continue
    return None
