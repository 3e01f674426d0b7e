"""reader_comments: what readers wrote, without the buttons, counts and links around it."""

from __future__ import annotations

from dataclasses import dataclass

from newsclean.article import Article, Block, Label
from newsclean.clues import IN_BUTTON, IN_FORM, IN_NAV, LINK_DENSITY, clue
from newsclean.filters.base import Filter

MIN_WORDS = 4  # a shorter comment looks like a button or a count of comments
LINKED = 0.5  # link density from which a block is links, not a comment


@dataclass(frozen=True)
class ReaderComments(Filter):
    """Of the kept blocks with the label `comments`, keeps only what readers wrote.

    >>> from newsclean.article import Article, Block
    >>> source = "Je ne suis pas d'accord.\\nRépondre"
    >>> comment = Block(0, 24, source[:24], source[:24], label=Label.COMMENTS)
    >>> button = Block(25, 33, source[25:], source[25:], label=Label.COMMENTS)
    >>> ReaderComments()(Article(source, (comment, button))).text
    "Je ne suis pas d'accord."
    """

    name: str = "reader_comments"

    def apply(self, article: Article) -> Article:
        """Return the article without the furniture of its comments."""
        return article.replace(blocks=tuple(map(_without_furniture, article.blocks)))


def _without_furniture(block: Block) -> Block:
    if not block.kept or block.label != Label.COMMENTS or _is_comment(block):
        return block
    return block._replace(kept=False)


def _is_comment(block: Block) -> bool:
    if len(block.text.split()) < MIN_WORDS or block.mark in ("button", "form"):
        return False
    return clue(block, LINK_DENSITY) <= LINKED and not any(clue(block, name) for name in (IN_BUTTON, IN_FORM, IN_NAV))
