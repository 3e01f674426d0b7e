"""What is decided about a line: its state, its reasons, and who decided."""

from __future__ import annotations

from newsclean.article import Evidence, Label
from newsclean.labels.document import Document
from newsclean.labels.features import feature_rows
from newsclean.labels.line import read_lines
from newsclean.labels.line_decision import LineDecision, Round, State
from newsclean.rules.matcher import Matcher

LINES = read_lines(["Partager", "Le pont rouvre", "Sport"], Matcher([]), "fr")


def test_a_new_decision_is_open() -> None:
    decision = LineDecision(LINES[0])
    assert (decision.state, decision.decided_by, decision.label, decision.evidence) == (State.OPEN, "", None, ())


def test_the_last_decision_counts_and_reasons_stay_until_there_are_others() -> None:
    decision = LineDecision(LINES[0])
    decision.decide(State.REMOVED, "model", Evidence("furniture-words", 1.2), label=Label.SHARE)
    decision.decide(State.KEPT, "guard")
    assert (decision.state, decision.decided_by, decision.label) == (State.KEPT, "guard", None)
    assert [reason.name for reason in decision.evidence] == ["furniture-words"]
    decision.decide(State.KEPT, "guard", Evidence("no-evidence-against"))
    assert [reason.name for reason in decision.evidence] == ["no-evidence-against"]


def test_a_round_knows_what_is_open() -> None:
    document = Document(LINES)
    decisions = [LineDecision(line) for line in LINES]
    turn = Round(decisions, document, 0.3, (), explain=False, rows=feature_rows(document))
    assert turn.open == [0, 1, 2]
    decisions[1].decide(State.KEPT, "model")
    assert turn.open == [0, 2]
