"""What is decided about each line, and one look at the lines that are left (`decision.py`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from newsclean.article import Evidence, Label
from newsclean.labels.document import Document
from newsclean.labels.line import Line


class State(Enum):
    """What becomes of a line."""

    OPEN = "open"
    KEPT = "kept"
    REMOVED = "removed"


@dataclass(slots=True)
class LineDecision:
    """What is decided about one line, and why.

    Attributes:
        line: The line.
        state: What becomes of it.
        chance: The probability that it is article text, as the model sees it.
        decided_by: The name of the pass that decided.
        label: Its label, once it is named.
        evidence: The reasons, strongest first.
    """

    line: Line
    state: State = State.OPEN
    chance: float = 1.0
    decided_by: str = ""
    label: Label | None = None
    evidence: tuple[Evidence, ...] = ()

    def decide(self, state: State, by: str, *evidence: Evidence, label: Label | None = None) -> None:
        """Set the state, and the pass that decided."""
        self.state, self.decided_by, self.label = state, by, label
        self.evidence = evidence or self.evidence


@dataclass(slots=True)
class Round:
    """One look at the lines that are left.

    Attributes:
        decisions: A decision for each line.
        document: The lines as a whole.
        threshold: The probability from which a line stays.
        given: What the ids of the rules begin with that the caller gave.
        explain: Whether the reasons of the model are wanted.
        rows: The features of each line.
        language: The language of the lines; it selects the learned words.
        notes: Remarks for the reader of the article.
    """

    decisions: Sequence[LineDecision]
    document: Document
    threshold: float
    given: tuple[str, ...]
    explain: bool
    rows: Sequence[Sequence[float]]
    language: str | None = None
    notes: list[str] = field(default_factory=list)

    @property
    def open(self) -> list[int]:
        """The numbers of the lines that are not decided."""
        return [n for n, decision in enumerate(self.decisions) if decision.state is State.OPEN]
