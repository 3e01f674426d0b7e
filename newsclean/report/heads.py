"""What stands above the rows of an article: its title, its metadata, its notes, its map."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import groupby

from newsclean.article import Article, Block
from newsclean.report.findings import label_of
from newsclean.report.rows import escaped

NARROWEST = 0.4  # per cent of the map: the least that a run of removed blocks takes


def head(article: Article, counted: str) -> str:
    """The head of an article; `counted` is the sentence that sums up what was done."""
    fields = article.fields
    kicker = f'<p class="kicker" dir="auto">{escaped(fields.kicker)}</p>' if fields.kicker else ""
    title = f'<h2 dir="auto">{escaped(title_of(article))}</h2>'
    meta = "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in _metadata(article))
    notes = "".join(f"<li>{escaped(note)}</li>" for note in article.notes)
    return (
        f'<header>{kicker}{title}\n<dl class="meta">{meta}</dl>\n'
        + (f'<ul class="notes">{notes}</ul>\n' if notes else "")
        + f'<p class="sum">{counted}</p>{strip(article)}</header>\n'
    )


def title_of(article: Article) -> str:
    """The headline, or the beginning of the text."""
    if article.fields.title:
        return article.fields.title
    first = next((block.text for block in article.kept if block.text.strip()), "")
    return first if len(first) <= 90 else first[:89] + "…"


def strip(article: Article) -> str:
    """A map of the source from its first to its last character: what stayed, what went, by label."""
    total = sum(len(block.source) for block in article.blocks)
    if not total:
        return ""
    parts, at = [], 0.0
    for label, run in groupby(article.blocks, _colour):
        width = 100 * sum(len(block.source) for block in run) / total
        if label:
            shown = max(width, NARROWEST)
            parts.append(f'<rect x="{at:.1f}" width="{shown:.1f}" height="4" data-label="{label}"/>')
        at += width
    return (
        '<svg class="strip" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect class="kept" width="100" height="4"/>{"".join(parts)}</svg>'
    )


def _colour(block: Block) -> str:
    return "" if block.kept else label_of(block)


def _metadata(article: Article) -> Iterator[tuple[str, str]]:
    """Names and values (as HTML) of what is known about an article."""
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
            yield name, f'<span dir="auto">{escaped(", ".join(values))}</span>'
    if fields.paywalled is not None:
        yield "Paywall", "yes" if fields.paywalled else "no"
    if article.text:
        yield "Reading time", f"{article.reading_minutes} min"
    if article.locale or article.language:
        yield "Locale", escaped(article.locale or article.language or "")
    if article.encoding:
        yield "Encoding", escaped(_encoding(article))
    if article.url:
        yield "URL", f'<span class="url">{escaped(article.url)}</span>'


def _encoding(article: Article) -> str:
    lost = article.decode_errors
    return f"{article.encoding}, {lost} unreadable" if lost else article.encoding or ""


def _date(date: datetime.date) -> str:
    readable = date.isoformat(" ", "minutes") if isinstance(date, datetime.datetime) else date.isoformat()
    return f'<time datetime="{escaped(date.isoformat())}">{escaped(readable)}</time>'
