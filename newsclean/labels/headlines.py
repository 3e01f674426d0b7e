"""The headline among the lines that stay, what it puts in the shade, and the name under the text."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.labels.document import Document
from newsclean.labels.furniture import SAID
from newsclean.labels.lines import Line
from newsclean.labels.scores import HEAD, NEAR, TITLE, Look

SURE = 0.9  # chance of being article text from which a line is no headline
FAR = 12  # lines between a headline and another one that is none
ARTICLE = 2  # paragraphs under which the last line can be the author's name
NAME = 4  # words of the longest name
SIGNED = 3.0  # how much a name or a date under a line adds to its chance of being the headline
HINT = 0.01  # chance of being the headline from which a line can be it when nothing else can


def headlines(document: Document, looks: Sequence[Look], states: Sequence[str]) -> list[int]:
    """The headline when the model did not see any, and the kicker at the very top.

    An article has a headline: of the headline-like lines above the text that no rule speaks of, the one the model finds likeliest.
    """
    first = next(
        (n for n, state in enumerate(states) if state in ("content", "title") and document.lines[n].prose), None
    )
    if first is None:
        return []
    head = range(max(0, first - HEAD), first)
    could = [n for n in head if _could_head(document, n, first) and looks[n].title > HINT]
    best = first if states[first] == "title" else next((n for n in head if states[n] == "title"), None)
    if best is None:
        if any(states[n] == "content" and looks[n].content > SURE for n in head):
            return []
        # a name or a date under it speaks for a headline
        best = max(could, key=lambda n: looks[n].title * (1 + SIGNED * (states[n + 1] == "metadata")), default=None)
    elif states[best + 1] != "metadata":
        signed = [n for n in could if states[n + 1] == "metadata" and n > best + FAR]
        best = max(signed, key=lambda n: looks[n].title, default=best)
    if best is not None:
        best = max((n for n in could if document.lines[n].key == document.lines[best].key), default=best)
    if best is None:
        return []
    above = document.lines[0]
    kicker = best == 1 and above.kind in "shw" and above.form.words <= TITLE
    return [0, best] if kicker else [best]


def _could_head(document: Document, n: int, first: int) -> bool:
    """Can the line be the headline of the text that begins at `first`: not the copy of a line far above?"""
    return document.lines[n].kind == "h" and (not document.copies[n] or first - n <= NEAR)


def twins(document: Document, states: Sequence[str]) -> list[int]:
    """Headlines that another one further down puts in the shade: its copies, and what the top of a page calls itself."""
    titles = [n for n, state in enumerate(states) if state == "title" and document.lines[n].form.words >= SAID]
    last = {document.lines[n].key: n for n in titles}
    return [n for n in titles if last[document.lines[n].key] != n or titles[-1] - n > FAR]


def closing_name(document: Document, states: Sequence[str]) -> int | None:
    """The last line of an article, where it is a name: capitals only, no other line like it, under a paragraph."""
    n = document.count - 1
    prose = [line.prose for line in document.lines]
    if (
        sum(prose) < ARTICLE
        or states[n] not in ("content", "metadata")
        or not prose[n - 1]
        or states[n - 1] != "content"
    ):
        return None
    alike = [k for k, line in enumerate(document.lines) if states[k] in ("content", "metadata") and _is_name(line)]
    return n if alike == [n] else None


def _is_name(line: Line) -> bool:
    """Is the line two to four words with capitals and nothing else?"""
    words = line.text.replace("-", "").replace("'", "").replace("’", "").replace("/", " ").split()
    return 2 <= len(words) <= NAME and all(word.isalpha() and word[0].isupper() for word in words)
