"""markdown: the kept blocks written as Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsclean.article import Article, Block, Label
from newsclean.blocks import BAR
from newsclean.edits import Edit
from newsclean.filters.base import Filter

FORMATS = ("text", "markdown")
RULE = "markdown"
ROW = "tr"
_LEVELS = {f"h{level}": "#" * level + " " for level in range(1, 7)}
_BULLET = re.compile(r"[-+*•·▪■◦‣–][ \t\u00a0\u202f]+")
_SIGN = re.compile(r"#{1,6}[ \t]|>|[-+*][ \t]|(?:[-*_][ \t]*){3,}$|={3,}$")


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
        """The article whose kept blocks carry the signs of Markdown."""
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


def _line(block: Block, above: Block | None) -> Block:
    """A block that is no row of a table."""
    prefix, text = _prefix(block), block.text
    if block.label == Label.LIST_ITEM:
        found = _BULLET.match(text)
        if above is not None and above.mark == ROW and BAR in above.text:
            block = _parted(block)
        end = found.end() if found else 0
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
    quoted = block.label == Label.PARAGRAPH and (block.clues or {}).get("in-blockquote")
    return "> " if block.label == Label.QUOTE or quoted else ""


def _row(block: Block, above: Block | None) -> Block:
    """A row between bars; the first of a table is its head, since Markdown knows no table without one."""
    size = len(block.text)
    first = above is None or above.mark != ROW or BAR not in above.text or block.gap != "\n"
    end = " |" + "\n|" + " --- |" * (block.text.count(BAR) + 1) if first else " |"
    if first and above is not None:
        block = _parted(block)
    return block.edited([Edit(0, 0, "", "| ", RULE), Edit(size, size, "", end, RULE)])


def _parted(block: Block) -> Block:
    """The block with a blank line above it, when it would touch what stands there."""
    return block._replace(gap="\n\n") if block.gap == "\n" else block
