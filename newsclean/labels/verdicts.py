"""A verdict for every line of a document: the model's, unless a rule decides alone or the guard forbids."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from typing import NamedTuple

from newsclean.article import CONTENT, METADATA, Evidence, Label
from newsclean.labels.features import Document
from newsclean.labels.form import is_headline
from newsclean.labels.guard import evidence_against, guard, is_safe
from newsclean.labels.kinds import LISTED, LISTS, furniture_label, metadata_label
from newsclean.labels.lines import Line
from newsclean.labels.trees import Trees, builtin_trees

# the probability of being article text from which a line stays, by dirt: a nearly clean text gets the benefit of the doubt
STAYS = {
    "careful": {"0": 0.05, "1": 0.08, "2": 0.15, "3": 0.3, "4": 0.3},
    "normal": {"0": 0.2, "1": 0.25, "2": 0.35, "3": 0.42, "4": 0.42},
    "strict": {"0": 0.3, "1": 0.4, "2": 0.5, "3": 0.6, "4": 0.6},
}
SURE = 0.9  # chance of being article text from which a line stays that looks like metadata
TITLE = 24  # words: no headline is longer
OF_LINKS = frozenset({Label.DATE, Label.BYLINE})  # metadata that each entry of a list of links has
REASONS = 3
NAMED = 3_000  # lines: in a longer text removals name the rules and the guard's evidence only
NEAR = 4  # lines of the text among which it may stand
HEAD = 40  # lines above the text in which the headline is looked for
HINT = 0.01  # chance of being the headline from which a line can be it when nothing else can


class Verdict(NamedTuple):
    """What was decided on a line: no label means that it stays."""

    label: Label | None
    title: bool = False
    evidence: tuple[Evidence, ...] = ()


class Look(NamedTuple):
    """What the model says of a line: its numbers, the chances of being article text and the headline, the trees that were asked."""

    numbers: list[float] | None
    content: float
    title: float
    asked: int = 0

    @property
    def chance(self) -> float:
        """The chance that the line is to stay."""
        return self.content + self.title


def judge(lines: Sequence[Line], strictness: str) -> tuple[list[Verdict], str]:
    """A verdict for each line, and the guard's note.

    >>> from newsclean.labels.lines import lines_of
    >>> from newsclean.labels.matching import matcher_for
    >>> verdicts, _ = judge(lines_of(["Le conseil a voté le budget de la ville.", "Partager"], matcher_for("fr", ()), "fr"), "normal")
    >>> [verdict.label for verdict in verdicts]
    [None, <Label.SHARE: 'share'>]
    """
    if not lines:
        return [], ""
    document = Document(lines)
    content, title = builtin_trees()["content"], builtin_trees()["title"]
    looks = [_look(document, n, content, title) for n in range(document.count)]
    threshold = STAYS[strictness][document.dirty]
    states = [_state(line, look, threshold) for line, look in zip(lines, looks, strict=True)]
    for n in headlines(document, looks, states):
        states[n] = "title"
    allowed, note = guard(
        document, [state not in ("content", "title") for state in states], [look.chance for look in looks]
    )
    verdicts: list[Verdict] = []
    for n, state in enumerate(states):
        if state in ("content", "title"):
            verdicts.append(Verdict(None, state == "title"))
        elif not allowed[n]:
            verdicts.append(Verdict(None, evidence=(Evidence("no-evidence-against"),)))
        else:
            above = verdicts[-1].label if verdicts else None
            label = metadata_label(lines[n]) if state == "metadata" else furniture_label(document, n, above)
            if label in OF_LINKS and document.dirty in "34":
                label = furniture_label(document, n, above) if _in_list(document, n) else label
            verdicts.append(Verdict(label, evidence=_evidence(document, n, looks[n], label, content)))
    return verdicts, note


def _in_list(document: Document, n: int) -> bool:
    """Does the line stand under the heading of a list of links, where dates and names are those of other articles?"""
    section, distance = document.sections[n]
    return section in LISTS and distance <= LISTED


def _look(document: Document, n: int, content: Trees, title: Trees) -> Look:
    """What the model says; it is not asked about a line that the guard would keep, or a strong rule decides, in any case."""
    line = document.lines[n]
    if is_safe(document, n):
        return Look(None, 1.0, 0.0)
    if any(rule.strength == "strong" for rule in line.rules):
        return Look(None, 0.0, 0.0)
    numbers = document.numbers(n)
    headline = (
        is_headline(line.form) or line.form.words <= TITLE
    ) and document.start - HEAD <= n <= document.start + NEAR
    chance, asked = content.quick_probability(numbers)
    return Look(numbers, chance, title.probability(numbers) if headline else 0.0, asked)


def _state(line: Line, look: Look, threshold: float) -> str:
    """The state of a line: a strong rule or a plain metadata pattern decides alone, else the model."""
    strong = next((rule for rule in line.rules if rule.strength == "strong"), None)
    if strong:
        if strong.label in CONTENT:
            return "content"
        return "metadata" if strong.label in METADATA else "furniture"
    if line.reading.label and look.content < SURE:
        return "metadata"
    if look.chance > threshold:
        return "title" if look.title > look.content else "content"
    if line.reading.pieces or any(rule.label in METADATA for rule in line.rules):
        return "metadata"
    return "furniture"


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
    best = next((n for n in head if states[n] == "title"), None)
    if best is None:
        if any(states[n] == "content" and looks[n].content > SURE for n in head):
            return []
        could = [n for n in head if document.lines[n].kind == "h" and not document.copies[n] and looks[n].title > HINT]
        best = max(could, key=lambda n: looks[n].title, default=None)
    if best is None:
        return []
    above = document.lines[0]
    kicker = best == 1 and above.kind in "shw" and above.form.words <= TITLE
    return [0, best] if kicker else [best]


def _evidence(document: Document, n: int, look: Look, label: Label, content: Trees) -> tuple[Evidence, ...]:
    """The rules, the guard's evidence and the strongest numbers that speak for a removal."""
    line = document.lines[n]
    told = [Evidence(rule.id) for rule in line.rules if rule.label == label] or [
        Evidence(rule.id) for rule in line.rules
    ]
    told = told[:2]
    beyond = evidence_against(document, n, look.chance)
    extra = [Evidence(beyond)] if beyond not in ("", "rule") else []
    if line.reading.label == label:
        extra.append(Evidence(line.reading.pieces[0].rule if line.reading.pieces else f"metadata.{label}"))
    if document.count > NAMED or look.numbers is None:
        return (*told, *extra)
    weights = content.contributions(look.numbers, look.asked)
    strongest = heapq.nsmallest(REASONS, weights, key=weights.__getitem__)
    numbers = (Evidence(content.names[n], round(-weights[n], 2)) for n in strongest if weights[n] < 0)
    return (*told, *extra, *numbers)
