"""Captions that only their place tells: one sentence right under the date line, in a text whose paragraphs have blank lines between them.

Scrapers put the caption of the lead image, which has no mark of its own, on the line below the date of the page.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.article import Label
from newsclean.labels.line import Line, LineKind

LONGEST, SHORTEST = 40, 3  # words that a caption has fewer, and more than
BLANK_SHARE = (
    2 / 3
)  # of the lines with more than a few words that have a blank line above, from which a line break glues


def glued_captions(lines: Sequence[Line], gaps: Sequence[int]) -> list[int]:
    """Return the numbers of the captions among the lines of a text.

    Args:
        lines: The lines.
        gaps: The line breaks above each line in the source, 2 for more.
    """
    dated = [n for n, line in enumerate(lines[:-1]) if line.metadata.label == Label.DATE]
    if not dated:
        return []
    parted = [
        gap >= 2 for gap, line in zip(gaps[1:], lines[1:], strict=True) if line.kind in (LineKind.PROSE, LineKind.SHORT)
    ]
    if sum(parted) < BLANK_SHARE * len(parted):
        return []
    return [
        n + 1 for n in dated if gaps[n + 1] == 1 and [*gaps[n + 2 : n + 3]] != [1] and _may_be_caption(lines[n + 1])
    ]


def _may_be_caption(line: Line) -> bool:
    form = line.form
    return (
        form.sentences == 1 and SHORTEST < form.words < LONGEST and not line.rules and (line.prose or form.end == ".")
    )
