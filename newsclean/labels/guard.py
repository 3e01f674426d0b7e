"""The guard: prose is never dropped on its place or form alone, and never too much of it at once."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from newsclean.labels.document import MENU, Document
from newsclean.languages import language_cache, words_of_all
from newsclean.patterns import lazy_regex

NEAR = 12  # lines behind the heading of a section of furniture that count as its own
PAGE = 15  # lines from which a text can be a page dumped whole
# chances of being article text below which a line of a page dumped whole may go
SURE_OUT, SURE_IN, SURE_SHORT = 0.3, 0.04, 0.5
CAP = {"0": 0.34, "1": 0.34, "2": 0.5, "3": 0.8, "4": 0.9}  # share of the prose that may go without a rule, by dirt
PUNCTUATION = frozenset(",:;.?!)»”%")  # what no link begins with
SCRAP = 2  # words of a line that says nothing alone
LIVE = 10  # characters of a time
UNLIKE = "unlike-the-article"
NOTE = "most of the prose would have gone without a rule that says so: it stays"


@language_cache()
def entry_time() -> regex.Pattern[str]:
    """Return the pattern of the time that heads an entry of a live report.

    >>> entry_time().fullmatch("20h15") is not None, entry_time().fullmatch("20 ans") is not None
    (True, False)
    """
    hours, after = ("|".join(sorted(words_of_all("labels", key))) for key in ("hour_words", "after_time"))
    return lazy_regex(rf"\d{{1,2}} ?(?:[h:.] ?\d{{0,2}}|{hours})(?: ?(?:{after}|[ap]\.?m\.?))?", regex.I)


def evidence_against(document: Document, n: int, chance: float) -> str:
    """What speaks, positively, against a line: the name of it, or "" when there is nothing.

    A rule or a metadata pattern on the line itself, a repetition, the heading of a section of furniture above it, or, on a page dumped
    whole, a place among furniture: form and place alone are no evidence in a text that is nearly clean. `chance` is what the model
    gives the line of being article text.
    """
    line = document.lines[n]
    if line.rules or line.metadata.label:
        return "rule"
    if document.keys[line.key] > 1:
        return "repeated"
    if _is_piece(document, n):
        return ""
    label, distance = document.sections[n]
    if label and distance <= NEAR:
        return f"section-{label}"
    if document.dirty in "01" or document.count < PAGE or not document.prose[-1] or _is_time(document, n):
        return ""
    if document.barrier(n):
        return "beyond-furniture"
    outside = not document.start <= n <= document.end
    whole = document.dirty in "34"
    if line.prose:
        return UNLIKE if whole and chance < (SURE_OUT if outside else SURE_IN) else ""
    if whole and chance < SURE_SHORT:
        return UNLIKE
    if document.runs[n] >= MENU:
        return "in-a-menu"
    return "beside-furniture" if set(document.kinds[max(0, n - 1) : n + 2]) & {"f", "w"} else ""


def _is_piece(document: Document, n: int) -> bool:
    """Is the line, inside the text of what is no page dumped whole, a piece of a shattered sentence, and so no link of a section?"""
    if document.dirty in "34" or not document.start <= n <= document.end:
        return False
    line = document.lines[n]
    if line.form.end == "," or _goes_on(document, n) or _goes_on(document, n + 1):
        return True
    return line.form.words <= SCRAP and _goes_on(document, n + 2)


def _goes_on(document: Document, n: int) -> bool:
    """Does the line begin as no sentence and no headline does?"""
    if n >= document.count:
        return False
    line = document.lines[n]
    return line.text[0] in PUNCTUATION or line.form.case == "l"


def is_safe(document: Document, n: int) -> bool:
    """Is it plain without asking the model that the line stays: prose in the dense part, with nothing against it?"""
    line = document.lines[n]
    if _is_time(document, n):
        return True
    if not document.prose[-1]:  # a text of nothing but short lines: its form is no evidence
        return not (line.rules or line.metadata.label)
    if line.kind != "p" or not document.start <= n <= document.end or line.rules or line.metadata.spans:
        return False
    if document.dirty in "34" or document.keys[line.key] > 1 or document.barrier(n):
        return False
    return not document.sections[n][0]


def _is_time(document: Document, n: int) -> bool:
    """Is the line the time of an entry of a live blog?"""
    text = document.lines[n].text
    if len(text) > LIVE or not text[0].isdigit() or n + 1 >= document.count or not entry_time().fullmatch(text):
        return False
    return document.lines[n + 1].prose


def guard(document: Document, dropped: Sequence[bool], chances: Sequence[float]) -> tuple[list[bool], str]:
    """The lines that may go, of those that the model would drop, and a note when prose had to be saved.

    >>> from newsclean.labels.lines import lines_of
    >>> from newsclean.rules.matcher import Matcher
    >>> document = Document(lines_of(["Le conseil a voté le budget de la ville lundi soir."], Matcher([]), "fr"))
    >>> guard(document, [True], [0.1])
    ([False], '')
    """
    lines = document.lines
    reasons = [evidence_against(document, n, chances[n]) if gone else "" for n, gone in enumerate(dropped)]
    size = [line.form.length if line.prose else 0 for line in lines]
    weak = sum(n for n, why in zip(size, reasons, strict=True) if why and why != "rule")
    if weak <= CAP[document.dirty] * sum(size):
        return [bool(why) for why in reasons], ""
    return [why == "rule" or bool(why and not line.prose) for line, why in zip(lines, reasons, strict=True)], NOTE
