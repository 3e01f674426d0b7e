"""What must hold for any input: a result or one `NewscleanError`, the same twice, nothing lost."""

from __future__ import annotations

from collections.abc import Callable

from newsclean import Article, NewscleanError, analyze, clean
from newsclean.edits import apply


def text(data: bytes) -> None:
    """A plain text, lone surrogates and all."""
    source = data.decode("utf-8", "surrogatepass" if data[:1] == b"\xed" else "surrogateescape")
    article = analyze(source, kind="text")
    _whole(article, source)
    assert clean(source, kind="text") == article.text
    covered = "".join(block.source for block in article.blocks)
    assert "".join(covered.split()) == "".join(source.split())


def twice(data: bytes) -> None:
    """A plain text: cleaning what is clean changes nothing, but where letters are lost: what is left decides what they were."""
    once = clean(data.decode("utf-8", "ignore").replace("\ufffd", ""), kind="text")
    assert clean(once, kind="text") == once


def raw(data: bytes) -> None:
    """Bytes of any kind, text or page, declared or not."""
    for charset in (None, "text/html; charset=windows-1252"):
        article = analyze(data, charset=charset)
        _whole(article, article.source)
        assert clean(data, charset=charset) == article.text


def html(data: bytes) -> None:
    """A page."""
    source = data.decode("utf-8", "replace")
    article = analyze(source, kind="html")
    _whole(article, article.source)
    assert clean(source, kind="html") == article.text


def _whole(article: Article, source: str) -> None:
    assert article.source == source
    assert article.rebuild() == source
    assert apply(source, article.edits) == article.text


def checked(target: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """The target, for which a `NewscleanError` is an answer."""

    def check(data: bytes) -> None:
        try:
            target(data)
        except NewscleanError as error:
            if not str(error):
                raise

    return check


TARGETS = {"text": checked(text), "twice": checked(twice), "bytes": checked(raw), "html": checked(html)}
