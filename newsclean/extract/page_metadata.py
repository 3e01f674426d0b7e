"""Who wrote the article of a page and when, and its tags: what is told to machines, else what the page marks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from newsclean.extract.head_data import Facts, text_in
from newsclean.extract.visible_metadata import byline_of, dates_of
from newsclean.fields import Fields
from newsclean.metadata import find_dates

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DATES = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dcterms.date",
    "pubdate",
    "publishdate",
    "sailthru.date",
    "parsely-pub-date",
    "article:published",
    "article.published",
    "og:published_time",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.issued",
    "published_time",
    "publication_date",
    "citation_publication_date",
    "citation_date",
)
_CHANGES = ("article:modified_time", "datemodified", "og:updated_time", "dcterms.modified", "last-modified")
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl")


def fields_of(tree: HtmlElement, facts: Facts) -> Fields:
    """The metadata that a page tells by its markup; the tree is that of the whole page.

    >>> from newsclean.extract.head_data import facts_of
    >>> from newsclean.extract.tree import parse
    >>> page = parse('<html lang=fr><meta name="author" content="Luc Morand"><meta name="date" content="2024-05-01"><p>x')
    >>> fields = fields_of(page, facts_of(page))
    >>> fields.authors, fields.date.isoformat()
    (('Luc Morand',), '2024-05-01')
    """
    date, date_text = _date(facts, tree)
    keywords = facts.metas.get("news_keywords") or facts.metas.get("keywords")
    return Fields(
        title=facts.title,
        date=date,
        date_text=date_text or None,
        authors=_authors(facts, tree),
        tags=tuple(dict.fromkeys(_tags(facts.item.get("keywords")))) or tuple(dict.fromkeys(_tags(keywords))),
        paywalled=None if facts.free is None else not facts.free,
    )


def _authors(facts: Facts, tree: HtmlElement) -> tuple[str, ...]:
    """The authors as told to machines, else as a byline of the page names them; a byline goes before the name of the site."""
    told, site = tuple(dict.fromkeys(_names(facts.item.get("author")))) or tuple(_meta_authors(facts.metas)), facts.site
    if told and not (site and all(name.casefold() == site.casefold() for name in told)):
        return told
    return byline_of(tree) or told


def _date(facts: Facts, tree: HtmlElement) -> tuple[dt.datetime | dt.date | None, str]:
    """The date of publication and its text: as told to machines, as marked on the page, else that of the last change."""
    item, metas = facts.item, facts.metas
    told = [text_in(item.get("datePublished")), *(metas.get(name, "") for name in _DATES)]
    marked = [text_in(item.get("dateCreated")), *dates_of(tree)]
    changed = [text_in(item.get("dateModified")), *(metas.get(name, "") for name in _CHANGES)]
    for text in (*told, *marked, *changed):
        if text and (date := read_date(text, facts.language)):
            return date, text
    return None, ""


def read_date(text: str, language: str = "") -> dt.datetime | dt.date | None:
    """The moment that an ISO 8601 text or a date in words tells, or None.

    >>> read_date("2024-05-01T10:00:00Z").isoformat(), read_date("1 mai 2024").isoformat(), read_date("hier")
    ('2024-05-01T10:00:00+00:00', '2024-05-01', None)
    """
    text = text.strip()
    try:
        if len(text) == 10:
            return dt.date.fromisoformat(text)
        return dt.datetime.fromisoformat(text)
    except ValueError:
        return next((found.value for found in find_dates(text[:80], language or None) if found.value is not None), None)


def _names(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        name = text_in(item.get("name") if isinstance(item, dict) else item)
        if name and len(name) < 80 and "://" not in name:
            yield name


def _meta_authors(metas: Mapping[str, str]) -> Iterator[str]:
    for name in _AUTHORS:
        yield from _names(metas.get(name))
        if metas.get(name) and "://" not in metas[name]:
            return


def _tags(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        for tag in text_in(item).split(","):
            if tag.strip() and len(tag) < 80:
                yield tag.strip()
