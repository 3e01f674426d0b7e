"""What the head of a page says of the article: JSON-LD, Open Graph, meta elements."""

from __future__ import annotations

import datetime as dt
import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST = 2_000_000  # characters of JSON-LD that are read
_TYPES = re.compile(r"Article$|Posting$|Report$|Review$|^LiveBlog|^Recipe$|^CreativeWork$")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_BREAK = re.compile(r"</(?:p|div|li|h\d)\s*>|<br\s*/?>", re.IGNORECASE)
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
)
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
    date_text = _text(item.get("datePublished")) or next((metas[name] for name in _DATES if metas.get(name)), "")
    canonical = next((node.get("href") for node in tree.iterfind(".//link[@rel='canonical']")), None)
    return Facts(
        title=titles[0] if titles else None,
        date=read_date(date_text),
        date_text=date_text or None,
        authors=tuple(_names(item.get("author"))) or tuple(_meta_authors(metas)),
        tags=tuple(dict.fromkeys(_tags(item.get("keywords"))))
        or tuple(dict.fromkeys(_tags(metas.get("news_keywords") or metas.get("keywords")))),
        body=_plain(_text(item.get("articleBody")) or _text(item.get("text"))),
        site=metas.get("og:site_name") or _text(_dict(item.get("publisher")).get("name")) or None,
        canonical=canonical or metas.get("og:url"),
        description=metas.get("og:description") or metas.get("description") or _text(item.get("description")),
        article=2.0 * bool(item) + (metas.get("og:type", "").lower() == "article"),
        free=_truth(item.get("isAccessibleForFree")),
        language=(tree.get("lang") or tree.get("xml:lang") or metas.get("og:locale") or "").replace("_", "-"),
        titles=titles,
        notes=tuple(dict.fromkeys(notes)),
    )


def read_date(text: str) -> dt.datetime | dt.date | None:
    """The moment that an ISO 8601 text tells, or None.

    >>> read_date("2024-05-01T10:00:00Z").isoformat(), read_date("2024-05-01").isoformat(), read_date("hier")
    ('2024-05-01T10:00:00+00:00', '2024-05-01', None)
    """
    text = text.strip()
    try:
        if len(text) == 10:
            return dt.date.fromisoformat(text)
        return dt.datetime.fromisoformat(text)
    except ValueError:
        return None


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
    score = 0
    for node in tree.iter("script"):
        if "ld+json" not in (node.get("type") or "") or not node.text or len(node.text) > LONGEST:
            continue
        for item in _items(_load(node.text, notes)):
            worth = (
                1
                + len(_text(item.get("articleBody")))
                + 100 * sum(key in item for key in ("headline", "author", "datePublished"))
            )
            if worth > score:
                best, score = item, worth
    return best


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
            if any(isinstance(kind, str) and _TYPES.search(kind) for kind in kinds):
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
