"""Scores on gold: how much of what should stay stays, how much of what should go goes, and under which label.

Lines are counted as in information retrieval: precision is the share of the found lines that are correct, recall the share of the gold
lines that are found, F1 their harmonic mean. `prose_loss` counts characters instead, because a lost sentence hurts more than a menu that
stays. docs/gold.md describes the format of gold and the figures.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from newsclean.article import METADATA, Article, Label
from newsclean.cleaner import analyze as newsclean_analyze
from newsclean.errors import NewscleanError
from newsclean.gold import COARSE, KEPT, GoldDocument, check, line_spans, read_gold, text_of
from newsclean.scores import Figures, Scores

__all__ = ["Figures", "Scores", "character_labels", "evaluate", "read_gold"]


def evaluate(
    documents: Iterable[GoldDocument | NewscleanError],
    analyze: Callable[..., Article] = newsclean_analyze,
    **options: object,
) -> Scores:
    """Measure how well gold documents are cleaned.

    Args:
        documents: Documents as docs/gold.md describes them, from `read_gold` or your own.
        analyze: The function that makes an article from a text.
        **options: Options for that function.

    Returns:
        The scores. A malformed document is not scored, but reported in `Scores.errors`.

    >>> lines = [{"text": "Le conseil a voté le budget de la ville lundi soir.", "label": "paragraph"}, {"text": "Partager", "label": "share"}]
    >>> scores = evaluate([{"id": "1", "group": "a.ch", "language": "fr", "lines": lines}])
    >>> scores.f1, scores.prose_loss, scores.labels["share"].f1
    (1.0, 0.0, 1.0)
    """
    count, errors = 0, []
    tables = {name: defaultdict[str, Counter[str]](Counter) for name in ("kept", "labels", "languages", "groups")}
    for document in documents:
        try:
            if isinstance(document, NewscleanError):
                raise document
            rows = list(_judged_lines(check(document), analyze, options))
        except NewscleanError as error:
            errors.append(str(error))
            continue
        count += 1
        keys = {"kept": "", "languages": document["language"] or "unknown", "groups": document["group"]}
        for table, key in keys.items():
            tables[table][key].update(_kept(rows))
        _add_labels(tables["labels"], rows)
    made = {name: {key: Figures(**counts) for key, counts in table.items()} for name, table in tables.items()}
    kept = made.pop("kept").get("", Figures())
    return Scores(count, kept, **made, errors=tuple(errors))


class _JudgedLine(NamedTuple):
    """A line of the gold, the label that was found, its visible characters, and how many of them are kept."""

    label: str
    found: str
    chars: int
    kept: int


def _judged_lines(
    document: GoldDocument, analyze: Callable[..., Article], options: Mapping[str, object]
) -> Iterator[_JudgedLine]:
    text = text_of(document)
    own = {"url": document["url"]} if document.get("url") else {}
    article = analyze(text, **{"kind": "text", **own, **options})
    coarse = any(line["label"] in COARSE and line["label"] != "title" for line in document["lines"])
    labels, kept = character_labels(article)
    for line, (start, end) in zip(document["lines"], line_spans(document), strict=True):
        seen = [n for n in range(start, end) if not text[n].isspace()]
        if not seen or not line.get("sure", True):
            continue
        wanted, found = line["label"], Counter(labels[n] for n in seen).most_common(1)[0][0]
        if coarse:
            wanted, found = _coarse(wanted), _coarse(found)
        yield _JudgedLine(wanted, found, len(seen), sum(kept[n] for n in seen))


def character_labels(article: Article) -> tuple[list[str], bytearray]:
    """Return the label of the block of each character of the source, and 1 for each character that is kept.

    >>> from newsclean import analyze
    >>> labels, kept = character_labels(analyze("Le conseil a voté le budget de la ville lundi soir.\\nPartager"))
    >>> labels[0], labels[-1], kept[0], kept[-1]
    ('paragraph', 'share', 1, 0)
    """
    labels, kept = ["other"] * len(article.source), bytearray(len(article.source))
    for block in article.blocks:
        size = block.end - block.start
        labels[block.start : block.end] = [block.label.value if block.label else "paragraph"] * size
        if not block.kept:
            continue
        kept[block.start : block.end] = b"\1" * size
        for edit in block.edits:
            if edit.label:  # furniture that was cut out of the paragraph
                kept[block.start + edit.start : block.start + edit.end] = bytes(edit.end - edit.start)
    return labels, kept


def _coarse(label: str) -> str:
    if label in COARSE:
        return label
    if label in KEPT:
        return "title" if label == Label.KICKER else "content"
    return "metadata" if label in METADATA else "furniture"


def _kept(rows: Iterable[_JudgedLine]) -> Counter[str]:
    """Count the kept lines: a line is kept if more than half of it is."""
    counts: Counter[str] = Counter()
    for row in rows:
        wanted, found = row.label in KEPT, 2 * row.kept > row.chars
        counts.update(gold=wanted, found=found, right=wanted and found)
        counts.update(chars=wanted * row.chars, lost=wanted * (row.chars - row.kept))
    return counts


def _add_labels(table: defaultdict[str, Counter[str]], rows: Iterable[_JudgedLine]) -> None:
    for row in rows:
        table[row.label].update(gold=1, right=row.label == row.found)
        table[row.found].update(found=1)
