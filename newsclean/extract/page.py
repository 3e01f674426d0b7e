"""A page as an article: its text in reading order, one block a line, each with the clues of its markup.

The flow of HTML mode:

1. `tree.parse_html` makes the tree of the page. `head_data` reads JSON-LD, Open Graph and meta elements from it, and `page_metadata`
   the fields of the article, before anything is removed. Elements without text (scripts, forms' choices, drawings) are dropped.
2. `walk.PageWalk` passes once over the body. It yields text runs, each a text without a break, and the block elements around them
   (`elements`), with what their tags, roles and class names say as bits. Nothing is left out: menus and footers are runs as well.
   If the body has hardly any prose, the text is looked for in scripts and `<noscript>` (`hidden_text`); pages that are nested so deep
   that the parser would drop text are read again without their nesting.
3. `page_structure.PageStructure` sums up what every element holds, and records what the witnesses keep (`witnesses`): trafilatura,
   which runs on the tree without its menus, and the `articleBody` of the JSON-LD.
4. `page_statistics` and `block_clues` turn this into clues, named numbers for every run (declared in `newsclean.clues`).
5. Every run becomes a block with its tag (`mark`) and its clues; the source of the article is the text of the blocks, one a line.

Nothing is decided here: the model in `newsclean.labels.page_decision` reads the clues and labels the blocks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.article import Article, Block
from newsclean.clues import IN_ARTICLE_BODY, JSON_LD_ONLY, KEPT_BY_TRAFILATURA, clue
from newsclean.extract.block_clues import compute_clues
from newsclean.extract.head_data import HeadData, read_head
from newsclean.extract.hidden_text import MIN_PROSE, hidden_page
from newsclean.extract.links import LinkWalk, collect_links
from newsclean.extract.page_metadata import read_fields
from newsclean.extract.page_structure import PageStructure
from newsclean.extract.tree import (
    MAX_DEPTH,
    MAX_SIZE,
    PARSER_DEPTH,
    collapse_wrappers,
    drop_textless,
    parse_html,
    remove_nesting,
)
from newsclean.extract.walk import PageWalk
from newsclean.extract.witnesses import NO_WITNESS, WitnessText, trafilatura_text
from newsclean.fields import NO_FIELDS
from newsclean.language import find_language, from_url

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MIN_JSON_LD_TEXT = 250  # characters of an `articleBody` that can stand in for the body of a page


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
    """Return the article of a page, with unlabelled blocks for all of its text.

    Args:
        page: The HTML.
        url: The address of the page.
        language: The language; detected if omitted.
        locale: The locale; taken from the page or its address if omitted.
        max_size: Maximum number of characters of the page.
        links: Collect the links.
        fields: Read the metadata.

    Raises:
        NewscleanError: The page is larger than `max_size`.

    >>> article = read_html("<html lang='fr-CH'><body><h1>Un titre</h1><p>Un texte.</p></body></html>")
    >>> article.source, article.locale, [block.mark for block in article.blocks]
    ('Un titre\\nUn texte.', 'fr-CH', ['h1', 'p'])
    """
    tree = parse_html(page, max_size)
    if tree is None:
        return Article("", (), "html", language, locale or from_url(url, language), url, notes=("the page is empty",))
    head = read_head(tree)
    found_fields = read_fields(tree, head) if fields else NO_FIELDS
    notes = list(head.notes)
    tree, walk = _walk(page, tree, head, notes, max_size, LinkWalk if links else PageWalk)
    structure = PageStructure(walk)
    _ask_witnesses(tree, structure, head, notes)
    blocks = _blocks(walk, compute_clues(walk, structure, head))
    found_links = collect_links(walk, blocks, url or head.canonical_url)
    if _only_in_json_ld(structure, head):
        notes.append("the text stands in the JSON-LD of the page only")
        blocks, found_links = _json_ld_blocks(head), ()
    elif not blocks:
        notes.append("the page holds no text: it is made by scripts or in frames")
    if language is None:
        language = _language(blocks, head)
    if locale is None:
        locale = _declared_locale(language, head)
    locale = locale or from_url(url, language)
    source = "\n".join(block.text for block in blocks)
    article = Article(source, tuple(blocks), "html", language, locale, url, notes=tuple(notes), fields=found_fields)
    return article.replace(links=found_links) if found_links else article


def _walk(
    page: str, tree: HtmlElement, head: HeadData, notes: list[str], max_size: int, kind: type[PageWalk]
) -> tuple[HtmlElement, PageWalk]:
    """The tree that the text of the page stands in, and the walk over it."""
    drop_textless(tree)
    walk = kind(tree)
    other, note = None, ""
    if walk.max_depth > PARSER_DEPTH:
        other, note = (
            remove_nesting(page),
            "boxes are nested thousands of levels deep: their text was read without them",
        )
    elif walk.prose_chars() < MIN_PROSE and len(head.article_body) < MIN_PROSE:
        other = hidden_page(page)
        note = "the text stands in scripts of the page, or is meant for readers without scripts"
    other_tree = parse_html(other, 2 * max_size) if other else None
    if other_tree is None:
        return tree, walk
    notes.append(note)
    drop_textless(other_tree)
    return other_tree, kind(other_tree)


def _ask_witnesses(tree: HtmlElement, structure: PageStructure, head: HeadData, notes: list[str]) -> None:
    """Record what the witnesses keep; trafilatura is asked only if the JSON-LD does not have the whole text."""
    body = WitnessText(head.article_body.splitlines())
    if structure.is_covered_by(body):
        structure.record_witnesses(NO_WITNESS, body)
        return
    structure.drop_menus()
    structure.record_witnesses(_trafilatura(tree, structure.walk, notes), body)


def _trafilatura(tree: HtmlElement, walk: PageWalk, notes: list[str]) -> WitnessText:
    """What trafilatura keeps; it changes the tree."""
    if not walk.runs:
        return NO_WITNESS
    if walk.max_depth > MAX_DEPTH:
        collapse_wrappers(tree)
        if PageWalk(tree).max_depth > MAX_DEPTH:
            notes.append(f"boxes are nested {walk.max_depth} levels deep: trafilatura was not asked")
            return NO_WITNESS
    return trafilatura_text(tree)


def _blocks(walk: PageWalk, clues: list[dict[str, float]]) -> list[Block]:
    blocks: list[Block] = []
    at = 0
    for run, run_clues in zip(walk.runs, clues, strict=True):
        end = at + len(run.text)
        blocks.append(Block(at, end, run.text, run.text, mark=run.element.tag, clues=run_clues))
        at = end + 1
    return blocks


def _only_in_json_ld(structure: PageStructure, head: HeadData) -> bool:
    """Return True if the JSON-LD has a text of which the body has nearly nothing."""
    size = len(head.article_body)
    in_body = sum(in_article_body > 0 for _, in_article_body in structure.kept_shares)
    return size > MIN_JSON_LD_TEXT and structure.body.prose * 2 < size and in_body <= 1


def _json_ld_blocks(head: HeadData) -> list[Block]:
    """The paragraphs of `articleBody` as blocks."""
    clues = {KEPT_BY_TRAFILATURA: 1.0, IN_ARTICLE_BODY: 1.0, JSON_LD_ONLY: 1.0}
    blocks: list[Block] = []
    at = 0
    for line in head.article_body.splitlines():
        text = line.strip()
        if text:
            blocks.append(Block(at, at + len(text), text, text, mark="p", clues=dict(clues)))
            at += len(text) + 1
    return blocks


def _language(blocks: list[Block], head: HeadData) -> str | None:
    """The language of what trafilatura keeps, else of all blocks, else the one that the page declares."""
    kept = [block.text for block in blocks if clue(block, KEPT_BY_TRAFILATURA)]
    found = find_language(kept or [block.text for block in blocks])
    return found or head.language.partition("-")[0].lower() or None


def _declared_locale(language: str | None, head: HeadData) -> str | None:
    """The locale that the page declares ("fr-CH"), if it is one of this language."""
    declared = head.language
    if language and len(declared) == len("fr-CH") and declared.lower().startswith(f"{language}-"):
        return f"{language}-{declared[3:].upper()}"
    return None
