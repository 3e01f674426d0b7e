"""A page as an article: its text in reading order, one block a line, each with what the markup says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.article import Article, Block
from newsclean.extract.boxes import Boxes
from newsclean.extract.clues import clues_of
from newsclean.extract.head_data import Facts, facts_of
from newsclean.extract.hidden_text import THIN, hidden_page
from newsclean.extract.links import LinkedWalk, links_of
from newsclean.extract.page_metadata import fields_of
from newsclean.extract.tree import DEEP, MAX_SIZE, TOWER, flatten, level, parse, strip
from newsclean.extract.walk import Walk
from newsclean.extract.witnesses import Held, trafilatura_keeps
from newsclean.fields import NO_FIELDS
from newsclean.language import find_language, from_url

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LINES, SAMPLE = 8, 250  # blocks, and characters of each, that tell the language


def read_html(
    page: str,
    *,
    url: str | None = None,
    language: str | None = None,
    locale: str | None = None,
    max_size: int = MAX_SIZE,
    links: bool = False,
    fields: bool = True,
) -> Article:
    """The article on a page: its source is the text of the page's blocks, one a line.

    Arguments: `url`, `language` and `locale` are what the caller knows; `max_size` is the number of characters that a page may have;
    with `links` the article tells where its links stand and lead; without `fields` it is not looked for who wrote it and when.
    Raises `NewscleanError` for a larger page.

    >>> article = read_html("<html lang='fr-CH'><body><h1>Un titre</h1><p>Un texte.</p></body></html>")
    >>> article.source, article.locale, [block.mark for block in article.blocks]
    ('Un titre\\nUn texte.', 'fr-CH', ['h1', 'p'])
    """
    tree = parse(page, max_size)
    if tree is None:
        return Article("", (), "html", language, locale or from_url(url, language), url, notes=("the page is empty",))
    facts = facts_of(tree)
    told_fields = fields_of(tree, facts) if fields else NO_FIELDS
    notes = list(facts.notes)
    base = url or facts.canonical
    tree, walk = _walk(page, tree, facts, notes, max_size, LinkedWalk if links else Walk)
    boxes = Boxes(walk)
    body = Held(facts.body.splitlines())
    if boxes.told(body):
        boxes.hear(Held(()), body)
    else:
        boxes.prune()
        boxes.hear(_verdict(tree, walk, notes), body)
    blocks = _blocks(walk, clues_of(walk, boxes, facts))
    told = links_of(walk, blocks, base)
    if _only_told(boxes, facts):
        notes.append("the text stands in the JSON-LD of the page only")
        blocks, told = _told(facts), ()
    elif not blocks:
        notes.append("the page holds no text: it is made by scripts or in frames")
    language, locale = _spoken(blocks, facts, url, language, locale)
    source = "\n".join(block.text for block in blocks)
    found = Article(source, tuple(blocks), "html", language, locale, url, notes=tuple(notes), fields=told_fields)
    return found.replace(links=told) if told else found


def _walk(
    page: str, tree: HtmlElement, facts: Facts, notes: list[str], max_size: int, kind: type[Walk]
) -> tuple[HtmlElement, Walk]:
    """The tree that the text of the page stands in, and the walk over it."""
    strip(tree)
    walk = kind(tree)
    other, note = None, ""
    if walk.deepest > TOWER:
        other, note = level(page), "boxes are nested thousands of levels deep: their text was read without them"
    elif walk.prose() < THIN and len(facts.body) < THIN:
        other, note = (
            hidden_page(page),
            "the text stands in scripts of the page, or is meant for readers without scripts",
        )
    inner = parse(other, 2 * max_size) if other else None
    if inner is None:
        return tree, walk
    notes.append(note)
    strip(inner)
    return inner, kind(inner)


def _verdict(tree: HtmlElement, walk: Walk, notes: list[str]) -> Held:
    """What trafilatura keeps; the tree is its own from here on."""
    if not walk.pieces:
        return Held(())
    if walk.deepest > DEEP:
        flatten(tree)
        if Walk(tree).deepest > DEEP:
            notes.append(f"boxes are nested {walk.deepest} levels deep: trafilatura was not asked")
            return Held(())
    return trafilatura_keeps(tree)


def _blocks(walk: Walk, clues: list[dict[str, float]]) -> list[Block]:
    blocks: list[Block] = []
    at = 0
    for piece, found in zip(walk.pieces, clues, strict=True):
        end = at + len(piece.text)
        blocks.append(Block(at, end, piece.text, piece.text, mark=piece.box.tag, clues=found))
        at = end + 1
    return blocks


def _only_told(boxes: Boxes, facts: Facts) -> bool:
    """Does the JSON-LD hold a text of which the body of the page has nearly nothing?"""
    size = len(facts.body)
    return size > 250 and boxes.page.prose * 2 < size and sum(by[1] > 0 for by in boxes.held) <= 1


def _told(facts: Facts) -> list[Block]:
    """The paragraphs of `articleBody` as blocks."""
    blocks: list[Block] = []
    at = 0
    for line in facts.body.splitlines():
        text = " ".join(line.split(" ")).strip()
        if text:
            blocks.append(
                Block(
                    at,
                    at + len(text),
                    text,
                    text,
                    mark="p",
                    clues={"kept-by-trafilatura": 1.0, "in-article-body": 1.0, "told-only": 1.0},
                )
            )
            at += len(text) + 1
    return blocks


def _spoken(
    blocks: list[Block], facts: Facts, url: str | None, language: str | None, locale: str | None
) -> tuple[str | None, str | None]:
    """Language and locale: given, else read from what is kept, else told by the page or its address."""
    if language is None:
        kept = [block.text for block in blocks if block.clues and block.clues["kept-by-trafilatura"]]
        language = (
            find_language(kept or [block.text for block in blocks]) or facts.language.partition("-")[0].lower() or None
        )
    told = facts.language
    if locale is None and language and len(told) == 5 and told.lower().startswith(f"{language}-"):
        locale = f"{language}-{told[3:].upper()}"
    return language, locale or from_url(url, language)
