"""read_metadata: title, date, authors, agencies and credits of the article, from its labelled blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from newsclean.article import Article, Block, Fields, Label
from newsclean.filters.base import Filter
from newsclean.metadata import find_agencies, find_dates, read_authors, read_credits, read_line

_SIGNED = frozenset({Label.BYLINE, Label.DATE, Label.DATELINE, Label.AGENCY, Label.CREDIT, Label.CAPTION})


@dataclass(frozen=True)
class ReadMetadata(Filter):
    """Fills the fields of the article: what the markup told stays, the rest is read from the blocks.

    >>> from newsclean import analyze
    >>> article = analyze("Le titre du jour\\n\\nPhoto: Keystone\\n\\nLe conseil a voté le budget de la ville lundi soir.\\n\\n/ATS")
    >>> article.title, article.credits, article.agencies
    ('Le titre du jour', ['Keystone'], ['ATS'])
    """

    name: str = "read_metadata"

    def apply(self, article: Article) -> Article:
        """The article with its fields."""
        found = _read(article)
        known = article.fields
        changes = {name: getattr(known, name) or getattr(found, name) for name in Fields.__slots__}
        return article.replace(fields=replace(known, **changes))


def _read(article: Article) -> Fields:
    first: dict[Label, str] = {}
    for block in article.blocks:
        if block.label is not None and block.text:
            first.setdefault(block.label, block.text)
    signed = list(_signed(article))
    dates = [found for _, text in signed for found in find_dates(text, article.language) if found.value is not None]
    date = dates[0] if dates else None
    return Fields(
        title=first.get(Label.TITLE),
        kicker=first.get(Label.KICKER),
        lead=first.get(Label.LEAD),
        date=date.value if date else None,
        date_text=date.text if date else None,
        authors=_unique(name for label, text in signed if label == Label.BYLINE for name in read_authors(text)),
        agencies=_unique(name for _, text in signed for name in find_agencies(text)),
        credits=_unique(
            name for label, text in signed if label in (Label.CREDIT, Label.CAPTION) for name in read_credits(text)
        ),
        place=_place(signed, article.language),
        tags=_unique(tag for block in article.blocks if block.label == Label.TAGS for tag in _tags(block)),
    )


def _signed(article: Article) -> Iterator[tuple[str, str]]:
    """(label, text) of all that may hold a name or a date: metadata lines, and pieces cut out of paragraphs."""
    for block in article.blocks:
        if block.label in _SIGNED:
            yield block.label, block.text or block.source
        for edit in block.edits:
            if edit.label in _SIGNED:
                yield edit.label, edit.before.strip()


def _place(signed: Iterable[tuple[str, str]], language: str | None) -> str | None:
    for label, text in signed:
        if label == Label.DATELINE:
            for piece in read_line(text, language).pieces:
                if piece.label == Label.DATELINE:
                    return piece.value
    return None


def _tags(block: Block) -> Iterator[str]:
    _, colon, rest = block.text.partition(":")
    for tag in (rest if colon else block.text).replace("|", ",").replace("•", ",").split(","):
        if tag.strip():
            yield tag.strip()


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


read_metadata = ReadMetadata()
