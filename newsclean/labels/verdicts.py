"""A verdict for every line of a document: the model's, unless a rule decides alone or the guard forbids."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from newsclean.article import CONTENT, METADATA, Evidence, Label
from newsclean.labels.document import Document
from newsclean.labels.features import numbers
from newsclean.labels.furniture import commentary, furniture_labels, metadata_labels
from newsclean.labels.guard import evidence_against, guard
from newsclean.labels.headlines import closing_name, headlines, twins
from newsclean.labels.lines import Line
from newsclean.labels.region_features import Place
from newsclean.labels.scores import GOING, STAYING, Look, looks_of, weighed_by
from newsclean.labels.trees import builtin_trees

# the probability of being article text from which a line stays, by dirt: a nearly clean text gets the benefit of the doubt
STAYS = {
    "careful": {"0": 0.05, "1": 0.08, "2": 0.15, "3": 0.3, "4": 0.3},
    "normal": {"0": 0.2, "1": 0.25, "2": 0.35, "3": 0.42, "4": 0.42},
    "strict": {"0": 0.3, "1": 0.4, "2": 0.5, "3": 0.6, "4": 0.6},
}
SURE = 0.9  # chance of being article text from which a line stays that looks like metadata
REASONS = 3
TELLING = 16  # trees that weigh the reasons; each later one corrects those before it a little
NAMED = 3_000  # lines: in a longer text removals name the rules and the guard's evidence only


class Verdict(NamedTuple):
    """What was decided on a line: no label means that it stays."""

    label: Label | None
    title: bool = False
    evidence: tuple[Evidence, ...] = ()


KEPT = frozenset({"content", "title"})  # states of lines that stay
TEXT, HEADLINE = Verdict(None), Verdict(None, title=True)
DOUBTED = Verdict(None, evidence=(Evidence("no-evidence-against"),))


class Judgement(NamedTuple):
    """What was found out about the lines of a document: the state of each, the numbers of those that go, and the guard's note.

    `headline` is the line of the headline, `signed` that of a name under the text, `commented` those of readers' comments.
    """

    document: Document
    looks: Sequence[Look]
    states: Sequence[str]
    gone: Sequence[int]
    headline: int | None
    signed: int | None
    commented: Sequence[int]
    note: str


def judge(lines: Sequence[Line], strictness: str) -> Judgement:
    """What stays and what goes of the lines of a document, of which there is at least one.

    >>> from newsclean.labels.lines import lines_of
    >>> from newsclean.rules.matcher import matcher_for
    >>> judged = judge(lines_of(["Le conseil a voté le budget de la ville.", "Partager"], matcher_for("fr", ()), "fr"), "normal")
    >>> judged.gone, [verdict.label for verdict in labelled(judged)]
    ([1], [None, <Label.SHARE: 'share'>])
    """
    document = Document(lines)
    looks = looks_of(document)
    threshold = STAYS[strictness][document.dirty]
    states = [
        "content" if look is STAYING and not line.rules else _state(line, look, threshold)
        for line, look in zip(lines, looks, strict=True)
    ]
    for n in headlines(document, looks, states):
        states[n] = "title"
    for n in twins(document, states):
        states[n] = "furniture"
    allowed, note = guard(document, [state not in KEPT for state in states], [look.chance for look in looks])
    gone = [n for n, state in enumerate(states) if state not in KEPT and allowed[n]]
    headline = next((n for n, state in enumerate(states) if state == "title"), None)
    return Judgement(
        document, looks, states, gone, headline, closing_name(document, states), commentary(document), note
    )


def labelled(judged: Judgement, places: Sequence[Place] = ()) -> list[Verdict]:
    """The verdicts with their labels; `places` is where each line stands in the source, when that is known."""
    return _told(judged, _labels(judged, places), lambda _n, _label: ())


def reasoned(judged: Judgement, places: Sequence[Place] = ()) -> list[Verdict]:
    """The verdicts with their labels and the reasons for them."""
    return _told(
        judged, _labels(judged, places), lambda n, label: _evidence(judged.document, n, judged.looks[n], label)
    )


def fated(judged: Judgement, places: Sequence[Place] = ()) -> list[Verdict]:  # noqa: ARG001 - one signature for all that tell
    """The verdicts for those who only ask what stays: which furniture a line is, is not found out."""
    metadata = [n for n in judged.gone if judged.states[n] == "metadata"]
    labels = dict.fromkeys((*judged.gone, *judged.commented), Label.OTHER)
    labels |= metadata_labels(judged.document, metadata, judged.gone)  # copies of captions are looked for
    if judged.signed is not None:
        labels[judged.signed] = Label.BYLINE
    return _told(judged, labels, lambda _n, _label: ())


def _labels(judged: Judgement, places: Sequence[Place]) -> dict[int, Label]:
    metadata = [judged.states[n] == "metadata" for n in judged.gone]
    labels = furniture_labels(judged.document, judged.gone, metadata, judged.headline, places)
    labels.update(dict.fromkeys(judged.commented, Label.COMMENTS))
    if judged.signed is not None:
        labels[judged.signed] = Label.BYLINE
    return labels


def _told(
    judged: Judgement, labels: Mapping[int, Label], reasons: Callable[[int, Label], tuple[Evidence, ...]]
) -> list[Verdict]:
    """A verdict for each line, from the labels of those that go and the reasons for each."""
    verdicts = [TEXT if state == "content" else HEADLINE if state == "title" else DOUBTED for state in judged.states]
    for n, label in labels.items():
        verdicts[n] = Verdict(label, evidence=reasons(n, label))
    return verdicts


def _state(line: Line, look: Look, threshold: float) -> str:
    """The state of a line: a strong rule or a plain metadata pattern decides alone, else the model."""
    strong = next((rule for rule in line.rules if rule.strength == "strong"), None)
    if strong:
        if strong.label in CONTENT:
            return "content"
        return "metadata" if strong.label in METADATA else "furniture"
    if any(rule.label in CONTENT for rule in line.rules):
        return "content"
    if line.metadata.label and look.content < SURE:
        return "metadata"
    if look.chance > threshold:
        return "title" if look.title > look.content else "content"
    if line.metadata.spans or any(rule.label in METADATA for rule in line.rules):
        return "metadata"
    return "furniture"


def _evidence(document: Document, n: int, look: Look, label: Label) -> tuple[Evidence, ...]:
    """The rules, the guard's evidence and the strongest numbers that speak for a removal."""
    line = document.lines[n]
    told = [Evidence(rule.id) for rule in line.rules if rule.label == label] or [
        Evidence(rule.id) for rule in line.rules
    ]
    told = told[:2]
    beyond = evidence_against(document, n, look.chance) or ("closing-name" if label == Label.BYLINE else "")
    extra = [Evidence(beyond)] if beyond not in ("", "rule") else []
    if line.metadata.label == label:
        extra.append(Evidence(line.metadata.spans[0].rule if line.metadata.spans else f"metadata.{label}"))
    if document.count > NAMED or look is GOING or look is STAYING:
        return (*told, *extra)
    trees = builtin_trees()[weighed_by(look, prose=line.prose)]
    weights = trees.contributions(numbers(document, n), TELLING)
    strongest = heapq.nsmallest(REASONS, weights, key=weights.__getitem__)
    weighed = (Evidence(trees.names[n], round(-weights[n], 2)) for n in strongest if weights[n] < 0)
    return (*told, *extra, *weighed)
