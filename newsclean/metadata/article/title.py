"""The headline of an article: what stands on the page, what the markup names, and which of them it is.

The wording of the page goes before that of the markup, which is often made for searching or has the name of the site in it. The markup
says which line it is (`title_candidates`), and stands in where the page shows none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsclean.article import Article, Block, Label
from newsclean.bullets import sign_end
from newsclean.hosts import split_url
from newsclean.metadata.article.head import ArticleHead, FieldValue
from newsclean.metadata.article.title_words import shared_words, title_words, without_accents
from newsclean.normal_forms import fold
from newsclean.patterns import lazy_regex

_LIKE = 0.4  # words in common (F1) from which a line on the page is the headline that the markup names
_MAX_H1 = 20  # words; an <h1> with more is a summary
_H1_BONUS = 0.2  # what being an <h1> counts beside the words in common
_SITE_LETTERS = 6  # first letters in common from which a part of the title is the name of the site
_HEAD = lazy_regex(r"(\S.{0,80}?)(?::|\s[–—-])\s")
_SEPARATOR = lazy_regex(r"\s[|/>›»·•]\s|\s[–—-]\s")
_ARROW = lazy_regex(r"\s[>›»]\s")
_BAR = lazy_regex(r"\s\|\s")
_MENU_PATH = lazy_regex(r"\s[/>›»]\s.{0,200}?\s[/>›»]\s")


def choose_title(article: Article, head: ArticleHead) -> FieldValue | None:
    """Choose the headline.

    Args:
        article: The article, labelled, with the headline that its markup names in its fields.
        head: Where its head stands.

    Returns:
        The headline and where it stands, or None.

    >>> from newsclean import analyze
    >>> page = "<title>Pont de la Tine: il rouvre | Le Courrier</title><h1>Le pont de la Tine rouvre</h1><p>Il a plu.</p>"
    >>> analyze(page, kind="html").title
    'Le pont de la Tine rouvre'
    """
    blocks = article.blocks
    seen = blocks[head.title] if head.title is not None else None
    marked = article.fields.title
    if marked is None:
        return _value(seen, article) if seen else None
    if seen is not None and _is_without_beginning(seen.text, marked, article.url):
        return FieldValue(marked, None)
    h1 = [block for block in blocks if block.mark == "h1" and 0 < len(block.text.split()) <= _MAX_H1]
    heads = list({fold(block.text): block for block in reversed(h1)}.values())
    could = heads if seen is None or seen in heads else [*heads, seen]
    best = max(could, key=lambda block: _likeness(block.text, marked) + _H1_BONUS * (block in heads), default=None)
    if best is not None and _likeness(best.text, marked) >= _LIKE:
        return _value(best, article)
    if seen is None:
        seen = heads[0] if len(heads) == 1 else None
    if seen is not None and seen in heads and seen.label == Label.TITLE:
        return _value(seen, article)
    return FieldValue(bare_title(marked, blocks, article.url), None)


def _is_without_beginning(text: str, marked: str, url: str | None) -> bool:
    """Return True if a line lacks the few words and a colon or dash that the headline of the markup begins with."""
    words = title_words(text)
    head = _HEAD.match(marked) if words else None
    if head is None or title_words(marked[head.end() :]) != words:
        return False
    return without_accents("".join(title_words(head[1]))) not in "".join(title_words(split_url(url).hostname or ""))


def _value(block: Block, article: Article) -> FieldValue:
    text = block.text.strip()
    title = bare_title(text, article.blocks, article.url, marked=block.mark == "h1")
    at = block.source.find(title)
    if title == text or at < 0:
        return FieldValue(title, block.span)
    return FieldValue(title, (block.start + at, block.start + at + len(title)))


def _likeness(one: str, other: str) -> float:
    """Return the share of words in common (F1)."""
    return shared_words(title_words(one), title_words(other))


def bare_title(text: str, blocks: Sequence[Block], url: str | None = None, *, marked: bool = False) -> str:
    """Return the headline without the name of the site behind it or the path of the menu before it.

    Args:
        text: The headline as it stands or as the markup names it.
        blocks: The blocks of the article: a part that stands alone elsewhere is the headline.
        url: The address of the page, if known: a part that names the site is no headline.
        marked: It is an <h1>: bars in it are the newsroom's own, as in "Live | The bridge opens".

    >>> bare_title("Le pont de la Tine rouvre | Le Courrier", [], "https://www.lecourrier.example/pont")
    'Le pont de la Tine rouvre'
    """
    text = text[sign_end(text) :]
    cuts = [] if "«" in text else [match.span() for match in _SEPARATOR.finditer(text)]
    if not cuts:
        return text
    alone = {fold(block.text).strip() for block in blocks}
    arrow = max((match.end() for match in _ARROW.finditer(text)), default=len(text))
    if fold(text[arrow:]).strip() in alone and len(title_words(text[arrow:])) > 2:
        return text[arrow:].strip()
    for part in _outer_parts(text, cuts):
        if fold(part) in alone and 2 * len(part) > len(text):
            return part
    for start, _ in cuts:
        if _names_site(text[start:], url):
            return text[:start].strip()
    if "|" in text and not marked:
        return max((part.strip() for part in _BAR.split(text)), key=len)
    return text[cuts[-1][1] :].strip() if _MENU_PATH.search(text) else text


def _outer_parts(text: str, cuts: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Yield what stands before each separator, from the last, then what stands behind each."""
    for start, _ in reversed(cuts):
        yield text[:start].strip()
    for _, end in cuts:
        yield text[end:].strip()


def _names_site(text: str, url: str | None) -> bool:
    """Return True if a part of a title is the name of the site."""
    site = "".join(title_words(split_url(url).hostname or "")).removeprefix("www")
    name = without_accents("".join(title_words(text)))
    return len(name) > 2 and (name in site or site.startswith(name[:_SITE_LETTERS]))
