"""The decision in HTML mode: what of a page is the article, and a label for every block.

`newsclean.extract` gives every block clues. Blocks far from all that a witness keeps (`outside`) only get the label that the class names
around them suggest. The others are scored with boosted trees over their features (`html_features`), in two steps: a small first ensemble
settles the plain cases, a larger one the rest. Only blocks with a chance to stay are matched with the rules, which can then change the
score. What stays is named by its tag (heading, list item, quote); what goes by a strong rule, its metadata, or its class names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from newsclean.article import Article, Block, Evidence, Label
from newsclean.clues import DECLARED_ARTICLE, IS_TITLE, JSON_LD_ONLY, KICKER, LINK_DENSITY, OUTSIDE, clue
from newsclean.labels.html_features import box_of, feature_rows, with_line, word_scores
from newsclean.labels.lexicon import lexicon_for
from newsclean.labels.line import Line
from newsclean.labels.reasons import metadata_reason
from newsclean.labels.trees import builtin_trees, chance_of

MIN_CHANCE = {"careful": 0.35, "normal": 0.58, "strict": 0.7}  # chance of being article text from which a block stays
UNDECLARED_DISCOUNT = 0.18  # less is asked on a page that does not say that it is an article: it may be of any kind
# scores (logits) of the first trees outside of which the others are not asked: of the blocks of unseen publishers they would bring back 7 below
# (5 rightly, 1 wrongly) and remove 19 above (9 rightly, 4 wrongly)
REJECT_BELOW, ACCEPT_ABOVE = -1.9, 2.3
MATCH_ABOVE = -1.2  # score from which the rules are matched
MAX_KICKER = 80  # characters
MIN_KICKER_CLUE = 2.0  # the name of a kicker stands on the element or on one next to it
LEAD = 600  # characters of the longest lead
# what a tag says of a block that stays
MARKS = dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Label.HEADING)
MARKS |= {"li": Label.LIST_ITEM, "blockquote": Label.QUOTE, "tr": Label.LIST_ITEM}
MIN_LEAD = 40  # characters that a lead has more than
# the label that a clue suggests for a removed block; of clues with the same value, the first decides
CLUE_LABELS = {
    "newsletter": Label.NEWSLETTER,
    "ad": Label.AD,
    "share": Label.SHARE,
    "comment": Label.COMMENTS,
    "most-read": Label.MOST_READ,
    "related": Label.RELATED,
    "paywall": Label.PAYWALL,
    "consent": Label.CONSENT,
    "promo": Label.PROMO,
    "caption": Label.CAPTION,
    "in-figcaption": Label.CAPTION,
    "tags": Label.TAGS,
    "author": Label.BYLINE,
    "byline": Label.BYLINE,
    "date": Label.DATE,
    "nav": Label.NAV,
    "teaser": Label.RELATED,
    "legal": Label.LEGAL,
    "in-nav": Label.NAV,
    "in-footer": Label.LEGAL,
    "in-header": Label.NAV,
    "in-figure": Label.CAPTION,
    "footer": Label.LEGAL,
    "header": Label.NAV,
}
NO_NAME = "no-name"  # the evidence where no class name and no place suggests a label
_CLUE_ORDER = {name: n for n, name in enumerate((*CLUE_LABELS, NO_NAME))}
ONE_LINE = frozenset({Label.BYLINE, Label.DATE, Label.TAGS})  # labels of short lines
MAX_BYLINE = 80  # characters of a byline; a longer text in its place is about the author
MAX_LINE = 120  # characters of the texts that can have a label of `ONE_LINE`
CERTAIN = 30.0  # the score of a text that stands nowhere on the page but in the JSON-LD
MAX_FRAGMENT = 3  # blocks of a fragment that stays whole if nothing speaks against it
MIN_HEADLINE = 3  # words of a lone h1 that is the headline although the head has no such title
SPARE_ABOVE = -3.0  # score above which a block that nothing else speaks against may stay beside others
ARTICLE_WORDS = -1.5  # what words weigh under which they are surely an article's
FURNITURE_ITEM = 2.0  # what words weigh from which an item does not stay with its list
ITEMS = frozenset({"li", "tr", "dd", "dt"})
NEXT_TO = 2.0  # the class name stands on the element or on one next to it
_SUSPECT_NAMES = frozenset(CLUE_LABELS) - {"in-figure", "in-nav", "in-header", "in-footer", "in-figcaption"}
_SUSPECT_PLACES = frozenset(
    {
        "in-nav",
        "in-footer",
        "in-header",
        "in-figcaption",
        "in-form",
        "in-button",
        "in-aside",
        "in-dialog",
        "hidden",
        "popup",
    }
)
LINKED = 0.5  # link density from which the text of a fragment is taken for links
MOSTLY_LINKED = 0.8  # link density from which a removed block without a suggested label is related content
NO_ARTICLE = "no article was found on the page: the text is empty"
ReadLines = Callable[[Sequence[Block]], tuple[list[Block], list[Line]]]


class ScoredBlock(NamedTuple):
    """A block near the article.

    Attributes:
        block: The block, after cuts.
        line: Its line if the rules were matched.
        chance: The chance that it is article text.
        words: What its words weigh.
        is_suspect: Whether a class name, its place, links, a rule or metadata speak against it.
    """

    block: Block
    line: Line | None
    chance: float
    words: float = 0.0
    is_suspect: bool = True


def decide_page(article: Article, read_lines: ReadLines, strictness: str = "normal") -> Article:
    """Return the article with a label and its reasons on every block.

    Args:
        article: The article of a page, with the clues of its blocks.
        read_lines: Cuts furniture out of blocks, and returns the blocks and their lines with the rules that match.
        strictness: A key of `MIN_CHANCE`.
    """
    places = [n for n, block in enumerate(article.blocks) if block.clues is not None and not clue(block, OUTSIDE)]
    scored = _score_blocks([article.blocks[n] for n in places], article.language, read_lines)
    title = _find_title(scored, is_whole=len(scored) == len(article.blocks))
    min_chance = MIN_CHANCE[strictness] - (0.0 if _is_declared(scored) else UNDECLARED_DISCOUNT)
    likely = _with_neighbours(scored, [n != title and one.chance > min_chance for n, one in enumerate(scored)], title)
    copies = [title is not None and _repeats_title(one) for one in scored]
    kept = [is_likely and not is_copy for is_likely, is_copy in zip(likely, copies, strict=True)]
    if not any(kept) and _is_fragment(article.blocks, scored):
        kept = [True] * len(scored)
    labels = _content_labels(scored, kept, title)
    labelled = {
        at: _kept(one, labels[n]) if n in labels else _title_copy(one) if likely[n] else _removed(one)
        for n, (at, one) in enumerate(zip(places, scored, strict=True))
    }
    kicker = None if title is None else _find_kicker(article.blocks, places[title])
    if kicker is not None:
        labelled[kicker] = article.blocks[kicker]._replace(label=Label.KICKER, evidence=(Evidence(KICKER),))
    known: _KnownLabels = {}
    blocks = tuple(labelled.get(n) or _label_outside(block, known) for n, block in enumerate(article.blocks))
    done = article.replace(blocks=blocks)
    return done if any(kept) or not blocks else done.with_note(NO_ARTICLE)


def _score_blocks(blocks: Sequence[Block], language: str | None, read_lines: ReadLines) -> list[ScoredBlock]:
    """The blocks with their chance of being article text; only those that may stay are matched with the rules."""
    words = word_scores(blocks, lexicon_for(language))
    rows = feature_rows(blocks, words)
    scores = [_score(row) for row in rows]
    scored = [
        ScoredBlock(block, None, chance_of(score), one.logit)
        for block, score, one in zip(blocks, scores, words, strict=True)
    ]
    suspect = [_is_suspect(block) for block in blocks]
    for n, block in enumerate(blocks):
        if clue(block, JSON_LD_ONLY):
            scores[n] = CERTAIN
    matched = [n for n, score in enumerate(scores) if score > (MATCH_ABOVE if suspect[n] else SPARE_ABOVE)]
    cut_blocks, lines = read_lines([blocks[n] for n in matched])
    for n, block, line in zip(matched, cut_blocks, lines, strict=True):
        score = scores[n]
        has_reasons = bool(line.rules or line.metadata.label)
        if score < CERTAIN and (has_reasons or line.metadata.spans):
            score = _score(with_line(rows[n], line))
        is_suspect = suspect[n] or has_reasons or not block.text
        scored[n] = ScoredBlock(block, line, chance_of(score) if block.text else 0.0, line.words.logit, is_suspect)
    return scored


def _is_suspect(block: Block) -> bool:
    """Return True if the names, the place or the links of a block are those of furniture."""
    clues = block.clues or {}
    return (
        clues.get(LINK_DENSITY, 0.0) > LINKED
        or any(clues.get(name, 0.0) >= NEXT_TO for name in _SUSPECT_NAMES)
        or not _SUSPECT_PLACES.isdisjoint(clues)
    )


def _with_neighbours(scored: Sequence[ScoredBlock], likely: Sequence[bool], title: int | None) -> list[bool]:
    """What stays: the likely blocks, and those beside them that nothing but the score speaks against.

    These are items of a list, and rows of a table, below a block that stays or beside an item that does, unless they are words of furniture; and
    what surely reads like an article between likely blocks.
    """
    kept = [n for n, is_likely in enumerate(likely) if is_likely]
    if not kept:
        return list(likely)
    start = kept[0] if title is None else min(kept[0], title)
    boxes = [box_of(one.block) for one in scored]
    lists = {boxes[n] for n in kept if scored[n].block.mark in ITEMS}
    found: list[bool] = []
    for n, (one, box) in enumerate(zip(scored, boxes, strict=True)):
        stays = likely[n]
        if not stays and n != title and not one.is_suspect:
            is_between = start < n < kept[-1]
            if one.block.mark in ITEMS and (is_between or box in lists or (found and found[-1])):
                stays = one.words < FURNITURE_ITEM
            elif is_between:
                stays = one.words < ARTICLE_WORDS
        found.append(stays)
    return found


def _score(row: Sequence[float]) -> float:
    """The logit of being article text; plain cases are settled by the first trees."""
    trees = builtin_trees("html")
    score = trees["first"].score(row)
    return score + trees["rest"].score(row) if REJECT_BELOW <= score <= ACCEPT_ABOVE else score


def _is_declared(scored: Sequence[ScoredBlock]) -> bool:
    """Return True if the head of the page says that it is an article."""
    return any(clue(one.block, DECLARED_ARTICLE) for one in scored)


def _is_fragment(blocks: Sequence[Block], scored: Sequence[ScoredBlock]) -> bool:
    """Return True if nothing speaks against any block: no class name, no link, no rule, no metadata; in a longer fragment no words either."""
    if len(scored) != len(blocks):
        return False
    if not any(one.is_suspect or one.words > 0 for one in scored):
        return True
    return len(blocks) <= MAX_FRAGMENT and not any(
        CLUE_LABELS.keys() & (one.block.clues or {}).keys()
        or clue(one.block, LINK_DENSITY) > LINKED
        or (one.line is not None and (one.line.rules or one.line.metadata.label))
        for one in scored
    )


def _find_title(scored: Sequence[ScoredBlock], *, is_whole: bool) -> int | None:
    """The headline: the block that reads like a title of the page, an h1 or h2 before any other; else a lone h1.

    A lone h1 of few words is the headline in `<article>` or `<main>`, and in a fragment (`is_whole`); elsewhere it may name the site.
    """
    found = [n for n, one in enumerate(scored) if _repeats_title(one)]
    if not found:  # the head has no title, or one with the name of the site in it
        tops = [n for n, one in enumerate(scored) if one.block.mark == "h1" and one.block.text]
        if len(tops) == 1 and (is_whole or _may_be_lone_headline(scored[tops[0]].block)):
            return tops[0]
        return next((n for n in tops if clue(scored[n].block, IS_TITLE) > 0.0), None)
    headings = [n for n in found if scored[n].block.mark in ("h1", "h2")] or found
    return next((n for n in headings if scored[n].block.mark == "h1"), headings[0])


def _may_be_lone_headline(block: Block) -> bool:
    is_long = block.text.count(" ") + 1 >= MIN_HEADLINE
    return is_long or any(clue(block, place) for place in ("in-article", "in-main"))


def _repeats_title(scored: ScoredBlock) -> bool:
    """Return True if a block reads exactly like a title of the page."""
    return clue(scored.block, IS_TITLE) == 1.0


def _find_kicker(blocks: Sequence[Block], title: int) -> int | None:
    """The short line right above the headline whose class name is that of a kicker."""
    if not title or blocks[title].mark != "h1":
        return None
    above = blocks[title - 1]
    is_kicker = clue(above, KICKER) >= MIN_KICKER_CLUE and 0 < len(above.text) <= MAX_KICKER
    return title - 1 if is_kicker else None


def _content_labels(scored: Sequence[ScoredBlock], kept: Sequence[bool], title: int | None) -> dict[int, Label]:
    """The labels of what stays, by index: title, lead, headings, list items, quotes, paragraphs."""
    labels: dict[int, Label] = {}
    for n, one in enumerate(scored):
        if n == title:
            labels[n] = Label.TITLE
        elif kept[n]:
            labels[n] = MARKS.get(one.block.mark, Label.PARAGRAPH)
    content = [n for n in labels if n != title]
    if title is not None and len(content) > 1 and title < content[0]:
        size = len(scored[content[0]].block.text)
        if labels[content[0]] == Label.PARAGRAPH and MIN_LEAD < size <= LEAD:
            labels[content[0]] = Label.LEAD
    return labels


def _kept(scored: ScoredBlock, label: Label) -> Block:
    return scored.block._replace(label=label, evidence=(Evidence("markup", round(scored.chance, 2)),))


def _title_copy(scored: ScoredBlock) -> Block:
    return scored.block._replace(label=Label.DUPLICATE, evidence=(Evidence(IS_TITLE),))


def _removed(scored: ScoredBlock) -> Block:
    """A block near the article that goes, with its label: of a strong rule, its metadata, or its clues."""
    block, line = scored.block, scored.line
    markup = Evidence("markup", round(scored.chance - 1, 2))
    if line is not None:
        strong = next((rule for rule in line.rules if rule.strength == "strong"), None)
        if strong:
            return block._replace(label=Label(strong.label), evidence=(Evidence(strong.id), markup))
        if line.metadata.label:
            label = Label(line.metadata.label)
            return block._replace(label=label, evidence=(*metadata_reason(line, label), markup))
    label, name = _suggested_label(block)
    return block._replace(label=label, evidence=(Evidence(name), markup))


_KnownLabels = dict[tuple[int, bool, bool], tuple[Label, tuple[Evidence, ...]]]


def _label_outside(block: Block, known: _KnownLabels) -> Block:
    """A block far from the article with its label; blocks of one element share their clues, and so the label in `known`."""
    size = len(block.text)
    key = (id(block.clues), size > MAX_BYLINE, size > MAX_LINE)
    found = known.get(key)
    if found is None or not size:
        label, name = _suggested_label(block)
        found = label, (Evidence(OUTSIDE), Evidence(name))
        if size:
            known[key] = found
    return block._replace(label=found[0], evidence=found[1])


def _suggested_label(block: Block) -> tuple[Label, str]:
    """The label that the names and places around a block suggest, and the clue that decided."""
    if not block.text:
        for edit in block.edits:
            if edit.label:
                return Label(edit.label), edit.rule
    clues: Mapping[str, float] = block.clues or {}
    best, decisive, highest = Label.OTHER, NO_NAME, 0.0
    for name, value in clues.items():
        if name in CLUE_LABELS and value >= highest:
            label = CLUE_LABELS[name]
            if label in ONE_LINE and len(block.text) > MAX_LINE:
                continue
            if value > highest or _CLUE_ORDER[name] < _CLUE_ORDER[decisive]:
                best, decisive, highest = label, name, value
    if best == Label.BYLINE and len(block.text) > MAX_BYLINE:
        return Label.AUTHOR_BIO, decisive
    if best is Label.OTHER and clues.get(LINK_DENSITY, 0.0) > MOSTLY_LINKED:
        return Label.RELATED, LINK_DENSITY
    return best, decisive
