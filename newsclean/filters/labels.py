"""label_blocks: every block gets its label and the reasons for it; nothing is dropped yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from newsclean.article import Article, Label
from newsclean.errors import unknown
from newsclean.filters.base import Filter
from newsclean.labels.decision import TELLING, decide
from newsclean.labels.verdicts import STAYS
from newsclean.rules.catalog import at_url, packs_of
from newsclean.rules.rule import Pack


class Learned(Protocol):
    """What was learned of sites, one or many: a `Profile` or `Profiles`."""

    def pack(self, url: str | None, /) -> Pack | None:
        """The rules that it gives for an address, None when it knows nothing of its site."""


@dataclass(frozen=True)
class LabelBlocks(Filter):
    """Gathers the evidence for every block and decides on its label.

    Arguments: `packs` are rules of your own, or names of installed packs, next to those that come with newsclean; `strictness` is
    "careful", "normal" or "strict": how sure the model must be that a line is article text; `profile` is what was learned of the site;
    pieces inside paragraphs that have a `spared` label are left in; `telling` is how much is found out about what goes: "reasons", only its
    "labels", or only its "fate", all furniture being `other` then, which takes a part of the time.
    Site packs are asked when `article.url` belongs to their site.
    Raises `NewscleanError` for another strictness, an unknown pack or two packs with the same id.

    >>> from newsclean.reading import read_text
    >>> article = LabelBlocks()(read_text("Le conseil a voté le budget de la ville lundi soir.\\nPartager"))
    >>> [str(block.label) for block in article.blocks]
    ['paragraph', 'share']
    """

    packs: Iterable[Pack | str] = ()
    strictness: str = "normal"
    name: str = "label_blocks"
    profile: Learned | None = field(default=None, kw_only=True)
    spared: frozenset[Label] = field(default=frozenset(), kw_only=True)
    telling: str = field(default="reasons", kw_only=True)

    def __post_init__(self) -> None:
        if self.strictness not in STAYS:
            raise unknown("strictness", self.strictness, STAYS)
        if self.telling not in TELLING:
            raise unknown("telling", self.telling, TELLING)
        if self.profile is not None and not callable(getattr(self.profile, "pack", None)):
            raise TypeError(f"profile is a Profile or Profiles, not {type(self.profile).__name__}")
        object.__setattr__(self, "packs", packs_of(self.packs))

    def apply(self, article: Article) -> Article:
        """The article with labelled blocks."""
        packs = at_url(self.packs, article.url)  # type: ignore[arg-type]  # made a tuple of packs above
        learned = self.profile.pack(article.url) if self.profile is not None else None
        packs = packs if learned is None else (*packs, learned)
        return decide(article, packs, self.strictness, self.spared, self.telling)


label_blocks = LabelBlocks()


def labelled(article: Article) -> Article:
    """The article with labels, given now unless it has them."""
    if None in [block.label for block in article.blocks]:
        return label_blocks.apply(article)
    return article
