"""The head of an article, and the lines of it that may hold metadata, each with the way back to the source.

An article's own metadata stands between its headline and its first paragraph, or a few lines round them. The head is found first, from
those two; everything else weighs a line by its distance from them.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import regex

from newsclean.article import Article, Block, Label
from newsclean.fields import Span
from newsclean.metadata.article.title_candidates import TOP_LINES, find_title, first_prose
from newsclean.metadata.line.bylines import byline_head_end
from newsclean.metadata.line.clock import date_of, months
from newsclean.normal_forms import fold
from newsclean.offsets import Offsets
from newsclean.patterns import lazy_regex

SIGNING_LABELS = frozenset({Label.BYLINE, Label.DATE, Label.DATELINE, Label.AGENCY, Label.CREDIT, Label.CAPTION})
MAX_HEAD_LINE = 200  # characters of a line of the head
MAX_LONG_HEAD_LINE = 600  # characters of one with a date: "Posted on 3 May 2024 in", and many names of categories
_LINES_ABOVE, _LINES_BELOW = 4, 3  # lines round the headline and the first paragraph that still belong to the head
_MAX_HEAD_LINES = 40  # lines between the two; text further below is not the head
_MAX_MENU = 8  # lines between the title of a page at its top and the text; with more, there is a menu between them
_YEAR = lazy_regex(r"(?:19|20)\d\d|\d[./]\d\d(?!\d)")
_URL_DATE = lazy_regex(r"(?<!\d)((?:19|20)\d\d)([/-]?)([01]\d)\2([0-3]\d)(?!\d)")
_URL_DATE_IN_WORDS = lazy_regex(r"(?<!\d)((?:19|20)\d\d)[/-](\p{L}{3,10})[/-]([0-3]?\d)(?!\d)")


class FieldValue(NamedTuple):
    """One value of a field and its span in the source, None if it stands nowhere in it."""

    value: str
    span: Span | None


class HeadLine(NamedTuple):
    """A block, or a span that was cut out of one, that may hold metadata.

    Attributes:
        text: Its text as it now reads.
        label: What it is.
        distance: The number of lines to the nearer of headline and first paragraph; None if it stands outside the head.
        block: The block.
        start: The place in the source of a span that was cut out; -1 for a whole block.
        at: The index of the block.
    """

    text: str
    label: Label | None
    distance: int | None
    block: Block
    start: int = -1
    at: int = 0

    def span(self, start: int, end: int) -> Span:
        """Return the span in the source of `text[start:end]`."""
        if self.start >= 0:  # what was cut out has no edits of its own
            return self.start + start, self.start + end
        first, last = Offsets(self.block.edits).span_to_source(start, end)
        return self.block.start + first, self.block.start + last

    def find(self, value: str) -> Span | None:
        """Return the span in the source of a value, whatever the spaces between its words."""
        words = value.split()
        found = regex.search(r"\s{1,3}".join(map(regex.escape, words)), self.text, regex.I) if words else None
        return self.span(*found.span()) if found else None


class ArticleHead(NamedTuple):
    """The blocks between which the head of the article stands.

    Attributes:
        title: The index of the headline, if any.
        prose: The index of the first paragraph.
        low: The index of the first block of the head.
        high: The index of the last block of the head.
        byline_title: The headline beside which the byline is searched: None for the title of the page at the very top.
    """

    title: int | None
    prose: int
    low: int
    high: int
    byline_title: int | None

    def distance_in_head(self, n: int) -> int | None:
        """Return the number of lines between a block and the headline or the first paragraph; None outside the head.

        Args:
            n: The index of the block.
        """
        if not self.low <= n <= self.high:
            return None
        return min(abs(n - self.prose), abs(n - self.byline_title) if self.byline_title is not None else self.prose)

    def distance(self, n: int) -> int:
        """Return the number of lines between a block and the headline or the first paragraph, wherever it stands.

        Args:
            n: The index of the block.
        """
        title = self.byline_title if self.byline_title is not None else max(0, self.prose - 1)
        return min(abs(n - self.prose), abs(n - title))


def find_head(article: Article) -> ArticleHead:
    """Find where the head of an article stands.

    >>> from newsclean import analyze
    >>> find_head(analyze("Le pont rouvre samedi\\n\\nLa commune rouvre le pont de la Tine, fermé depuis la crue de mars.")).title
    0
    """
    title, prose = find_title(article.blocks, article.url, article.fields.title), first_prose(article.blocks)
    above_menu = title is not None and title < TOP_LINES and prose - title > _MAX_MENU
    byline_title = None if above_menu else title
    ends = [prose] if byline_title is None else [byline_title, prose]
    high = min(max(ends), min(ends) + _MAX_HEAD_LINES) + _LINES_BELOW
    return ArticleHead(title, prose, max(0, min(ends) - _LINES_ABOVE), high, byline_title)


def metadata_lines(article: Article, head: ArticleHead) -> Iterator[HeadLine]:
    """Yield the lines that may hold a name or a date: those of the head, those labelled so, and what was cut out of paragraphs.

    Args:
        article: The article, labelled.
        head: Where its head stands.
    """
    opened = False
    for n, block in enumerate(article.blocks):
        distance = head.distance_in_head(n)
        short = len(block.text) <= MAX_HEAD_LINE
        below, opened = opened, short and byline_head_end(fold(block.text.lstrip(" *•+"))) > 0
        if block.label in SIGNING_LABELS or opened or below or (distance is not None and short):
            yield _whole_block(n, block, distance)
        for edit in block.edits:
            if edit.label in SIGNING_LABELS:
                text = edit.before.strip()
                start = block.start + edit.start + edit.before.find(text)
                yield HeadLine(text, Label(edit.label), distance, block, start, n)


def dated_lines(article: Article, head: ArticleHead, lines: Iterable[HeadLine]) -> Iterator[HeadLine]:
    """Yield the lines that may hold the date of publication: those given, all short ones with a year, and long ones of the head.

    Args:
        article: The article, labelled.
        head: Where its head stands.
        lines: The lines that may hold metadata (`metadata_lines`).
    """
    given: dict[int, list[HeadLine]] = {}
    for line in lines:
        given.setdefault(line.at, []).append(line)
    for n, block in enumerate(article.blocks):
        if n in given:
            yield from given[n]
            continue
        distance = head.distance_in_head(n)
        line = _whole_block(n, block, distance)
        if len(line.text) <= (MAX_HEAD_LINE if distance is None else MAX_LONG_HEAD_LINE) and _YEAR.search(line.text):
            yield line


def _whole_block(n: int, block: Block, distance: int | None) -> HeadLine:
    """Return the line of a block; its source if nothing of it is left as text."""
    return HeadLine(block.text or block.source, block.label, distance, block, -1 if block.text else block.start, n)


def date_in_url(url: str | None) -> tuple[datetime.date, str] | None:
    """Return the day that an address names, in numbers or with the name of the month, and as it is written there.

    Args:
        url: The address of the page, if known.

    >>> date_in_url("https://lecourrier.example/2024/05/03/pont")
    (datetime.date(2024, 5, 3), '2024/05/03')
    >>> date_in_url("https://courier.example/2024/may/03/bridge")[0]
    datetime.date(2024, 5, 3)
    """
    for match in _URL_DATE.finditer(url or ""):
        if day := date_of(int(match[1]), int(match[3]), int(match[4])):
            return day, match[0]
    for match in _URL_DATE_IN_WORDS.finditer(fold(url or "")):
        month = months().get(match[2])
        if month and (day := date_of(int(match[1]), month, int(match[3]))):
            return day, match[0]
    return None
