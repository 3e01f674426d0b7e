"""What the head of a page says of the article: JSON-LD, Open Graph, meta elements."""

from __future__ import annotations

import datetime as dt
import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newsclean.extract.marked import byline_of, dates_of
from newsclean.metadata import find_dates
from newsclean.patterns import lazy_re

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST = 2_000_000  # characters of JSON-LD that are read
_TYPES = lazy_re(r"Article$|Posting$|Report$|Review$|^LiveBlog|^Recipe$|^CreativeWork$")
_PAGE = "WebPage"  # tells dates and authors as well, and is on pages of every kind
_TAG = lazy_re(r"<[^<>]{0,2000}>")
_BREAK = lazy_re(r"</(?:p|div|li|h\d)\s*>|<br\s*/?>", re.IGNORECASE)
_TITLES = ("og:title", "twitter:title", "title", "dc.title")
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


@dataclass(frozen=True, slots=True)
class Facts:
    """What was told, each None or empty when it was not."""

    title: str | None = None
    date: dt.datetime | dt.date | None = None
    date_text: str | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    body: str = ""
    site: str | None = None
    canonical: str | None = None
    description: str = ""
    free: bool | None = None
    article: float = 0.0
    language: str = ""
    titles: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def facts_of(tree: HtmlElement) -> Facts:
    """The facts of a page.

    >>> from newsclean.extract.tree import parse
    >>> facts_of(parse('<html lang=fr><meta property="og:title" content="Un titre"><p>x')).title
    'Un titre'
    """
    metas = _metas(tree)
    notes: list[str] = []
    item = _article(tree, notes)
    told = [_text(item.get("headline"))] + [metas[name] for name in _TITLES if name in metas]
    told += [(node.text or "").strip() for node in tree.iterfind(".//title")][:1]
    titles = tuple(dict.fromkeys(filter(None, told)))
    language = (tree.get("lang") or tree.get("xml:lang") or metas.get("og:locale") or "").replace("_", "-")
    site = metas.get("og:site_name") or _text(_dict(item.get("publisher")).get("name")) or None
    date, date_text = _date(item, metas, tree, language)
    canonical = next((node.get("href") for node in tree.iterfind(".//link[@rel='canonical']")), None)
    return Facts(
        title=titles[0] if titles else None,
        date=date,
        date_text=date_text or None,
        authors=_authors(item, metas, tree, site),
        tags=tuple(dict.fromkeys(_tags(item.get("keywords"))))
        or tuple(dict.fromkeys(_tags(metas.get("news_keywords") or metas.get("keywords")))),
        body=_plain(_text(item.get("articleBody")) or _text(item.get("text"))) if _is_article(item) else "",
        site=site,
        canonical=canonical or metas.get("og:url"),
        description=metas.get("og:description") or metas.get("description") or _text(item.get("description")),
        article=2.0 * _is_article(item) + (metas.get("og:type", "").lower() == "article"),
        free=_truth(item.get("isAccessibleForFree")) if _is_article(item) else None,
        language=language,
        titles=titles,
        notes=tuple(dict.fromkeys(notes)),
    )


def _authors(item: dict[str, Any], metas: dict[str, str], tree: HtmlElement, site: str | None) -> tuple[str, ...]:
    """The authors as told to machines, else as a byline of the page names them; a byline goes before the name of the site."""
    told = tuple(dict.fromkeys(_names(item.get("author")))) or tuple(_meta_authors(metas))
    if told and not (site and all(name.casefold() == site.casefold() for name in told)):
        return told
    return byline_of(tree) or told


def _date(
    item: dict[str, Any], metas: dict[str, str], tree: HtmlElement, language: str
) -> tuple[dt.datetime | dt.date | None, str]:
    """The date of publication and its text: as told to machines, as marked on the page, else that of the last change."""
    told = [_text(item.get("datePublished")), *(metas.get(name, "") for name in _DATES)]
    marked = [_text(item.get("dateCreated")), *dates_of(tree)]
    changed = [_text(item.get("dateModified")), *(metas.get(name, "") for name in _CHANGES)]
    for text in (*told, *marked, *changed):
        if text and (date := read_date(text, language)):
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


def _metas(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.iter("meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop")
        content = (node.get("content") or "").strip()
        if name and content and len(content) < 20_000:
            found.setdefault(name.lower(), content)
    return found


def _article(tree: HtmlElement, notes: list[str]) -> dict[str, Any]:
    """The JSON-LD object that tells most of the article."""
    best: dict[str, Any] = {}
    people: dict[str, Any] = {}
    score = 0.0
    for node in tree.iter("script"):
        if "ld+json" not in (node.get("type") or "") or not node.text or len(node.text) > LONGEST:
            continue
        data = _load(node.text, notes)
        people |= _named(data)
        for item in _items(data):
            told = sum(key in item for key in ("headline", "author", "datePublished"))
            worth = 1 + len(_text(item.get("articleBody"))) + 100 * told if _is_article(item) else 0.5
            if worth > score:
                best, score = item, worth
    writers = best.get("author")
    if people and writers:
        writers = writers if isinstance(writers, list) else [writers]
        best = best | {
            "author": [
                people.get(str(_dict(one).get("@id")), one) if not _dict(one).get("name") else one for one in writers
            ]
        }
    return best


def _is_article(item: dict[str, Any]) -> bool:
    kinds = item.get("@type")
    return any(
        isinstance(kind, str) and _TYPES.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _named(data: Any) -> dict[str, Any]:
    """What stands in a graph under an id and has a name: people are told once and referred to."""
    graph = _dict(data).get("@graph")
    found = [_dict(item) for item in graph[:500]] if isinstance(graph, list) else []
    return {item["@id"]: item for item in found if isinstance(item.get("@id"), str) and item.get("name")}


def _load(text: str, notes: list[str]) -> Any:
    text = (
        text.strip()
        .removeprefix("<!--")
        .removesuffix("-->")
        .strip()
        .removeprefix("//<![CDATA[")
        .removesuffix("//]]>")
        .strip("; \n\t")
    )
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        notes.append("malformed JSON-LD was passed over")
        return None


def _items(data: Any) -> Iterator[dict[str, Any]]:
    """The objects of an article's type, however they are wrapped."""
    stack, seen = [data], 0
    while stack and seen < 2000:
        seen += 1
        item = stack.pop()
        if isinstance(item, list):
            stack += item[:500]
        elif isinstance(item, dict):
            kinds = item.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if _is_article(item) or _PAGE in kinds:
                yield item
            stack += [
                item[key]
                for key in ("@graph", "mainEntity", "mainEntityOfPage", "liveBlogUpdate")
                if isinstance(item.get(key), (list, dict))
            ]


def _names(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        name = _text(item.get("name") if isinstance(item, dict) else item)
        if name and len(name) < 80 and "://" not in name:
            yield name


def _meta_authors(metas: dict[str, str]) -> Iterator[str]:
    for name in _AUTHORS:
        yield from _names(metas.get(name))
        if metas.get(name) and "://" not in metas[name]:
            return


def _tags(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        for tag in _text(item).split(","):
            if tag.strip() and len(tag) < 80:
                yield tag.strip()


def _text(value: Any) -> str:
    if isinstance(value, list):
        value = "\n".join(part for part in value if isinstance(part, str)) if value else ""
    return html.unescape(value).strip() if isinstance(value, str) else ""


def _plain(text: str) -> str:
    """A text whose markup has become line breaks."""
    if "<" not in text:
        return text
    return html.unescape(_TAG.sub("", _BREAK.sub("\n", text))).strip()


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _truth(value: Any) -> bool | None:
    if isinstance(value, str):
        value = {"true": True, "false": False}.get(value.lower().rsplit("/", 1)[-1])
    return value if isinstance(value, bool) else None
