"""What the model says of each line of a document, asked only where it matters: gate first, the larger ensembles for what it leaves in doubt."""

from __future__ import annotations

from typing import NamedTuple

from newsclean.labels.document import Document
from newsclean.labels.features import numbers
from newsclean.labels.form import is_headline
from newsclean.labels.gate import IN, NO_TITLE, OUT, SHORT_IN, SHORT_OUT, builtin_gate
from newsclean.labels.guard import UNLIKE, evidence_against, is_safe
from newsclean.labels.trees import builtin_trees, chance_of

TITLE = 24  # words: no headline is longer
NEAR = 4  # lines of the text among which it may stand
HEAD = 40  # lines above the text in which the headline is looked for
SPARED = 0.0  # score of the gate over which the model is never so sure that prose inside the article goes: of 9,900 lines it was of 12


class Look(NamedTuple):
    """What the model says of a line: the chances of being article text and the headline; `doubted` when the gate did not settle it."""

    content: float
    title: float
    doubted: bool = False

    @property
    def chance(self) -> float:
        """The chance that the line is to stay."""
        return self.content + self.title


STAYING, GOING = Look(1.0, 0.0), Look(0.0, 0.0)


def looks_of(document: Document) -> list[Look]:
    """What the model says of each line; it is not asked about a line that the guard would keep, or a strong rule decides, in any case."""
    looks = [STAYING] * document.count
    asked: dict[int, str] = {}  # the line, and what speaks against it
    for n, line in enumerate(document.lines):
        if line.strong:
            looks[n] = GOING
        elif not is_safe(document, n):
            why = evidence_against(document, n, 0.0)
            if why or n <= document.start or may_head(document, n):
                asked[n] = why
    scores = builtin_gate().scores(document, list(asked))
    for (n, why), (content, title) in zip(asked.items(), scores, strict=True):
        prose = document.lines[n].prose
        low, high = (OUT, IN) if prose else (SHORT_OUT, SHORT_IN)
        # the guard lets prose inside the article go only when the model is very sure
        spared = why == UNLIKE and content > SPARED and prose and document.is_inside(n)
        looks[n] = _look(document, n, content, title, doubted=low < content < high and not spared)
    return looks


def _look(document: Document, n: int, content: float, title: float, *, doubted: bool) -> Look:
    """What the model says of a line that the gate left in doubt, or that may be the headline; `content` and `title` are the scores of the gate."""
    headed = title > NO_TITLE and may_head(document, n)
    if not doubted and not headed:
        return Look(chance_of(content), 0.0)
    row, trees = numbers(document, n), builtin_trees()
    if doubted:
        content = trees["content" if document.lines[n].prose else "short"].score(row)
    return Look(chance_of(content), trees["title"].probability(row) if headed else 0.0, doubted)


def may_head(document: Document, n: int) -> bool:
    """Does the line stand, and look, as a headline may?"""
    if not document.start - HEAD <= n <= document.start + NEAR:
        return False
    form = document.lines[n].form
    return form.words <= TITLE or is_headline(form)


def weighed_by(look: Look, *, prose: bool) -> str:
    """The ensemble that had the last word on a line."""
    return "gate" if not look.doubted else "content" if prose else "short"
