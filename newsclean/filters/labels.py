"""label_blocks: every block gets its label and the reasons for it; nothing is dropped yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from newsclean.article import Article, Label
from newsclean.errors import unknown
from newsclean.filters.base import Filter
from newsclean.labels.decision import decide
from newsclean.options import STRICTNESS, SiteProfiles, Strictness
from newsclean.rules.catalog import packs_for_url, resolve_packs
from newsclean.rules.pack import Pack
from newsclean.vocabulary import Detail


@dataclass(frozen=True)
class LabelBlocks(Filter):
    """Collects the evidence for every block and decides on its label.

    The site packs that come with newsclean apply if `article.url` belongs to their site.

    Args:
        packs: Rules of your own, or names of installed packs; they add to the rules that come with newsclean.
        strictness: How certain the model must be that a line is article text.
        profile: What was learned about the site.
        keep: Labels whose pieces stay inside paragraphs; all other furniture is cut out of them.
        detail: How much is found out about removed lines. With `Detail.KEEP`, all furniture is labelled `other`.

    Raises:
        NewscleanError: An unknown strictness, detail or pack, or two packs with the same id.
        TypeError: A profile of another type.

    >>> from newsclean.reading import read_text
    >>> article = LabelBlocks()(read_text("Le conseil a voté le budget de la ville lundi soir.\\nPartager"))
    >>> [str(block.label) for block in article.blocks]
    ['paragraph', 'share']
    """

    packs: Iterable[Pack | str] = ()
    strictness: Strictness = "normal"
    name: str = "label_blocks"
    profile: SiteProfiles | None = field(default=None, kw_only=True)
    keep: frozenset[Label] = field(default=frozenset(), kw_only=True)
    detail: Detail = field(default=Detail.EVIDENCE, kw_only=True)

    def __post_init__(self) -> None:
        if self.strictness not in STRICTNESS:
            raise unknown("strictness", self.strictness, STRICTNESS)
        if self.detail not in tuple(Detail):
            raise unknown("detail", self.detail, Detail)
        if self.profile is not None and not callable(getattr(self.profile, "pack", None)):
            raise TypeError(f"profile is a Profile or Profiles, not {type(self.profile).__name__}")
        object.__setattr__(self, "packs", resolve_packs(self.packs))
        object.__setattr__(self, "detail", Detail(self.detail))

    def apply(self, article: Article) -> Article:
        """Return the article with labelled blocks."""
        packs = packs_for_url(self.packs, article.url)  # type: ignore[arg-type]  # made a tuple of packs above
        learned = self.profile.pack(article.url) if self.profile is not None else None
        packs = packs if learned is None else (*packs, learned)
        return decide(article, packs, self.strictness, self.keep, self.detail)


label_blocks = LabelBlocks()


def with_labels(article: Article) -> Article:
    """Return the article with labels: labelled now, unless every block has a label."""
    if None in [block.label for block in article.blocks]:
        return label_blocks.apply(article)
    return article
