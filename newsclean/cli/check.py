"""`newsclean --check FILE ...`: reports what an article should not contain; a check for scrapers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclean.article import FURNITURE, Article
from newsclean.cli.files import write
from newsclean.encoding.decode import LONE_SURROGATES, MIXED
from newsclean.report.changes import EDIT, list_changes

# rules of the encoding repair that repair damage; the others (invisible, space, nfc ...) only normalize
DAMAGE = frozenset({"mojibake", "single-byte", "entity", "escape", "lost", "control"})
LOST = "\ufffd"
_BREAK = re.compile(r"\r\n?|\n")


def report_problems(name: str, article: Article) -> bool:
    """Write `file:line: label: why` for each problem in an article; return True if there are any."""
    found = list(problems(article))
    for line, message in found:
        write(f"{name}:{line}: {message}")
    return bool(found)


def problems(article: Article) -> Iterator[tuple[int, str]]:
    """Yield the line number and a message for all furniture and all damage to the encoding in an article.

    >>> from newsclean import analyze
    >>> for line, message in problems(analyze("Le conseil a votÃ© le budget de la ville lundi soir.\\nPartager")):
    ...     print(line, message.partition("  |")[0])
    1 mojibake: Ã© -> é
    2 share: core.share.word, fr.share.button, ...
    """
    if article.decode_errors:
        yield 1, f"encoding: {article.decode_errors} characters could not be decoded from {article.encoding}"
    yield from ((1, f"encoding: {note}") for note in article.notes if note in (MIXED, LONE_SURROGATES))
    lines, at, number = [], 0, 1
    for item in list_changes(article):
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
    """Yield the lines with characters that were lost before and could not be repaired."""
    source = article.source
    for block in article.kept:
        if LOST in block.text:
            line = 1 + len(_BREAK.findall(source, 0, block.start))
            yield line, f"lost: {block.text.count(LOST)} characters are lost  | {_short(block.text)}"


def _short(text: str, width: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= width else f"{text[: width - 1]}…"
