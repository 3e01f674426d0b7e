"""The filters that drop blocks by their label."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from newsclean.article import METADATA, Article, Label, labels_of
from newsclean.filters.base import Filter
from newsclean.filters.labels import with_labels


@dataclass(frozen=True)
class Drop(Filter):
    """Drops the blocks that have one of some labels; an article without labels is labelled first.

    Args:
        name: The name of the filter.
        labels: The labels of the blocks to drop.

    >>> Drop("no_share", frozenset({Label.SHARE}))("Le conseil a voté le budget de la ville lundi soir.\\nPartager")
    'Le conseil a voté le budget de la ville lundi soir.'
    """

    name: str
    labels: frozenset[Label]

    def apply(self, article: Article) -> Article:
        """Return the article with these blocks dropped: they stay in `article.blocks`, with `kept` False."""
        article = with_labels(article)
        labels = self.labels
        dropped = [n for n, block in enumerate(article.blocks) if block.label in labels and block.kept]
        if not dropped:
            return article
        blocks = list(article.blocks)
        for n in dropped:
            blocks[n] = blocks[n]._replace(kept=False)
        return article.replace(blocks=tuple(blocks))

    def keeping(self, labels: Iterable[str]) -> Drop:
        """Return the same filter without some labels."""
        return Drop(self.name, self.labels - labels_of(labels))


drop_ads = Drop("drop_ads", frozenset({Label.AD, Label.PROMO}))
drop_share = Drop("drop_share", frozenset({Label.SHARE}))
drop_newsletter = Drop("drop_newsletter", frozenset({Label.NEWSLETTER}))
drop_related = Drop("drop_related", frozenset({Label.RELATED, Label.MOST_READ}))
drop_footer = Drop(
    "drop_footer",
    frozenset({Label.NAV, Label.COMMENTS, Label.CONSENT, Label.PAYWALL, Label.LEGAL})
    | {Label.AUTHOR_BIO, Label.DUPLICATE, Label.OTHER},
)
drop_metadata = Drop("drop_metadata", METADATA)
