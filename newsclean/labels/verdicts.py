"""A verdict for every line of a document: the model's, unless a rule decides alone or the guard forbids."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from newsclean.article import CONTENT, METADATA, Evidence, Label
from newsclean.labels.document import Document
from newsclean.labels.features import numbers
from newsclean.labels.form import is_headline
from newsclean.labels.gate import IN, NO_TITLE, OUT, SHORT_IN, SHORT_OUT, builtin_gate
from newsclean.labels.guard import UNLIKE, evidence_against, guard, is_safe
from newsclean.labels.kinds import SAID, commentary, furniture_labels, metadata_labels
from newsclean.labels.lines import Line
from newsclean.labels.signs import Place
from newsclean.labels.trees import builtin_trees, chance_of

# the probability of being article text from which a line stays, by dirt: a nearly clean text gets the benefit of the doubt
STAYS = {
    "careful": {"0": 0.05, "1": 0.08, "2": 0.15, "3": 0.3, "4": 0.3},
    "normal": {"0": 0.2, "1": 0.25, "2": 0.35, "3": 0.42, "4": 0.42},
    "strict": {"0": 0.3, "1": 0.4, "2": 0.5, "3": 0.6, "4": 0.6},
}
SURE = 0.9  # chance of being article text from which a line stays that looks like metadata
TITLE = 24  # words: no headline is longer
REASONS = 3
TELLING = 16  # trees that weigh the reasons; each later one corrects those before it a little
NAMED = 3_000  # lines: in a longer text removals name the rules and the guard's evidence only
NEAR = 4  # lines of the text among which it may stand
HEAD = 40  # lines above the text in which the headline is looked for
FAR = 12  # lines between a headline and another one that is none
ARTICLE = 2  # paragraphs under which the last line can be the author's name
NAME = 4  # words of the longest name
SPARED = 0.0  # score of the gate over which the model is never so sure that prose inside the article goes: of 9,900 lines it was of 12
SIGNED = 3.0  # how much a name or a date under a line adds to its chance of being the headline
HINT = 0.01  # chance of being the headline from which a line can be it when nothing else can


class Verdict(NamedTuple):
    """What was decided on a line: no label means that it stays."""

    label: Label | None
    title: bool = False
    evidence: tuple[Evidence, ...] = ()


class Look(NamedTuple):
    """What the model says of a line: the chances of being article text and the headline; `doubted` when the gate did not settle it."""

    content: float
    title: float
    doubted: bool = False

    @property
    def chance(self) -> float:
        """The chance that the line is to stay."""
        return self.content + self.title


KEPT = frozenset({"content", "title"})  # states of lines that stay
STAYING, GOING = Look(1.0, 0.0), Look(0.0, 0.0)
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
    >>> from newsclean.labels.matching import matcher_for
    >>> judged = judge(lines_of(["Le conseil a voté le budget de la ville.", "Partager"], matcher_for("fr", ()), "fr"), "normal")
    >>> judged.gone, [verdict.label for verdict in labelled(judged)]
    ([1], [None, <Label.SHARE: 'share'>])
    """
    document = Document(lines)
    looks = _looks(document)
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


def _looks(document: Document) -> list[Look]:
    """What the model says of each line; it is not asked about a line that the guard would keep, or a strong rule decides, in any case."""
    looks = [STAYING] * document.count
    asked: dict[int, str] = {}  # the line, and what speaks against it
    for n, line in enumerate(document.lines):
        if line.strong:
            looks[n] = GOING
        elif not is_safe(document, n):
            why = evidence_against(document, n, 0.0)
            if why or n <= document.start or _may_head(document, n):
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
    headed = title > NO_TITLE and _may_head(document, n)
    if not doubted and not headed:
        return Look(chance_of(content), 0.0)
    row, trees = numbers(document, n), builtin_trees()
    if doubted:
        content = trees["content" if document.lines[n].prose else "short"].score(row)
    return Look(chance_of(content), trees["title"].probability(row) if headed else 0.0, doubted)


def _may_head(document: Document, n: int) -> bool:
    """Does the line stand, and look, as a headline may?"""
    if not document.start - HEAD <= n <= document.start + NEAR:
        return False
    form = document.lines[n].form
    return form.words <= TITLE or is_headline(form)


def _state(line: Line, look: Look, threshold: float) -> str:
    """The state of a line: a strong rule or a plain metadata pattern decides alone, else the model."""
    strong = next((rule for rule in line.rules if rule.strength == "strong"), None)
    if strong:
        if strong.label in CONTENT:
            return "content"
        return "metadata" if strong.label in METADATA else "furniture"
    if any(rule.label in CONTENT for rule in line.rules):
        return "content"
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


def _evidence(document: Document, n: int, look: Look, label: Label) -> tuple[Evidence, ...]:
    """The rules, the guard's evidence and the strongest numbers that speak for a removal."""
    line = document.lines[n]
    told = [Evidence(rule.id) for rule in line.rules if rule.label == label] or [
        Evidence(rule.id) for rule in line.rules
    ]
    told = told[:2]
    beyond = evidence_against(document, n, look.chance) or ("closing-name" if label == Label.BYLINE else "")
    extra = [Evidence(beyond)] if beyond not in ("", "rule") else []
    if line.reading.label == label:
        extra.append(Evidence(line.reading.pieces[0].rule if line.reading.pieces else f"metadata.{label}"))
    if document.count > NAMED or look is GOING or look is STAYING:
        return (*told, *extra)
    trees = builtin_trees()["gate" if not look.doubted else "content" if line.prose else "short"]
    weights = trees.contributions(numbers(document, n), TELLING)
    strongest = heapq.nsmallest(REASONS, weights, key=weights.__getitem__)
    weighed = (Evidence(trees.names[n], round(-weights[n], 2)) for n in strongest if weights[n] < 0)
    return (*told, *extra, *weighed)
