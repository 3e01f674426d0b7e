"""One decision for every block: glued furniture cut out, lines judged until the text stands, parts of the article named."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsclean.article import CONTENT, Article, Block, Evidence, Label
from newsclean.edits import Edit
from newsclean.labels.form import is_prose
from newsclean.labels.lines import Line, line_of
from newsclean.labels.markup import decide_page
from newsclean.labels.matching import Matcher, matcher_for
from newsclean.labels.rules import Pack
from newsclean.labels.structure import structure
from newsclean.labels.verdicts import Verdict, judge
from newsclean.language import find_language
from newsclean.mending.copies import copies
from newsclean.metadata import Reading, read_line

ROUNDS = 5  # times that what is left is looked at again; a text settles in two
HEADLINES = frozenset({Label.TITLE, Label.KICKER})
EMPTY = "nothing but furniture was found: the text is empty"


def decide(article: Article, packs: tuple[Pack, ...] = (), strictness: str = "normal") -> Article:
    """The article with a label and its reasons on every block, and furniture inside paragraphs cut out.

    >>> from newsclean.reading import read_text
    >>> [str(block.label) for block in decide(read_text("Le conseil a voté le budget de la ville.\\nPartager")).blocks]
    ['paragraph', 'share']
    """
    language = article.language
    if article.kind == "html":
        return _page_uncopied(decide_page(article, lambda blocks: _read(blocks, language, packs), strictness))
    blocks, lines = _read(article.blocks, language, packs)
    verdicts = [Verdict(None) if line.text else _emptied(block) for line, block in zip(lines, blocks, strict=True)]
    left = [n for n, line in enumerate(lines) if line.text]
    for n in _captions(article, blocks, lines):
        verdicts[n] = Verdict(Label.CAPTION, evidence=(Evidence("glued-to-date"),))
    left = [n for n in left if verdicts[n].label is None]
    notes: list[str] = []
    # what is left is judged again as a text of its own, until it stands: so cleaning twice is cleaning once
    for turn in range(ROUNDS):
        found, note = judge([lines[n] for n in left], strictness)
        found = _uncopied([lines[n] for n in left], found)
        if note and turn == 0:
            notes.append(note)
        for n, verdict in zip(left, found, strict=True):
            if verdict.label is not None or turn == 0:
                verdicts[n] = verdict
        remains = [n for n, verdict in zip(left, found, strict=True) if verdict.label is None]
        spoken = language
        if len(remains) < len(left) or turn == 0:
            spoken = find_language(lines[n].text for n in remains) or language
        if len(remains) == len(left) and spoken == language:
            break
        left = remains
        if spoken != language:
            language = spoken
            blocks, lines = _read(blocks, language, packs)
            left = [n for n in left if lines[n].text]
    return _named(article, blocks, lines, verdicts, left, notes)


def _uncopied(lines: Sequence[Line], verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts, where what merely repeats another line that stays is a duplicate."""
    done = list(verdicts)
    where = copies([line.text for line in lines])
    for n, first in enumerate(where):
        seen = {n}
        while first >= 0 and where[first] >= 0 and first not in seen:
            seen.add(first)
            first = where[first]
        if first >= 0 and first != n and done[n].label is None and done[first].label is None:
            done[n] = Verdict(Label.DUPLICATE, evidence=(Evidence("copy"),))
    return done


def _page_uncopied(article: Article) -> Article:
    """The article of a page, where what merely repeats another block that stays is a duplicate."""
    kept = [n for n, block in enumerate(article.blocks) if block.label in CONTENT and block.label not in HEADLINES]
    blocks = list(article.blocks)
    for place, first in enumerate(copies([blocks[n].text for n in kept])):
        if first >= 0 and blocks[kept[first]].label in CONTENT:
            blocks[kept[place]] = blocks[kept[place]]._replace(label=Label.DUPLICATE, evidence=(Evidence("copy"),))
    return article.replace(blocks=tuple(blocks))


def _listed(article: Article, blocks: Sequence[Block], left: Sequence[int], labels: Sequence[Label]) -> list[Label]:
    """The labels, where lines that stand together in a text whose paragraphs are parted by blank lines are a list."""
    done = list(labels)
    gaps = [article.source[blocks[a].end : blocks[b].start].count("\n") if b == a + 1 else 2 for a, b in pairwise(left)]
    if 3 * sum(gap >= 2 for gap in gaps) < 2 * len(gaps) or Label.PARAGRAPH not in done:
        return done
    for n in range(done.index(Label.PARAGRAPH) + 1, len(gaps)):
        if gaps[n] == 1 and done[n] not in HEADLINES and done[n + 1] not in HEADLINES:
            done[n] = done[n + 1] = Label.LIST_ITEM
    return done


def _named(
    article: Article,
    blocks: Sequence[Block],
    lines: Sequence[Line],
    verdicts: list[Verdict],
    left: Sequence[int],
    notes: list[str],
) -> Article:
    """The article with the labels, those of its own parts too."""
    parted = [b - a > 1 for a, b in pairwise((*left, len(lines)))]
    labels = structure(
        [lines[n].form for n in left], [blocks[n].mark for n in left], [verdicts[n].title for n in left], parted
    )
    for n, label in zip(left, _listed(article, blocks, left, labels), strict=True):
        verdicts[n] = verdicts[n]._replace(label=label)
    if blocks and not left:
        notes.append(EMPTY)
    done = tuple(block._replace(label=v.label, evidence=v.evidence) for block, v in zip(blocks, verdicts, strict=True))
    return article.replace(blocks=done, notes=(*article.notes, *notes))


def _read(blocks: Sequence[Block], language: str | None, packs: tuple[Pack, ...]) -> tuple[list[Block], list[Line]]:
    """The blocks without the furniture glued into them, and what each line says by itself."""
    matcher = matcher_for(language, packs)
    pieces, lines = [], []
    known: dict[str, Line] = {}
    for block in blocks:
        line = known.get(block.text)
        piece = block
        if line is None or line.mark != block.mark:
            piece, reading = _cut(block, matcher, language)
            line = line_of(piece.text, reading, matcher, piece.mark)
            if piece is block:
                known[block.text] = line
        pieces.append(piece)
        lines.append(line)
    return pieces, lines


def _cut(block: Block, matcher: Matcher, language: str | None) -> tuple[Block, Reading]:
    """The block without the furniture that is glued into it, and what its metadata are."""
    text = block.text
    found = matcher.find_cuts(text)
    if found:
        reading = read_line(text, language)
        if reading.label:  # the whole line is metadata: nothing in it is glued
            return block, reading
        block = block.edited(Edit(a, b, text[a:b], "", rule.id, rule.label) for a, b, rule in found)
        text = block.text
    reading = read_line(text, language)
    if not reading.cuts:
        return block, reading
    block = block.edited(Edit(p.start, p.end, text[p.start : p.end], "", p.rule, p.label) for p in reading.cuts)
    return block, read_line(block.text, language)


def _emptied(block: Block) -> Verdict:
    """What a block was that a repair or a cut has left empty."""
    for edit in block.edits:
        if edit.label:
            return Verdict(Label(edit.label), evidence=(Evidence(edit.rule),))
    return Verdict(Label.OTHER, evidence=(Evidence("nothing-visible"),))


def _captions(article: Article, blocks: Sequence[Block], lines: Sequence[Line]) -> list[int]:
    """Sentences glued to the date line above them, in a text whose paragraphs are parted by blank lines."""
    dated = [n for n, line in enumerate(lines[:-1]) if line.reading.label == Label.DATE]
    if not dated or article.kind != "text":
        return []
    gaps = [article.source[a.end : b.start].count("\n") for a, b in pairwise(blocks)]
    parted = [gap >= 2 for gap, line in zip(gaps, lines[1:], strict=True) if line.kind in "ph"]
    if 3 * sum(parted) < 2 * len(parted):
        return []
    return [n + 1 for n in dated if gaps[n] == 1 and gaps[n + 1 :][:1] != [1] and _captioned(lines[n + 1])]


def _captioned(line: Line) -> bool:
    form = line.form
    return form.sentences == 1 and 3 < form.words < 40 and not line.rules and (is_prose(form) or form.end == ".")
