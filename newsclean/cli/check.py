"""`newsclean --check FILE ...`: what of an article should not be in it; a gate for scrapers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclean.article import FURNITURE, Article
from newsclean.cli.files import write
from newsclean.encoding.decode import LONE_SURROGATES, MIXED
from newsclean.report.findings import EDIT, findings

# edits of the encoding that repair damage; the others (invisible, space, nfc ...) are matters of form
DAMAGE = frozenset({"mojibake", "single-byte", "entity", "escape", "lost", "control"})
LOST = "\ufffd"
_BREAK = re.compile(r"\r\n?|\n")


def check(name: str, article: Article) -> bool:
    """Write `file:line: label: why` for each finding in an article; tells whether there are any."""
    lines = list(found(article))
    for line, told in lines:
        write(f"{'-' if name == '-' else name}:{line}: {told}")
    return bool(lines)


def found(article: Article) -> Iterator[tuple[int, str]]:
    """The line and the reason of all furniture and all damage to the encoding in an article.

    >>> from newsclean import analyze
    >>> for line, told in found(analyze("Le conseil a votÃ© le budget de la ville lundi soir.\\nPartager")):
    ...     print(line, told.partition("  |")[0])
    1 mojibake: Ã© -> é
    2 share: core.share.word, fr.share.button
    """
    if article.decode_errors:
        yield 1, f"encoding: {article.decode_errors} characters could not be decoded from {article.encoding}"
    yield from ((1, f"encoding: {note}") for note in article.notes if note in (MIXED, LONE_SURROGATES))
    lines, at, number = [], 0, 1
    for item in findings(article):
        number += len(_BREAK.findall(article.source, at, item.start))
        at = item.start
        damage = DAMAGE.intersection(item.reasons)
        if item.label in FURNITURE:
            lines.append((number, f"{item.label}: {item.why}  | {_short(item.before)}"))
        elif item.label == EDIT and damage:
            lines.append((number, f"{min(damage)}: {_short(item.before)} -> {_short(item.after)}"))
    yield from lines
    if not article.decode_errors:
        yield from _lost(article)


def _lost(article: Article) -> Iterator[tuple[int, str]]:
    """Characters of the text that were lost before, and that no repair could bring back."""
    source = article.source
    for block in article.kept:
        if LOST in block.text:
            line = 1 + len(_BREAK.findall(source, 0, block.start))
            yield line, f"lost: {block.text.count(LOST)} characters are lost  | {_short(block.text)}"


def _short(text: str, width: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= width else f"{text[: width - 1]}…"
