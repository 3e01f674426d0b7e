"""The source in an item: a text, a list of texts, or a page as str, bytes or response."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from itemadapter import ItemAdapter
from scrapy.http import Response, TextResponse

from newsclean.article import Article
from newsclean.errors import NewscleanError
from newsclean.integrations.scrapy.options import CrawlOptions
from newsclean.options import Kind

SEPARATOR = "\n\n"  # separates the texts of a list: each is a paragraph of one article
_FILES = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"RIFF", "an image or a sound"),
    (b"PK\x03\x04", "an archive"),
    (b"7z\xbc\xaf", "an archive"),
    (b"\xd0\xcf\x11\xe0", "an office file"),
    (b"\x00\x00\x00 ftyp", "a film"),
    (b"\x00\x00\x00\x18ftyp", "a film"),
    (b"\x00\x00\x00\x1cftyp", "a film"),
    (b"ID3", "a sound"),
)


class ItemSource(NamedTuple):
    """The source in an item, and how the clean text is returned to it.

    Attributes:
        content: The text or page.
        kind: The type of the content; None to detect it.
        charset: The Content-Type header of a response.
        url: The address of the article.
        parts: The spans of the texts of a list in the content; None for a single text.
    """

    content: str | bytes
    kind: Kind | None = None
    charset: str | None = None
    url: str | None = None
    parts: tuple[tuple[int, int], ...] | None = None

    def clean_value(self, article: Article) -> str | list[str]:
        """Return the clean text in the form of the item: a list stays a list, without the texts that were removed.

        >>> from newsclean import analyze
        >>> source = joined(["Le conseil a voté le budget de la ville lundi soir.", "Partager"])
        >>> source.clean_value(analyze(source.content))
        ['Le conseil a voté le budget de la ville lundi soir.']
        """
        if self.parts is None:
            return article.text
        spans = [(article.from_source(start), article.from_source(end)) for start, end in self.parts]
        texts = [article.text[start:end].strip() for start, end in spans]
        return [text for text in texts if text]


def source_of(adapter: ItemAdapter, options: CrawlOptions) -> ItemSource | None:
    """Return the source in an item, the page before the text; None if it has neither.

    Raises:
        NewscleanError: A value that is not text, such as a PDF, an image or a number.
    """
    url = adapter.get(options.url_field)
    url = str(url) if url else None
    page = adapter.get(options.html_field) if options.html_field else None
    if page:
        return _source(_first(page), "html", url)
    text = adapter.get(options.field)
    return _source(text, None, url) if text else None


def joined(texts: Sequence[Any]) -> ItemSource:
    """Return a list of texts as one source, each a paragraph, so that each is labelled beside its neighbours; empty texts are skipped.

    >>> joined(["Un.", None, "Deux."]).parts
    ((0, 3), (5, 10))
    """
    content, parts = "", []
    for text in texts:
        if text is None or text == "":
            continue
        if not isinstance(text, str):
            raise NewscleanError(
                f"the list holds {type(text).__name__}, not only texts; join or convert it in the spider"
            )
        start = len(content) + (len(SEPARATOR) if content else 0)
        parts.append((start, start + len(text)))
        content += SEPARATOR + text if content else text
    return ItemSource(content, parts=tuple(parts))


def _source(value: Any, kind: Kind | None, url: str | None) -> ItemSource:
    if isinstance(value, Response):
        return _response(value, url)
    if isinstance(value, str):
        return ItemSource(value, kind, url=url)
    if isinstance(value, (bytes, bytearray, memoryview)):
        return ItemSource(_text(bytes(value)), kind, url=url)
    if isinstance(value, (list, tuple)):
        return joined(value)._replace(url=url)
    raise NewscleanError(f"{type(value).__name__} is not text; give a str, bytes, a list of texts or a response")


def _first(page: Any) -> Any:
    """Return the page of a list of one, as item loaders make it."""
    return page[0] if isinstance(page, (list, tuple)) and len(page) == 1 else page


def _response(response: Response, url: str | None) -> ItemSource:
    header = (response.headers.get("Content-Type") or b"").decode("latin-1")
    if not isinstance(response, TextResponse):
        raise NewscleanError(
            f"the response is not text ({header or 'of unknown type'}); skip such responses in the spider"
        )
    return ItemSource(_text(response.body), "html", header or None, url or response.url)


def _text(content: bytes) -> bytes:
    for mark, what in _FILES:
        if content.startswith(mark):
            raise NewscleanError(f"the content is {what}, not text; skip such responses in the spider")
    return content
