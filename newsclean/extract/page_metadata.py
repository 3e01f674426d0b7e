"""The metadata of a page: what its head declares, else what its body marks.

The head is read by `head_data`, the body by `visible_metadata`; this module chooses between them, field by field.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from newsclean.extract.head_data import HeadData, json_text
from newsclean.extract.visible_metadata import visible_byline, visible_dates
from newsclean.fields import Fields
from newsclean.metadata import find_dates

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_VALUE = 80  # characters of a name, a tag or a date
_DATE_METAS = (
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
_CHANGE_METAS = ("article:modified_time", "datemodified", "og:updated_time", "dcterms.modified", "last-modified")
_AUTHOR_METAS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl")


def read_fields(tree: HtmlElement, head: HeadData) -> Fields:
    """Return the metadata that the markup of a page gives.

    Args:
        tree: The whole page, before anything is removed from it.
        head: Its head.

    >>> from newsclean.extract.head_data import read_head
    >>> from newsclean.extract.tree import parse_html
    >>> page = parse_html('<html lang=fr><meta name="author" content="Luc Morand"><meta name="date" content="2024-05-01"><p>x')
    >>> fields = read_fields(page, read_head(page))
    >>> fields.authors, fields.date.isoformat()
    (('Luc Morand',), '2024-05-01')
    """
    date, date_text = _date(head, tree)
    keywords = head.metas.get("news_keywords") or head.metas.get("keywords")
    return Fields(
        title=head.title,
        date=date,
        date_text=date_text or None,
        authors=_authors(head, tree),
        tags=tuple(dict.fromkeys(_tags(head.json_ld.get("keywords")))) or tuple(dict.fromkeys(_tags(keywords))),
        paywalled=None if head.is_free is None else not head.is_free,
    )


def _authors(head: HeadData, tree: HtmlElement) -> tuple[str, ...]:
    """The authors that the head declares, unless it only names the site; else those of a byline in the body."""
    declared = tuple(dict.fromkeys(_names(head.json_ld.get("author")))) or tuple(_meta_authors(head.metas))
    site = head.site_name
    if declared and not (site and all(name.casefold() == site.casefold() for name in declared)):
        return declared
    return visible_byline(tree) or declared


def _date(head: HeadData, tree: HtmlElement) -> tuple[dt.datetime | dt.date | None, str]:
    """The date of publication and its text: of the head, else of the body, else the date of the last change."""
    item, metas = head.json_ld, head.metas
    declared = [json_text(item.get("datePublished")), *(metas.get(name, "") for name in _DATE_METAS)]
    marked = [json_text(item.get("dateCreated")), *visible_dates(tree)]
    changed = [json_text(item.get("dateModified")), *(metas.get(name, "") for name in _CHANGE_METAS)]
    for text in (*declared, *marked, *changed):
        if text and (date := read_date(text, head.language)):
            return date, text
    return None, ""


def read_date(text: str, language: str = "") -> dt.datetime | dt.date | None:
    """Return the moment that a text names, or None.

    Args:
        text: A date in ISO 8601, or in words.
        language: The language of the page.

    >>> read_date("2024-05-01T10:00:00Z").isoformat(), read_date("1 mai 2024").isoformat(), read_date("hier")
    ('2024-05-01T10:00:00+00:00', '2024-05-01', None)
    """
    text = text.strip()
    try:
        if len(text) == 10:
            return dt.date.fromisoformat(text)
        return dt.datetime.fromisoformat(text)
    except ValueError:
        return next(
            (found.value for found in find_dates(text[:MAX_VALUE], language or None) if found.value is not None), None
        )


def _names(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        name = json_text(item.get("name") if isinstance(item, dict) else item)
        if name and len(name) < MAX_VALUE and "://" not in name:
            yield name


def _meta_authors(metas: Mapping[str, str]) -> Iterator[str]:
    for name in _AUTHOR_METAS:
        yield from _names(metas.get(name))
        if metas.get(name) and "://" not in metas[name]:
            return


def _tags(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        for tag in json_text(item).split(","):
            if tag.strip() and len(tag) < MAX_VALUE:
                yield tag.strip()
