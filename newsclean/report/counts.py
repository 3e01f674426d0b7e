"""Counts over many articles: what went, by label and by rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from newsclean.article import Article, Label
from newsclean.report.findings import EDIT, findings

ORDER = {label: place for place, label in enumerate([*(label.value for label in Label), EDIT])}


class Sums(NamedTuple):
    """What one article comes to: a sentence, and the rules that worked on it."""

    said: str
    rules: tuple[str, ...]


class Counts:
    """How often each label and each rule came, and in how many articles.

    >>> from newsclean import analyze
    >>> counts = Counts()
    >>> print(counts.add(analyze("Le conseil n'a pas voté le budget de la ville lundi soir.\\nPartager")).said)
    1 block removed, 1 edit, 66 → 57 characters
    >>> counts.labels["share"], counts.rules["core.share.word"], counts.articles
    (1, 1, 1)
    """

    def __init__(self) -> None:
        self.articles = self.removed = self.pieces = self.edits = self.before = self.after = self.noted = 0
        self.labels: Counter[str] = Counter()
        self.rules: Counter[str] = Counter()
        self.label_of: dict[str, str] = {}
        self.with_label: Counter[str] = Counter()
        self.with_rule: Counter[str] = Counter()

    def add(self, article: Article) -> Sums:
        """Count an article in; gives what it has of its own."""
        found = findings(article)
        labels = Counter(one.label for one in found)
        rules = Counter(rule for one in found for rule in one.reasons)
        removed, edits = len(article.removed), labels[EDIT]
        pieces = len(found) - removed - edits
        before, after = len(article.source), len(article.text)
        self.articles += 1
        self.noted += bool(article.notes)
        self.removed += removed
        self.pieces += pieces
        self.edits += edits
        self.before += before
        self.after += after
        for one in found:
            for rule in one.reasons:
                self.label_of.setdefault(rule, one.label)
        for all_of, with_it, new in ((self.labels, self.with_label, labels), (self.rules, self.with_rule, rules)):
            all_of.update(new)
            with_it.update(new.keys())
        return Sums(summary(removed, pieces, edits, before, after), tuple(rules))

    def ordered(self) -> Iterable[str]:
        """The labels that came, metadata first, then furniture, then edits."""
        return sorted((label for label, count in self.labels.items() if count), key=lambda label: ORDER.get(label, 99))

    def __str__(self) -> str:
        return summary(self.removed, self.pieces, self.edits, self.before, self.after)


def summary(removed: int, pieces: int, edits: int, before: int, after: int) -> str:
    """One line of figures.

    >>> summary(1200, 0, 1, 90_000, 40_000)
    '1,200 blocks removed, 1 edit, 90,000 → 40,000 characters'
    >>> summary(0, 0, 0, 9, 9)
    'nothing changed'
    """
    if not removed and not pieces and not edits:
        return "nothing changed"
    parts = [
        counted(removed, "block", " removed") if removed else "nothing removed",
        *([counted(pieces, "piece", " cut out")] if pieces else []),
        *([counted(edits, "edit")] if edits else []),
        f"{before:,} → {after:,} characters",
    ]
    return ", ".join(parts)


def counted(count: int, noun: str, rest: str = "") -> str:
    """A count with its noun: `counted(2, "edit") == "2 edits"`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}{rest}"
