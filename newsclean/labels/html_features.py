"""The features of a block for the model of HTML mode: its clues, the form and the words of its text and its neighbours', and its rules.

What the words of a block weigh (`labels/lexicon.py`) tells furniture from short lines of an article in any genre; the means over the blocks
beside it and in its element tell a list of an article from a menu. `FEATURES` are the columns of the model in their order; `labels/html.json` has the same names, and a test compares them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from operator import itemgetter

from newsclean.article import Block
from newsclean.clues import MODEL_CLUES
from newsclean.labels.features import CASE_ORDER, END_ORDER
from newsclean.labels.form import Form, form_of, is_prose
from newsclean.labels.lexicon import READ, Lexicon, WordScore
from newsclean.labels.line import Line
from newsclean.normal_forms import fold, undecorated

FORM_FEATURES = (
    "words",
    "length",  # characters
    "end",  # the kind of the last character, in the order of `END_ORDER`
    "sentences",
    "bullet",  # 1 if the text begins with a bullet
    "case",  # how words begin, in the order of `CASE_ORDER`
    "digit-share",  # of the characters
    "prose",  # 1 if it reads like a paragraph
    "colon",  # 1 if there is a colon near the beginning
    "copy",  # 1 if a block above has the same text
    "place",  # share of the characters of all blocks that stand above
    "end-1",  # of the block above
    "words-1",
    "words+1",  # of the block below
    "end+1",
)
OWN_WORD_FEATURES = (
    "words-weigh",  # what its words weigh: over 0 they are furniture's, under 0 an article's
    "words-known",  # share of its terms that the lexicon knows
    "first-words-weigh",
    "last-words-weigh",
    "unquoted-words-weigh",  # of what stands outside quotation marks
)
WORD_FEATURES = (
    "words-weigh-1",  # of the block above
    "words-weigh+1",  # of the block below
    "words-weigh-near",  # mean of the blocks up to `NEAR` above and below
    "words-weigh-box1",  # mean of the other blocks in the element around its own
    "words-weigh-box2",  # the same one element further out
    "words-weigh-page",  # mean of all blocks
)
RULE_FEATURES = (
    "strong-rule",  # the highest number (`place_of_label`) of the labels for which strong rules matched, 0 if none did
    "weak-rule",  # the same for weak rules
    "metadata",  # 1 if the line is metadata
    "metadata-pieces",  # spans of metadata in the line
)
FEATURES = (*MODEL_CLUES, *FORM_FEATURES, *WORD_FEATURES, *OWN_WORD_FEATURES, *RULE_FEATURES)
NEAR = 3  # blocks
HEAVIEST = 4.0  # a block counts as no more, or less, in a mean
COLON_WITHIN = 25  # characters of the beginning that are searched for a colon
_CLUE_VALUES, _NO_CLUES = itemgetter(*MODEL_CLUES), dict.fromkeys(MODEL_CLUES, 0.0)
_NO_RULES = (0.0,) * len(RULE_FEATURES)
_NO_FORM = form_of("")
# clues of the elements around a block: blocks that share them stand in the same element
_BOXES = {n: ("depth", f"box{n}-chars", f"box{n}-pieces", f"box{n}-linked") for n in (1, 2)}


def word_scores(blocks: Sequence[Block], lexicon: Lexicon) -> list[WordScore]:
    """Return what the words of each block weigh."""
    return [lexicon.score(fold(undecorated(block.text[:READ]))) for block in blocks]


def feature_rows(blocks: Sequence[Block], words: Sequence[WordScore]) -> list[list[float]]:
    """Return the features of each block, in the order of `FEATURES`.

    The `RULE_FEATURES` are 0 until `with_line` fills them in: matching rules is slow, and most blocks are rejected before.

    Args:
        blocks: The blocks near the article, in order.
        words: What the words of each block weigh.

    >>> block = Block(0, 9, "Un titre.", "Un titre.", clues={})
    >>> [row[FEATURES.index("words")] for row in feature_rows([block], [WordScore(0.0)])]
    [2]
    """
    forms = [form_of(block.text) for block in blocks]
    total = sum(form.length for form in forms) or 1
    seen: set[str] = set()
    rows: list[list[float]] = []
    at, last = 0, len(blocks) - 1
    around = _word_features(blocks, words)
    for n, (block, form) in enumerate(zip(blocks, forms, strict=True)):
        above = forms[n - 1] if n else _NO_FORM
        below = forms[n + 1] if n < last else _NO_FORM
        row = list(_CLUE_VALUES({**_NO_CLUES, **(block.clues or {})}))
        row += _form_features(form, block.text)
        row += (block.text in seen, at / total, END_ORDER[above.end], above.words, below.words, END_ORDER[below.end])
        row += around[n]
        row += words[n]
        row += _NO_RULES
        rows.append(row)
        seen.add(block.text)
        at += form.length
    return rows


def _word_features(blocks: Sequence[Block], words: Sequence[WordScore]) -> list[tuple[float, ...]]:
    """Return the `WORD_FEATURES` of each block; a mean of nothing is 0."""
    weights = [max(-HEAVIEST, min(HEAVIEST, one.logit)) for one in words]
    sums = list(accumulate(weights, initial=0.0))
    boxes: list[list[float]] = []
    for out in (1, 2):
        keys = [box_of(block, out) for block in blocks]
        held: dict[tuple[float | None, ...], list[float]] = {}
        for key, weight in zip(keys, weights, strict=True):
            held.setdefault(key, []).append(weight)
        found = {key: (sum(own), len(own)) for key, own in held.items()}
        boxes.append([_mean_of_others(*found[key], weight) for key, weight in zip(keys, weights, strict=True)])
    count = len(weights)
    rows: list[tuple[float, ...]] = []
    for n, weight in enumerate(weights):
        start, stop = max(0, n - NEAR), min(count, n + NEAR + 1)
        near = _mean_of_others(sums[stop] - sums[start], stop - start, weight)
        above, below = weights[n - 1] if n else 0.0, weights[n + 1] if n + 1 < count else 0.0
        rows.append((above, below, near, boxes[0][n], boxes[1][n], sums[-1] / count))
    return rows


def box_of(block: Block, out: int = 1) -> tuple[float | None, ...]:
    """Return what tells the element around a block's own, or the one further `out`, from others: its level and what it holds."""
    return tuple(map((block.clues or {}).get, _BOXES[out]))


def _mean_of_others(total: float, count: int, own: float) -> float:
    return (total - own) / (count - 1) if count > 1 else 0.0


def _form_features(form: Form, text: str) -> tuple[float, ...]:
    """The features of the text itself: the first nine of `FORM_FEATURES`."""
    digits = form.digits / form.length if form.length else 0.0
    return (
        *(form.words, form.length, END_ORDER[form.end], form.sentences, form.bullet, CASE_ORDER[form.case]),
        *(digits, is_prose(form), ":" in text[:COLON_WITHIN]),
    )


def with_line(row: Sequence[float], line: Line) -> list[float]:
    """Return the features of a block, with those of its line filled in: its words after cuts, its rules and its metadata."""
    is_metadata = 1.0 if line.metadata.label else 0.0
    return [
        *row[: -len(OWN_WORD_FEATURES) - len(RULE_FEATURES)],
        *line.words,
        *(line.strong, line.weak, is_metadata, len(line.metadata.spans)),
    ]
