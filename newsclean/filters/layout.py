"""join_blocks: kept blocks parted by a blank line, list items that stood together kept together."""

from __future__ import annotations

from dataclasses import dataclass

from newsclean.article import Article
from newsclean.blocks import join
from newsclean.filters.base import Filter


@dataclass(frozen=True)
class JoinBlocks(Filter):
    """Sets what stands between the kept blocks.

    >>> JoinBlocks()("Un titre\\nUn texte.\\n\\n\\n")
    'Un titre\\n\\nUn texte.'
    """

    name: str = "join_blocks"

    def apply(self, article: Article) -> Article:
        """The article with new gaps, and nothing before the first block or after the last."""
        return article.replace(blocks=join(article.blocks, article.source), tail="")


join_blocks = JoinBlocks()
