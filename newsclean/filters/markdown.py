"""markdown: the kept blocks written as Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsclean.article import Article, Block, Label, Link
from newsclean.blocks import BAR
from newsclean.bullets import sign_end
from newsclean.clues import IN_BLOCKQUOTE, clue
from newsclean.edits import Edit
from newsclean.filters.base import Filter
from newsclean.offsets import Offsets
from newsclean.patterns import lazy_re

RULE = "markdown"
ROW = "tr"
_LEVELS = {f"h{level}": "#" * level + " " for level in range(1, 7)}
_SIGN = lazy_re(r"#{1,6}[ \t]|>|[-+*][ \t]|(?:[-*_][ \t]*){3,}$|={3,}$")


@dataclass(frozen=True)
class Markdown(Filter):
    """Writes headings, list items, quotes and rows of tables as Markdown; every sign is an edit of the rule "markdown".

    Signs inside a line (`*`, `_`) stay as they are; a paragraph that begins like a heading, an item or a quote gets a backslash.

    >>> from newsclean import analyze
    >>> print(Markdown()(analyze("Le titre du jour\\n\\nLe conseil a voté le budget de la ville lundi soir.")).text)
    # Le titre du jour
    <BLANKLINE>
    Le conseil a voté le budget de la ville lundi soir.
    """

    name: str = RULE

    def apply(self, article: Article) -> Article:
        """Return the article with its kept blocks written as Markdown."""
        blocks: list[Block] = []
        above: Block | None = None
        for block in article.blocks:
            if block.kept and block.text:
                new = _row(block, above) if block.mark == ROW and BAR in block.text else _line(block, above)
                blocks.append(new)
                above = block
            else:
                blocks.append(block)
        return article.replace(blocks=tuple(blocks))


@dataclass(frozen=True)
class Links(Filter):
    """Writes the links of an article as Markdown, `[text](address)`; both signs are edits of the rule "markdown".

    A page has links only if it was read with `links=True`; a text has none.

    >>> from newsclean.reading import read
    >>> page = "<p>Le conseil a <a href='https://example.org/vote'>voté le budget</a> lundi.</p>"
    >>> Links()(read(page, links=True)).text
    'Le conseil a [voté le budget](https://example.org/vote) lundi.'
    """

    name: str = "links"

    def apply(self, article: Article) -> Article:
        """Return the article with the links of its kept blocks written out."""
        if not article.links:
            return article
        links = sorted(article.links)
        blocks: list[Block] = []
        at = 0
        for block in article.blocks:
            while at < len(links) and links[at].start < block.start:
                at += 1
            first = at
            while at < len(links) and links[at].start < block.end:
                at += 1
            blocks.append(_linked(block, links[first:at]) if block.kept and at > first else block)
        return article.replace(blocks=tuple(blocks))


def _linked(block: Block, links: Sequence[Link]) -> Block:
    """Return a block with its links, except those whose text was removed or would break the syntax."""
    offsets, text = Offsets(block.edits), block.text
    edits: list[Edit] = []
    last = 0
    for start, end, url in links:
        a = offsets.from_source(start - block.start)
        b = min(len(text), offsets.from_source(end - block.start))
        if last <= a < b and text[a:b].count("[") == text[a:b].count("]") and BAR not in text[a:b]:
            edits += (Edit(a, a, "", "[", RULE), Edit(b, b, "", f"]({url})", RULE))
            last = b
    return block.edited(edits)


def _line(block: Block, above: Block | None) -> Block:
    """Return a block that is not the row of a table."""
    prefix, text = _prefix(block), block.text
    if block.label == Label.LIST_ITEM:
        if above is not None and above.mark == ROW and BAR in above.text:
            block = _with_blank_line(block)
        end = sign_end(text)
        return block.edited([Edit(0, end, text[:end], prefix, RULE)] if text[:end] != prefix else [])
    if not prefix and _SIGN.match(text):
        prefix = "\\"
    return block.edited([Edit(0, 0, "", prefix, RULE)] if prefix else [])


def _prefix(block: Block) -> str:
    if block.label == Label.TITLE:
        return "# "
    if block.label == Label.HEADING:
        return _LEVELS.get(block.mark, "## ")
    if block.label == Label.LIST_ITEM:
        return "- "
    quoted = block.label == Label.PARAGRAPH and clue(block, IN_BLOCKQUOTE)
    return "> " if block.label == Label.QUOTE or quoted else ""


def _row(block: Block, above: Block | None) -> Block:
    """Return a row between bars; the first row of a table is its head, since Markdown has no table without one."""
    size = len(block.text)
    first = above is None or above.mark != ROW or BAR not in above.text or block.gap != "\n"
    end = " |" + "\n|" + " --- |" * (block.text.count(BAR) + 1) if first else " |"
    if first and above is not None:
        block = _with_blank_line(block)
    return block.edited([Edit(0, 0, "", "| ", RULE), Edit(size, size, "", end, RULE)])


def _with_blank_line(block: Block) -> Block:
    """Return the block with a blank line above it, unless it has one."""
    return block._replace(gap="\n\n") if block.gap == "\n" else block
