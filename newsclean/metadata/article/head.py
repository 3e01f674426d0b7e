"""Values and where they stand: the lines of an article that may hold metadata, each with the way back to the source."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import regex

from newsclean.article import Article, Block, Label
from newsclean.fields import Span
from newsclean.metadata.article.title_candidates import TOP, first_prose
from newsclean.metadata.article.title_score import find_title
from newsclean.metadata.line.bylines import byline_head_end
from newsclean.metadata.line.clock import date_of, months
from newsclean.normal_forms import fold
from newsclean.offsets import Offsets
from newsclean.patterns import lazy_regex

SIGNED = frozenset({Label.BYLINE, Label.DATE, Label.DATELINE, Label.AGENCY, Label.CREDIT, Label.CAPTION})
BEFORE, BEHIND = 4, 3  # lines round the headline and the first paragraph that still belong to the head
MENU = 8  # lines between the title of a page at its top and the text: there is a menu between them
LONGEST = 200  # characters of a line of the head
LONGER = 600  # and of one with a date: "Posted on 3 May 2024 in", and many names of categories
_YEAR = lazy_regex(r"(?:19|20)\d\d|\d[./]\d\d(?!\d)")
_URL_DATE = lazy_regex(r"(?<!\d)((?:19|20)\d\d)([/-]?)([01]\d)\2([0-3]\d)(?!\d)")
_URL_WORDS = lazy_regex(r"(?<!\d)((?:19|20)\d\d)[/-](\p{L}{3,10})[/-]([0-3]?\d)(?!\d)")


class FieldValue(NamedTuple):
    """One value of a field and its span in the source, None when it stands nowhere in it."""

    value: str
    span: Span | None


class HeadLine(NamedTuple):
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


class ArticleHead(NamedTuple):
    """The blocks between which the head of the article stands: `title` is the index of the headline, `prose` that of the text.

    `sign` is where the byline is to be looked for, beside the text: the headline, unless it is the title of the page at the very top.
    """

    title: int | None
    prose: int
    low: int
    high: int
    sign: int | None

    def near(self, n: int) -> int | None:
        """How many lines lie between this block and the headline or the first paragraph."""
        if not self.low <= n <= self.high:
            return None
        return min(abs(n - self.prose), abs(n - self.sign) if self.sign is not None else self.prose)

    def distance(self, n: int) -> int:
        """How many lines lie between this block and the headline or the first paragraph, wherever it stands."""
        sign = self.sign if self.sign is not None else max(0, self.prose - 1)
        return min(abs(n - self.prose), abs(n - sign))


def find_head(article: Article) -> ArticleHead:
    """Where the head of an article stands.

    >>> from newsclean import analyze
    >>> find_head(analyze("Le pont rouvre samedi\\n\\nLa commune rouvre le pont de la Tine, fermé depuis la crue de mars.")).title
    0
    """
    title, prose = find_title(article.blocks, article.url, article.fields.title), first_prose(article.blocks)
    sign = None if title is None or (title < TOP and prose - title > MENU) else title
    ends = [prose] if sign is None else [sign, prose]
    return ArticleHead(title, prose, max(0, min(ends) - BEFORE), min(max(ends), min(ends) + 40) + BEHIND, sign)


def metadata_lines(article: Article, head: ArticleHead) -> Iterator[HeadLine]:
    """The lines that may hold a name or a date: those of the head, those labelled so, and pieces cut out of paragraphs."""
    opened = False
    for n, block in enumerate(article.blocks):
        near = head.near(n)
        below, opened = opened, len(block.text) <= LONGEST and byline_head_end(fold(block.text.lstrip(" *•+"))) > 0
        if block.label in SIGNED or opened or below or (near is not None and len(block.text) <= LONGEST):
            text = block.text or block.source
            yield HeadLine(text, block.label, near, block, -1 if block.text else block.start, n)
        for edit in block.edits:
            if edit.label in SIGNED:
                text = edit.before.strip()
                yield HeadLine(
                    text, Label(edit.label), near, block, block.start + edit.start + edit.before.find(text), n
                )


def dated_lines(article: Article, head: ArticleHead, lines: Iterable[HeadLine]) -> Iterator[HeadLine]:
    """The lines that may hold the date of publication: those given, all short ones with a year, and long ones of the head.

    Args:
        article: The article.
        head: Where its head stands.
        lines: The lines that may hold metadata.
    """
    given: dict[int, list[HeadLine]] = {}
    for line in lines:
        given.setdefault(line.at, []).append(line)
    for n, block in enumerate(article.blocks):
        near = head.near(n)
        text = block.text or block.source
        if n in given:
            yield from given[n]
        elif len(text) <= (LONGEST if near is None else LONGER) and _YEAR.search(text):
            yield HeadLine(text, block.label, near, block, -1 if block.text else block.start, n)


def date_in_url(url: str | None) -> tuple[datetime.date, str] | None:
    """The day that an address names, in numbers or with the name of the month, and as it is written there.

    >>> date_in_url("https://lecourrier.example/2024/05/03/pont")
    (datetime.date(2024, 5, 3), '2024/05/03')
    >>> date_in_url("https://courier.example/2024/may/03/bridge")[0]
    datetime.date(2024, 5, 3)
    """
    for match in _URL_DATE.finditer(url or ""):
        if day := date_of(int(match[1]), int(match[3]), int(match[4])):
            return day, match[0]
    for match in _URL_WORDS.finditer(fold(url or "")):
        month = months().get(match[2])
        if month and (day := date_of(int(match[1]), month, int(match[3]))):
            return day, match[0]
    return None
