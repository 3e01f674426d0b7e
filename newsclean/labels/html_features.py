"""The numbers of every block for the model: its clues, and the form of its text and of its neighbours'."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from newsclean.article import Block
from newsclean.extract.shapes import PLACES
from newsclean.extract.tokens import builtin
from newsclean.labels.features import CASE_ORDER, END_ORDER
from newsclean.labels.form import Form, form_of, is_prose
from newsclean.labels.lines import Line, speaks_for

SHIFTS = (-2, -1, 1, 2)
CLUES = (
    *(name for name in builtin().names if name != "kicker"),
    *(f"in-{place}" for place in PLACES if place not in ("p", "link")),
    *(
        "kept-by-trafilatura",
        "in-article-body",
        "mark",
        "depth",
        "links",
        "link-density",
        "bold",
        "images",
        "times",
        "broken",
    ),
    *(
        "is-title",
        "is-description",
        "page-kept-share",
        "page-linked",
        "page-kept",
        "page-prose",
        "page-pieces",
        "told-body",
        "not-free",
        "told-article",
    ),
    *(f"box{level}-{what}" for level in range(4) for what in ("chars", "linked", "prose", "kept", "pieces")),
    *("main-steps", "in-kept-box", "main-depth", "alike", "alike-held", "kind-held", "kind-chars"),
    *("heading-distance", "heading-held", "heading-same"),
    *("held-before", "held-after", "kind-share", "usual-depth", "tops", "title-distance", "title-article"),
    *(f"held-{side}{what}" for side in ("above", "below") for what in ("", "-same", "-shape")),
    *(f"{what}{shift:+d}" for shift in SHIFTS for what in ("mark", "link-density", "kept", "same-box", "bold")),
)
FORMS = (
    *("words", "length", "end", "sentences", "bullet", "case", "digit-share", "prose", "colon", "copy", "place"),
    *("end-1", "words-1", "words+1", "end+1"),
)
RULES = ("strong-rule", "weak-rule", "metadata", "metadata-pieces")
NAMES = (*CLUES, *FORMS, *RULES)
_CLUES, _NONE = itemgetter(*CLUES), dict.fromkeys(CLUES, 0.0)
_UNREAD = (0.0,) * len(RULES)
_NOTHING = form_of("")


def numbers_of(blocks: Sequence[Block]) -> list[list[float]]:
    """The numbers of each block, in the order of `NAMES`; the blocks are those near the article, in order.

    Those of `RULES` are 0 until `ruled` fills them in: reading a line is dear, and most blocks are out before.

    >>> [row[NAMES.index("words")] for row in numbers_of([Block(0, 9, "Un titre.", "Un titre.", clues={})])]
    [2]
    """
    forms = [form_of(block.text) for block in blocks]
    total = sum(form.length for form in forms) or 1
    seen: set[str] = set()
    rows: list[list[float]] = []
    at, last = 0, len(blocks) - 1
    for n, (block, form) in enumerate(zip(blocks, forms, strict=True)):
        above = forms[n - 1] if n else _NOTHING
        below = forms[n + 1] if n < last else _NOTHING
        row = list(_CLUES({**_NONE, **(block.clues or {})}))
        row += _form(form, block.text)
        row += (block.text in seen, at / total, END_ORDER[above.end], above.words, below.words, END_ORDER[below.end])
        row += _UNREAD
        rows.append(row)
        seen.add(block.text)
        at += form.length
    return rows


def _form(form: Form, text: str) -> tuple[float, ...]:
    """What the text of a block looks like by itself."""
    digits = form.digits / form.length if form.length else 0.0
    return (
        *(form.words, form.length, END_ORDER[form.end], form.sentences, form.bullet, CASE_ORDER[form.case]),
        *(digits, is_prose(form), ":" in text[:25]),
    )


def ruled(row: Sequence[float], line: Line) -> list[float]:
    """The numbers of a block, with those that the rules and the reading of its line give."""
    spoken = {"strong": 0, "weak": 0}
    for rule in line.rules:
        spoken[rule.strength] = max(spoken.get(rule.strength, 0), speaks_for(rule.label))
    told = (spoken["strong"], spoken["weak"], 1.0 if line.metadata.label else 0.0, len(line.metadata.spans))
    return [*row[: -len(RULES)], *told]
