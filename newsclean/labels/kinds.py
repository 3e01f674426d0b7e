"""The exact label of a line that is no article text: from the strongest evidence for one."""

from __future__ import annotations

from newsclean.article import FURNITURE, METADATA, Label
from newsclean.labels.features import Document
from newsclean.labels.lines import Line

LISTS = frozenset({Label.RELATED, Label.MOST_READ})
KEPT = frozenset({Label.SHARE, Label.NEWSLETTER, Label.COMMENTS})  # what stays itself inside lists and menus
LISTED = 14  # lines of a list of links below its heading
NEAR = 8
RUN = 8  # short lines in a row that make a menu


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
    section, distance = document.sections[n]
    heads = any(rule.section for rule in line.rules)
    if section in LISTS and distance <= LISTED and not any(rule.strength == "strong" for rule in line.rules):
        return Label(section)
    if before == Label.NAV and not heads and not _says(line, KEPT) and _in_menu(document, n):
        return Label.NAV
    for strength in ("strong", "weak"):
        told = [rule.label for rule in line.rules if rule.strength == strength and rule.label in FURNITURE]
        if told:
            return before if before in told else told[0]
    if section and distance <= NEAR:
        return Label(section)
    if line.reading.label:
        return Label(line.reading.label)
    if line.prose and document.keys[line.key] > 1:
        return Label.DUPLICATE
    if n < document.start or line.form.words <= 3:
        return Label.NAV
    return Label.RELATED if n > document.end and line.form.end != "." else Label.OTHER


def _says(line: Line, labels: frozenset[Label]) -> bool:
    return any(rule.label in labels for rule in line.rules if rule.strength == "strong")


def _in_menu(document: Document, n: int) -> bool:
    """Does the line stand in a long run of short lines of a page dumped whole, with another short one below?"""
    if (
        document.dirty not in "34"
        or document.runs[n] < RUN
        or document.lines[n].form.words > 4
        or n + 1 >= document.count
    ):
        return False
    return document.kinds[n + 1] in "wst" or document.lines[n + 1].form.bullet
