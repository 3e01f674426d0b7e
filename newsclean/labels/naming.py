"""The exact labels: which part of the article a kept line is, and which furniture or metadata a removed one.

Theory. A line alone seldom says what it is: a headline may be a related link, one of the most read, or a teaser in a menu; three words may
be a kicker or a heading. Its signs (`signs.py`) give each label points, each pair of neighbouring labels gives some too, and the sequence
of labels with the most points is the answer: a linear-chain conditional random field (Lafferty, McCallum, Pereira, ICML 2001), decoded by
dynamic programming (Viterbi, 1967). There are two: `parts` names the lines of the article one after the other, as if nothing had stood
between them, `furniture` those that were removed. The points were learned (`python -m newsclean.train`) and are shipped in `naming.json`,
sign by sign.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from newsclean.article import Evidence, Label
from newsclean.errors import NewscleanError
from newsclean.labels.document import Document
from newsclean.labels.line_decision import LineDecision, State
from newsclean.labels.reasons import metadata_reason
from newsclean.labels.signs import furniture_signs, part_signs
from newsclean.tables import data_of
from newsclean.vocabulary import Detail

VERSION = 1
SETTLED = 4  # times that the parts are named at most; most texts settle in two
NAMED_RULES = 2  # of those that match a removed line
SCALE = 100  # points are stored as whole numbers: hundredths


class Chain(NamedTuple):
    """Points of signs and of neighbouring labels.

    Attributes:
        labels: The labels that can be given.
        signs: The points of a sign, by the index of the label; labels without points are left out.
        changes: The points of a label (second index) below another one (first index).

    >>> chain = Chain((Label.TITLE, Label.PARAGRAPH), {"short": ((0, 1.0),)}, ((-9.0, 0.5), (-9.0, 0.0)))
    >>> [str(label) for label in chain.decode([["short"], ["long"], ["short"]])]
    ['title', 'paragraph', 'paragraph']
    """

    labels: tuple[Label, ...]
    signs: Mapping[str, Sequence[tuple[int, float]]]
    changes: Sequence[Sequence[float]]

    def points(self, signs: Sequence[str]) -> list[float]:
        """Return the points of each label for the signs of one line."""
        out = [0.0] * len(self.labels)
        for sign in signs:
            for index, points in self.signs.get(sign, ()):
                out[index] += points
        return out

    def decode(self, rows: Sequence[Sequence[str]]) -> list[Label]:
        """Return the labels with the most points for the signs of each line (Viterbi)."""
        if not rows:
            return []
        columns = list(zip(*self.changes, strict=True))
        best = self.points(rows[0])
        back: list[list[int]] = []
        for signs in rows[1:]:
            came, now = [], []
            for points, column in zip(self.points(signs), columns, strict=True):
                totals = list(map(float.__add__, best, column))
                top = max(totals)
                came.append(totals.index(top))
                now.append(top + points)
            back.append(came)
            best = now
        at = best.index(max(best))
        path = [at]
        for came in reversed(back):
            at = came[at]
            path.append(at)
        return [self.labels[index] for index in reversed(path)]

    def reasons(self, signs: Sequence[str], label: Label) -> list[tuple[str, float]]:
        """Return the signs of a line that give a label points, the most first."""
        index = self.labels.index(label)
        found = [(sign, points) for sign in signs for at, points in self.signs.get(sign, ()) if at == index]
        return sorted(found, key=lambda item: -item[1])


def parse_chains(text: str, name: str = "naming.json") -> dict[str, Chain]:
    """Return the chains of a JSON text, by name.

    Raises:
        NewscleanError: The text is damaged, or of a version that this newsclean does not know.
    """
    try:
        data = json.loads(text)
        if data["version"] != VERSION:
            raise NewscleanError(
                f"{name}: version {data['version']!r}, this newsclean reads {VERSION}; upgrade newsclean"
            )
        return {key: _chain(data[key]) for key in ("parts", "furniture")}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise NewscleanError(f"{name}: damaged ({error!r}); reinstall newsclean or train the model again") from error


def _chain(data: Mapping[str, Any]) -> Chain:
    labels = tuple(map(Label, data["labels"]))
    signs = {
        sign: tuple((int(index), points / SCALE) for index, points in zip(row[::2], row[1::2], strict=True))
        for sign, row in data["signs"].items()
    }
    return Chain(labels, signs, [[points / SCALE for points in row] for row in data["changes"]])


def dump_chains(chains: Mapping[str, Chain]) -> str:
    """Return the JSON text of chains, one sign a line.

    >>> chain = Chain((Label.TITLE,), {"short": ((0, 1.0),)}, [[0.0]])
    >>> parse_chains(dump_chains({"parts": chain, "furniture": chain}))["parts"].points(["short"])
    [1.0]
    """
    parts = [f'"version": {VERSION}']
    for name, chain in chains.items():
        rows = [
            f"{json.dumps(sign, ensure_ascii=False)}: {json.dumps([x for i, p in row for x in (i, round(p * SCALE))], separators=(',', ':'))}"
            for sign, row in sorted(chain.signs.items())
        ]
        labels = json.dumps([label.value for label in chain.labels])
        changes = json.dumps([[round(points * SCALE) for points in row] for row in chain.changes])
        signs = ",\n".join(rows)
        parts.append(f'"{name}": {{"labels": {labels},\n"changes": {changes},\n"signs": {{\n{signs}\n}}}}')
    body = ",\n".join(parts)
    return f"{{{body}}}\n"


@functools.lru_cache(maxsize=1)
def builtin_chains() -> dict[str, Chain]:
    """Return the chains that come with newsclean.

    Raises:
        NewscleanError: The file is missing or damaged.

    >>> sorted(builtin_chains())
    ['furniture', 'parts']
    """
    try:
        return parse_chains(data_of("newsclean.labels", "naming.json"), "labels/naming.json")
    except OSError as error:
        raise NewscleanError(f"labels/naming.json: the file cannot be read ({error}); reinstall newsclean") from error


def name_parts(decisions: Sequence[LineDecision], gaps: Sequence[int]) -> None:
    """Give every line that stays the label of its part of the article.

    The clean text has other blank lines than the source, and must get the same labels when it is cleaned again. So the lines are
    named again with the gaps that they will have, until nothing changes.

    Args:
        decisions: A decision for each line of the text; those with a label keep it.
        gaps: The line breaks above each line in the source, 2 for more.
    """
    kept = [n for n, decision in enumerate(decisions) if decision.state is State.KEPT]
    lines = [decisions[n].line for n in kept]
    own = [gaps[n] if n and decisions[n - 1].state is State.KEPT else 2 for n in kept]
    labels: list[Label] = []
    for _ in range(SETTLED):
        labels = consistent(builtin_chains()["parts"].decode(part_signs(lines, own)))
        after = [_gap_after(labels, own, at) for at in range(len(kept))]
        if after == own:
            break
        own = after
    for n, label in zip(kept, labels, strict=True):
        decisions[n].label = decisions[n].label or label


def consistent(parts: list[Label]) -> list[Label]:
    """Return the labels of the parts of an article without what cannot be.

    A kicker that no title stands below is the title itself, and so is the heading that opens a text without one. A lead without a text
    below is a paragraph.

    >>> list(map(str, consistent([Label.KICKER, Label.LEAD])))
    ['title', 'paragraph']
    """
    if Label.LEAD in parts and Label.PARAGRAPH not in parts:
        parts = [Label.PARAGRAPH if label is Label.LEAD else label for label in parts]
    if Label.TITLE in parts:
        return parts
    kickers = [n for n, label in enumerate(parts) if label is Label.KICKER]
    opens = parts[:1] == [Label.HEADING] and parts[1:2] in ([Label.LEAD], [Label.PARAGRAPH])
    if not kickers and not opens:
        return parts
    at = kickers[-1] if kickers else 0
    return [*parts[:at], Label.TITLE, *parts[at + 1 :]]


def _gap_after(labels: Sequence[Label], gaps: Sequence[int], at: int) -> int:
    """Return the gap above a line in the clean text, where only items of a list stand on consecutive lines."""
    both = at > 0 and labels[at] is labels[at - 1] is Label.LIST_ITEM
    return 1 if both and gaps[at] <= 1 else 2


def name_furniture(decisions: Sequence[LineDecision], gaps: Sequence[int], detail: Detail) -> None:
    """Give every removed line its label, and the rules and metadata that say the same as evidence.

    Args:
        decisions: A decision for each line of the text; those with a label keep it.
        gaps: The line breaks above each line in the source, 2 for more.
        detail: Whether the exact labels are wanted.
    """
    removed = [n for n, decision in enumerate(decisions) if decision.state is State.REMOVED]
    if detail is Detail.KEEP:
        for n in removed:
            decisions[n].label = decisions[n].label or Label.OTHER
        return
    if not removed:
        return
    signs = furniture_signs(Document([decision.line for decision in decisions]), removed, gaps)
    for n, label in zip(removed, builtin_chains()["furniture"].decode(signs), strict=True):
        decision = decisions[n]
        decision.label = decision.label or label
        rules = [Evidence(rule.id) for rule in decision.line.rules if rule.label == decision.label]
        rules = rules or [Evidence(rule.id) for rule in decision.line.rules]
        metadata = metadata_reason(decision.line, decision.label)
        decision.evidence = tuple(dict.fromkeys((*rules[:NAMED_RULES], *metadata, *decision.evidence)))
