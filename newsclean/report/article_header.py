"""The top of an article in the HTML report: its title, metadata and notes, and a map of what was removed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import groupby

from newsclean.article import Article, Block
from newsclean.labels.model_only import count_model_only
from newsclean.report.changes import label_word
from newsclean.report.display_text import escape_html

MIN_WIDTH = 0.4  # per cent of the map that a run of removed blocks takes at least, so that it can be seen
MAX_HEADLINE = 90  # characters of the beginning of a text that stands for a missing headline


def article_header(article: Article, sentence: str) -> str:
    """Return the `<header>` of an article.

    Args:
        article: The article to show.
        sentence: The figures of what was done to it, as HTML.
    """
    fields = article.fields
    kicker = f'<p class="kicker" dir="auto">{escape_html(fields.kicker)}</p>' if fields.kicker else ""
    title = f'<h2 dir="auto">{escape_html(headline(article))}</h2>'
    meta = "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in _metadata(article))
    notes = "".join(f"<li>{escape_html(note)}</li>" for note in article.notes)
    return (
        f'<header>{kicker}{title}\n<dl class="meta">{meta}</dl>\n'
        + (f'<ul class="notes">{notes}</ul>\n' if notes else "")
        + f'<p class="sum">{sentence}{_on_the_models_word(article)}</p>{change_map(article)}</header>\n'
    )


def _on_the_models_word(article: Article) -> str:
    """How many lines went on the model's word alone, as HTML; "" if there are none."""
    count = count_model_only(block.evidence for block in article.removed)
    if not count.lines:
        return ""
    kind = "doubt prose" if count.prose else "doubt"
    return f', <span class="{kind}">{escape_html(str(count))}</span>'


def headline(article: Article) -> str:
    """Return the headline, or the beginning of the text where none was found.

    >>> headline(Article("Un texte.", (Block(0, 9, "Un texte.", "Un texte."),)))
    'Un texte.'
    """
    if article.fields.title:
        return article.fields.title
    first = next((block.text for block in article.kept if block.text.strip()), "")
    return first if len(first) <= MAX_HEADLINE else first[: MAX_HEADLINE - 1] + "…"


def change_map(article: Article) -> str:
    """Return an SVG strip that maps the source from its first to its last character: what stayed, and what went by label."""
    total = sum(len(block.source) for block in article.blocks)
    if not total:
        return ""
    parts, at = [], 0.0
    for label, run in groupby(article.blocks, _removed_label):
        width = 100 * sum(len(block.source) for block in run) / total
        if label:
            shown = max(width, MIN_WIDTH)
            parts.append(f'<rect x="{at:.1f}" width="{shown:.1f}" height="4" data-label="{label}"/>')
        at += width
    return (
        '<svg class="strip" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect class="kept" width="100" height="4"/>{"".join(parts)}</svg>'
    )


def _removed_label(block: Block) -> str:
    """The label of a removed block, "" for a kept one."""
    return "" if block.kept else label_word(block)


def _metadata(article: Article) -> Iterator[tuple[str, str]]:
    """Names and values, as HTML, of the metadata that were found."""
    fields = article.fields
    if fields.date:
        yield "Date", _date(fields.date)
    named = {
        "Authors": fields.authors,
        "Agencies": fields.agencies,
        "Credits": fields.credits,
        "Place": [fields.place] if fields.place else [],
        "Tags": fields.tags,
    }
    for name, values in named.items():
        if values:
            yield name, f'<span dir="auto">{escape_html(", ".join(values))}</span>'
    if fields.paywalled is not None:
        yield "Paywall", "yes" if fields.paywalled else "no"
    if article.text:
        yield "Reading time", f"{article.reading_minutes} min"
    if article.locale or article.language:
        yield "Locale", escape_html(article.locale or article.language or "")
    if article.encoding:
        yield "Encoding", escape_html(_encoding(article))
    if article.url:
        yield "URL", f'<span class="url">{escape_html(article.url)}</span>'


def _encoding(article: Article) -> str:
    lost = article.decode_errors
    return f"{article.encoding}, {lost} unreadable" if lost else article.encoding or ""


def _date(date: datetime.date) -> str:
    readable = date.isoformat(" ", "minutes") if isinstance(date, datetime.datetime) else date.isoformat()
    return f'<time datetime="{escape_html(date.isoformat())}">{escape_html(readable)}</time>'
