"""The exact label of a line that is no article text: from the strongest evidence for one."""

from __future__ import annotations

from newsclean.article import FURNITURE, METADATA, Label
from newsclean.labels.features import Document
from newsclean.labels.lines import Line


def metadata_label(line: Line) -> Label:
    """Which metadata a line is that the model takes for some.

    >>> from newsclean.labels.lines import lines_of
    >>> from newsclean.labels.matching import Matcher
    >>> str(metadata_label(lines_of(["Photo: Keystone"], Matcher([]), "fr")[0]))
    'credit'
    """
    if line.reading.label:
        return Label(line.reading.label)
    ruled = [rule.label for rule in line.rules if rule.label in METADATA]
    if ruled:
        return ruled[0]
    for piece in line.reading.pieces:
        if piece.label in Label._value2member_map_:
            return Label(piece.label)
    return Label.CAPTION if line.form.words >= 5 else Label.BYLINE


def furniture_label(document: Document, n: int, before: Label | None) -> Label:
    """Which furniture a line is that the model takes for some: by its rules, its section, its copies, its place.

    `before` is the label of the line above: a word of several meanings goes with its neighbour.
    """
    line = document.lines[n]
    for strength in ("strong", "weak"):
        told = [rule.label for rule in line.rules if rule.strength == strength and rule.label in FURNITURE]
        if told:
            return before if before in told else told[0]
    section, distance = document.sections[n]
    if section and distance <= 8:
        return Label(section)
    if line.reading.label:
        return Label(line.reading.label)
    if line.prose and document.keys[line.key] > 1:
        return Label.DUPLICATE
    if n < document.start or line.form.words <= 3:
        return Label.NAV
    return Label.RELATED if n > document.end and line.form.end != "." else Label.OTHER
