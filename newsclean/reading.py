"""Sources into articles: bytes are decoded, HTML is told apart from text, and the source is split into blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from newsclean.article import Article
from newsclean.blocks import split_text
from newsclean.errors import NewscleanError, unknown
from newsclean.language import find_language, from_url
from newsclean.options import KINDS, Kind
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from newsclean.encoding.decode import Decoded

Source = str | bytes | bytearray | memoryview

MAX_LINES = 2_000_000  # a line takes about a kilobyte of memory while it is processed
_OPENING = lazy_regex(
    r"\s{0,100}+(?:<!--.{0,2000}?-->\s{0,100}+)?<(?:!doctype\s+html|html|head|body|\?xml|article|div|p|h[1-6]|section|main|span|br|ul|ol|li|table|nav|header|footer|aside|figure|blockquote|a\s+href|strong|em|b|i)\b",
    regex.I | regex.S,
)
_CLOSING = lazy_regex(r"</(?:p|div|article|body|html|h[1-6]|span|ul|li|section|table|head|title)\s{0,5}>", regex.I)
_LOCALE = lazy_regex(r"\p{L}{2,8}(?:[-_][\p{L}\d]{1,8}){0,3}")


def read(
    source: Source,
    *,
    kind: Kind | None = None,
    url: str | None = None,
    charset: str | None = None,
    language: str | None = None,
    locale: str | None = None,
    max_size: int | None = None,
    max_lines: int | None = None,
    links: bool = False,
    fields: bool = True,
) -> Article:
    """Return the article that a source holds, in unprocessed blocks.

    Args:
        source: Plain text or HTML, as `str` or bytes.
        kind: The type of the source. Detected if omitted.
        url: The address of the article, which tells the region.
        charset: The encoding that the HTTP header gives for bytes.
        language: The language, such as `"fr"`. Detected if omitted.
        locale: The locale, such as `"fr-CH"`. Detected if omitted.
        max_size: The maximum size, in bytes for bytes, in characters for `str`. Default: 100 million bytes, 20 million
            characters of HTML.
        max_lines: The maximum number of lines of a text, blank ones included, or blocks of a page. Default: 2 million.
        links: Whether the links of a page are collected.
        fields: Whether the metadata in the markup of a page is read, which takes time.

    Raises:
        NewscleanError: An unknown kind, a malformed locale, or a source that exceeds a maximum.
        TypeError: A source that is neither `str` nor bytes.

    >>> article = read("Un titre\\n\\nLe ministre a dit que la loi serait votée.")
    >>> article.language, len(article.blocks)
    ('fr', 2)
    """
    if kind is not None and kind not in KINDS:
        raise unknown("kind", kind, KINDS)
    decoded = _decoded(source, charset, max_size)
    text = decoded.text if decoded else str(source)
    if decoded is None and max_size is not None and len(text) > max_size:
        raise NewscleanError(
            f"the source has {len(text):,} characters, more than max_size={max_size:,}; raise max_size to read it"
        )
    locale = _normalized_locale(locale)
    kind = kind or sniff(text)
    max_lines = MAX_LINES if max_lines is None else max_lines
    if kind == "text":  # counted before memory is taken for them
        _check_lines(1 + text.count("\n") + text.count("\r") - text.count("\r\n"), "lines", max_lines)
    language = language or (locale.split("-")[0] if locale else None)
    if kind == "html":
        from newsclean.extract.page import read_html

        limit = {} if max_size is None else {"max_size": max_size}
        article = read_html(text, url=url, language=language, locale=locale, links=links, fields=fields, **limit)
        _check_lines(len(article.blocks), "blocks", max_lines)
    else:
        article = read_text(text, url=url, language=language, locale=locale)
    if decoded is None:
        return article
    notes = (*article.notes, *decoded.notes)
    return article.replace(encoding=decoded.encoding, decode_errors=decoded.errors, notes=notes)


def _check_lines(number: int, unit: str, max_lines: int) -> None:
    if number > max_lines:
        raise NewscleanError(
            f"the source has {number:,} {unit}, more than max_lines={max_lines:,}; raise max_lines to read it"
        )


def read_text(text: str, *, url: str | None = None, language: str | None = None, locale: str | None = None) -> Article:
    """Return the article in a plain text.

    >>> read_text("Bonjour à tous.").blocks[0].span
    (0, 15)
    """
    blocks = split_text(text)
    language = language or find_language(block.text for block in blocks)
    return Article(text, blocks, language=language, locale=locale or from_url(url, language), url=url)


def sniff(text: str) -> Kind:
    """Return whether a source is HTML or text: by how it opens, else by its closing tags.

    >>> sniff("<p>Un texte.</p>"), sniff("Un texte sur la balise <p> du HTML.")
    ('html', 'text')
    """
    if "<" not in text or ">" not in text:
        return "text"
    if _OPENING.match(text):
        return "html"
    found = 0
    for _ in _CLOSING.finditer(text[:200_000]):
        found += 1
        if found == 3:
            return "html"
    return "text"


def _decoded(source: object, charset: str | None, max_size: int | None) -> Decoded | None:
    if isinstance(source, str):
        return None
    if isinstance(source, (bytes, bytearray, memoryview)):
        from newsclean.encoding.decode import MAX_SIZE, decode

        return decode(source, charset, max_size=MAX_SIZE if max_size is None else max_size)
    raise TypeError(f"newsclean takes a text or a page as str or bytes, not {type(source).__name__}")


def _normalized_locale(locale: str | None) -> str | None:
    if locale is None:
        return None
    if not isinstance(locale, str) or not _LOCALE.fullmatch(locale):
        raise NewscleanError(
            f'{locale!r} is not a valid locale; give a language with or without a region, such as "fr" or "fr-CH"'
        )
    language, _, region = locale.replace("_", "-").partition("-")
    return f"{language.lower()}-{region.upper() if len(region) == 2 else region}" if region else language.lower()
