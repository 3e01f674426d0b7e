"""The guard: prose is never removed on its place or form alone, and never too much of it at once.

Theory. The model's mistakes are of two kinds. Furniture that it leaves in annoys the reader; a paragraph that it takes out is lost without
a trace. So a removed line of prose needs something that can be pointed at: a rule, metadata, a repetition, a section of furniture around it, words
of furniture, or a place on a noisy page far from the article. Without a doubt of these kinds it stays, whatever the model says. And
where most of the prose would go on the model's word, the model is wrong about the whole text: it stays, with a note.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from newsclean.labels.document import NOISY_SHARE, Document
from newsclean.labels.line import Line

LIST = 3  # items of the shortest list
SECTION = 12  # lines below a heading of furniture that count as its own
FURNITURE_WORDS = -0.5  # what words weigh from which they speak against prose
FURNITURE_WORDS_IN_PROSE = 0.8  # the same for a sentence, which may mention furniture
CERTAIN = 0.05  # probability below which prose outside the article may go on a noisy page
MOST_PROSE = 0.5  # share of the prose that may go without a strong rule or metadata
MOST_PROSE_NOISY = 0.85  # the same on a noisy page, which has prose of other articles
MOST_PROSE_NOTE = "most of the prose would have gone on the model's word alone: it stays"


class Doubt(Enum):
    """What speaks against a line, besides the score of the model."""

    RULE = "rule"
    REPEATED = "repeated"
    SECTION = "section-of-furniture"
    WORDS = "furniture-words"
    OUTSIDE = "outside-the-article"
    NO_PROSE = "no-sentence"


def doubts(document: Document, removed: Sequence[int], chances: Sequence[float]) -> dict[int, Doubt]:
    """Return what speaks against the lines that the model would remove; lines without an entry must stay.

    Args:
        document: The lines.
        removed: The numbers of the lines that would go.
        chances: Their probabilities of being article text.
    """
    found: dict[int, Doubt] = {}
    for n, chance in zip(removed, chances, strict=True):
        doubt = _doubt(document, n, chance)
        if doubt is not None:
            found[n] = doubt
    return found


def _doubt(document: Document, n: int, chance: float) -> Doubt | None:
    line = document.lines[n]
    if line.strong or line.metadata.label or (line.rules and not line.prose):
        return Doubt.RULE
    if document.copies[line.key] > 1:
        return Doubt.REPEATED
    section = document.sections[n]
    if section.label and section.distance <= SECTION:
        return Doubt.SECTION
    if line.words.logit > (FURNITURE_WORDS_IN_PROSE if line.prose else FURNITURE_WORDS):
        return Doubt.WORDS
    noisy = document.short_share > NOISY_SHARE
    if noisy and chance < CERTAIN and n not in document.region:
        return Doubt.OUTSIDE
    return None if line.prose else Doubt.NO_PROSE


def too_much_prose(document: Document, removed: Sequence[int]) -> list[int]:
    """Return the lines of prose that stay since too much of the prose would go without a strong rule or metadata.

    A weak rule matches sentences too: where it is all that speaks against most of a text, the text is about its subject.
    """
    lines = document.lines
    total = sum(line.form.length for line in lines if line.prose)
    going = [n for n in removed if lines[n].prose and not lines[n].strong and not lines[n].metadata.label]
    most = MOST_PROSE_NOISY if document.short_share > NOISY_SHARE else MOST_PROSE
    if sum(lines[n].form.length for n in going) <= most * total:
        return []
    return going


def runs_of_items(lines: Sequence[Line]) -> list[range]:
    """Return the lists of a text: runs of lines that begin with the same bullet.

    >>> from newsclean.labels.line import read_lines
    >>> from newsclean.rules.matcher import Matcher
    >>> runs_of_items(read_lines(["Le menu :", "* une soupe", "* un rôti", "* du pain", "Fin"], Matcher([]), "fr"))
    [range(1, 4)]
    """
    found, start = [], 0
    signs = [line.text[:1] if line.text != line.plain and not line.text[:1].isalnum() else "" for line in lines]
    for n in range(1, len(lines) + 1):
        if n < len(lines) and signs[n] == signs[start]:
            continue
        if signs[start].strip() and n - start >= LIST:
            found.append(range(start, n))
        start = n
    return found
