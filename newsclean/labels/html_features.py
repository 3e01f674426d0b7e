"""The features of a block for the model of HTML mode: its clues, the form of its text and its neighbours', and its rules.

`FEATURES` are the columns of the model in their order; `labels/html.json` has the same names, and a test compares them.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from newsclean.article import Block
from newsclean.clues import MODEL_CLUES
from newsclean.labels.features import CASE_ORDER, END_ORDER
from newsclean.labels.form import Form, form_of, is_prose
from newsclean.labels.line import Line, place_of_label

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
RULE_FEATURES = (
    "strong-rule",  # the highest number (`place_of_label`) of the labels for which strong rules matched, 0 if none did
    "weak-rule",  # the same for weak rules
    "metadata",  # 1 if the line is metadata
    "metadata-pieces",  # spans of metadata in the line
)
FEATURES = (*MODEL_CLUES, *FORM_FEATURES, *RULE_FEATURES)
COLON_WITHIN = 25  # characters of the beginning that are searched for a colon
_CLUE_VALUES, _NO_CLUES = itemgetter(*MODEL_CLUES), dict.fromkeys(MODEL_CLUES, 0.0)
_NO_RULES = (0.0,) * len(RULE_FEATURES)
_NO_FORM = form_of("")


def feature_rows(blocks: Sequence[Block]) -> list[list[float]]:
    """Return the features of each block, in the order of `FEATURES`.

    The `RULE_FEATURES` are 0 until `with_rule_features` fills them in: matching rules is slow, and most blocks are rejected before.

    Args:
        blocks: The blocks near the article, in order.

    >>> [row[FEATURES.index("words")] for row in feature_rows([Block(0, 9, "Un titre.", "Un titre.", clues={})])]
    [2]
    """
    forms = [form_of(block.text) for block in blocks]
    total = sum(form.length for form in forms) or 1
    seen: set[str] = set()
    rows: list[list[float]] = []
    at, last = 0, len(blocks) - 1
    for n, (block, form) in enumerate(zip(blocks, forms, strict=True)):
        above = forms[n - 1] if n else _NO_FORM
        below = forms[n + 1] if n < last else _NO_FORM
        row = list(_CLUE_VALUES({**_NO_CLUES, **(block.clues or {})}))
        row += _form_features(form, block.text)
        row += (block.text in seen, at / total, END_ORDER[above.end], above.words, below.words, END_ORDER[below.end])
        row += _NO_RULES
        rows.append(row)
        seen.add(block.text)
        at += form.length
    return rows


def _form_features(form: Form, text: str) -> tuple[float, ...]:
    """The features of the text itself: the first nine of `FORM_FEATURES`."""
    digits = form.digits / form.length if form.length else 0.0
    return (
        *(form.words, form.length, END_ORDER[form.end], form.sentences, form.bullet, CASE_ORDER[form.case]),
        *(digits, is_prose(form), ":" in text[:COLON_WITHIN]),
    )


def with_rule_features(row: Sequence[float], line: Line) -> list[float]:
    """Return the features of a block, with those of the rules and the metadata of its line filled in."""
    by_strength = {"strong": 0, "weak": 0}
    for rule in line.rules:
        by_strength[rule.strength] = max(by_strength.get(rule.strength, 0), place_of_label(rule.label))
    is_metadata = 1.0 if line.metadata.label else 0.0
    return [
        *row[: -len(RULE_FEATURES)],
        *(by_strength["strong"], by_strength["weak"], is_metadata, len(line.metadata.spans)),
    ]
