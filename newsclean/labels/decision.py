"""One decision for every block, from all the evidence; the guard has the last word."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import NamedTuple

from newsclean.article import CONTENT, FURNITURE, METADATA, Article, Block, Evidence, Label
from newsclean.edits import Edit
from newsclean.labels.features import Document, features_of
from newsclean.labels.form import is_headline
from newsclean.labels.guard import evidence_against, guard
from newsclean.labels.kinds import furniture_label, metadata_label
from newsclean.labels.lines import Line, lines_of
from newsclean.labels.rules import Matcher, Pack, builtin, spoken_for
from newsclean.labels.structure import structure
from newsclean.labels.trees import Trees, builtin_trees
from newsclean.language import find_language
from newsclean.metadata import read_line

# the probability of being article text from which a line stays, by dirt: a nearly clean text gets the benefit of the doubt
STAYS = {
    "careful": {"0": 0.05, "1": 0.08, "2": 0.15, "3": 0.3, "4": 0.3},
    "normal": {"0": 0.2, "1": 0.25, "2": 0.35, "3": 0.42, "4": 0.42},
    "strict": {"0": 0.3, "1": 0.4, "2": 0.5, "3": 0.6, "4": 0.6},
}
SURE = 0.9  # chance of being article text from which a line stays that looks like metadata
TITLE = 24  # words: no headline is longer
ROUNDS = 8  # times that what is left is looked at again; a text settles in two


class Verdict(NamedTuple):
    """What was decided on a line."""

    label: Label | None
    title: bool = False
    evidence: tuple[Evidence, ...] = ()


@functools.lru_cache(maxsize=64)
def matcher_for(language: str | None, packs: tuple[Pack, ...]) -> Matcher:
    """The matcher of a language, with packs of the caller's.

    >>> [rule.label for rule in matcher_for("fr", ()).match("Partager")][:1]
    [<Label.SHARE: 'share'>]
    """
    rules = spoken_for(builtin(), language) + [rule for pack in packs for rule in pack.rules]
    return Matcher(rules)


def decide(article: Article, packs: tuple[Pack, ...] = (), strictness: str = "normal") -> Article:
    """The article with a label and its reasons on every block, and furniture inside paragraphs cut out."""
    language = article.language
    blocks, lines = _read(article.blocks, language, packs)
    verdicts = [
        Verdict(None) if line.text else Verdict(*_nothing_left(b)) for line, b in zip(lines, blocks, strict=True)
    ]
    left = [n for n, line in enumerate(lines) if line.text]
    notes: list[str] = []
    # what is left is decided again as a text of its own, until it stands: so cleaning twice is cleaning once
    for turn in range(ROUNDS):
        found, note = _decide(
            [lines[n] for n in left], strictness, article if turn == 0 else None, [blocks[n] for n in left]
        )
        if note and turn == 0:
            notes.append(note)
        for n, verdict in zip(left, found, strict=True):
            if verdict.label is not None or turn == 0:
                verdicts[n] = verdict
        remains = [n for n, verdict in zip(left, found, strict=True) if verdict.label is None]
        spoken = find_language(lines[n].text for n in remains)
        if len(remains) == len(left) and spoken in (language, None):
            break
        left = remains
        if spoken not in (language, None):
            language = spoken
            blocks, lines = _read(blocks, language, packs)
            left = [n for n in left if lines[n].text]
    labels = structure([lines[n].form for n in left], [blocks[n].mark for n in left], [verdicts[n].title for n in left])
    for n, label in zip(left, labels, strict=True):
        verdicts[n] = verdicts[n]._replace(label=label)
    done = [block._replace(label=v.label, evidence=v.evidence) for block, v in zip(blocks, verdicts, strict=True)]
    if blocks and not left:
        notes.append("nothing but furniture was found: the text is empty")
    return article.replace(blocks=tuple(done), notes=(*article.notes, *notes))


def _read(blocks: Sequence[Block], language: str | None, packs: tuple[Pack, ...]) -> tuple[list[Block], list[Line]]:
    """The blocks without the furniture glued into them, and what each line says by itself."""
    matcher = matcher_for(language, packs)
    pieces = [cut(block, matcher, language) for block in blocks]
    return pieces, lines_of([b.text for b in pieces], matcher, language, [b.mark for b in pieces])


def _nothing_left(block: Block) -> tuple[Label, bool, tuple[Evidence, ...]]:
    """What a block was that a repair or a cut has left empty."""
    for edit in block.edits:
        if edit.label:
            return Label(edit.label), False, (Evidence(edit.rule),)
    return Label.OTHER, False, (Evidence("nothing-visible"),)


def _decide(
    lines: Sequence[Line], strictness: str, article: Article | None, blocks: Sequence[Block]
) -> tuple[list[Verdict], str]:
    """A verdict for each line, with no label for those that stay, and the guard's note."""
    if not lines:
        return [], ""
    document = Document(lines)
    rows = features_of(document)
    trees = builtin_trees()
    content = [trees["content"].probability(row) for row in rows]
    titles = [_title_chance(line, row, trees["title"]) for line, row in zip(lines, rows, strict=True)]
    keeps = [a + b for a, b in zip(content, titles, strict=True)]
    threshold = STAYS[strictness][document.dirty]
    states = [_state(*found, threshold) for found in zip(lines, content, titles, strict=True)]
    allowed, note = guard(document, [state not in ("content", "title") for state in states], keeps)
    captions = _captions(article, blocks, document) if article else set()
    verdicts = []
    for n, (line, state) in enumerate(zip(lines, states, strict=True)):
        if n in captions and (not line.rules):
            verdicts.append(Verdict(Label.CAPTION, evidence=(Evidence("glued-to-date"),)))
            continue
        if state in ("content", "title"):
            verdicts.append(Verdict(None, state == "title"))
            continue
        if not allowed[n]:
            verdicts.append(Verdict(None, evidence=(Evidence("no-evidence-against"),)))
            continue
        above = verdicts[-1].label if verdicts else None
        label = (
            metadata_label(line) if state == "metadata" else furniture_label(document, n, _place(document, n), above)
        )
        told = [Evidence(rule.id) for rule in line.rules if rule.label == label]
        beyond = evidence_against(document, n, keeps[n])
        extra = [Evidence(beyond)] if beyond not in ("", "rule") else []
        numbers = [(name, -weight) for name, weight in trees["content"].reasons(rows[n]) if weight < 0]
        reasons = [Evidence(name, round(weight, 2)) for name, weight in numbers[:3]]
        verdicts.append(Verdict(label, evidence=(*told[:2], *extra, *reasons)))
    return verdicts, note


def _title_chance(line: Line, row: Sequence[float], trees: Trees) -> float:
    """The chance of being the headline, for a line that could be one."""
    return trees.probability(row) if is_headline(line.form) or line.form.words <= TITLE else 0.0


def _state(line: Line, content: float, title: float, threshold: float) -> str:
    """The state of a line: a strong rule or a plain metadata pattern decides alone, else the model."""
    strong = next((rule for rule in line.rules if rule.strength == "strong"), None)
    if strong:
        if strong.label in CONTENT:
            return "content"
        return "metadata" if strong.label in METADATA else "furniture"
    if line.reading.label and content < SURE:
        return "metadata"
    if content + title > threshold:
        return "title" if title > content else "content"
    if line.reading.pieces or any(rule.label in METADATA for rule in line.rules):
        return "metadata"
    return "furniture"


def _place(document: Document, n: int) -> str:
    return "before" if n < document.start else "after" if n > document.end else "inside"


def _captions(article: Article, blocks: Sequence[Block], document: Document) -> set[int]:
    """Sentences glued to the date line above them, in a text whose paragraphs are parted by blank lines."""
    lines = document.lines
    gaps = [article.source[a.end : b.start].count("\n") for a, b in zip(blocks, blocks[1:], strict=False)]
    prose = [gap for gap, line in zip(gaps, lines[1:], strict=False) if line.kind in "ph"]
    if not prose or sum(gap >= 2 for gap in prose) * 3 < 2 * len(prose):
        return set()
    found = set()
    for n, gap in enumerate(gaps):
        alone = n + 1 >= len(gaps) or gaps[n + 1] >= 2
        form = lines[n + 1].form
        if gap == 1 and alone and lines[n].reading.label == Label.DATE and form.sentences == 1 and 3 < form.words < 40:
            found.add(n + 1)
    return found


def cut(block: Block, matcher: Matcher, language: str | None) -> Block:
    """The block without the furniture that is glued into it."""
    text = block.text
    spans: list[tuple[int, int, str, str]] = []
    for rule in matcher.cuts:
        span = rule.find(text)
        if span and not any(span[0] < b and a < span[1] for a, b, _, _ in spans):
            spans.append((*span, rule.id, rule.label))
    edits = [Edit(a, b, text[a:b], "", rule, label) for a, b, rule, label in sorted(spans)]
    block = block.edited(edits)
    text = block.text
    pieces = read_line(text, language).cuts
    return block.edited(Edit(p.start, p.end, text[p.start : p.end], "", p.rule, p.label) for p in pieces)


__all__ = ["FURNITURE", "cut", "decide", "matcher_for"]
