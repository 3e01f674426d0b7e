"""The filters that take labelled blocks, and labelled pieces inside paragraphs, out of the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from newsclean.article import METADATA, Article, Label, labels_of
from newsclean.filters.base import Filter
from newsclean.filters.labels import with_labels


@dataclass(frozen=True)
class Drop(Filter):
    """Drops the blocks that have one of some labels; what was not labelled yet is labelled first.

    >>> Drop("no_share", frozenset({Label.SHARE}))("Le conseil a voté le budget de la ville lundi soir.\\nPartager")
    'Le conseil a voté le budget de la ville lundi soir.'
    """

    name: str
    labels: frozenset[Label]

    def apply(self, article: Article) -> Article:
        """The article without these blocks; they stay in `article.blocks`, not kept."""
        article = with_labels(article)
        labels = self.labels
        meant = [n for n, block in enumerate(article.blocks) if block.label in labels and block.kept]
        if not meant:
            return article
        blocks = list(article.blocks)
        for n in meant:
            blocks[n] = blocks[n]._replace(kept=False)
        return article.replace(blocks=tuple(blocks))

    def keeping(self, labels: Iterable[str]) -> Drop:
        """The same filter for fewer labels."""
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
DROPS = (drop_ads, drop_share, drop_newsletter, drop_related, drop_footer, drop_metadata)
