"""What the head of a page says of the article: JSON-LD, Open Graph, meta elements."""

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

LONGEST = 2_000_000  # characters of JSON-LD that are read
_TYPES = lazy_re(r"Article$|Posting$|Report$|Review$|^LiveBlog|^Recipe$|^CreativeWork$")
_PAGE = "WebPage"  # tells dates and authors as well, and is on pages of every kind
_TAG = lazy_re(r"<[^<>]{0,2000}>")
_BREAK = lazy_re(r"</(?:p|div|li|h\d)\s*>|<br\s*/?>", re.IGNORECASE)
_TITLES = ("og:title", "twitter:title", "title", "dc.title")


@dataclass(frozen=True, slots=True)
class Facts:
    """What was told, each None or empty when it was not; `item` is the JSON-LD of the article, `metas` are the meta elements by name."""

    title: str | None = None
    body: str = ""
    site: str | None = None
    canonical: str | None = None
    description: str = ""
    free: bool | None = None
    article: float = 0.0
    language: str = ""
    titles: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    item: Mapping[str, Any] = field(default_factory=dict)
    metas: Mapping[str, str] = field(default_factory=dict)


def facts_of(tree: HtmlElement) -> Facts:
    """The facts of a page.

    >>> from newsclean.extract.tree import parse
    >>> facts_of(parse('<html lang=fr><meta property="og:title" content="Un titre"><p>x')).title
    'Un titre'
    """
    metas = _metas(tree)
    notes: list[str] = []
    item = _article(tree, notes)
    told = [text_in(item.get("headline"))] + [metas[name] for name in _TITLES if name in metas]
    told += [(node.text or "").strip() for node in tree.iterfind(".//title")][:1]
    titles = tuple(dict.fromkeys(filter(None, told)))
    language = (tree.get("lang") or tree.get("xml:lang") or metas.get("og:locale") or "").replace("_", "-")
    site = metas.get("og:site_name") or text_in(mapping(item.get("publisher")).get("name")) or None
    canonical = next((node.get("href") for node in tree.iterfind(".//link[@rel='canonical']")), None)
    return Facts(
        title=titles[0] if titles else None,
        body=_plain(text_in(item.get("articleBody")) or text_in(item.get("text"))) if _is_article(item) else "",
        site=site,
        canonical=canonical or metas.get("og:url"),
        description=metas.get("og:description") or metas.get("description") or text_in(item.get("description")),
        article=2.0 * _is_article(item) + (metas.get("og:type", "").lower() == "article"),
        free=_truth(item.get("isAccessibleForFree")) if _is_article(item) else None,
        language=language,
        titles=titles,
        notes=tuple(dict.fromkeys(notes)),
        item=item,
        metas=metas,
    )


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
            worth = 1 + len(text_in(item.get("articleBody"))) + 100 * told if _is_article(item) else 0.5
            if worth > score:
                best, score = item, worth
    writers = best.get("author")
    if people and writers:
        writers = writers if isinstance(writers, list) else [writers]
        best = best | {
            "author": [
                people.get(str(mapping(one).get("@id")), one) if not mapping(one).get("name") else one
                for one in writers
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
    graph = mapping(data).get("@graph")
    found = [mapping(item) for item in graph[:500]] if isinstance(graph, list) else []
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


def text_in(value: Any) -> str:
    """The text in a value of JSON-LD; of a list, its texts on lines of their own."""
    if isinstance(value, list):
        value = "\n".join(part for part in value if isinstance(part, str)) if value else ""
    return html.unescape(value).strip() if isinstance(value, str) else ""


def _plain(text: str) -> str:
    """A text whose markup has become line breaks."""
    if "<" not in text:
        return text
    return html.unescape(_TAG.sub("", _BREAK.sub("\n", text))).strip()


def mapping(value: Any) -> dict[str, Any]:
    """The object in a value of JSON-LD, an empty one when it is none."""
    return value if isinstance(value, dict) else {}


def _truth(value: Any) -> bool | None:
    if isinstance(value, str):
        value = {"true": True, "false": False}.get(value.lower().rsplit("/", 1)[-1])
    return value if isinstance(value, bool) else None
