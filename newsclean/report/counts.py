"""Counts over many articles: how often each label and each rule occurred."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from newsclean.article import Article, Label
from newsclean.report.changes import EDIT, list_changes

_LABEL_ORDER = {label: place for place, label in enumerate([*(label.value for label in Label), EDIT])}


class ArticleSummary(NamedTuple):
    """One article in short: a sentence with its figures, and the names of the rules that matched in it."""

    sentence: str
    rules: tuple[str, ...]


class ReportCounts:
    """How often each label and each rule occurred, and in how many articles.

    >>> from newsclean import analyze
    >>> counts = ReportCounts()
    >>> print(counts.add(analyze("Le conseil n'a pas voté le budget de la ville lundi soir.\\nPartager")).sentence)
    1 block removed, 1 edit, 66 → 57 characters
    >>> counts.labels["share"], counts.rules["core.share.word"], counts.articles
    (1, 1, 1)
    """

    def __init__(self) -> None:
        self.articles = self.removed = self.cut_out = self.edits = self.chars_before = self.chars_after = 0
        self.labels: Counter[str] = Counter()
        self.rules: Counter[str] = Counter()
        self.label_of_rule: dict[str, str] = {}
        self.articles_with_label: Counter[str] = Counter()
        self.articles_with_rule: Counter[str] = Counter()

    def add(self, article: Article) -> ArticleSummary:
        """Count one more article, and return its own figures."""
        found = list_changes(article)
        labels = Counter(change.label for change in found)
        rules = Counter(rule for change in found for rule in change.reasons)
        removed, edits = len(article.removed), labels[EDIT]
        cut_out = len(found) - removed - edits
        before, after = len(article.source), len(article.text)
        self.articles += 1
        self.removed += removed
        self.cut_out += cut_out
        self.edits += edits
        self.chars_before += before
        self.chars_after += after
        for change in found:
            for rule in change.reasons:
                self.label_of_rule.setdefault(rule, change.label)
        self.labels.update(labels)
        self.articles_with_label.update(labels.keys())
        self.rules.update(rules)
        self.articles_with_rule.update(rules.keys())
        return ArticleSummary(summary(removed, cut_out, edits, before, after), tuple(rules))

    def ordered_labels(self) -> list[str]:
        """Return the labels that occurred: content, then metadata, then furniture, then edits."""
        return sorted(
            (label for label, count in self.labels.items() if count),
            key=lambda label: _LABEL_ORDER.get(label, len(_LABEL_ORDER)),
        )

    def __str__(self) -> str:
        return summary(self.removed, self.cut_out, self.edits, self.chars_before, self.chars_after)


def summary(removed: int, cut_out: int, edits: int, before: int, after: int) -> str:
    """Return one line of figures.

    Args:
        removed: Number of blocks that were removed.
        cut_out: Number of pieces that were cut out of kept blocks.
        edits: Number of other edits.
        before: Characters of the source.
        after: Characters of the text.

    >>> summary(1200, 0, 1, 90_000, 40_000)
    '1,200 blocks removed, 1 edit, 90,000 → 40,000 characters'
    >>> summary(0, 0, 0, 9, 9)
    'nothing changed'
    """
    if not removed and not cut_out and not edits:
        return "nothing changed"
    parts = [
        counted(removed, "block", " removed") if removed else "nothing removed",
        *([counted(cut_out, "piece", " cut out")] if cut_out else []),
        *([counted(edits, "edit")] if edits else []),
        f"{before:,} → {after:,} characters",
    ]
    return ", ".join(parts)


def counted(count: int, noun: str, suffix: str = "") -> str:
    """Return a count with its noun in singular or plural.

    >>> counted(2, "edit"), counted(1, "block", " removed")
    ('2 edits', '1 block removed')
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}{suffix}"
