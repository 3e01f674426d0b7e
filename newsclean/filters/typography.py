"""typography: quotes, apostrophes, spaces and dashes set by the conventions of a locale."""

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

    Arguments: `locale` such as "fr-CH" (None: the article's own, else found); `spaces` is "typographic", "nbsp" or "plain";
    `style` is a variant of the locale ("guide" for fr-CH); `off` and `on` name rules (docs/typography.md lists them).
    Raises `NewscleanError` for an unknown locale or rule.

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
        """The article with its kept blocks set, and its locale."""
        kept = [block for block in article.blocks if block.kept]
        locale, edits = self._set(article, [block.text for block in kept])
        changes = {id(block): new for block, new in zip(kept, edits, strict=True) if new}
        blocks: tuple[Block, ...] = article.blocks
        if changes:
            blocks = tuple(block.edited(changes.get(id(block), ())) for block in blocks)
        return article.replace(blocks=blocks, locale=locale)

    def _set(self, article: Article, texts: list[str]) -> tuple[str | None, Sequence[tuple[Edit, ...]]]:
        """The locale, and the edits of every text.

        A region that only removed lines told of would be another one for the cleaned text: then the text decides alone.
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
