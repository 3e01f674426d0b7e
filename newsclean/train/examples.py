"""Gold documents as the decision sees them: lines after repair, joins and cuts, each with the label of the gold line that it holds most of."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsclean.article import CONTENT
from newsclean.filters import fix_encoding, mend_lines
from newsclean.gold import GoldDocument, line_spans, text_of
from newsclean.labels.inline_cuts import read_blocks
from newsclean.labels.lexicon import Lexicon
from newsclean.labels.line import Line
from newsclean.normal_forms import fold
from newsclean.reading import read_text

FOLDS = 5
KEPT = frozenset({"content", "title", *(label.value for label in CONTENT)})
COARSE = frozenset({"content", "metadata", "furniture"})  # labels of gold that says no more
USUAL = 60  # lines; longer documents weigh less than in proportion
UNSURE = 0.2  # weight of a line whose label is doubtful


@dataclass(frozen=True)
class Example:
    """One document for training; all sequences have an entry for each line.

    Attributes:
        id: The name of the document.
        group: Who published it.
        language: The language that was detected.
        lines: The lines.
        labels: The right label of each.
        sure: Whether the label is certain.
        gaps: The line breaks above each line in the source, 2 for more.
        weight: How much the document counts.
        source: Where it is from; for figures.
    """

    id: str
    group: str
    language: str | None
    lines: Sequence[Line]
    labels: Sequence[str]
    sure: Sequence[bool]
    gaps: Sequence[int]
    weight: float
    source: str

    @property
    def kept(self) -> list[bool]:
        """Whether each line should stay."""
        return [label in KEPT for label in self.labels]

    def line_weights(self) -> list[float]:
        """Return the weight of each line."""
        whole = self.weight / max(1.0, len(self.lines) / USUAL) ** 0.5
        return [whole * (1.0 if sure else UNSURE) for sure in self.sure]

    def with_lexicon(self, lexicon: Lexicon) -> Example:
        """Return the example with its words weighed by another lexicon."""
        lines = [replace(line, words=lexicon.score(fold(line.plain))) for line in self.lines]
        return replace(self, lines=lines)


def fold_of(group: str) -> int:
    """Return the fold of a publisher: the same in every run.

    >>> 0 <= fold_of("example.org") < FOLDS
    True
    """
    return int(hashlib.md5(group.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def example_of(document: GoldDocument) -> Example | None:
    """Return a gold document as an example; None if it has no lines.

    >>> document = {"id": 1, "group": "example.org", "language": "fr", "lines": [{"text": "Partager", "label": "share"}]}
    >>> example = example_of(document)
    >>> [line.text for line in example.lines], example.labels, example.kept
    (['Partager'], ['share'], [False])
    """
    text = text_of(document)
    article = mend_lines.apply(fix_encoding.apply(read_text(text)))
    blocks, lines = read_blocks(article.blocks, article.language, ())
    gold = list(zip(line_spans(document), document["lines"], strict=True))
    labels, sure, gaps, kept = [], [], [], []
    at = end = 0
    for block, line in zip(blocks, lines, strict=True):
        gap, end = article.source[end : block.start].count("\n"), block.end
        while at < len(gold) and gold[at][0][1] <= block.start:
            at += 1
        if not line.text:
            continue
        overlap: Counter[tuple[str, bool]] = Counter()
        for (start, stop), row in gold[at:]:
            if start >= block.end:
                break
            overlap[row["label"], "sure" not in row] += min(stop, block.end) - max(start, block.start)
        label, certain = max(overlap, key=overlap.__getitem__) if overlap else ("other", False)
        labels.append(label)
        sure.append(certain)
        gaps.append(min(2, gap))
        kept.append(line)
    if not kept:
        return None
    weight, source = float(document.get("weight", 1.0)), str(document.get("gold", ""))
    return Example(str(document["id"]), document["group"], article.language, kept, labels, sure, gaps, weight, source)
