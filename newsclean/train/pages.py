"""Gold documents as pages: the same articles as invented sites would publish them, for the training of HTML mode.

Pages with gold are news in prose. Of the gold documents that were written for training, which are of every genre, pages are made here: an
article in `<article>`, `<main>` or nameless boxes, list items and verses as lists, tables, definition lists, paragraphs or text with
`<br>`, furniture as lists of links, boxes, forms and figures with telling class names or none. All is drawn with a fixed seed.
"""

from __future__ import annotations

import html
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from newsclean.gold import GoldDocument
from newsclean.train.examples import COARSE, KEPT, fold_of

VARIANTS = 3  # pages of each document
WEIGHT = 0.4  # of a page, beside the weight of its document
LEAST_AROUND = 4  # lines above or below an article that are a frame for another one
SHORT = 90  # characters of the longest verse
FRAGMENTS = 0.15  # share of the pages that are only the element of the article
Row = Mapping[str, str]
# class names that sites give to the box of a label
_NAMES: Mapping[str, Sequence[str]] = {
    "nav": ("nav", "main-menu", "navigation", "breadcrumb", "topbar", "menu-list"),
    "share": ("share-bar", "social", "sharing-tools", "share", "social-buttons"),
    "newsletter": ("newsletter", "nl-signup", "newsletter-box", "subscribe-form"),
    "ad": ("ad", "advertisement", "ad-slot", "adbox", "sponsored"),
    "related": ("related", "read-more", "teaser-list", "related-articles", "more-stories"),
    "most_read": ("most-read", "trending", "popular", "top-stories"),
    "comments": ("comments", "comment-list", "discussion", "responses"),
    "legal": ("legal", "copyright", "imprint", "footer-legal"),
    "consent": ("cookie-banner", "consent", "gdpr"),
    "paywall": ("paywall", "premium-wall", "subscribe-wall"),
    "promo": ("promo", "teaser-box", "promotion", "app-promo"),
    "author_bio": ("author-box", "about-author", "author-bio"),
    "tags": ("tags", "topics", "keywords", "tag-list"),
    "byline": ("byline", "author", "article-author"),
    "date": ("date", "published", "article-date", "timestamp"),
    "caption": ("caption", "figure-caption", "img-legend"),
    "credit": ("credit", "photo-credit", "copyright"),
    "other": ("tools", "widget", "meta", "info"),
    "kicker": ("kicker", "overline", "topic"),
    "title": ("title", "headline"),
    "lead": ("lead", "standfirst", "intro", "chapo"),
    "body": ("article-body", "story-text", "content", "entry-content", "text", "post-body"),
    "article": ("article", "story", "post", "page-article"),
}
# how furniture of a label may be marked up; the first is drawn twice as often
_SHAPES: Mapping[str, Sequence[str]] = {
    "nav": ("links", "links", "inline", "divs"),
    "share": ("links", "buttons", "inline", "divs"),
    "newsletter": ("form", "paragraphs", "divs"),
    "ad": ("paragraphs", "divs", "inline"),
    "related": ("links", "teasers", "paragraphs"),
    "most_read": ("links", "teasers"),
    "comments": ("paragraphs", "divs", "comment"),
    "paywall": ("form", "paragraphs"),
    "consent": ("form", "paragraphs"),
    "tags": ("links", "inline"),
    "caption": ("figure", "paragraphs"),
    "credit": ("inline", "paragraphs"),
    "byline": ("inline", "paragraphs", "divs"),
    "date": ("time", "inline", "paragraphs"),
    "other": ("buttons", "inline", "paragraphs", "divs"),
}


class Frame(NamedTuple):
    """What stands above and below the article of a page."""

    above: Sequence[Row]
    below: Sequence[Row]


def gold_pages(documents: Sequence[GoldDocument]) -> Iterator[GoldDocument]:
    """Yield pages made of gold documents whose lines have fine labels: a gold document each, with its `html`.

    Articles without menus around them get those of another document of their language and fold.
    """
    fine = [one for one in documents if not COARSE & {row["label"] for row in one["lines"]}]
    split = [_split(one["lines"]) for one in fine]
    frames: dict[tuple[str, int], list[Frame]] = defaultdict(list)
    for document, (frame, rows) in zip(fine, split, strict=True):
        if rows and min(map(len, frame)) >= LEAST_AROUND:
            frames[document["language"], fold_of(document["group"])].append(frame)
    for document, (frame, rows) in zip(fine, split, strict=True):
        if not rows:
            continue
        for turn in range(VARIANTS):
            rng = random.Random(f"{document['id']}/{turn}")  # noqa: S311 - not for secrets
            others = frames.get((document["language"], fold_of(document["group"])))
            around = rng.choice(others) if others and not any(frame) and rng.random() < 0.75 else frame
            renderer = _Renderer(rng)
            page = renderer.page(rows, around, document["language"])
            own = {key: value for key, value in document.items() if key != "text"}
            own["weight"] = WEIGHT * float(document.get("weight", 1.0))
            yield {**own, "id": f"{document['id']}.page{turn}", "html": page, "lines": renderer.lines}


def _split(rows: Sequence[Row]) -> tuple[Frame, Sequence[Row]]:
    """Return what stands around the article of a document, and its lines from the first to the last that stays."""
    kept = [n for n, row in enumerate(rows) if row["label"] in KEPT]
    if not kept:
        return Frame(rows, ()), ()
    return Frame(rows[: kept[0]], rows[kept[-1] + 1 :]), rows[kept[0] : kept[-1] + 1]


class _Renderer:
    """Writes one page in a style that is drawn once, and notes the lines in the order of the page."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.lines: list[Row] = []
        self.naming = rng.choice(("telling", "telling", "prefixed", "hashed", "none"))
        self.prefix = rng.choice(("c-", "m-", "gz__", "td-", "site-"))
        self.container = rng.choice(("article", "article", "main", "div", "section"))
        self.heading = rng.choice(("h2", "h2", "h3", "h4", "p/strong"))
        self.item = rng.choice(("ul", "ul", "ol", "p", "br", "table", "div", "dl"))
        self.paragraph = rng.choice(("p", "p", "p", "p", "div", "br"))
        self.verse = rng.choice(("br", "br", "p", "div"))

    def page(self, rows: Sequence[Row], frame: Frame, language: str) -> str:
        """Return the page; `lines` are its lines then."""
        if self.rng.random() < FRAGMENTS:
            return self.article(rows)
        above = self.boxes(frame.above, top=True)
        body = above + self.article(rows) + self.boxes(frame.below, bottom=True)
        if self.rng.random() < 0.4:
            body = f"<div{self.attribute('article', plain=True)}>{body}</div>"
        return f"<!DOCTYPE html><html lang={language!r}><head>{self.head(rows)}</head><body>{body}</body></html>"

    def head(self, rows: Sequence[Row]) -> str:
        """Return the head: the title, and what social networks and search engines are told."""
        title = next((row["text"] for row in rows if row["label"] == "title"), "")
        site = self.rng.choice(("Gazette", "Kurier", "The Post", "Il Foglio", "La Voz"))
        parts = [f"<title>{html.escape(title + self.rng.choice(('', f' - {site}', f' | {site}')))}</title>"]
        if self.rng.random() < 0.5:
            parts.append('<meta property="og:type" content="article">')
            parts.append(f'<meta property="og:title" content="{html.escape(title)}">')
        if self.rng.random() < 0.5:
            data = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": title}
            parts.append(f'<script type="application/ld+json">{json.dumps(data)}</script>')
        return "".join(parts)

    def article(self, rows: Sequence[Row]) -> str:
        """Return the element of the article."""
        parts, opened = [], False
        body_at = next(
            (n for n, row in enumerate(rows) if row["label"] in ("paragraph", "list_item", "heading", "quote")), 0
        )
        has_body = self.rng.random() < 0.6
        for (label, _), group in groupby(enumerate(rows), lambda pair: (pair[1]["label"], pair[0] >= body_at)):
            chosen = list(group)
            if has_body and not opened and chosen[0][0] >= body_at:
                opened = True
                parts.append(f"<div{self.attribute('body')}>")
            own = [row for _, row in chosen]
            parts.append(self.content(label, own) if label in KEPT else self.box(label, own))
        return f"<{self.container}{self.attribute('article')}>{''.join(parts)}{'</div>' if opened else ''}</{self.container}>"

    def boxes(self, rows: Sequence[Row], *, top: bool = False, bottom: bool = False) -> str:
        """Return the boxes above or below the article."""
        parts = [self.box(label, list(own)) for label, own in groupby(rows, lambda row: row["label"])]
        inner = "".join(parts)
        if top and self.rng.random() < 0.4:
            return f"<header>{inner}</header>"
        if bottom and parts and self.rng.random() < 0.5:
            return f"{''.join(parts[:-1])}<footer>{parts[-1]}</footer>"
        return f"<aside>{inner}</aside>" if bottom and self.rng.random() < 0.2 else inner

    def content(self, label: str, rows: Sequence[Row]) -> str:
        """Return consecutive lines of the article with the same label."""
        if label == "title":
            return "".join(f"<h1{self.attribute(label)}>{self.text(row)}</h1>" for row in rows)
        if label == "kicker":
            return "".join(f"<span{self.attribute(label)}>{self.text(row)}</span><br>" for row in rows)
        if label == "heading":
            outer, _, inner = self.heading.partition("/")
            left, right = (f"<{inner}>", f"</{inner}>") if inner else ("", "")
            return "".join(f"<{outer}>{left}{self.text(row)}{right}</{outer}>" for row in rows)
        if label == "quote":
            return "".join(f"<blockquote><p>{self.text(row)}</p></blockquote>" for row in rows)
        if label == "list_item":
            return self.items(rows)
        if label == "lead":
            return "".join(f"<p{self.attribute(label)}>{self.text(row)}</p>" for row in rows)
        short = len(rows) > 2 and max(len(row["text"]) for row in rows) <= SHORT
        way = self.verse if short else self.paragraph
        if way == "br":
            return f"<p>{self.rng.choice(('<br>', '<br>', '<br><br>')).join([self.text(row) for row in rows])}</p>"
        return "".join(f"<{way}>{self.prose(row)}</{way}>" for row in rows)

    def items(self, rows: Sequence[Row]) -> str:
        """Return list items: a list, a table, a definition list, paragraphs or lines."""
        linked = self.rng.random() < 0.08
        texts = [f"<a href='/x'>{text}</a>" if linked else text for text in map(self.text, rows)]
        way = self.item if self.rng.random() < 0.8 else self.rng.choice(("ul", "ol", "p", "table"))
        if way in ("ul", "ol"):
            return f"<{way}>{''.join(f'<li>{text}</li>' for text in texts)}</{way}>"
        if way == "table":
            return f"<table>{''.join(f'<tr>{_cells(text)}</tr>' for text in texts)}</table>"
        if way == "br":
            return f"<p>{'<br>'.join(texts)}</p>"
        if way == "dl":
            return f"<dl>{''.join(f'<dd>{text}</dd>' for text in texts)}</dl>"
        return "".join(f"<{way}>{text}</{way}>" for text in texts)

    def box(self, label: str, rows: Sequence[Row]) -> str:
        """Return consecutive lines of furniture with the same label."""
        shapes = _SHAPES.get(label, ("paragraphs", "divs"))
        shape = self.rng.choice((shapes[0], *shapes))
        texts = [self.text(row) for row in rows]
        link = "<a href='/x'>{}</a>".format
        if shape == "links":
            tag = self.rng.choice(("ul", "ul", "ol"))
            inner = f"<{tag}>{''.join(f'<li>{link(text)}</li>' for text in texts)}</{tag}>"
        elif shape == "inline":
            inner = " ".join(
                f"<div><span>{link(text) if label in ('nav', 'share', 'tags') else text}</span></div>" for text in texts
            )
        elif shape == "buttons":
            inner = "".join(f"<button>{text}</button>" for text in texts)
        elif shape == "form":
            inner = f"<form>{''.join(f'<p>{text}</p>' for text in texts)}<input type='email'></form>"
        elif shape == "teasers":
            inner = "".join(f"<div><h3>{link(text)}</h3></div>" for text in texts)
        elif shape == "figure":
            inner = "".join(f"<figure><img src='/x.jpg'><figcaption>{text}</figcaption></figure>" for text in texts)
        elif shape == "time":
            inner = "".join(f"<p><time>{text}</time></p>" for text in texts)
        elif shape == "comment":
            inner = f"<ul>{''.join(f'<li><p>{text}</p></li>' for text in texts)}</ul>"
        elif label == "related":
            inner = "".join(f"<p><strong>{link(text)}</strong></p>" for text in texts)
        else:
            tag = "div" if shape == "divs" else "p"
            inner = "".join(f"<{tag}>{text}</{tag}>" for text in texts)
        tag = "nav" if label == "nav" and self.rng.random() < 0.5 else "div"
        if label in ("related", "most_read", "promo", "newsletter") and self.rng.random() < 0.3:
            tag = "aside"
        bare = tag == "div" and shape != "inline" and self.rng.random() < 0.25
        return inner if bare else f"<{tag}{self.attribute(label)}>{inner}</{tag}>"

    def prose(self, row: Row) -> str:
        """Return a paragraph, some with a link or bold words in it."""
        text = self.text(row)
        words = text.split(" ")
        if len(words) > 9 and "&" not in text and self.rng.random() < 0.15:
            at, tag = self.rng.randint(0, len(words) - 4), self.rng.choice(("a href='/x'", "strong", "em"))
            words[at], words[at + 2] = f"<{tag}>{words[at]}", f"{words[at + 2]}</{tag.split()[0]}>"
        return " ".join(words)

    def text(self, row: Row) -> str:
        """Return a line as HTML, and note it."""
        self.lines.append(row)
        return html.escape(row["text"], quote=False)

    def attribute(self, label: str, *, plain: bool = False) -> str:
        """Return a class attribute for a label, or none."""
        naming = "none" if plain and self.rng.random() < 0.5 else self.naming
        if naming == "none" or self.rng.random() < 0.15:
            return ""
        if naming == "hashed":
            return f' class="css-{self.rng.randrange(16**6):06x}"'
        name = self.rng.choice(_NAMES.get(label, ("box",)))
        return f' class="{self.prefix if naming == "prefixed" else ""}{name}"'


def _cells(text: str) -> str:
    """Return the cells of a row."""
    return "".join(f"<td>{part.strip()}</td>" for part in text.split(" | "))


__all__: Sequence[Any] = ["VARIANTS", "gold_pages"]
