"""The headline of an article: what stands on the page, what the markup tells, and which of them it is."""

from __future__ import annotations

from collections import Counter

from newsclean.article import Article, Block, Label
from newsclean.metadata.places import Head, Value
from newsclean.metadata.titles import bare_title
from newsclean.metadata.words import fold
from newsclean.patterns import lazy_regex

LIKE = 0.4  # words in common (F1) from which a line on the page is the headline that the markup tells
_WORD = lazy_regex(r"[\p{L}\p{N}]+")


def headline(article: Article, head: Head) -> Value | None:
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
    heads = [block for block in blocks if block.mark == "h1" and block.text]
    if seen is not None and seen not in heads:
        heads.append(seen)
    best = max(heads, key=lambda block: _alike(block.text, told), default=None)
    if best is not None and _alike(best.text, told) >= LIKE:
        return _value(best, article)
    if len(heads) == 1 and heads[0].mark == "h1" and heads[0].label == Label.TITLE:
        return _value(heads[0], article)
    return Value(bare_title(told, blocks, article.url), None)


def _value(block: Block, article: Article) -> Value:
    text = block.text.strip()
    bare = bare_title(text, article.blocks, article.url)
    at = block.source.find(bare)
    if bare == text or at < 0:
        return Value(bare, block.span)
    return Value(bare, (block.start + at, block.start + at + len(bare)))


def _alike(one: str, other: str) -> float:
    """The share of words in common (F1)."""
    a, b = Counter(_WORD.findall(fold(one))), Counter(_WORD.findall(fold(other)))
    return 2 * sum((a & b).values()) / max(1, a.total() + b.total())
