"""join_blocks: kept blocks are separated by a blank line, list items on consecutive lines by a line break."""

from __future__ import annotations

from dataclasses import dataclass

from newsclean.article import Article, Block
from newsclean.blocks import set_gaps
from newsclean.edits import Edit
from newsclean.filters.base import Filter


@dataclass(frozen=True)
class JoinBlocks(Filter):
    """Sets the white space between the kept blocks.

    >>> JoinBlocks()("Un titre\\nUn texte.\\n\\n\\n")
    'Un titre\\n\\nUn texte.'
    """

    name: str = "join_blocks"

    def apply(self, article: Article) -> Article:
        """Return the article with new gaps, and nothing before the first block or after the last."""
        blocks = tuple(_trimmed(block) if block.kept else block for block in article.blocks)
        return article.replace(blocks=set_gaps(blocks, article.source), tail="")


def _trimmed(block: Block) -> Block:
    """Return the block without spaces at its ends, which a repair or a cut may have left there."""
    text = block.text
    if text and not (text[0].isspace() or text[-1].isspace()):
        return block
    low, high = len(text) - len(text.lstrip()), len(text.rstrip())
    edits = [Edit(0, low, text[:low], "", "layout")] if low else []
    if low <= high < len(text):
        edits.append(Edit(high, len(text), text[high:], "", "layout"))
    return block.edited(edits)


join_blocks = JoinBlocks()
