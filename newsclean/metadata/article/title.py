"""The headline of an article: what stands on the page, what the markup tells, and which of them it is."""

from __future__ import annotations

from newsclean.article import Article, Block, Label
from newsclean.hosts import split_url
from newsclean.metadata.article.head import ArticleHead, FieldValue
from newsclean.metadata.article.title_candidates import alike, bare, title_words
from newsclean.metadata.article.title_score import bare_title
from newsclean.normal_forms import fold
from newsclean.patterns import lazy_regex

LIKE = 0.4  # words in common (F1) from which a line on the page is the headline that the markup tells
LONG = 20  # words: an <h1> with more is a summary
MARKED = 0.2  # what being an <h1> counts beside that
_HEAD = lazy_regex(r"(\S.{0,80}?)(?::|\s[–—-])\s")


def headline(article: Article, head: ArticleHead) -> FieldValue | None:
    """The headline and where it stands; the page's own wording goes before that of the markup, which is often made for searching.

    >>> from newsclean import analyze
    >>> page = "<title>Pont de la Tine: il rouvre | Le Courrier</title><h1>Le pont de la Tine rouvre</h1><p>Il a plu.</p>"
    >>> analyze(page, kind="html").title
    'Le pont de la Tine rouvre'
    """
    blocks = article.blocks
    seen = blocks[head.title] if head.title is not None else None
    told = article.fields.title
    if told is None:
        return _value(seen, article) if seen else None
    if seen is not None and _is_rest(seen.text, told, article.url):
        return FieldValue(told, None)
    marked = [block for block in blocks if block.mark == "h1" and 0 < len(block.text.split()) <= LONG]
    heads = list({fold(block.text): block for block in reversed(marked)}.values())
    could = heads if seen is None or seen in heads else [*heads, seen]
    best = max(could, key=lambda block: _alike(block.text, told) + MARKED * (block in heads), default=None)
    if best is not None and _alike(best.text, told) >= LIKE:
        return _value(best, article)
    if seen is None:
        seen = heads[0] if len(heads) == 1 else None
    if seen is not None and seen in heads and seen.label == Label.TITLE:
        return _value(seen, article)
    return FieldValue(bare_title(told, blocks, article.url), None)


def _is_rest(text: str, told: str, url: str | None) -> bool:
    """Is a line the headline without its beginning: what the markup tells has a few words and a colon or a dash before it?"""
    words = title_words(text)
    head = _HEAD.match(told) if words else None
    if head is None or title_words(told[head.end() :]) != words:
        return False
    site = "".join(title_words(split_url(url).hostname or ""))
    return bare("".join(title_words(head[1]))) not in site


def _value(block: Block, article: Article) -> FieldValue:
    text = block.text.strip()
    title = bare_title(text, article.blocks, article.url, marked=block.mark == "h1")
    at = block.source.find(title)
    if title == text or at < 0:
        return FieldValue(title, block.span)
    return FieldValue(title, (block.start + at, block.start + at + len(title)))


def _alike(one: str, other: str) -> float:
    """The share of words in common (F1)."""
    return alike(title_words(one), title_words(other))
