"""fix_encoding: mojibake, entities, escapes and invisible characters repaired, line by line."""

from __future__ import annotations

from dataclasses import dataclass

from newsclean.article import Article
from newsclean.encoding import repair
from newsclean.filters.base import Filter
from newsclean.language import find_language


@dataclass(frozen=True)
class FixEncoding(Filter):
    """Repairs what a wrong decoding did to a text; clean text stays as it is.

    Arguments: `guess` also repairs where information is lost and more than one word is possible.

    >>> FixEncoding()("Lâ€™Ã©tÃ© dernier")
    'L’été dernier'
    """

    guess: bool = False
    name: str = "fix_encoding"

    def apply(self, article: Article) -> Article:
        """The article with repaired blocks; the language is looked for again when there was mojibake in the way."""
        repairs = repair([block.text for block in article.blocks], article.language, guess=self.guess)
        if not any(repairs):
            return article
        blocks = tuple(block.edited(edits) for block, edits in zip(article.blocks, repairs, strict=True))
        language = article.language or find_language(block.text for block in blocks)
        return article.replace(blocks=blocks, language=language)


fix_encoding = FixEncoding()
