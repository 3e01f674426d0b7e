"""Tables and reader comments: the filters for `tables=False` and `comments=True`."""

from __future__ import annotations

from dataclasses import dataclass

from newsclean.article import Article, Block, Label
from newsclean.blocks import BAR
from newsclean.filters.base import Filter

WORDS = 4  # a comment of fewer words cannot be distinguished from "Reply" and "3 comments"


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
        """Return the article with these blocks dropped."""
        if not any(map(_is_row, article.blocks)):
            return article
        blocks = (block._replace(kept=False) if _is_row(block) else block for block in article.blocks)
        return article.replace(blocks=tuple(blocks))


@dataclass(frozen=True)
class ReaderComments(Filter):
    """Keeps what readers wrote in blocks labelled as comments, and drops the buttons, counts and links around it.

    >>> from newsclean.article import Article, Block
    >>> source = "Je ne suis pas d'accord.\\nRépondre"
    >>> said = Block(0, 24, source[:24], source[:24], label=Label.COMMENTS)
    >>> button = Block(25, 33, source[25:], source[25:], label=Label.COMMENTS)
    >>> ReaderComments()(Article(source, (said, button))).text
    "Je ne suis pas d'accord."
    """

    name: str = "reader_comments"

    def apply(self, article: Article) -> Article:
        """Return the article without the furniture of its comments."""
        return article.replace(blocks=tuple(map(_without_buttons, article.blocks)))


def _is_row(block: Block) -> bool:
    return block.kept and block.mark == "tr" and BAR in block.text


def _without_buttons(block: Block) -> Block:
    if not block.kept or block.label != Label.COMMENTS:
        return block
    clues = block.clues or {}
    written = len(block.text.split()) >= WORDS and block.mark not in ("button", "form") and not clues.get("in-button")
    linked = clues.get("link-density", 0.0) > 0.5 or clues.get("in-form") or clues.get("in-nav")
    return block if written and not linked else block._replace(kept=False)
