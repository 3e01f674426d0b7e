"""label_blocks: every block gets its label and the reasons for it; nothing is dropped yet."""

from __future__ import annotations

from dataclasses import dataclass

from newsclean.article import Article
from newsclean.errors import unknown
from newsclean.filters.base import Filter
from newsclean.labels.decision import decide
from newsclean.labels.rules import Pack
from newsclean.labels.verdicts import STAYS


@dataclass(frozen=True)
class LabelBlocks(Filter):
    """Gathers the evidence for every block and decides on its label.

    Arguments: `packs` are rules of your own, next to those that come with newsclean; `strictness` is "careful", "normal" or "strict":
    how sure the model must be that a line is article text.
    Raises `NewscleanError` for another strictness.

    >>> from newsclean.reading import read_text
    >>> article = LabelBlocks()(read_text("Le conseil a voté le budget de la ville lundi soir.\\nPartager"))
    >>> [str(block.label) for block in article.blocks]
    ['paragraph', 'share']
    """

    packs: tuple[Pack, ...] = ()
    strictness: str = "normal"
    name: str = "label_blocks"

    def __post_init__(self) -> None:
        if self.strictness not in STAYS:
            raise unknown("strictness", self.strictness, STAYS)

    def apply(self, article: Article) -> Article:
        """The article with labelled blocks."""
        return decide(article, self.packs, self.strictness)


label_blocks = LabelBlocks()


def labelled(article: Article) -> Article:
    """The article with labels, given now unless it has them."""
    if any(block.label is None for block in article.blocks):
        return label_blocks.apply(article)
    return article
