"""read_metadata: title, date, authors, agencies, credits and more, each with its place in the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsclean.article import Article, Block, Fields, Label
from newsclean.filters.base import Filter
from newsclean.metadata import find_agencies, read_credits, read_line
from newsclean.metadata.article.authors import find_authors
from newsclean.metadata.article.head import (
    SIGNING_LABELS,
    ArticleHead,
    FieldValue,
    HeadLine,
    date_in_url,
    dated_lines,
    find_head,
    metadata_lines,
)
from newsclean.metadata.article.publication_date import (
    DateCandidate,
    best_date,
    correct_marked_date,
    date_candidates,
    same_day,
)
from newsclean.metadata.article.title import choose_title

_PICTURES = (Label.CREDIT, Label.CAPTION)
_LINES_OF_KICKER = 3  # lines above the headline in which its kicker stands


@dataclass(frozen=True)
class ReadMetadata(Filter):
    """Fills the fields of the article: what the markup says stays, the rest is read from the blocks.

    >>> from newsclean import analyze
    >>> article = analyze("Le titre du jour\\n\\nPhoto: Keystone\\n\\nLe conseil a voté le budget de la ville lundi soir.\\n\\n/ATS")
    >>> article.title, article.credits, article.agencies
    ('Le titre du jour', ['Keystone'], ['ATS'])
    >>> article.spans["credits"]
    ((25, 33),)
    """

    name: str = "read_metadata"

    def apply(self, article: Article) -> Article:
        """Return the article with its fields."""
        head = find_head(article)
        lines = list(metadata_lines(article, head))
        marked = article.fields
        found = {
            "title": _as_tuple(choose_title(article, head)),
            "kicker": _as_tuple(_kicker(article.blocks, head)),
            "lead": _as_tuple(_first_labelled(article.blocks, Label.LEAD)),
            "authors": _located(marked.authors, lines) or find_authors(lines, article.language, head.byline_title),
            "agencies": _unique(_agencies(lines)),
            "credits": _unique(_credits(lines)),
            "place": _as_tuple(_place(lines, article.language)),
            "tags": _located(marked.tags, _tag_lines(article.blocks)) or _unique(_tags(article.blocks)),
        }
        date = _date(article, head, lines)
        spans = {name: tuple(value.span for value in many) for name, many in found.items() if many}
        if date is not None:
            spans |= {"date": (date.span,), "date_text": (date.span,)}
        values = {name: tuple(value.value for value in many) for name, many in found.items()}
        return article.replace(
            fields=Fields(
                title=_first_of(values["title"]),
                kicker=_first_of(values["kicker"]),
                lead=_first_of(values["lead"]),
                date=date.value if date else None,
                date_text=date.text if date else None,
                authors=values["authors"],
                agencies=values["agencies"],
                credits=values["credits"],
                place=_first_of(values["place"]),
                tags=values["tags"],
                paywalled=_is_paywalled(article),
                spans=spans,
            )
        )


def _first_of(values: tuple[str, ...]) -> str | None:
    return values[0] if values else None


def _as_tuple(value: FieldValue | None) -> tuple[FieldValue, ...]:
    return (value,) if value else ()


def _first_labelled(blocks: Iterable[Block], label: Label) -> FieldValue | None:
    return next((FieldValue(block.text, block.span) for block in blocks if block.label == label and block.text), None)


def _kicker(blocks: Sequence[Block], head: ArticleHead) -> FieldValue | None:
    """Return the kicker above the headline; if no headline is known, the first line that is labelled so."""
    above = blocks if head.title is None else blocks[max(0, head.title - _LINES_OF_KICKER) : head.title]
    return _first_labelled(above, Label.KICKER)


def _date(article: Article, head: ArticleHead, lines: Iterable[HeadLine]) -> DateCandidate | None:
    """Return the date of the markup, else the one written in the text, else the one of the address."""
    fields = article.fields
    in_url = date_in_url(article.url)
    url_date = in_url[0] if in_url else None
    written = list(date_candidates(dated_lines(article, head, lines), head, article.language, url_date))
    if fields.date is not None:
        marked = DateCandidate(fields.date, fields.date_text or fields.date.isoformat(), None)
        found = correct_marked_date(marked, written, url_date)
        return found._replace(span=next((one.span for one in written if same_day(one.value, found.value)), None))
    if best := best_date(written):
        return best
    return DateCandidate(*in_url, None) if in_url else None


def _located(marked: Iterable[str], lines: Iterable[HeadLine]) -> tuple[FieldValue, ...]:
    """Return values of the markup, each with its place in the first line that says it too."""
    lines = list(lines)
    return tuple(FieldValue(value, next(filter(None, (line.find(value) for line in lines)), None)) for value in marked)


def _agencies(lines: Iterable[HeadLine]) -> Iterator[FieldValue]:
    for line in lines:
        if line.label in SIGNING_LABELS:
            for name in find_agencies(line.text):
                yield FieldValue(name, line.find(name) or line.span(0, len(line.text)))


def _credits(lines: Iterable[HeadLine]) -> Iterator[FieldValue]:
    for line in lines:
        if line.label in _PICTURES:
            for name in read_credits(line.text):
                yield FieldValue(name, line.find(name) or line.span(0, len(line.text)))


def _place(lines: Iterable[HeadLine], language: str | None) -> FieldValue | None:
    """Return the place of the first dateline."""
    for line in lines:
        if line.label == Label.DATELINE:
            for found in read_line(line.text, language).spans:
                if found.label == Label.DATELINE:
                    return FieldValue(found.value, line.find(found.value) or line.span(found.start, found.end))
    return None


def _tag_lines(blocks: Iterable[Block]) -> Iterator[HeadLine]:
    for block in blocks:
        if block.label == Label.TAGS and block.text:
            yield HeadLine(block.text, block.label, None, block)


def _tags(blocks: Iterable[Block]) -> Iterator[FieldValue]:
    """Yield the tags of the lines of tags, without the words that open them."""
    for line in _tag_lines(blocks):
        _, colon, rest = line.text.partition(":")
        for tag in (rest if colon else line.text).replace("|", ",").replace("•", ",").split(","):
            if tag.strip():
                yield FieldValue(tag.strip(), line.find(tag.strip()))


def _is_paywalled(article: Article) -> bool | None:
    """Return what the markup says; else True if a box for subscribers stands in the source, and None if nothing is known."""
    if article.fields.paywalled is not None:
        return article.fields.paywalled
    return True if any(block.label == Label.PAYWALL for block in article.blocks) else None


def _unique(values: Iterable[FieldValue]) -> tuple[FieldValue, ...]:
    """Return each value once, where it stands first."""
    seen: dict[str, FieldValue] = {}
    for value in values:
        seen.setdefault(value.value, value)
    return tuple(seen.values())


read_metadata = ReadMetadata()
