"""One decision for every block: glued furniture cut out, lines judged until the text stands, parts of the article named."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import overload

from newsclean.article import CONTENT, Article, Block, Evidence, Label
from newsclean.labels.form import is_prose
from newsclean.labels.inline_cuts import read_blocks
from newsclean.labels.lines import Line
from newsclean.labels.region_features import Place
from newsclean.labels.structure import structure
from newsclean.labels.verdicts import TEXT, Judgement, Verdict, fated, judge, labelled, reasoned
from newsclean.language import find_language
from newsclean.mending.copies import find_copies
from newsclean.rules.pack import Pack
from newsclean.rules.rule import LEARNED_PREFIX
from newsclean.vocabulary import Detail

ROUNDS = 5  # times that what is left is looked at again; a text settles in two
HEADLINES = frozenset({Label.TITLE, Label.KICKER})
POST, POSTED = 3, 300  # lines of a quoted post above its signature; characters of the longest
COPIED = 3  # words of the longest line that is never taken for a copy of a caption
ITEM = 24  # words of the longest list item without a bullet
STAYING = {label: Verdict(label) for label in CONTENT}
EMPTY = "nothing but furniture was found: the text is empty"
Tell = Callable[[Judgement, Sequence[Place]], list[Verdict]]
# how much is found out about what goes: only that it does, its label too, or also the reasons for it
TELLERS: Mapping[Detail, Tell] = {Detail.KEEP: fated, Detail.LABELS: labelled, Detail.EVIDENCE: reasoned}


def decide(
    article: Article,
    packs: tuple[Pack, ...] = (),
    strictness: str = "normal",
    spared: frozenset[Label] = frozenset(),
    detail: Detail = Detail.EVIDENCE,
) -> Article:
    """The article with a label and its reasons on every block, and furniture inside paragraphs cut out but for spared labels.

    `detail` is how much is found out about removed lines.

    >>> from newsclean.reading import read_text
    >>> [str(block.label) for block in decide(read_text("Le conseil a voté le budget de la ville.\\nPartager")).blocks]
    ['paragraph', 'share']
    """
    language, tell = article.language, TELLERS[detail]
    if article.kind == "html":
        from newsclean.labels.page_decision import decide_page

        return _page_uncopied(
            decide_page(article, lambda blocks: read_blocks(blocks, language, packs, spared), strictness)
        )
    blocks, lines = read_blocks(article.blocks, language, packs, spared)
    verdicts = [TEXT if line.text else _emptied(block) for line, block in zip(lines, blocks, strict=True)]
    left = [n for n, line in enumerate(lines) if line.text]
    for n in _captions(article, blocks, lines):
        verdicts[n] = Verdict(Label.CAPTION, evidence=(Evidence("glued-to-date"),))
    left = [n for n in left if verdicts[n].label is None]
    notes: list[str] = []
    for n, verdict in _learned(article, lines, left, strictness, tell).items():
        verdicts[n] = verdict
    left = [n for n in left if verdicts[n].label is None]
    # what is left is judged again as a text of its own, until it stands: so cleaning twice is cleaning once
    for turn in range(ROUNDS):
        if not left:
            break
        judged = judge([lines[n] for n in left], strictness)
        found = _uncopied([lines[n] for n in left], tell(judged, Places(article, left)))
        if judged.note and turn == 0:
            notes.append(judged.note)
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
            blocks, lines = read_blocks(blocks, language, packs, spared)
            left = [n for n in left if lines[n].text]
    return _named(article, blocks, lines, verdicts, left, notes)


def _learned(
    article: Article, lines: Sequence[Line], left: Sequence[int], strictness: str, tell: Tell
) -> dict[int, Verdict]:
    """What a profile knows, and the short lines that are furniture beside it; prose is judged without, which is none the dirtier for it."""
    known = {n: rule for n in left for rule in lines[n].rules[::-1] if rule.id.startswith(LEARNED_PREFIX)}
    if not known:
        return {}
    found = tell(judge([lines[n] for n in left], strictness), Places(article, left))
    gone = {n: verdict for n, verdict in zip(left, found, strict=True) if verdict.label and not lines[n].prose}
    return gone | {n: Verdict(rule.label, evidence=(Evidence(rule.id),)) for n, rule in known.items()}


@dataclass(frozen=True)
class Places(Sequence[Place]):
    """Where the blocks of these numbers stand in the source, found out when it is asked for."""

    article: Article
    left: Sequence[int]

    def __len__(self) -> int:
        return len(self.left)

    @overload
    def __getitem__(self, at: int) -> Place: ...
    @overload
    def __getitem__(self, at: slice) -> list[Place]: ...
    def __getitem__(self, at: int | slice) -> Place | list[Place]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        n, blocks = self.left[at], self.article.blocks
        gap = self.article.source[blocks[n - 1].end if n else 0 : blocks[n].start]
        return Place(len(gap) - 1 - max(gap.rfind("\n"), gap.rfind("\r")), gap.count("\n") > 1)


def _uncopied(lines: Sequence[Line], verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts, where what merely repeats another line that stays is a duplicate."""
    done = list(verdicts)
    where = find_copies([line.text for line in lines])
    for n, first in enumerate(where):
        seen = {n}
        while first >= 0 and where[first] >= 0 and first not in seen:
            seen.add(first)
            first = where[first]
        if first >= 0 and first != n and done[n].label is None and done[first].label is None:
            done[n] = Verdict(Label.DUPLICATE, evidence=(Evidence("copy"),))
    for n, verdict in enumerate(done):
        if verdict.label is None and _captions_copy(lines, done, n):
            done[n] = Verdict(Label.DUPLICATE, evidence=(Evidence("copy-of-caption"),))
    return done


def _captions_copy(lines: Sequence[Line], verdicts: Sequence[Verdict], n: int) -> bool:
    """Does the line repeat the caption above it, without its credit?"""
    key = lines[n].key
    return lines[n].form.words > COPIED and any(
        verdicts[m].label == Label.CAPTION and lines[m].key.startswith(key) for m in range(max(0, n - 2), n)
    )


def _page_uncopied(article: Article) -> Article:
    """The article of a page, where what merely repeats another block that stays is a duplicate."""
    kept = [n for n, block in enumerate(article.blocks) if block.label in CONTENT and block.label not in HEADLINES]
    blocks = list(article.blocks)
    for place, first in enumerate(find_copies([blocks[n].text for n in kept])):
        if first >= 0 and blocks[kept[first]].label in CONTENT:
            blocks[kept[place]] = blocks[kept[place]]._replace(label=Label.DUPLICATE, evidence=(Evidence("copy"),))
    return article.replace(blocks=tuple(blocks))


def _is_item(line: Line) -> bool:
    """Can the line be one of a list: no paragraph of several sentences, no piece of one?"""
    return line.form.bullet or (
        line.form.sentences == 1 and line.form.words <= ITEM and line.form.end not in (",", ":")
    )


def _listed(
    article: Article, blocks: Sequence[Block], lines: Sequence[Line], left: Sequence[int], labels: Sequence[Label]
) -> list[Label]:
    """The labels, where lines that stand together in a text whose paragraphs are parted by blank lines are a list."""
    done = list(labels)
    gaps = [article.source[blocks[a].end : blocks[b].start].count("\n") if b == a + 1 else 2 for a, b in pairwise(left)]
    if 3 * sum(gap >= 2 for gap in gaps) < 2 * len(gaps) or Label.PARAGRAPH not in done:
        return done
    told = {*HEADLINES, Label.QUOTE, Label.LEAD}
    for n in range(done.index(Label.PARAGRAPH) + 1, len(gaps)):
        both = (left[n], left[n + 1])
        if gaps[n] == 1 and not told & {done[n], done[n + 1]} and all(_is_item(lines[k]) for k in both):
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
        [lines[n].text for n in left],
        [lines[n].form for n in left],
        _marks(blocks, lines, left),
        [verdicts[n].title for n in left],
        parted,
    )
    for n, label in zip(left, _listed(article, blocks, lines, left, labels), strict=True):
        verdicts[n] = verdicts[n]._replace(label=label) if verdicts[n].evidence else STAYING[label]
    if blocks and not left:
        notes.append(EMPTY)
    done = tuple([block.with_label(v.label, v.evidence) for block, v in zip(blocks, verdicts, strict=True)])
    return article.replace(blocks=done, notes=(*article.notes, *notes))


def _marks(blocks: Sequence[Block], lines: Sequence[Line], left: Sequence[int]) -> list[str]:
    """What the markup, or a signature under a quoted post, says of the lines that stay."""
    marks = [blocks[n].mark for n in left]
    for k, n in enumerate(left):
        if any(rule.label == Label.QUOTE for rule in lines[n].rules):
            first = k - POST
            while first < k and not _posted(lines[left[max(0, first)]], k - first):
                first += 1
            marks[max(0, first) : k + 1] = ["blockquote"] * (k + 1 - max(0, first))
    return marks


def _posted(line: Line, above: int) -> bool:
    """Can the line be part of a post signed so many lines below it?"""
    return line.form.length <= POSTED and (above == 1 or any(mark in line.text for mark in ("#", "@", "://")))


def _emptied(block: Block) -> Verdict:
    """What a block was that a repair or a cut has left empty."""
    for edit in block.edits:
        if edit.label:
            return Verdict(Label(edit.label), evidence=(Evidence(edit.rule),))
    return Verdict(Label.OTHER, evidence=(Evidence("nothing-visible"),))


def _captions(article: Article, blocks: Sequence[Block], lines: Sequence[Line]) -> list[int]:
    """Sentences glued to the date line above them, in a text whose paragraphs are parted by blank lines."""
    dated = [n for n, line in enumerate(lines[:-1]) if line.metadata.label == Label.DATE]
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
