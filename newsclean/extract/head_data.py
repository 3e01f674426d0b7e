"""What the head of a page says of the article: JSON-LD (schema.org), Open Graph and other meta elements."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from newsclean.patterns import lazy_re

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_JSON_LD = 2_000_000  # characters of a script that is read
MAX_META = 20_000  # characters of a meta element that is read
MAX_ITEMS = 500  # members of a list that are read
MAX_VISITED = 2_000  # objects of JSON-LD that are searched for an article
_ARTICLE_TYPES = lazy_re(r"Article$|Posting$|Report$|Review$|^LiveBlog|^Recipe$|^CreativeWork$")
_PAGE_TYPE = "WebPage"  # has dates and authors as well, but is on pages of every kind
_TAG = lazy_re(r"<[^<>]{0,2000}>")
_BREAK = lazy_re(r"</(?:p|div|li|h\d)\s*>|<br\s*/?>", re.IGNORECASE)
_TITLES = ("og:title", "twitter:title", "title", "dc.title")


@dataclass(frozen=True, slots=True)
class HeadData:
    """What the head of a page says; None or empty where it says nothing.

    Attributes:
        title: The headline: of the JSON-LD, else of Open Graph, else the `<title>`.
        article_body: The text of the article in the JSON-LD.
        site_name: The name of the site or the publisher.
        canonical_url: The address that the page gives for itself.
        description: The summary for search engines and social networks.
        is_free: Whether all of the article can be read without a subscription.
        article_score: 2 if the JSON-LD has an article, and 1 more if Open Graph says so.
        language: The language of the page, such as "fr" or "fr-CH".
        titles: All titles, `title` first.
        notes: Remarks for the reader of the result.
        json_ld: The JSON-LD object of the article.
        metas: The contents of the meta elements by name, in lower case.
    """

    title: str | None = None
    article_body: str = ""
    site_name: str | None = None
    canonical_url: str | None = None
    description: str = ""
    is_free: bool | None = None
    article_score: float = 0.0
    language: str = ""
    titles: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    json_ld: Mapping[str, Any] = field(default_factory=dict)
    metas: Mapping[str, str] = field(default_factory=dict)


def read_head(tree: HtmlElement) -> HeadData:
    """Read the head of a page; JSON-LD is read wherever it stands.

    >>> from newsclean.extract.tree import parse_html
    >>> read_head(parse_html('<html lang=fr><meta property="og:title" content="Un titre"><p>x')).title
    'Un titre'
    """
    metas = _metas(tree)
    notes: list[str] = []
    item = _article(tree, notes)
    found = [json_text(item.get("headline"))] + [metas[name] for name in _TITLES if name in metas]
    found += [(node.text or "").strip() for node in tree.iterfind(".//title")][:1]
    titles = tuple(dict.fromkeys(filter(None, found)))
    language = (tree.get("lang") or tree.get("xml:lang") or metas.get("og:locale") or "").replace("_", "-")
    site = metas.get("og:site_name") or json_text(json_object(item.get("publisher")).get("name")) or None
    canonical = next((node.get("href") for node in tree.iterfind(".//link[@rel='canonical']")), None)
    return HeadData(
        title=titles[0] if titles else None,
        article_body=_without_markup(json_text(item.get("articleBody")) or json_text(item.get("text")))
        if _is_article(item)
        else "",
        site_name=site,
        canonical_url=canonical or metas.get("og:url"),
        description=metas.get("og:description") or metas.get("description") or json_text(item.get("description")),
        article_score=2.0 * _is_article(item) + (metas.get("og:type", "").lower() == "article"),
        is_free=_boolean(item.get("isAccessibleForFree")) if _is_article(item) else None,
        language=language,
        titles=titles,
        notes=tuple(dict.fromkeys(notes)),
        json_ld=item,
        metas=metas,
    )


def _metas(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.iter("meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop")
        content = (node.get("content") or "").strip()
        if name and content and len(content) < MAX_META:
            found.setdefault(name.lower(), content)
    return found


def _article(tree: HtmlElement, notes: list[str]) -> dict[str, Any]:
    """The JSON-LD object of an article with the longest text and the most fields."""
    best: dict[str, Any] = {}
    people: dict[str, Any] = {}
    score = 0.0
    for node in tree.iter("script"):
        if "ld+json" not in (node.get("type") or "") or not node.text or len(node.text) > MAX_JSON_LD:
            continue
        data = _load(node.text, notes)
        people |= _named(data)
        for item in _items(data):
            fields = sum(key in item for key in ("headline", "author", "datePublished"))
            worth = 1 + len(json_text(item.get("articleBody"))) + 100 * fields if _is_article(item) else 0.5
            if worth > score:
                best, score = item, worth
    authors = best.get("author")
    if people and authors:
        authors = authors if isinstance(authors, list) else [authors]
        best = best | {"author": [_resolved(author, people) for author in authors]}
    return best


def _resolved(author: Any, people: Mapping[str, Any]) -> Any:
    """An author, looked up by id if it has no name."""
    data = json_object(author)
    return author if data.get("name") else people.get(str(data.get("@id")), author)


def _is_article(item: dict[str, Any]) -> bool:
    kinds = item.get("@type")
    return any(
        isinstance(kind, str) and _ARTICLE_TYPES.search(kind)
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _named(data: Any) -> dict[str, Any]:
    """The objects of a graph that have an id and a name, by id: authors refer to them."""
    graph = json_object(data).get("@graph")
    found = [json_object(item) for item in graph[:MAX_ITEMS]] if isinstance(graph, list) else []
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
    """The objects that are articles or pages, however they are wrapped."""
    stack, seen = [data], 0
    while stack and seen < MAX_VISITED:
        seen += 1
        item = stack.pop()
        if isinstance(item, list):
            stack += item[:MAX_ITEMS]
        elif isinstance(item, dict):
            kinds = item.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if _is_article(item) or _PAGE_TYPE in kinds:
                yield item
            stack += [
                item[key]
                for key in ("@graph", "mainEntity", "mainEntityOfPage", "liveBlogUpdate")
                if isinstance(item.get(key), (list, dict))
            ]


def json_text(value: Any) -> str:
    """Return the text in a value of JSON-LD; the texts of a list are separated by line feeds."""
    if isinstance(value, list):
        value = "\n".join(part for part in value if isinstance(part, str)) if value else ""
    return html.unescape(value).strip() if isinstance(value, str) else ""


def _without_markup(text: str) -> str:
    """The text without its tags; those that end a block become line feeds."""
    if "<" not in text:
        return text
    return html.unescape(_TAG.sub("", _BREAK.sub("\n", text))).strip()


def json_object(value: Any) -> dict[str, Any]:
    """Return a value of JSON-LD that is an object, an empty one for any other value."""
    return value if isinstance(value, dict) else {}


def _boolean(value: Any) -> bool | None:
    if isinstance(value, str):
        value = {"true": True, "false": False}.get(value.lower().rsplit("/", 1)[-1])
    return value if isinstance(value, bool) else None
