"""drop_tables: the article without the rows of its tables."""

from __future__ import annotations

from dataclasses import dataclass

from newsclean.article import Article, Block
from newsclean.blocks import BAR
from newsclean.filters.base import Filter


@dataclass(frozen=True)
class DropTables(Filter):
    """Drops the rows of tables; rows of one cell, and tables that only lay out a page, stay.

    >>> from newsclean.reading import read
    >>> page = "<p>Un texte.</p><table><tr><td>Budget<td>12 millions</table>"
    >>> DropTables()(read(page)).text
    'Un texte.'
    """

    name: str = "drop_tables"

    def apply(self, article: Article) -> Article:
        """Return the article without these blocks."""
        if not any(map(_is_kept_row, article.blocks)):
            return article
        blocks = (block._replace(kept=False) if _is_kept_row(block) else block for block in article.blocks)
        return article.replace(blocks=tuple(blocks))


def _is_kept_row(block: Block) -> bool:
    return block.kept and block.mark == "tr" and BAR in block.text
