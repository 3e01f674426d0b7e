"""read_metadata: title, date, authors, agencies, credits and more, each with its place in the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsclean.article import Article, Block, Fields, Label
from newsclean.filters.base import Filter
from newsclean.metadata import find_agencies, read_credits, read_line
from newsclean.metadata.article.authors import find_authors
from newsclean.metadata.article.head import (
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
_SIGNING = frozenset({Label.BYLINE, Label.DATE, Label.DATELINE, Label.AGENCY, Label.CREDIT, Label.CAPTION})


@dataclass(frozen=True)
class ReadMetadata(Filter):
    """Fills the fields of the article: what the markup told stays, the rest is read from the blocks.

    >>> from newsclean import analyze
    >>> article = analyze("Le titre du jour\\n\\nPhoto: Keystone\\n\\nLe conseil a voté le budget de la ville lundi soir.\\n\\n/ATS")
    >>> article.title, article.credits, article.agencies
    ('Le titre du jour', ['Keystone'], ['ATS'])
    >>> article.spans["credits"]
    ((25, 33),)
    """

    name: str = "read_metadata"

    def apply(self, article: Article) -> Article:
        """The article with its fields."""
        head = find_head(article)
        lines = list(metadata_lines(article, head))
        known = article.fields
        found = {
            "title": _one(choose_title(article, head)),
            "kicker": _one(_kicker(article.blocks, head)),
            "lead": _one(_first(article.blocks, Label.LEAD)),
            "authors": _places(known.authors, lines) or find_authors(lines, article.language, head.byline_title),
            "agencies": _unique(_agencies(lines)),
            "credits": _unique(_credits(lines)),
            "place": _one(_place(lines, article.language)),
            "tags": _places(known.tags, _tagged(article.blocks)) or _unique(_tags(article.blocks)),
        }
        date = _date(article, head, lines)
        spans = {name: tuple(value.span for value in many) for name, many in found.items() if many}
        if date is not None:
            spans |= {"date": (date.span,), "date_text": (date.span,)}
        values = {name: tuple(value.value for value in many) for name, many in found.items()}
        return article.replace(
            fields=Fields(
                title=_only(values["title"]),
                kicker=_only(values["kicker"]),
                lead=_only(values["lead"]),
                date=date.value if date else None,
                date_text=date.text if date else None,
                authors=values["authors"],
                agencies=values["agencies"],
                credits=values["credits"],
                place=_only(values["place"]),
                tags=values["tags"],
                paywalled=_paywalled(article),
                spans=spans,
            )
        )


def _only(values: tuple[str, ...]) -> str | None:
    return values[0] if values else None


def _one(value: FieldValue | None) -> tuple[FieldValue, ...]:
    return (value,) if value else ()


def _first(blocks: Iterable[Block], label: Label) -> FieldValue | None:
    return next((FieldValue(block.text, block.span) for block in blocks if block.label == label and block.text), None)


def _kicker(blocks: Sequence[Block], head: ArticleHead) -> FieldValue | None:
    """The line above the headline, wherever no headline is known the first that is labelled so."""
    above = blocks if head.title is None else blocks[max(0, head.title - 3) : head.title]
    return _first(above, Label.KICKER)


def _date(article: Article, head: ArticleHead, lines: Iterable[HeadLine]) -> DateCandidate | None:
    """What the markup told, else what is written, else what the address says."""
    fields = article.fields
    told = date_in_url(article.url)
    written = list(
        date_candidates(dated_lines(article, head, lines), head, article.language, told[0] if told else None)
    )
    if fields.date is not None:
        marked = DateCandidate(fields.date, fields.date_text or fields.date.isoformat(), None)
        found = correct_marked_date(marked, written, told[0] if told else None)
        return found._replace(span=next((one.span for one in written if same_day(one.value, found.value)), None))
    if best := best_date(written):
        return best
    return DateCandidate(told[0], told[1], None) if told else None


def _places(told: Iterable[str], lines: Iterable[HeadLine]) -> tuple[FieldValue, ...]:
    """Values of the markup, each with the place where a line says it too."""
    lines = list(lines)
    return tuple(FieldValue(value, next(filter(None, (line.find(value) for line in lines)), None)) for value in told)


def _agencies(lines: Iterable[HeadLine]) -> Iterator[FieldValue]:
    for line in lines:
        if line.label in _SIGNING:
            for name in find_agencies(line.text):
                yield FieldValue(name, line.find(name) or line.span(0, len(line.text)))


def _credits(lines: Iterable[HeadLine]) -> Iterator[FieldValue]:
    for line in lines:
        if line.label in _PICTURES:
            for name in read_credits(line.text):
                yield FieldValue(name, line.find(name) or line.span(0, len(line.text)))


def _place(lines: Iterable[HeadLine], language: str | None) -> FieldValue | None:
    for line in lines:
        if line.label == Label.DATELINE:
            for piece in read_line(line.text, language).spans:
                if piece.label == Label.DATELINE:
                    return FieldValue(piece.value, line.find(piece.value) or line.span(piece.start, piece.end))
    return None


def _tagged(blocks: Iterable[Block]) -> Iterator[HeadLine]:
    for block in blocks:
        if block.label == Label.TAGS and block.text:
            yield HeadLine(block.text, block.label, None, block)


def _tags(blocks: Iterable[Block]) -> Iterator[FieldValue]:
    for line in _tagged(blocks):
        _, colon, rest = line.text.partition(":")
        for tag in (rest if colon else line.text).replace("|", ",").replace("•", ",").split(","):
            if tag.strip():
                yield FieldValue(tag.strip(), line.find(tag.strip()))


def _paywalled(article: Article) -> bool | None:
    """What the markup says; else True when a box for subscribers stands in the source."""
    if article.fields.paywalled is not None:
        return article.fields.paywalled
    return True if any(block.label == Label.PAYWALL for block in article.blocks) else None


def _unique(values: Iterable[FieldValue]) -> tuple[FieldValue, ...]:
    """Each value once, where it stands first."""
    seen: dict[str, FieldValue] = {}
    for value in values:
        seen.setdefault(value.value, value)
    return tuple(seen.values())


read_metadata = ReadMetadata()
