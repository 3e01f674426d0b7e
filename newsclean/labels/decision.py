"""One decision for every block, from all the evidence; the guard has the last word."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from newsclean.article import CONTENT, FURNITURE, METADATA, Article, Block, Evidence, Label
from newsclean.edits import Edit
from newsclean.labels.form import Form, form_of, is_prose
from newsclean.labels.rules import Matcher, Pack, Rule, builtin, spoken_for
from newsclean.labels.structure import structure
from newsclean.metadata import Reading, read_line


@functools.lru_cache(maxsize=64)
def matcher_for(language: str | None, packs: tuple[Pack, ...]) -> Matcher:
    """The matcher of a language, with packs of the caller's."""
    rules = spoken_for(builtin(), language) + [rule for pack in packs for rule in pack.rules]
    return Matcher(rules)


def decide(article: Article, packs: tuple[Pack, ...] = ()) -> Article:
    """The article with a label and its reasons on every block, and furniture inside paragraphs cut out."""
    matcher = matcher_for(article.language, packs)
    blocks = [_cut(block, matcher, article.language) for block in article.blocks]
    forms = [form_of(block.text) for block in blocks]
    found = [_evident(block, matcher, article.language) for block in blocks]
    _captions(article, blocks, forms, found)
    _weak(blocks, matcher, forms, found)
    content = [n for n, (label, _) in enumerate(found) if label is None]
    labels = structure([forms[n] for n in content], [blocks[n].mark for n in content], opens=True)
    for n, label in zip(content, labels, strict=True):
        found[n] = (label, found[n][1])
    done = (block._replace(label=label, evidence=why) for block, (label, why) in zip(blocks, found, strict=True))
    return article.replace(blocks=tuple(done))


Found = list[tuple[Label | None, tuple[Evidence, ...]]]


def _evident(block: Block, matcher: Matcher, language: str | None) -> tuple[Label | None, tuple[Evidence, ...]]:
    if not block.text:
        return Label.OTHER, (Evidence("empty"),)
    strong = [rule for rule in matcher.match(block.text) if rule.strength == "strong"]
    if strong:
        return strong[0].label, tuple(Evidence(rule.id) for rule in strong)
    reading = read_line(block.text, language)
    if reading.label:
        return Label(reading.label), (Evidence(f"metadata.{reading.label}"),)
    return None, ()


def _captions(article: Article, blocks: Sequence[Block], forms: Sequence[Form], found: Found) -> None:
    """A sentence glued to the date line above it, in a text whose paragraphs are parted by blank lines, is a caption."""
    gaps = [article.source[a.end : b.start].count("\n") for a, b in zip(blocks, blocks[1:], strict=False)]
    if sum(gap >= 2 for gap in gaps) * 3 < 2 * len(gaps):
        return
    for n, gap in enumerate(gaps):
        glued = gap == 1 and (n + 1 >= len(gaps) or gaps[n + 1] >= 2)
        form = forms[n + 1]
        if glued and found[n][0] == Label.DATE and found[n + 1][0] is None and form.sentences == 1 and form.length < 200:
            found[n + 1] = (Label.CAPTION, (Evidence("glued-to-date"),))


def _weak(blocks: Sequence[Block], matcher: Matcher, forms: Sequence[Form], found: Found) -> None:
    """Words that are furniture only beside other furniture."""
    for n, block in enumerate(blocks):
        if found[n][0] is not None or is_prose(forms[n]):
            continue
        weak = [rule for rule in matcher.match(block.text) if rule.strength == "weak"]
        beside = [found[k][0] for k in (n - 1, n + 1) if 0 <= k < len(found)]
        if weak and any(label in FURNITURE or label in METADATA for label in beside):
            found[n] = (weak[0].label, (*(Evidence(rule.id) for rule in weak), Evidence("beside-furniture")))


def _cut(block: Block, matcher: Matcher, language: str | None) -> Block:
    """The block without the furniture that is glued into it."""
    edits = [Edit(*span, block.text[slice(*span)], "", rule.id, rule.label) for rule, span in _cuts(block.text, matcher)]
    block = block.edited(edits)
    reading: Reading = read_line(block.text, language)
    if reading.label or not reading.cuts:
        return block
    text = block.text
    pieces = [Edit(p.start, p.end, text[p.start : p.end], "", p.rule, Label(p.label)) for p in reading.cuts]
    return block.edited(pieces)


def _cuts(text: str, matcher: Matcher) -> list[tuple[Rule, tuple[int, int]]]:
    spans: list[tuple[Rule, tuple[int, int]]] = []
    for rule in matcher.cuts:
        span = rule.find(text)
        if span and not any(span[0] < b and a < span[1] for _, (a, b) in spans):
            spans.append((rule, span))
    return sorted(spans, key=lambda found: found[1])


__all__ = ["CONTENT", "decide", "matcher_for"]
