"""typography: sets quotes, apostrophes, spaces and dashes by the conventions of a locale."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from newsclean.article import Article, Block
from newsclean.edits import Edit, apply
from newsclean.filters.base import Filter
from newsclean.language import default_locale, find_language, find_locale, region_of
from newsclean.typography import locale_row, typeset


@dataclass(frozen=True)
class Typography(Filter):
    """Sets the kept blocks as a newspaper of the locale would.

    Args:
        locale: A name such as "fr-CH"; None: the locale of the article, or the detected one.
        spaces: "typographic", "nbsp" or "plain".
        style: A variant of the locale, such as "guide" for fr-CH.
        off: Ids of rules to leave out (docs/typography.md lists them).
        on: Ids of editorial changes to make.
        name: Name of the step in a cleaner.

    Raises:
        NewscleanError: The locale, the style, a rule or the kind of spaces is unknown.

    >>> Typography("fr-CH")("Il a dit: 'Nous n'accepterons pas.'")
    'Il a dit: «Nous n’accepterons pas.»'
    """

    locale: str | None = None
    spaces: str = field(default="typographic", kw_only=True)
    style: str | None = field(default=None, kw_only=True)
    off: Collection[str] = field(default=(), kw_only=True)
    on: Collection[str] = field(default=(), kw_only=True)
    name: str = field(default="typography", kw_only=True)

    def __post_init__(self) -> None:
        locale_row(self.locale)
        self._typeset([], self.locale)

    def apply(self, article: Article) -> Article:
        """Return the article with its kept blocks set, and with its locale."""
        kept = [block for block in article.blocks if block.kept]
        locale, edits = self._find_locale_and_edits(article, [block.text for block in kept])
        changes = {id(block): new for block, new in zip(kept, edits, strict=True) if new}
        blocks: tuple[Block, ...] = article.blocks
        if changes:
            blocks = tuple(block.edited(changes.get(id(block), ())) for block in blocks)
        return article.replace(blocks=blocks, locale=locale)

    def _find_locale_and_edits(
        self, article: Article, texts: list[str]
    ) -> tuple[str | None, Sequence[tuple[Edit, ...]]]:
        """Return the locale, and the edits of every text.

        If only removed lines show the region, the cleaned text has another one; then the kept text alone decides, so that a
        second run finds the same locale.
        """
        locale = self.locale or article.locale
        if locale:
            return locale, self._typeset(texts, locale)
        language = find_language(texts) or article.language
        locale = find_locale(language, article.source, article.url)
        edits = self._typeset(texts, locale)
        if not language or locale == default_locale(language):
            return locale, edits
        result = "\n\n".join(apply(text, new) for text, new in zip(texts, edits, strict=True))
        again = region_of(language, result) or default_locale(language)
        if again == locale:
            return locale, edits
        others = self._typeset(texts, again)
        return (locale, edits) if others == edits else (again, others)

    def _typeset(self, texts: list[str], locale: str | None) -> Sequence[tuple[Edit, ...]]:
        return typeset(texts, locale, spaces=self.spaces, style=self.style, off=self.off, on=self.on)
